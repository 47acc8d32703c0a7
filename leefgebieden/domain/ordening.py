"""The pile *Nog te ordenen*: what has no place yet, the oldest first, one at a time."""

from dataclasses import dataclass

from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.notitie import Notitie


@dataclass(frozen=True)
class Beurt:
    """Whose turn it is. `nummer` counts from 1; `notitie` is None when the end of the pile is reached."""

    notitie: Notitie | None
    nummer: int
    aantal: int


def take_beurt(hele: HeleCasus, overgeslagen: int) -> Beurt:
    """The notitie on the pile after so many were skipped."""
    stapel = sorted((n for n in hele.notities if n.to_sort), key=lambda n: n.gemaakt_op)
    plaats = min(max(overgeslagen, 0), len(stapel))
    return Beurt(stapel[plaats] if plaats < len(stapel) else None, plaats + 1, len(stapel))
