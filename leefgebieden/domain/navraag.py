"""A question that a colleague asks about one notitie, and the answer to it: what was said is not filled in by guessing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from leefgebieden.domain.mens import Mens
from leefgebieden.domain.vorm import Id, tekst

VERS = timedelta(days=14)
"""So long an answer comes back to who asked."""


@dataclass(frozen=True)
class Antwoordregel:
    """What was answered. The question is then closed, in sight of who asked."""

    op: datetime
    door: Mens
    tekst: str = tekst(hooguit=2_000)


@dataclass(frozen=True)
class Navraag:
    """A question at a notitie. `notitie` is the id of it; when it goes, what was asked about it goes too."""

    id: Id
    notitie: Id
    op: datetime
    door: Mens
    tekst: str = tekst(hooguit=600)
    antwoord: Antwoordregel | None = None


@dataclass(frozen=True)
class Navraagregel:
    """A question as it stands in a list over several people."""

    casus_id: str
    noemnaam: str
    navraag: Navraag


@dataclass(frozen=True)
class Navragen:
    """What waits for an answer of `ik`, and what was answered to him lately; the oldest first."""

    te_beantwoorden: tuple[Navraagregel, ...] = ()
    beantwoord: tuple[Navraagregel, ...] = ()


def sort_navragen(regels: list[Navraagregel], ik: str, nu: datetime) -> Navragen:
    """By what they ask of `ik`, the id of who looks."""
    op_tijd = sorted(regels, key=lambda een: (een.navraag.op, een.navraag.id))
    return Navragen(
        te_beantwoorden=tuple(r for r in op_tijd if r.navraag.antwoord is None and r.navraag.door.id != ik),
        beantwoord=tuple(
            r
            for r in op_tijd
            if r.navraag.antwoord is not None and r.navraag.door.id == ik and nu - r.navraag.antwoord.op < VERS
        ),
    )
