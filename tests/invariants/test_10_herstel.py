"""Invariant 10: a restore that was tried. Backup + key material -> a running app, with the same counts and hashes, and a new epoch.

Somebody works, a backup is made, everything burns but the folder with the backups and two sheets of paper. On a new machine
the app starts, she signs in, and reads what she wrote.
"""

import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.invariants.test_1_bewaard_is_bewaard import FRANS, Visitor, start
from tests.journeys.server import environment, free_port, make_demo

WOORDEN = "Hij bakt elke zondag een appeltaart."


def give(folder: Path, *command: str) -> str:
    """A command, as who looks after the machine gives it."""
    done = subprocess.run(
        [sys.executable, "-m", "leefgebieden", *command],
        env=environment(folder),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def read_feiten(folder: Path) -> tuple[dict[str, int], str]:
    """How many rows every table has, and the epoch."""
    (bestand,) = (folder / "instance").glob("*.sqlite3")
    connection = sqlite3.connect(bestand)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    counts = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
    epoch = connection.execute("SELECT waarde FROM instantie WHERE naam = 'server_epoch'").fetchone()[0]
    connection.close()
    return counts, epoch


def write_notitie(visitor: Visitor) -> None:
    address = f"/mensen/{FRANS}/notities/nieuw"
    fields = {name: visitor.read_hidden(address, name) for name in ("csrf_token", "id")}
    assert visitor.ask("POST", address, {**fields, "tekst": WOORDEN})[0] == 303


def test_backup_and_paper_make_a_running_app_with_the_same_counts_and_hashes_and_a_new_epoch(tmp_path: Path) -> None:
    old, new, safe = tmp_path / "oud", tmp_path / "nieuw", tmp_path / "kluis"
    jan = make_demo(old)[0]
    give(old, "print-herstelblad", str(safe / "papier"))
    port = free_port()
    process = start(old, port)
    try:
        visitor = Visitor(port)
        visitor.sign_in(jan)
        write_notitie(visitor)
        give(old, "backup", str(safe / "kopie"))  # while the app runs
    finally:
        process.kill()
        process.wait()
    counts, epoch = read_feiten(old)
    shutil.rmtree(old)

    new.mkdir()
    papers = sorted(str(half) for half in (safe / "papier").iterdir())
    give(new, "restore-sleutel", *papers, "--kluis", str(safe / "kopie" / "herstel.kluis"))
    (made,) = (safe / "kopie").glob("*.reserve")
    assert "Hersteld naar" in give(new, "restore", str(made))
    counts_after, epoch_after = read_feiten(new)
    assert epoch_after != epoch
    # the line of the backup itself is lost, and the restore wrote one of its own; the rest of the differences are facts
    assert counts_after["logboek"] == counts["logboek"]
    assert {n: c for n, c in counts_after.items() if n not in {"instantie"}} == {
        n: c for n, c in counts.items() if n not in {"instantie"}
    }
    assert "Het logboek is heel" in give(new, "verify-logboek")
    said = give(new, "drill", str(made), "--herstelblad", *papers)
    assert re.search(r"Hersteltest met het herstelblad gelukt: .* rijen gelijk, \d+ waarden geopend", said)

    port = free_port()
    process = start(new, port)
    try:
        old_session = Visitor(port)
        old_session.cookies = dict(visitor.cookies)
        assert old_session.ask("GET", f"/mensen/{FRANS}")[0] != 200, "sessions ended"
        again = Visitor(port)
        again.sign_in(jan)
        status, page = again.ask("GET", f"/mensen/{FRANS}")
        assert status == 200
        assert WOORDEN in page
        write_notitie(again)
    finally:
        process.kill()
        process.wait()
