"""The keys outside the database: the key-encryption keys (KEK) of this instance, one file each, newest in use.

A KEK is 256 bits. Its id is in its file name and in everything that is wrapped under it. The folder is never inside the
instance and never in a backup (betrouwbaarheid.md 6).
"""

import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

KEK_BYTES = 32
_BESTAND = re.compile(r"kek-([0-9]{6}-[0-9a-f]{8})\.sleutel")


class SleutelOntbreekt(Exception):
    """A key that the database asks for is not here. `kek_id` says which."""

    def __init__(self, kek_id: str, map_: Path) -> None:
        super().__init__(
            f"de sleutel {kek_id} ontbreekt in {map_}. Zet het sleutelbestand terug, of maak hem opnieuw met het herstelblad"
        )
        self.kek_id = kek_id


class SleutelOnleesbaar(Exception):
    """A key file does not hold a key."""


@dataclass(frozen=True)
class Kek:
    """One key-encryption key. Its bytes are never shown or logged."""

    id: str
    geheim: bytes

    def __repr__(self) -> str:
        return f"Kek({self.id})"


class Sleutelbos:
    """The KEKs in one folder."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self._gelezen: dict[str, Kek] = {}

    def list_ids(self) -> list[str]:
        """The ids of the keys that are here, the oldest first."""
        if not self.map.is_dir():
            return []
        return sorted(m.group(1) for p in self.map.iterdir() if (m := _BESTAND.fullmatch(p.name)))

    def read(self, kek_id: str) -> Kek:
        """One key. Raises SleutelOntbreekt or SleutelOnleesbaar."""
        if kek_id not in self._gelezen:
            bestand = self.find_bestand(kek_id)
            try:
                geheim = bestand.read_bytes()
            except FileNotFoundError:
                raise SleutelOntbreekt(kek_id, self.map) from None
            except OSError as fout:
                raise SleutelOnleesbaar(f"{bestand} is niet te lezen: {fout.strerror}") from fout
            if len(geheim) != KEK_BYTES:
                raise SleutelOnleesbaar(f"{bestand} is geen sleutel: {len(geheim)} bytes in plaats van {KEK_BYTES}")
            self._gelezen[kek_id] = Kek(kek_id, geheim)
        return self._gelezen[kek_id]

    def make(self, nummer: int) -> Kek:
        """A new key, safely on disk before it is used for anything."""
        return self.write(Kek(f"{nummer:06d}-{secrets.token_hex(4)}", secrets.token_bytes(KEK_BYTES)))

    def write(self, kek: Kek) -> Kek:
        """Put a key in the folder, readable by its owner only, and make sure that it is on disk."""
        self.map.mkdir(parents=True, exist_ok=True, mode=0o700)
        tijdelijk = self.map / f".kek-{kek.id}.{secrets.token_hex(4)}"
        handvat = os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handvat, "wb") as uit:
            uit.write(kek.geheim)
            uit.flush()
            os.fsync(uit.fileno())
        tijdelijk.replace(self.find_bestand(kek.id))
        _sync_folder(self.map)
        self._gelezen[kek.id] = kek
        return kek

    def destroy(self, kek_id: str) -> None:
        """Overwrite a key and take it away: what is still wrapped under it can never be opened again."""
        self._gelezen.pop(kek_id, None)
        bestand = self.find_bestand(kek_id)
        if bestand.exists():
            with bestand.open("r+b") as uit:
                uit.write(secrets.token_bytes(KEK_BYTES))
                uit.flush()
                os.fsync(uit.fileno())
            bestand.unlink()
            _sync_folder(self.map)

    def find_bestand(self, kek_id: str) -> Path:
        """The file of a key."""
        return self.map / f"kek-{kek_id}.sleutel"


def _sync_folder(map_: Path) -> None:
    if os.name == "posix":  # Windows cannot open a folder; there the rename itself has to do
        handvat = os.open(map_, os.O_RDONLY)
        try:
            os.fsync(handvat)
        finally:
            os.close(handvat)
