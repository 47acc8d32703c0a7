"""A reactie: what a person said of one part of what was written down about him."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from leefgebieden.domain.vorm import Id, tekst


class Over(StrEnum):
    """What a reactie is about."""

    NOTITIE = "notitie"
    AFSPRAAK = "afspraak"
    NETWERK = "netwerk"
    LEEFGEBIED = "leefgebied"


class Oordeel(StrEnum):
    """What the person says of it."""

    KLOPT = "klopt"
    KLOPT_NIET = "klopt-niet"
    WEG = "weg"
    PRATEN = "praten"


@dataclass(frozen=True)
class Reactie:
    """`deel` is the id of the part (which may be gone since), or the key of the leefgebied.

    `afgehandeld_op` is when a worker was done with it. It is known of a whole casus only; who asks what waits need not ask.
    """

    id: Id
    over: Over
    deel: str = tekst(hooguit=60)
    oordeel: Oordeel = field(kw_only=True)
    op: datetime = field(kw_only=True)
    afgehandeld_op: datetime | None = None


def take_laatste(reacties: Iterable[Reactie]) -> tuple[Reactie, ...]:
    """The last word on each part: who taps something else has changed his mind. In order of time."""
    laatste = {(reactie.over, reactie.deel): reactie for reactie in sorted(reacties, key=lambda r: r.op)}
    return tuple(sorted(laatste.values(), key=lambda reactie: reactie.op))
