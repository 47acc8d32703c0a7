"""The time of a step, the sides of two groups, and the code that is read out loud."""

from datetime import timedelta

import pytest

from leefgebieden.content.model import Content, Werkgroep
from leefgebieden.domain.werkvorm import (
    CODE_LENGTE,
    CODE_TEKENS,
    count_minuten,
    divide_vraagtijd,
    fill_in,
    make_code,
    read_code,
    show_code,
    step_to,
    sum_minuten,
)


@pytest.mark.parametrize(
    ("vragen", "per_vraag", "samen"),
    [
        (6, timedelta(minutes=5), 30),
        (12, timedelta(minutes=5), 60),
        # the source's five minutes would take 100: everybody gets a turn
        (20, timedelta(minutes=3), 60),
        (13, timedelta(minutes=4, seconds=30), 60),
    ],
)
def test_everybody_has_a_turn_within_the_hour(content: Content, vragen: int, per_vraag: timedelta, samen: int) -> None:
    stap = content.werkvormen["samen-slimmer"].per_key["delen"]
    assert divide_vraagtijd(stap, vragen) == per_vraag
    assert count_minuten(stap, vragen) == samen
    assert per_vraag * vragen <= timedelta(minutes=60)


def test_without_a_question_the_step_has_its_own_time(content: Content) -> None:
    slimmer = content.werkvormen["samen-slimmer"]
    assert divide_vraagtijd(slimmer.per_key["delen"], 0) is None
    assert divide_vraagtijd(slimmer.per_key["vragen"], 8) is None
    assert count_minuten(slimmer.per_key["delen"]) == 60
    assert sum_minuten(slimmer) == (55, 95)


def test_two_groups_mirror_each_other() -> None:
    zin = "Wat kan [ander] toevoegen aan [eigen]?"
    assert fill_in(zin, Werkgroep("a", "A", "distantie", "nabijheid")) == "Wat kan nabijheid toevoegen aan distantie?"
    assert fill_in(zin, Werkgroep("b", "B", "nabijheid", "distantie")) == "Wat kan distantie toevoegen aan nabijheid?"
    assert "[" not in fill_in(zin, None)


def test_a_code_is_read_as_people_type_it() -> None:
    code = make_code()
    assert len(code) == CODE_LENGTE
    assert set(code) <= set(CODE_TEKENS)
    assert read_code(show_code(code).lower()) == code
    assert read_code(f" {code[:4]}-{code[4:]} ") == code
    assert make_code() != code


def test_the_steps_have_a_first_and_a_last(content: Content) -> None:
    slimmer = content.werkvormen["samen-slimmer"]
    assert step_to(slimmer, "introductie", -1) is None
    assert step_to(slimmer, "introductie", 1) == "vragen"
    assert step_to(slimmer, "terugkijken", 1) is None
