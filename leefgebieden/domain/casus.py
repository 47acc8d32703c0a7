"""A casus: one person or household the team works with, and everything that is kept with it (gegevens.md)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from leefgebieden.content.model import Kanaal
from leefgebieden.domain.afspraak import Afspraak
from leefgebieden.domain.antwoord import Antwoord
from leefgebieden.domain.bewaren import Bewaargrond
from leefgebieden.domain.gesprek import Gesprek
from leefgebieden.domain.navraag import Navraag
from leefgebieden.domain.netwerk import Netwerklid, Verwantschap
from leefgebieden.domain.notitie import Notitie, OpA4
from leefgebieden.domain.overleg import Besluit, Bespreking, Bijdrage
from leefgebieden.domain.reactie import Reactie
from leefgebieden.domain.spoed import Haast, WmoMelding
from leefgebieden.domain.toestemming import Toestemming
from leefgebieden.domain.verklaring import Verklaring
from leefgebieden.domain.vorm import Id, rij, tekst, vrije_tekst

NAAM_HOOGUIT = 80


class Soort(StrEnum):
    """Real, the example that comes with the app, or a student's attempt: never mixed."""

    ECHT = "echt"
    VOORBEELD = "voorbeeld"
    OEFENING = "oefening"


class StandSoort(StrEnum):
    """What was done with a deelgebied. No row at all means: nog niet over gepraat."""

    OVER_GEPRAAT = "over-gepraat"
    WIL_NU_NIET = "wil-nu-niet"


class Namen(StrEnum):
    """Which name stands on an A4."""

    INITIALEN = "initialen"
    SCHUILNAAM = "schuilnaam"
    VOLUIT = "voluit"


@dataclass(frozen=True)
class Afsluiting:
    """A casus that was closed: when and why. Opening it again takes this away; the logboek remembers."""

    op: datetime
    reden: str = tekst(hooguit=1_000)


@dataclass(frozen=True)
class Casus:
    """The person, as the worker knows him. Only a name and a kanaal are ever asked."""

    id: Id
    soort: Soort
    naam: str = tekst(hooguit=NAAM_HOOGUIT)
    roepnaam: str = vrije_tekst(hooguit=NAAM_HOOGUIT)
    schuilnaam: str = vrije_tekst(hooguit=NAAM_HOOGUIT)
    leeftijd: int | None = field(default=None, metadata={"van": 0, "tot": 120})
    leeftijd_op: date | None = None
    in_een_zin: str = vrije_tekst(hooguit=120)
    kanaal: Kanaal = field(kw_only=True)
    gemaakt_op: datetime = field(kw_only=True)
    bereik: str = vrije_tekst(hooguit=1_000)
    let_op: str = vrije_tekst(hooguit=1_000)
    afgesloten: Afsluiting | None = None
    bewaren: Bewaargrond = Bewaargrond.OUTREACH
    verklaringen: tuple[Verklaring, ...] = rij(hooguit=100)
    haast: tuple[Haast, ...] = ()
    wmo: WmoMelding | None = None
    oefening: str = vrije_tekst(hooguit=60)
    """The key of the story that is practised on; only of soort oefening."""

    @property
    def noemnaam(self) -> str:
        """The name on screen: how the person is called, else the name as given."""
        return self.roepnaam or self.naam

    @property
    def bewaargronden(self) -> frozenset[Bewaargrond]:
        """The rules under which this is kept: what was chosen, and the Wmo once there is a report (5.3.4), chosen or not."""
        return frozenset({self.bewaren, Bewaargrond.WMO} if self.wmo else {self.bewaren})


@dataclass(frozen=True)
class Openvraag:
    """What we do not know yet."""

    id: Id
    tekst: str = tekst(hooguit=200)
    vraag: str = vrije_tekst(hooguit=120)
    op_a4: OpA4 = OpA4.AUTO
    beantwoord_op: datetime | None = None


@dataclass(frozen=True)
class Stand:
    """What was done with one deelgebied, set by the worker; a notitie never sets it by itself."""

    deelgebied: str
    stand: StandSoort
    op: datetime


@dataclass(frozen=True)
class A4Keuzes:
    """What the worker chose for the A4. Empty means: take the proposal."""

    eigen_woorden: str = vrije_tekst(hooguit=300)
    wat_wil: str = vrije_tekst(hooguit=200)
    letten_op: tuple[str, ...] = rij(hooguit=3, hooguit_per_stuk=60)
    vraag_aan_team: str = vrije_tekst(hooguit=95)


@dataclass(frozen=True)
class GemaakteSamenvatting:
    """An A4 that was made, kept as it was. `inhoud` is the composed value (domain/samenvatting.py) as plain JSON."""

    id: Id
    gemaakt_op: datetime
    namen: Namen
    inhoud: dict[str, Any]


@dataclass(frozen=True)
class HeleCasus:
    """A whole casus: what one exchange file carries, in the order of its keys.

    A page reads it without the earlier versions of notities and without the reacties (store/casus.py).
    """

    casus: Casus
    gesprekken: tuple[Gesprek, ...] = ()
    notities: tuple[Notitie, ...] = ()
    openvragen: tuple[Openvraag, ...] = ()
    standen: tuple[Stand, ...] = ()
    netwerk: tuple[Netwerklid, ...] = ()
    verwantschap: tuple[Verwantschap, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    a4: A4Keuzes = A4Keuzes()
    samenvattingen: tuple[GemaakteSamenvatting, ...] = ()
    toestemmingen: tuple[Toestemming, ...] = ()
    besprekingen: tuple[Bespreking, ...] = ()
    bijdragen: tuple[Bijdrage, ...] = ()
    besluiten: tuple[Besluit, ...] = ()
    antwoorden: tuple[Antwoord, ...] = ()
    navragen: tuple[Navraag, ...] = ()
    reacties: tuple[Reactie, ...] = ()

    def stand_of(self, deelgebied: str) -> StandSoort | None:
        """The stand of a deelgebied; None means nog niet over gepraat."""
        return next((stand.stand for stand in self.standen if stand.deelgebied == deelgebied), None)
