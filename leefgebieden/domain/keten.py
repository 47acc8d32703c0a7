"""The chain that binds the lines of the logboek to each other (betrouwbaarheid.md 6).

Each line carries an HMAC over all of itself and the hash of the line before it. Who changes, takes out or swaps lines in
the database without the key breaks the chain at that place. Lines cut off at the end leave a chain that is whole: only an
anchor, a number and a hash kept elsewhere, shows that. A restore from a backup also loses the last lines; it says so, in an
anchor with a mark and in a line of its own, right after the last one that came back.

Lines that are older than they may be kept leave from the beginning, up to an anchor: the line of that anchor is then the
first, and a line of its own says up to where was cleared.
"""

import hmac
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

BEGIN = "0" * 64
"""What the first line has for the hash before it."""
JAREN = 5
"""So long a line is kept; older ones may go."""


@dataclass(frozen=True)
class Anker:
    """The logboek had this line on this day."""

    dag: date
    nummer: int
    hash: str
    hersteld: bool = False
    """On this day a backup was restored, of which this was the last line: the lines that came after it were lost."""

    def write(self) -> str:
        """As one line of text: `2026-07-14 123 9f86d0…`, with the word `hersteld` when it marks a restore."""
        return f"{self.dag.isoformat()} {self.nummer} {self.hash}" + (" hersteld" if self.hersteld else "")


def read_anker(regel: str) -> Anker:
    """The anchor in a line of text. Raises ValueError."""
    gevonden = re.fullmatch(r"(\d{4}-\d\d-\d\d) (\d{1,18}) ([0-9a-f]{64})( hersteld)?", regel.strip(), re.ASCII)
    if gevonden is None:
        raise ValueError(f"dit is geen anker: {regel!r}")
    return Anker(date.fromisoformat(gevonden[1]), int(gevonden[2]), gevonden[3], bool(gevonden[4]))


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


HERSTELD = "instantie hersteld"
"""The act of the line that a restore writes, as it stands in the column `actie`."""


OPGERUIMD = "logboek opgeruimd"
"""The act of the line that clearing writes, as it stands in the column `actie`; `aantal` is the last number that went."""


@dataclass
class Nagekeken:
    """What was found: `fouten` is what is wrong, `uitleg` what is missing for a reason that is known. One sentence each."""

    fouten: list[str] = field(default_factory=list)
    uitleg: list[str] = field(default_factory=list)


def check_keten(sleutel: bytes, regels: Iterable[Mapping[str, object]], ankers: Iterable[Anker] = ()) -> Iterator[str]:
    """What is wrong with these lines: one sentence each. Nothing at all for a whole chain."""
    yield from inspect_keten(sleutel, regels, ankers).fouten


def inspect_keten(sleutel: bytes, regels: Iterable[Mapping[str, object]], ankers: Iterable[Anker] = ()) -> Nagekeken:
    """What is wrong with these lines, in order of their number, and what is explained. Nothing at all for a whole chain.

    The anchors come in the order in which they were kept.
    """
    gevonden, ankers = Nagekeken(), list(ankers)
    te_zien: dict[int, list[Anker]] = {}
    for anker in ankers:
        te_zien.setdefault(anker.nummer, []).append(anker)
    losse: list[tuple[Anker, str]] = []
    hersteld: set[int] = set()
    opgeruimd: set[object] = set()
    begin = 1
    vorig, vorige_hash = 0, BEGIN
    for regel in regels:
        nummer = regel["nummer"]
        assert isinstance(nummer, int)
        if vorig == 0 and nummer > 1:
            # whether what came before it was cleared, a later line must say
            begin = nummer
        else:
            gevonden.fouten += _check_plaats(regel, nummer, vorig, vorige_hash)
        if not hmac.compare_digest(compute_hash(sleutel, regel), str(regel["hash"])):
            gevonden.fouten.append(f"regel {nummer} is gewijzigd, of staat niet op zijn plaats")
        elif regel["actie"] == HERSTELD:
            hersteld.add(nummer - 1)
        elif regel["actie"] == OPGERUIMD:
            opgeruimd.add(regel["aantal"])
        losse += [
            (anker, f"regel {nummer} is niet meer de regel van het anker van {anker.dag.isoformat()}")
            for anker in te_zien.get(nummer, [])
            if anker.hash != regel["hash"]
        ]
        vorig, vorige_hash = nummer, str(regel["hash"])
    losse += [
        (anker, f"regel {nummer} van het anker van {anker.dag.isoformat()} is er niet; de laatste regel is {vorig}")
        for nummer in sorted(te_zien)
        for anker in te_zien[nummer]
        if nummer > vorig or nummer < 1
    ]
    _explain(gevonden, losse, ankers, hersteld)
    if begin > 1 and begin - 1 in opgeruimd:
        gevonden.uitleg.append(f"de regels tot en met {begin - 1} zijn opgeruimd: ze waren ouder dan {JAREN} jaar")
    elif begin > 1:
        gevonden.fouten[:0] = [_say_ontbreekt(1, begin - 1)]
    return gevonden


def _explain(gevonden: Nagekeken, losse: list[tuple[Anker, str]], ankers: list[Anker], hersteld: set[int]) -> None:
    """An anchor whose line is not there is explained by a restore that came after it and went back to before that line.

    A mark among the anchors alone explains nothing: the chain itself must say that it was restored there.
    """
    los = {id(anker) for anker, _ in losse}
    plaats = {id(anker): nummer for nummer, anker in enumerate(ankers)}
    merken = [anker for anker in ankers if anker.hersteld and anker.nummer in hersteld and id(anker) not in los]
    verloren = dict.fromkeys(map(id, merken), 0)
    for anker, zin in losse:
        merk = next(
            (m for m in merken if m.nummer < anker.nummer and anker.dag <= m.dag and plaats[id(anker)] < plaats[id(m)]),
            None,
        )
        if merk is None:
            gevonden.fouten.append(zin)
        else:
            verloren[id(merk)] += 1
    gevonden.uitleg += [
        f"op {merk.dag.isoformat()} is een reservekopie teruggezet: van wat er na regel {merk.nummer} stond is niets over"
        + (f"; {verloren[id(merk)]} ankers van die regels tellen niet mee" if verloren[id(merk)] else "")
        for merk in merken
    ]


def _check_plaats(regel: Mapping[str, object], nummer: int, vorig: int, vorige_hash: str) -> Iterator[str]:
    if nummer > vorig + 1:
        yield _say_ontbreekt(vorig + 1, nummer - 1)
    elif regel["vorige_hash"] != vorige_hash:
        yield f"regel {nummer} volgt niet op regel {vorig}"


def _say_ontbreekt(van: int, tot: int) -> str:
    return f"regel {van} ontbreekt" if van == tot else f"de regels {van} tot en met {tot} ontbreken"
