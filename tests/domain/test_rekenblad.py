"""A cell in a file for a spreadsheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leefgebieden.domain.rekenblad import arm, disarm


@pytest.mark.parametrize("cel", ["=1+1", "+31 20", "-", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＠x"])
def test_what_looks_like_a_formula_is_text(cel: str) -> None:
    assert disarm(cel) == f"'{cel}"


@pytest.mark.parametrize("cel", ["'t Trefpunt", "De Brug", "", "1 = 1"])
def test_what_does_not_is_left_alone(cel: str) -> None:
    assert disarm(cel) == arm(cel) == cel


@given(st.text(alphabet="'=+-@\t＝a", max_size=6))
def test_it_comes_back_as_it_was(cel: str) -> None:
    assert arm(disarm(cel)) == cel
