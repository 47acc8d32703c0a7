"""Each test has an instance of its own, with the demo in it."""

import shutil
from pathlib import Path

import pytest

from leefgebieden.cli import main
from tests.commands.opdracht import Instance


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, made once and copied."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEEFGEBIEDEN_INSTANCE", str(folder / "instance"))
        patch.setenv("LEEFGEBIEDEN_SLEUTELS", str(folder / "sleutels"))
        assert main(["demo"]) == 0
    return folder


@pytest.fixture
def instance(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Instance:
    shutil.copytree(demo, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("LEEFGEBIEDEN_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.setenv("LEEFGEBIEDEN_SLEUTELS", str(tmp_path / "sleutels"))
    return Instance(tmp_path / "instance", tmp_path / "sleutels")
