"""A gesprek: one contact, through a kanaal, that took place, is still to come, or did not succeed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from leefgebieden.content.model import Kanaal
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.vorm import Id, vrije_tekst

AANSLUITEN_BINNEN = timedelta(hours=6)
"""A new notitie joins the author's gesprek of the last 6 hours (gegevens.md)."""


class Contact(StrEnum):
    """Whether contact was made. Nothing set: not said."""

    GELUKT = "gelukt"
    NIET_GELUKT = "niet-gelukt"


@dataclass(frozen=True)
class Gesprek:
    """One contact. `gepland` is true while it is still to come; `plaats` says in words where."""

    id: Id
    kanaal: Kanaal
    begonnen_op: datetime
    gepland: bool = False
    plaats: str = vrije_tekst(hooguit=120)
    contact: Contact | None = None
    aanwezig: str = vrije_tekst(hooguit=300)
    door: tuple[Mens, ...] = ()


def find_lopend_gesprek(gesprekken: tuple[Gesprek, ...], auteur_id: str, nu: datetime) -> Gesprek | None:
    """The author's latest gesprek of the last 6 hours, if there is one: a new notitie joins it."""
    recent = [
        gesprek
        for gesprek in gesprekken
        if not gesprek.gepland
        and timedelta(0) <= nu - gesprek.begonnen_op <= AANSLUITEN_BINNEN
        and any(mens.id == auteur_id for mens in gesprek.door)
    ]
    return max(recent, key=lambda gesprek: gesprek.begonnen_op, default=None)
