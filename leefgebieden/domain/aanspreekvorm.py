"""A question of the card in `je`. The card speaks to the person as `u`; a worker may choose the other."""

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
    "wordt": "word",
    "zorgt": "zorg",
}
"""How a verb loses its t before `je`. What is not here keeps it: in "Wie helpt u?" it is somebody else who does something."""

_VERVOEGD = re.compile(rf"\b({'|'.join(WERKWOORDEN)}) u\b", re.IGNORECASE)
_U = re.compile(r"\b(u|uw)\b")


def speak_je(vraag: str) -> str:
    """ "Hoe slaapt u?" becomes "Hoe slaap je?"."""

    def conjugate(gevonden: re.Match[str]) -> str:
        woord = gevonden[1]
        kort = WERKWOORDEN[woord.lower()]
        return f"{kort.capitalize() if woord[0].isupper() else kort} je"

    vervoegd = _VERVOEGD.sub(conjugate, vraag).replace("je zich", "je je")
    return _U.sub("je", vervoegd)
