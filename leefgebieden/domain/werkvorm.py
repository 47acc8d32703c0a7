"""A werkvorm as it is done: which step, how long, what was written down, and what comes of it.

It is about nobody: who takes part is asked to write no names of the people he works with.
"""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from leefgebieden.content.model import Opbrengst, Werkgroep, Werkvorm, Werkvormstap
from leefgebieden.domain.vorm import Id, tekst, vrije_tekst

CODE_TEKENS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without I, L, O, 0 and 1: they are read out loud and typed on a phone."""
CODE_LENGTE = 8
CODE_GELDT = timedelta(hours=4)
GASTEN_HOOGUIT = 60
INBRENG_HOOGUIT = 600
BELOFTEN = (Opbrengst.VOORNEMEN, Opbrengst.AFSPRAAK, Opbrengst.AANBOD)
"""What comes back later."""


@dataclass(frozen=True)
class Gast:
    """Who takes part, by the name that he typed. `groep` is the key of a group of the werkvorm, or empty."""

    id: Id
    naam: str = tekst(hooguit=40)
    groep: str = vrije_tekst(hooguit=60)


@dataclass(frozen=True)
class Inbreng:
    """What somebody wrote down in a step. `bij` is the vraag that an aanbod is for; `afloop` is what became of a promise."""

    id: Id
    stap: str
    soort: Opbrengst
    door: Gast
    op: datetime
    tekst: str = tekst(hooguit=600)
    bij: Id | None = None
    uiterlijk: date | None = None
    afloop: str = vrije_tekst(hooguit=300)


@dataclass(frozen=True)
class Vraagronde:
    """A vraag with what was offered at it."""

    vraag: Inbreng
    aanbod: tuple[Inbreng, ...]


def make_code() -> str:
    """A new code to join with: 8 characters, some 39 bits."""
    return "".join(secrets.choice(CODE_TEKENS) for _ in range(CODE_LENGTE))


def read_code(getypt: str) -> str:
    """A code as somebody typed it: spaces, dashes and small letters are no mistake."""
    return "".join(teken for teken in getypt.upper() if teken.isalnum())[:20]


def show_code(code: str) -> str:
    """In two halves, to read out loud."""
    return f"{code[:4]} {code[4:]}"


def fill_in(zin: str, groep: Werkgroep | None) -> str:
    """A text of a step for one group; without a group both sides stand there."""
    if groep is not None and groep.eigen:
        eigen, ander = groep.eigen, groep.ander
    else:
        eigen, ander = "jullie kant", "de andere kant"
    return zin.replace("[eigen]", eigen).replace("[ander]", ander)


def count_minuten(stap: Werkvormstap, vragen: int = 0) -> int:
    """How many minutes a step may take: the most that is given. 0: no time.

    With a most per vraag: so many vragen so many minutes, within what the step has.
    """
    hooguit = stap.minuten_tot or stap.minuten
    if stap.per_vraag_hooguit and vragen:
        return max(1, min(hooguit, vragen * stap.per_vraag_hooguit))
    return hooguit


def divide_vraagtijd(stap: Werkvormstap, vragen: int) -> timedelta | None:
    """How long each vraag gets, so that everybody has a turn; never longer than the most. None where it is not asked.

    For 20 people an hour is 3 minutes each: the 5 of the source would take 100 minutes.
    """
    if not stap.per_vraag_hooguit or vragen < 1:
        return None
    over = timedelta(minutes=stap.minuten_tot or stap.minuten) / vragen
    return min(timedelta(minutes=stap.per_vraag_hooguit), timedelta(seconds=int(over.total_seconds()) // 15 * 15))


def sum_minuten(werkvorm: Werkvorm) -> tuple[int, int]:
    """The least and the most minutes of all steps together."""
    return (
        sum(stap.minuten for stap in werkvorm.stappen),
        sum(stap.minuten_tot or stap.minuten for stap in werkvorm.stappen),
    )


def collect_vragen(inbreng: Iterable[Inbreng]) -> list[Vraagronde]:
    """Every vraag with its offers, in the order in which they were put."""
    alles = list(inbreng)
    return [
        Vraagronde(vraag, tuple(een for een in alles if een.bij == vraag.id))
        for vraag in alles
        if vraag.soort is Opbrengst.VRAAG
    ]


def list_beloften(inbreng: Iterable[Inbreng]) -> list[Inbreng]:
    """What was promised, what has a day first."""
    return sorted(
        (een for een in inbreng if een.soort in BELOFTEN),
        key=lambda een: (een.uiterlijk or date.max, een.op),
    )


def step_to(werkvorm: Werkvorm, stap: str, over: int) -> str | None:
    """The key of the step so many further on; None before the first and after the last."""
    keys: Sequence[str] = [een.key for een in werkvorm.stappen]
    plek = keys.index(stap) + over
    return keys[plek] if 0 <= plek < len(keys) else None
