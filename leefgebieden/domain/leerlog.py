"""The leerlog: what somebody who learns writes for himself. Private, unless he shares a line with the docent of a group."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from leefgebieden.domain.datum import to_dag, write_hele_dag
from leefgebieden.domain.vorm import Id, rij, tekst, vrije_tekst


@dataclass(frozen=True)
class Leerlogregel:
    """One line. `onderdeel` is what it is about: `competentiematrix/3`, `cursus/2`. With `terug_op` it comes back on that day,
    and `afloop` says what came of it. `gedeeld_met` are the ids of groups of which the docent may read it.
    """

    id: Id
    op: datetime
    tekst: str = tekst(hooguit=5_000)
    onderdeel: str = vrije_tekst(hooguit=80)
    terug_op: date | None = None
    afloop: str = vrije_tekst(hooguit=1_000)
    gedeeld_met: tuple[str, ...] = rij(hooguit=20, hooguit_per_stuk=40)


def list_komt_terug(regels: Iterable[Leerlogregel], vandaag: date) -> list[Leerlogregel]:
    """What one meant to come back to by now, and did not yet; the oldest day first."""
    terug = [een for een in regels if een.terug_op is not None and een.terug_op <= vandaag and not een.afloop]
    return sorted(terug, key=lambda een: (een.terug_op or date.max, een.id))


def write_leerlog(regels: Iterable[Leerlogregel], namen: Mapping[str, str], *, wie: str, vandaag: date) -> str:
    """The whole log as a text to take along, the first line first."""
    stukken = [f"# Leerlog van {wie}", "", f"Meegenomen op {write_hele_dag(vandaag)}.", ""]
    for een in sorted(regels, key=lambda een: (een.op, een.id)):
        stukken += [f"## {write_hele_dag(to_dag(een.op)).capitalize()}", ""]
        stukken += [f"Bij: {namen.get(een.onderdeel, een.onderdeel)}", ""] if een.onderdeel else []
        stukken += [een.tekst, ""]
        stukken += [f"Hier wilde ik op terugkomen: {write_hele_dag(een.terug_op)}.", ""] if een.terug_op else []
        stukken += [f"Wat ervan werd: {een.afloop}", ""] if een.afloop else []
    return "\n".join(stukken)
