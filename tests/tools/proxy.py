"""A network that can be bad: a proxy on the loopback between a browser and the app, that delays, drops and lies.

with bad_network(server.url) as net:
    page.goto(net.url)            # as the app itself
    net.mode = "weg"              # every connection is cut
    net.mode = "portaal"          # every answer is 200 with the page of a hotel
    net.mode = "kap"              # what is asked arrives, the answer does not
    net.delay = 2                 # seconds before each answer
    net.broken = lambda body: …   # for which bodies POST /verzegeld answers 500
"""

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

PORTAL = b"<!doctype html><title>Hotel</title><h1>Welkom bij het hotel</h1>"
HOP = {"connection", "transfer-encoding", "keep-alive"}


@dataclass
class Net:
    """The network as it is now; change it while the browser works."""

    url: str
    target: tuple[str, int]
    mode: str = "door"
    delay: float = 0
    broken: Callable[[bytes], bool] = field(default=lambda _: False)
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Method and path of what came through."""


class _Handler(BaseHTTPRequestHandler):
    net: Net

    def do_GET(self) -> None:
        self._pass_on(b"")

    def do_POST(self) -> None:
        self._pass_on(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

    def _pass_on(self, body: bytes) -> None:
        net = self.net
        if net.mode == "weg":
            self.close_connection = True
            return
        if net.mode == "portaal":
            self._answer(200, [("Content-Type", "text/html")], PORTAL)
            return
        net.asked.append((self.command, urlsplit(self.path).path))
        if self.path == "/verzegeld" and net.broken(body):
            self._answer(500, [("Content-Type", "text/html")], b"<h1>stuk</h1>")
            return
        connection = http.client.HTTPConnection(*net.target, timeout=30)
        try:
            headers = {name: value for name, value in self.headers.items() if name.lower() not in HOP}
            connection.request(self.command, self.path, body or None, headers)
            answer = connection.getresponse()
            content = answer.read()
        except OSError:
            self.close_connection = True
            return
        finally:
            connection.close()
        time.sleep(net.delay)
        if net.mode in ("weg", "kap"):
            self.close_connection = True
            return
        kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in HOP | {"content-length"}]
        self._answer(answer.status, kept, content)

    def _answer(self, status: int, headers: list[tuple[str, str]], content: bytes) -> None:
        with suppress(OSError):
            self.send_response_only(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the class we inherit from has
        pass


@contextmanager
def bad_network(target: str) -> Iterator[Net]:
    """A network to the app at this address, good until it is made bad."""
    parts = urlsplit(target)
    handler = type("Handler", (_Handler,), {})
    proxy = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    proxy.daemon_threads = True
    net = Net(f"http://localhost:{proxy.server_address[1]}", (parts.hostname or "localhost", parts.port or 80))
    handler.net = net  # type: ignore[attr-defined]  # made a moment ago, with this attribute
    thread = threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield net
    finally:
        proxy.shutdown()
        proxy.server_close()
        thread.join()
