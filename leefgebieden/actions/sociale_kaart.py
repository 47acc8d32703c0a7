"""Keeping the sociale kaart of a team."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from leefgebieden.actions.fouten import Botsing, NietGevonden, Verouderd
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard, find_gewijzigd
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.sociale_kaart import Kaartplek, make_plek, make_vinder
from leefgebieden.store.sociale_kaart import delete_plek, fetch_plek, fetch_plekken, insert_plek, update_plek


@dataclass(frozen=True)
class Overgenomen:
    """How many lines of a list were new, changed a place, or said what was known already."""

    nieuw: int = 0
    gewijzigd: int = 0
    gelijk: int = 0


def record_plek(context: Context, door: Mens, plek: Kaartplek, team_id: str) -> Bewaard:
    """Add one. The same under the same id is welcome. Raises Botsing when the id has another content."""
    with logged(context, door, Actie.KAARTPLEK_TOEGEVOEGD, onderdeel_id=plek.id) as act:
        eerder = fetch_plek(plek.id)
        if eerder is None:
            insert_plek(plek, team_id)
            return Bewaard.NIEUW
        act.nothing_done()
        if (eerder.plek.regel, eerder.team_id) != (plek.regel, team_id):
            raise Botsing(eerder.plek)
    return Bewaard.AL_ONTVANGEN


def change_plek(context: Context, door: Mens, plek: Kaartplek, *, op_versie: int) -> None:
    """Change one, or say that it is still right. Raises Verouderd or NietGevonden."""
    with logged(context, door, Actie.KAARTPLEK_GEWIJZIGD, onderdeel_id=plek.id) as act:
        rij = fetch_plek(plek.id)
        if rij is None:
            raise NietGevonden
        if rij.plek == plek:
            act.nothing_done()
            return
        act.velden = find_gewijzigd(rij.plek, plek)
        if not update_plek(plek, rij.team_id, op_versie=op_versie):
            raise Verouderd(rij.plek, rij.versie)


def remove_plek(context: Context, door: Mens, plek_id: str) -> None:
    """Take one away."""
    with logged(context, door, Actie.KAARTPLEK_WEGGEHAALD, onderdeel_id=plek_id) as act:
        if fetch_plek(plek_id) is None:
            act.nothing_done()
            return
        delete_plek(plek_id)


def import_plekken(context: Context, door: Mens, regels: Sequence[Mapping[str, str]], team_id: str) -> Overgenomen:
    """Take in a list that was read, all of it or nothing. A line with the name of a place that is there changes that place."""
    nieuw = gewijzigd = gelijk = 0
    with logged(context, door, Actie.KAARTPLEKKEN_INGELEZEN, aantal=len(regels)):
        rijen = {rij.plek.id: rij for rij in fetch_plekken([team_id])}
        vind = make_vinder(rij.plek for rij in rijen.values())
        for regel in regels:
            eerder = vind(regel["naam"])
            plek = make_plek(regel, context.new_id() if eerder is None else eerder.id, context.today())
            if eerder is None:
                insert_plek(plek, team_id)
                nieuw += 1
            elif eerder != plek:
                update_plek(plek, team_id, op_versie=rijen[eerder.id].versie)
                gewijzigd += eerder.regel != plek.regel
                gelijk += eerder.regel == plek.regel
            else:
                gelijk += 1
    return Overgenomen(nieuw, gewijzigd, gelijk)
