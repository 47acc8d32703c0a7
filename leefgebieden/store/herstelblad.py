"""The recovery sheet: a key in two halves, on paper, for two people. One half tells nothing at all about the key."""

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass

from leefgebieden.store.sleutelbos import KEK_BYTES, Kek

_REGEL = re.compile(r"sleutel (?P<kek>[0-9]{6}-[0-9a-f]{8}) deel (?P<deel>[12]): (?P<tekens>[A-Z2-7 ]+)")


class HerstelbladFout(Exception):
    """A half cannot be read, or the two do not belong together."""


@dataclass(frozen=True)
class Helft:
    """One half. `deel` is 1 or 2."""

    kek_id: str
    deel: int
    geheim: bytes

    def __repr__(self) -> str:
        return f"Helft({self.kek_id}, {self.deel})"


def split_kek(kek: Kek) -> tuple[Helft, Helft]:
    """Two halves of a key: random bytes, and what they differ from the key."""
    eerste = secrets.token_bytes(KEK_BYTES)
    return Helft(kek.id, 1, eerste), Helft(kek.id, 2, _xor(eerste, kek.geheim))


def join_helften(een: Helft, ander: Helft) -> Kek:
    """The key again. Raises HerstelbladFout when the halves are of different keys, or twice the same half."""
    if een.kek_id != ander.kek_id:
        raise HerstelbladFout(f"deze delen horen bij verschillende sleutels: {een.kek_id} en {ander.kek_id}")
    if een.deel == ander.deel:
        raise HerstelbladFout(f"dit is twee keer deel {een.deel}; deel {3 - een.deel} is ook nodig")
    return Kek(een.kek_id, _xor(een.geheim, ander.geheim))


def write_helft(helft: Helft) -> str:
    """A half as it stands on paper: groups of four letters, with four letters at the end that betray a typing error."""
    tekens = base64.b32encode(helft.geheim).decode().rstrip("=") + _check(helft)
    groepen = " ".join(tekens[i : i + 4] for i in range(0, len(tekens), 4))
    return (
        "leefgebieden: herstelblad\n\n"
        f"Dit is deel {helft.deel} van 2. Bewaar de delen bij twee mensen, op twee plekken.\n"
        "Met allebei samen maak je de sleutel opnieuw: leefgebieden restore-sleutel DEEL1 DEEL2\n"
        "Zonder sleutel kan niemand de gegevens nog lezen, ook wij niet.\n\n"
        f"sleutel {helft.kek_id} deel {helft.deel}: {groepen}\n"
    )


def read_helft(tekst: str) -> Helft:
    """A half from the text of a sheet. Spaces and small letters do not matter. Raises HerstelbladFout."""
    kop, dubbelepunt, code = " ".join(tekst.split()).rpartition(":")
    gevonden = _REGEL.search(kop + dubbelepunt + code.upper())
    if gevonden is None:
        raise HerstelbladFout("er staat geen regel met 'sleutel … deel …: …' op dit blad")
    tekens = gevonden["tekens"].replace(" ", "")
    try:
        geheim = base64.b32decode(tekens[:-4] + "=" * (-len(tekens[:-4]) % 8))
    except ValueError:
        raise HerstelbladFout("er ontbreken letters op dit blad") from None
    helft = Helft(gevonden["kek"], int(gevonden["deel"]), geheim)
    if len(geheim) != KEK_BYTES or _check(helft) != tekens[-4:]:
        raise HerstelbladFout(f"er zit een tikfout in deel {helft.deel}")
    return helft


def _check(helft: Helft) -> str:
    som = hashlib.sha256(f"{helft.kek_id}|{helft.deel}|".encode() + helft.geheim).digest()
    return base64.b32encode(som).decode()[:4]


def _xor(a: bytes, b: bytes) -> bytes:
    return bytes(x ^ y for x, y in zip(a, b, strict=True))
