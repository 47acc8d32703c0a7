"""The kluis: one file with every key of this instance, sealed to the recovery sheet. Only the paper opens it.

Along go the two lists that stand beside the keys and in no backup: what was erased, and the anchors of the logboek.

The server keeps the public half of the sheet, beside the keys and nowhere else: who could change it in the database or in the
instance would have all keys sealed to a paper of his own. Each time a key comes or goes the kluis is written anew and the one
before is overwritten, so that a key that was destroyed leaves it.
"""

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from leefgebieden.store.bestand import write_heel
from leefgebieden.store.verzegeling import Zegelbreuk, seal, unseal

KLUIS = "herstel.kluis"
PUBLIEK = "herstelblad.publiek"
FORMAAT = "leefgebieden-kluis/1"
_SLEUTELBESTAND = re.compile(r"(?:kek|reserve)-[0-9]{6,8}-[0-9a-f]{8}\.sleutel|logboek\.sleutel")
_LIJSTEN = ("gewist.txt", "ankers.txt")
_HOOGUIT = 10_000_000


class KluisFout(Exception):
    """A kluis cannot be read, or this sheet does not open it."""


@dataclass(frozen=True)
class Blad:
    """The public half of a recovery sheet. `publiek` is an X25519 public key of 32 bytes."""

    id: str
    gemaakt_op: datetime
    publiek: bytes


class Kluis:
    """The kluis of one instance: the folder of its keys, and the file that they are sealed in."""

    def __init__(self, sleutels: Path, bestand: Path) -> None:
        self.sleutels = sleutels
        self.bestand = bestand

    def read_blad(self) -> Blad | None:
        """The sheet that counts now; None when there is none. Raises KluisFout when its public half is damaged."""
        bestand = self.sleutels / PUBLIEK
        try:
            ruw = json.loads(bestand.read_bytes())
            return Blad(str(ruw["id"]), datetime.fromisoformat(ruw["gemaakt_op"]), bytes.fromhex(ruw["publiek"]))
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            raise KluisFout(f"{bestand} is beschadigd. Maak een nieuw herstelblad") from None

    def replace_blad(self, blad: Blad) -> None:
        """From now on this sheet opens the kluis, and the one before does not."""
        ruw = {"id": blad.id, "gemaakt_op": blad.gemaakt_op.isoformat(), "publiek": blad.publiek.hex()}
        write_heel(self.sleutels / PUBLIEK, json.dumps(ruw).encode())
        self.write()

    def write(self) -> None:
        """Seal what is in the folder of the keys now. Nothing is written when there is no sheet."""
        blad = self.read_blad()
        if blad is not None:
            mee = [*self._list_sleutels(), *(self.sleutels / naam for naam in _LIJSTEN)]
            gelezen = {bestand.name: _read(bestand) for bestand in mee}
            # another process may take a key away at this moment
            sleutels = {naam: geheim for naam, geheim in gelezen.items() if geheim is not None}
            write_heel(self.bestand, seal_sleutels(blad, sleutels))

    def refresh(self) -> None:
        """At start: write it again when it is not of these keys and this sheet, as after a stop halfway a change of keys."""
        blad = self.read_blad()
        if blad is not None and self._read_kop() != (blad.id, [bestand.name for bestand in self._list_sleutels()]):
            self.write()

    def copy_to(self, map_: Path) -> None:
        """Lay a kluis of the keys of now in a folder, in place of the one that was there."""
        self.write()
        inhoud = _read(self.bestand)
        if inhoud is not None:
            write_heel(map_ / KLUIS, inhoud)

    def _list_sleutels(self) -> list[Path]:
        if not self.sleutels.is_dir():
            return []
        return sorted(bestand for bestand in self.sleutels.iterdir() if _SLEUTELBESTAND.fullmatch(bestand.name))

    def _read_kop(self) -> tuple[str, list[str]] | None:
        try:
            kop = json.loads(self.bestand.read_bytes())
            return kop["blad"], kop["sleutels"]
        except (OSError, ValueError, KeyError, TypeError):
            return None


