"""Settings: the defaults, then the team's file, then the environment, then what is passed in."""

from pathlib import Path

import pytest

from leefgebieden.settings import find_sleutels, load_settings


def load(tmp_path: Path, **overrides: object) -> dict[str, object]:
    return load_settings({"INSTANCE": tmp_path / "instance", "SLEUTELS": tmp_path / "sleutels", **overrides})


def test_the_file_of_the_team_goes_before_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "instance").mkdir()
    (tmp_path / "instance" / "settings.py").write_text('TEAM_LOKET = "Loket Noord"\nklein = 1\n', "utf-8")
    settings = load(tmp_path)
    assert settings["TEAM_LOKET"] == "Loket Noord"
    assert "klein" not in settings


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEEFGEBIEDEN_TEAM_LOKET", "Uit de omgeving")
    monkeypatch.setenv("LEEFGEBIEDEN_TEAM_LOKKET", "een tikfout")
    settings = load(tmp_path)
    assert settings["TEAM_LOKET"] == "Uit de omgeving"
    assert "TEAM_LOKKET" not in settings


def test_what_is_passed_in_goes_before_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEEFGEBIEDEN_TEAM_LOKET", "Uit de omgeving")
    assert load(tmp_path, TEAM_LOKET="Van de test")["TEAM_LOKET"] == "Van de test"


def test_the_secret_of_the_sessions_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first = load(tmp_path)["SECRET_KEY"]
    assert load(tmp_path)["SECRET_KEY"] == first
    assert oct((tmp_path / "sleutels" / "sessie").stat().st_mode)[-3:] == "600"


def test_keys_are_never_looked_for_inside_the_instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEEFGEBIEDEN_SLEUTELS", raising=False)
    assert tmp_path not in find_sleutels(tmp_path).parents
