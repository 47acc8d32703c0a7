"""The letters that a page uses: each has one code, the same in every font, so that one table of Unicode does for all."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING
from zlib import compress

from leefgebieden.pdf.letters import Letter, load_face
from leefgebieden.pdf.snede import cut_snede
from leefgebieden.pdf.zetsel import Stuk

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument

_CODES = range(0x20, 0x100)


class Zetkast:
    """A page with more different letters than there are codes has a second part of a font, and so on."""

    def __init__(self, stukken: Iterable[Stuk]) -> None:
        self._gebruikt: dict[Letter, set[str]] = {}
        for stuk in stukken:
            self._gebruikt.setdefault(stuk.stijl.letter, set()).update(stuk.tekst)
        keren = Counter(teken for tekens in self._gebruikt.values() for teken in tekens)
        # what most fonts share comes first, so that the codes of a font lie close together
        volgorde = sorted(keren, key=lambda teken: (-keren[teken], teken))
        self._delen = [volgorde[nr : nr + len(_CODES)] for nr in range(0, len(volgorde), len(_CODES))]
        self._deel = {teken: nr for nr, deel in enumerate(self._delen) for teken in deel}
        self._geschreven = {
            ord(teken): _write_code(code) for deel in self._delen for code, teken in zip(_CODES, deel, strict=False)
        }

    @property
    def space(self) -> str:
        """A space in codes; nothing on a page without any, or where it is in another part of a font."""
        return self._geschreven.get(ord(" "), "") if len(self._delen) == 1 else ""

    def encode(self, tekst: str) -> list[tuple[int, str]]:
        """A text in codes, as PDF writes them, with the number of the part of the font that they are in."""
        if len(self._delen) == 1:
            return [(0, tekst.translate(self._geschreven))]
        return [
            (deel, "".join(tekens).translate(self._geschreven))
            for deel, tekens in groupby(tekst, self._deel.__getitem__)
        ]

    def add_letters(self, doc: "PDFDocument") -> None:
        """Put the fonts into a document."""
        for nr, deel in enumerate(self._delen):
            tabel = _add_stroom(doc, compress(_write_tabel(deel)), f"codes{nr}")
            for letter, tekens in self._gebruikt.items():
                codes = {code: teken for code, teken in zip(_CODES, deel, strict=False) if teken in tekens}
                if codes:
                    _add_letter(doc, letter, nr, codes, tabel)


def _write_code(code: int) -> str:
    if code >= 0x7F:
        return f"\\{code:03o}"
    return f"\\{code:c}" if code in b"()\\" else chr(code)


def _write_tabel(tekens: list[str]) -> bytes:
    """The table from codes to Unicode, so that text can be searched, copied and read aloud."""
    laatste = _CODES[len(tekens) - 1]
    unicode = "".join(f"<{ord(teken):04X}>" for teken in tekens)
    return f"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfrange <{_CODES[0]:02X}> <{laatste:02X}> [{unicode}] endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end""".encode("ascii")


@cache
def name_letter(letter: Letter, deel: int) -> str:
    """What a part of a font is called on the page."""
    return f"F{list(Letter).index(letter)}{'+' * deel}"


def _add_letter(doc: "PDFDocument", letter: Letter, deel: int, codes: dict[int, str], tabel: str) -> None:
    face, naam = load_face(letter), name_letter(letter, deel)
    eerste, laatste = min(codes), max(codes)
    breedtes = [face.charWidths[ord(codes[code])] if code in codes else 0 for code in range(eerste, laatste + 1)]
    snede = cut_snede(letter, frozenset((code, face.charToGlyph[ord(teken)]) for code, teken in codes.items()))
    bestand = _add_stroom(doc, snede.bestand, f"{naam} bestand", Length1=snede.lengte)
    heet = f"/{'ABCDEFGH'[deel]}AAAAA+{letter}"
    beschrijving = _add(
        doc,
        f"<< /Type /FontDescriptor /FontName {heet} /Flags {face.flags} /FontBBox [{_write_rij(face.bbox)}] "
        f"/ItalicAngle {face.italicAngle} /Ascent {face.ascent} /Descent {face.descent} "
        f"/CapHeight {face.capHeight} /StemV {face.stemV} /FontFile2 {bestand} >>",
        f"{naam} beschrijving",
    )
    font = _add(
        doc,
        f"<< /Type /Font /Subtype /TrueType /BaseFont {heet} /FirstChar {eerste} /LastChar {laatste} "
        f"/Widths [{_write_rij(breedtes)}] /FontDescriptor {beschrijving} /ToUnicode {tabel} >>",
        naam,
    )
    doc.idToObject["BasicFonts"][naam] = font  # type: ignore[index]  # the stub knows not that it is a dictionary


def _write_rij(getallen: Iterable[float]) -> str:
    return " ".join(map(str, getallen))


def _add_stroom(doc: "PDFDocument", inhoud: bytes, naam: str, **velden: int) -> str:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream  # heavy, as in letters.py

    return _add(doc, PDFStream(PDFDictionary({"Filter": "/FlateDecode", **velden}), inhoud), naam)


def _add(doc: "PDFDocument", inhoud: object, naam: str) -> str:
    """Put something into a document, and give how it is pointed to ("5 0 R")."""
    verwijzing: bytes = doc.Reference(inhoud, naam).format(doc)  # type: ignore[no-untyped-call]  # the stub is bare
    return verwijzing.decode("ascii")
