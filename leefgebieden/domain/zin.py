"""How a notitie reads at a glance: what comes before a first full stop or colon stands out."""

import re

_BEGIN = re.compile(r"(.{3,40}?[^\W\d_]{2}[.:]) (\S.*)", re.DOTALL)


def split_begin(tekst: str) -> tuple[str, str]:
    """(what stands out, the rest); nothing stands out in a text of one sentence."""
    begin = _BEGIN.match(tekst)
    return (begin[1], begin[2]) if begin else ("", tekst)
