"""A cell in a file for a spreadsheet: what the spreadsheet would take for a formula is written as text."""

import re

_FORMULE = re.compile(r"'*[=+\-@\t\r＝＋－＠]")  # wide signs are taken for a formula as well


def disarm(cel: str) -> str:
    """The cell as it is written: with a mark in front where it looks like a formula. A telephone number may look so too."""
    return f"'{cel}" if _FORMULE.match(cel) else cel


def arm(cel: str) -> str:
    """The cell without that mark, as it was before `disarm`."""
    return cel[1:] if cel.startswith("'") and _FORMULE.match(cel) else cel
