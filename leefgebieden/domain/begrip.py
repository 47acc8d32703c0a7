"""Which abbreviations of the field stand in a text, so that their meaning can stand beside it."""

import re
from collections.abc import Iterable

from leefgebieden.content.model import Begrip


def find_begrippen(teksten: Iterable[str], begrippen: Iterable[Begrip]) -> tuple[Begrip, ...]:
    """The abbreviations in these texts, each once, in the order of the list. Upper and lower case matter: "ed", not "Ed"."""
    samen = "\n".join(teksten)
    return tuple(b for b in begrippen if re.search(rf"(?<!\w){re.escape(b.afkorting)}(?!\w)", samen))
