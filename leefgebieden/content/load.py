"""Reads the method's content from its files, once, at start. A mistake is one line that names file and place.

`shape.py` holds a file against the dataclasses of `model.py`, `cross_check.py` holds keys and places against
each other. How many parts the method has (14 deelgebieden, 8 fasen) is not checked here: a team may bring its own.
"""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leefgebieden.content.cross_check import (
    check_cursus,
    check_eenvoudige_kaart,
    check_instrument,
    check_kaart,
    check_oefening,
    check_talen,
    check_vragenlijst,
    check_werkvorm,
    check_woordhints,
)
from leefgebieden.content.fault import ContentError
from leefgebieden.content.model import (
    Content,
    Cursus,
    EenvoudigeKaart,
    Instrument,
    Kaart,
    Kanaal,
    Oefencasus,
    Oefening,
    Taal,
    Vragenlijst,
    Werkvorm,
    Woordhint,
)
from leefgebieden.content.shape import read_shape

__all__ = ["ContentError", "load_content", "read_content"]

OWN_FOLDER = Path(__file__).parent
KNOWN_FILES = (
    "kaart.toml",
    "eenvoudige-kaart.toml",
    "woordhints.toml",
    "talen.toml",
    "cursus.toml",
    *(f"vragen/{kanaal}.toml" for kanaal in Kanaal),
)
EIGEN_MAPPEN = ("methodiek", "werkvormen", "oefeningen")
"""In these folders a team may add files of its own, under names of its own."""
_AT_LINE = re.compile(r"at line (\d+), column (\d+)")


def load_content(extra: Path | None = None) -> Content:
    """The content of the package, with a team's own files from the folder `extra` in the place of ours.

    A folder that does not exist counts as empty. Raises ContentError, of one line, at the first mistake.
    """
    return read_content([OWN_FOLDER] if extra is None else [OWN_FOLDER, extra])


def read_content(folders: Sequence[Path]) -> Content:
    """The content of several folders. Of a file that is in more than one, the last folder's counts.

    Raises ContentError at the first mistake.
    """
    for folder in folders:
        _refuse_unknown_files(folder)
    kaart, methodiek, oefencasussen = _read_kaart(folders), _read_methodiek(folders), _read_oefencasussen(folders)
    oefeningen = _read_oefeningen(folders, methodiek, oefencasussen)
    werkvormen = _read_werkvormen(folders, methodiek, oefencasussen)
    return Content(
        kaart=kaart,
        eenvoudige_kaart=_read_eenvoudige_kaart(folders, kaart),
        vragenlijsten={kanaal: _read_vragenlijst(folders, kanaal) for kanaal in Kanaal},
        woordhints=_read_woordhints(folders),
        oefencasussen=oefencasussen,
        talen=_read_talen(folders),
        methodiek=methodiek,
        oefeningen=oefeningen,
        werkvormen=werkvormen,
        cursus=_read_cursus(folders, kaarten=methodiek, werkvormen=werkvormen, verhalen=oefeningen),
    )


def _refuse_unknown_files(folder: Path) -> None:
    # a slip in a file name would otherwise leave the team's card unread, without a word
    for path in sorted(folder.glob("**/*.toml")):
        naam = path.relative_to(folder)
        if naam.parent.as_posix() in EIGEN_MAPPEN or naam.as_posix() in KNOWN_FILES:
            continue
        mogelijk = (*KNOWN_FILES, *(f"{map_}/…toml" for map_ in EIGEN_MAPPEN))
        raise ContentError(_name(path), f"dit bestand is onbekend; kies uit {', '.join(mogelijk)}")


def _read_kaart(folders: Sequence[Path]) -> Kaart:
    path = _find(folders, "kaart.toml")
    kaart = read_shape(Kaart, _read_toml(path), _name(path))
    check_kaart(kaart, _name(path))
    return kaart


def _read_eenvoudige_kaart(folders: Sequence[Path], kaart: Kaart) -> EenvoudigeKaart:
    path = _find(folders, "eenvoudige-kaart.toml")
    eenvoudig = read_shape(EenvoudigeKaart, _read_toml(path), _name(path))
    check_eenvoudige_kaart(eenvoudig, kaart, _name(path))
    return eenvoudig


def _read_vragenlijst(folders: Sequence[Path], kanaal: Kanaal) -> Vragenlijst:
    path = _find(folders, f"vragen/{kanaal}.toml")
    lijst = read_shape(Vragenlijst, _read_toml(path), _name(path))
    check_vragenlijst(lijst, kanaal, _name(path))
    return lijst


@dataclass(frozen=True)
class _Woordhints:
    woordhints: tuple[Woordhint, ...]


def _read_woordhints(folders: Sequence[Path]) -> tuple[Woordhint, ...]:
    path = _find(folders, "woordhints.toml")
    hints = read_shape(_Woordhints, _read_toml(path), _name(path)).woordhints
    check_woordhints(hints, _name(path))
    return hints


