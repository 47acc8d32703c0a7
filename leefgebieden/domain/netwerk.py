"""Who stands around the person: eigen mensen, and hulp en instanties."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leefgebieden.domain.notitie import OpA4
from leefgebieden.domain.vorm import Id, tekst, vrije_tekst

OP_A4_HOOGUIT = 8


class Kring(StrEnum):
    EIGEN_MENSEN = "eigen-mensen"
    HULP_EN_INSTANTIES = "hulp-en-instanties"


class Band(StrEnum):
    """How the contact is. The key in the exchange format is `contact`."""

    STERK = "sterk"
    ZWAK = "zwak"
    GESPANNEN = "gespannen"
    VERBROKEN = "verbroken"
    ONBEKEND = "onbekend"


class VerwantschapSoort(StrEnum):
    PARTNER = "partner"
    EX_PARTNER = "ex-partner"
    OUDER_VAN = "ouder-van"
    BROER_OF_ZUS = "broer-of-zus"
    TWEELING = "tweeling"
    HUISHOUDEN = "huishouden"


class Gestalte(StrEnum):
    """How somebody stands in the genogram; nothing chosen is a rounded shape: nobody is made a man or a woman by accident."""

    VIERKANT = "vierkant"
    """A man."""
    CIRKEL = "cirkel"
    """A woman."""


PERSOON = "persoon"
"""Stands for the person himself in a verwantschap."""


@dataclass(frozen=True)
class Netwerklid:
    """A person or institution around the person. `woord` stands on the line: "elke week". `niet_tonen`: not in samen kijken."""

    id: Id
    wie: str = tekst(hooguit=80)
    kring: Kring | None = None
    contact: Band = Band.ONBEKEND
    woord: str = vrije_tekst(hooguit=40)
    sinds: date | None = None
    tot: date | None = None
    op_a4: OpA4 = OpA4.AUTO
    gestalte: Gestalte | None = None
    overleden: bool = False
    niet_tonen: bool = False

    def is_er_op(self, dag: date) -> bool:
        """Whether somebody was there on this day, as far as is known: without a date always."""
        return (self.sinds is None or self.sinds <= dag) and (self.tot is None or dag < self.tot)


@dataclass(frozen=True)
class Verwantschap:
    """A tie of family or household between two network members, or `persoon` for the person himself."""

    van: str
    naar: str
    soort: VerwantschapSoort
