"""What stands on the page whatever the notities are: its blocks, their heights, and the white room between them."""

from leefgebieden.domain.samenvatting import Opmaak, Samenvatting
from leefgebieden.pdf.blok import afspraken, eromheen, spiegel, stem
from leefgebieden.pdf.blok.kop import build_kop
from leefgebieden.pdf.blok.vraag import build_vraag
from leefgebieden.pdf.sheet import VOL, Inhoud

GAT_TIJDLIJN = 3.0
"""Between the timeline and what may explain it (mm)."""


class Inhouden:
    """The blocks that stay as they are in any layout, built once for a choice of contents."""

    def __init__(self, werk: Samenvatting) -> None:
        self.werk = werk
        self.kop = build_kop(werk.kop)
        self.duo = stem.build_duo(werk)
        self.vraag = build_vraag(werk.vraag)
        self.verklaring = eromheen.build_verklaring(werk)
        self.tijdlijn = eromheen.build_tijdlijn(werk) if werk.tijdlijn else None
        self.weten = afspraken.build_weten(werk)
        self._netwerken: dict[tuple[bool, bool], Inhoud] = {}
        self._afspraken: dict[float, Inhoud] = {}

    def build_netwerk(self, opmaak: Opmaak) -> Inhoud:
        hoe = (opmaak.krap, opmaak.tekening)
        if hoe not in self._netwerken:
            self._netwerken[hoe] = eromheen.build_netwerk(self.werk, krap=opmaak.krap, tekening=opmaak.tekening)
        return self._netwerken[hoe]

    def build_afspraken(self, breedte: float) -> Inhoud:
        if breedte not in self._afspraken:
            self._afspraken[breedte] = afspraken.build_afspraken(self.werk, breedte)
        return self._afspraken[breedte]


class Vast:
    """Everything but the notities and the foot, built once for a choice of contents and layout."""

    def __init__(self, inhouden: Inhouden, opmaak: Opmaak) -> None:
        werk = inhouden.werk
        self.gaten = (2.2, 2.0, 2.2, 2.4, 2.4, 2.4) if opmaak.krap else (3.4, 3.2, 3.6, 4.0, 4.0, 4.2)
        ruimte = spiegel.KRAP if opmaak.krap else spiegel.NORMAAL
        self.kop, self.duo, self.vraag = inhouden.kop, inhouden.duo, inhouden.vraag
        self.spillen = [spiegel.build_spil(gebied, ruimte, opmaak) for gebied in werk.gebieden]
        self.netwerk = inhouden.build_netwerk(opmaak)
        self.verklaring = inhouden.verklaring
        self.tijdlijn = inhouden.tijdlijn
        rechts = self.verklaring.hoogte + (self.tijdlijn.hoogte + GAT_TIJDLIJN if self.tijdlijn else 0.0)
        self.hoogte_eromheen = max(self.netwerk.hoogte, rechts)
        self.breedte_afspraken = afspraken.BREEDTE_AFSPRAKEN if opmaak.weten else VOL
        self.afspraken = inhouden.build_afspraken(self.breedte_afspraken)
        self.weten = inhouden.weten
        self.hoogte = sum(
            (
                self.kop.hoogte,
                self.duo[0].hoogte,
                self.vraag.hoogte,
                self.hoogte_eromheen + self.gaten[4] if opmaak.eromheen else 0.0,
                max(self.afspraken.hoogte, self.weten.hoogte if opmaak.weten else 0.0),
                sum(self.gaten) - self.gaten[4],
            )
        )


_RIJ_GEWOON, _EROMHEEN_RUIM, _GAT_RUIM = 22.0, 58.0, 1.2


def share_rest(rest: float, rijen: list[float], vast: Vast) -> tuple[float, float, float]:
    """Share the white room: (for each row of the mirror, for the row around the person, for each gap), in mm.

    The mirror first, until its rows are as in the grid; then the frames, then the gaps, then the mirror again.
    """
    aantal = max(1, len(rijen))

    def take(wens: float) -> float:
        nonlocal rest
        stuk = max(0.0, min(rest, wens))
        rest -= stuk
        return stuk

    spiegel_erbij = take(aantal * _RIJ_GEWOON - sum(rijen))
    kader = take(_EROMHEEN_RUIM - vast.hoogte_eromheen)
    gat = take(5 * _GAT_RUIM) / 5
    spiegel_erbij += rest
    return spiegel_erbij / aantal, kader, gat
