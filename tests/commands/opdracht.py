"""An instance with the demo in it, to give commands to."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from leefgebieden.cli import main


@dataclass(frozen=True)
class Instance:
    """The folders of one instance."""

    map: Path
    sleutels: Path

    @property
    def database(self) -> Path:
        return self.map / "leefgebieden.sqlite3"

    def print_blad(self, naam: str = "bladen") -> list[Path]:
        """A new recovery sheet; the files of its two halves."""
        assert main(["print-herstelblad", str(self.map.parent / naam)]) == 0
        return sorted((self.map.parent / naam).iterdir())

    def make_backup(self, naam: str = "kopie") -> Path:
        """A new backup; its file."""
        map_ = self.map.parent / naam
        before = set(map_.glob("*.reserve"))
        assert main(["backup", str(map_)]) == 0
        (made,) = set(map_.glob("*.reserve")) - before
        return made

    def list_files(self) -> dict[str, bytes]:
        """Everything in both folders; what SQLite lays beside a database while it looks at it does not count."""
        return {
            str(bestand): bestand.read_bytes()
            for map_ in (self.map, self.sleutels)
            for bestand in sorted(map_.rglob("*"))
            if bestand.is_file() and not bestand.name.endswith(("-shm", "-wal", "-rij"))
        }


def refuse(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Run a command that must go wrong; gives its one line."""
    capsys.readouterr()
    assert main(argv) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1, said.err
    assert said.err.startswith("leefgebieden: ")
    return said.err
