"""How long a casus is kept, and until when a copy of what was erased may still lie in a backup (plichten.md)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from leefgebieden.domain.datum import to_dag


class Bewaargrond(StrEnum):
    """Under which rule a casus is kept. An organisation fills in the years; a lawyer confirms."""

    OUTREACH = "outreach"
    """No report under a law was made: nothing settles the term."""
    WMO = "wmo"
    JEUGDWET = "jeugdwet"


@dataclass(frozen=True)
class Termijnen:
    """Years after the last contact, per ground. 2, 15 and 20 are the defaults of the settings."""

    outreach: int
    wmo: int
    jeugdwet: int

    def years_of(self, grond: Bewaargrond) -> int:
        return int(getattr(self, grond.value))

    @property
    def kortste(self) -> int:
        return min(self.outreach, self.wmo, self.jeugdwet)


def find_bewaren_tot(gronden: Collection[Bewaargrond], laatste: datetime, termijnen: Termijnen) -> date:
    """The last day on which it is kept: so many years after the last contact, or after it was closed if that was later.

    Where more than one rule holds, the longest term counts.
    """
    return add_years(to_dag(laatste), max(termijnen.years_of(grond) for grond in gronden))


def add_years(dag: date, jaren: int) -> date:
    """The same day so many years on; 28 February for a day that is not there."""
    try:
        return dag.replace(year=dag.year + jaren)
    except ValueError:
        return dag.replace(year=dag.year + jaren, day=28)
