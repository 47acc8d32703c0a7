"""Whether a password is a common one: a word of the list, or a row of keys, with what people put behind it."""

import re
from functools import cache
from pathlib import Path

WOORDEN = Path(__file__).with_name("woorden.txt")
RIJEN = ("1234567890", "0987654321", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "azertyuiop")
ACHTER = re.compile(r"[-_.@# ]?(?:0?\d{1,2}|\d{3}|1234|12345|123456|(?:19|20)\d\d)?[!?.]{0,2}$")
"""A number of one to three digits, a row, a year; then a sign or two."""
DATUM = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[-/. ]?(?:0?[1-9]|1[0-2])[-/. ]?(?:19|20)\d\d$")
LEET = str.maketrans("4310570$@", "aeiostosa")


@cache
def load_woorden() -> frozenset[str]:
    """The words of the list, in small letters."""
    regels = WOORDEN.read_text("utf-8").splitlines()
    return frozenset(woord for regel in regels if not regel.startswith("#") for woord in regel.split())


def is_veelgebruikt(wachtwoord: str) -> bool:
    """Whether people who guess would try this one early; capitals make no difference."""
    gevouwen = wachtwoord.casefold()
    if DATUM.match(gevouwen) or _is_herhaling(gevouwen) or any(gevouwen in rij * 3 for rij in RIJEN):
        return True
    kaal = ACHTER.sub("", gevouwen)
    return any(_is_woord(vorm) for vorm in (gevouwen, kaal, gevouwen.translate(LEET), kaal.translate(LEET)))


def _is_woord(vorm: str) -> bool:
    helft = vorm[: len(vorm) // 2]
    return vorm in load_woorden() or (vorm == helft * 2 and helft in load_woorden())


def _is_herhaling(gevouwen: str) -> bool:
    """Built of one short piece, again and again: "12121212", "abcabcabc"."""
    return any(gevouwen == (gevouwen[:lang] * len(gevouwen))[: len(gevouwen)] for lang in range(1, 5))
