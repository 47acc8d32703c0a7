"""Samen kijken: laying it on the table, what the person says, and being done with that."""

from leefgebieden.actions.logboek import log, logged
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.reactie import Oordeel, Over, Reactie, take_laatste
from leefgebieden.domain.vorm import Id
from leefgebieden.store.reactie import fetch_reacties, insert_reactie, update_afgehandeld


def begin_samen_kijken(context: Context, door: Mens, casus_id: str) -> None:
    """The worker shows the person what was written down."""
    log(context, door, Actie.SAMEN_GEKEKEN, casus_id=casus_id)


def record_reactie(context: Context, door: Mens, casus_id: str, over: Over, deel: str, oordeel: Oordeel) -> None:
    """Write down what the person says of one part, on the device of `door`. The same thing said twice is said once."""
    nieuw = Reactie(id=Id(context.new_id()), over=over, deel=deel, oordeel=oordeel, op=context.now())
    with logged(context, door, Actie.REACTIE_GEGEVEN, casus_id=casus_id, onderdeel_id=nieuw.id) as act:
        laatste = {(r.over, r.deel): r.oordeel for r in take_laatste(fetch_reacties(casus_id))}
        if laatste.get((over, deel)) is oordeel:
            act.nothing_done()
        else:
            insert_reactie(casus_id, nieuw, door.id)


def finish_reactie(context: Context, door: Mens, casus_id: str, reactie_id: str) -> None:
    """`door` is done with what was said of this part, earlier words on it included. Nothing happens when somebody was before."""
    with logged(context, door, Actie.REACTIE_AFGEHANDELD, casus_id=casus_id, onderdeel_id=reactie_id) as act:
        wachtend = fetch_reacties(casus_id)
        deze = next((reactie for reactie in wachtend if reactie.id == reactie_id), None)
        if deze is None:
            act.nothing_done()
        else:
            zelfde = [r.id for r in wachtend if (r.over, r.deel) == (deze.over, deze.deel)]
            update_afgehandeld(zelfde, door.id, context.now())
