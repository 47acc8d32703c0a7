"""The mirror: kracht en kans, the four leefgebieden as its spine, and lastig. Both halves are equally wide."""

from dataclasses import dataclass, replace
from functools import cache

from leefgebieden.domain.samenvatting import Gebied, Opmaak, Regel
from leefgebieden.domain.zin import split_begin
from leefgebieden.pdf.letters import (
    KOPJE,
    KRACHT,
    KRACHT_VLAK,
    LABEL,
    LASTIG,
    LASTIG_VLAK,
    LEEG,
    LIJN,
    META,
    RAND,
    TEKST,
    TINT,
    VET,
    Stijl,
)
from leefgebieden.pdf.sheet import VOL, Inhoud, Kolom, Polylijn, Streep, Teken, Tekst, Vlak, Vorm
from leefgebieden.pdf.zetsel import Heel, Loop, Zetregel, break_lines

HELFT, SPIL = 80.0, 26.0
_TEKST_BREED = 73.5
_KRACHT_X, _LASTIG_X = 0.5, HELFT + SPIL + 2.5
_TEKEN, _NAAST_TEKEN, _TWEEDE_TEKEN = 2.8, 4.0, 3.4
KOPREGEL = 6.8
REGELS_HOOGUIT = 6
"""A notitie that needs more lines than this is too long for its place, even with a korte zin."""
_SPIL_LABEL = Stijl(LABEL.letter, 7.2, 3.2, LABEL.kleur)
_SPIL_NAAM = Stijl(VET.letter, 9, 4.0)


@dataclass(frozen=True)
class Ruimte:
    """White space in a row: above, below, and under each notitie (mm)."""

    boven: float
    onder: float
    tussen: float


NORMAAL = Ruimte(2.0, 1.7, 0.9)
KRAP = Ruimte(1.1, 0.9, 0.4)


def break_regel(regel: Regel) -> tuple[Zetregel, ...]:
    """The lines of one notitie, with who says it after it."""
    herkomst = (*regel.herkomst, "ook lastig") if regel.ook_lastig else regel.herkomst
    lopen: list[Loop | Heel] = [*_split_zin(regel.tekst)]
    if herkomst:
        lopen.append(Heel(", ".join(herkomst), LABEL))
    return break_lines(lopen, _TEKST_BREED, inspring=_TWEEDE_TEKEN if regel.ook_lastig else 0.0)


def _split_zin(tekst: str) -> list[Loop]:
    """What comes before a first full stop or colon stands out, so that a row can be read at a glance."""
    begin, rest = split_begin(tekst)
    return [(begin, VET), (rest, TEKST)] if begin else [(rest, TEKST)]


def measure_cel(regels: list[int], ruimte: Ruimte) -> float:
    """The height of one half of a row, of notities of so many lines each."""
    if not regels:
        return ruimte.boven + TEKST.regel + ruimte.onder
    return ruimte.boven + sum(aantal * TEKST.regel + ruimte.tussen for aantal in regels) + ruimte.onder


def build_spil(gebied: Gebied, ruimte: Ruimte, opmaak: Opmaak) -> tuple[float, tuple[Vorm, ...]]:
    """The middle of a row: its height and its shapes, from the top of the row."""
    kolom = Kolom(HELFT, SPIL, ruimte.boven, f"Table/TR:{gebied.key}/TH/P")
    if opmaak.iconen:
        kolom.vormen.append(Teken(gebied.icoon, HELFT + SPIL / 2 - 3, kolom.y + 0.2, 6))
        kolom.add_witruimte(6.7)
    _add_midden(kolom, break_lines([(gebied.naam, _SPIL_NAAM)], SPIL - 1))
    kolom.add_witruimte(0.4)
    for stand in gebied.standen if opmaak.standen else ():
        _add_midden(kolom, break_lines([(stand, _SPIL_LABEL)], SPIL - 2))
    return kolom.y + ruimte.onder, tuple(kolom.vormen)


def _add_midden(kolom: Kolom, regels: tuple[Zetregel, ...]) -> None:
    midden = kolom.x + kolom.breedte / 2
    for nr, regel in enumerate(regels):
        kolom.vormen.append(Tekst(midden - regel.breedte / 2, kolom.y, regel, kolom.merk, not nr))
        kolom.y += regel.stukken[0].stijl.regel


@dataclass(frozen=True)
class Rij:
    """One row, measured: its lowest possible height, and what stands in it."""

    gebied: Gebied
    hoogte: float
    spil: tuple[Vorm, ...]
    kracht: tuple[tuple[Zetregel, ...], ...]
    lastig: tuple[tuple[Zetregel, ...], ...]


