"""The people and institutions around the person."""

from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard, change_onderdeel, record_onderdeel
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.netwerk import Netwerklid
from leefgebieden.store.onderdeel import delete_onderdeel, fetch_onderdeel, fetch_onderdelen


def record_netwerklid(context: Context, door: Mens, casus_id: str, lid: Netwerklid) -> Bewaard:
    """Add somebody. Raises Botsing when the id was saved with other content."""
    return record_onderdeel(context, door, casus_id, "netwerk", lid)


def change_netwerklid(context: Context, door: Mens, casus_id: str, lid: Netwerklid, *, op_versie: int) -> None:
    """Change somebody. Raises Verouderd or NietGevonden."""
    change_onderdeel(context, door, casus_id, "netwerk", lid, op_versie=op_versie)


def remove_netwerklid(context: Context, door: Mens, casus_id: str, lid_id: str) -> None:
    """Take somebody away, with the ties of family that named him."""
    with logged(context, door, Actie.NETWERK_WEGGEHAALD, casus_id=casus_id, onderdeel_id=lid_id) as act:
        if fetch_onderdeel("netwerk", lid_id) is None:
            act.nothing_done()
            return
        for rij_id, _, band in fetch_onderdelen("verwantschap", casus_id):
            if lid_id in (band.van, band.naar):
                delete_onderdeel("verwantschap", casus_id, rij_id)
        delete_onderdeel("netwerk", casus_id, lid_id)
