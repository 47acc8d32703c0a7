"""Domain values to plain JSON values and back, driven by the dataclasses themselves.

One description serves three readers: the exchange file, the rows in the store and the JSON Schema. The order of the fields
is the order of the keys. A field with a default is optional and is left out when it has that default.
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from leefgebieden.domain.tekst import normalise_tekst

T = TypeVar("T")

NOTITIE_MAX_BYTES = 2_000_000
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2199
"""Of every day and moment, in a form and in a file: at the ends of the calendar an hour more or less cannot be reckoned."""


class Vormfout(ValueError):
    """A value does not have the right shape. `plaats` says where (`notities[3].tekst`), `wat` says what is wrong."""

    def __init__(self, plaats: str, wat: str) -> None:
        super().__init__(f"{plaats}: {wat}" if plaats else wat)
        self.plaats = plaats
        self.wat = wat


class Id(str):
    """A UUID in its usual lower-case form."""


def tekst(*, hooguit: int) -> Any:
    """A required text field of at most `hooguit` characters that may not be empty."""
    return dataclasses.field(metadata={"hooguit": hooguit, "niet_leeg": True})


def vrije_tekst(*, hooguit: int) -> Any:
    """An optional text field of at most `hooguit` characters."""
    return dataclasses.field(default="", metadata={"hooguit": hooguit})


def rij(*, hooguit: int, hooguit_per_stuk: int | None = None) -> Any:
    """An optional list of at most `hooguit` items, each a text of at most `hooguit_per_stuk` characters if given."""
    return dataclasses.field(default=(), metadata={"rij_hooguit": hooguit, "hooguit": hooguit_per_stuk})


_velden: dict[type, tuple[tuple[dataclasses.Field[Any], Any], ...]] = {}


def _fields_of(soort: type) -> tuple[tuple[dataclasses.Field[Any], Any], ...]:
    # resolving type hints is slow and a casus page asks it hundreds of times
    if soort not in _velden:
        hints = typing.get_type_hints(soort)
        _velden[soort] = tuple((veld, hints[veld.name]) for veld in dataclasses.fields(soort))
    return _velden[soort]


def to_plain(waarde: Any) -> Any:
    """A domain value as JSON values: dict, list, str, int, bool. Fields that have their default are left out."""
    if isinstance(waarde, StrEnum):
        return waarde.value
    if isinstance(waarde, datetime):
        return waarde.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, tuple):
        return [to_plain(stuk) for stuk in waarde]
    if dataclasses.is_dataclass(waarde) and not isinstance(waarde, type):
        return {
            veld.name: to_plain(getattr(waarde, veld.name))
            for veld, _ in _fields_of(type(waarde))
            if veld.default is MISSING or getattr(waarde, veld.name) != veld.default
        }
    return waarde


def from_plain(soort: type[T], ruw: object, plaats: str = "") -> T:
    """Build a domain value of type `soort` from JSON values. Raises Vormfout that names the place of the first mistake."""
    if not isinstance(ruw, Mapping):
        raise Vormfout(plaats, "hier hoort een object te staan")
    velden = _fields_of(soort)
    bekend = {veld.name for veld, _ in velden}
    for sleutel in ruw:
        if sleutel not in bekend:
            raise Vormfout(_below(plaats, str(sleutel)), "deze sleutel is niet bekend")
    waarden = {}
    for veld, hint in velden:
        hier = _below(plaats, veld.name)
        if veld.name not in ruw:
            if veld.default is MISSING:
                raise Vormfout(hier, "ontbreekt")
            continue
        waarden[veld.name] = _read(hint, ruw[veld.name], hier, veld.metadata)
    return soort(**waarden)


def rebuild(soort: type[T], ruw: Mapping[str, Any]) -> T:
    """The domain value that `to_plain` came from, without checks: for what we wrote ourselves and sealed, not for a file."""
    maak = _makers_of(soort)
    return soort(**{naam: waarde if (m := maak[naam]) is None else m(waarde) for naam, waarde in ruw.items()})


_makers: dict[type, dict[str, Callable[[Any], Any] | None]] = {}


def _makers_of(soort: type) -> dict[str, Callable[[Any], Any] | None]:
    if soort not in _makers:
        _makers[soort] = {veld.name: _find_maker(hint) for veld, hint in _fields_of(soort)}
    return _makers[soort]


def _find_maker(hint: Any) -> Callable[[Any], Any] | None:
    """What turns a JSON value into a value of this type; None when it is that already."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return _find_maker(next(h for h in typing.get_args(hint) if h is not type(None)))
    if typing.get_origin(hint) is tuple:
        per_stuk = _find_maker(typing.get_args(hint)[0])
        return tuple if per_stuk is None else lambda rij: tuple(map(per_stuk, rij))
    if dataclasses.is_dataclass(hint):
        return lambda ruw: rebuild(typing.cast(type[Any], hint), ruw)
    if hint in (datetime, date):
        return typing.cast(Callable[[Any], Any], hint.fromisoformat)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {lid.value: lid for lid in hint}.__getitem__
    return None


