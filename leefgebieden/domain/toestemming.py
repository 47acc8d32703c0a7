"""Consent: with whom something may be shared, what for, and until when. The person may take it back at any moment (Wmo 5.3.3)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from leefgebieden.domain.tekst import search_form
from leefgebieden.domain.vorm import Id, tekst

BIJNA = timedelta(days=14)
"""So long before the end it is said that a consent ends."""


@dataclass(frozen=True)
class Toestemming:
    """One consent. The days `gegeven_op` and `tot` count; from the day `ingetrokken_op` on it is no consent any more."""

    id: Id
    met_wie: str = tekst(hooguit=120)
    waarvoor: str = tekst(hooguit=300)
    gegeven_op: date = field(kw_only=True)
    tot: date = field(kw_only=True)
    ingetrokken_op: date | None = None

    def is_geldig(self, dag: date) -> bool:
        """Whether it counts on this day."""
        ingetrokken = self.ingetrokken_op is not None and self.ingetrokken_op <= dag
        return self.gegeven_op <= dag <= self.tot and not ingetrokken

    def is_bijna_voorbij(self, dag: date) -> bool:
        """Whether it counts today and ends within two weeks."""
        return self.is_geldig(dag) and self.tot - dag <= BIJNA


def may_share(toestemmingen: Iterable[Toestemming], met_wie: str, dag: date) -> bool:
    """Whether the person said that something may be shared with `met_wie` on this day, however the name is written.

    A law or danger may be another ground (plichten.md); that is for a person to decide, not for this function.
    """
    gevraagd = search_form(met_wie)
    return any(t.is_geldig(dag) and search_form(t.met_wie) == gevraagd for t in toestemmingen)


def list_bijna_voorbij(toestemmingen: Iterable[Toestemming], dag: date) -> list[Toestemming]:
    """The consents that end within two weeks, the first to end first."""
    return sorted((t for t in toestemmingen if t.is_bijna_voorbij(dag)), key=lambda t: (t.tot, t.met_wie))
