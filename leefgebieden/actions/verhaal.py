"""Stories to play: ours, and those that a docent wrote; writing one, and giving it to a group."""

from dataclasses import replace

from leefgebieden.actions.fouten import Botsing, NietGevonden, Verouderd
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.content.model import Oefening
from leefgebieden.context import Context
from leefgebieden.domain.casus import HeleCasus, Soort
from leefgebieden.domain.casusbestand import read_casusbestand
from leefgebieden.domain.eigen_verhaal import EigenVerhaal, is_speelbaar, make_voorbeeld
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.store.betrokkene import fetch_eigen_ids
from leefgebieden.store.casus import fetch_casus_met_versies, fetch_kop
from leefgebieden.store.leergroep import fetch_groepen_met
from leefgebieden.store.verhaal import (
    Verhaalrij,
    delete_verhaal,
    fetch_verhaal,
    fetch_verhalen_van,
    fetch_verhalen_voor,
    insert_verhaal,
    update_verhaal,
)

LENGTE_ID = 36


def find_oefening(context: Context, key: str) -> Oefening | None:
    """The story with this key, ours or of a docent; None when there is none (any more)."""
    if key in context.content.oefeningen:
        return context.content.oefeningen[key]
    rij = _fetch(key)
    return rij.verhaal.oefening if rij else None


def find_voorbeeld(context: Context, key: str) -> HeleCasus | None:
    """How an experienced worker wrote this story down; None when nobody did yet."""
    if key in context.content.oefeningen:
        return read_casusbestand(context.content.oefencasussen[key].bestand, context.content)
    rij = _fetch(key)
    return rij.verhaal.read_voorbeeld() if rij else None


def _fetch(key: str) -> Verhaalrij | None:
    return fetch_verhaal(key) if len(key) == LENGTE_ID else None


def list_speelbaar(medewerker_id: str) -> list[EigenVerhaal]:
    """The stories of docents that somebody may begin with: his own, and those that were given to a group of his."""
    eigen = [rij.verhaal for rij in fetch_verhalen_van(medewerker_id)]
    gekregen = [rij.verhaal for rij in fetch_verhalen_voor([rij.groep.id for rij in fetch_groepen_met(medewerker_id)])]
    alle = {verhaal.id: verhaal for verhaal in (*eigen, *gekregen)}
    return [verhaal for verhaal in alle.values() if is_speelbaar(verhaal.oefening)]


def write_verhaal(context: Context, door: Mens, verhaal: EigenVerhaal) -> Bewaard:
    """Write a new story. The same under the same id is welcome. Raises Botsing."""
    with logged(context, door, Actie.VERHAAL_GESCHREVEN, onderdeel_id=verhaal.id) as act:
        eerder = fetch_verhaal(verhaal.id)
        if eerder is None:
            insert_verhaal(verhaal, door.id)
            return Bewaard.NIEUW
        act.nothing_done()
        if eerder.medewerker_id != door.id or eerder.verhaal.oefening != verhaal.oefening:
            raise Botsing(None)
    return Bewaard.AL_ONTVANGEN


def change_verhaal(context: Context, door: Mens, verhaal: EigenVerhaal, *, op_versie: int) -> None:
    """Change a story of one's own. Raises Verouderd or NietGevonden."""
    with logged(context, door, Actie.VERHAAL_GEWIJZIGD, onderdeel_id=verhaal.id) as act:
        rij = fetch_verhaal(verhaal.id)
        if rij is None or rij.medewerker_id != door.id:
            raise NietGevonden
        if rij.verhaal == verhaal:
            act.nothing_done()
            return
        if not update_verhaal(verhaal, door.id, op_versie=op_versie):
            raise Verouderd(rij.verhaal, rij.versie)


def throw_away_verhaal(context: Context, door: Mens, verhaal_id: str) -> None:
    """Take it away. Who began with it keeps what he wrote. Raises NietGevonden."""
    with logged(context, door, Actie.VERHAAL_WEGGEGOOID, onderdeel_id=verhaal_id) as act:
        rij = fetch_verhaal(verhaal_id)
        if rij is None:
            act.nothing_done()
            return
        if rij.medewerker_id != door.id:
            raise NietGevonden
        delete_verhaal(verhaal_id)


def set_voorbeeld(context: Context, door: Mens, verhaal_id: str, casus_id: str) -> None:
    """Let a try of one's own at this story be how an experienced worker wrote it down. Raises NietGevonden."""
    with logged(context, door, Actie.VERHAAL_GEWIJZIGD, onderdeel_id=verhaal_id, velden=("voorbeeld",)):
        rij = fetch_verhaal(verhaal_id)
        if rij is None or rij.medewerker_id != door.id or casus_id not in fetch_eigen_ids(door.id):
            raise NietGevonden
        casus, _ = fetch_kop(casus_id)
        gelezen = fetch_casus_met_versies(casus_id)
        if casus.soort is not Soort.OEFENING or casus.oefening != verhaal_id or gelezen is None:
            raise NietGevonden
        nieuw = replace(rij.verhaal, voorbeeld=make_voorbeeld(gelezen.hele))
        update_verhaal(nieuw, door.id, op_versie=rij.versie)
