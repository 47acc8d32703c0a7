"""Where the words of a notitie stand once more: on the A4s that were made with it, also where names in them were replaced."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from leefgebieden.domain.casus import GemaakteSamenvatting
from leefgebieden.domain.notitie import Notitie, Versie
from leefgebieden.domain.tekst import to_one_line

GENOEG = 4
"""So many words that are no name say that a text is the same; with fewer, every word must be."""
_GEWOON = re.compile(r"(?<![\w.])[a-zß-öø-ÿ]{2,}(?!\w)")
_VERVANGEN = re.compile(r"\d+ tot \d+|\[\w+\]")
_IN_NAMEN = frozenset("van de der den het ten ter te op".split())


def find_a4s_met(
    notitie: Notitie, eerdere: Iterable[Versie], gemaakt: Iterable[GemaakteSamenvatting]
) -> list[GemaakteSamenvatting]:
    """The A4s that carry this notitie, or words that it has or once had."""
    stukken: tuple[Notitie | Versie, ...] = (notitie, *eerdere)
    woorden = {to_one_line(tekst) for s in stukken for tekst in (s.tekst, s.korte_zin) if tekst.strip()}
    # the whole of a text and never a part: an A4 that is found goes with a notitie that is erased
    kaal = {rest for tekst in woorden if len(rest := _strip_namen(tekst)) >= GENOEG}
    return [
        a4
        for a4 in gemaakt
        if any(
            notitie.id == tekst or _holds(tekst, woorden) or (kaal and _strip_namen(tekst) in kaal)
            for tekst in _texts(a4.inhoud)
        )
    ]


def _strip_namen(tekst: str) -> tuple[str, ...]:
    """The words that stay the same when names, ages and addresses are replaced (domain/namen.py)."""
    return tuple(woord for woord in _GEWOON.findall(_VERVANGEN.sub("", tekst)) if woord not in _IN_NAMEN)


def _holds(tekst: str, woorden: set[str]) -> bool:
    return any(stuk in tekst for stuk in woorden)


def _texts(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, dict):
        for stuk in waarde.values():
            yield from _texts(stuk)
    elif isinstance(waarde, list):
        for stuk in waarde:
            yield from _texts(stuk)