def _below(plaats: str, sleutel: str) -> str:
    return f"{plaats}.{sleutel}" if plaats else sleutel


def _read(hint: Any, ruw: object, plaats: str, grenzen: Mapping[str, Any]) -> Any:
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        keuzes = [h for h in typing.get_args(hint) if h is not type(None)]
        return _read(keuzes[0], ruw, plaats, grenzen)
    if typing.get_origin(hint) is tuple:
        return _read_rij(typing.get_args(hint)[0], ruw, plaats, grenzen)
    if hint is Any or hint == dict[str, Any]:
        if not isinstance(ruw, dict):
            raise Vormfout(plaats, "hier hoort een object te staan")
        return ruw
    if dataclasses.is_dataclass(hint):
        return from_plain(typing.cast(type[Any], hint), ruw, plaats)
    if hint is bool:
        if not isinstance(ruw, bool):
            raise Vormfout(plaats, "hier hoort true of false te staan")
        return ruw
    if hint is int:
        return _read_getal(ruw, plaats, grenzen)
    if not isinstance(ruw, str):
        raise Vormfout(plaats, "hier hoort tekst te staan")
    return _read_tekst(hint, ruw, plaats, grenzen)


def _read_rij(hint: Any, ruw: object, plaats: str, grenzen: Mapping[str, Any]) -> tuple[Any, ...]:
    if not isinstance(ruw, list):
        raise Vormfout(plaats, "hier hoort een lijst te staan")
    if len(ruw) > grenzen.get("rij_hooguit", 5_000):
        raise Vormfout(plaats, f"hier mogen er hooguit {grenzen.get('rij_hooguit', 5_000)} staan")
    gelezen = tuple(_read(hint, stuk, f"{plaats}[{nr}]", grenzen) for nr, stuk in enumerate(ruw))
    if isinstance(hint, type) and issubclass(hint, str) and len(set(gelezen)) != len(gelezen):
        raise Vormfout(plaats, "hier staat iets dubbel")
    return gelezen


def _read_getal(ruw: object, plaats: str, grenzen: Mapping[str, Any]) -> int:
    if not isinstance(ruw, int) or isinstance(ruw, bool):
        raise Vormfout(plaats, "hier hoort een geheel getal te staan")
    laagst, hoogst = grenzen.get("van", 0), grenzen.get("tot", 1_000_000)
    if not laagst <= ruw <= hoogst:
        raise Vormfout(plaats, f"dit getal moet tussen {laagst} en {hoogst} liggen")
    return ruw


