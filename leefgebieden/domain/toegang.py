"""Who may do what with one casus: one pure function decides (gegevens.md, "Who may do what")."""

from enum import StrEnum


class Betrokkenheid(StrEnum):
    """How a medewerker belongs to a casus. No row at all: a stranger to it."""

    EIGENAAR = "eigenaar"
    MEEWERKER = "meewerker"


class Recht(StrEnum):
    """What somebody wants to do with a casus."""

    LEZEN = "lezen"
    SCHRIJVEN = "schrijven"
    A4 = "a4"
    BEHEREN = "beheren"
    """Share, export, erase, close."""


class Besluit(StrEnum):
    TOEGESTAAN = "toegestaan"
    ONBEKEND = "onbekend"
    """A stranger: the answer is the same as for a casus that does not exist."""
    GEWEIGERD = "geweigerd"


_RECHTEN = {
    Betrokkenheid.EIGENAAR: frozenset(Recht),
    Betrokkenheid.MEEWERKER: frozenset({Recht.LEZEN, Recht.SCHRIJVEN, Recht.A4}),
}


def decide_toegang(betrokkenheid: Betrokkenheid | None, recht: Recht) -> Besluit:
    """Whether somebody who belongs to the casus in this way may do this."""
    if betrokkenheid is None:
        return Besluit.ONBEKEND
    return Besluit.TOEGESTAAN if recht in _RECHTEN[betrokkenheid] else Besluit.GEWEIGERD
