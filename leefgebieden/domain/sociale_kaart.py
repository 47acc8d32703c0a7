"""The sociale kaart of a team: places and people in the neighbourhood, what they are for, and whom to ask.

It is about no one the team works with. A list from a spreadsheet (CSV) is read whole or not at all.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO

from leefgebieden.domain.rekenblad import arm, disarm
from leefgebieden.domain.tekst import normalise_tekst, search_form, to_one_line
from leefgebieden.domain.vorm import Id, tekst, vrije_tekst

REGELS_HOOGUIT = 1_000
KOLOMMEN = ("naam", "waarvoor", "adres", "open", "vraag naar", "telefoon")
"""The columns of a list, in the order in which it is written. Only the first two must be there."""
LENGTE = {"naam": 80, "waarvoor": 200, "adres": 120, "open": 200, "vraag naar": 80, "telefoon": 40}


@dataclass(frozen=True)
class Kaartplek:
    """A place or a person of the neighbourhood. `nagekeken_op`: the day on which somebody last said that this is right."""

    id: Id
    nagekeken_op: date
    naam: str = tekst(hooguit=LENGTE["naam"])
    waarvoor: str = tekst(hooguit=LENGTE["waarvoor"])
    adres: str = vrije_tekst(hooguit=LENGTE["adres"])
    open: str = vrije_tekst(hooguit=LENGTE["open"])
    vraag_naar: str = vrije_tekst(hooguit=LENGTE["vraag naar"])
    telefoon: str = vrije_tekst(hooguit=LENGTE["telefoon"])

    @property
    def regel(self) -> dict[str, str]:
        """What stands in a list, by column."""
        return {kolom: getattr(self, kolom.replace(" ", "_")) for kolom in KOLOMMEN}


@dataclass(frozen=True)
class Lijst:
    """A list that was read: the lines by column, or what is wrong with it. Where something is wrong there are no lines."""

    regels: tuple[dict[str, str], ...] = ()
    fouten: tuple[str, ...] = ()


def sort_plekken(plekken: Iterable[Kaartplek]) -> list[Kaartplek]:
    """By name, as a person would look for it."""
    return sorted(plekken, key=lambda plek: (search_form(plek.naam), plek.id))


def find_plekken(plekken: Iterable[Kaartplek], gezocht: str) -> list[Kaartplek]:
    """Those in which every word that is looked for stands somewhere."""
    woorden = search_form(gezocht).split()
    return [plek for plek in plekken if _holds(search_form(" ".join(plek.regel.values())), woorden)]


def make_vinder(plekken: Iterable[Kaartplek]) -> Callable[[str], Kaartplek | None]:
    """What finds the place with a name, however that is typed."""
    per_naam = {_fold(plek.naam): plek for plek in plekken}
    return lambda naam: per_naam.get(_fold(naam))


def read_lijst(ruw: str) -> Lijst:
    """Read a list with `;`, `,` or a tab between its columns. The first line names the columns."""
    schoon = normalise_tekst(ruw).lstrip("\n")
    teken = max(";,\t", key=schoon.partition("\n")[0].count)
    try:
        # a cell may hold line ends: so the text is read as a whole
        rijen = [rij for rij in csv.reader(StringIO(schoon), delimiter=teken) if any(map(str.strip, rij))]
    except csv.Error:
        return Lijst(fouten=("Ergens staat een aanhalingsteken open, of een vak is veel te lang.",))
    if not rijen:
        return Lijst(fouten=("Er staat niets in de lijst.",))
    kop = [search_form(to_one_line(cel)) for cel in rijen[0]]
    if fout := _check_kop(kop):
        return Lijst(fouten=(fout,))
    if len(rijen) - 1 > REGELS_HOOGUIT:
        return Lijst(fouten=(f"De lijst heeft {len(rijen) - 1} regels. Er passen er {REGELS_HOOGUIT}.",))
    gelezen = [_read_rij(kop, rij) for rij in rijen[1:]]
    fouten = [
        f"Regel {nummer}: {fout}" for nummer, regel in enumerate(gelezen, start=2) for fout in _check_regel(regel)
    ]
    namen = [_fold(regel["naam"]) for regel in gelezen]
    fouten += [
        f"Regel {nummer}: deze naam staat er twee keer."
        for nummer, naam in enumerate(namen, start=2)
        if naam and naam in namen[: nummer - 2]
    ]
    if not gelezen:
        fouten = ["Onder de namen van de kolommen staat nog niets."]
    return Lijst(fouten=tuple(fouten)) if fouten else Lijst(regels=tuple(gelezen))


def write_lijst(plekken: Sequence[Kaartplek]) -> str:
    """The list as a file for a spreadsheet; `read_lijst` reads it back."""
    uit = StringIO()
    schrijf = csv.writer(uit, delimiter=";")
    schrijf.writerow(KOLOMMEN)
    for plek in plekken:
        schrijf.writerow([disarm(cel) for cel in plek.regel.values()])
    return uit.getvalue()


def make_plek(regel: Mapping[str, str], plek_id: Id, vandaag: date) -> Kaartplek:
    """What a line says, as a place that was looked at today."""
    return Kaartplek(
        id=plek_id, nagekeken_op=vandaag, **{kolom.replace(" ", "_"): waarde for kolom, waarde in regel.items()}
    )


def _fold(naam: str) -> str:
    return search_form(to_one_line(naam))


def _holds(waarin: str, woorden: list[str]) -> bool:
    return all(woord in waarin for woord in woorden)


def _check_kop(kop: list[str]) -> str:
    onbekend = [naam for naam in kop if naam not in KOLOMMEN]
    if onbekend:
        # what is no word comes from a file that is no list: showing it helps nobody
        welke = f"De kolom “{onbekend[0]}”" if onbekend[0].replace(" ", "").isalpha() else "Een kolom"
        return f"{welke[:60]} kennen we niet. De eerste regel is: {'; '.join(KOLOMMEN)}."
    if not {"naam", "waarvoor"} <= set(kop):
        return f"De kolom naam of waarvoor ontbreekt. De eerste regel is: {'; '.join(KOLOMMEN)}."
    if len(set(kop)) != len(kop):
        return "Een kolom staat er twee keer."
    return ""


def _read_rij(kop: list[str], rij: list[str]) -> dict[str, str]:
    cellen = dict(zip(kop, (arm(to_one_line(cel)) for cel in rij), strict=False))
    return {kolom: cellen.get(kolom, "") for kolom in KOLOMMEN} | (
        {"te veel": "ja"} if any(cel.strip() for cel in rij[len(kop) :]) else {}
    )


def _check_regel(regel: dict[str, str]) -> list[str]:
    fouten = ["er staan meer kolommen dan in de eerste regel."] if regel.pop("te veel", "") else []
    fouten += [f"{kolom} is leeg." for kolom in ("naam", "waarvoor") if not regel[kolom]]
    fouten += [
        f"{kolom} is te lang: {len(regel[kolom])} tekens, er passen er {hooguit}."
        for kolom, hooguit in LENGTE.items()
        if len(regel[kolom]) > hooguit
    ]
    return fouten
