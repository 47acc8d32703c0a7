"""What has haste, said by a person and taken away by a person; and the terms of the Wmo, shown and never enforced."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from leefgebieden.domain.vorm import vrije_tekst


class Haast(StrEnum):
    """The urgent signals of the card (inhoud.md 1)."""

    HUISUITZETTING = "dreigende huisuitzetting"
    CRISIS = "crisis"


@dataclass(frozen=True)
class WmoMelding:
    """A report under the Wmo, and what was done since: days, as the worker wrote them down."""

    gemeld_op: date
    plan_op: date | None = None
    onderzocht_op: date | None = None
    aangevraagd_op: date | None = None
    besloten_op: date | None = None
    ondersteuning_gewezen: bool = False
    """Pointed to free cliëntondersteuning."""
    verslag_gegeven: bool = False
    opmerking: str = vrije_tekst(hooguit=300)


@dataclass(frozen=True)
class Termijn:
    """One term: what, until when, and when it was done."""

    wat: str
    tot: date
    klaar_op: date | None

    def is_voorbij(self, vandaag: date) -> bool:
        return self.klaar_op is None and self.tot < vandaag


PLAN, ONDERZOEK, BESLUIT = timedelta(days=7), timedelta(weeks=6), timedelta(weeks=2)


def list_termijnen(melding: WmoMelding) -> tuple[Termijn, ...]:
    """The terms that run (Wmo 2015, 2.3.2 and 2.3.5), as far as they began."""
    termijnen = [
        Termijn("een eigen plan geven kan", melding.gemeld_op + PLAN, melding.plan_op),
        Termijn("het onderzoek is klaar", melding.gemeld_op + ONDERZOEK, melding.onderzocht_op),
    ]
    if melding.aangevraagd_op is not None:
        termijnen.append(
            Termijn("er is besloten over de aanvraag", melding.aangevraagd_op + BESLUIT, melding.besloten_op)
        )
    return tuple(termijnen)
