"""AES-256-GCM with associated data: what is sealed opens only in the place it was sealed for.

A sealed value is one format byte, a nonce of 96 random bits, and the ciphertext with its tag.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

DEK_BYTES = 32
FORMAAT = b"\x01"
ALGORITME = "aes-256-gcm"
_NONCE = 12


class Zegelbreuk(Exception):
    """A value was changed, stands in another place than it was sealed for, or has another key. Names the place."""


def seal(sleutel: bytes, open_waarde: bytes, plaats: str) -> bytes:
    """Seal a value for one place (`tabel|kolom|casus|rij|versie`)."""
    nonce = os.urandom(_NONCE)
    return FORMAAT + nonce + AESGCM(sleutel).encrypt(nonce, open_waarde, _bind(plaats))


def unseal(sleutel: bytes, verzegeld: bytes, plaats: str) -> bytes:
    """The value that was sealed for this place. Raises Zegelbreuk."""
    if verzegeld[:1] != FORMAAT:
        raise Zegelbreuk(f"onbekend formaat in {plaats}")
    try:
        return AESGCM(sleutel).decrypt(verzegeld[1 : 1 + _NONCE], verzegeld[1 + _NONCE :], _bind(plaats))
    except (InvalidTag, ValueError):  # too short for a nonce is a ValueError
        raise Zegelbreuk(f"beschadigd of verplaatst: {plaats}") from None


def new_dek() -> bytes:
    """A new data-encryption key."""
    return os.urandom(DEK_BYTES)


def _bind(plaats: str) -> bytes:
    return f"{plaats}|{ALGORITME}".encode()
