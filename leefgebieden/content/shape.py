"""Turns plain parsed data into the frozen dataclasses of `model.py`, and says in words where it does not fit.

The dataclasses are the schema: a field without a default must be there, a key that is no field is refused, and a
text, once there, says something.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from leefgebieden.content.fault import ContentError

_T = TypeVar("_T")

_WORDS = {str: "tekst", int: "een heel getal", bool: "true of false"}


def read_shape(shape: type[_T], data: object, bestand: str, place: str = "") -> _T:
    """`data` as a value of the dataclass `shape`. `place` is where in the file we are, such as "fasen[1]".

    Raises ContentError that names the place: an unknown or missing key, another type, an empty text.
    """
    if not isinstance(data, Mapping):
        raise ContentError(bestand, f"{place or 'het bestand'} moet een groep met namen zijn")
    known = _fields_of(shape)
    for key in data:
        if key not in known:
            raise ContentError(bestand, f"{_join(place, str(key))} is onbekend")
    values: dict[str, Any] = {}
    for name, (field, hint) in known.items():
        if name in data:
            values[name] = _read_value(hint, data[name], bestand, _join(place, name))
        elif field.default is MISSING:
            raise ContentError(bestand, f"{_join(place, name)} ontbreekt")
    return shape(**values)


def _fields_of(shape: type) -> Mapping[str, tuple[Field[Any], Any]]:
    if not is_dataclass(shape):
        raise TypeError(f"{shape} is no dataclass")
    hints = get_type_hints(shape)
    return {field.name: (field, hints[field.name]) for field in fields(shape)}


def _read_value(kind: Any, data: object, bestand: str, place: str) -> Any:
    origin = get_origin(kind)
    if origin is tuple:
        return _read_row(get_args(kind)[0], data, bestand, place)
    if origin in (Union, types.UnionType):
        # `int | None`: in a file None is the absence of the key
        kind = next(option for option in get_args(kind) if option is not types.NoneType)
    if is_dataclass(kind) and isinstance(kind, type):
        return read_shape(kind, data, bestand, place)
    if issubclass(kind, StrEnum):
        return _read_choice(kind, data, bestand, place)
    # not isinstance: True would pass for a number
    if type(data) is not kind:
        raise ContentError(bestand, f"{place} moet {_WORDS[kind]} zijn")
    if isinstance(data, str) and not data.strip():
        raise ContentError(bestand, f"{place} is leeg")
    return data


def _read_row(kind: Any, data: object, bestand: str, place: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise ContentError(bestand, f"{place} moet een rij zijn, tussen [ en ]")
    return tuple(_read_value(kind, item, bestand, f"{place}[{number}]") for number, item in enumerate(data))


def _read_choice(kind: type[StrEnum], data: object, bestand: str, place: str) -> StrEnum:
    choices = [str(choice) for choice in kind]
    if data not in choices:
        raise ContentError(bestand, f"{place} moet een van deze zijn: {', '.join(choices)}")
    return kind(data)


def _join(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key
