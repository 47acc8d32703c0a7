"""Envelope keys: every casus and every medewerker has a data key (DEK), wrapped under the key outside the database (KEK).

Taking away a wrapped DEK makes everything of its owner unreadable, also in what the disk still remembers, once the KEK it was
wrapped under is gone too (betrouwbaarheid.md 6). The unwrapped key lives as long as the database session of one request.
"""

from collections.abc import Iterator
from datetime import datetime
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, delete, func, insert, select, text, update

from leefgebieden.store.db import db, writing
from leefgebieden.store.sleutelbos import Kek, Sleutelbos, SleutelOntbreekt
from leefgebieden.store.tables import casus, kek, medewerker, sleutel
from leefgebieden.store.verzegeling import Zegelbreuk, new_dek, seal, unseal

_CONTROLE = b"leefgebieden"
LOGBOEK = "logboek"
"""The owner of the key for reasons in the logboek that belong to no casus."""
_bossen: WeakKeyDictionary[Engine, Sleutelbos] = WeakKeyDictionary()


class SleutelVerkeerd(Exception):
    """The key file with this id holds another key than the one that the database was written with."""

    def __init__(self, kek_id: str) -> None:
        super().__init__(
            f"de sleutel {kek_id} past niet bij deze database. Zet het goede sleutelbestand terug; maak geen nieuwe sleutel"
        )


def bind_sleutelbos(engine: Engine, bos: Sleutelbos) -> None:
    """Say where the keys of this database are."""
    _bossen[engine] = bos


def get_bos() -> Sleutelbos:
    """The keys of the database in use."""
    return _bossen[db.engine]


def check_sleutels(nu: datetime) -> None:
    """At start: every key that the database needs is here and is the right one. An empty database gets its first key.

    Raises SleutelOntbreekt or SleutelVerkeerd. A key is never made where something is sealed already. A rotation that was
    cut off is finished.
    """
    rijen = db.session.execute(select(kek.c.id, kek.c.controle).order_by(kek.c.id)).all()
    if not rijen:
        if _holds_anything():
            raise SleutelOntbreekt("(onbekend: de lijst van sleutels is leeg)", get_bos().map)
        _add_kek(get_bos().make(1), nu)
        with writing():
            make_dek(LOGBOEK, "instantie")
        return
    for kek_id, controle in rijen:
        try:
            unseal(get_bos().read(kek_id).geheim, controle, f"kek|controle|{kek_id}")
        except Zegelbreuk:
            raise SleutelVerkeerd(kek_id) from None
    # a key file older than the one in use opens nothing of this database any more: its rotation was cut off near the end
    if len(rijen) > 1 or any(kek_id < fetch_actieve_kek() for kek_id in get_bos().list_ids()):
        for _ in _finish_rotation():
            pass


def fetch_actieve_kek() -> str:
    """The id of the KEK that new keys are wrapped under."""
    kek_id: str = db.session.execute(select(kek.c.id).where(kek.c.actief)).scalar_one()
    return kek_id


def fetch_kek_ids() -> list[str]:
    """The ids of the KEKs that this database was written with, and still needs."""
    return list(db.session.execute(select(kek.c.id)).scalars())


def get_dek(eigenaar_id: str) -> bytes:
    """The data key of a casus or a medewerker. KeyError when it has none: it was erased, or never was."""
    bekend: dict[str, bytes] = db.session().info.setdefault("deks", {})
    if eigenaar_id not in bekend:
        rij = db.session.execute(
            select(sleutel.c.kek_id, sleutel.c.gewikkeld).where(sleutel.c.eigenaar_id == eigenaar_id)
        ).one_or_none()
        if rij is None:
            raise KeyError(eigenaar_id)
        bekend[eigenaar_id] = unwrap(eigenaar_id, rij.kek_id, rij.gewikkeld)
    return bekend[eigenaar_id]


def has_dek(eigenaar_id: str) -> bool:
    """Whether this owner has a key: a casus that does not exist, or was erased, has none."""
    try:
        get_dek(eigenaar_id)
    except KeyError:
        return False
    return True


