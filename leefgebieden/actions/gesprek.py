"""A gesprek: had, planned, or one where contact did not succeed."""

from leefgebieden.actions.onderdeel import Bewaard, change_onderdeel, record_onderdeel
from leefgebieden.context import Context
from leefgebieden.domain.gesprek import Gesprek
from leefgebieden.domain.mens import Mens


def record_gesprek(context: Context, door: Mens, casus_id: str, gesprek: Gesprek) -> Bewaard:
    """Add a gesprek. Raises Botsing when its id was saved with other content."""
    return record_onderdeel(context, door, casus_id, "gesprekken", gesprek)


def change_gesprek(context: Context, door: Mens, casus_id: str, gesprek: Gesprek, *, op_versie: int) -> None:
    """Change a gesprek. Raises Verouderd or NietGevonden."""
    change_onderdeel(context, door, casus_id, "gesprekken", gesprek, op_versie=op_versie)
