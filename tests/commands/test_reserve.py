"""`backup`, `restore` and `drill`: what they say, what they leave alone, and what is there after a stop at any moment."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from leefgebieden import create_app
from leefgebieden.cli import main
from leefgebieden.store.db import db, writing_options
from leefgebieden.store.migreren import NIEUWSTE, SCRIPTS
from tests.commands.opdracht import Instance, refuse

EERDER = [step.revision for step in ScriptDirectory(SCRIPTS).walk_revisions()][1]
"""The shape that the version before this one had."""


def read_frans(tmp_path: Path) -> bytes:
    """Frans as he is now, in a file of his own."""
    assert main(["export-casus", "Frans", "-o", str(tmp_path / "frans.json")]) == 0
    return (tmp_path / "frans.json").read_bytes()


def read_feit(instance: Instance, naam: str) -> str | None:
    connection = sqlite3.connect(instance.database)
    found = connection.execute("SELECT waarde FROM instantie WHERE naam = ?", (naam,)).fetchone()
    connection.close()
    return None if found is None else str(found[0])


def test_a_backup_says_where_it_is_and_what_is_in_it(capsys: pytest.CaptureFixture[str], instance: Instance) -> None:
    capsys.readouterr()
    made = instance.make_backup()
    said = capsys.readouterr().out
    assert str(made) in said
    assert re.search(r"\(\d+ rijen\)\.\n$", said)
    assert re.fullmatch(r"leefgebieden-\d{8}T\d{6}Z-[0-9a-f]{6}\.reserve", made.name)


def test_without_a_folder_it_goes_where_the_setting_says(
    instance: Instance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["backup"]) == 0
    assert len(list((instance.map / "reserve").glob("*.reserve"))) == 1
    monkeypatch.setenv("LEEFGEBIEDEN_RESERVE_DIR", str(tmp_path / "elders"))
    assert main(["backup"]) == 0
    assert len(list((tmp_path / "elders").glob("*.reserve"))) == 1


def test_it_comes_back_on_an_empty_machine_with_its_key(instance: Instance, tmp_path: Path) -> None:
    before = read_frans(tmp_path)
    made = instance.make_backup()
    shutil.rmtree(instance.map)
    assert main(["restore", str(made)]) == 0
    assert read_frans(tmp_path) == before
    assert main(["verify-logboek"]) == 0


def test_it_comes_back_on_an_empty_machine_with_paper_only(instance: Instance, tmp_path: Path) -> None:
    """Everything burnt but the folder with the backups, and two people have their sheet."""
    before = read_frans(tmp_path)
    bladen = instance.print_blad()
    made = instance.make_backup()
    shutil.rmtree(instance.map)
    shutil.rmtree(instance.sleutels)
    kluis = str(made.parent / "herstel.kluis")
    assert main(["restore-sleutel", *map(str, bladen), "--kluis", kluis]) == 0
    assert main(["restore", str(made)]) == 0
    assert read_frans(tmp_path) == before
    assert main(["verify-logboek"]) == 0
    assert main(["drill", str(made)]) == 0


def test_what_stands_there_is_not_overwritten_and_goes_aside_when_that_is_said(
    capsys: pytest.CaptureFixture[str], instance: Instance, tmp_path: Path
) -> None:
    before = read_frans(tmp_path)
    made = instance.make_backup()
    main(["add-medewerker", "later@team.test", "Later"])
    files = instance.list_files()
    assert "--over" in refuse(capsys, "restore", str(made))
    assert instance.list_files() == files
    assert main(["restore", str(made), "--over"]) == 0
    (aside,) = re.findall(r"staat in (\S+)\.", capsys.readouterr().out)
    connection = sqlite3.connect(aside)
    assert connection.execute("SELECT count(*) FROM medewerker WHERE email = 'later@team.test'").fetchone() == (1,)
    connection.close()
    assert "geen medewerker" in refuse(capsys, "set-wachtwoord", "later@team.test")
    assert read_frans(tmp_path) == before


def test_a_restore_is_a_new_epoch_and_everybody_signs_in_again(instance: Instance) -> None:
    connection = sqlite3.connect(instance.database)
    connection.execute(
        "INSERT INTO sessie SELECT id, 'h', id, gemaakt_op, gemaakt_op, gemaakt_op, 'kantoor', 15, 'computer', 0, NULL, 0, NULL"
        " FROM medewerker LIMIT 1"
    )
    connection.commit()
    connection.close()
    made = instance.make_backup()
    epoch = read_feit(instance, "server_epoch")
    assert main(["restore", str(made), "--over"]) == 0
    assert read_feit(instance, "server_epoch") != epoch
    assert read_feit(instance, "herstel_loopt") is None
    connection = sqlite3.connect(instance.database)
    assert connection.execute("SELECT count(*) FROM sessie WHERE afgesloten_op IS NULL").fetchone() == (0,)
    connection.close()


def test_the_logboek_tells_of_the_lines_that_were_lost_and_is_whole(
    capsys: pytest.CaptureFixture[str], instance: Instance, tmp_path: Path
) -> None:
    made = instance.make_backup()
    main(["add-medewerker", "later@team.test", "Later"])
    main(["anker"])
    capsys.readouterr()
    main(["anker"])
    (tmp_path / "elders.txt").write_text(capsys.readouterr().out)
    assert main(["restore", str(made), "--over"]) == 0
    for options in ([], ["--anker", str(tmp_path / "elders.txt")]):
        capsys.readouterr()
        assert main(["verify-logboek", *options]) == 0
        said = capsys.readouterr().out
        assert "is een reservekopie teruggezet" in said
        assert "ankers van die regels tellen niet mee" in said
    # that excuse is for a restore only: a tail that is cut off now is found
    main(["add-medewerker", "nog@team.test", "Nog"])
    main(["anker"])
    connection = sqlite3.connect(instance.database)
    connection.execute("DROP TRIGGER logboek_niet_wissen")
    connection.execute("DELETE FROM logboek WHERE nummer = (SELECT max(nummer) FROM logboek)")
    connection.commit()
    connection.close()
    assert main(["verify-logboek"]) == 1


def test_a_mark_among_the_anchors_alone_excuses_nothing(capsys: pytest.CaptureFixture[str], instance: Instance) -> None:
    """Who cuts off the tail and writes the mark himself lacks the line in the chain that a restore writes."""
    main(["add-medewerker", "later@team.test", "Later"])
    main(["anker"])
    ankers = instance.sleutels / "ankers.txt"
    connection = sqlite3.connect(instance.database)
    connection.execute("DROP TRIGGER logboek_niet_wissen")
    connection.execute("DELETE FROM logboek WHERE nummer = (SELECT max(nummer) FROM logboek)")
    connection.commit()
    op, nummer, hash_ = connection.execute(
        "SELECT date(op), nummer, hash FROM logboek ORDER BY nummer DESC LIMIT 1"
    ).fetchone()
    connection.close()
    ankers.write_text(ankers.read_text() + f"{op} {nummer} {hash_} hersteld\n")
    assert main(["verify-logboek"]) == 1
    assert "is er niet" in capsys.readouterr().out


@pytest.mark.parametrize("what", ["weg", "anders"])
def test_a_key_that_is_missing_or_wrong_is_named_and_nothing_changes(
    capsys: pytest.CaptureFixture[str], instance: Instance, what: str
) -> None:
    made = instance.make_backup()
    (sleutel,) = instance.sleutels.glob("reserve-*")
    sleutel.unlink() if what == "weg" else sleutel.write_bytes(bytes(32))
    files = instance.list_files()
    said = refuse(capsys, "restore", str(made), "--over")
    assert sleutel.stem.removeprefix("reserve-") in said
    assert {"weg": "ontbreekt", "anders": "past niet"}[what] in said
    assert instance.list_files() == files


def damage(made: Path, what: str) -> Path:
    """A backup with something wrong with it."""
    broken = made.with_name("stuk.reserve")
    whole = made.read_bytes()
    if what == "van een nieuwere versie":
        with zipfile.ZipFile(made) as source, zipfile.ZipFile(broken, "w") as target:
            for one in source.namelist():
                target.writestr(one, source.read(one).replace(f'"schema": "{NIEUWSTE}"'.encode(), b'"schema": "9999"'))
        return broken
    with zipfile.ZipFile(made) as opened:
        place = opened.getinfo("notitie.jsonl").header_offset + 500
    broken.write_bytes(
        {
            "een bit om": whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :],
            "afgekapt": whole[: len(whole) // 2],
            "leeg": b"",
            "iets anders": b"%PDF-1.7",
        }[what]
    )
    return broken


@pytest.mark.parametrize("what", ["een bit om", "afgekapt", "leeg", "iets anders", "van een nieuwere versie", "weg"])
def test_a_file_that_is_no_good_is_named_and_nothing_changes(
    capsys: pytest.CaptureFixture[str], instance: Instance, what: str
) -> None:
    made = instance.make_backup()
    broken = made.with_name("nergens.reserve") if what == "weg" else damage(made, what)
    files = instance.list_files()
    assert broken.name in refuse(capsys, "restore", str(broken), "--over")
    assert instance.list_files() == files


def test_a_database_that_is_in_use_is_not_taken_away(capsys: pytest.CaptureFixture[str], instance: Instance) -> None:
    made = instance.make_backup()
    connection = sqlite3.connect(instance.database)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("SELECT count(*) FROM medewerker").fetchone()
    files = instance.list_files()
    assert "Stop eerst de app" in refuse(capsys, "restore", str(made), "--over")
    connection.close()
    assert instance.list_files().keys() >= files.keys()
    assert not list(instance.map.glob("*.nieuw*"))
    assert main(["restore", str(made), "--over"]) == 0


def test_a_drill_leaves_nothing_behind_and_tells_what_it_compared(
    capsys: pytest.CaptureFixture[str], instance: Instance
) -> None:
    made = instance.make_backup()
    capsys.readouterr()
    names = sorted(instance.list_files())
    (instance.sleutels / ".drill-kapot").mkdir()
    (instance.sleutels / ".drill-kapot" / "kek-000001-00000000.sleutel").write_bytes(bytes(32))
    assert main(["drill"]) == 0
    said = capsys.readouterr().out
    assert re.match(rf"Hersteltest gelukt: {made.name} van .*, \d+ rijen gelijk, \d+ waarden geopend\.\n$", said)
    assert sorted(instance.list_files()) == names
    assert read_feit(instance, "hersteltest_op") is not None
    assert main(["drill", str(made.parent)]) == 0
    assert main(["drill", str(made)]) == 0


def test_a_drill_with_the_paper_is_written_down_with_the_sheet(
    capsys: pytest.CaptureFixture[str], instance: Instance
) -> None:
    oud = instance.print_blad("oud")
    bladen = instance.print_blad("nieuw")
    made = instance.make_backup()
    assert "gaat open met herstelblad" in refuse(capsys, "drill", "--herstelblad", *map(str, oud))
    assert main(["drill", str(made), "--herstelblad", *map(str, bladen)]) == 0
    connection = sqlite3.connect(instance.database)
    tested = connection.execute("SELECT getest_op FROM herstelblad ORDER BY gemaakt_op").fetchall()
    connection.close()
    assert [one is not None for (one,) in tested] == [False, True]


def test_a_drill_that_fails_is_said_and_told_in_the_logboek(
    capsys: pytest.CaptureFixture[str], instance: Instance
) -> None:
    made = instance.make_backup()
    broken = damage(made, "een bit om")
    assert broken.name in refuse(capsys, "drill", str(broken))
    connection = sqlite3.connect(instance.database)
    last = connection.execute("SELECT actie, uitslag FROM logboek ORDER BY nummer DESC LIMIT 1").fetchone()
    connection.close()
    assert last == ("hersteltest gedaan", "fout")
    assert read_feit(instance, "hersteltest_op") is None


BACKUP = """
import os, signal, sys
from pathlib import Path
from leefgebieden import create_app
from leefgebieden.actions.reserve import make_backup
app = create_app()
with app.app_context():
    for step in make_backup(app.extensions["context"], Path(sys.argv[2])):
        if step == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGKILL)
