"""What a bijdrage or an answer may lean on: a baken, a kernwaarde, or an own experience."""

from leefgebieden.domain.overleg import EIGEN_ERVARING
from leefgebieden.web.huis import get_content

KAARTEN = ("bakens", "kernwaarden")


def list_steunen() -> list[tuple[str, str]]:
    """The choices, as (value, words)."""
    methodiek = get_content().methodiek
    delen = [
        (f"{kaart.key}/{deel.key}", f"{kaart.enkel}: {deel.titel}")
        for kaart in (methodiek[key] for key in KAARTEN if key in methodiek)
        for deel in kaart.onderdelen
    ]
    return [(EIGEN_ERVARING, "eigen ervaring"), *delen]


def name_steun(steun: str) -> str:
    """How it reads on a page; what a team took off its cards since then reads as nothing."""
    return dict(list_steunen()).get(steun, "")
