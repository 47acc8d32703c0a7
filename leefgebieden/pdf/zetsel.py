"""Breaking text into lines by the widths of the real fonts. Linear in the text; no markup, no parser."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from leefgebieden.pdf.letters import Stijl, is_merkteken, load_breedtes, make_visible, measure

Loop = tuple[str, Stijl]
"""A run: text in one style. Between two runs stands a space."""


class Stuk(NamedTuple):
    """A piece of a line in one style. `tekst` holds the space that comes after it."""

    tekst: str
    stijl: Stijl


class Zetregel(NamedTuple):
    """One line: its pieces, its width in mm, and how far it starts from the left (mm)."""

    stukken: tuple[Stuk, ...]
    breedte: float
    inspring: float = 0.0

    @property
    def tekst(self) -> str:
        return "".join(stuk.tekst for stuk in self.stukken)


@dataclass(frozen=True)
class Heel:
    """A run that stays on one line when it can: who said it, after a notitie."""

    tekst: str
    stijl: Stijl


def break_lines(lopen: Sequence[Loop | Heel], breedte: float, *, inspring: float = 0.0) -> tuple[Zetregel, ...]:
    """Break runs into lines of at most `breedte` mm; the first starts `inspring` mm in. A word that is too wide is split."""
    zetter = _Zetter(breedte, inspring)
    for loop in lopen:
        if isinstance(loop, Heel):
            zetter.add_heel(make_visible(loop.tekst, loop.stijl.letter), loop.stijl)
        else:
            zetter.add_loop(make_visible(loop[0], loop[1].letter), loop[1])
    zetter.close_regel()
    return tuple(zetter.regels)


class _Zetter:
    """Sets runs one after another. A line is found by looking up in the running total of widths how far it reaches."""

    def __init__(self, breedte: float, inspring: float) -> None:
        self.breedte, self.smalst = breedte, breedte - inspring
        self.regels: list[Zetregel] = []
        self.stukken: list[Stuk] = []
        self.start = self.gebruikt = inspring

    def add_heel(self, tekst: str, stijl: Stijl) -> None:
        """Keep it together on one line, when it is not too wide for that."""
        wijdte = measure(tekst, stijl)
        if self.stukken and self._measure_ruimte() < wijdte <= self.smalst:
            self.close_regel()
        self.add_loop(tekst, stijl)

    def add_loop(self, tekst: str, stijl: Stijl) -> None:
        tekst = " ".join(tekst.split())
        if not tekst:
            return
        wijdte = measure(tekst, stijl)
        if wijdte <= self._measure_ruimte():
            self._add(tekst, stijl, wijdte)
            return
        einde, begin = len(tekst), 0
        # totaal[n] is the width of the first n letters
        totaal = [0.0, *accumulate(map(load_breedtes(stijl.letter).__getitem__, tekst))]
        while begin < einde:
            past = bisect_right(totaal, totaal[begin] + self._measure_ruimte() / stijl.maat) - 1
            tot = einde if past >= einde else tekst.rfind(" ", begin, past + 1)
            if tot > begin:
                self._add(tekst[begin:tot], stijl, (totaal[tot] - totaal[begin]) * stijl.maat)
                begin = tot + 1
                if begin < einde:
                    self.close_regel()
                continue
            self.close_regel()
            spatie = tekst.find(" ", begin)
            woordeinde = einde if spatie < 0 else spatie
            if (totaal[woordeinde] - totaal[begin]) * stijl.maat > self.smalst:
                tot = bisect_right(totaal, totaal[begin] + self.smalst / stijl.maat) - 1
                tot = _find_deelbaar(tekst, begin, tot)
                self._add(tekst[begin:tot], stijl, (totaal[tot] - totaal[begin]) * stijl.maat)
                self.close_regel()
                begin = tot

    def close_regel(self) -> None:
        if self.stukken:
            self.regels.append(Zetregel(tuple(self.stukken), self.gebruikt - self.start, self.start))
            self.stukken, self.start, self.gebruikt = [], 0.0, 0.0

    def _measure_ruimte(self) -> float:
        spatie = measure(" ", self.stukken[-1].stijl) if self.stukken else 0.0
        return self.breedte + 1e-6 - self.gebruikt - spatie

    def _add(self, tekst: str, stijl: Stijl, wijdte: float) -> None:
        """The space between two pieces belongs to the first."""
        if self.stukken:
            vorige = self.stukken[-1]
            self.gebruikt += measure(" ", vorige.stijl)
            self.stukken[-1] = Stuk(f"{vorige.tekst} ", vorige.stijl)
        self.stukken.append(Stuk(tekst, stijl))
        self.gebruikt += wijdte


def _find_deelbaar(tekst: str, begin: int, tot: int) -> int:
    """Where a word that is too wide may be split: a mark stays with the letter it sits on."""
    tot = max(tot, begin + 1)
    while tot > begin + 1 and tot < len(tekst) and is_merkteken(tekst[tot]):
        tot -= 1
    return tot
