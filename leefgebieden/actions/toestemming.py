"""Consent: written down, taken back, and (by mistake taken back) restored."""

from dataclasses import replace
from datetime import date

from leefgebieden.actions.fouten import NietGevonden
from leefgebieden.actions.onderdeel import Bewaard, change_onderdeel, record_onderdeel
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toestemming import Toestemming
from leefgebieden.store.onderdeel import fetch_onderdeel


def record_toestemming(context: Context, door: Mens, casus_id: str, toestemming: Toestemming) -> Bewaard:
    """Write down a consent. Raises Botsing when its id was kept with other content."""
    return record_onderdeel(context, door, casus_id, "toestemmingen", toestemming)


def withdraw_toestemming(context: Context, door: Mens, casus_id: str, toestemming_id: str, *, op: date | None) -> None:
    """The person takes it back on this day; None: that was a mistake, it counts after all. Raises NietGevonden."""
    bestaand = fetch_onderdeel("toestemmingen", toestemming_id)
    if bestaand is None or bestaand[0] != casus_id:
        raise NietGevonden
    _, versie, huidig = bestaand
    if (huidig.ingetrokken_op is None) != (op is None):
        gewijzigd = replace(huidig, ingetrokken_op=op)
        change_onderdeel(context, door, casus_id, "toestemmingen", gewijzigd, op_versie=versie)