@dataclass(frozen=True)
class _Talen:
    talen: tuple[Taal, ...]


def _read_talen(folders: Sequence[Path]) -> Mapping[str, Taal]:
    path = _find(folders, "talen.toml")
    talen = read_shape(_Talen, _read_toml(path), _name(path)).talen
    check_talen(talen, _name(path))
    return {taal.key: taal for taal in talen}


def _read_methodiek(folders: Sequence[Path]) -> Mapping[str, Instrument]:
    instrumenten = {}
    for key, path in _find_all(folders, "methodiek/*.toml").items():
        instrument = read_shape(Instrument, _read_toml(path), _name(path))
        check_instrument(instrument, key, _name(path))
        instrumenten[key] = instrument
    return instrumenten


def _read_werkvormen(
    folders: Sequence[Path], methodiek: Mapping[str, Instrument], oefencasussen: Mapping[str, Oefencasus]
) -> Mapping[str, Werkvorm]:
    werkvormen = {}
    for key, path in _find_all(folders, "werkvormen/*.toml").items():
        werkvorm = read_shape(Werkvorm, _read_toml(path), _name(path))
        check_werkvorm(werkvorm, key, _name(path), kaarten=methodiek, oefencasussen=oefencasussen)
        werkvormen[key] = werkvorm
    return werkvormen


def _read_oefeningen(
    folders: Sequence[Path], methodiek: Mapping[str, Instrument], oefencasussen: Mapping[str, Oefencasus]
) -> Mapping[str, Oefening]:
    steunen = {f"{kaart.key}/{deel.key}" for kaart in methodiek.values() for deel in kaart.onderdelen}
    oefeningen = {}
    for key, path in _find_all(folders, "oefeningen/*.toml").items():
        oefening = read_shape(Oefening, _read_toml(path), _name(path))
        check_oefening(oefening, key, _name(path), steunen=steunen, oefencasussen=oefencasussen)
        oefeningen[key] = oefening
    return oefeningen


def _read_cursus(
    folders: Sequence[Path],
    *,
    kaarten: Mapping[str, Instrument],
    werkvormen: Mapping[str, Werkvorm],
    verhalen: Mapping[str, Oefening],
) -> Cursus:
    path = _find(folders, "cursus.toml")
    cursus = read_shape(Cursus, _read_toml(path), _name(path))
    check_cursus(cursus, _name(path), kaarten=kaarten, werkvormen=werkvormen, verhalen=verhalen)
    return cursus


def _read_oefencasussen(folders: Sequence[Path]) -> Mapping[str, Oefencasus]:
    return {key: _read_oefencasus(key, path) for key, path in _find_all(folders, "oefencasussen/*.json").items()}


def _read_oefencasus(key: str, path: Path) -> Oefencasus:
    """The bytes and the name of a practice file. Whether it is a whole exchange file, `domain/` checks."""
    text = _read_text(path)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ContentError(
            _name(path), f"regel {error.lineno}, kolom {error.colno}: geen geldige JSON ({error.msg})"
        ) from error
    casus = data.get("casus") if isinstance(data, dict) else None
    naam = casus.get("naam") if isinstance(casus, dict) else None
    if not isinstance(naam, str) or not naam.strip():
        raise ContentError(_name(path), "casus.naam ontbreekt")
    return Oefencasus(key=key, naam=naam, bestand=text.encode())


def _find_all(folders: Sequence[Path], pattern: str) -> dict[str, Path]:
    """The files of a folder by name without ending; of one that is in more than one place the last."""
    return {path.stem: path for folder in folders for path in sorted(folder.glob(pattern))}


def _find(folders: Sequence[Path], name: str) -> Path:
    for folder in reversed(folders):
        if (folder / name).is_file():
            return folder / name
    raise ContentError(name, "dit bestand ontbreekt")


def _read_toml(path: Path) -> dict[str, Any]:
    text = _read_text(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        # a file that stops halfway has no line in its message: then it is the last one
        place = f"regel {found[1]}, kolom {found[2]}" if found else f"regel {text.count(chr(10)) + 1}"
        reason = str(error).partition(" (at ")[0]
        raise ContentError(_name(path), f"{place}: geen geldige TOML ({reason})") from error


def _read_text(path: Path) -> str:
    try:
        # editors on Windows may put a byte order mark in front
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ContentError(_name(path), f"regel {line}: geen UTF-8") from error
    except OSError as error:
        raise ContentError(_name(path), f"dit bestand is niet te lezen ({error.strerror})") from error


def _name(path: Path) -> str:
    """How a file is named in an error: ours by its name in the package, a team's by its whole path."""
    return path.relative_to(OWN_FOLDER).as_posix() if path.is_relative_to(OWN_FOLDER) else str(path)
