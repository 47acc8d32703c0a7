"""When something was: a year, a month or a day, as exact as it is known, and no more exact than that."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from leefgebieden.domain.datum import MAANDEN
from leefgebieden.domain.vorm import EERSTE_JAAR, LAATSTE_JAAR, vrije_tekst

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_IN_CIJFERS = re.compile(r"(?:(?:(\d{1,2})[-./ ])?(\d{1,2})[-./ ])?(\d{4})")
_IN_WOORDEN = re.compile(r"(?:(\d{1,2}) )?([a-z]+) (\d{4})")
WOORD_HOOGUIT = 40


class GeenMoment(ValueError):
    """This is no year, month or day."""


@dataclass(frozen=True)
class Toen:
    """`van` and `tot` are "2025", "2025-12" or "2025-12-03". Without `tot` it was then, or (`loopt`) it still goes on.

    `ongeveer`: nobody knows it for sure.
    """

    van: str
    tot: str = vrije_tekst(hooguit=10)
    loopt: bool = False
    ongeveer: bool = False
    woord: str = vrije_tekst(hooguit=WOORD_HOOGUIT)
    """What stands on the timeline, in a few words; without it the short sentence."""

    @property
    def begin(self) -> date:
        """The first day that it can have been."""
        return find_dagen(self.van)[0]

    @property
    def is_dag(self) -> bool:
        """Known to the day, for sure."""
        return len(self.van) == 10 and not self.tot and not self.ongeveer

    @property
    def is_vaag(self) -> bool:
        """Drawn as uncertain: about then, or somewhere in a year."""
        return self.ongeveer or len(self.van) == 4

    def find_einde(self, vandaag: date) -> date:
        """The last day that it can have been; of what goes on: today."""
        return max(self.begin, vandaag) if self.loopt else max(self.begin, find_dagen(self.tot or self.van)[1])


def find_dagen(deel: str) -> tuple[date, date]:
    """The first and last day of a year, month or day. Raises GeenMoment for anything else."""
    gevonden = _ISO.fullmatch(deel)
    jaar, maand, dag = (
        (int(getal) if getal else None for getal in gevonden.groups()) if gevonden else (None, None, None)
    )
    try:
        if jaar is None or not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
            raise GeenMoment(deel)
        if maand is None:
            return date(jaar, 1, 1), date(jaar, 12, 31)
        if dag is None:
            return date(jaar, maand, 1), date(jaar, maand, monthrange(jaar, maand)[1])
        return date(jaar, maand, dag), date(jaar, maand, dag)
    except ValueError:
        raise GeenMoment(deel) from None


def check_toen(toen: Toen) -> str:
    """What is wrong with it, as the name of a field; nothing when it is right."""
    for naam, deel in (("van", toen.van), ("tot", toen.tot)):
        try:
            if deel or naam == "van":
                find_dagen(deel)
        except GeenMoment:
            return naam
    return "tot" if toen.tot and find_dagen(toen.tot)[1] < toen.begin else ""


def read_deel(tekst: str) -> str:
    """What somebody typed ("december 2025", "3-12-2025", "2025") as a year, month or day. Raises GeenMoment."""
    schoon = " ".join(tekst.lower().split())
    if _ISO.fullmatch(schoon):
        deel = schoon
    elif gevonden := _IN_CIJFERS.fullmatch(schoon):
        dag, maand, jaar = gevonden.groups()
        deel = "-".join(filter(None, (jaar, maand and f"{int(maand):02}", dag and f"{int(dag):02}")))
    elif gevonden := _IN_WOORDEN.fullmatch(schoon):
        dag, woord, jaar = gevonden.groups()
        maanden = [nr for nr, naam in enumerate(MAANDEN, 1) if len(woord) >= 3 and naam.startswith(woord)]
        if woord == "mrt":
            maanden = [3]
        if len(maanden) != 1:
            raise GeenMoment(tekst)
        deel = f"{jaar}-{maanden[0]:02}" + (f"-{int(dag):02}" if dag else "")
    else:
        raise GeenMoment(tekst)
    find_dagen(deel)
    return deel


def write_deel(deel: str) -> str:
    """ "2025", "december 2025" or "3 december 2025"."""
    delen = deel.split("-")
    woorden = [delen[0]]
    if len(delen) > 1:
        woorden.insert(0, MAANDEN[int(delen[1]) - 1])
    if len(delen) > 2:
        woorden.insert(0, str(int(delen[2])))
    return " ".join(woorden)


def write_toen(toen: Toen) -> str:
    """ "december 2025", "van maart 2025 tot juni 2026", "sinds 2024", each with "ongeveer" when nobody is sure."""
    if toen.tot:
        woorden = f"van {write_deel(toen.van)} tot {write_deel(toen.tot)}"
    elif toen.loopt:
        woorden = f"sinds {write_deel(toen.van)}"
    else:
        woorden = write_deel(toen.van)
    return f"ongeveer {woorden}" if toen.ongeveer else woorden
