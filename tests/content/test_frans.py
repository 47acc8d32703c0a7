"""The practice case carries every fact of the story, and says of each who says it (inhoud.md 3)."""

import json
import re
from typing import Any

import pytest

from leefgebieden.content.load import load_content
from leefgebieden.domain.casusbestand import read_casusbestand, write_casusbestand
from tests.content.feiten_frans import AANNAME, FEITEN, FRANS, HULPVERLENERS, MELDPUNT, RAPPORT, Feit

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@pytest.fixture(scope="module")
def raw() -> bytes:
    return load_content().oefencasussen["frans-van-noord"].bestand


@pytest.fixture(scope="module")
def frans(raw: bytes) -> dict[str, Any]:
    data = json.loads(raw)
    assert isinstance(data, dict)
    return data


def find(data: dict[str, Any], path: str) -> Any:
    """What stands at `notities[3].tekst`."""
    found: Any = data
    for step in re.findall(r"\w+", path):
        found = found[int(step)] if step.isdigit() else found[step]
    return found


def find_notitie(data: dict[str, Any], feit: Feit) -> dict[str, Any]:
    notitie = find(data, feit.waar.partition(".")[0])
    assert isinstance(notitie, dict)
    return notitie


def test_the_list_holds_93_facts_numbered_one_by_one() -> None:
    assert [feit.nr for feit in FEITEN] == list(range(1, 94))


@pytest.mark.parametrize("feit", FEITEN, ids=lambda feit: f"{feit.nr}")
def test_a_fact_stands_in_the_file(frans: dict[str, Any], feit: Feit) -> None:
    text = str(find(frans, feit.waar)).casefold()
    for woorden in feit.woorden:
        assert woorden.casefold() in text


@pytest.mark.parametrize("feit", [feit for feit in FEITEN if feit.wie == FRANS], ids=lambda feit: f"{feit.nr}")
def test_what_frans_says_himself_is_labelled_so(frans: dict[str, Any], feit: Feit) -> None:
    assert "zelf" in find_notitie(frans, feit)["van_wie"]


@pytest.mark.parametrize(
    "feit",
    [feit for feit in FEITEN if feit.wie in (MELDPUNT, RAPPORT, HULPVERLENERS)],
    ids=lambda feit: f"{feit.nr}",
)
def test_what_others_say_is_not_put_in_the_mouth_of_frans(frans: dict[str, Any], feit: Feit) -> None:
    assert find_notitie(frans, feit)["van_wie"] == ["ander"]


@pytest.mark.parametrize("feit", [feit for feit in FEITEN if feit.wie == AANNAME], ids=lambda feit: f"{feit.nr}")
def test_a_supposition_says_so_and_stays_off_the_a4(frans: dict[str, Any], feit: Feit) -> None:
    notitie = find_notitie(frans, feit)
    assert notitie["tekst"].startswith("Stel: ")
    assert notitie["op_a4"] == "nee"


def test_every_notitie_carries_a_fact_except_the_one_that_calls_itself_a_thought(frans: dict[str, Any]) -> None:
    told = {feit.waar for feit in FEITEN}
    rest = [notitie for nr, notitie in enumerate(frans["notities"]) if f"notities[{nr}].tekst" not in told]
    assert len(rest) == 1
    assert rest[0]["tekst"].startswith("Een gedachte van ons, geen feit: ")
    assert (rest[0]["van_wie"], rest[0]["wat"]) == (["gezien"], ["verklaart"])


def test_a_long_notitie_that_may_go_on_the_a4_has_a_short_sentence(frans: dict[str, Any]) -> None:
    for notitie in frans["notities"]:
        if notitie.get("op_a4") != "nee":
            assert len(notitie.get("korte_zin", notitie["tekst"])) <= 90, notitie["tekst"]


def test_all_four_leefgebieden_have_kracht_as_well_as_lastig(frans: dict[str, Any]) -> None:
    kaart = load_content().kaart
    found = {
        (kaart.leefgebied_of(plaats).key, wat)
        for notitie in frans["notities"]
        if notitie.get("op_a4") != "nee"
        for plaats in notitie.get("plaatsen", [])
        for wat in notitie.get("wat", [])
    }
    for leefgebied in kaart.by_key:
        assert {(leefgebied, "kracht"), (leefgebied, "lastig")} <= found


def test_some_notities_wait_to_be_sorted_and_some_have_no_label(frans: dict[str, Any]) -> None:
    notities = frans["notities"]
    assert len([notitie for notitie in notities if "plaatsen" not in notitie]) == 4
    assert any(not {"van_wie", "wanneer", "wat"} & set(notitie) for notitie in notities)


def test_the_a4_words_fit_their_places(frans: dict[str, Any]) -> None:
    a4 = frans["a4"]
    assert len(a4["letten_op"]) <= 3
    assert all(len(regel) <= 60 for regel in a4["letten_op"])
    assert len(a4["vraag_aan_team"]) <= 95
    assert all(len(afspraak["wat"]) <= 90 for afspraak in frans["afspraken"])


def test_one_afspraak_still_has_nobody(frans: dict[str, Any]) -> None:
    assert [afspraak["wat"] for afspraak in frans["afspraken"] if "wie" not in afspraak] == [
        "Bedenken of en hoe we de kerk benaderen"
    ]


def test_it_is_a_voorbeeld_and_every_id_is_its_own(frans: dict[str, Any]) -> None:
    assert frans["formaat"] == "leefgebieden-casus/1"
    assert frans["casus"]["soort"] == "voorbeeld"
    parts = ("gesprekken", "notities", "openvragen", "netwerk", "afspraken")
    ids = [frans["casus"]["id"], *(item["id"] for part in parts for item in frans[part])]
    assert len(set(ids)) == len(ids)
    assert all(ID.fullmatch(key) for key in ids)


def test_the_file_is_written_as_an_export_is(raw: bytes, frans: dict[str, Any]) -> None:
    assert raw == (json.dumps(frans, ensure_ascii=False, indent=2) + "\n").encode()


def test_read_and_written_again_it_is_the_same_file(raw: bytes) -> None:
    assert write_casusbestand(read_casusbestand(raw, load_content())) == raw
