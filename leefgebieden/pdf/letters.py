"""The type of the page: styles, the widths of the real fonts, and a visible stand-in for what the fonts lack."""

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFontFace

FONTS = Path(__file__).parent / "fonts"
PUNT = 25.4 / 72
"""A point in millimetres."""
_ONZICHTBAAR = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\u00ad")
_VOLUIT_HOOGUIT = 6


class Letter(StrEnum):
    """The fonts: the value is the file."""

    SANS = "NotoSans-Regular"
    SANS_VET = "NotoSans-Bold"
    SANS_CURSIEF = "NotoSans-Italic"
    SERIF = "NotoSerif-Regular"
    SERIF_VET = "NotoSerif-Bold"
    SERIF_CURSIEF = "NotoSerif-Italic"


INKT, ZACHT, ACTIE, LIJN = "#1F242B", "#565C66", "#1F3F6E", "#B9B0A3"
KRACHT, KRACHT_VLAK, LASTIG, LASTIG_VLAK = "#00626A", "#E3F1F0", "#864400", "#FAEEDD"
TINT, VRAAG_VLAK, RAND, WIT = "#F1ECE3", "#E9EEF6", "#857C6E", "#FFFFFF"


@dataclass(frozen=True)
class Stijl:
    """A font, its size in points, the height of a line in mm, and a colour."""

    letter: Letter
    punten: float
    regel: float
    kleur: str = INKT

    @property
    def naam(self) -> str:
        """The name under which the font is registered."""
        return f"A4-{self.letter}"

    @cached_property
    def maat(self) -> float:
        """The size in mm."""
        return self.punten * PUNT

    @cached_property
    def zakt(self) -> float:
        """From the top of a line to where the letters stand, in mm (both Noto's: 1.069 up, 0.293 down)."""
        return self.regel / 2 + (1.069 - 0.293) / 2 * self.maat

    def vet(self) -> "Stijl":
        return replace(self, letter=Letter.SANS_VET)

    def gekleurd(self, kleur: str) -> "Stijl":
        return replace(self, kleur=kleur)


TEKST = Stijl(Letter.SANS, 9, 4.1)
VET = TEKST.vet()
CURSIEF = Stijl(Letter.SANS_CURSIEF, 9, 4.1)
LEEG = CURSIEF.gekleurd(ZACHT)
KOPJE = Stijl(Letter.SANS_VET, 9.8, 4.6)
META = Stijl(Letter.SANS, 7.4, 3.5, ZACHT)
LABEL = Stijl(Letter.SANS, 7.2, 3.4, ZACHT)
ONDER = Stijl(Letter.SANS, 9.4, 4.4)
EIGEN = Stijl(Letter.SERIF_CURSIEF, 12.2, 5.7)
LETPUNT = Stijl(Letter.SERIF_VET, 9, 4.1)
NAAM = (
    Stijl(Letter.SERIF_VET, 21, 8.6),
    Stijl(Letter.SERIF_VET, 17.5, 7.4),
    Stijl(Letter.SERIF_VET, 14.5, 6.2),
    Stijl(Letter.SERIF_VET, 12.2, 5.2),
)
"""The name stands on one line: the largest that does it; the last is broken into lines."""


class _Breedtes(dict[str, float]):
    """The width of each letter in em; a letter that the font lacks gets the width of an unknown one."""

    onbekend = 0.6

    def __missing__(self, _teken: str) -> float:
        return self.onbekend


@cache
def load_face(letter: Letter) -> "TTFontFace":
    """Read a font once in this process, and register it with ReportLab."""
    # reportlab is slow to import and only needed when there is something to draw
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    rl_config.useA85 = 0
    font = TTFont(f"A4-{letter}", str(FONTS / f"{letter}.ttf"))
    pdfmetrics.registerFont(font)
    return font.face


@cache
def load_breedtes(letter: Letter) -> _Breedtes:
    """The widths of a font."""
    face = load_face(letter)
    return _Breedtes({chr(code): face.charWidths.get(code, face.defaultWidth) / 1000 for code in face.charToGlyph})


def measure(tekst: str, stijl: Stijl) -> float:
    """The width of a text in mm."""
    return sum(map(load_breedtes(stijl.letter).__getitem__, tekst)) * stijl.maat


def make_visible(tekst: str, letter: Letter) -> str:
    """The text with a visible stand-in for every character that the font lacks: never silently nothing.

    One to six of them read as [U+1F600]; where there are more, every run of them is [?], so that a text of only
    such characters cannot grow beyond its place. Joiners and the like were invisible to begin with.
    """
    bekend = load_breedtes(letter)
    if bekend.keys() >= set(tekst):
        return tekst
    tekst = "".join(teken for teken in tekst if teken in bekend or teken not in _ONZICHTBAAR)
    kort = sum(1 for teken in tekst if teken not in bekend) > _VOLUIT_HOOGUIT
    stukken: list[str] = []
    for teken in tekst:
        if teken in bekend:
            stukken.append(teken)
        elif teken.isspace():
            stukken.append(" ")
        elif not kort:
            stukken.append(f"[U+{ord(teken):04X}]")
        elif not stukken or stukken[-1] != "[?]":
            stukken.append("[?]")
    return "".join(stukken)


def is_merkteken(teken: str) -> bool:
    """Whether a character sits on the letter before it, so that a line may not be broken there."""
    return bool(unicodedata.combining(teken))
