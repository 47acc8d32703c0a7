"""The app as it is really started: the command, in a process of its own, on a folder of its own."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen


@dataclass(frozen=True)
class Worker:
    """Somebody who can sign in."""

    email: str
    wachtwoord: str


@dataclass(frozen=True)
class Server:
    """A running app: where it is, who can sign in (the first is the first the demo names), and its folder.

    `cookies`: of the first worker, once signed in, for tests that are not about signing in.
    """

    url: str
    workers: tuple[Worker, ...]
    instance: Path
    cookies: list[Any] = field(default_factory=list)


def make_demo(folder: Path) -> tuple[Worker, ...]:
    """Fill `folder`/instance with the demo; who can sign in is read from what the command prints."""
    run = subprocess.run(
        [sys.executable, "-m", "leefgebieden", "demo"],
        env=environment(folder),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert run.returncode == 0, f"demo failed: {run.stdout}\n{run.stderr}"
    workers = read_workers(run.stdout)
    assert workers, f"demo names nobody who can sign in: {run.stdout!r}"
    return workers


def read_workers(printed: str) -> tuple[Worker, ...]:
    """An e-mail address, then a password: after the word wachtwoord, else the next word, on the same line or the next."""
    word = r"(?:(?:.{0,40}?\bwachtwoord\b\W*)|[\s,:]+)(\S+)"
    return tuple(
        Worker(email, password)
        for email, password in re.findall(rf"([\w.+-]+@[\w.-]*\w){word}", printed, re.DOTALL | re.IGNORECASE)
    )


@contextmanager
def serve(folder: Path, workers: tuple[Worker, ...]) -> Iterator[Server]:
    """`leefgebieden start` on a free port, until the end of the block."""
    port = free_port()
    log = folder / "start.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "leefgebieden", "start", "--port", str(port)],
            env=environment(folder),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            url = f"http://localhost:{port}"
            _wait(process, url, log)
            yield Server(url, workers, folder / "instance")
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def environment(folder: Path) -> dict[str, str]:
    """Everything of this app in `folder`, nothing of the user's own."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("LEEFGEBIEDEN_")}
    return own | {
        "LEEFGEBIEDEN_INSTANCE": str(folder / "instance"),
        "LEEFGEBIEDEN_SLEUTELS": str(folder / "sleutels"),
        "PYTHONUNBUFFERED": "1",
        "PYTHONUTF8": "1",
    }


def copy_demo(made: Path, folder: Path) -> None:
    """A fresh copy of a demo that was made before: quicker than making one for every journey."""
    shutil.copytree(made, folder, dirs_exist_ok=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert process.poll() is None, f"start ended: {log.read_text('utf-8')}"
        try:
            with urlopen(f"{url}/gezond", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.05)
    raise AssertionError(f"start did not answer on {url}/gezond: {log.read_text('utf-8')}")
