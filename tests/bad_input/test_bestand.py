"""Bad input in a file of a casus: it is refused before memory grows (20 to 24, where a file can be given at all: a command)."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.server import environment, make_demo

GEHEUGEN = 1024**3
"""Bytes of address space for the whole command: what it needs for an ordinary file, with some room."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bestand")
    make_demo(made)
    return made


def write_huge(path: Path) -> None:
    with path.open("wb") as out:
        out.truncate(8 * 1024**3)


FILES: dict[str, Callable[[Path], object]] = {
    "eight-GB": write_huge,
    "deep": lambda path: path.write_bytes(b"[" * 19_000_000),
    "wide": lambda path: path.write_bytes(b'{"notities": [' + b"{}," * 6_000_000 + b"{}]}"),
    "one-number": lambda path: path.write_bytes(b'{"versie": ' + b"9" * 10_000_000 + b"}"),
    "no-text": lambda path: path.write_bytes(os.urandom(1_000_000)),
    "zip": lambda path: path.write_bytes(b"PK\x03\x04" + b"\x00" * 1_000),
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit on memory")
@pytest.mark.parametrize("what", FILES)
def test_a_file_that_is_too_much_is_refused_in_one_line_with_little_memory(
    folder: Path, tmp_path: Path, what: str
) -> None:
    FILES[what](tmp_path / "kwaad.json")
    run = subprocess.run(
        [sys.executable, "-m", "leefgebieden", "import-casus", str(tmp_path / "kwaad.json")],
        env=environment(folder),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN)),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (run.returncode, run.stdout) == (2, ""), run.stderr
    assert run.stderr.count("\n") == 1
    assert "Er is niets veranderd." in run.stderr
