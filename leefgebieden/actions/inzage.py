"""Giving the person everything that is kept about him."""

from collections.abc import Collection
from dataclasses import dataclass

from leefgebieden.actions.lezen import CasusWeg
from leefgebieden.actions.logboek import logged
from leefgebieden.context import Context
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.inzage import Noodlezing, select_inzage, select_redenen
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.store.casus import fetch_casus_met_versies
from leefgebieden.store.noodtoegang import fetch_van_casus


@dataclass(frozen=True)
class Pak:
    """What is given. `weggelaten`: how many notities about others are not in it. A reason that is left out is empty."""

    hele: HeleCasus
    weggelaten: int
    noodlezingen: tuple[Noodlezing, ...]


def give_inzage(context: Context, door: Mens, casus_id: str, mee: Collection[str]) -> Pak:
    """Everything with its earlier versions, without the notities about others and the reasons that are not in `mee`.

    For the eigenaar: he reads everything. One line, with how much was left out. Raises CasusWeg or LogboekDicht.
    """
    with logged(context, door, Actie.INZAGE_GEGEVEN, casus_id=casus_id) as act:
        gelezen = fetch_casus_met_versies(casus_id)
        if gelezen is None:
            raise CasusWeg(casus_id)
        hele, weggelaten = select_inzage(gelezen.hele, mee)
        noodlezingen, zonder_reden = select_redenen(fetch_van_casus(casus_id), mee)
        act.aantal = weggelaten + zonder_reden
    return Pak(hele, weggelaten, noodlezingen)