def keep_dek(eigenaar_id: str, kek_id: str, gewikkeld: bytes) -> None:
    """Remember a data key that came along with a row, so that it need not be asked for again."""
    bekend: dict[str, bytes] = db.session().info.setdefault("deks", {})
    if eigenaar_id not in bekend:
        bekend[eigenaar_id] = unwrap(eigenaar_id, kek_id, gewikkeld)


def make_dek(eigenaar_id: str, soort: str) -> None:
    """A new data key for a new casus or medewerker, in the transaction that makes it."""
    add_dek(eigenaar_id, soort, new_dek())


def add_dek(eigenaar_id: str, soort: str, dek: bytes) -> None:
    """Keep a data key, wrapped."""
    kek_id = fetch_actieve_kek()
    db.session.execute(
        insert(sleutel).values(
            eigenaar_id=eigenaar_id,
            soort=soort,
            kek_id=kek_id,
            gewikkeld=wrap(eigenaar_id, get_bos().read(kek_id), dek),
        )
    )
    db.session().info.setdefault("deks", {})[eigenaar_id] = dek


def wrap(eigenaar_id: str, met: Kek, dek: bytes) -> bytes:
    """A data key, sealed for its owner under a KEK."""
    return seal(met.geheim, dek, f"dek|{eigenaar_id}|{met.id}")


def unwrap(eigenaar_id: str, kek_id: str, gewikkeld: bytes) -> bytes:
    """The data key of an owner. Raises Zegelbreuk when the row was changed or belongs to another owner."""
    return unseal(get_bos().read(kek_id).geheim, gewikkeld, f"dek|{eigenaar_id}|{kek_id}")


def rotate_sleutels(nu: datetime) -> Iterator[str]:
    """Take a new KEK and destroy the one before, step by step; the name of each step is given when it is done.

    It may stop after any step: everything stays readable, and the next start goes on where it was.
    """
    nummer = 1 + max((int(kek_id[:6]) for kek_id in get_bos().list_ids()), default=0)
    nieuw = get_bos().make(nummer)
    yield "nieuwe sleutel op schijf"
    _add_kek(nieuw, nu)
    yield "nieuwe sleutel in gebruik"
    yield from _finish_rotation()


def _finish_rotation() -> Iterator[str]:
    nieuw = get_bos().read(fetch_actieve_kek())
    with writing():
        oud = db.session.execute(select(kek.c.id).where(kek.c.id != nieuw.id)).scalars().all()
        rijen = db.session.execute(
            select(sleutel.c.eigenaar_id, sleutel.c.kek_id, sleutel.c.gewikkeld).where(sleutel.c.kek_id != nieuw.id)
        ).all()
        for rij in rijen:
            dek = unwrap(rij.eigenaar_id, rij.kek_id, rij.gewikkeld)
            db.session.execute(
                update(sleutel)
                .where(sleutel.c.eigenaar_id == rij.eigenaar_id)
                .values(kek_id=nieuw.id, gewikkeld=wrap(rij.eigenaar_id, nieuw, dek))
            )
        # the rows and their KEK go in one transaction, so that no row ever points at a key that is gone
        db.session.execute(delete(kek).where(kek.c.id != nieuw.id))
    yield "alles opnieuw gewikkeld"
    truncate_wal()
    yield "resten weg"
    for kek_id in get_bos().list_ids():
        if kek_id in oud or kek_id < nieuw.id:
            get_bos().destroy(kek_id)
    yield "oude sleutel vernietigd"


def truncate_wal() -> None:
    """Let what was deleted leave the write-ahead log too: there deleted rows stay readable until this is done."""
    db.session.rollback()
    if db.engine.dialect.name == "sqlite":
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as verbinding:
            verbinding.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))


def _add_kek(nieuw: Kek, nu: datetime) -> None:
    with writing():
        db.session.execute(update(kek).values(actief=False))
        controle = seal(nieuw.geheim, _CONTROLE, f"kek|controle|{nieuw.id}")
        db.session.execute(insert(kek).values(id=nieuw.id, gemaakt_op=nu, actief=True, controle=controle))


def _holds_anything() -> bool:
    return any(
        db.session.execute(select(func.count()).select_from(tabel)).scalar_one()
        for tabel in (sleutel, casus, medewerker)
    )
