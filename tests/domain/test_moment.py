"""A time on the clock in the Netherlands, as a moment."""

from datetime import UTC, date, datetime, time

from leefgebieden.domain.datum import make_moment, write_tijd


def test_summer_is_two_hours_ahead_and_winter_one() -> None:
    assert make_moment(date(2026, 7, 3), time(14, 30)) == datetime(2026, 7, 3, 12, 30, tzinfo=UTC)
    assert make_moment(date(2026, 1, 3), time(14, 30)) == datetime(2026, 1, 3, 13, 30, tzinfo=UTC)


def test_an_hour_that_the_clock_skips_counts_on_from_the_hour_before() -> None:
    assert write_tijd(make_moment(date(2026, 3, 29), time(2, 30))) == "03:30"


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    assert make_moment(date(2026, 10, 25), time(2, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
