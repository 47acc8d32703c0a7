"""Who may do what with one casus: one pure function decides (gegevens.md, "Who may do what")."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from leefgebieden.domain.casus import Soort
from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.vorm import Id


class Betrokkenheid(StrEnum):
    """How a medewerker belongs to a casus. No row at all: it is not his."""

    EIGENAAR = "eigenaar"
    MEEWERKER = "meewerker"


class Rol(StrEnum):
    """What somebody is here; one person may hold several. The first three are held in a team, the others everywhere."""

    WERKER = "outreachend-werker"
    TEAMLEIDER = "teamleider"
    KERNTEAMLID = "kernteamlid"
    BEHEERDER = "beheerder"
    DOCENT = "docent"
    STUDENT = "student"


TEAMROLLEN = (Rol.WERKER, Rol.TEAMLEIDER, Rol.KERNTEAMLID)
VRIJE_ROLLEN = (Rol.BEHEERDER, Rol.DOCENT, Rol.STUDENT)
WERKENDE_ROLLEN = frozenset({Rol.WERKER, Rol.TEAMLEIDER})
"""Who works with people: only these may be eigenaar, meewerker or vervanger of a real casus."""
LERENDE_ROLLEN = frozenset({Rol.DOCENT, Rol.STUDENT})
"""Who has no other than these is here to learn: there is nobody to look for."""


def learns_only(rollen: frozenset[Rol]) -> bool:
    """Whether somebody with these roles is here to learn, or to teach, and for nothing else."""
    return bool(rollen) and rollen <= LERENDE_ROLLEN


class Recht(StrEnum):
    """What somebody wants to do with a casus."""

    NAAM_ZIEN = "naam zien"
    LEZEN = "lezen"
    SCHRIJVEN = "schrijven"
    A4 = "a4"
    BEHEREN = "beheren"
    """Share, export, ask to erase, close."""
    OVERDRAGEN = "overdragen"
    WISSEN_GOEDKEUREN = "wissen goedkeuren"


class Besluit(StrEnum):
    TOEGESTAAN = "toegestaan"
    ONBEKEND = "onbekend"
    """A stranger: the answer is the same as for a casus that does not exist."""
    GEWEIGERD = "geweigerd"


@dataclass(frozen=True)
class Periode:
    """Whole days, the first and the last included. `namens` is for whom one stands in."""

    van: date
    tot: date
    namens: Id | None = None

    def covers(self, dag: date) -> bool:
        return self.van <= dag <= self.tot


@dataclass(frozen=True)
class Positie:
    """Where one medewerker stands towards one casus: facts, from which `decide_toegang` follows.

    `rollen_in_team` are his roles in the team of the casus (`team_id`), `rollen` all he has anywhere. `vervangt` are the days
    on which he stands in for the eigenaar; `noodtoegang_tot` is the end of his last break-glass hour, over or not.
    """

    soort: Soort
    betrokkenheid: Betrokkenheid | None = None
    rollen_in_team: frozenset[Rol] = frozenset()
    rollen: frozenset[Rol] = frozenset()
    vervangt: tuple[Periode, ...] = ()
    noodtoegang_tot: datetime | None = None
    teamgenoten_lezen_mee: bool = False
    team_id: Id | None = None

    @property
    def is_eigenaar(self) -> bool:
        return self.betrokkenheid is Betrokkenheid.EIGENAAR

    def find_vervanging(self, nu: datetime) -> Periode | None:
        """The period in which he stands in today."""
        return next((periode for periode in self.vervangt if periode.covers(to_dag(nu))), None)

    def has_noodtoegang(self, nu: datetime) -> bool:
        return self.noodtoegang_tot is not None and nu < self.noodtoegang_tot


_MEEWERKEN = frozenset({Recht.NAAM_ZIEN, Recht.LEZEN, Recht.SCHRIJVEN, Recht.A4})
_EIGEN = _MEEWERKEN | {Recht.BEHEREN, Recht.OVERDRAGEN}


def decide_toegang(positie: Positie | None, recht: Recht, nu: datetime) -> Besluit:
    """Whether somebody in this position may do this now. None is the position towards a casus that does not exist."""
    rechten = frozenset[Recht]() if positie is None else list_rechten(positie, nu)
    if recht in rechten:
        return Besluit.TOEGESTAAN
    return Besluit.GEWEIGERD if Recht.NAAM_ZIEN in rechten else Besluit.ONBEKEND


def list_rechten(positie: Positie, nu: datetime) -> frozenset[Recht]:
    """Everything that somebody in this position may do now: what each of his roles gives, added up."""
    if positie.soort is Soort.OEFENING:
        # a student's attempt is his alone; a team has no part in it
        return _EIGEN if positie.is_eigenaar else frozenset()
    if not positie.rollen & WERKENDE_ROLLEN:
        # kernteamlid, beheerder, docent, student: whatever row there may be, no casus of somebody real
        return frozenset()
    return _by_betrokkenheid(positie) | _by_team(positie, nu)


def _by_betrokkenheid(positie: Positie) -> frozenset[Recht]:
    if positie.is_eigenaar:
        return _EIGEN
    return _MEEWERKEN if positie.betrokkenheid is Betrokkenheid.MEEWERKER else frozenset()


def _by_team(positie: Positie, nu: datetime) -> frozenset[Recht]:
    if not positie.rollen_in_team & WERKENDE_ROLLEN:
        return frozenset()
    rechten = {Recht.NAAM_ZIEN}
    if positie.find_vervanging(nu):
        rechten |= _MEEWERKEN
    if positie.teamgenoten_lezen_mee or positie.has_noodtoegang(nu):
        rechten.add(Recht.LEZEN)
    if Rol.TEAMLEIDER in positie.rollen_in_team:
        rechten.add(Recht.OVERDRAGEN)
        if not positie.is_eigenaar:
            # four eyes: nobody approves the erasure of what is his own
            rechten.add(Recht.WISSEN_GOEDKEUREN)
    return frozenset(rechten)
