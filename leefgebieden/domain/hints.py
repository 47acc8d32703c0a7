"""A soft hint at a word that judges: a question to the one who writes, never a block (schermen.md 1, records as power)."""

import re
from collections.abc import Iterable

from leefgebieden.content.model import Woordhint


def find_hints(tekst: str, woordhints: Iterable[Woordhint]) -> tuple[str, ...]:
    """The hints for the words in this text, each once."""
    klein = tekst.casefold()
    gevonden = [h.hint for h in woordhints if re.search(rf"\b{re.escape(h.woord.casefold())}\b", klein)]
    return tuple(dict.fromkeys(gevonden))
