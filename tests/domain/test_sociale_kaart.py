"""A list for the sociale kaart is read whole or not at all, and what is wrong is said with its line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leefgebieden.domain.sociale_kaart import (
    REGELS_HOOGUIT,
    Kaartplek,
    find_plekken,
    make_plek,
    make_vinder,
    read_lijst,
    sort_plekken,
    write_lijst,
)
from leefgebieden.domain.vorm import Id

DAG = date(2026, 7, 14)


def make(naam: str, **velden: str) -> Kaartplek:
    return Kaartplek(id=Id(naam), nagekeken_op=DAG, naam=naam, waarvoor=velden.pop("waarvoor", "eten"), **velden)


def test_the_columns_may_stand_in_any_order_with_any_usual_mark() -> None:
    for teken in ";,\t":
        lijst = read_lijst(
            "\n".join(
                teken.join(rij)
                for rij in (
                    ("Waarvoor", "Naam", "Vraag naar"),
                    ("koffie en praten", "Buurthuis De Brug", "Hassan"),
                    ("", "", ""),
                    ("eten", "Voedselbank", ""),
                )
            )
        )
        assert lijst.fouten == ()
        assert [(regel["naam"], regel["waarvoor"], regel["vraag naar"]) for regel in lijst.regels] == [
            ("Buurthuis De Brug", "koffie en praten", "Hassan"),
            ("Voedselbank", "eten", ""),
        ]


def test_a_cell_may_hold_the_mark_and_line_ends() -> None:
    lijst = read_lijst('naam;waarvoor;open\n"Brug; het buurthuis";praten;"ma 9-12\ndo 9-12"\n')
    assert lijst.regels[0]["naam"] == "Brug; het buurthuis"
    assert lijst.regels[0]["open"] == "ma 9-12 do 9-12"


@pytest.mark.parametrize(
    ("ruw", "fout"),
    [
        ("", "Er staat niets in de lijst."),
        (";;", "Er staat niets in de lijst."),
        (f'naam;waarvoor\n"{"x" * 140_000};eten', "Ergens staat een aanhalingsteken open"),
        ("naam;waarvoor", "Onder de namen van de kolommen staat nog niets."),
        ("naam;bsn\nBrug;1", "De kolom “bsn” kennen we niet."),
        ("naam;open\nBrug;ma", "De kolom naam of waarvoor ontbreekt."),
        ("naam;naam;waarvoor\na;b;c", "Een kolom staat er twee keer."),
        ("naam;waarvoor\nBrug;eten\n;drinken", "Regel 3: naam is leeg."),
        ("naam;waarvoor\nBrug;", "Regel 2: waarvoor is leeg."),
        ("naam;waarvoor\nBrug;eten;nog wat", "Regel 2: er staan meer kolommen dan in de eerste regel."),
        ("naam;waarvoor\nBrug;eten\nbrug;praten", "Regel 3: deze naam staat er twee keer."),
        (f"naam;waarvoor\n{'x' * 81};eten", "Regel 2: naam is te lang: 81 tekens, er passen er 80."),
        ("naam;waarvoor\n" + "a;b\n" * (REGELS_HOOGUIT + 1), "De lijst heeft 1001 regels. Er passen er 1000."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_read(ruw: str, fout: str) -> None:
    lijst = read_lijst(ruw)
    assert lijst.regels == ()
    assert any(een.startswith(fout) for een in lijst.fouten), lijst.fouten


@given(st.text(max_size=300))
def test_no_text_is_too_strange_to_answer(ruw: str) -> None:
    lijst = read_lijst(ruw)
    assert bool(lijst.regels) != bool(lijst.fouten)


def test_what_was_written_is_read_back_also_a_telephone_number_and_a_formula() -> None:
    plekken = [make("Brug", telefoon="+31 20 1234567"), make("=1+1", open='ma "vroeg"; do')]
    lijst = read_lijst("\ufeff" + write_lijst(plekken))
    assert [make_plek(regel, Id(regel["naam"]), DAG) for regel in lijst.regels] == plekken
    assert "'=1+1" in write_lijst(plekken)


def test_every_word_counts_and_accents_do_not() -> None:
    plekken = sort_plekken([make("Één voor Allen", waarvoor="samen koken"), make("Brug", waarvoor="koken")])
    assert [plek.naam for plek in plekken] == ["Brug", "Één voor Allen"]
    assert [plek.naam for plek in find_plekken(plekken, "KOKEN een")] == ["Één voor Allen"]
    assert find_plekken(plekken, "") == plekken
    vind = make_vinder(plekken)
    assert vind(" een  voor allen") is plekken[1]
    assert vind("allen") is None
