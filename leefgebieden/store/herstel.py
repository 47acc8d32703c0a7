"""What comes after a restore, once the restored database is the one in use: at the end of the command, or else at the next start.

Each step can be done twice. The database itself remembers how far it came (`instantie`: herstel_loopt).
"""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select

from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.keten import Anker
from leefgebieden.domain.logboek import Actie, Logregel
from leefgebieden.store.db import db, writing
from leefgebieden.store.grafsteen import replay_grafstenen
from leefgebieden.store.instantie import HERSTEL_LOOPT, delete_feit, fetch_feit, save_feit
from leefgebieden.store.keten import get_keten
from leefgebieden.store.ketensleutel import put_back_ketensleutel
from leefgebieden.store.logboek import insert_logregel, publish_logregel
from leefgebieden.store.tables import logboek
from leefgebieden.store.wissen import destroy_resten


def finish_herstel(nu: datetime) -> Iterator[str]:
    """Do what a restore left to be done, step by step; nothing when there was none."""
    stap = fetch_feit(HERSTEL_LOOPT)
    if stap is None:
        return
    put_back_ketensleutel(nu)
    yield "sleutel van het logboek"
    if stap == "merk":
        _mark(nu)
        yield "merk"
        _log(nu)
        yield "regel"
    if replay_grafstenen():
        for _ in destroy_resten(nu):  # what was deleted must not be read in what the disk remembers
            pass
    with writing():
        delete_feit(HERSTEL_LOOPT)
    yield "grafstenen"


def _mark(nu: datetime) -> None:
    """Say among the anchors that the chain went back to this line: what came after it is lost, not taken away."""
    laatste = db.session.execute(
        select(logboek.c.nummer, logboek.c.hash).order_by(logboek.c.nummer.desc()).limit(1)
    ).one_or_none()
    if laatste is None:
        return
    keten = get_keten(db.engine)
    merk = Anker(to_dag(nu), laatste.nummer, laatste.hash, hersteld=True)
    if merk not in keten.read_ankers():
        keten.add_anker(merk)


def _log(nu: datetime) -> None:
    aantal = db.session.execute(select(logboek.c.nummer).order_by(logboek.c.nummer.desc()).limit(1)).scalar() or 0
    with writing():
        # right after the last line that came back: so the chain itself says that it was restored here
        rij = insert_logregel(Logregel(nu, None, Actie.INSTANTIE_HERSTELD, aantal=aantal))
        save_feit(HERSTEL_LOOPT, "grafstenen")
    publish_logregel(rij)
