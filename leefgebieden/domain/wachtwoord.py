"""What makes a password good enough: long, and not one that everybody tries first. Nothing about signs or capitals."""

import unicodedata
from collections.abc import Callable, Collection

KORTST = 8
LANGST = 200


def normalise_wachtwoord(wachtwoord: str) -> str:
    """One spelling for what is the same on every keyboard; spaces and capitals stay."""
    return unicodedata.normalize("NFC", wachtwoord)


def judge_wachtwoord(wachtwoord: str, is_veelgebruikt: Callable[[str], bool], eigen: Collection[str]) -> str:
    """Why this password will not do, in a sentence to show; empty when it will.

    `eigen` is what belongs to the worker (name, address); capitals make no difference.
    """
    if len(wachtwoord) < KORTST:
        return f"Dit wachtwoord is te kort. Neem er een van {KORTST} tekens of meer."
    if len(wachtwoord) > LANGST:
        return f"Dit wachtwoord is te lang. Er passen {LANGST} tekens."
    gevouwen = wachtwoord.casefold()
    if is_veelgebruikt(wachtwoord) or len(set(gevouwen)) < 4:
        return "Dit wachtwoord gebruiken veel mensen. Een ander raadt het snel. Neem een ander, bijvoorbeeld vier losse woorden."
    if gevouwen.strip("0123456789!.?-_ ") in {stuk.casefold() for stuk in eigen if stuk}:
        return "Dit wachtwoord lijkt op je naam of je e-mailadres. Neem een ander."
    return ""
