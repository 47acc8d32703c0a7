"""What one medewerker saw and took along in some days: for who must say within 72 hours what came into wrong hands (AVG 33).

Of a person stands only the random id, and a number for this list: who may read the logboek of everybody may know no names.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from itertools import groupby

from leefgebieden.domain.datum import to_dag, write_tijd
from leefgebieden.domain.logboek import Geschreven
from leefgebieden.domain.logboeklijst import write_wat
from leefgebieden.domain.rekenblad import disarm

KOLOMMEN = ("nummer", "dag", "tijd", "wat", "persoon", "aantal", "pagina of velden", "uitslag", "vanaf", "toegang door")


@dataclass(frozen=True)
class Spoorregel:
    """A line of the logboek with where it came from. `adres` is the network address, `toegang` what let him in."""

    regel: Geschreven
    casus_id: str | None
    aantal: int | None
    adres: str
    toegang: str


@dataclass(frozen=True)
class Geraakt:
    """A person in those days: how often he was read or written about, how often something was taken along, how often refused."""

    casus_id: str
    gezien: int
    meegenomen: int
    geweigerd: int


@dataclass(frozen=True)
class Spoor:
    """What there is over the whole period. `adressen`: each network address, with how many lines came from it."""

    regels: int
    mensen: tuple[Geraakt, ...]
    adressen: tuple[tuple[str, int], ...]

    @property
    def aantal_gezien(self) -> int:
        return sum(geraakt.gezien > 0 for geraakt in self.mensen)

    @property
    def meegenomen(self) -> int:
        return sum(geraakt.meegenomen for geraakt in self.mensen)

    def number_mensen(self) -> dict[str, int]:
        """A number for each person, by id."""
        return {geraakt.casus_id: nummer for nummer, geraakt in enumerate(self.mensen, start=1)}


@dataclass(frozen=True)
class Spoorrij:
    """The same thing a few times in a row is one row. `persoon` is the number of the person in this list."""

    van: str
    tot: str
    wat: str
    persoon: int | None
    aantal: int | None
    adres: str
    keer: int


def group_spoor(regels: Iterable[Spoorregel], nummers: Mapping[str, int]) -> list[tuple[date, list[Spoorrij]]]:
    """Lines, the newest first, per day in the Netherlands."""
    return [
        (dag, [_make_rij(list(stuk), nummers) for _, stuk in groupby(van_dag, _find_gelijk)])
        for dag, van_dag in groupby(regels, lambda een: to_dag(een.regel.op))
    ]


def write_spoorregel(een: Spoorregel) -> str:
    """One line of text, without the name of who did it."""
    delen = [f"{to_dag(een.regel.op):%d-%m-%Y} {write_tijd(een.regel.op)}", write_wat(een.regel)]
    delen += [f"persoon {een.casus_id}"] if een.casus_id else []
    delen += [f"aantal {een.aantal}"] if een.aantal is not None else []
    delen += [f"vanaf {een.adres}"] if een.adres else []
    return ", ".join(delen)


def write_rekenblad(regels: Iterable[Spoorregel]) -> str:
    """All lines as a file for a spreadsheet."""
    uit = StringIO()
    schrijf = csv.writer(uit, delimiter=";")
    schrijf.writerow(KOLOMMEN)
    for een in regels:
        cellen = (
            str(een.regel.nummer),
            to_dag(een.regel.op).isoformat(),
            write_tijd(een.regel.op),
            write_wat(een.regel),
            een.casus_id or "",
            "" if een.aantal is None else str(een.aantal),
            " ".join(een.regel.velden),
            een.regel.uitslag.value,
            een.adres,
            een.toegang,
        )
        schrijf.writerow([disarm(cel) for cel in cellen])
    return uit.getvalue()


def _find_gelijk(een: Spoorregel) -> tuple[object, ...]:
    return (write_wat(een.regel), een.casus_id, een.aantal, een.adres)


def _make_rij(stuk: list[Spoorregel], nummers: Mapping[str, int]) -> Spoorrij:
    een = stuk[0]
    return Spoorrij(
        van=write_tijd(stuk[-1].regel.op),
        tot=write_tijd(een.regel.op),
        wat=write_wat(een.regel),
        persoon=nummers.get(een.casus_id or ""),
        aantal=een.aantal,
        adres=een.adres,
        keer=len(stuk),
    )
