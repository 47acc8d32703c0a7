"""How long one stays signed in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from leefgebieden.domain.sessie import Plek, Sessie, choose_slot, name_apparaat

TOEN = datetime(2026, 7, 14, 10, 0, tzinfo=UTC)
SESSIE = Sessie("s", "m", TOEN, TOEN, TOEN, Plek.ONDERWEG, 5, "telefoon")


def test_it_locks_after_its_minutes_and_not_before() -> None:
    assert not SESSIE.must_lock(TOEN + timedelta(minutes=5))
    assert SESSIE.must_lock(TOEN + timedelta(minutes=5, seconds=1))
    assert not replace(SESSIE, vergrendeld_op=TOEN).must_lock(TOEN + timedelta(hours=1))


def test_it_ends_after_its_hours_however_busy() -> None:
    assert not SESSIE.is_over(TOEN + timedelta(hours=7, minutes=59), 8)
    assert replace(SESSIE, laatst_gezien=TOEN + timedelta(hours=8)).is_over(TOEN + timedelta(hours=8), 8)


@pytest.mark.parametrize(("gekozen", "slot"), [(None, 5), (3, 3), (5, 5), (60, 5), (0, 1), (-4, 1)])
def test_a_worker_may_only_shorten(gekozen: int | None, slot: int) -> None:
    assert choose_slot(gekozen, 5) == slot


@pytest.mark.parametrize(
    ("user_agent", "apparaat"),
    [
        ("Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/156.0 Mobile Safari/537.36", "telefoon"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)", "telefoon"),
        ("Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X)", "tablet"),
        ("Mozilla/5.0 (Linux; Android 15; SM-X710) Chrome/156.0 Safari/537.36", "tablet"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "computer"),
        ("", "apparaat"),
        ("<script>alert(1)</script>" * 100, "apparaat"),
    ],
)
def test_a_device_is_named_in_a_neutral_word(user_agent: str, apparaat: str) -> None:
    assert name_apparaat(user_agent) == apparaat
