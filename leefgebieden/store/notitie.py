"""The earlier versions of a notitie."""

from sqlalchemy import delete, insert, select

from leefgebieden.domain.notitie import Versie
from leefgebieden.domain.vorm import rebuild, to_plain
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.tables import notitie_versie


def fetch_eerdere_versies(casus_id: str, notitie_id: str) -> list[Versie]:
    """The earlier versions of one notitie, oldest first."""
    vraag = (
        select(notitie_versie.c.versie, notitie_versie.c.inhoud)
        .where(notitie_versie.c.notitie_id == notitie_id, notitie_versie.c.casus_id == casus_id)
        .order_by(notitie_versie.c.versie)
    )
    return [
        rebuild(Versie, open_inhoud(casus_id, "notitie_versie", "inhoud", notitie_id, rij.versie, rij.inhoud))
        for rij in db.session.execute(vraag)
    ]


def insert_versies(casus_id: str, versies: list[tuple[str, int, Versie]]) -> None:
    """Keep earlier versions, as (notitie id, version number, what it was)."""
    if versies:
        db.session.execute(
            insert(notitie_versie),
            [
                {
                    "notitie_id": notitie_id,
                    "versie": nummer,
                    "casus_id": casus_id,
                    "op": versie.op,
                    "inhoud": close_inhoud(casus_id, "notitie_versie", "inhoud", notitie_id, nummer, to_plain(versie)),
                }
                for notitie_id, nummer, versie in versies
            ],
        )


def delete_versies(casus_id: str, notitie_id: str) -> None:
    """Take the earlier versions of a notitie away together with it."""
    db.session.execute(
        delete(notitie_versie).where(notitie_versie.c.notitie_id == notitie_id, notitie_versie.c.casus_id == casus_id)
    )