def seal_sleutels(blad: Blad, sleutels: Mapping[str, bytes]) -> bytes:
    """The keys by name of their file, sealed to a sheet: what a kluis holds."""
    eenmalig = X25519PrivateKey.generate()
    efemeer = eenmalig.public_key().public_bytes_raw()
    gedeeld = eenmalig.exchange(X25519PublicKey.from_public_bytes(blad.publiek))
    open_waarde = json.dumps({naam: base64.b64encode(geheim).decode() for naam, geheim in sleutels.items()}).encode()
    kop = {
        "formaat": FORMAAT,
        "blad": blad.id,
        "sleutels": sorted(naam for naam in sleutels if naam not in _LIJSTEN),
        "efemeer": efemeer.hex(),
    }
    zegel = seal(_derive(gedeeld, efemeer, blad.publiek, blad.id), open_waarde, f"kluis|{blad.id}")
    return json.dumps({**kop, "inhoud": base64.b64encode(zegel).decode()}, indent=1).encode()


def open_kluis(bestand: Path, blad_id: str, geheim: bytes) -> dict[str, bytes]:
    """The keys by name of their file, opened with the private half that the sheet holds. Raises KluisFout, FileNotFoundError."""
    try:
        if bestand.stat().st_size > _HOOGUIT:
            raise ValueError
        kop = json.loads(bestand.read_bytes())
        if kop["formaat"] != FORMAAT:
            raise ValueError
        blad, efemeer, zegel = str(kop["blad"]), bytes.fromhex(kop["efemeer"]), base64.b64decode(kop["inhoud"])
    except (ValueError, KeyError, TypeError):
        raise KluisFout(f"{bestand} is geen kluis, of hij is beschadigd") from None
    if blad != blad_id:
        raise KluisFout(f"{bestand} gaat open met herstelblad {blad}, niet met blad {blad_id}")
    prive = X25519PrivateKey.from_private_bytes(geheim)
    try:
        gedeeld = prive.exchange(X25519PublicKey.from_public_bytes(efemeer))
        publiek = prive.public_key().public_bytes_raw()
        ruw = json.loads(unseal(_derive(gedeeld, efemeer, publiek, blad), zegel, f"kluis|{blad}"))
        sleutels = {naam: base64.b64decode(waarde) for naam, waarde in ruw.items()}
    except (Zegelbreuk, ValueError):
        raise KluisFout(
            f"{bestand} gaat niet open met dit blad: het bestand is beschadigd, of het blad is een ander"
        ) from None
    if not all(naam in _LIJSTEN or _SLEUTELBESTAND.fullmatch(naam) for naam in sleutels):
        raise KluisFout(f"in {bestand} staat iets dat geen sleutel is")
    return sleutels


def put_back_sleutels(map_: Path, uit_kluis: Mapping[str, bytes]) -> int:
    """Write the keys that are not in the folder; gives how many. Raises KluisFout when another key has the same name.

    Of a list the lines that are not there are added.
    """
    sleutels = {naam: geheim for naam, geheim in uit_kluis.items() if naam not in _LIJSTEN}
    anders = [naam for naam, geheim in sleutels.items() if _read(map_ / naam) not in (None, geheim)]
    if anders:
        raise KluisFout(f"in {map_} staat al een andere {anders[0]} dan in de kluis. Zet die eerst opzij")
    nieuw = [naam for naam in sleutels if not (map_ / naam).exists()]
    for naam in nieuw:
        write_heel(map_ / naam, sleutels[naam])
    for naam in _LIJSTEN:
        hier = (_read(map_ / naam) or b"").splitlines()
        erbij = [regel for regel in uit_kluis.get(naam, b"").splitlines() if regel not in hier]
        if erbij:
            write_heel(map_ / naam, b"".join(regel + b"\n" for regel in (*erbij, *hier)))
    return len(nieuw)


def _read(bestand: Path) -> bytes | None:
    try:
        return bestand.read_bytes()
    except FileNotFoundError:
        return None


def _derive(gedeeld: bytes, efemeer: bytes, publiek: bytes, blad_id: str) -> bytes:
    info = f"{FORMAAT}|{blad_id}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=efemeer + publiek, info=info).derive(gedeeld)
