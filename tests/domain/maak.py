"""Small makers of domain values for tests: only what a test is about has to be said."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from leefgebieden.content.model import Kanaal
from leefgebieden.domain.afspraak import Afspraak, AfspraakWie, WieSoort
from leefgebieden.domain.casus import A4Keuzes, Casus, HeleCasus, Soort
from leefgebieden.domain.gesprek import Contact, Gesprek
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.netwerk import Band, Kring, Netwerklid
from leefgebieden.domain.notitie import Notitie, VanWie, Wat
from leefgebieden.domain.vorm import Id

NU = datetime(2026, 7, 6, 10, 0, tzinfo=UTC)


def make_id(van: object) -> Id:
    """An id that is the same every time for the same thing."""
    return Id(str(uuid5(NAMESPACE_URL, str(van))))


ANJA = Mens(make_id("Anja"), "Anja")


def make_casus(naam: str = "Frans van Noord", **velden: Any) -> Casus:
    gewoon: dict[str, Any] = {
        "soort": Soort.ECHT,
        "roepnaam": naam.split()[0],
        "kanaal": Kanaal.EROPAF,
        "gemaakt_op": NU,
    }
    return Casus(id=make_id(naam), naam=naam, **(gewoon | velden))


def make_notitie(
    tekst: str = "Hij zet koffie.",
    *,
    nr: int = 0,
    wat: str = "",
    van_wie: str = "",
    plaatsen: tuple[str, ...] = ("dag",),
    **velden: Any,
) -> Notitie:
    """`wat` and `van_wie` are words with spaces between them: "kracht lastig". `nr` makes its id and its moment."""
    gewoon: dict[str, Any] = {"gemaakt_op": NU - timedelta(days=1) + timedelta(seconds=nr), "auteur": ANJA}
    return Notitie(
        id=make_id(("notitie", nr, tekst[:200])),
        tekst=tekst,
        wat=tuple(Wat(woord) for woord in wat.split()),
        van_wie=tuple(VanWie(woord) for woord in van_wie.split()),
        plaatsen=plaatsen,
        **(gewoon | velden),
    )


def make_notities(aantal: int, tekst: str = "Nummer {nr} op een gewone regel.", **velden: Any) -> tuple[Notitie, ...]:
    """Notities over the four leefgebieden in turn; `{nr}` in the text is the number."""
    gebieden = ("dag", "nacht", "financien", "functioneren")
    eerste = velden.pop("eerste", 0)
    return tuple(
        make_notitie(tekst.replace("{nr}", str(nr)), nr=nr, plaatsen=(gebieden[nr % 4],), **velden)
        for nr in range(eerste, eerste + aantal)
    )


def make_afspraak(
    wat: str = "Samen koffie drinken", *, wie: str = "Anja", dag: int | None = 10, **velden: Any
) -> Afspraak:
    """An afspraak in July 2026; `wie` empty is "nog niemand"."""
    persoon = AfspraakWie(WieSoort.MEDEWERKER, wie) if wie else None
    uiterlijk = date(2026, 7, 1) + timedelta(days=dag - 1) if dag else None
    return Afspraak(id=make_id(("afspraak", wat, wie, dag)), wat=wat, wie=persoon, uiterlijk=uiterlijk, **velden)


def make_lid(
    wie: str, *, kring: Kring | None = Kring.EIGEN_MENSEN, contact: Band = Band.STERK, woord: str = ""
) -> Netwerklid:
    return Netwerklid(id=make_id(("lid", wie)), wie=wie, kring=kring, contact=contact, woord=woord)


def make_bezoek(*, dagen_geleden: int = 2, door: tuple[Mens, ...] = (ANJA,)) -> Gesprek:
    """A visit that succeeded."""
    begonnen = NU - timedelta(days=dagen_geleden)
    return Gesprek(
        id=make_id(("bezoek", dagen_geleden)),
        kanaal=Kanaal.EROPAF,
        begonnen_op=begonnen,
        contact=Contact.GELUKT,
        door=door,
    )


def make_hele(naam: str = "Frans van Noord", *notities: Notitie, a4: A4Keuzes | None = None, **delen: Any) -> HeleCasus:
    """A whole casus. `delen` are other parts of it: afspraken, netwerk, standen; or `casus`."""
    casus = delen.pop("casus", None) or make_casus(naam)
    return HeleCasus(casus=casus, notities=notities, a4=a4 or A4Keuzes(), **delen)
