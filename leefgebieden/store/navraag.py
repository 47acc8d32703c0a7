"""Questions of colleagues about notities, over several people, in one statement."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import or_, select

from leefgebieden.domain.navraag import Navraag, Navraagregel
from leefgebieden.domain.vorm import rebuild
from leefgebieden.store.casus import open_lijstregel
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import open_inhoud
from leefgebieden.store.onderdeel import delete_onderdeel, fetch_onderdelen
from leefgebieden.store.sleutels import keep_dek
from leefgebieden.store.tables import ONDERDELEN, casus, sleutel

_PER_KEER = 500


def fetch_navragen(casus_ids: Iterable[str], sinds: datetime) -> list[Navraagregel]:
    """Every question of these casussen that nobody answered, and those that changed since. Whether they may be read is for
    who asks.
    """
    ids, gevonden = sorted(casus_ids), []
    tabel = ONDERDELEN["navragen"]
    for begin in range(0, len(ids), _PER_KEER):  # SQLite takes a limited number of parameters
        vraag = (
            select(tabel, casus.c.lijstversie, casus.c.lijstregel, sleutel.c.kek_id, sleutel.c.gewikkeld)
            .join(casus, casus.c.id == tabel.c.casus_id)
            .join(sleutel, sleutel.c.eigenaar_id == casus.c.id)
            # what was answered is at least in its second version, or came from a file
            .where(tabel.c.casus_id.in_(ids[begin : begin + _PER_KEER]))
            .where(or_(tabel.c.versie == 1, tabel.c.gewijzigd_op >= sinds))
        )
        for rij in db.session.execute(vraag):
            keep_dek(rij.casus_id, rij.kek_id, rij.gewikkeld)
            ruw = open_inhoud(rij.casus_id, "navragen", "inhoud", rij.id, rij.versie, rij.inhoud)
            naam = open_lijstregel(rij.casus_id, rij.lijstversie, rij.lijstregel).noemnaam
            gevonden.append(Navraagregel(rij.casus_id, naam, rebuild(Navraag, ruw)))
    return gevonden


def take_navragen(casus_id: str, notitie_id: str) -> list[Navraag]:
    """Take away what was asked about a notitie, and give it back."""
    weg = [een for _, _, een in fetch_onderdelen("navragen", casus_id) if een.notitie == notitie_id]
    for een in weg:
        delete_onderdeel("navragen", casus_id, een.id)
    return weg
