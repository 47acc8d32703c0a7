"""Whether the clock can be believed, before anything is thrown away because of its age."""

from collections.abc import Iterable
from datetime import datetime, timedelta


def find_sprong(momenten: Iterable[datetime], nu: datetime, *, hooguit: timedelta) -> tuple[datetime, datetime] | None:
    """The first two moments after each other that lie further apart than `hooguit`, forward or back; None when time just went on.

    `momenten` are those of the lines of the logboek in their own order: somebody writes one nearly every day. A clock that
    is years off leaves a gap among them, also when lines were written after it.
    """
    vorige: datetime | None = None
    for moment in (*momenten, nu):
        if vorige is not None and abs(moment - vorige) > hooguit:
            return vorige, moment
        vorige = moment
    return None
