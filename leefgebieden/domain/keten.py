"""The chain that binds the lines of the logboek to each other (betrouwbaarheid.md 6).

Each line carries an HMAC over all of itself and the hash of the line before it. Who changes, takes out or swaps lines in
the database without the key breaks the chain at that place. Lines cut off at the end leave a chain that is whole: only an
anchor, a number and a hash kept elsewhere, shows that.
"""

import hmac
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

BEGIN = "0" * 64
"""What the first line has for the hash before it."""


@dataclass(frozen=True)
class Anker:
    """The logboek had this line on this day."""

    dag: date
    nummer: int
    hash: str

    def write(self) -> str:
        """As one line of text: `2026-07-14 123 9f86d0…`."""
        return f"{self.dag.isoformat()} {self.nummer} {self.hash}"


def read_anker(regel: str) -> Anker:
    """The anchor in a line of text. Raises ValueError."""
    gevonden = re.fullmatch(r"(\d{4}-\d\d-\d\d) (\d{1,18}) ([0-9a-f]{64})", regel.strip(), re.ASCII)
    if gevonden is None:
        raise ValueError(f"dit is geen anker: {regel!r}")
    return Anker(date.fromisoformat(gevonden[1]), int(gevonden[2]), gevonden[3])


def compute_hash(sleutel: bytes, waarden: Mapping[str, object]) -> str:
    """The hash of a line, from the values of its columns as they are stored; `hash` itself does not count.

    What is None is left out, so that a column which comes later leaves the hashes of older lines true.
    """
    gewoon = {kolom: _to_plain(waarde) for kolom, waarde in waarden.items() if kolom != "hash" and waarde is not None}
    tekst = json.dumps(gewoon, sort_keys=True, separators=(",", ":"))
    return hmac.digest(sleutel, tekst.encode("ascii"), "sha256").hex()


def _to_plain(waarde: object) -> str | int:
    if isinstance(waarde, datetime):
        return waarde.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(waarde, bytes):
        return waarde.hex()
    if isinstance(waarde, str | int):
        return waarde
    raise TypeError(type(waarde).__name__)


def check_keten(sleutel: bytes, regels: Iterable[Mapping[str, object]], ankers: Iterable[Anker] = ()) -> Iterator[str]:
    """What is wrong with these lines, in order of their number: one sentence each. Nothing at all for a whole chain."""
    te_zien: dict[int, list[Anker]] = {}
    for anker in ankers:
        te_zien.setdefault(anker.nummer, []).append(anker)
    vorig, vorige_hash = 0, BEGIN
    for regel in regels:
        nummer = regel["nummer"]
        assert isinstance(nummer, int)
        yield from _check_plaats(regel, nummer, vorig, vorige_hash)
        if not hmac.compare_digest(compute_hash(sleutel, regel), str(regel["hash"])):
            yield f"regel {nummer} is gewijzigd, of staat niet op zijn plaats"
        yield from (
            f"regel {nummer} is niet meer de regel van het anker van {anker.dag.isoformat()}"
            for anker in te_zien.pop(nummer, [])
            if anker.hash != regel["hash"]
        )
        vorig, vorige_hash = nummer, str(regel["hash"])
    for nummer in sorted(te_zien):
        for anker in te_zien[nummer]:
            yield f"regel {nummer} van het anker van {anker.dag.isoformat()} is er niet; de laatste regel is {vorig}"


def _check_plaats(regel: Mapping[str, object], nummer: int, vorig: int, vorige_hash: str) -> Iterator[str]:
    if nummer == vorig + 2:
        yield f"regel {vorig + 1} ontbreekt"
    elif nummer > vorig + 2:
        yield f"de regels {vorig + 1} tot en met {nummer - 1} ontbreken"
    elif regel["vorige_hash"] != vorige_hash:
        yield f"regel {nummer} volgt niet op regel {vorig}"
