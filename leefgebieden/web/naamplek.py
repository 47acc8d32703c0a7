"""The names that may still stand on an A4, each with the address where it can be changed."""

from flask import url_for

from leefgebieden.domain.aandacht import Naamplek, Plek, find_naamplekken
from leefgebieden.domain.samenvatting import Samenvatting

VELDEN = {
    Plek.EIGEN_WOORDEN: "eigen_woorden",
    Plek.WAT_WIL: "wat_wil",
    Plek.LETTEN_OP: "letten_op_1",
    Plek.VRAAG: "vraag_aan_team",
}
PAGINAS = {
    Plek.NETWERK: "netwerk.show",
    Plek.AFSPRAKEN: "afspraken.show",
    Plek.OPENVRAGEN: "openvragen.show",
    Plek.KOP: "gegevens.edit",
}


def list_naamplekken(casus_id: str, samenvatting: Samenvatting, naar: str) -> list[tuple[str, str]]:
    """Each name and its address. `naar` is the page that asks: a notitie that was changed leads back to it."""
    return [(plek.naam, _address_of(casus_id, plek, naar)) for plek in find_naamplekken(samenvatting)]


def _address_of(casus_id: str, waar: Naamplek, naar: str) -> str:
    if waar.plek is Plek.NOTITIE:
        return url_for("notitie.edit", casus_id=casus_id, notitie_id=waar.notitie, naar=naar)
    if waar.plek in VELDEN:
        return url_for("samenvatting.show", casus_id=casus_id, _anchor=VELDEN[waar.plek])
    return url_for(PAGINAS[waar.plek], casus_id=casus_id)
