"""The server as it is really started: what it takes from a proxy, and the port that it finds."""

import http.client
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from leefgebieden.serve import find_port
from tests.journeys.server import environment, free_port


def ask(port: int, **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    with closing(connection):
        connection.request(
            "GET", "/aanmelden", headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.getheader("Set-Cookie") or ""


@pytest.mark.parametrize(("proxies", "expected"), [("1", 200), ("0", 403)])
def test_only_the_word_of_ones_own_proxy_is_taken(tmp_path: Path, proxies: str, expected: int) -> None:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "leefgebieden", "start", "--port", str(port)],
        env={**environment(tmp_path), "LEEFGEBIEDEN_PROXIES": proxies},
        stdout=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                status, cookie = ask(
                    port, Host="leefgebieden.gemeente.test", X_Forwarded_Proto="https", X_Forwarded_For="192.0.2.7"
                )
                break
            except OSError:
                time.sleep(0.1)
        assert status == expected
        assert ("__Host-" in cookie and "Secure" in cookie) == (expected == 200)
    finally:
        process.terminate()
        process.wait(10)


def test_a_port_that_is_taken_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        found = find_port("127.0.0.1", port, 20)
        assert found is not None
        assert found > port