"""
RESTORE = """
import os, signal, sys
from pathlib import Path
from leefgebieden import create_app
from leefgebieden.actions.reserve import restore
from leefgebieden.commands.reserve import working_elders
from leefgebieden.store import opstarten
from leefgebieden.store.reservebestand import Reservebestand
from leefgebieden.store.terugzetten import find_sleutel

def stop(step):
    if step == sys.argv[1]:
        os.kill(os.getpid(), signal.SIGKILL)

finish = opstarten.finish_herstel
def finish_step_by_step(nu):
    for step in finish(nu):
        stop(step)
        yield step
opstarten.finish_herstel = finish_step_by_step

app = create_app()
with app.app_context(), Reservebestand(Path(sys.argv[2])) as bestand:
    elders = lambda uri: working_elders(app, SQLALCHEMY_DATABASE_URI=uri)
    for step in restore(app.extensions["context"], bestand, find_sleutel(bestand), elders, over=True):
        stop(step)
"""


def kill_at(code: str, step: str, what: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code, step, str(what)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
        timeout=120,
    )
    assert done.returncode == -signal.SIGKILL, f"it did not come to {step}"


@pytest.mark.parametrize("step", ["sleutel", "geschreven", "nagelezen", "geopend", "benoemd", "opgeschreven"])
def test_a_backup_that_is_killed_at_any_moment_is_whole_or_is_called_half(instance: Instance, step: str) -> None:
    first = instance.make_backup()
    kill_at(BACKUP, step, first.parent)
    made = sorted(first.parent.glob("*.reserve"))
    assert len(made) == (2 if step in {"benoemd", "opgeschreven"} else 1)
    assert len(list(first.parent.glob("*.half"))) == (1 if step in {"geschreven", "nagelezen", "geopend"} else 0)
    for bestand in made:
        assert main(["drill", str(bestand)]) == 0
    assert main(["drill", str(first.parent)]) == 0
    instance.make_backup()


@pytest.mark.parametrize(
    "step", ["nagekeken", "gevuld", "opzij", "gewisseld", "sleutel van het logboek", "merk", "regel", "grafstenen"]
)
def test_a_restore_that_is_killed_at_any_moment_leaves_the_old_or_the_new(
    capsys: pytest.CaptureFixture[str], instance: Instance, tmp_path: Path, step: str
) -> None:
    before = read_frans(tmp_path)
    made = instance.make_backup()
    main(["add-medewerker", "later@team.test", "Later"])
    epoch = read_feit(instance, "server_epoch")
    kill_at(RESTORE, step, made)
    assert main(["migrate"]) == 0  # the next start
    is_new = read_feit(instance, "server_epoch") != epoch
    assert is_new == (step not in {"nagekeken", "gevuld", "opzij"})
    assert read_feit(instance, "herstel_loopt") is None
    assert read_frans(tmp_path) == before
    capsys.readouterr()
    assert main(["verify-logboek"]) == 0, capsys.readouterr().out
    assert ("teruggezet" in capsys.readouterr().out) == is_new
    assert main(["restore", str(made), "--over"]) == 0
    assert read_frans(tmp_path) == before
    assert main(["verify-logboek"]) == 0


def test_an_upgrade_makes_a_backup_first_and_that_one_can_be_put_back(instance: Instance, tmp_path: Path) -> None:
    before = read_frans(tmp_path)
    step_back(instance)
    assert main(["migrate"]) == 0
    (made,) = (instance.map / "reserve").glob("*.reserve")
    assert read_frans(tmp_path) == before
    with zipfile.ZipFile(made) as opened:
        assert f'"schema": "{EERDER}"'.encode() in opened.read("manifest.json")
    shutil.rmtree(instance.map / "leefgebieden.sqlite3", ignore_errors=True)
    instance.database.unlink()
    assert main(["restore", str(made)]) == 0
    assert read_frans(tmp_path) == before
    assert main(["drill", str(made)]) == 0


def step_back(instance: Instance) -> None:
    """The database as the version before had it."""
    app = create_app()
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with app.app_context():
        with db.engine.connect().execution_options(**writing_options(db.engine)) as verbinding:
            config.attributes["connection"] = verbinding
            command.downgrade(config, EERDER)
            verbinding.commit()
        db.session.remove()
        db.engine.dispose()


def test_an_upgrade_whose_backup_fails_is_not_done(capsys: pytest.CaptureFixture[str], instance: Instance) -> None:
    step_back(instance)
    (instance.map / "reserve").write_text("in de weg")
    assert "reserve" in refuse(capsys, "migrate")
    connection = sqlite3.connect(instance.database)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (EERDER,)
    connection.close()


def test_a_database_of_a_newer_version_is_left_alone(capsys: pytest.CaptureFixture[str], instance: Instance) -> None:
    connection = sqlite3.connect(instance.database)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    assert "nieuwere versie" in refuse(capsys, "start")


@pytest.mark.parametrize("what", ["leeg", "iets anders", "afgekapt", "nullen in het midden"])
def test_a_start_on_a_damaged_file_refuses_and_leaves_it_as_it_is(
    capsys: pytest.CaptureFixture[str], instance: Instance, tmp_path: Path, what: str
) -> None:
    before = read_frans(tmp_path)
    made = instance.make_backup()
    whole = instance.database.read_bytes()
    broken = {
        "leeg": b"",
        "iets anders": b"Beste lezer, " * 5000,
        "afgekapt": whole[: len(whole) // 2],
        "nullen in het midden": whole[:40960] + bytes(40960) + whole[81920:],
    }[what]
    instance.database.write_bytes(broken)
    for words in (["start"], ["migrate"], ["backup", str(tmp_path / "nieuw")]):
        said = refuse(capsys, *words)
        assert "Bestand beschadigd" in said
        assert "leefgebieden restore" in said
    assert instance.database.read_bytes() == broken
    over = [] if what == "leeg" else ["--over"]
    assert main(["restore", str(made), *over]) == 0
    assert read_frans(tmp_path) == before
    (aside,) = [bestand for bestand in instance.map.glob("*.opzij-*") if not bestand.name.endswith(("-wal", "-shm"))]
    assert aside.read_bytes() == broken


def test_erased_people_are_out_of_reach_in_backups_by_the_day_that_was_promised(instance: Instance) -> None:
    """The old key goes at the first backup after its term, when one of a later period was restored and compared."""
    made = instance.make_backup()
    (key,) = instance.sleutels.glob("reserve-*")
    day = key.stem.removeprefix("reserve-")[:8]
    old = key.with_name(key.name.replace(day, "20200101"))
    key.rename(old)
    instance.make_backup()
    assert old.exists(), "nothing of a later period was tried yet"
    assert main(["drill"]) == 0
    assert not old.exists()
    assert len(list(instance.sleutels.glob("reserve-*"))) == 1
    assert made.exists()
