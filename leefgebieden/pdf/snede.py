"""A TrueType font of only the glyphs that a page uses, and only the tables that a PDF needs."""

from collections.abc import Iterator
from functools import cache, lru_cache
from struct import pack, unpack_from
from typing import TYPE_CHECKING, NamedTuple
from zlib import compress

from leefgebieden.pdf.letters import Letter, load_face

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFontFace

_MEER, _WOORDEN, _SCHAAL, _SCHAAL_XY, _MATRIX = 0x20, 0x01, 0x08, 0x40, 0x80
_BEWAARD = 24
"""How many font files are kept in this process: those of a few pages, some kilobytes each."""
_SYMBOOL = 0xF000
"""Where the codes of a symbolic font begin."""


class Snede(NamedTuple):
    """A font file, compressed, and how long it was."""

    bestand: bytes
    lengte: int


@lru_cache(maxsize=_BEWAARD)
def cut_snede(letter: Letter, glyphs: frozenset[tuple[int, int]]) -> Snede:
    """A font file. `glyphs`: each code (1-255) with the glyph in the full font. The same page is often drawn again.

    Glyphs stand in the order of their codes, with an empty one for each code that is not used: then the table from
    codes to glyphs is one line.
    """
    from reportlab.pdfbase.ttfonts import TTFontMaker  # heavy, and only needed when there is something to draw

    face = load_face(letter)
    per_code = dict(glyphs)
    eerste, laatste = min(per_code), max(per_code)
    volgorde = [0, *(per_code.get(code, 0) for code in range(eerste, laatste + 1))]
    plek = {oud: nieuw for nieuw, oud in enumerate(volgorde)}
    glyf, hmtx, loca = bytearray(), bytearray(), [0]
    # grows while it is read: what a glyph is made of (é is e and ´) comes after all others
    for oud in volgorde:
        glyph = _read_glyph(letter, oud)
        omtrek = glyph.omtrek
        for waar in glyph.onderdelen:
            (onderdeel,) = unpack_from(">H", omtrek, waar)
            if onderdeel not in plek:
                plek[onderdeel] = len(volgorde)
                volgorde.append(onderdeel)
            omtrek = omtrek[:waar] + pack(">H", plek[onderdeel]) + omtrek[waar + 2 :]
        glyf += omtrek
        hmtx += glyph.maten
        loca.append(len(glyf) // 2)
    aantal = len(volgorde)
    maker = TTFontMaker()
    maker.add("cmap", _write_cmap(eerste, laatste))
    maker.add("glyf", bytes(glyf))
    maker.add("head", _replace(face, "head", 50, 0))
    maker.add("hhea", _replace(face, "hhea", 34, aantal))
    maker.add("hmtx", bytes(hmtx))
    maker.add("loca", pack(f">{aantal + 1}H", *loca))
    maker.add("maxp", _replace(face, "maxp", 4, aantal))
    bestand = maker.makeStream()
    return Snede(compress(bestand), len(bestand))


class _Glyph(NamedTuple):
    """An outline, where in it the numbers of its parts stand (é is e and ´), and its width and left side."""

    omtrek: bytes
    onderdelen: tuple[int, ...]
    maten: bytes


@cache
def _read_glyph(letter: Letter, nummer: int) -> _Glyph:
    """Read a glyph once in this process. Number 0 stands for no glyph at all: an empty one."""
    if not nummer:
        return _Glyph(b"", (), bytes(4))
    face = load_face(letter)
    begin, einde = face.glyphPos[nummer : nummer + 2]
    waar = face.get_table_pos("glyf")[0]
    omtrek = face.get_chunk(waar + begin, einde - begin)
    return _Glyph(omtrek + bytes(len(omtrek) % 2), tuple(_find_onderdelen(omtrek)), pack(">HH", *face.hmetrics[nummer]))


def _find_onderdelen(glyph: bytes) -> Iterator[int]:
    if not glyph or glyph[0] < 0x80:
        return
    plek, vlaggen = 10, _MEER
    while vlaggen & _MEER:
        (vlaggen,) = unpack_from(">H", glyph, plek)
        yield plek + 2
        plek += 8 if vlaggen & _WOORDEN else 6
        plek += 2 if vlaggen & _SCHAAL else 4 if vlaggen & _SCHAAL_XY else 8 if vlaggen & _MATRIX else 0


def _write_cmap(eerste: int, laatste: int) -> bytes:
    """From code to glyph, in the way of symbolic fonts (format 4): one run of codes, and the end that it must have."""
    begin, einde = _SYMBOOL + eerste, _SYMBOOL + laatste
    kop = pack(">HHHHL", 0, 1, 3, 0, 12)
    return kop + pack(">16H", 4, 32, 0, 4, 4, 1, 0, einde, 0xFFFF, 0, begin, 0xFFFF, (1 - begin) & 0xFFFF, 1, 0, 0)


def _replace(face: "TTFontFace", naam: str, plek: int, getal: int) -> bytes:
    tabel = face.get_chunk(*face.get_table_pos(naam))
    return tabel[:plek] + pack(">H", getal) + tabel[plek + 2 :]
