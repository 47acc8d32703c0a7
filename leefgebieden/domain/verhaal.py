"""The story as it was told: notities grouped per gesprek, or per day when they belong to none; the newest first."""

from dataclasses import dataclass
from datetime import date, datetime

from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.gesprek import Gesprek
from leefgebieden.domain.notitie import Notitie


@dataclass(frozen=True)
class Groep:
    """The notities of one gesprek, or of one day. `notities` may be empty: contact that did not succeed is also told."""

    op: datetime
    gesprek: Gesprek | None
    notities: tuple[Notitie, ...]


def group_verhaal(hele: HeleCasus) -> tuple[Groep, ...]:
    """All notities and all gesprekken that took place, once each."""
    per_gesprek: dict[str, list[Notitie]] = {}
    per_dag: dict[date, list[Notitie]] = {}
    for notitie in hele.notities:
        if notitie.gesprek is not None:
            per_gesprek.setdefault(notitie.gesprek, []).append(notitie)
        else:
            per_dag.setdefault(to_dag(notitie.gemaakt_op), []).append(notitie)
    groepen = [
        Groep(gesprek.begonnen_op, gesprek, _newest_first(per_gesprek.pop(gesprek.id, [])))
        for gesprek in hele.gesprekken
        if not gesprek.gepland or gesprek.id in per_gesprek
    ]
    for notities in (*per_dag.values(), *per_gesprek.values()):
        gesorteerd = _newest_first(notities)
        groepen.append(Groep(gesorteerd[0].gemaakt_op, None, gesorteerd))
    return tuple(sorted(groepen, key=lambda groep: groep.op, reverse=True))


def _newest_first(notities: list[Notitie]) -> tuple[Notitie, ...]:
    # what was written in the same moment keeps its order, the last one on top
    return tuple(sorted(notities, key=lambda notitie: notitie.gemaakt_op)[::-1])
