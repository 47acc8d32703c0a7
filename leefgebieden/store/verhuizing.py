"""Moving a whole instance to another database: every row as it stands, sealed, in one transaction, and compared."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from leefgebieden.store.db import make_engine, writing_options
from leefgebieden.store.migreren import NIEUWSTE, fetch_vorm, upgrade
from leefgebieden.store.rijen import count_alles, list_tabellen, read_rijen, write_rijen


class VerhuizingMislukt(Exception):
    """Why nothing was moved. The database that was copied from is always untouched."""


@dataclass(frozen=True)
class Verhuisd:
    """How much was moved, and to where (without a password)."""

    rijen: int
    tabellen: int
    naar: str


def copy_database(van: Engine, naar_uri: str) -> Verhuisd:
    """Copy the database in use to an empty one. Nobody writes in it meanwhile. Raises VerhuizingMislukt."""
    if fetch_vorm() != NIEUWSTE:
        raise VerhuizingMislukt("werk eerst deze database bij, met: leefgebieden migrate")
    try:
        naar = make_engine(naar_uri)
    except SQLAlchemyError as fout:
        raise VerhuizingMislukt(f"dit is geen adres van een database: {fout}") from fout
    waar = naar.url.render_as_string()
    try:
        with (
            van.connect().execution_options(**writing_options(van)) as lezer,
            naar.connect().execution_options(**writing_options(naar)) as schrijver,
        ):
            # a transaction of our own, before Alembic looks: so the tables and the rows come together or not at all
            with schrijver.begin():
                rijen = _copy(lezer, schrijver, waar)
            lezer.rollback()
    except DBAPIError as fout:
        raise VerhuizingMislukt(f"de database {waar} doet het niet: {fout.orig}") from fout
    finally:
        naar.dispose()
    return Verhuisd(rijen, len(list_tabellen()), waar)


def _copy(lezer: Connection, schrijver: Connection, waar: str) -> int:
    if inspect(schrijver).get_table_names():
        raise VerhuizingMislukt(f"de database {waar} is niet leeg")
    upgrade(schrijver)
    rijen = sum(write_rijen(schrijver, tabel, read_rijen(lezer, tabel)) for tabel in list_tabellen())
    hier, daar = count_alles(lezer), count_alles(schrijver)
    anders = [naam for naam in hier if hier[naam] != daar[naam]]
    if anders:
        raise VerhuizingMislukt(f"in {waar} kwam iets anders aan dan er stond, in: {', '.join(anders)}")
    return rijen
