"""The hulpvraagschema as a walk: a fork, then three questions, to one of four relations (inhoud-volledig.md 3.3).

The source gives the words without arrows; how they follow each other was read into it.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Stap:
    """A question with its answers, each as (value, words)."""

    vraag: str
    antwoorden: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Uitkomst:
    """The relation of this moment: the key of a part of the card."""

    relatie: str


_JA_NEE = (("ja", "Ja"), ("nee", "Nee"))
SPLITSING = Stap(
    "Gaat het om een probleem of om een beperking?", (("probleem", "Een probleem"), ("beperking", "Een beperking"))
)
VRAGEN = (
    (Stap("Is er een vraag om hulp?", _JA_NEE), "voorbijganger"),
    (Stap("Is het een werkbare vraag?", _JA_NEE), "zoeker"),
    (Stap("Worden hulpbronnen gebruikt?", _JA_NEE), "koper"),
)
"""In both branches the same three questions; with the relation that a no leads to."""


def walk_hulpvraag(antwoorden: Sequence[str]) -> Stap | Uitkomst | None:
    """Where these answers lead: the next question, or the relation. None for answers that the schema does not have."""
    if not antwoorden:
        return SPLITSING
    if antwoorden[0] not in dict(SPLITSING.antwoorden):
        return None
    rest = antwoorden[1:]
    for nummer, (stap, bij_nee) in enumerate(VRAGEN):
        if nummer == len(rest):
            return stap
        if rest[nummer] == "nee":
            return Uitkomst(bij_nee) if nummer == len(rest) - 1 else None
        if rest[nummer] != "ja":
            return None
    return Uitkomst("co-expert") if len(rest) == len(VRAGEN) else None
