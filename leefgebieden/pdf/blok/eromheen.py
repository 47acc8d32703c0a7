"""Who stands around the person, drawn or as a list in two columns, and beside it what may explain it."""

from leefgebieden.domain.ecogram import Plek, draw_ecogram
from leefgebieden.domain.netwerk import Band, Kring
from leefgebieden.domain.samenvatting import Netwerkregel, Samenvatting
from leefgebieden.domain.tekening import Tekening
from leefgebieden.domain.tijdlijn import TITEL, draw_tijdlijn
from leefgebieden.pdf.blok.tekening import build_tekening
from leefgebieden.pdf.letters import KOPJE, LABEL, LEEG, LIJN, TEKST, VET, ZACHT, Stijl
from leefgebieden.pdf.maatlat import Lettermaat
from leefgebieden.pdf.sheet import Inhoud, Kolom, Streep, Teken, Vlak
from leefgebieden.pdf.zetsel import Heel, Loop, break_lines

BREEDTE_NETWERK, BREEDTE_VERKLARING = 98.0, 84.0
_IN, _BOVEN = 2.6, 1.8
_SCHUIF = 7.0
"""How far the middle moves to make room for the circle with more people in it."""
_TEKEN, _NAAST_TEKEN = 5.6, 7.2
_WOORD = Stijl(TEKST.letter, 7.4, 3.5, ZACHT)


def make_ecogram(s: Samenvatting) -> Tekening:
    """The drawing of a samenvatting, as wide as its frame on the A4; the page shows the same."""
    plekken = [Plek(str(nr), lid.wie, lid.kring, lid.contact, lid.woord) for nr, lid in enumerate(s.netwerk)]
    return draw_ecogram(s.kop.roepnaam, plekken, Lettermaat(), BREEDTE_NETWERK - 2 * _IN)


def build_netwerk(s: Samenvatting, *, krap: bool, tekening: bool) -> Inhoud:
    """The drawing, or the list where that takes less room; the frame is drawn when the height of the row is known."""
    kop = Kolom(_IN, BREEDTE_NETWERK - 2 * _IN, _BOVEN)
    kop.add_regels(break_lines([(f"Wie staat om {s.kop.roepnaam} heen?", KOPJE)], kop.breedte))
    kop.add_witruimte(0.9)
    if not s.netwerk:
        kop.add_regels(break_lines([("Nog niet over gepraat.", LEEG)], kop.breedte))
        return Inhoud(kop.y + _BOVEN, tuple(kop.vormen))
    if tekening:
        ecogram = make_ecogram(s)
        vormen = (*kop.vormen, *build_tekening(ecogram, _IN, kop.y))
        return Inhoud(kop.y + ecogram.hoogte + _BOVEN, vormen, ecogram.beschrijving)
    return _build_lijst(s, kop, krap=krap)


def _build_lijst(s: Samenvatting, kop: Kolom, *, krap: bool) -> Inhoud:
    eigen = [lid for lid in s.netwerk if lid.kring is Kring.EIGEN_MENSEN]
    hulp = [lid for lid in s.netwerk if lid.kring is Kring.HULP_EN_INSTANTIES]
    onbekend = [lid for lid in s.netwerk if lid.kring is None]
    midden = (
        BREEDTE_NETWERK / 2 + _SCHUIF * (len(eigen) + len(onbekend) > len(hulp)) - _SCHUIF * (len(eigen) < len(hulp))
    )
    links = Kolom(_IN, midden - 1.5 - _IN, kop.y)
    rechts = Kolom(midden + 2.0, BREEDTE_NETWERK - _IN - midden - 2.0, kop.y)
    for kolom, titel, leden in ((links, "eigen mensen", eigen), (rechts, "hulp en instanties", hulp)):
        kolom.add_regels(break_lines([(titel, LABEL)], kolom.breedte))
        _add_leden(kolom, leden, krap=krap)
    if onbekend:
        # unknown stays unknown: it is in neither circle
        links.add_regels(break_lines([("nog niet gezegd bij wie dit hoort", LABEL)], links.breedte))
        _add_leden(links, onbekend, krap=krap)
    hoogte = max(links.y, rechts.y)
    lijn = Streep(midden, kop.y + 0.6, midden, hoogte, 0.2, LIJN, (0.3, 0.7))
    return Inhoud(hoogte + _BOVEN, (*kop.vormen, *links.vormen, lijn, *rechts.vormen))


