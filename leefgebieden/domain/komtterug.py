"""What comes back by itself: afspraken whose date has passed, of which nothing was heard, or that nobody guards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from leefgebieden.domain.afspraak import Afspraak
from leefgebieden.domain.datum import to_dag

STIL_NA = timedelta(days=14)
"""After so long without a word, the source asks for a terugkoppeling (inhoud.md 2, planning)."""
STRAKS = timedelta(days=7)


@dataclass(frozen=True)
class OpenAfspraak:
    """An open afspraak of one person, and when something was last written about it."""

    casus_id: str
    noemnaam: str
    afspraak: Afspraak
    gewijzigd_op: datetime


@dataclass(frozen=True)
class KomtTerug:
    """Each open afspraak that asks something, once: in the first group that it belongs to."""

    voorbij: tuple[OpenAfspraak, ...]
    stil: tuple[OpenAfspraak, ...]
    straks: tuple[OpenAfspraak, ...]
    zonder_bewaker: tuple[OpenAfspraak, ...]

    @property
    def aantal(self) -> int:
        """How many ask something now: what is only still to come does not."""
        return len(self.voorbij) + len(self.stil) + len(self.zonder_bewaker)


def sort_komt_terug(alle: Iterable[OpenAfspraak], vandaag: date) -> KomtTerug:
    """By what they ask, the oldest date first."""
    groepen: dict[str, list[OpenAfspraak]] = {"voorbij": [], "stil": [], "straks": [], "zonder_bewaker": []}
    for een in sorted(alle, key=lambda e: (e.afspraak.uiterlijk or date.max, e.noemnaam, e.afspraak.wat)):
        if groep := _find_groep(een, vandaag):
            groepen[groep].append(een)
    return KomtTerug(**{naam: tuple(rij) for naam, rij in groepen.items()})


def say_stand(een: OpenAfspraak, vandaag: date) -> str:
    """What an open afspraak asks now, in words for the table; empty when it asks nothing."""
    return {
        "voorbij": "De datum is voorbij. Wat is er gebeurd?",
        "stil": "Twee weken niets gehoord. Hoe staat het?",
        "zonder_bewaker": "Hier let nog niemand op.",
    }.get(_find_groep(een, vandaag), "")


def _find_groep(een: OpenAfspraak, vandaag: date) -> str:
    afspraak = een.afspraak
    if not afspraak.is_open():
        return ""
    if afspraak.is_voorbij(vandaag):
        return "voorbij"
    if vandaag - to_dag(een.gewijzigd_op) >= STIL_NA:
        return "stil"
    if afspraak.uiterlijk is not None and afspraak.uiterlijk <= vandaag + STRAKS:
        return "straks"
    return "" if afspraak.bewaker else "zonder_bewaker"
