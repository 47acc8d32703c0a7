"""The side file: lines of the logboek for when the database takes none (full, or read-only), so that reading can go on.

It stands beside the keys, outside the database. Each line carries a mac under the key of the chain. Once the database takes
lines again they join the chain, in the order in which they were written, and the file goes.
"""

import hashlib
import hmac
import json
import logging
import os
from pathlib import Path

from leefgebieden.domain.logboek import Logregel
from leefgebieden.domain.vorm import rebuild, to_plain
from leefgebieden.store.db import db, writing
from leefgebieden.store.instantie import fetch_feit, save_feit
from leefgebieden.store.keten import get_keten
from leefgebieden.store.logboek import insert_logregel, publish_logregel

BESTAND = "logboek.zij"
SAMEN = "logboek.zij.samen"
"""The same file while it joins the chain: what is written meanwhile goes into a new one."""
ZIJBESTAND = "zijbestand"
"""The fact that says which file joined last, in the transaction that joined it: a start after a cut does not do it again."""
_LOG = logging.getLogger("leefgebieden.logboek")


def append_zijregel(regel: Logregel) -> None:
    """Write a line, safely on disk. Raises OSError or LogboeksleutelOntbreekt: then nobody may read.

    A reason that was typed does not go here: it would stand outside everything that is erased. ValueError.
    """
    if regel.grond:
        raise ValueError("a reason does not go in the side file")
    tekst = json.dumps(to_plain(regel), ensure_ascii=True, separators=(",", ":"))
    bestand = _find(BESTAND)
    handvat = os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handvat, "w", encoding="ascii") as uit:
        uit.write(f"{_mac(tekst)} {tekst}\n")
        uit.flush()
        os.fsync(uit.fileno())


def has_zijregels() -> bool:
    """Whether something waits to join the chain."""
    return _find(BESTAND).exists() or _find(SAMEN).exists()


def join_zijregels() -> int:
    """Let everything that waits join the chain; how many lines did. A line that somebody changed is told on stderr and left out.

    Two at once take turns. May stop anywhere: what joined is not joined again.
    """
    samen = 0
    while (bestand := _take()) is not None:
        inhoud = bestand.read_bytes()
        merk = hashlib.sha256(inhoud).hexdigest()
        rijen = []
        with writing():
            if bestand.exists() and fetch_feit(ZIJBESTAND) != merk:
                rijen = [insert_logregel(regel) for regel in _read(inhoud)]
                save_feit(ZIJBESTAND, merk)
        bestand.unlink(missing_ok=True)
        for rij in rijen:
            publish_logregel(rij)
        samen += len(rijen)
    return samen


def _take() -> Path | None:
    """The file to join next: one that was cut off while it joined, else the one that is written to."""
    samen, bestand = _find(SAMEN), _find(BESTAND)
    if not samen.exists():
        try:
            bestand.rename(samen)
        except FileNotFoundError:
            return None
    return samen


def _read(inhoud: bytes) -> list[Logregel]:
    regels = []
    for nummer, ruw in enumerate(inhoud.decode("ascii", errors="replace").splitlines(), start=1):
        mac, _, tekst = ruw.partition(" ")
        if hmac.compare_digest(mac.encode(), _mac(tekst).encode()):
            regels.append(rebuild(Logregel, json.loads(tekst)))
        else:
            # a line that was cut off by the disk is full of nothing; one that was changed is for a person to look at
            _LOG.error("regel %d van %s is niet zoals hij is geschreven, en hoort niet bij het logboek", nummer, SAMEN)
    return regels


def _mac(tekst: str) -> str:
    sleutel = get_keten(db.engine).need_sleutel(begonnen=True)
    return hmac.new(sleutel, b"zij|" + tekst.encode(), hashlib.sha256).hexdigest()


def _find(naam: str) -> Path:
    return get_keten(db.engine).bestand.with_name(naam)
