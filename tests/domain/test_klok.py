"""A clock that jumps is seen, however many lines were written after it."""

from datetime import UTC, datetime, timedelta

import pytest

from leefgebieden.domain.klok import find_sprong

BEGIN = datetime(2026, 7, 14, 10, tzinfo=UTC)
MAAND = timedelta(days=31)


def days(*numbers: int) -> list[datetime]:
    return [BEGIN + timedelta(days=number) for number in numbers]


def test_time_that_just_went_on_is_no_jump() -> None:
    assert find_sprong(days(0, 1, 20, 40, 71), BEGIN + timedelta(days=80), hooguit=MAAND) is None
    assert find_sprong([], BEGIN, hooguit=MAAND) is None


@pytest.mark.parametrize(
    ("lines", "now", "jump"),
    [
        ((0, 1), 3650, (1, 3650)),
        ((0, 1, 3650, 3651, 3652), 3652, (1, 3650)),
        ((0, 3650, 3650), 1, (0, 3650)),
        ((3650, 3651), 1, (3651, 1)),
        ((0,), 32, (0, 32)),
    ],
)
def test_a_gap_forward_or_back_is_named(lines: tuple[int, ...], now: int, jump: tuple[int, int]) -> None:
    assert find_sprong(days(*lines), BEGIN + timedelta(days=now), hooguit=MAAND) == tuple(days(*jump))
