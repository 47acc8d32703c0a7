"""What a calendar may know: when something is, and no name, no place and no word of anybody."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from leefgebieden.domain.gesprek import Gesprek
from leefgebieden.domain.komtterug import OpenAfspraak
from leefgebieden.domain.overleg import Overleg

UUR = timedelta(hours=1)


@dataclass(frozen=True)
class Gebeurtenis:
    """One entry. `van` is a moment in UTC, or a day."""

    id: str
    wat: str
    van: datetime | date
    tot: datetime | None = None


def list_gebeurtenissen(
    afspraken: Iterable[OpenAfspraak], gesprekken: Iterable[Gesprek], overleggen: Iterable[Overleg]
) -> Iterator[Gebeurtenis]:
    """Open afspraken by their day, gesprekken that are still to come, and overleggen."""
    for een in afspraken:
        if een.afspraak.uiterlijk is not None:
            yield Gebeurtenis(een.afspraak.id, "Afspraak: kijk in de app", een.afspraak.uiterlijk)
    for gesprek in gesprekken:
        if gesprek.gepland:
            yield Gebeurtenis(gesprek.id, "Gesprek", gesprek.begonnen_op, gesprek.begonnen_op + UUR)
    for overleg in overleggen:
        if overleg.afgesloten_op is None:
            yield Gebeurtenis(overleg.id, "Overleg", overleg.begint_op, overleg.begint_op + UUR)
