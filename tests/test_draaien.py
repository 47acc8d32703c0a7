"""The example files for a server name only what exists: commands, settings, modules."""

import configparser
import importlib
import re
from pathlib import Path

import pytest

from leefgebieden.cli import _make_parser
from leefgebieden.settings import load_settings

MAP = Path(__file__).resolve().parents[1] / "docs" / "beheer"
BESTANDEN = sorted(path for path in MAP.iterdir() if path.is_file())
VAN_DE_OMGEVING = {"INSTANCE", "SLEUTELS"}


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda path: path.name)
def test_every_setting_that_is_named_exists(bestand: Path, tmp_path: Path) -> None:
    settings = load_settings({"INSTANCE": tmp_path, "SLEUTELS": tmp_path, "SECRET_KEY": "x"})
    named = set(re.findall(r"\bLEEFGEBIEDEN_([A-Z_]+)", bestand.read_text("utf-8")))
    assert named <= settings.keys() | VAN_DE_OMGEVING


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda path: path.name)
def test_every_command_and_module_that_is_named_exists(bestand: Path) -> None:
    tekst = bestand.read_text("utf-8")
    for opdracht in re.findall(r"/bin/leefgebieden ([a-z-]+.*)", tekst):
        _make_parser().parse_args(opdracht.split())
    for module in re.findall(r"python:(leefgebieden\.\w+)", tekst):
        importlib.import_module(module)
    # not imported: it would open the instance of who runs this
    assert set(re.findall(r"(leefgebieden\.\w+):app", tekst)) <= {"leefgebieden.wsgi"}


@pytest.mark.parametrize("bestand", sorted(MAP.glob("*.service")), ids=lambda path: path.name)
def test_a_service_runs_as_nobody_special_and_keeps_keys_away_from_the_database(bestand: Path) -> None:
    lezer = configparser.RawConfigParser(strict=False, delimiters="=")
    lezer.read(bestand, "utf-8")
    service = lezer["Service"]
    assert service["User"] not in ("", "root")
    assert (service["ProtectSystem"], service["NoNewPrivileges"]) == ("strict", "yes")
    tekst = bestand.read_text("utf-8")
    instance, sleutels = (re.findall(rf"LEEFGEBIEDEN_{naam}=(\S+)", tekst)[0] for naam in ("INSTANCE", "SLEUTELS"))
    assert not f"{sleutels}/".startswith(f"{instance}/")


def test_the_container_has_no_key_in_it_and_is_not_root() -> None:
    tekst = (MAP / "Containerfile").read_text("utf-8")
    assert re.search(r"^USER 10001:10001$", tekst, re.MULTILINE)
    assert not re.search(r"SECRET|WACHTWOORD|\.sleutel", tekst)
    toegelaten = (MAP / "Containerfile.dockerignore").read_text("utf-8").split()
    assert toegelaten[0] == "*"
    assert "!instance" not in toegelaten
