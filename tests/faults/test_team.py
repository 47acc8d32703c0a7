"""Several processes serve one team: who signed in is known to all, nothing is lost between them or at a stop."""

import http.client
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.journeys.server import Worker, environment, free_port, make_demo

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="gunicorn does not run on Windows")
FRANS = "83cbfa69-7881-436a-bb5f-37ac2bac50b3"
NIEUW = f"/mensen/{FRANS}/notities/nieuw"


@dataclass(frozen=True)
class Team:
    """A running gunicorn."""

    process: "subprocess.Popen[bytes]"
    port: int
    workers: tuple[Worker, ...]
    folder: Path


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    workers = make_demo(tmp_path)
    port = free_port()
    gunicorn = ["-m", "gunicorn", "-c", "python:leefgebieden.gunicorn", "--bind", f"127.0.0.1:{port}"]
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *gunicorn, "leefgebieden.wsgi:app"], env=environment(tmp_path), stdout=log, stderr=log
        )
    try:
        until = time.monotonic() + 60
        while True:
            assert process.poll() is None, (tmp_path / "log").read_text()
            assert time.monotonic() < until
            try:
                if ask(port, "GET", "/gezond", {})[0] == 200:
                    break
            except OSError:
                time.sleep(0.1)
        yield Team(process, port, workers, tmp_path)
    finally:
        process.kill()
        process.wait()


def ask(
    port: int, method: str, path: str, cookies: dict[str, str], fields: dict[str, str] | None = None, **headers: str
) -> tuple[int, str]:
    """One request over a connection of its own, so that any of the processes may get it. Keeps the cookies."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    sent = {"Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items()), "Host": f"localhost:{port}"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    if fields is not None:
        sent["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        connection.request(method, path, urlencode(fields) if fields else None, sent)
        answer = connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                cookies[key] = rest.partition(";")[0]
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def sign_in(team: Team, worker: Worker) -> tuple[dict[str, str], str]:
    """The cookies of somebody who signed in, and the token for her forms."""
    cookies: dict[str, str] = {}
    token = _token(ask(team.port, "GET", "/aanmelden", cookies)[1])
    fields = {"csrf_token": token, "email": worker.email, "wachtwoord": worker.wachtwoord}
    assert ask(team.port, "POST", "/aanmelden", cookies, fields)[0] == 303
    return cookies, _token(ask(team.port, "GET", NIEUW, cookies)[1])


def _token(html: str) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', html)
    assert found is not None, html[:300]
    return found[1]


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "leefgebieden", *command], env=environment(folder), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_two_processes_write_side_by_side_and_the_chain_of_the_logboek_stays_whole(team: Team) -> None:
    saved: list[str] = []
    answers: list[int] = []

    # one after another: so many at once from one address would be braked, as somebody who guesses is
    signed_in = [sign_in(team, team.workers[number % 2]) for number in range(6)]

    def write(number: int) -> None:
        cookies, token = signed_in[number]
        for turn in range(6):
            fields = {
                "csrf_token": token,
                "id": f"{number:08d}-0000-4000-8000-{turn:012d}",
                "tekst": f"w{number} b{turn}.",
            }
            status, _ = ask(team.port, "POST", NIEUW, cookies, fields)
            answers.append(status)
            if status == 303:
                saved.append(fields["tekst"])
            answers.append(ask(team.port, "GET", f"/mensen/{FRANS}", cookies)[0])

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(set(answers)) == [200, 303]
    assert len(saved) == 36
    run(team.folder, "verify-logboek")
    run(team.folder, "export-casus", FRANS, "-o", str(team.folder / "uit.json"))
    kept = (team.folder / "uit.json").read_text("utf-8")
    assert [tekst for tekst in saved if kept.count(f'"{tekst}"') != 1] == []


def test_a_stop_in_the_middle_loses_nothing_that_was_acknowledged(team: Team) -> None:
    cookies, token = sign_in(team, team.workers[0])
    acknowledged: list[str] = []
    killer = threading.Timer(0.5, team.process.send_signal, (signal.SIGTERM,))
    killer.start()
    for turn in range(2000):
        fields = {"csrf_token": token, "id": f"00000009-0000-4000-8000-{turn:012d}", "tekst": f"stop {turn} einde"}
        try:
            status, _ = ask(team.port, "POST", NIEUW, cookies, fields)
        except (OSError, http.client.HTTPException):
            break
        assert status == 303
        acknowledged.append(fields["tekst"])
    assert team.process.wait(40) == 0
    assert acknowledged
    run(team.folder, "export-casus", FRANS, "-o", str(team.folder / "uit.json"))
    kept = (team.folder / "uit.json").read_text("utf-8")
    assert [tekst for tekst in acknowledged if kept.count(f'"{tekst}"') != 1] == []


def test_nobody_makes_up_that_he_came_over_https_or_from_another_address(team: Team) -> None:
    made_up = {"Host": "leefgebieden.test", "X_Forwarded_Proto": "https", "X_Forwarded_For": "203.0.113.9"}
    status, html = ask(team.port, "GET", "/aanmelden", {}, None, **made_up)
    assert status == 403
    assert "Dit adres is niet veilig" in html