def build_spiegel(rijen: list[Rij], ruimte: Ruimte, erbij: float) -> Inhoud:
    """The whole mirror; every row gets `erbij` mm more than it needs."""
    vormen = [*_build_kopregel()]
    y = KOPREGEL
    for nr, rij in enumerate(rijen):
        hoogte = rij.hoogte + erbij
        vormen.append(Vlak(HELFT, y, SPIL, hoogte, TINT))
        if nr:
            vormen.append(Streep(0, y, VOL, y, 0.2, LIJN))
        merk = f"Table/TR:{rij.gebied.key}/TD"
        leeg = _write_lege_kracht(rij.gebied)
        vormen += _build_cel(rij.kracht, rij.gebied.kracht, _KRACHT_X, y, ruimte, leeg, f"{merk}:kracht/P")
        vormen += _move(rij.spil, y)
        leeg = _write_leeg_lastig(rij.gebied)
        vormen += _build_cel(rij.lastig, rij.gebied.lastig, _LASTIG_X, y, ruimte, leeg, f"{merk}:lastig/P")
        y += hoogte
    return Inhoud(y, tuple(vormen))


@cache
def _build_kopregel() -> tuple[Vorm, ...]:
    rechts = HELFT + SPIL
    vormen: list[Vorm] = [
        Vlak(0, 0, HELFT, KOPREGEL, KRACHT_VLAK),
        Vlak(HELFT, 0, SPIL, KOPREGEL, TINT),
        Vlak(rechts, 0, HELFT, KOPREGEL, LASTIG_VLAK),
        Vlak(0, 0, HELFT, 0.7, KRACHT),
        Vlak(HELFT, 0, SPIL, 0.7, RAND),
        Vlak(rechts, 0, HELFT, 0.7, LASTIG),
        Teken("kracht", 3, 1.75, 4),
        Teken("lastig", rechts + 3, 1.75, 4),
        Streep(0, KOPREGEL, VOL, KOPREGEL, 0.2, LIJN),
    ]
    kracht = Kolom(8.6, 60, 1.45, "Table/TR:kop/TH:kracht")
    kracht.add_regels(break_lines([("Kracht en kans", KOPJE.gekleurd(KRACHT))], 60))
    midden = Kolom(HELFT, SPIL, 2.0, "Table/TR:kop/TH:leefgebied")
    _add_midden(midden, break_lines([("leefgebied", META)], SPIL))
    lastig = Kolom(rechts + 8.6, 60, 1.45, "Table/TR:kop/TH:lastig")
    lastig.add_regels(break_lines([("Lastig", KOPJE.gekleurd(LASTIG))], 60))
    return (*vormen, *kracht.vormen, *midden.vormen, *lastig.vormen)


def _build_cel(
    zetregels: tuple[tuple[Zetregel, ...], ...],
    regels: tuple[Regel, ...],
    x: float,
    y: float,
    ruimte: Ruimte,
    leeg: str,
    merk: str,
) -> list[Vorm]:
    kolom = Kolom(x + _NAAST_TEKEN, _TEKST_BREED, y + ruimte.boven, merk)
    if not regels:
        kolom.add_regels(break_lines([(leeg, LEEG)], _TEKST_BREED))
        return kolom.vormen
    for regel, gezet in zip(regels, zetregels, strict=True):
        tekens = ["lastig"] if x == _LASTIG_X else ["kracht", "lastig"] if regel.ook_lastig else ["kracht"]
        for nr, teken in enumerate(tekens):
            kolom.vormen.append(Teken(teken, x + nr * (_NAAST_TEKEN - 0.5), kolom.y + 0.7, _TEKEN))
        kolom.add_regels(gezet, regelhoogte=TEKST.regel)
        kolom.add_witruimte(ruimte.tussen)
    return kolom.vormen


def _write_lege_kracht(gebied: Gebied) -> str:
    return "Staat nog in de app." if gebied.kracht_opgeschreven else "Nog niet gevraagd wat goed gaat."


def _write_leeg_lastig(gebied: Gebied) -> str:
    if gebied.lastig_opgeschreven:
        return "Staat nog in de app."
    return "Nog niet over gepraat." if gebied.onbesproken else "Nog niets opgeschreven."


def _move(vormen: tuple[Vorm, ...], y: float) -> list[Vorm]:
    return [replace(vorm, y=vorm.y + y) for vorm in vormen if not isinstance(vorm, Streep | Polylijn)]
