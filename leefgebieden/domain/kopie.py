"""Where the words of a notitie stand once more: on the A4s that were made with it."""

from collections.abc import Iterable, Iterator
from typing import Any

from leefgebieden.domain.casus import GemaakteSamenvatting
from leefgebieden.domain.notitie import Notitie, Versie
from leefgebieden.domain.tekst import to_one_line


def find_a4s_met(
    notitie: Notitie, eerdere: Iterable[Versie], gemaakt: Iterable[GemaakteSamenvatting]
) -> list[GemaakteSamenvatting]:
    """The A4s that carry this notitie, or words that it has or once had."""
    stukken: tuple[Notitie | Versie, ...] = (notitie, *eerdere)
    woorden = {to_one_line(tekst) for s in stukken for tekst in (s.tekst, s.korte_zin) if tekst.strip()}
    return [a4 for a4 in gemaakt if any(notitie.id == tekst or _holds(tekst, woorden) for tekst in _texts(a4.inhoud))]


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
