"""The key that binds the lines of the logboek, kept a second time, sealed in the database: so the recovery sheet brings it back.

Without that key nothing can be logged, and so nothing can be done. The file beside the other keys is the one that is used.
"""

from datetime import datetime

from sqlalchemy import select

from leefgebieden.store.db import db, writing
from leefgebieden.store.keten import LogboeksleutelOntbreekt, get_keten
from leefgebieden.store.sleutels import add_dek, get_dek, has_dek
from leefgebieden.store.tables import logboek

KETEN = "keten"
"""The owner under which the key stands among the data keys."""


def check_ketensleutel() -> None:
    """At start: the key of the logboek is in its file and in the database, and both are the same.

    A file that is gone is written again. Raises LogboeksleutelOntbreekt when neither has it and there are lines, or when the
    file holds another key: a new one would hide what was done to the lines.
    """
    keten = get_keten(db.engine)
    if not has_dek(KETEN):
        begonnen = db.session.execute(select(logboek.c.nummer).limit(1)).one_or_none() is not None
        geheim = keten.need_sleutel(begonnen=begonnen)
        with writing():
            add_dek(KETEN, "instantie", geheim)
    elif not keten.bestand.exists():
        keten.write_sleutel(get_dek(KETEN))
    elif keten.read_sleutel() != get_dek(KETEN):
        raise LogboeksleutelOntbreekt(
            f"de sleutel van het logboek in {keten.bestand} is niet die van deze database. "
            "Zet het goede bestand terug, of haal dit bestand weg: dan wordt het opnieuw gemaakt."
        )


def put_back_ketensleutel(nu: datetime) -> None:
    """After a restore: the key of the logboek is the one of the database. Another one goes aside with its anchors, named."""
    if not has_dek(KETEN):
        return
    keten = get_keten(db.engine)
    try:
        zelfde = keten.read_sleutel() == get_dek(KETEN)
    except LogboeksleutelOntbreekt:
        zelfde = False
    if not zelfde:
        for bestand in (keten.bestand, keten.ankers):
            if bestand.exists():
                bestand.rename(bestand.with_name(f"{bestand.name}.opzij-{nu:%Y%m%dT%H%M%SZ}"))
        keten.write_sleutel(get_dek(KETEN))
