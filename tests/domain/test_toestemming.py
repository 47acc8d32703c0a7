"""Consent counts from the day it was given to the day it ends, and not from the day it is taken back."""

from datetime import date, timedelta

import pytest

from leefgebieden.domain.toestemming import Toestemming, list_bijna_voorbij, may_share
from leefgebieden.domain.vorm import Id

BEGIN, EIND = date(2026, 7, 1), date(2026, 7, 31)


def make(met_wie: str = "De woningbouw", ingetrokken_op: date | None = None, tot: date = EIND) -> Toestemming:
    return Toestemming(Id("a" * 36), met_wie, "de huur", gegeven_op=BEGIN, tot=tot, ingetrokken_op=ingetrokken_op)


@pytest.mark.parametrize(
    ("dag", "mag"),
    [
        (BEGIN - timedelta(days=1), False),
        (BEGIN, True),
        (EIND, True),
        (EIND + timedelta(days=1), False),
    ],
)
def test_the_first_and_the_last_day_count(dag: date, mag: bool) -> None:
    assert may_share([make()], "De woningbouw", dag) is mag


def test_on_the_day_it_is_taken_back_it_counts_no_more() -> None:
    ingetrokken = make(ingetrokken_op=date(2026, 7, 14))
    assert may_share([ingetrokken], "De woningbouw", date(2026, 7, 13))
    assert not may_share([ingetrokken], "De woningbouw", date(2026, 7, 14))


def test_a_name_is_the_same_however_it_is_written_and_another_is_another() -> None:
    assert may_share([make("Woningbouw José")], "woningbouw jose", BEGIN)
    assert not may_share([make()], "De wijkagent", BEGIN)
    assert not may_share([], "De woningbouw", BEGIN)


def test_two_weeks_before_the_end_it_is_told() -> None:
    straks, later = make(tot=date(2026, 7, 28)), make("Later", tot=date(2026, 7, 29))
    weg = make("Weg", tot=date(2026, 7, 20), ingetrokken_op=date(2026, 7, 10))
    assert list_bijna_voorbij([later, straks, weg], date(2026, 7, 14)) == [straks]
