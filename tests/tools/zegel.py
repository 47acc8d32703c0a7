"""Sealing as a device does it, written a second time: what the scripts do in a browser, for tests without one."""

import base64
import json
import os
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

GESCHREVEN = "2026-07-14T09:30:00.000Z"
VERSTUURD = "2026-07-14T10:00:00.000Z"


def seal(
    toestel: dict[str, Any],
    uuid: str,
    inhoud: dict[str, Any] | bytes,
    *,
    casus_id: str | None = None,
    gemaakt_op: str = GESCHREVEN,
    verstuurd_op: str = VERSTUURD,
) -> dict[str, Any]:
    """What a device sends; `toestel` is what /toestel/sleutel gave it."""
    openbaar = base64.b64decode(toestel["sleutel"])
    eigen = ec.generate_private_key(ec.SECP256R1())
    punt = eigen.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    gedeeld = eigen.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), openbaar))
    sleutel = HKDF(hashes.SHA256(), 32, punt + openbaar, b"leefgebieden verzegeld 1").derive(gedeeld)
    plaats = "|".join(("verzegeld", uuid, toestel["auteur"], toestel["sleutel_id"], casus_id or "-", gemaakt_op))
    nonce = os.urandom(12)
    klaar = inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode()
    blob = b"\x01" + punt + nonce + AESGCM(sleutel).encrypt(nonce, klaar, plaats.encode())
    return {
        "uuid": uuid,
        "auteur": toestel["auteur"],
        "sleutel_id": toestel["sleutel_id"],
        "casus_id": casus_id,
        "gemaakt_op": gemaakt_op,
        "verstuurd_op": verstuurd_op,
        "blob": base64.b64encode(blob).decode(),
    }
