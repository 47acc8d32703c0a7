"""A whole casus in and out, as an exchange file."""

from dataclasses import replace

from leefgebieden.actions.casus import find_team_id
from leefgebieden.actions.fouten import AlleenOefenen, Botsing
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.context import Context
from leefgebieden.domain.afscherming import hide_afgeschermd
from leefgebieden.domain.casus import A4Keuzes, HeleCasus, Soort
from leefgebieden.domain.casusbestand import MET_ID, write_casusbestand
from leefgebieden.domain.lijstregel import make_lijstregel
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.toegang import Betrokkenheid
from leefgebieden.store.casus import (
    casus_exists,
    fetch_betrokkenheid,
    fetch_casus_met_versies,
    insert_betrokkene,
    insert_casus,
)
from leefgebieden.store.grafsteen import refuse_gewist
from leefgebieden.store.notitie import insert_versies
from leefgebieden.store.onderdeel import find_bestaande, insert_onderdelen
from leefgebieden.store.reactie import insert_reactie


class IdElders(Exception):
    """A part of the file has an id that belongs to another casus. `sleutel` and `id` say which."""

    def __init__(self, sleutel: str, onderdeel_id: str) -> None:
        super().__init__(f"{sleutel}: id {onderdeel_id} hoort al bij iemand anders")
        self.sleutel = sleutel
        self.id = onderdeel_id


def import_casus(context: Context, door: Mens, hele: HeleCasus, grond: str = "") -> Bewaard:
    """Take in a whole casus; `door` becomes its eigenaar. The same casus again is AL_ONTVANGEN.

    Raises Botsing when the casus is here with other content, IdElders when a part belongs to another casus, Gewist when
    it was erased here, AlleenOefenen for somebody real in a school.
    """
    if context.alleen_oefenen and hele.casus.soort is Soort.ECHT:
        raise AlleenOefenen
    casus_id = hele.casus.id
    with logged(context, door, Actie.CASUS_INGELEZEN, casus_id=casus_id, grond=grond) as act:
        refuse_gewist(casus_id)
        if casus_exists(casus_id):
            huidig = fetch_casus_met_versies(casus_id)
            if huidig is None or write_casusbestand(huidig.hele) != write_casusbestand(hele):
                raise Botsing(None)
            act.nothing_done()
            return Bewaard.AL_ONTVANGEN
        momenten = [notitie.gemaakt_op for notitie in hele.notities]
        momenten += [gesprek.begonnen_op for gesprek in hele.gesprekken if not gesprek.gepland]
        insert_casus(
            hele.casus,
            make_lijstregel(hele.casus, hele.gesprekken, hele.afspraken),
            max(momenten, default=hele.casus.gemaakt_op),
            te_ordenen=sum(notitie.to_sort for notitie in hele.notities),
            team_id=None if hele.casus.soort is Soort.OEFENING else find_team_id(door),
        )
        insert_betrokkene(casus_id, door.id, Betrokkenheid.EIGENAAR, context.now())
        _insert_delen(context, door, hele)
    return Bewaard.NIEUW


def _insert_delen(context: Context, door: Mens, hele: HeleCasus) -> None:
    casus_id, nu = hele.casus.id, context.now()
    for sleutel in MET_ID:
        stukken = [replace(stuk, versies=()) if isinstance(stuk, Notitie) else stuk for stuk in getattr(hele, sleutel)]
        for elders in find_bestaande(sleutel, [stuk.id for stuk in stukken]):
            raise IdElders(sleutel, elders)
        insert_onderdelen(sleutel, casus_id, [(stuk.id, stuk) for stuk in stukken], nu)
    for sleutel in ("standen", "verwantschap"):
        insert_onderdelen(sleutel, casus_id, [(context.new_id(), stuk) for stuk in getattr(hele, sleutel)], nu)
    if hele.a4 != A4Keuzes():
        insert_onderdelen("a4", casus_id, [(casus_id, hele.a4)], nu)
    for elders in find_bestaande("reacties", [reactie.id for reactie in hele.reacties]):
        raise IdElders("reacties", elders)
    for reactie in hele.reacties:
        insert_reactie(casus_id, reactie, door.id)
    # below 1, so that the versions that are made here always come after them
    insert_versies(
        casus_id,
        [
            (notitie.id, nummer - len(notitie.versies), versie)
            for notitie in hele.notities
            for nummer, versie in enumerate(notitie.versies, start=1)
        ],
    )


def export_casus(context: Context, door: Mens, casus_id: str, grond: str = "") -> bytes:
    """The casus as the bytes of an exchange file, without what is afgeschermd for `door`. KeyError when it does not exist."""
    with logged(context, door, Actie.CASUS_UITGEVOERD, casus_id=casus_id, grond=grond):
        gelezen = fetch_casus_met_versies(casus_id)
        if gelezen is None:
            raise KeyError(casus_id)
        is_eigenaar = fetch_betrokkenheid(casus_id, door.id) is Betrokkenheid.EIGENAAR
        leesbaar, _ = hide_afgeschermd(gelezen.hele, door.id, is_eigenaar=is_eigenaar)
    return write_casusbestand(leesbaar)