def _read_tekst(hint: Any, ruw: str, plaats: str, grenzen: Mapping[str, Any]) -> Any:
    if hint is Id:
        return _read_id(ruw, plaats)
    if hint is datetime:
        return _read_tijdstip(ruw, plaats)
    if hint is date:
        return _read_dag(ruw, plaats)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        try:
            return hint(ruw)
        except ValueError:
            mogelijk = ", ".join(hint)
            raise Vormfout(plaats, f"hier kan alleen staan: {mogelijk}") from None
    schoon = normalise_tekst(ruw)
    hooguit = grenzen.get("hooguit")
    if hooguit is not None and len(schoon) > hooguit:
        raise Vormfout(plaats, f"deze tekst is te lang: {len(schoon)} tekens, hooguit {hooguit}")
    if grenzen.get("niet_leeg") and not schoon.strip():
        raise Vormfout(plaats, "deze tekst mag niet leeg zijn")
    return schoon


def _read_id(ruw: str, plaats: str) -> str:
    try:
        if str(UUID(ruw)) == ruw:
            return ruw
    except ValueError:
        pass
    raise Vormfout(plaats, "hier hoort een uuid in kleine letters te staan")


def _read_dag(ruw: str, plaats: str) -> date:
    try:
        if len(ruw) != 10:
            raise ValueError
        dag = date.fromisoformat(ruw)
    except ValueError:
        raise Vormfout(plaats, "hier hoort een datum te staan, zoals 2026-07-03") from None
    return _check_jaar(dag, plaats)


def _read_tijdstip(ruw: str, plaats: str) -> datetime:
    try:
        if not ruw.endswith("Z") or "T" not in ruw:
            raise ValueError
        moment = datetime.fromisoformat(ruw)
    except ValueError:
        raise Vormfout(plaats, "hier hoort een tijdstip in UTC te staan, zoals 2026-07-03T12:30:00Z") from None
    return _check_jaar(moment, plaats)


_Dag = TypeVar("_Dag", date, datetime)


def _check_jaar(moment: _Dag, plaats: str) -> _Dag:
    if not EERSTE_JAAR <= moment.year <= LAATSTE_JAAR:
        raise Vormfout(plaats, f"hier hoort een jaar van {EERSTE_JAAR} tot en met {LAATSTE_JAAR} te staan")
    return moment


_JAAR = "^(19|20|21)"
"""EERSTE_JAAR to LAATSTE_JAAR, as a JSON Schema can say it."""


def describe_vorm(soort: type) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a domain type, from the same description that reads it."""
    eigenschappen = {veld.name: _describe(hint, veld.metadata) for veld, hint in _fields_of(soort)}
    verplicht = [veld.name for veld, _ in _fields_of(soort) if veld.default is MISSING]
    return {"type": "object", "properties": eigenschappen, "required": verplicht, "additionalProperties": False}


def _describe(hint: Any, grenzen: Mapping[str, Any]) -> dict[str, Any]:
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return _describe(next(h for h in typing.get_args(hint) if h is not type(None)), grenzen)
    if typing.get_origin(hint) is tuple:
        stuk = typing.get_args(hint)[0]
        uniek = {"uniqueItems": True} if isinstance(stuk, type) and issubclass(stuk, str) else {}
        return {
            "type": "array",
            "items": _describe(stuk, grenzen),
            "maxItems": grenzen.get("rij_hooguit", 5_000),
            **uniek,
        }
    if hint is Any or hint == dict[str, Any]:
        return {"type": "object"}
    if dataclasses.is_dataclass(hint):
        return describe_vorm(typing.cast(type, hint))
    if hint is bool:
        return {"type": "boolean"}
    if hint is int:
        return {"type": "integer", "minimum": grenzen.get("van", 0), "maximum": grenzen.get("tot", 1_000_000)}
    if hint is Id:
        return {"type": "string", "format": "uuid"}
    if hint is datetime:
        return {"type": "string", "format": "date-time", "pattern": f"{_JAAR}.*Z$"}
    if hint is date:
        return {"type": "string", "format": "date", "pattern": _JAAR}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"enum": [str(keuze) for keuze in hint]}
    lengte = {"maxLength": grenzen["hooguit"]} if grenzen.get("hooguit") else {}
    leeg = {"minLength": 1} if grenzen.get("niet_leeg") else {}
    return {"type": "string", **leeg, **lengte}
