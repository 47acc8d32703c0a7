"""The recovery sheet: a key in two halves, on paper, for two people. One half tells nothing at all about the key.

It is the private half of a key pair. The server keeps the public half, and seals every key that it has to it (`kluis.py`): so
the sheet stays good when the keys of the database change, and the paper alone opens nothing.
"""

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from leefgebieden.store.kluis import Blad

BYTES = 32
_REGEL = re.compile(r"blad (?P<blad>[0-9]{8}-[0-9a-f]{8}) deel (?P<deel>[12]): (?P<tekens>[A-Z2-7 ]+)")


class HerstelbladFout(Exception):
    """A half cannot be read, or the two do not belong together."""


@dataclass(frozen=True)
class Helft:
    """One half. `deel` is 1 or 2."""

    blad_id: str
    deel: int
    geheim: bytes

    def __repr__(self) -> str:
        return f"Helft({self.blad_id}, {self.deel})"


def make_blad(nu: datetime) -> tuple[Blad, Helft, Helft]:
    """A new sheet: what the server keeps, and the two halves for the paper. The private key is nowhere else."""
    prive = X25519PrivateKey.generate()
    blad = Blad(f"{nu:%Y%m%d}-{secrets.token_hex(4)}", nu, prive.public_key().public_bytes_raw())
    return blad, *split_geheim(blad.id, prive.private_bytes_raw())


def split_geheim(blad_id: str, geheim: bytes) -> tuple[Helft, Helft]:
    """Two halves of a key: random bytes, and what they differ from the key."""
    eerste = secrets.token_bytes(BYTES)
    return Helft(blad_id, 1, eerste), Helft(blad_id, 2, _xor(eerste, geheim))


def join_helften(een: Helft, ander: Helft) -> tuple[str, bytes]:
    """The id of the sheet and its private key. Raises HerstelbladFout: halves of two sheets, or twice the same half."""
    if een.blad_id != ander.blad_id:
        raise HerstelbladFout(f"deze delen horen bij verschillende bladen: {een.blad_id} en {ander.blad_id}")
    if een.deel == ander.deel:
        raise HerstelbladFout(f"dit is twee keer deel {een.deel}; deel {3 - een.deel} is ook nodig")
    return een.blad_id, _xor(een.geheim, ander.geheim)


def find_publiek(geheim: bytes) -> bytes:
    """The public half of a sheet, from its private key."""
    return X25519PrivateKey.from_private_bytes(geheim).public_key().public_bytes_raw()


def write_helft(helft: Helft) -> str:
    """A half as it stands on paper: groups of four letters, with four letters at the end that betray a typing error."""
    tekens = base64.b32encode(helft.geheim).decode().rstrip("=") + _check(helft)
    groepen = " ".join(tekens[i : i + 4] for i in range(0, len(tekens), 4))
    return (
        "leefgebieden: herstelblad\n\n"
        f"Dit is deel {helft.deel} van 2. Bewaar de delen bij twee mensen, op twee plekken.\n"
        "Met allebei samen, en het bestand herstel.kluis dat bij de reservekopieën staat, maak je de sleutels opnieuw:\n"
        "leefgebieden restore-sleutel DEEL1 DEEL2 --kluis herstel.kluis\n"
        "Is er een nieuwer blad, vernietig dan dit.\n\n"
        f"blad {helft.blad_id} deel {helft.deel}: {groepen}\n"
    )


def read_helft(tekst: str) -> Helft:
    """A half from the text of a sheet. Spaces and small letters do not matter. Raises HerstelbladFout."""
    kop, dubbelepunt, code = " ".join(tekst.split()).rpartition(":")
    gevonden = _REGEL.search(kop + dubbelepunt + code.upper())
    if gevonden is None:
        raise HerstelbladFout("er staat geen regel met 'blad … deel …: …' op dit blad")
    tekens = gevonden["tekens"].replace(" ", "")
    try:
        geheim = base64.b32decode(tekens[:-4] + "=" * (-len(tekens[:-4]) % 8))
    except ValueError:
        raise HerstelbladFout("er ontbreken letters op dit blad") from None
    helft = Helft(gevonden["blad"], int(gevonden["deel"]), geheim)
    if len(geheim) != BYTES or _check(helft) != tekens[-4:]:
        raise HerstelbladFout(f"er zit een tikfout in deel {helft.deel}")
    return helft


def _check(helft: Helft) -> str:
    som = hashlib.sha256(f"{helft.blad_id}|{helft.deel}|".encode() + helft.geheim).digest()
    return base64.b32encode(som).decode()[:4]


def _xor(a: bytes, b: bytes) -> bytes:
    return bytes(x ^ y for x, y in zip(a, b, strict=True))
