"""The queue in front of the one writer: everybody gets his turn, and nobody keeps it who is gone."""

import multiprocessing
import os
import signal
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from leefgebieden.store import wachtrij
from leefgebieden.store.wachtrij import Wachtrij


def count_up(rij: Path, teller: Path, keren: int) -> None:
    """Read a number and write the next one: two at a time lose counts."""
    queue = Wachtrij(rij)
    for _ in range(keren):
        with queue.turn():
            nummer = int(teller.read_text())
            time.sleep(0.0005)
            teller.write_text(str(nummer + 1))


def hold_for_ever(rij: Path, klaar: Path) -> None:
    with Wachtrij(rij).turn():
        klaar.touch()
        time.sleep(600)


def test_one_at_a_time_over_threads_and_processes(tmp_path: Path) -> None:
    rij, teller = tmp_path / "rij", tmp_path / "teller"
    teller.write_text("0")
    anderen = [multiprocessing.get_context("spawn").Process(target=count_up, args=(rij, teller, 40)) for _ in range(2)]
    for ander in anderen:
        ander.start()
    hier = Wachtrij(rij)

    def count_here() -> None:
        for _ in range(20):
            with hier.turn():
                nummer = int(teller.read_text())
                time.sleep(0.0005)
                teller.write_text(str(nummer + 1))

    draden = [threading.Thread(target=count_here) for _ in range(6)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    for ander in anderen:
        ander.join()
        assert ander.exitcode == 0
    assert teller.read_text() == str(2 * 40 + 6 * 20)


def test_who_is_killed_lets_go(tmp_path: Path) -> None:
    rij, klaar = tmp_path / "rij", tmp_path / "klaar"
    houder = multiprocessing.get_context("spawn").Process(target=hold_for_ever, args=(rij, klaar))
    houder.start()
    while not klaar.exists():
        time.sleep(0.01)
    assert houder.pid is not None
    os.kill(houder.pid, signal.SIGKILL)
    houder.join()
    with Wachtrij(rij).turn():
        pass


def test_who_waits_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wachtrij, "WACHT_HOOGUIT", 0.05)
    een, ander = Wachtrij(tmp_path / "rij"), Wachtrij(tmp_path / "rij")
    with een.turn(), pytest.raises(OperationalError, match="database is locked"), ander.turn():
        pass
    with een.turn():
        pass


def test_a_turn_ends_when_the_body_fails(tmp_path: Path) -> None:
    rij = Wachtrij(tmp_path / "rij")
    with pytest.raises(ZeroDivisionError), rij.turn():
        raise ZeroDivisionError
    with rij.turn():
        pass
