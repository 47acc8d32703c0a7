"""How the logboek of one person reads: per day, in words, without codes."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from leefgebieden.domain.casus import Namen
from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.logboek import SOORTEN, Actie, Geschreven, Uitslag

NIEMAND = "Iemand die niet was aangemeld"
WEG = "Iemand die hier niet meer werkt"
PAGINAS = {
    "afspraken": "de afspraken",
    "gegevens": "naam, bereiken en bezoek",
    "gesprek": "een gesprek",
    "leefgebieden": "de leefgebieden",
    "meegeven": "het blad om mee te geven",
    "netwerk": "het netwerk",
    "notitie": "een notitie",
    "overleg": "een overleg",
    "openvragen": "wat we nog niet weten",
    "ordenen": "het ordenen",
    "samenvatting": "de A4",
    "spiekbrief": "de spiekbrief",
    "verhaal": "het verhaal",
    "vragen": "de vragenlijst",
}
AFLOOP = {Uitslag.OK: "", Uitslag.GEWEIGERD: ". Dat mocht niet", Uitslag.FOUT: ". Dat lukte niet"}


@dataclass(frozen=True)
class Rij:
    """What somebody did: the same thing a few times in a row is one row."""

    wie: str
    wat: str
    keer: int
    van: datetime
    tot: datetime


@dataclass(frozen=True)
class Dag:
    dag: date
    rijen: tuple[Rij, ...]


def write_wat(regel: Geschreven) -> str:
    """What was done, to be read after a name: "keek bij het verhaal"."""
    if regel.actie not in list(Actie):
        return f"deed: {regel.actie}"  # an act of an older version
    zin = SOORTEN[Actie(regel.actie)].zin
    if regel.actie == Actie.GELEZEN and regel.velden and regel.velden[0] in PAGINAS:
        zin += f" bij {PAGINAS[regel.velden[0]]}"
    if regel.actie == Actie.A4_GETEKEND and Namen.VOLUIT.value in regel.velden:
        zin += " met de hele naam erop"
    nummer = next((veld[3:] for veld in regel.velden if veld.startswith("nr-")), "")
    if regel.actie == Actie.A4_GETEKEND and nummer:
        zin += f" (nummer {nummer})"
    return zin + AFLOOP[regel.uitslag]


@dataclass(frozen=True)
class Weigering:
    """So often something was refused to somebody on one day."""

    wie: str
    dag: date
    keer: int


def find_vaak_geweigerd(
    weigeringen: Iterable[tuple[str, datetime]], namen: Mapping[str, str], vanaf: int
) -> list[Weigering]:
    """Who was refused something `vanaf` times or more on one day in the Netherlands; the newest day first, the most first."""
    keren = Counter((medewerker_id, to_dag(op)) for medewerker_id, op in weigeringen)
    vaak = [
        Weigering(namen.get(medewerker_id, WEG), dag, keer)
        for (medewerker_id, dag), keer in keren.items()
        if keer >= vanaf
    ]
    return sorted(vaak, key=lambda weigering: (weigering.dag, weigering.keer), reverse=True)


def group_per_dag(regels: Iterable[Geschreven], namen: Mapping[str, str]) -> list[Dag]:
    """Lines, the newest first, per day in the Netherlands; `namen` gives the name of a medewerker by id."""
    return [
        Dag(
            dag,
            tuple(
                _make_rij(wie, wat, list(stuk))
                for (wie, wat), stuk in groupby(
                    van_dag, lambda r: (_find_naam(r, namen), write_wat(r) + _write_reden(r))
                )
            ),
        )
        for dag, van_dag in groupby(regels, lambda regel: to_dag(regel.op))
    ]


def sum_per_dag(regels: Iterable[Geschreven], namen: Mapping[str, str]) -> list[Dag]:
    """The same for the person: per day one row for each who did something and each thing that was done."""
    dagen = []
    for dag, van_dag in groupby(regels, lambda regel: to_dag(regel.op)):
        gedaan: dict[tuple[str, str], list[Geschreven]] = {}
        for regel in van_dag:
            gedaan.setdefault((_find_naam(regel, namen), write_wat(regel)), []).append(regel)
        rijen = [_make_rij(wie, wat, stuk) for (wie, wat), stuk in gedaan.items()]
        dagen.append(Dag(dag, tuple(sorted(rijen, key=lambda rij: (rij.wie, rij.van)))))
    return dagen


def _write_reden(regel: Geschreven) -> str:
    return f" (reden: {regel.grond})" if regel.grond else ""


def _make_rij(wie: str, wat: str, regels: list[Geschreven]) -> Rij:
    return Rij(wie, wat, len(regels), van=regels[-1].op, tot=regels[0].op)


def _find_naam(regel: Geschreven, namen: Mapping[str, str]) -> str:
    return NIEMAND if regel.medewerker_id is None else namen.get(regel.medewerker_id, WEG)
