"""All that comes from outside, handed in once: the method's content, the clock, new ids, and where an act comes from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import uuid4

from leefgebieden.content.model import Content
from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.herkomst import Herkomst
from leefgebieden.domain.vorm import Id


@dataclass(frozen=True)
class Context:
    """`now` gives an aware datetime in UTC, `new_id` a UUID as lower-case text.

    `herkomst` differs per request: web hands every action the same context with its own herkomst (`dataclasses.replace`).
    So what the logboek says of a request is an argument like any other, and nothing below web/ looks for a request.
    """

    content: Content
    now: Callable[[], datetime]
    new_id: Callable[[], Id]
    herkomst: Herkomst = Herkomst()
    alleen_oefenen: bool = False
    """A school: nobody real can be written down here."""

    def today(self) -> date:
        """Today's date at the kitchen table: in the Netherlands."""
        return to_dag(self.now())


def make_context(content: Content) -> Context:
    """The context of a running app: the real clock and random ids."""
    return Context(content=content, now=lambda: datetime.now(UTC), new_id=lambda: Id(uuid4()))
