"""Giving the person everything that is kept about him."""

from collections.abc import Iterable

from leefgebieden.actions.lezen import CasusWeg
from leefgebieden.actions.logboek import logged
from leefgebieden.context import Context
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.inzage import select_inzage
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.store.casus import fetch_casus_met_versies


def give_inzage(context: Context, door: Mens, casus_id: str, mee: Iterable[str]) -> tuple[HeleCasus, int]:
    """Everything with its earlier versions, without the notities about others that are not in `mee`, and how many those were.

    For the eigenaar: he reads everything. Raises CasusWeg or LogboekDicht.
    """
    with logged(context, door, Actie.INZAGE_GEGEVEN, casus_id=casus_id) as act:
        gelezen = fetch_casus_met_versies(casus_id)
        if gelezen is None:
            raise CasusWeg(casus_id)
        hele, act.aantal = select_inzage(gelezen.hele, mee)
    return hele, act.aantal
