"""What we ask of the team: one strip over the whole width."""

from leefgebieden.pdf.letters import ACTIE, LEEG, ONDER, VRAAG_VLAK
from leefgebieden.pdf.sheet import VOL, Inhoud, Kolom, Vlak
from leefgebieden.pdf.zetsel import break_lines

_IN, _KOP, _LUCHT = 4.3, 38.0, 1.6
_KOPJE = ONDER.vet().gekleurd(ACTIE)


def build_vraag(vraag: str) -> Inhoud:
    kop = Kolom(_IN, _KOP, _LUCHT)
    kop.add_regels(break_lines([("Onze vraag aan jullie", _KOPJE)], _KOP))
    tekst = Kolom(_IN + _KOP, VOL - _IN - _KOP - 3.2, _LUCHT)
    loop = (vraag, ONDER) if vraag else ("Nog geen vraag.", LEEG)
    tekst.add_regels(break_lines([loop], tekst.breedte), regelhoogte=ONDER.regel)
    hoogte = max(kop.y, tekst.y) + _LUCHT
    vlakken = (Vlak(0, 0, VOL, hoogte, VRAAG_VLAK), Vlak(0, 0, 1.1, hoogte, ACTIE))
    return Inhoud(hoogte, (*vlakken, *kop.vormen, *tekst.vormen))
