"""The exchange format: the same bytes out as in, and a wrong file refused with its place."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from leefgebieden.content.model import Content
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.casusbestand import describe_casusbestand, read_casusbestand, write_casusbestand
from leefgebieden.domain.vorm import Vormfout, rebuild, to_plain

SCHEMA = Path(__file__).parents[2] / "docs" / "leefgebieden-casus-1.schema.json"


@pytest.fixture(scope="session")
def frans_bytes(content: Content) -> bytes:
    return content.oefencasussen["frans-van-noord"].bestand


@pytest.fixture
def ruw(frans_bytes: bytes) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(frans_bytes)
    return read


def to_bytes(ruw: Any) -> bytes:
    return json.dumps(ruw, ensure_ascii=False, indent=2).encode()


def test_the_practice_casus_comes_out_as_it_went_in(content: Content, frans_bytes: bytes) -> None:
    assert write_casusbestand(read_casusbestand(frans_bytes, content)) == frans_bytes


def test_the_schema_in_the_documentation_is_the_one_that_reads() -> None:
    assert json.loads(SCHEMA.read_text("utf-8")) == describe_casusbestand(), (
        "write it anew from `describe_casusbestand`"
    )


def test_the_page_about_the_format_names_every_key_and_every_word_to_choose_from() -> None:
    page = SCHEMA.with_name("uitwisselformaat.md").read_text("utf-8")
    missing = {word for word in list_words(describe_casusbestand()) if f"`{word}`" not in page}
    assert {word for word in missing if f"`{word}[]`" not in page} == set()


def list_words(schema: Any) -> Iterator[str]:
    """The keys of a schema and the values of its enumerations, all the way down."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (value for value in schema.get("enum", ()) if isinstance(value, str))
        for part in schema.values():
            yield from list_words(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from list_words(part)


def test_the_practice_casus_holds_to_the_schema(ruw: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(describe_casusbestand())
    Draft202012Validator(describe_casusbestand()).validate(ruw)


def test_what_is_left_out_is_what_is_empty(content: Content, ruw: dict[str, Any]) -> None:
    ruw["notities"][0]["van_wie"] = []
    ruw["notities"][0]["op_a4"] = "auto"
    again = json.loads(write_casusbestand(read_casusbestand(to_bytes(ruw), content)))
    assert "van_wie" not in again["notities"][0]
    assert "op_a4" not in again["notities"][0]


WRONG: list[tuple[str, list[str | int], Any, str]] = [
    ("another format", ["formaat"], "leefgebieden-casus/2", "formaat"),
    ("a wrong type", ["notities", 3, "tekst"], 5, "notities[3].tekst"),
    ("an empty text", ["notities", 3, "tekst"], " \n", "notities[3].tekst"),
    ("an unknown key", ["notities", 2, "score"], 4, "notities[2].score"),
    ("an unknown key on top", ["clienten"], [], "clienten"),
    ("an unknown place", ["notities", 1, "plaatsen"], ["keuken"], "notities[1].plaatsen[0]"),
    ("an unknown question", ["notities", 1, "vraag"], "loket.hulp.z", "notities[1].vraag"),
    ("a label that is none", ["notities", 1, "wat"], ["slecht"], "notities[1].wat[0]"),
    ("a label twice", ["notities", 1, "wat"], ["kracht", "kracht"], "notities[1].wat"),
    (
        "a gesprek that is not there",
        ["notities", 1, "gesprek"],
        "0" * 8 + "-0000-4000-8000-" + "0" * 12,
        "notities[1].gesprek",
    ),
    ("an id in capitals", ["casus", "id"], "83CBFA69-7881-436A-BB5F-37AC2BAC50B3", "casus.id"),
    ("a day that does not exist", ["afspraken", 0, "uiterlijk"], "2026-02-31", "afspraken[0].uiterlijk"),
    ("a moment without its zone", ["casus", "gemaakt_op"], "2026-07-03T10:00:00", "casus.gemaakt_op"),
    (
        "a moment at the end of the calendar",
        ["notities", 0, "gemaakt_op"],
        "9999-12-31T23:30:00Z",
        "notities[0].gemaakt_op",
    ),
    (
        "a moment at its beginning",
        ["gesprekken", 0, "begonnen_op"],
        "0001-01-01T00:00:00Z",
        "gesprekken[0].begonnen_op",
    ),
    ("a day at its beginning", ["casus", "leeftijd_op"], "0001-01-01", "casus.leeftijd_op"),
    ("a day that a form refuses", ["afspraken", 0, "uiterlijk"], "2200-01-01", "afspraken[0].uiterlijk"),
    ("a year that a form refuses", ["notities", 0, "toen"], {"van": "2200"}, "notities[0].toen.van"),
    ("a month that a form refuses", ["notities", 0, "toen"], {"van": "2020", "tot": "2200-01"}, "notities[0].toen.tot"),
    ("an age that nobody has", ["casus", "leeftijd"], 400, "casus.leeftijd"),
    ("a truth for a number", ["casus", "leeftijd"], True, "casus.leeftijd"),
    ("a text that is too long", ["casus", "naam"], "x" * 81, "casus.naam"),
    ("a list for an object", ["casus"], [], "casus"),
    ("four things to mind", ["a4", "letten_op"], ["a", "b", "c", "d"], "a4.letten_op"),
]


@pytest.mark.parametrize(("path", "value", "place"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_a_wrong_file_is_refused_with_its_place(
    content: Content, ruw: dict[str, Any], path: list[str | int], value: Any, place: str
) -> None:
    at: Any = ruw
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    with pytest.raises(Vormfout) as fout:
        read_casusbestand(to_bytes(ruw), content)
    assert fout.value.plaats == place


def test_a_missing_key_is_named(content: Content, ruw: dict[str, Any]) -> None:
    del ruw["casus"]["soort"]
    with pytest.raises(Vormfout, match=r"casus\.soort: ontbreekt"):
        read_casusbestand(to_bytes(ruw), content)


def test_an_id_that_stands_twice_is_refused(content: Content, ruw: dict[str, Any]) -> None:
    ruw["notities"].append(ruw["notities"][0])
    with pytest.raises(Vormfout, match="dit staat er twee keer in"):
        read_casusbestand(to_bytes(ruw), content)


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (b"", "geen goede JSON"),
        (b"\xff\xfe{\x00}\x00", "geen UTF-8"),
        (b"[]", "één JSON-object"),
        (b'{"formaat": "x", "formaat": "y"}', "twee keer"),
        (b'{"formaat": NaN}', "kan hier niet staan"),
        (b'{"formaat": 1e999}', "kan hier niet staan"),
        (b'{"formaat": ' + b"9" * 100_000 + b"}", "te groot getal"),
        (b"[" * 100_000, "te diep genest"),
        (b'{"a":' * 100_000, "te diep genest"),
        (b" " * 20_000_001, "groter dan 20 MB"),
    ],
    ids=["empty", "utf-16", "a list", "double key", "nan", "infinity", "digits", "depth", "depth of objects", "size"],
)
def test_a_file_that_is_no_casus_at_all_gets_one_clear_line(content: Content, file: bytes, says: str) -> None:
    with pytest.raises(Vormfout, match=says) as fout:
        read_casusbestand(file, content)
    assert "\n" not in str(fout.value)


def test_characters_that_break_things_are_cleaned_away(content: Content, frans_bytes: bytes) -> None:
    ruw = json.loads(frans_bytes)
    ruw["notities"][0]["tekst"] = "a\x00b‮c\r\nd"
    file = json.dumps(ruw).replace('"a\\u0000b', '"\\ud800a\\u0000b').encode()
    assert read_casusbestand(file, content).notities[0].tekst == "ab[U+202E]c\nd"


@given(tekst=st.text(min_size=1, max_size=300))
def test_any_text_comes_back_the_same_the_second_time(tekst: str) -> None:
    from leefgebieden.domain.tekst import normalise_tekst

    once = normalise_tekst(tekst)
    assert normalise_tekst(once) == once
    once.encode("utf-8")


def test_what_we_wrote_ourselves_is_rebuilt_as_it_was(content: Content, frans_bytes: bytes) -> None:
    hele = read_casusbestand(frans_bytes, content)
    assert rebuild(HeleCasus, json.loads(json.dumps(to_plain(hele)))) == hele


def test_a_year_at_the_edge_is_read_and_what_is_kept_already_is_rebuilt_with_any_year(
    content: Content, ruw: dict[str, Any]
) -> None:
    ruw["afspraken"][0]["uiterlijk"] = "2199-12-31"
    ruw["notities"][0]["gemaakt_op"] = "1900-01-01T00:00:00Z"
    hele = read_casusbestand(to_bytes(ruw), content)
    Draft202012Validator(describe_casusbestand()).validate(ruw)
    kept = to_plain(hele)
    kept["afspraken"][0]["uiterlijk"] = "9999-12-31"
    assert rebuild(HeleCasus, kept).afspraken[0].uiterlijk == date(9999, 12, 31)


def test_the_schema_refuses_the_years_that_we_refuse(ruw: dict[str, Any]) -> None:
    for path, value in (
        (("casus", "gemaakt_op"), "9999-12-31T23:30:00Z"),
        (("afspraken", 0, "uiterlijk"), "2200-01-01"),
    ):
        wrong = deepcopy(ruw)
        at: Any = wrong
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = value
        assert not Draft202012Validator(describe_casusbestand()).is_valid(wrong), value
