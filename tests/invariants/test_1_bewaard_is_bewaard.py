"""Invariant 1: bewaard = bewaard. A real server is killed at a random moment, again and again; what it acknowledged is there.

10 kills here; `make faults` does 1,000 (LEEFGEBIEDEN_KILLS).
"""

import http.client
import os
import random
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.journeys.server import Worker, environment, free_port, make_demo

KILLS = int(os.environ.get("LEEFGEBIEDEN_KILLS", "10"))
FRANS = "83cbfa69-7881-436a-bb5f-37ac2bac50b3"


class Visitor:
    """A browser without a screen: one cookie jar, one form at a time."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, fields: dict[str, str] | None = None) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), "Host": f"localhost:{self.port}"}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, urlencode(fields) if fields else None, headers)
            answer = connection.getresponse()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    key, _, rest = value.partition("=")
                    self.cookies[key] = rest.partition(";")[0]
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def read_hidden(self, path: str, name: str) -> str:
        _, html = self.ask("GET", path)
        found = re.search(rf'name="{name}"[^>]*value="([^"]+)"', html)
        assert found is not None, f"no {name} on {path}: {html[:300]}"
        return found[1]

    def sign_in(self, worker: Worker) -> None:
        token = self.read_hidden("/aanmelden", "csrf_token")
        fields = {"csrf_token": token, "email": worker.email, "wachtwoord": worker.wachtwoord}
        status, html = self.ask("POST", "/aanmelden", fields)
        assert status == 303, html[:300]


def start(folder: Path, port: int) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(
        [sys.executable, "-m", "leefgebieden", "start", "--port", str(port)],
        env=environment(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for(process, port)
    return process


def wait_for(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Wait until it answers."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            if Visitor(port).ask("GET", "/gezond")[0] == 200:
                return
        except OSError:
            time.sleep(0.05)
    process.kill()
    pytest.fail("the server did not start")


def test_what_was_acknowledged_is_there_once_after_every_kill(tmp_path: Path) -> None:
    worker = make_demo(tmp_path)[0]
    port = free_port()
    visitor = Visitor(port)
    chance = random.Random(20260714)
    acknowledged: list[str] = []
    unknown: list[dict[str, str]] = []
    address = f"/mensen/{FRANS}/notities/nieuw"
    process = start(tmp_path, port)
    visitor.sign_in(worker)
    token = visitor.read_hidden(address, "csrf_token")
    try:
        for round_ in range(KILLS):
            killer = threading.Timer(chance.uniform(0.01, 0.35), process.kill)
            killer.start()
            for number in range(200):
                fields = {
                    "csrf_token": token,
                    "id": f"{round_:08d}-0000-4000-8000-{number:012d}",
                    "tekst": f"ronde {round_} notitie {number} einde",
                }
                try:
                    status, _ = visitor.ask("POST", address, fields)
                except (OSError, http.client.HTTPException):
                    unknown.append(fields)
                    break
                assert status == 303
                acknowledged.append(fields["tekst"])
            killer.join()
            process.wait()
            process = start(tmp_path, port)
            # the worker's retry of what got no answer: it must end up there once, whether it was saved or not
            while unknown:
                fields = unknown.pop()
                assert visitor.ask("POST", address, fields)[0] == 303
                acknowledged.append(fields["tekst"])
    finally:
        process.kill()
        process.wait()
    run = [sys.executable, "-m", "leefgebieden", "export-casus", FRANS, "-o", str(tmp_path / "uit.json")]
    subprocess.run(run, env=environment(tmp_path), check=True, capture_output=True)
    saved = (tmp_path / "uit.json").read_text("utf-8")
    lost = [tekst for tekst in acknowledged if f'"{tekst}"' not in saved]
    twice = [tekst for tekst in acknowledged if saved.count(f'"{tekst}"') > 1]
    assert lost == []
    assert twice == []
    assert len(acknowledged) >= KILLS
