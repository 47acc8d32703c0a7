"""What the person says himself of what stands here. It is added, never in place of what others wrote (AVG 16)."""

from dataclasses import dataclass
from datetime import datetime

from leefgebieden.domain.mens import Mens
from leefgebieden.domain.vorm import Id, tekst

VERKLARING_HOOGUIT = 5_000


@dataclass(frozen=True)
class Verklaring:
    """The person's own words, as `door` wrote them down."""

    id: Id
    op: datetime
    door: Mens
    tekst: str = tekst(hooguit=VERKLARING_HOOGUIT)
