"""`verify-logboek` and `anker`: who tampers with the database is found, quickly and without the app."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from leefgebieden.__main__ import main
from leefgebieden.store.keten import ANKERS, SLEUTEL
from leefgebieden.store.tables import logboek


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance in which something was done, with its keys beside it."""
    folder = tmp_path_factory.mktemp("wacht")
    with pytest.MonkeyPatch.context() as patch:
        point_at(patch, folder)
        for naam in ("anja", "karim", "vera"):
            assert main(["add-medewerker", f"{naam}@team.test", naam.title()]) == 0
    return folder


@pytest.fixture
def folder(worked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(worked, tmp_path / "kopie")
    point_at(monkeypatch, tmp_path / "kopie")
    return tmp_path / "kopie"


def point_at(patch: pytest.MonkeyPatch, folder: Path) -> None:
    patch.setenv("LEEFGEBIEDEN_INSTANCE", str(folder / "instance"))
    patch.setenv("LEEFGEBIEDEN_SLEUTELS", str(folder / "sleutels"))


def tamper(folder: Path, *statements: str) -> None:
    """What somebody does who owns the database file: the triggers go first."""
    with sqlite3.connect(folder / "instance" / "leefgebieden.sqlite3") as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
    connection.close()


def verify(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["verify-logboek", *options])
    return code, capsys.readouterr().out


def test_a_logboek_that_nobody_touched_is_whole(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(capsys) == (0, "Het logboek is heel: 3 regels, 1 ankers.\n")


COLUMNS = [column.name for column in logboek.columns]


@pytest.mark.parametrize("column", COLUMNS)
def test_a_change_in_any_column_is_reported(folder: Path, capsys: pytest.CaptureFixture[str], column: str) -> None:
    value = {
        "nummer": "77",
        "op": "'2020-01-01 00:00:00.000000'",
        "apparaat_tijd": "'2020-01-01 00:00:00.000000'",
        "uitslag": "'fout'",
        "aantal": "5",
        "velden": "'[\"x\"]'",
    }.get(column, "'anders'")
    tamper(folder, f"UPDATE logboek SET {column} = {value} WHERE nummer = 2")
    code, said = verify(capsys)
    assert code == 1
    assert "regel 2 " in said or "regel 77 " in said


def test_a_line_taken_out_of_the_middle_is_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tamper(folder, "DELETE FROM logboek WHERE nummer = 2")
    code, said = verify(capsys)
    assert code == 1
    assert "regel 2 ontbreekt" in said


def test_two_lines_that_changed_places_are_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tamper(
        folder,
        "UPDATE logboek SET nummer = 99 WHERE nummer = 2",
        "UPDATE logboek SET nummer = 2 WHERE nummer = 3",
        "UPDATE logboek SET nummer = 3 WHERE nummer = 99",
    )
    code, said = verify(capsys)
    assert code == 1
    assert "regel 2 " in said
    assert "regel 3 " in said


def test_a_tail_cut_off_is_reported_through_an_anchor_only(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "sleutels" / ANKERS).unlink()
    capsys.readouterr()
    assert main(["anker"]) == 0
    kept_elsewhere = tmp_path / "ankers-van-de-balie.txt"
    kept_elsewhere.write_text(capsys.readouterr().out)
    (folder / "sleutels" / ANKERS).unlink()
    tamper(folder, "DELETE FROM logboek WHERE nummer = 3")
    assert verify(capsys)[0] == 0
    code, said = verify(capsys, "--anker", str(kept_elsewhere))
    assert code == 1
    assert "regel 3 van het anker" in said
    tamper(folder, "DELETE FROM logboek")
    assert verify(capsys, "--anker", str(kept_elsewhere))[0] == 1


@pytest.mark.parametrize("gone", ["sleutel", "database", "anker"])
def test_what_is_missing_is_named_and_nothing_is_made(
    folder: Path, capsys: pytest.CaptureFixture[str], gone: str
) -> None:
    options: list[str] = []
    if gone == "sleutel":
        (folder / "sleutels" / SLEUTEL).unlink()
    elif gone == "database":
        (folder / "instance" / "leefgebieden.sqlite3").unlink()
    else:
        (folder / "geen.txt").write_text("geen anker")
        options = ["--anker", str(folder / "geen.txt")]
    before = sorted(path for path in folder.rglob("*") if not path.name.endswith(("-wal", "-shm")))
    capsys.readouterr()
    assert main(["verify-logboek", *options]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert {"sleutel": SLEUTEL, "database": "geen database", "anker": "geen anker"}[gone] in said.err
    assert sorted(path for path in folder.rglob("*") if not path.name.endswith(("-wal", "-shm"))) == before


def test_it_works_without_flask(folder: Path) -> None:
    code = (
        "import sys; sys.modules['flask'] = None\n"
        "from leefgebieden.__main__ import main\n"
        "code = main(['verify-logboek'])\n"
        "assert not [m for m in sys.modules if m.split('.')[0] in ('flask_sqlalchemy', 'werkzeug', 'jinja2')]\n"
        "sys.exit(code)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_commands_stand_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert "verify-logboek" in said
    assert "anker" in said


def test_each_line_also_goes_out_as_json_without_the_reason(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import json

    out = tmp_path / "uit.jsonl"
    monkeypatch.setenv("LEEFGEBIEDEN_LOGBOEK_JSONL", str(out))
    assert main(["add-medewerker", "bo@team.test", "Bo"]) == 0
    (line,) = [json.loads(text) for text in out.read_text().splitlines()]
    assert (line["nummer"], line["actie"], line["uitslag"]) == (4, "medewerker toegevoegd", "ok")
    assert "grond" not in line
    assert "Bo" not in out.read_text()


def test_a_log_server_that_is_away_stops_nobody(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("LEEFGEBIEDEN_LOGBOEK_JSONL", str(folder / "er-is" / "geen-map" / "uit.jsonl"))
    assert main(["add-medewerker", "bo@team.test", "Bo"]) == 0
    assert "niet doorgegeven" in caplog.text
