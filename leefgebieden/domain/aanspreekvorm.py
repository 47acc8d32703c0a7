"""What we ask or tell the person, in `je`. We write it to `u`, as the card does; a worker may choose the other."""

import re

WERKWOORDEN = {
    "bent": "ben",
    "denkt": "denk",
    "doet": "doe",
    "haalt": "haal",
    "heeft": "heb",
    "houdt": "houd",
    "kijkt": "kijk",
    "komt": "kom",
    "kunt": "kun",
    "leeft": "leef",
    "slaapt": "slaap",
    "vindt": "vind",
    "voelt": "voel",
    "wilt": "wil",
    "wordt": "word",
    "zorgt": "zorg",
}
"""How a verb loses its t before `je`. What is not here keeps it: in "Wie helpt u?" it is somebody else who does something."""

_VERVOEGD = re.compile(rf"\b({'|'.join(WERKWOORDEN)}) u\b", re.IGNORECASE)
_U = re.compile(r"\b(u|uw)\b")
_BEGIN = {"Voor u": "Voor jou", "Uw": "Je", "U": "Je"}
"""At the head of a sentence; there "Voor u" has the stress."""
_VOORAAN = re.compile(rf"(?:^|(?<=[.?!] ))({'|'.join(_BEGIN)})\b")


def speak_je(zin: str) -> str:
    """ "Hoe slaapt u?" becomes "Hoe slaap je?"."""

    def conjugate(gevonden: re.Match[str]) -> str:
        woord = gevonden[1]
        kort = WERKWOORDEN[woord.lower()]
        return f"{kort.capitalize() if woord[0].isupper() else kort} je"

    vervoegd = _VERVOEGD.sub(conjugate, zin).replace("je zich", "je je")
    return _U.sub("je", _VOORAAN.sub(lambda begin: _BEGIN[begin[1]], vervoegd))
