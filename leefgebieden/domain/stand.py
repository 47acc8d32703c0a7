"""What a stand says beside the notities, and changing standen on a page that may be older than what a colleague did."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leefgebieden.content.model import Deelgebied
from leefgebieden.domain.casus import HeleCasus, StandSoort
from leefgebieden.domain.notitie import Notitie, VanWie

Keuzes = Mapping[str, StandSoort | None]


@dataclass(frozen=True)
class Samengevoegd:
    """`te_zetten` may be set; `botsing` was set otherwise by somebody else since the page was shown."""

    te_zetten: dict[str, StandSoort | None]
    botsing: tuple[str, ...]


def merge_standen(hele: HeleCasus, getoond: Keuzes, gekozen: Keuzes) -> Samengevoegd:
    """What this form really changes: only deelgebieden that were touched on it, by key."""
    te_zetten: dict[str, StandSoort | None] = {}
    botsing: list[str] = []
    for deelgebied, keuze in gekozen.items():
        was, nu = getoond[deelgebied], hele.stand_of(deelgebied)
        if keuze in (was, nu):
            continue
        if nu != was:
            botsing.append(deelgebied)
        else:
            te_zetten[deelgebied] = keuze
    return Samengevoegd(te_zetten, tuple(botsing))


def came_from_others(notities: Iterable[Notitie], deelgebieden: Iterable[Deelgebied]) -> bool:
    """Whether something was seen or heard of these deelgebieden, and nothing of it from the person himself.

    "Nog niet over gepraat" alone reads odd beside such notities: then it says with whom not. What nobody is named with may be
    the person's own words, and says nothing about it.
    """
    plaatsen = {deelgebied.key for deelgebied in deelgebieden}
    van_wie = {wie for notitie in notities if plaatsen.intersection(notitie.plaatsen) for wie in notitie.van_wie}
    return bool(van_wie) and VanWie.ZELF not in van_wie
