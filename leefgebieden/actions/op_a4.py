"""Choosing for many notities and open questions at once whether they go on the A4."""

from collections.abc import Mapping
from dataclasses import replace

from leefgebieden.actions.logboek import logged
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import OpA4
from leefgebieden.store.onderdeel import fetch_onderdelen, update_onderdeel

SLEUTELS = ("notities", "openvragen")


def choose_op_a4(context: Context, door: Mens, casus_id: str, keuzes: Mapping[str, OpA4]) -> int:
    """Set this for notities and open questions by id, in one transaction. Returns how many changed.

    Words and labels stay, so no earlier version is made. An id that is not of this casus changes nothing.
    """
    gewijzigd = 0
    with logged(context, door, Actie.OP_A4_GEKOZEN, casus_id=casus_id, velden=("op_a4",)) as act:
        for sleutel in SLEUTELS:
            for rij_id, versie, stuk in fetch_onderdelen(sleutel, casus_id):
                keuze = keuzes.get(rij_id, stuk.op_a4)
                if keuze is not stuk.op_a4:
                    nieuw = replace(stuk, op_a4=keuze)
                    update_onderdeel(sleutel, casus_id, rij_id, nieuw, op_versie=versie, op=context.now())
                    gewijzigd += 1
        act.count(gewijzigd)
    return gewijzigd
