"""The brake on guessing. Every try counts as wrong until it is known to be right, so that many at once gain nothing."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import timedelta

from leefgebieden.context import Context
from leefgebieden.domain.rem import VERGEET_NA, VRIJ_PER_ACCOUNT, VRIJ_PER_ADRES, count_mislukt, wait_after
from leefgebieden.store.aanmeldpoging import (
    Pogingen,
    delete_oude_pogingen,
    delete_pogingen,
    fetch_pogingen,
    save_pogingen,
)
from leefgebieden.store.db import writing
from leefgebieden.store.medewerker import fold_email


class TeVaak(Exception):
    """Too many wrong tries; nothing was checked. `wacht` is how long it takes until the next one counts."""

    def __init__(self, wacht: timedelta) -> None:
        super().__init__("te vaak geprobeerd")
        self.wacht = wacht


@dataclass(frozen=True)
class Rem:
    """The counters of one try: of the account that is tried, known or not, and of the network address it comes from."""

    account: str
    adres: str


def make_rem(geheim: str, email: str, adres: str) -> Rem:
    """`geheim` keys the hashes: what people type wrong cannot be guessed back from the database."""

    def of(soort: str, waarde: str) -> str:
        return hmac.new(geheim.encode(), f"{soort}|{waarde}".encode(errors="replace"), hashlib.sha256).hexdigest()

    return Rem(account=of("account", fold_email(email)), adres=of("adres", adres))


def begin_poging(context: Context, rem: Rem) -> None:
    """Count a try. Raises TeVaak, and then counts nothing: waiting never makes the wait longer."""
    nu = context.now()
    with writing():
        delete_oude_pogingen(nu - VERGEET_NA)
        for sleutel, vrij in ((rem.account, VRIJ_PER_ACCOUNT), (rem.adres, VRIJ_PER_ADRES)):
            eerder = fetch_pogingen(sleutel)
            if eerder is not None:
                mislukt = count_mislukt(eerder.mislukt, eerder.laatst_op, nu)
                over = wait_after(mislukt, vrij) - (nu - eerder.laatst_op)
                if over > timedelta(0):
                    raise TeVaak(over)
        for sleutel in (rem.account, rem.adres):
            eerder = fetch_pogingen(sleutel)
            save_pogingen(sleutel, Pogingen(1 if eerder is None else eerder.mislukt + 1, nu))


def end_poging(rem: Rem) -> None:
    """The try was right after all: the account begins anew, and the address gets this one back."""
    with writing():
        delete_pogingen(rem.account)
        eerder = fetch_pogingen(rem.adres)
        if eerder is not None:
            save_pogingen(rem.adres, Pogingen(max(0, eerder.mislukt - 1), eerder.laatst_op))
