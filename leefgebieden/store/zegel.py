"""Keys that a device seals with: it knows the public half, and what it sealed opens only here.

A sealed value is one format byte, the public point that the device made for this value alone (65 bytes), a nonce (12) and the
ciphertext with its tag. The key comes from ECDH on P-256 through HKDF-SHA-256; the place (who, what, for whom) is bound to it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import delete, insert, select, update

from leefgebieden.store.db import db
from leefgebieden.store.sleutels import add_dek, get_dek
from leefgebieden.store.tables import sleutel, zegelsleutel
from leefgebieden.store.verzegeling import Zegelbreuk

FORMAAT = b"\x01"
PUNT, NONCE = 65, 12
DOEL = b"leefgebieden verzegeld 1"
GELDIG = timedelta(days=90)
"""So long a key is in use, and so long after that it still opens what a device held back."""


@dataclass(frozen=True)
class Zegelsleutel:
    """The half that a device gets. `openbaar` is the point on P-256, uncompressed."""

    id: str
    openbaar: bytes
    gemaakt_op: datetime


def fetch_zegelsleutel() -> Zegelsleutel | None:
    """The key in use; None when there is none yet."""
    rij = db.session.execute(
        select(zegelsleutel.c.id, zegelsleutel.c.openbaar, zegelsleutel.c.gemaakt_op)
        .where(zegelsleutel.c.vervangen_op.is_(None))
        .order_by(zegelsleutel.c.gemaakt_op.desc(), zegelsleutel.c.id)
    ).first()
    return None if rij is None else Zegelsleutel(rij.id, rij.openbaar, rij.gemaakt_op)


def replace_zegelsleutel(nieuw_id: str, nu: datetime) -> Zegelsleutel:
    """A new key in use; those that were replaced long enough ago go for good, both halves."""
    db.session.execute(update(zegelsleutel).where(zegelsleutel.c.vervangen_op.is_(None)).values(vervangen_op=nu))
    oud = db.session.execute(
        delete(zegelsleutel).where(zegelsleutel.c.vervangen_op < nu - GELDIG).returning(zegelsleutel.c.id)
    )
    db.session.execute(delete(sleutel).where(sleutel.c.eigenaar_id.in_(list(oud.scalars()))))
    geheim = ec.generate_private_key(ec.SECP256R1())
    openbaar = geheim.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    # beside the other keys, so that whatever rewraps those rewraps this one too
    add_dek(nieuw_id, "instantie", geheim.private_numbers().private_value.to_bytes(32, "big"))
    db.session.execute(insert(zegelsleutel).values(id=nieuw_id, gemaakt_op=nu, openbaar=openbaar))
    return Zegelsleutel(nieuw_id, openbaar, nu)


def unseal_zegel(sleutel_id: str, verzegeld: bytes, plaats: str) -> bytes:
    """What was sealed for this place. Raises Zegelbreuk when the key is gone or unknown, or a byte or the place differs."""
    punt = verzegeld[1 : 1 + PUNT]
    nonce = verzegeld[1 + PUNT : 1 + PUNT + NONCE]
    bekend = select(zegelsleutel.c.openbaar).where(zegelsleutel.c.id == sleutel_id)
    openbaar = db.session.execute(bekend).scalar_one_or_none()
    if verzegeld[:1] != FORMAAT or openbaar is None:
        raise Zegelbreuk(f"onbekend formaat of onbekende sleutel in {plaats}")
    try:
        geheim = ec.derive_private_key(int.from_bytes(get_dek(sleutel_id), "big"), ec.SECP256R1())
        gedeeld = geheim.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), punt))
        return AESGCM(_derive(gedeeld, punt, openbaar)).decrypt(
            nonce, verzegeld[1 + PUNT + NONCE :], plaats.encode(errors="replace")
        )
    except (InvalidTag, ValueError, KeyError):  # a point that is none, too short for a nonce, or no private half
        raise Zegelbreuk(f"beschadigd of verplaatst: {plaats}") from None


def _derive(gedeeld: bytes, punt: bytes, openbaar: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=punt + openbaar, info=DOEL).derive(gedeeld)
