"""Practising: beginning with a story, and answering at its turning points."""

from leefgebieden.actions.casus import begin
from leefgebieden.actions.onderdeel import Bewaard, record_onderdeel
from leefgebieden.content.model import Oefening
from leefgebieden.context import Context
from leefgebieden.domain.antwoord import Antwoord
from leefgebieden.domain.casus import Casus, Soort
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.vorm import Id
from leefgebieden.store.casus import count_echte


class EchteMensen(Exception):
    """A school cannot begin where real people stand: nobody real belongs there."""

    def __init__(self) -> None:
        super().__init__("hier staan echte mensen; een school begint met een andere LEEFGEBIEDEN_INSTANCE")


def check_school(context: Context) -> None:
    """At start, of whatever serves. Raises EchteMensen."""
    if context.alleen_oefenen and count_echte():
        raise EchteMensen


def begin_oefening(context: Context, door: Mens, casus_id: Id, oefening: Oefening) -> Bewaard:
    """Begin a try of one's own: an empty casus of soort oefening, in no team. As many as one likes.

    Raises Botsing when the id is taken by another one, Gewist when what had this id was erased.
    """
    nieuw = Casus(
        id=casus_id,
        soort=Soort.OEFENING,
        naam=oefening.titel,
        roepnaam=oefening.naam,
        kanaal=oefening.kanaal,
        gemaakt_op=context.now(),
        oefening=oefening.key,
    )
    return begin(context, door, nieuw, None, velden=("oefening",))


def record_antwoord(context: Context, door: Mens, casus_id: str, antwoord: Antwoord) -> Bewaard:
    """Keep an answer; the one before stays. Raises Botsing when this id was kept with other words."""
    return record_onderdeel(context, door, casus_id, "antwoorden", antwoord, zonder=("op",))
