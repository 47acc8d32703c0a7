"""How long a backup can be opened, and when somebody should be reminded of backups, tests and paper.

Every backup is sealed under the key of its period. A period takes some days; then a new key comes. When a period began longer
ago than the term, its key is destroyed, provided that a backup of a later period was restored and compared: what was erased
from the database is then out of reach in the backups too. So with a term of 30 days and a period of 7, a backup stays of use
for 23 to 30 days, and what is erased is gone from all of them after 30.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

TEST_GELDT = timedelta(days=365)
KOPIE_GELDT = timedelta(days=2)


@dataclass(frozen=True)
class Termijnen:
    """In days: after how many a new key comes, and after how many an old one goes."""

    nieuw_na: int = 7
    weg_na: int = 30


def is_versleten(begin: date, vandaag: date, termijnen: Termijnen) -> bool:
    """Whether the next backup should have a new key."""
    return vandaag >= begin + timedelta(days=termijnen.nieuw_na)


def list_verlopen(
    perioden: Iterable[tuple[date, str]], beproefd: date | None, vandaag: date, termijnen: Termijnen
) -> list[str]:
    """The ids of the keys (begin, id) that must go now. `beproefd` is the begin of the newest one of which a backup was restored.

    A key goes when its term is over and a later one is `beproefd`: never the last backup that is known to be good. One of a
    day that is still to come was made while the clock was wrong, and goes when one of today is `beproefd`.
    """
    if beproefd is None:
        return []
    grens = vandaag - timedelta(days=termijnen.weg_na)
    return [
        sleutel
        for begin, sleutel in sorted(perioden)
        if (begin <= grens and begin < beproefd) or beproefd <= vandaag < begin
    ]


def compute_belofte(perioden: Iterable[date], vandaag: date, termijnen: Termijnen) -> date:
    """The day on which what is erased today can be read in no backup any more: the day that the last key goes that may open it.

    Today when no backup was ever made. A key that should have gone already waits for a test: then count from today.
    """
    dagen = [min(begin, vandaag) + timedelta(days=termijnen.weg_na) for begin in perioden]
    if not dagen:
        return vandaag
    return max(dagen) if max(dagen) > vandaag else vandaag + timedelta(days=termijnen.weg_na)


@dataclass(frozen=True)
class Blad:
    """A recovery sheet that was printed, as the page of the beheerder lists it."""

    id: str
    gemaakt_op: date
    getest_op: date | None
    vernietigd_op: date | None
    geldt: bool


@dataclass(frozen=True)
class Stand:
    """What is known of backups and tests; None for what never happened."""

    kopie_op: date | None
    hersteltest_op: date | None
    bladen: tuple[Blad, ...]
    te_lang_bewaard: bool = False


def list_herinneringen(stand: Stand, vandaag: date) -> list[str]:
    """What should be done, one sentence each; nothing when all is well."""
    zinnen = []
    geldig = next((blad for blad in stand.bladen if blad.geldt), None)
    if geldig is None:
        zinnen.append("Er is nog geen herstelblad. Zonder blad is alles weg als de sleutels weg zijn.")
    elif geldig.getest_op is None:
        zinnen.append(
            "Het herstelblad is nog niet getest. Test het: dan weet je dat je met het papier alles terughaalt."
        )
    elif vandaag - geldig.getest_op > TEST_GELDT:
        zinnen.append("Het herstelblad is langer dan een jaar geleden getest. Test het nog een keer.")
    if stand.kopie_op is None:
        zinnen.append("Er is nog geen reservekopie gemaakt.")
    elif vandaag - stand.kopie_op > KOPIE_GELDT:
        zinnen.append("De laatste reservekopie is oud. Laat er elke dag een maken.")
    if stand.kopie_op is not None and stand.hersteltest_op is None:
        zinnen.append("Er is nog geen reservekopie teruggezet om te testen. Een kopie is pas goed als dat lukt.")
    if stand.te_lang_bewaard:
        zinnen.append(
            "Een oude reservekopie is nog te openen, terwijl de termijn voorbij is. "
            "Maak een reservekopie en doe de hersteltest: daarna gaat de oude sleutel weg."
        )
    if any(not blad.geldt and blad.vernietigd_op is None for blad in stand.bladen):
        zinnen.append("Er is een oud herstelblad dat niet meer nodig is. Vernietig beide delen en vink het af.")
    return zinnen
