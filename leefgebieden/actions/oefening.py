"""Practising: beginning with a story, and answering at its turning points."""

from leefgebieden.actions.fouten import Botsing
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard, find_eerder
from leefgebieden.content.model import Oefening
from leefgebieden.context import Context
from leefgebieden.domain.antwoord import Antwoord
from leefgebieden.domain.casus import Casus, Soort
from leefgebieden.domain.lijstregel import make_lijstregel
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toegang import Betrokkenheid
from leefgebieden.domain.vorm import Id
from leefgebieden.store.casus import casus_exists, fetch_betrokkenheid, insert_betrokkene, insert_casus
from leefgebieden.store.grafsteen import refuse_gewist
from leefgebieden.store.onderdeel import insert_onderdeel


def begin_oefening(context: Context, door: Mens, casus_id: Id, oefening: Oefening) -> Bewaard:
    """Begin a try of one's own: an empty casus of soort oefening, in no team. As many as one likes.

    Raises Botsing when the id is taken by somebody else, Gewist when what had this id was erased.
    """
    nu = context.now()
    nieuw = Casus(
        id=casus_id,
        soort=Soort.OEFENING,
        naam=oefening.titel,
        roepnaam=oefening.naam,
        kanaal=oefening.kanaal,
        gemaakt_op=nu,
        oefening=oefening.key,
    )
    with logged(context, door, Actie.CASUS_BEGONNEN, casus_id=casus_id, velden=("oefening",)) as act:
        refuse_gewist(casus_id)
        if casus_exists(casus_id):
            if fetch_betrokkenheid(casus_id, door.id) is not Betrokkenheid.EIGENAAR:
                raise Botsing(None)
            act.nothing_done()
            return Bewaard.AL_ONTVANGEN
        insert_casus(nieuw, make_lijstregel(nieuw, (), ()), nu, team_id=None)
        insert_betrokkene(casus_id, door.id, Betrokkenheid.EIGENAAR, nu)
    return Bewaard.NIEUW


def record_antwoord(context: Context, door: Mens, casus_id: str, antwoord: Antwoord) -> Bewaard:
    """Keep an answer; the one before stays. Raises Botsing when this id was kept with other words."""
    with logged(
        context, door, Actie.ANTWOORD_TOEGEVOEGD, casus_id=casus_id, onderdeel_id=antwoord.id, velden=("tekst",)
    ) as act:
        if find_eerder("antwoorden", casus_id, antwoord, zonder=("op",)) is not None:
            act.nothing_done()
            return Bewaard.AL_ONTVANGEN
        insert_onderdeel("antwoorden", casus_id, antwoord.id, antwoord, context.now())
    return Bewaard.NIEUW
