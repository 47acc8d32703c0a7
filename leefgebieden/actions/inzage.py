"""Giving the person everything that is kept about him."""

from collections.abc import Iterable

from leefgebieden.actions.lezen import CasusWeg
from leefgebieden.actions.logboek import logged
from leefgebieden.context import Context
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.inzage import select_inzage
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.samenkijken import Reactie
from leefgebieden.store.casus import fetch_casus_met_versies
from leefgebieden.store.reactie import fetch_alle_reacties


def give_inzage(
    context: Context, door: Mens, casus_id: str, mee: Iterable[str]
) -> tuple[HeleCasus, list[Reactie], int]:
    """Everything with its earlier versions, without the notities about others that are not in `mee`; what the person said while
    looking along; and how many notities were left out.

    For the eigenaar: he reads everything. Raises CasusWeg or LogboekDicht.
    """
    with logged(context, door, Actie.INZAGE_GEGEVEN, casus_id=casus_id) as act:
        gelezen = fetch_casus_met_versies(casus_id)
        if gelezen is None:
            raise CasusWeg(casus_id)
        hele, act.aantal = select_inzage(gelezen.hele, mee)
        reacties = fetch_alle_reacties(casus_id)
    return hele, reacties, act.aantal
