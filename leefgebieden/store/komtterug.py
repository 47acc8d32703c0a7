"""The afspraken of everybody that a medewerker works with, in one statement."""

from collections.abc import Iterable

from sqlalchemy import select

from leefgebieden.domain.afspraak import Afspraak
from leefgebieden.domain.komtterug import OpenAfspraak
from leefgebieden.domain.vorm import rebuild
from leefgebieden.store.casus import open_lijstregel
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import open_inhoud
from leefgebieden.store.sleutels import keep_dek
from leefgebieden.store.tables import ONDERDELEN, casus, sleutel

_PER_KEER = 500


def fetch_open_afspraken(casus_ids: Iterable[str]) -> list[OpenAfspraak]:
    """Every open afspraak of these casussen. Whether they may be read is for who asks."""
    ids, gevonden = sorted(casus_ids), []
    namen: dict[str, str] = {}
    tabel = ONDERDELEN["afspraken"]
    for begin in range(0, len(ids), _PER_KEER):  # SQLite takes a limited number of parameters
        vraag = (
            select(
                tabel.c.id,
                tabel.c.casus_id,
                tabel.c.versie,
                tabel.c.inhoud,
                tabel.c.gewijzigd_op,
                casus.c.lijstversie,
                casus.c.lijstregel,
                sleutel.c.kek_id,
                sleutel.c.gewikkeld,
            )
            .join(casus, casus.c.id == tabel.c.casus_id)
            .join(sleutel, sleutel.c.eigenaar_id == casus.c.id)
            .where(tabel.c.casus_id.in_(ids[begin : begin + _PER_KEER]))
        )
        for rij in db.session.execute(vraag):
            keep_dek(rij.casus_id, rij.kek_id, rij.gewikkeld)
            ruw = open_inhoud(rij.casus_id, "afspraken", "inhoud", rij.id, rij.versie, rij.inhoud)
            afspraak = rebuild(Afspraak, ruw)
            if afspraak.is_open():
                if rij.casus_id not in namen:
                    namen[rij.casus_id] = open_lijstregel(rij.casus_id, rij.lijstversie, rij.lijstregel).noemnaam
                gevonden.append(OpenAfspraak(rij.casus_id, namen[rij.casus_id], afspraak, rij.gewijzigd_op))
    return gevonden
