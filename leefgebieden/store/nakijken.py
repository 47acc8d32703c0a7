"""Reading the logboek back to see whether it is whole: with a connection of its own, without the app."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, create_engine, make_url, select

from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.keten import Anker, check_keten, inspect_keten
from leefgebieden.store.keten import Keten
from leefgebieden.store.tables.logboek import logboek

PER_KEER = 1000


@dataclass(frozen=True)
class Bevinding:
    """How many lines and anchors were looked at, what is wrong with them, and what a restore explains: one sentence each."""

    regels: int
    ankers: int
    fouten: tuple[str, ...]
    uitleg: tuple[str, ...] = ()


def check_logboek(uri: str, keten: Keten, extra: Path | None = None) -> Bevinding:
    """Walk the whole chain, with our anchors and those in `extra` (a copy that was kept elsewhere).

    Raises FileNotFoundError without a database or file, ValueError for a file that holds something else,
    LogboeksleutelOntbreekt, or what the database says.
    """
    # ours last: a restore that is marked there may explain what was kept elsewhere before it
    ankers = (keten.read_ankers(extra) if extra else []) + keten.read_ankers()
    with _reading(uri) as verbinding:
        geteld = 0

        def count() -> Iterator[dict[str, object]]:
            nonlocal geteld
            rijen = verbinding.execution_options(yield_per=PER_KEER).execute(select(logboek).order_by(logboek.c.nummer))
            for rij in rijen.mappings():
                geteld += 1
                yield dict(rij)

        regels = count()
        eerste = next(regels, None)
        if eerste is None:
            # no line yet, so no key either
            return Bevinding(0, len(ankers), tuple(check_keten(b"", [], ankers)))
        gevonden = inspect_keten(keten.read_sleutel(), _again(eerste, regels), ankers)
    return Bevinding(geteld, len(ankers), tuple(gevonden.fouten), tuple(gevonden.uitleg))


def make_anker(uri: str) -> Anker | None:
    """The last line as an anchor; None when there is none. Raises as `check_logboek`."""
    with _reading(uri) as verbinding:
        rij = verbinding.execute(
            select(logboek.c.op, logboek.c.nummer, logboek.c.hash).order_by(logboek.c.nummer.desc()).limit(1)
        ).one_or_none()
    if rij is None:
        return None
    dag: date = to_dag(rij.op)
    return Anker(dag, rij.nummer, rij.hash)


def _again(eerste: dict[str, object], rest: Iterator[dict[str, object]]) -> Iterator[dict[str, object]]:
    yield eerste
    yield from rest


@contextmanager
def _reading(uri: str) -> Iterator[Connection]:
    url = make_url(uri)
    if url.drivername.startswith("sqlite") and not Path(url.database or "").is_file():
        raise FileNotFoundError(2, "hier is geen database", url.database)  # SQLite would make an empty one
    engine = create_engine(url)
    try:
        with engine.connect() as verbinding:
            if url.drivername.startswith("sqlite"):
                verbinding.exec_driver_sql("PRAGMA query_only=1")
            yield verbinding
    finally:
        engine.dispose()