def _add_leden(kolom: Kolom, leden: list[Netwerkregel], *, krap: bool) -> None:
    if not leden:
        kolom.add_regels(break_lines([("Nog niet gevraagd.", LEEG)], kolom.breedte))
    for lid in leden:
        kolom.add_witruimte(0.2 if krap else 0.7)
        kolom.vormen.append(Teken(lid.contact.value, kolom.x, kolom.y + 2.1 - _TEKEN / 2, _TEKEN))
        tekst = Kolom(kolom.x + _NAAST_TEKEN, kolom.breedte - _NAAST_TEKEN, kolom.y, "L/LI/LBody")
        tekst.add_regels(
            break_lines([(lid.wie, VET), (_write_contact(lid), _WOORD)], tekst.breedte), regelhoogte=TEKST.regel
        )
        kolom.vormen += tekst.vormen
        kolom.y = tekst.y
    kolom.add_witruimte(0.4)


def _write_contact(lid: Netwerkregel) -> str:
    """The contact in words: the line alone is not enough. What is not known is dashed, and said when nothing else is."""
    if lid.contact is Band.ONBEKEND:
        return lid.woord or "contact onbekend"
    return ", ".join(filter(None, (lid.contact.value, lid.woord)))


def build_tijdlijn(s: Samenvatting) -> Inhoud:
    """How it went, through time."""
    kolom = Kolom(_IN, BREEDTE_VERKLARING - 2 * _IN, _BOVEN)
    kolom.add_regels(break_lines([(TITEL, KOPJE)], kolom.breedte))
    kolom.add_witruimte(0.9)
    tijdlijn = make_tijdlijn(s)
    vormen = (*kolom.vormen, *build_tekening(tijdlijn, _IN, kolom.y))
    return Inhoud(kolom.y + tijdlijn.hoogte + _BOVEN, vormen, tijdlijn.beschrijving)


def make_tijdlijn(s: Samenvatting) -> Tekening:
    """The drawing of a samenvatting with a timeline, as wide as its frame on the A4; the page shows the same."""
    assert s.vandaag is not None  # composed with it
    return draw_tijdlijn(s.tijdlijn, Lettermaat(), BREEDTE_VERKLARING - 2 * _IN, s.vandaag)


def build_verklaring(s: Samenvatting) -> Inhoud:
    """Always a question: what is written here is a thought, never a fact."""
    kolom = Kolom(_IN, BREEDTE_VERKLARING - 2 * _IN, _BOVEN)
    kolom.add_regels(break_lines([("Wat kan dit verklaren?", KOPJE)], kolom.breedte))
    kolom.add_witruimte(0.9)
    if not s.verklaring:
        leeg = "Staat in de app." if s.verklaring_totaal else "Nog niet over gepraat."
        kolom.add_regels(break_lines([(leeg, LEEG)], kolom.breedte))
    for nr, regel in enumerate(s.verklaring):
        kolom.add_witruimte(0.9 if nr else 0)
        lopen: list[Loop | Heel] = [(regel.tekst, TEKST)]
        if regel.herkomst:
            lopen.append(Heel(", ".join(regel.herkomst), LABEL))
        kolom.add_regels(break_lines(lopen, kolom.breedte), regelhoogte=TEKST.regel)
    return Inhoud(kolom.y + _BOVEN, tuple(kolom.vormen))


def add_kader(inhoud: Inhoud, breedte: float, hoogte: float) -> Inhoud:
    """The rounded frame, as high as the row."""
    kader = Vlak(0.125, 0.125, breedte - 0.25, hoogte - 0.25, rand=LIJN, dikte=0.25, straal=1.0)
    return Inhoud(hoogte, (kader, *inhoud.vormen), inhoud.alt)
