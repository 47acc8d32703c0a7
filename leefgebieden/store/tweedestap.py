"""The second step of signing in: the secret of an app that counts codes, recovery codes, passkeys."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.tables import herstelcode, passkey, totp, uitdaging


@dataclass(frozen=True)
class Totp:
    """`geheim` in base32, as an app takes it. Not confirmed: no code was right yet, so it does not count."""

    medewerker_id: str
    geheim: str
    gemaakt_op: datetime
    bevestigd_op: datetime | None
    laatste_stap: int


@dataclass(frozen=True)
class Passkey:
    """The public half of a key in a device. `credential` and `publiek` are base64url."""

    id: str
    medewerker_id: str
    credential: str
    publiek: str
    teller: int
    apparaat: str
    gemaakt_op: datetime
    gebruikt_op: datetime | None = None


def fetch_totp(medewerker_id: str) -> Totp | None:
    rij = db.session.execute(select(totp).where(totp.c.medewerker_id == medewerker_id)).one_or_none()
    if rij is None:
        return None
    geheim = open_inhoud(medewerker_id, "totp", "inhoud", medewerker_id, 1, rij.inhoud)["geheim"]
    return Totp(rij.medewerker_id, geheim, rij.gemaakt_op, rij.bevestigd_op, rij.laatste_stap)


def replace_totp(nieuw: Totp) -> None:
    delete_totp(nieuw.medewerker_id)
    db.session.execute(
        insert(totp).values(
            medewerker_id=nieuw.medewerker_id,
            gemaakt_op=nieuw.gemaakt_op,
            bevestigd_op=nieuw.bevestigd_op,
            laatste_stap=nieuw.laatste_stap,
            inhoud=close_inhoud(
                nieuw.medewerker_id, "totp", "inhoud", nieuw.medewerker_id, 1, {"geheim": nieuw.geheim}
            ),
        )
    )


def update_totp(medewerker_id: str, **waarden: Any) -> None:
    db.session.execute(update(totp).where(totp.c.medewerker_id == medewerker_id).values(**waarden))


def delete_totp(medewerker_id: str) -> None:
    db.session.execute(delete(totp).where(totp.c.medewerker_id == medewerker_id))


def replace_herstelcodes(medewerker_id: str, hashes: list[str], nu: datetime) -> None:
    db.session.execute(delete(herstelcode).where(herstelcode.c.medewerker_id == medewerker_id))
    for een in hashes:
        db.session.execute(insert(herstelcode).values(hash=een, medewerker_id=medewerker_id, gemaakt_op=nu))


def use_herstelcode(medewerker_id: str, woord_hash: str, nu: datetime) -> bool:
    """Whether this code was there and unused; from now on it is used."""
    gebruikt = db.session.execute(
        update(herstelcode)
        .where(
            herstelcode.c.hash == woord_hash,
            herstelcode.c.medewerker_id == medewerker_id,
            herstelcode.c.gebruikt_op.is_(None),
        )
        .values(gebruikt_op=nu)
        .returning(herstelcode.c.hash)
    )
    return gebruikt.one_or_none() is not None


def count_herstelcodes(medewerker_id: str) -> int:
    """How many are left."""
    return db.session.execute(
        select(func.count()).where(herstelcode.c.medewerker_id == medewerker_id, herstelcode.c.gebruikt_op.is_(None))
    ).scalar_one()


def fetch_passkeys(medewerker_id: str) -> list[Passkey]:
    rijen = db.session.execute(
        select(passkey).where(passkey.c.medewerker_id == medewerker_id).order_by(passkey.c.gemaakt_op)
    )
    return [Passkey(**rij._mapping) for rij in rijen]


def fetch_passkey_by_credential(credential: str) -> Passkey | None:
    rij = db.session.execute(select(passkey).where(passkey.c.credential == credential)).one_or_none()
    return None if rij is None else Passkey(**rij._mapping)


def insert_passkey(nieuw: Passkey) -> None:
    db.session.execute(insert(passkey).values(**nieuw.__dict__))


def update_passkey(passkey_id: str, **waarden: Any) -> None:
    db.session.execute(update(passkey).where(passkey.c.id == passkey_id).values(**waarden))


def delete_passkeys(medewerker_id: str, passkey_id: str | None = None) -> None:
    """All of a medewerker, or one."""
    wie = [passkey.c.medewerker_id == medewerker_id]
    if passkey_id is not None:
        wie.append(passkey.c.id == passkey_id)
    db.session.execute(delete(passkey).where(*wie))


def insert_uitdaging(waarde: str, nu: datetime, ouder_dan: datetime) -> None:
    """Keep a challenge, and forget those that nobody answered."""
    db.session.execute(delete(uitdaging).where(uitdaging.c.gemaakt_op < ouder_dan))
    db.session.execute(insert(uitdaging).values(waarde=waarde, gemaakt_op=nu))


def take_uitdaging(waarde: str, sinds: datetime) -> bool:
    """Whether this challenge was given since then and not answered yet; now it is."""
    genomen = db.session.execute(
        delete(uitdaging)
        .where(uitdaging.c.waarde == waarde, uitdaging.c.gemaakt_op >= sinds)
        .returning(uitdaging.c.waarde)
    )
    return genomen.one_or_none() is not None
