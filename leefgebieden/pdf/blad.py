"""A laid out page."""

from dataclasses import dataclass

from leefgebieden.domain.samenvatting import Samenvatting, Telling
from leefgebieden.domain.voet import count_left_out, count_shown, list_weggelaten_blokken
from leefgebieden.pdf.sheet import Blok


@dataclass(frozen=True)
class Blad:
    """A laid out page: the blocks in their places, and the samenvatting that holds only what is shown."""

    blokken: tuple[Blok, ...]
    samenvatting: Samenvatting

    @property
    def getoond(self) -> Telling:
        """The notities on the page, by kind."""
        return count_shown(self.samenvatting)

    @property
    def weggelaten(self) -> Telling:
        """The notities that are not on the page, by kind."""
        return count_left_out(self.samenvatting)

    @property
    def te_lang(self) -> int:
        """How many of them are left out because they are too long and have no korte zin."""
        return self.samenvatting.te_lang

    @property
    def afspraken_weggelaten(self) -> int:
        return self.samenvatting.afspraken_totaal - len(self.samenvatting.afspraken)

    @property
    def weggelaten_blokken(self) -> tuple[str, ...]:
        """Whole blocks that did not fit, in the words of the page."""
        return list_weggelaten_blokken(self.samenvatting)
