"""A soft hint at a word that judges, or at a number that has no place here: to the one who writes, never a block
(schermen.md 1, records as power; plichten.md, necessity).
"""

import re
from collections.abc import Iterable

from leefgebieden.content.model import Woordhint

BSN = "Er staat een getal in dat een BSN kan zijn. Een BSN hoort hier niet. Haal het weg als je kunt."
_NEGEN_CIJFERS = re.compile(r"(?<![\w.-])\d(?:[ .]?\d){8}(?![\w-])", re.ASCII)


def holds_bsn(tekst: str) -> bool:
    """Whether nine digits stand in it that pass the test of a burgerservicenummer (elfproef). A phone number or IBAN does not."""
    return any(_is_bsn(re.sub(r"\D", "", gevonden)) for gevonden in _NEGEN_CIJFERS.findall(tekst))


def _is_bsn(cijfers: str) -> bool:
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    som = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(gewichten, cijfers, strict=True))
    return som % 11 == 0 and int(cijfers) > 0


def find_hints(tekst: str, woordhints: Iterable[Woordhint]) -> tuple[str, ...]:
    """The hints for this text, each once."""
    klein = tekst.casefold()
    gevonden = [BSN] if holds_bsn(tekst) else []
    gevonden += [h.hint for h in woordhints if re.search(rf"\b{re.escape(h.woord.casefold())}\b", klein)]
    return tuple(dict.fromkeys(gevonden))
