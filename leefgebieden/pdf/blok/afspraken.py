"""What was agreed and who guards it; beside it what we do not know yet."""

from leefgebieden.domain.samenvatting import Afspraakregel, Samenvatting
from leefgebieden.pdf.letters import INKT, KOPJE, LABEL, LEEG, LIJN, TEKST, VET, ZACHT
from leefgebieden.pdf.sheet import Inhoud, Kolom, Streep, Tekst, Vlak, Vorm
from leefgebieden.pdf.zetsel import Loop, break_lines

BREEDTE_AFSPRAKEN, BREEDTE_WETEN = 118.0, 64.0
_WIE, _WANNEER, _TUSSEN = 24.0, 22.0, 1.5
_LUCHT = 0.75
_NIEMAND = "nog niemand"


def build_afspraken(s: Samenvatting, breedte: float) -> Inhoud:
    kolom = Kolom(0, breedte)
    titel = "Afspraken voor de komende 2 weken" if s.twee_weken else "Afspraken"
    kolom.add_regels(break_lines([(titel, KOPJE)], breedte))
    kolom.add_witruimte(0.9)
    if not s.afspraken:
        leeg = "Staan in de app." if s.afspraken_totaal else "Nog geen afspraak. Eén kleine stap is genoeg."
        kolom.add_regels(break_lines([(leeg, LEEG)], breedte))
    else:
        _add_tabel(kolom, s.afspraken, breedte)
    if s.afspraken_totaal:
        kolom.add_witruimte(1.1)
        bewaker = (f"{s.bewaker}" if s.bewaker.endswith(".") else f"{s.bewaker}.") if s.bewaker else "Nog niemand."
        kolom.add_regels(break_lines([("Wie let op deze planning?", VET), (bewaker, TEKST)], breedte))
    return Inhoud(kolom.y, tuple(kolom.vormen))


def _add_tabel(kolom: Kolom, afspraken: tuple[Afspraakregel, ...], breedte: float) -> None:
    wat = breedte - _WIE - _WANNEER
    for x, woord in ((0.0, "wat"), (wat, "wie"), (wat + _WIE, "uiterlijk")):
        kolom.vormen.append(Tekst(x, kolom.y, break_lines([(woord, LABEL)], 20)[0], f"Table/TR:kop/TH:{woord}"))
    kolom.y += LABEL.regel + 0.5
    kolom.vormen.append(Streep(0, kolom.y, breedte, kolom.y, 0.25, INKT))
    for nr, afspraak in enumerate(afspraken, start=1):
        rij = f"Table/TR:{nr}"
        gekozen = _build_rij(afspraak, wat, kolom.y, rij)
        if gekozen.hoogte >= 4 * TEKST.regel:
            # a very long name in a narrow column makes a tower; then it stands under what was agreed
            gekozen = min(gekozen, _build_onder_elkaar(afspraak, breedte, kolom.y, rij), key=lambda rij: rij.hoogte)
        kolom.vormen += gekozen.vormen
        kolom.y += gekozen.hoogte
        kolom.vormen.append(Streep(0, kolom.y, breedte, kolom.y, 0.2, LIJN))


def _build_rij(afspraak: Afspraakregel, wat_breed: float, y: float, rij: str) -> Inhoud:
    wat = Kolom(0, wat_breed - _TUSSEN, y + _LUCHT, f"{rij}/TD:wat")
    wat.add_regels(break_lines([(afspraak.wat, TEKST)], wat.breedte))
    wie = Kolom(wat_breed, _WIE - _TUSSEN, y + _LUCHT, f"{rij}/TD:wie")
    wie.add_regels(break_lines([(afspraak.wie, TEKST)], wie.breedte))
    vormen: list[Vorm] = [*wat.vormen, *wie.vormen]
    if not afspraak.wie:
        vormen += _build_niemand(wat_breed, y + _LUCHT, f"{rij}/TD:wie")
    wanneer = Kolom(wat_breed + _WIE, _WANNEER, y + _LUCHT, f"{rij}/TD:wanneer")
    wanneer.add_regels(break_lines([_write_wanneer(afspraak)], wanneer.breedte))
    hoogte = max(wat.y, wie.y, wanneer.y, y + _LUCHT + TEKST.regel) - y + _LUCHT
    return Inhoud(hoogte, (*vormen, *wanneer.vormen))


def _build_onder_elkaar(afspraak: Afspraakregel, breedte: float, y: float, rij: str) -> Inhoud:
    kolom = Kolom(0, breedte, y + _LUCHT, f"{rij}/TD:wat/P")
    kolom.add_regels(break_lines([(afspraak.wat, TEKST)], breedte))
    wie = [(afspraak.wie or _NIEMAND, TEKST), ("– uiterlijk:", LABEL), _write_wanneer(afspraak)]
    kolom.add_regels(break_lines(wie, breedte), regelhoogte=TEKST.regel)
    return Inhoud(kolom.y - y + _LUCHT, tuple(kolom.vormen))


def _write_wanneer(afspraak: Afspraakregel) -> Loop:
    return (afspraak.wanneer, TEKST) if afspraak.wanneer else ("nog geen dag", LEEG)


def _build_niemand(x: float, y: float, merk: str) -> list[Vorm]:
    """Nobody yet: dashed, as everything that is not certain."""
    regel = break_lines([(_NIEMAND, TEKST)], _WIE)[0]
    vak = Vlak(x, y + 0.1, regel.breedte + 2.4, TEKST.regel - 0.2, rand=ZACHT, straal=0.8, stippel=(0.7, 0.5))
    return [vak, Tekst(x + 1.2, y, regel, merk)]


def build_weten(s: Samenvatting) -> Inhoud:
    kolom = Kolom(0, BREEDTE_WETEN)
    kolom.add_regels(break_lines([("Dit weten we nog niet", KOPJE)], BREEDTE_WETEN))
    kolom.add_witruimte(0.9)
    if not s.openvragen:
        leeg = "Staat in de app." if s.openvragen_totaal else "Nog geen vragen opgeschreven."
        kolom.add_regels(break_lines([(leeg, LEEG)], BREEDTE_WETEN))
    for nr, vraag in enumerate(s.openvragen):
        tekst = Kolom(4, BREEDTE_WETEN - 4, kolom.y, f"L/LI:{nr}/LBody")
        tekst.add_regels(break_lines([(vraag, TEKST)], tekst.breedte))
        kolom.vormen.append(Tekst(0, kolom.y, break_lines([("?", VET)], 4)[0], f"L/LI:{nr}/Lbl"))
        kolom.vormen += tekst.vormen
        kolom.y = tekst.y + 0.55
    return Inhoud(kolom.y, tuple(kolom.vormen))
