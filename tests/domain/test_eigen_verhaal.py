"""A story of a docent: typed in pieces, shared as a file, and a wrong file is refused with its place."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leefgebieden.actions.verhaalbestand import FORMAAT, VerhaalFout, read_bestand, write_bestand
from leefgebieden.content.model import Content, Kanaal, Keerpunt, Zienswijze
from leefgebieden.domain.casusbestand import read_casusbestand
from leefgebieden.domain.eigen_verhaal import (
    EigenVerhaal,
    change_stukken,
    make_verhaal,
    make_voorbeeld,
    put_keerpunt,
    read_stukken,
    write_stukken,
)
from leefgebieden.domain.vorm import Id

TEKST = "# Aan de deur\n\nHij doet open.\nHij zegt niets.\n\nEr ligt post.\n\n# Een week later\n\nHij belt."
OP = datetime(2026, 7, 14, 10, 0, tzinfo=UTC)
NIEUW = Id("c0de0000-0000-4000-8000-0000000000ff")


def make(content: Content) -> EigenVerhaal:
    verhaal = make_verhaal(NIEUW, OP, titel="Wim", naam="Wim", kanaal=Kanaal.EROPAF, wanneer="Wim doet open.")
    oefening = change_stukken(verhaal.oefening, read_stukken(TEKST))
    wijzen = tuple(Zienswijze(wie, "Wachten", ("Het is zijn deur",), "bakens/eropaf") for wie in ("Jan", "Esmé"))
    oefening = put_keerpunt(oefening, Keerpunt("", "aan-de-deur", "Blijf je?", "Blijf je staan?", wijzen))
    hele = read_casusbestand(content.oefencasussen["jayden-aan-het-loket"].bestand, content)
    return EigenVerhaal(NIEUW, OP, oefening, voorbeeld=make_voorbeeld(hele))


def test_a_text_becomes_pieces_and_back() -> None:
    stukken = read_stukken(TEKST)
    assert [(een.key, een.titel, een.alineas) for een in stukken] == [
        ("aan-de-deur", "Aan de deur", ("Hij doet open. Hij zegt niets.", "Er ligt post.")),
        ("een-week-later", "Een week later", ("Hij belt.",)),
    ]
    assert read_stukken(write_stukken(stukken)) == stukken
    assert [een.titel for een in read_stukken("Zonder kop.\n\n#\n\nTwee")] == ["Het verhaal", "Stuk 2"]
    assert read_stukken("# Alleen een kop") == ()


@given(st.text(max_size=400))
def test_any_text_becomes_pieces_with_keys_of_their_own(tekst: str) -> None:
    stukken = read_stukken(tekst)
    assert len({een.key for een in stukken}) == len(stukken)
    assert all(een.key and een.titel and een.alineas for een in stukken)


def test_a_question_stays_with_its_piece_and_goes_to_the_last_one_when_that_is_gone(content: Content) -> None:
    oefening = make(content).oefening
    anders = change_stukken(oefening, read_stukken("# Aan de deur\n\nAnders verteld.", oefening.fragmenten))
    assert anders.keerpunten[0].na == "aan-de-deur"
    weg = change_stukken(oefening, read_stukken("# Binnen\n\nHij zit.", oefening.fragmenten))
    assert weg.keerpunten[0].na == "binnen"


def test_what_is_shared_is_read_in_under_another_id(content: Content) -> None:
    verhaal = make(content)
    ander = Id("c0de0000-0000-4000-8000-0000000000aa")
    gelezen = read_bestand(write_bestand(verhaal), ander, OP, content)
    assert (gelezen.id, gelezen.oefening.key) == (ander, ander)
    assert gelezen.oefening.keerpunten == verhaal.oefening.keerpunten
    assert gelezen.voorbeeld == verhaal.voorbeeld
    assert gelezen.groepen == ()
    assert json.loads(write_bestand(gelezen)) == json.loads(write_bestand(verhaal))


@pytest.mark.parametrize(
    ("verander", "zin"),
    [
        (lambda heel: heel.update(formaat="anders"), FORMAAT),
        (lambda heel: heel.update(meer=1), "Verder niets"),
        (lambda heel: heel["verhaal"].pop("titel"), "titel ontbreekt"),
        (lambda heel: heel["verhaal"].update(kanaal="fax"), "kanaal"),
        (lambda heel: heel["verhaal"].update(fragmenten=[]), "minstens één stuk"),
        (lambda heel: heel["verhaal"]["keerpunten"][0].update(na="weg"), r"keerpunten\[0\].na"),
        (lambda heel: heel["verhaal"]["keerpunten"][0]["zienswijzen"].pop(), "minstens twee"),
        (
            lambda heel: heel["verhaal"]["keerpunten"][0]["zienswijzen"][0].update(leunt_op="bakens/x"),
            "staat op geen kaart",
        ),
        (lambda heel: heel["verhaal"]["fragmenten"][0].update(alineas=["x" * 41_000] * 9), "hooguit 40000 tekens"),
        (lambda heel: heel["voorbeeld"]["casus"].update(soort="echt"), "altijd een oefening"),
        (lambda heel: heel["voorbeeld"]["notities"][0].update(tekst=""), r"voorbeeld, notities\[0\].tekst"),
    ],
)
def test_a_file_that_is_not_right_is_refused_with_its_place(content: Content, verander: Any, zin: str) -> None:
    heel = json.loads(write_bestand(make(content)))
    verander(heel)
    with pytest.raises(VerhaalFout, match=zin):
        read_bestand(json.dumps(heel).encode(), NIEUW, OP, content)


@pytest.mark.parametrize("ruw", [b"", b"\xff\xfe", b"[" * 100_000, b"{}", b"[]", b" " * 1_000_001])
def test_what_is_no_story_at_all_is_refused(content: Content, ruw: bytes) -> None:
    with pytest.raises(VerhaalFout):
        read_bestand(ruw, NIEUW, OP, content)


def test_what_would_break_a_page_leaves_the_words_of_a_file(content: Content) -> None:
    heel = json.loads(write_bestand(make(content)))
    heel["verhaal"]["fragmenten"][0]["alineas"] = ["Hij zegt \u202e\x00niets", "<script>alert(1)</script>"]
    gelezen = read_bestand(json.dumps(heel).encode(), NIEUW, OP, content)
    assert gelezen.oefening.fragmenten[0].alineas == ("Hij zegt [U+202E]niets", "<script>alert(1)</script>")
