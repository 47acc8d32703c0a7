"""Being away: a team mate stands in, from a day to a day."""

from datetime import date

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.store.team import fetch_teamgenoten
from leefgebieden.store.vervanging import Vervanging, fetch_vervanging, insert_vervanging, update_ingetrokken


def record_vervanging(
    context: Context, door: Mens, vervanging_id: str, vervanger_id: str, van: date, tot: date
) -> Bewaard:
    """`vervanger_id` stands in for `door`. Raises Botsing (same id, other content) or NietGevonden (no team mate)."""
    nieuw = Vervanging(vervanging_id, door.id, vervanger_id, van, tot, context.now(), door.id)
    with logged(context, door, Actie.VERVANGING_BEGONNEN, onderdeel_id=vervanging_id, velden=("van", "tot")):
        eerder = fetch_vervanging(vervanging_id)
        if eerder is not None:
            if (eerder.eigenaar_id, eerder.vervanger_id, eerder.van, eerder.tot) != (door.id, vervanger_id, van, tot):
                raise Botsing(None)
            return Bewaard.AL_ONTVANGEN
        if vervanger_id not in {wie.id for wie in fetch_teamgenoten(door.id)}:
            raise NietGevonden
        insert_vervanging(nieuw)
    return Bewaard.NIEUW


def withdraw_vervanging(context: Context, door: Mens, vervanging_id: str) -> None:
    """End it now. Nothing happens when it is somebody else's, or ended already."""
    with logged(context, door, Actie.VERVANGING_INGETROKKEN, onderdeel_id=vervanging_id):
        update_ingetrokken(vervanging_id, door.id, context.now())
