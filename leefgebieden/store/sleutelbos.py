"""The keys outside the database, one file each: the key-encryption keys (KEK) of this instance, and those of its backups.

A KEK is 256 bits. Its id is in its file name and in everything that is wrapped under it. The folder is never inside the
instance and never in a backup (betrouwbaarheid.md 6). Whenever a key comes or goes, the kluis is written again.
"""

import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from leefgebieden.domain.reserve import Termijnen
from leefgebieden.store.bestand import destroy_bestand, write_heel
from leefgebieden.store.kluis import Kluis
from leefgebieden.store.wachtrij import Wachtrij

KEK_BYTES = 32


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
    """The keys of one kind in one folder: "kek" for the database in use, "reserve" for the backups."""

    def __init__(
        self, map_: Path, soort: str = "kek", kluis: Kluis | None = None, termijnen: Termijnen | None = None
    ) -> None:
        self.map = map_
        self.wissel = Wachtrij(map_ / "wissel-rij")
        """Held by who makes or destroys keys: one at a time, in every process."""
        self.soort = soort
        self.kluis = kluis
        self.termijnen = termijnen or Termijnen()
        self._bestand = re.compile(rf"{soort}-([0-9]{{6,8}}-[0-9a-f]{{8}})\.sleutel")
        self._gelezen: dict[str, Kek] = {}

    def list_ids(self) -> list[str]:
        """The ids of the keys that are here, the oldest first."""
        if not self.map.is_dir():
            return []
        return sorted(m.group(1) for p in self.map.iterdir() if (m := self._bestand.fullmatch(p.name)))

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
        write_heel(self.find_bestand(kek.id), kek.geheim)
        self._gelezen[kek.id] = kek
        self._update_kluis()
        return kek

    def destroy(self, kek_id: str) -> None:
        """Overwrite a key and take it away: what is still wrapped under it can never be opened again."""
        self._gelezen.pop(kek_id, None)
        destroy_bestand(self.find_bestand(kek_id))
        self._update_kluis()

    def find_bestand(self, kek_id: str) -> Path:
        """The file of a key."""
        return self.map / f"{self.soort}-{kek_id}.sleutel"

    def _update_kluis(self) -> None:
        if self.kluis is not None:
            self.kluis.write()
