"""What is refused as a password, and what is not asked."""

import pytest

from leefgebieden.content.wachtwoorden.veelgebruikt import is_veelgebruikt, load_woorden
from leefgebieden.domain.wachtwoord import judge_wachtwoord

EIGEN = ("Anja", "anja@team.test", "anja", "team.test")


def judge(wachtwoord: str) -> str:
    return judge_wachtwoord(wachtwoord, is_veelgebruikt, EIGEN)


@pytest.mark.parametrize(
    "wachtwoord",
    [
        "vier losse woorden hier",
        "jgkwpqns",
        "regen op het dak",
        "ÉÉN lampje brandt",
        "        x y z q",
        "kL9#zzTq",
        "日本語のパスワード",
    ],
)
def test_long_and_not_common_is_enough(wachtwoord: str) -> None:
    assert judge(wachtwoord) == ""


@pytest.mark.parametrize(
    "wachtwoord",
    [
        *("password", "Password1!", "P@ssw0rd", "wachtwoord", "W@chtwoord1", "welkom01", "Welkom123!", "Welkom2026"),
        *("zomer2026", "Zomer2025!", "januari24", "ajax1234", "feyenoord", "iloveyou", "qwertyui", "1qaz2wsx"),
        *("12345678", "87654321", "11111111", "abcabcabc", "aaaaaaab", "14071987", "14-07-1987", "lisalisa"),
        *("amsterdam020", "leefgebieden", "Gemeente2026!", "tijger123", "abcdefgh"),
    ],
)
def test_what_everybody_tries_first_is_refused(wachtwoord: str) -> None:
    assert "gebruiken veel mensen" in judge(wachtwoord)


@pytest.mark.parametrize("wachtwoord", ["", "kort", "zeven77"])
def test_short_is_refused(wachtwoord: str) -> None:
    assert "te kort" in judge(wachtwoord)


def test_more_than_200_signs_is_refused_before_it_costs_anything() -> None:
    assert "te lang" in judge("ab cd ef " * 30)


@pytest.mark.parametrize("wachtwoord", ["anja@team.test", "Anja@Team.test1", "team.test2"])
def test_the_own_address_is_refused(wachtwoord: str) -> None:
    assert "lijkt op" in judge(wachtwoord)


def test_the_list_is_in_small_letters_and_has_hundreds_of_words() -> None:
    assert len(load_woorden()) > 500
    assert all(woord == woord.casefold() for woord in load_woorden())
