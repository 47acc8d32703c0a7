"""The brake on guessing: it rises, and it always lets go."""

from datetime import UTC, datetime, timedelta

import pytest

from leefgebieden.domain.rem import LANGST, VERGEET_NA, count_mislukt, wait_after, write_wacht


def test_the_first_tries_are_free_and_then_the_wait_doubles_up_to_a_quarter_of_an_hour() -> None:
    waits = [wait_after(mislukt, 5) for mislukt in range(40)]
    assert waits[:5] == [timedelta(0)] * 5
    assert waits[5:8] == [timedelta(seconds=5), timedelta(seconds=10), timedelta(seconds=20)]
    assert waits == sorted(waits)
    assert waits[-1] == LANGST == timedelta(minutes=15)
    assert wait_after(10**9, 5) == LANGST


def test_after_a_day_all_is_forgotten() -> None:
    toen = datetime(2026, 7, 14, tzinfo=UTC)
    assert count_mislukt(50, toen, toen + VERGEET_NA) == 0
    assert count_mislukt(50, toen, toen + VERGEET_NA - timedelta(seconds=1)) == 50


@pytest.mark.parametrize(
    ("wacht", "woorden"),
    [(0.2, "1 seconde"), (39.1, "40 seconden"), (60, "60 seconden"), (61, "2 minuten"), (900, "15 minuten")],
)
def test_the_wait_is_said_in_words_and_never_too_short(wacht: float, woorden: str) -> None:
    assert write_wacht(timedelta(seconds=wacht)) == woorden
