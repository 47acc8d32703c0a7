"""The recovery sheet as a command: the keys come back from paper, however often they were changed since it was printed."""

import shutil
from pathlib import Path

import pytest

from leefgebieden.cli import main
from tests.commands.opdracht import Instance, refuse


def test_the_keys_come_back_from_two_sheets_of_paper(
    capsys: pytest.CaptureFixture[str], instance: Instance, tmp_path: Path
) -> None:
    een, twee = instance.print_blad()
    (sleutel,) = instance.sleutels.glob("kek-*")
    van_logboek = instance.sleutels / "logboek.sleutel"
    geheim, bindt = sleutel.read_bytes(), van_logboek.read_bytes()
    sleutel.unlink()
    van_logboek.unlink()
    assert "ontbreekt" in refuse(capsys, "start")
    assert "deel 2 is ook nodig" in refuse(capsys, "restore-sleutel", str(een), str(een))
    assert main(["restore-sleutel", str(een), str(twee)]) == 0
    assert (sleutel.read_bytes(), van_logboek.read_bytes()) == (geheim, bindt)
    assert main(["verify-logboek"]) == 0
    assert main(["export-casus", "Frans", "-o", str(tmp_path / "uit.json")]) == 0


def test_a_sheet_stays_good_when_the_keys_change(instance: Instance, tmp_path: Path) -> None:
    een, twee = instance.print_blad()
    assert main(["rotate-sleutels"]) == 0
    shutil.rmtree(instance.sleutels)
    assert main(["restore-sleutel", str(een), str(twee)]) == 0
    assert main(["export-casus", "Frans", "-o", str(tmp_path / "uit.json")]) == 0


def test_a_new_sheet_makes_the_old_one_void(capsys: pytest.CaptureFixture[str], instance: Instance) -> None:
    oud = instance.print_blad("oud")
    nieuw = instance.print_blad("nieuw")
    shutil.rmtree(instance.sleutels)
    assert "gaat open met herstelblad" in refuse(capsys, "restore-sleutel", *map(str, oud))
    assert not list(instance.sleutels.glob("kek-*"))
    assert main(["restore-sleutel", *map(str, nieuw)]) == 0


def test_a_key_that_was_destroyed_does_not_come_back_from_an_old_kluis(
    capsys: pytest.CaptureFixture[str], instance: Instance
) -> None:
    bladen = instance.print_blad()
    oude_kluis = shutil.copy(instance.map / "herstel.kluis", instance.map.parent / "oud.kluis")
    main(["rotate-sleutels"])
    now = sorted(bestand.name for bestand in instance.sleutels.iterdir())
    assert main(["restore-sleutel", *map(str, bladen), "--kluis", str(oude_kluis)]) == 0
    assert sorted(bestand.name for bestand in instance.sleutels.iterdir()) == now
    shutil.rmtree(instance.sleutels)
    said = refuse(capsys, "restore-sleutel", *map(str, bladen), "--kluis", str(oude_kluis))
    assert "zit niet in deze kluis" in said
    assert not list(instance.sleutels.glob("kek-*"))


@pytest.mark.parametrize("what", ["leeg", "afgekapt", "een letter anders", "iets anders"])
def test_a_damaged_kluis_is_named(capsys: pytest.CaptureFixture[str], instance: Instance, what: str) -> None:
    bladen = instance.print_blad()
    kluis = instance.map / "herstel.kluis"
    heel = kluis.read_bytes()
    place = heel.index(b'"inhoud": "') + 60
    kluis.write_bytes(
        {
            "leeg": b"",
            "afgekapt": heel[:200],
            "een letter anders": heel[:place] + (b"A" if heel[place : place + 1] != b"A" else b"B") + heel[place + 1 :],
            "iets anders": b'{"formaat": "iets anders"}',
        }[what]
    )
    shutil.rmtree(instance.sleutels)
    assert "herstel.kluis" in refuse(capsys, "restore-sleutel", *map(str, bladen))
    assert not list(instance.sleutels.glob("kek-*"))


def test_the_kluis_is_written_again_at_the_next_start_when_a_stop_came_between(instance: Instance) -> None:
    bladen = instance.print_blad()
    kluis = instance.map / "herstel.kluis"
    voor = kluis.read_bytes()
    main(["rotate-sleutels"])
    kluis.write_bytes(voor)  # as if it was killed after the change and before the kluis
    assert main(["migrate"]) == 0
    shutil.rmtree(instance.sleutels)
    assert main(["restore-sleutel", *map(str, bladen)]) == 0
