"""What a device tells of what it holds, so that what vanishes there is missed here."""

from collections.abc import Sequence

from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import writing
from leefgebieden.store.toestel import Melding, delete_melding, insert_meldingen, mark_verdwenen

HOOGUIT = 500
"""So many things of one device are remembered at a time."""


def note_stand(
    context: Context, door: Mens, toestel_id: str, meldingen: list[Melding], aangekomen: Sequence[str] = ()
) -> None:
    """Remember what this device holds of `door`; what it held before and never arrived is missed from now on.

    Ids and times only. Not logged: it is not part of a casus, and nothing is read.
    """
    with writing():
        for uuid in aangekomen[:HOOGUIT]:
            delete_melding(door.id, uuid)
        mark_verdwenen(door.id, toestel_id, {melding.id for melding in meldingen}, context.now())
        insert_meldingen(door.id, meldingen[:HOOGUIT])
