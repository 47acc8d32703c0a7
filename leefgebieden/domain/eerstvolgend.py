"""The one step that comes next with a person: it stands on top of his page."""

from dataclasses import dataclass
from datetime import date

from leefgebieden.domain.afspraak import Afspraak, find_volgende
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.gesprek import Gesprek


@dataclass(frozen=True)
class Eerstvolgend:
    """An afspraak, or a gesprek that is planned. `voorbij`: its date has passed, and nobody said what came of it."""

    afspraak: Afspraak | None = None
    gesprek: Gesprek | None = None
    voorbij: bool = False


def find_eerstvolgend(hele: HeleCasus, vandaag: date) -> Eerstvolgend | None:
    """What has passed asks first, then what is planned, then the next afspraak."""
    voorbij = next((afspraak for afspraak in hele.afspraken if afspraak.is_voorbij(vandaag)), None)
    if voorbij is not None:
        return Eerstvolgend(voorbij, voorbij=True)
    gepland = min((g for g in hele.gesprekken if g.gepland), key=lambda g: g.begonnen_op, default=None)
    if gepland is not None:
        return Eerstvolgend(gesprek=gepland)
    volgende = find_volgende(hele.afspraken)
    return Eerstvolgend(volgende) if volgende is not None else None
