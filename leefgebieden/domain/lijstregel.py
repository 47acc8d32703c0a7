"""What the list of Mensen shows of one casus, so that no notities need be opened for it."""

from dataclasses import dataclass
from datetime import date, datetime

from leefgebieden.domain.afspraak import Afspraak, sort_afspraken
from leefgebieden.domain.casus import Casus, Soort
from leefgebieden.domain.gesprek import Contact, Gesprek
from leefgebieden.domain.spoed import Haast
from leefgebieden.domain.tekst import list_gelijkvormen, search_form
from leefgebieden.domain.vorm import vrije_tekst

AFSPRAKEN_HOOGUIT = 5


@dataclass(frozen=True)
class LijstAfspraak:
    wat: str
    uiterlijk: date | None = None


@dataclass(frozen=True)
class LijstGesprek:
    begonnen_op: datetime
    plaats: str = ""


@dataclass(frozen=True)
class Lijstregel:
    """Names, the first open afspraken by date, and the gesprekken still to come."""

    soort: Soort
    noemnaam: str
    naam: str = vrije_tekst(hooguit=80)
    schuilnaam: str = vrije_tekst(hooguit=80)
    in_een_zin: str = vrije_tekst(hooguit=120)
    afspraken: tuple[LijstAfspraak, ...] = ()
    gepland: tuple[LijstGesprek, ...] = ()
    probeer_opnieuw: bool = False
    haast: tuple[Haast, ...] = ()

    def matches(self, gezocht: str) -> bool:
        """Whether a name holds what was searched; accents and case do not matter. `gezocht` is in search form."""
        return any(gezocht in search_form(naam) for naam in (self.noemnaam, self.naam, self.schuilnaam))

    def is_called(self, gelijkvormen: frozenset[str]) -> bool:
        """Whether a name is the same as the one of these forms (`list_gelijkvormen`)."""
        return any(gelijkvormen & list_gelijkvormen(naam) for naam in (self.noemnaam, self.naam, self.schuilnaam))

    def find_voorbij(self, vandaag: date) -> LijstAfspraak | None:
        """The first afspraak whose date has passed without word of what became of it."""
        return next((a for a in self.afspraken if a.uiterlijk is not None and a.uiterlijk < vandaag), None)

    def find_volgende(self, vandaag: date) -> LijstAfspraak | None:
        """The first afspraak that is still to come."""
        return next((a for a in self.afspraken if a.uiterlijk is None or a.uiterlijk >= vandaag), None)


def make_lijstregel(casus: Casus, gesprekken: tuple[Gesprek, ...], afspraken: tuple[Afspraak, ...]) -> Lijstregel:
    """The row of a casus in the list."""
    open_afspraken = [afspraak for afspraak in sort_afspraken(afspraken) if afspraak.is_open()]
    geweest = [gesprek for gesprek in gesprekken if not gesprek.gepland]
    laatste = max(geweest, key=lambda gesprek: gesprek.begonnen_op, default=None)
    gepland = sorted((gesprek for gesprek in gesprekken if gesprek.gepland), key=lambda g: g.begonnen_op)
    return Lijstregel(
        soort=casus.soort,
        noemnaam=casus.noemnaam,
        naam=casus.naam,
        schuilnaam=casus.schuilnaam,
        in_een_zin=casus.in_een_zin,
        afspraken=tuple(LijstAfspraak(a.wat, a.uiterlijk) for a in open_afspraken[:AFSPRAKEN_HOOGUIT]),
        gepland=tuple(LijstGesprek(g.begonnen_op, g.plaats) for g in gepland[:AFSPRAKEN_HOOGUIT]),
        probeer_opnieuw=laatste is not None and laatste.contact is Contact.NIET_GELUKT and not gepland,
        haast=casus.haast,
    )
