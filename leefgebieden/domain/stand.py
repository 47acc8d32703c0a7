"""Changing standen on a page that may be older than what a colleague did in the meantime."""

from collections.abc import Mapping
from dataclasses import dataclass

from leefgebieden.domain.casus import HeleCasus, StandSoort

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
