"""The notities of a casus, laid over the card: per leefgebied three blocks, and in each the two voices (gegevens.md)."""

from collections.abc import Iterable
from dataclasses import dataclass

from leefgebieden.content.model import Deelgebied, EenvoudigeKaart, Kaart
from leefgebieden.domain.casus import HeleCasus, StandSoort
from leefgebieden.domain.notitie import Notitie, VanWie
from leefgebieden.domain.stand import came_from_others


@dataclass(frozen=True)
class Blok:
    """One block of a leefgebied: what the person says comes first, then what was seen and heard. Unknown stays unknown."""

    zelf: tuple[Notitie, ...]
    gezien: tuple[Notitie, ...]
    onbekend: tuple[Notitie, ...]

    @property
    def notities(self) -> tuple[Notitie, ...]:
        return self.zelf + self.gezien + self.onbekend

    @property
    def aantal(self) -> int:
        return len(self.notities)


@dataclass(frozen=True)
class Blokken:
    """The three blocks. A notitie that is both kracht and lastig stands in both (gegevens.md)."""

    kracht: Blok
    lastig: Blok
    zonder_label: Blok

    @property
    def notities(self) -> tuple[Notitie, ...]:
        """Every notitie once."""
        return tuple(
            {n.id: n for blok in (self.kracht, self.lastig, self.zonder_label) for n in blok.notities}.values()
        )


@dataclass(frozen=True)
class Standen:
    """The deelgebieden of one leefgebied by what was done with them."""

    over_gepraat: tuple[Deelgebied, ...]
    wil_nu_niet: tuple[Deelgebied, ...]
    nog_niet: tuple[Deelgebied, ...]
    van_anderen: bool = False
    """Of what was not talked about something is known, from others: the page then says with whom it was not talked about."""


@dataclass(frozen=True)
class Gebiedsbeeld:
    """One field of a card with what was written down there. `standen` is None on the simple card, which has none."""

    key: str
    naam: str
    icoon: str
    blokken: Blokken
    standen: Standen | None = None


@dataclass(frozen=True)
class Casusbeeld:
    """A card with all notities of a casus on it. `zonder_plaats` are still to be ordered; `rest` has no field on this card."""

    gebieden: tuple[Gebiedsbeeld, ...]
    rest: Blokken
    zonder_plaats: tuple[Notitie, ...]


def lay_over_kaart(hele: HeleCasus, kaart: Kaart) -> Casusbeeld:
    """The notities over the 4 leefgebieden; one with places in two of them stands in both."""
    gebieden = tuple(
        Gebiedsbeeld(
            key=leefgebied.key,
            naam=leefgebied.naam,
            icoon=leefgebied.icoon,
            blokken=_lay_blokken(
                hele.notities, {leefgebied.key, *(deelgebied.key for deelgebied in leefgebied.deelgebieden)}
            ),
            standen=_sort_standen(hele, leefgebied.deelgebieden),
        )
        for leefgebied in kaart.leefgebieden
    )
    return Casusbeeld(gebieden, _lay_blokken((), set()), _without_plaats(hele))


def lay_over_eenvoudige_kaart(hele: HeleCasus, kaart: EenvoudigeKaart) -> Casusbeeld:
    """The same notities over dag, nacht, geld and vrije tijd; what has no field there is the rest."""
    gebieden = tuple(
        Gebiedsbeeld(
            key=gebied.key,
            naam=gebied.naam,
            icoon=gebied.icoon,
            blokken=_lay_blokken(hele.notities, set(gebied.plaatsen)),
        )
        for gebied in kaart.gebieden
    )
    return Casusbeeld(gebieden, _lay_blokken(hele.notities, set(kaart.rest_plaatsen)), _without_plaats(hele))


def find_te_bespreken(hele: HeleCasus, deelgebieden: Iterable[Deelgebied]) -> tuple[Deelgebied, ...]:
    """Deelgebieden where something was written down while their stand says nothing: the page asks, and sets nothing itself."""
    beschreven = {plaats for notitie in hele.notities for plaats in notitie.plaatsen}
    return tuple(d for d in deelgebieden if d.key in beschreven and hele.stand_of(d.key) is None)


def _lay_blokken(notities: Iterable[Notitie], plaatsen: set[str]) -> Blokken:
    hier = sorted((n for n in notities if plaatsen.intersection(n.plaatsen)), key=lambda n: n.gemaakt_op, reverse=True)
    return Blokken(
        kracht=_split_stemmen(n for n in hier if n.is_kracht),
        lastig=_split_stemmen(n for n in hier if n.is_lastig),
        zonder_label=_split_stemmen(n for n in hier if not n.is_kracht and not n.is_lastig),
    )


def _split_stemmen(notities: Iterable[Notitie]) -> Blok:
    alle = tuple(notities)
    anderen = [n for n in alle if n.van_wie and VanWie.ZELF not in n.van_wie]
    return Blok(
        zelf=tuple(n for n in alle if VanWie.ZELF in n.van_wie),
        # what the worker saw stands before what others told
        gezien=tuple(sorted(anderen, key=lambda n: VanWie.GEZIEN not in n.van_wie)),
        onbekend=tuple(n for n in alle if not n.van_wie),
    )


def _sort_standen(hele: HeleCasus, deelgebieden: tuple[Deelgebied, ...]) -> Standen:
    def having(stand: StandSoort | None) -> tuple[Deelgebied, ...]:
        return tuple(d for d in deelgebieden if hele.stand_of(d.key) == stand)

    nog_niet = having(None)
    return Standen(
        having(StandSoort.OVER_GEPRAAT),
        having(StandSoort.WIL_NU_NIET),
        nog_niet,
        van_anderen=came_from_others(hele.notities, nog_niet),
    )


def _without_plaats(hele: HeleCasus) -> tuple[Notitie, ...]:
    return tuple(notitie for notitie in hele.notities if notitie.to_sort)
