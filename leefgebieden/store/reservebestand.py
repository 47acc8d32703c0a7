"""The file of a backup: a zip with a manifest and, for every table, one line of JSON per row. The same for both databases.

Nothing in it opens without the key of its period (`reservesleutels.py`): the data keys are wrapped under that one, and the
manifest, which names the hash of every table, is bound with it, so that a file that was changed afterwards is told from ours.
"""

import hashlib
import hmac
import json
import lzma
import re
import struct
import zipfile
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Self

from leefgebieden.store.rijen import Rij, Telling
from leefgebieden.store.sleutelbos import Kek
from leefgebieden.store.verzegeling import Zegelbreuk, seal, unseal

FORMAAT = "leefgebieden-reserve/1"
SUFFIX = ".reserve"
MANIFEST = "manifest.json"
_CONTROLE = b"leefgebieden"
_MANIFEST_HOOGUIT = 1_000_000
_REGEL_HOOGUIT = 64_000_000
_BLOK = 2_000_000

_SLEUTEL = re.compile(r"[0-9]{8}-[0-9a-f]{8}")
_LEESFOUTEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    IndexError,
    OverflowError,
    OSError,
)
"""What Python's zip reader raises for a file that was damaged, depending on where."""


class ReserveFout(Exception):
    """This file is not a backup that can be put back. The text names the file, and says what is wrong with it."""


@dataclass(frozen=True)
class Manifest:
    """`schema` is the migration that the database was at, `sleutel` the id of the key that opens the backup."""

    app: str
    schema: str
    server_epoch: str
    moment: datetime
    sleutel: str
    tabellen: Mapping[str, Telling]

    def count_rijen(self) -> int:
        return sum(telling.aantal for telling in self.tabellen.values())


class Schrijver:
    """Writes a backup to a file that is open for writing."""

    def __init__(self, uit: IO[bytes]) -> None:
        # sealed bytes as base64 shrink by a quarter; harder pressing costs time and gives nothing
        self._zip = zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
        self.tabellen: dict[str, Telling] = {}

    def write_tabel(self, naam: str, rijen: Iterable[Rij]) -> None:
        """Write the rows of one table, as they come."""
        som, aantal = hashlib.sha256(), 0
        with self._zip.open(f"{naam}.jsonl", "w", force_zip64=True) as uit:
            for blok in _join(rijen):
                som.update(blok)
                uit.write(blok)
                aantal += blok.count(b"\n")
        self.tabellen[naam] = Telling(aantal, som.hexdigest())

    def close(self, sleutel: Kek, *, app: str, schema: str, server_epoch: str, moment: datetime) -> Manifest:
        """Write the manifest, and end the zip."""
        manifest = Manifest(app, schema, server_epoch, moment, sleutel.id, dict(self.tabellen))
        self._zip.writestr(MANIFEST, _write_manifest(manifest, sleutel))
        self._zip.close()
        return manifest


