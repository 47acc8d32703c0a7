"""A group that learns: its course of dagdelen, who takes part, and the answers that somebody chose to hand in.

What a student writes in an oefening is his own. Handing in makes a copy of one answer, for the docent or also for the group.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from leefgebieden.content.model import Cursus
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.vorm import Id, rij, tekst, vrije_tekst

LINK_GELDT = timedelta(days=21)
"""So long one may join by the link."""
LEDEN_HOOGUIT = 60
EEN_JAAR = timedelta(weeks=52)
"""A course that is copied keeps the day of the week."""


@dataclass(frozen=True)
class Bijeenkomst:
    """One dagdeel of the course as this group does it."""

    dagdeel: str
    dag: date | None = None
    erbij: str = vrije_tekst(hooguit=1_000)


@dataclass(frozen=True)
class Leergroep:
    """A group of a docent. The bijeenkomsten stand in the order of the course."""

    id: Id
    docent: Mens
    gemaakt_op: datetime
    naam: str = tekst(hooguit=80)
    bijeenkomsten: tuple[Bijeenkomst, ...] = rij(hooguit=40)

    def find_bijeenkomst(self, dagdeel: str) -> Bijeenkomst:
        """How this group does a dagdeel; one that it has not planned is without a day."""
        return next((een for een in self.bijeenkomsten if een.dagdeel == dagdeel), Bijeenkomst(dagdeel))


@dataclass(frozen=True)
class Terugwoord:
    """What the docent gives back: words, never a grade."""

    op: datetime
    door: Mens
    tekst: str = tekst(hooguit=2_000)


@dataclass(frozen=True)
class Inlevering:
    """A copy of one answer at a turning point, as it was when it was handed in. `voor_groep`: the others may read it too."""

    id: Id
    verhaal: str
    keerpunt: str
    door: Mens
    op: datetime
    tekst: str = tekst(hooguit=1_000)
    voor: str = vrije_tekst(hooguit=1_000)
    tegen: str = vrije_tekst(hooguit=1_000)
    leunt_op: str = vrije_tekst(hooguit=80)
    voor_groep: bool = False
    terug: Terugwoord | None = None


@dataclass(frozen=True)
class Voortgang:
    """Where somebody is in one try at a story: how many of its turning points he answered. Nothing of what he wrote."""

    titel: str
    beantwoord: int
    keerpunten: int
    laatst: datetime


def plan_bijeenkomsten(cursus: Cursus, gekozen: Mapping[str, Bijeenkomst]) -> tuple[Bijeenkomst, ...]:
    """The dagdelen of the course, each as the group does it."""
    return tuple(gekozen.get(key, Bijeenkomst(key)) for key in cursus.per_key)


def copy_leergroep(groep: Leergroep, nieuw_id: Id, docent: Mens, op: datetime, naam: str) -> Leergroep:
    """The same course for another group, 52 weeks later. Nobody is in it yet, and nothing was handed in."""
    later = tuple(replace(een, dag=None if een.dag is None else een.dag + EEN_JAAR) for een in groep.bijeenkomsten)
    return Leergroep(nieuw_id, docent, op, naam, later)


def find_volgende(groep: Leergroep, vandaag: date) -> Bijeenkomst | None:
    """The first bijeenkomst that is today or still to come."""
    komend = [een for een in groep.bijeenkomsten if een.dag is not None and een.dag >= vandaag]
    return min(komend, key=lambda een: een.dag or date.max, default=None)


def may_read_inlevering(inlevering: Inlevering, medewerker_id: str, *, is_docent: bool) -> bool:
    """Whether somebody of the group may read this."""
    return is_docent or inlevering.voor_groep or inlevering.door.id == medewerker_id


def group_inleveringen(alle: Iterable[Inlevering]) -> dict[tuple[str, str], list[Inlevering]]:
    """By story and turning point, in the order in which they were handed in."""
    gevonden: dict[tuple[str, str], list[Inlevering]] = {}
    for een in sorted(alle, key=lambda een: (een.op, een.id)):
        gevonden.setdefault((een.verhaal, een.keerpunt), []).append(een)
    return gevonden
