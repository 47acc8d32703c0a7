"""The brake on guessing: after some wrong tries one waits, longer each time, but never for ever."""

from datetime import datetime, timedelta

VRIJ_PER_ACCOUNT = 5
"""Wrong tries without a wait: somebody with cold hands."""
VRIJ_PER_ADRES = 30
"""A whole office signs in from one network address."""
LANGST = timedelta(minutes=15)
VERGEET_NA = timedelta(hours=24)


def wait_after(mislukt: int, vrij: int) -> timedelta:
    """How long to wait after so many wrong tries in a row: nothing, then 5 s, and twice as long each time, to 15 minutes."""
    te_veel = mislukt - vrij
    if te_veel < 0:
        return timedelta(0)
    return min(timedelta(seconds=5 * 2 ** min(te_veel, 10)), LANGST)


def count_mislukt(mislukt: int, laatst_op: datetime, nu: datetime) -> int:
    """The wrong tries that still count: after a day without one they are forgotten."""
    return 0 if nu - laatst_op >= VERGEET_NA else mislukt


def write_wacht(wacht: timedelta) -> str:
    """ "40 seconden", "1 minuut", "12 minuten"; rounded up, so that who waits that long is let in."""
    seconden = max(1, -int(-wacht.total_seconds() // 1))
    if seconden <= 60:
        return "1 seconde" if seconden == 1 else f"{seconden} seconden"
    return f"{-(-seconden // 60)} minuten"
