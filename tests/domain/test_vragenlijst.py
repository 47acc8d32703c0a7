"""Going through the vragenlijst: any order, blanks that stay visible, nothing asked twice."""

import pytest

from leefgebieden.content.load import load_content
from leefgebieden.content.model import Kanaal, Vraag
from leefgebieden.domain.begrip import find_begrippen
from leefgebieden.domain.vragenlijst import KORT_HOOGUIT, fill_in, find_antwoorden, find_stap, shorten_vraag
from tests.domain.maak import make_notitie

CONTENT = load_content()


@pytest.mark.parametrize("kanaal", Kanaal)
def test_going_on_from_the_first_question_passes_all_of_them(kanaal: Kanaal) -> None:
    lijst = CONTENT.vragenlijsten[kanaal]
    gezien = []
    vraag = lijst.vragen[0] if lijst.vragen else None
    while vraag is not None:
        gezien.append(vraag)
        _, fase, rij = vraag.key.split(".")
        stap = find_stap(lijst, fase, rij)
        assert stap is not None
        assert stap.vraag is vraag
        assert stap.fase.vragen[stap.nummer - 1] is vraag
        vraag = stap.volgende
    assert tuple(gezien) == lijst.vragen


def test_an_empty_cell_has_no_step() -> None:
    loket = CONTENT.vragenlijsten[Kanaal.LOKET]
    assert find_stap(loket, "kennismaken", "a") is None
    assert find_stap(loket, "persoon", "z") is None


def test_blanks_are_filled_in_and_what_is_missing_stays_to_be_seen() -> None:
    zin = fill_in("Ik ben [naam]. Wij [aanvullen].", {"naam": "Anja", "aanvullen": ""})
    assert zin == "Ik ben Anja. Wij [vul aan: wat jullie doen]."


def test_a_value_with_brackets_is_not_filled_in_again() -> None:
    assert fill_in("Ik ben [naam].", {"naam": "[loket]", "loket": "West"}) == "Ik ben [loket]."


@pytest.mark.parametrize("vraag", CONTENT.vragen.values(), ids=lambda vraag: vraag.key)
def test_every_question_has_a_short_form_of_whole_sentences(vraag: Vraag) -> None:
    tekst = vraag.tekst
    kort = shorten_vraag(tekst)
    assert tekst.startswith(kort)
    assert kort[-1] in ".?!"
    assert len(kort) <= KORT_HOOGUIT


def test_the_same_question_at_another_kanaal_is_an_answer_too() -> None:
    telefoon = make_notitie("Rust.", vraag="telefoon.persoon.a")
    anders = make_notitie("Bellen.", vraag="loket.persoon.b")
    assert find_antwoorden([telefoon, anders], "eropaf.persoon.a") == (telefoon,)


def test_an_abbreviation_is_found_as_a_whole_word_only() -> None:
    begrippen = CONTENT.kaart.begrippen
    assert [b.afkorting for b in find_begrippen(["(dreigende) ots, geld en goed"], begrippen)] == ["ots"]
    assert [b.afkorting for b in find_begrippen(["kinderbijslag, ed"], begrippen)] == ["ed"]