class Reservebestand:
    """A backup that is being read. Every mistake in the file is a ReserveFout."""

    def __init__(self, bestand: Path) -> None:
        self.bestand = bestand
        self._open = bestand.open("rb")
        try:
            self._zip = zipfile.ZipFile(self._open)
        except _LEESFOUTEN:
            self._open.close()
            raise ReserveFout(f"{bestand} is geen reservekopie, of hij is niet heel") from None
        try:
            self._ruw = self._read_ruw()
            self.manifest = _read_manifest(self._ruw, bestand)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._zip.close()
        self._open.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def check(self, sleutel: Kek) -> None:
        """Look whether this key is the one, and whether every table is as it was written."""
        try:
            unseal(sleutel.geheim, b64decode(self._ruw["controle"]), f"reserve|controle|{self.manifest.sleutel}")
        except (Zegelbreuk, KeyError, ValueError, TypeError):
            raise ReserveFout(
                f"de sleutel {sleutel.id} past niet op {self.bestand}: het is een andere sleutel, of het bestand is beschadigd"
            ) from None
        if not hmac.compare_digest(_bind(self._ruw, sleutel), str(self._ruw.get("zegel"))):
            raise ReserveFout(f"{self.bestand} is veranderd nadat hij is gemaakt: het manifest klopt niet")
        for naam, telling in self.manifest.tabellen.items():
            som, aantal = hashlib.sha256(), 0
            for regel in self._read_regels(naam):
                som.update(regel)
                aantal += 1
            if telling != Telling(aantal, som.hexdigest()):
                raise ReserveFout(f"{self.bestand} is beschadigd: tabel {naam} is niet meer zoals zij was")

    def read_tabel(self, naam: str) -> Iterator[Rij]:
        """The rows of one table."""
        for regel in self._read_regels(naam):
            try:
                rij = json.loads(regel)
            except ValueError:
                rij = None
            if not isinstance(rij, dict):
                raise ReserveFout(f"{self.bestand} is beschadigd: in tabel {naam} staat iets dat geen rij is")
            yield rij

    def _read_regels(self, naam: str) -> Iterator[bytes]:
        try:
            with self._zip.open(f"{naam}.jsonl") as uit:
                while regel := uit.readline(_REGEL_HOOGUIT):
                    yield regel
        except KeyError:
            raise ReserveFout(f"{self.bestand} is niet heel: tabel {naam} ontbreekt") from None
        except _LEESFOUTEN as fout:
            raise ReserveFout(f"{self.bestand} is beschadigd: tabel {naam} is niet te lezen ({fout})") from None

    def _read_ruw(self) -> dict[str, Any]:
        try:
            with self._zip.open(MANIFEST) as uit:
                ruw = json.loads(uit.read(_MANIFEST_HOOGUIT))
        except KeyError:
            raise ReserveFout(f"{self.bestand} is geen reservekopie: er zit geen manifest in") from None
        except _LEESFOUTEN:
            raise ReserveFout(f"{self.bestand} is beschadigd: het manifest is niet te lezen") from None
        if not isinstance(ruw, dict):
            raise ReserveFout(f"{self.bestand} is geen reservekopie: het manifest is van iets anders")
        return ruw


def _join(rijen: Iterable[Rij]) -> Iterator[bytes]:
    """The lines that `hash_rijen` hashes, some together: one by one they cost more than what is in them."""
    regels: list[str] = []
    groot = 0
    for rij in rijen:
        regels.append(json.dumps(rij, sort_keys=True, ensure_ascii=True, separators=(",", ":"), allow_nan=False))
        groot += len(regels[-1])
        if groot > _BLOK:
            yield _end(regels)
            regels, groot = [], 0
    yield _end(regels)


def _end(regels: list[str]) -> bytes:
    return "".join(f"{regel}\n" for regel in regels).encode("ascii")


def _write_manifest(manifest: Manifest, sleutel: Kek) -> str:
    ruw: dict[str, Any] = {
        "formaat": FORMAAT,
        **asdict(manifest),
        "moment": manifest.moment.isoformat(),
        "controle": b64encode(seal(sleutel.geheim, _CONTROLE, f"reserve|controle|{sleutel.id}")).decode(),
    }
    return json.dumps({**ruw, "zegel": _bind(ruw, sleutel)}, indent=1)


def _bind(ruw: Mapping[str, Any], sleutel: Kek) -> str:
    """The HMAC of a manifest, with a key that is made of the one that wraps, so that none is used for two things."""
    tekst = json.dumps({naam: waarde for naam, waarde in ruw.items() if naam != "zegel"}, sort_keys=True)
    return hmac.digest(hmac.digest(sleutel.geheim, b"manifest", "sha256"), tekst.encode(), "sha256").hex()


def _read_manifest(ruw: Mapping[str, Any], bestand: Path) -> Manifest:
    if ruw.get("formaat") != FORMAAT:
        soort = str(ruw.get("formaat", "(geen)"))[:40]
        raise ReserveFout(f"{bestand} heeft formaat {soort}; deze versie van leefgebieden leest alleen {FORMAAT}")
    try:
        if not _SLEUTEL.fullmatch(ruw["sleutel"]):
            raise ValueError
        return Manifest(
            app=str(ruw["app"]),
            schema=str(ruw["schema"]),
            server_epoch=str(ruw["server_epoch"]),
            moment=datetime.fromisoformat(ruw["moment"]),
            sleutel=str(ruw["sleutel"]),
            tabellen={
                str(naam): Telling(int(telling["aantal"]), str(telling["sha256"]))
                for naam, telling in ruw["tabellen"].items()
            },
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise ReserveFout(f"{bestand} is beschadigd: het manifest is niet te lezen") from None
