"""An afspraak: what, who does it, by when, who guards it, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from leefgebieden.content.model import Kanaal, Vragenlijst
from leefgebieden.domain.vorm import Id, tekst, vrije_tekst


class WieSoort(StrEnum):
    """Who does it: own strength and network come before institutions (inhoud.md 2)."""

    PERSOON = "persoon"
    NETWERK = "netwerk"
    MEDEWERKER = "medewerker"
    INSTANTIE = "instantie"


@dataclass(frozen=True)
class AfspraakWie:
    soort: WieSoort
    naam: str = vrije_tekst(hooguit=80)


@dataclass(frozen=True)
class Afloop:
    """What became of it: done or not, and what happened."""

    op: datetime
    gedaan: bool
    wat_gebeurde: str = vrije_tekst(hooguit=1_000)


@dataclass(frozen=True)
class Afspraak:
    """`wie` None reads as "nog niemand". `inschatting` is the estimate when it will not be, or was not, done in time."""

    id: Id
    wat: str = tekst(hooguit=90)
    wie: AfspraakWie | None = None
    uiterlijk: date | None = None
    bewaker: str = vrije_tekst(hooguit=80)
    inschatting: str = vrije_tekst(hooguit=1_000)
    kanaal: Kanaal | None = None
    afloop: Afloop | None = None

    def is_open(self) -> bool:
        return self.afloop is None

    def is_voorbij(self, vandaag: date) -> bool:
        """Its date has passed and nobody said what became of it: it comes back."""
        return self.is_open() and self.uiterlijk is not None and self.uiterlijk < vandaag


def offer_uiterlijk(lijst: Vragenlijst, vandaag: date) -> date | None:
    """The date that is offered: two weeks ahead at telefoon and loket; None where the term is asked (inhoud.md 2)."""
    return None if lijst.termijn_dagen is None else vandaag + timedelta(days=lijst.termijn_dagen)


def sort_afspraken(afspraken: tuple[Afspraak, ...]) -> tuple[Afspraak, ...]:
    """First by date; what has no date comes last, in the order it was made."""
    return tuple(sorted(afspraken, key=lambda afspraak: (afspraak.uiterlijk is None, afspraak.uiterlijk or date.max)))


def find_volgende(afspraken: tuple[Afspraak, ...]) -> Afspraak | None:
    """The next open afspraak: the one to show on top."""
    return next((afspraak for afspraak in sort_afspraken(afspraken) if afspraak.is_open()), None)
