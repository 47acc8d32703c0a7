"""A notitie: what was said, seen or thought. Only words are needed; every label is optional, at capture and forever."""

from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum

from leefgebieden.content.model import Kaart
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toen import Toen
from leefgebieden.domain.verklaring import Verklaring
from leefgebieden.domain.vorm import NOTITIE_MAX_BYTES, Id, rij, tekst, vrije_tekst

FORM_HOOGUIT = 50_000
KORTE_ZIN_HOOGUIT = 90
SCHAAL_HOOGUIT = 200


class VanWie(StrEnum):
    """Question 1 of the card: how does the person experience it, and what do you see. `ander` is ours."""

    ZELF = "zelf"
    GEZIEN = "gezien"
    ANDER = "ander"


class Wanneer(StrEnum):
    """Question 2 of the card: now, needed or wished, and history."""

    NU = "nu"
    WENS = "wens"
    VROEGER = "vroeger"


class Wat(StrEnum):
    """Questions 3 and 4 of the card: problems and possibilities, and what makes that it is so."""

    KRACHT = "kracht"
    LASTIG = "lastig"
    VERKLAART = "verklaart"


class OpA4(StrEnum):
    """Whether something goes on the A4: chosen by the rules, or by the worker."""

    AUTO = "auto"
    JA = "ja"
    NEE = "nee"


class Soort(StrEnum):
    """The three blocks of a leefgebied, and the kinds by which the A4 counts."""

    KRACHT = "kracht"
    LASTIG = "lastig"
    ZONDER_LABEL = "zonder label"


@dataclass(frozen=True)
class Schaal:
    """A number that the person or the worker gave, 0-10, and on what. Shown in words, never added up.

    The scoringsvraag is of the sources (dagdeel 2); the 0-10, the two questions and the line through time are ours.
    """

    van_wie: VanWie
    cijfer: int = field(metadata={"van": 0, "tot": 10})
    waarover: str = vrije_tekst(hooguit=SCHAAL_HOOGUIT)
    niet_lager: str = vrije_tekst(hooguit=SCHAAL_HOOGUIT)
    """What makes that it is no lower number."""
    stap_hoger: str = vrije_tekst(hooguit=SCHAAL_HOOGUIT)
    """What one step up looks like."""


@dataclass(frozen=True)
class Versie:
    """An earlier text with its labels: what it was until `op`, when `door` changed it."""

    op: datetime
    door: Mens
    tekst: str = tekst(hooguit=NOTITIE_MAX_BYTES)
    korte_zin: str = vrije_tekst(hooguit=KORTE_ZIN_HOOGUIT)
    van_wie: tuple[VanWie, ...] = ()
    wanneer: tuple[Wanneer, ...] = ()
    wat: tuple[Wat, ...] = ()
    plaatsen: tuple[str, ...] = ()
    schaal: Schaal | None = None
    toen: Toen | None = None
    op_a4: OpA4 = OpA4.AUTO
    afgeschermd: bool = False
    over_ander: bool = False


VERSIEVELDEN = tuple(veld.name for veld in fields(Versie) if veld.name not in ("op", "door"))
"""What a notitie had then, under the names that it has in the notitie."""


@dataclass(frozen=True)
class Notitie:
    """One notitie, with its earlier versions."""

    id: Id
    tekst: str = tekst(hooguit=NOTITIE_MAX_BYTES)
    korte_zin: str = vrije_tekst(hooguit=KORTE_ZIN_HOOGUIT)
    van_wie: tuple[VanWie, ...] = ()
    wanneer: tuple[Wanneer, ...] = ()
    wat: tuple[Wat, ...] = ()
    plaatsen: tuple[str, ...] = ()
    vraag: str = vrije_tekst(hooguit=120)
    gesprek: Id | None = None
    schaal: Schaal | None = None
    toen: Toen | None = None
    """When it was, where that is known."""
    op_a4: OpA4 = OpA4.AUTO
    afgeschermd: bool = False
    over_ander: bool = False
    gemaakt_op: datetime = field(kw_only=True)
    auteur: Mens = field(kw_only=True)
    verklaringen: tuple[Verklaring, ...] = rij(hooguit=100)
    versies: tuple[Versie, ...] = rij(hooguit=5_000)

    @property
    def is_kracht(self) -> bool:
        return Wat.KRACHT in self.wat

    @property
    def is_lastig(self) -> bool:
        return Wat.LASTIG in self.wat

    @property
    def is_gedachte(self) -> bool:
        """`gezien` with `verklaart` reads as a thought, never as a fact."""
        return VanWie.GEZIEN in self.van_wie and Wat.VERKLAART in self.wat

    @property
    def soort(self) -> Soort:
        """The kind by which the A4 counts it. Both kracht and lastig counts once, as kracht."""
        if self.is_kracht:
            return Soort.KRACHT
        return Soort.LASTIG if self.is_lastig else Soort.ZONDER_LABEL

    @property
    def has_label(self) -> bool:
        return bool(self.van_wie or self.wanneer or self.wat)

    @property
    def to_sort(self) -> bool:
        """Still on the pile *Nog te ordenen*: it has no place yet. What is afgeschermd is on no pile."""
        return not self.plaatsen and not self.afgeschermd


def write_herkomst(notitie: Notitie) -> tuple[str, ...]:
    """Who says it, in the words that stand after a notitie: zegt zelf, gezien, gehoord, gedachte."""
    woorden = []
    if VanWie.ZELF in notitie.van_wie:
        woorden.append("zegt zelf")
    if notitie.is_gedachte:
        woorden.append("gedachte")
    elif VanWie.GEZIEN in notitie.van_wie:
        woorden.append("gezien")
    if VanWie.ANDER in notitie.van_wie:
        woorden.append("gehoord")
    return tuple(woorden)


def sort_plaatsen(plaatsen: tuple[str, ...], kaart: Kaart) -> tuple[str, ...]:
    """Places in the order of the card; a leefgebied that is already named by one of its deelgebieden is left out."""
    volgorde: list[str] = []
    for leefgebied in kaart.leefgebieden:
        delen = [d.key for d in leefgebied.deelgebieden if d.key in plaatsen]
        volgorde += delen or ([leefgebied.key] if leefgebied.key in plaatsen else [])
    return tuple(volgorde)


def change_notitie(notitie: Notitie, nieuw: Notitie, door: Mens, op: datetime) -> Notitie:
    """The notitie with the words, labels and places of `nieuw`; what it was becomes an earlier version of it."""
    eerder = Versie(op=op, door=door, **{veld: getattr(notitie, veld) for veld in VERSIEVELDEN})
    return replace(
        nieuw,
        id=notitie.id,
        gemaakt_op=notitie.gemaakt_op,
        auteur=notitie.auteur,
        vraag=notitie.vraag,
        gesprek=notitie.gesprek,
        versies=(*notitie.versies, eerder),
    )
