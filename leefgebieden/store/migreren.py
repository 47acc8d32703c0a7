"""Bring the database of this instance to the newest shape, or say which shape it has."""

from pathlib import Path

from sqlalchemy import Connection, inspect

from leefgebieden.store.db import db, writing_options

SCRIPTS = Path(__file__).resolve().parent / "migrations"
NIEUWSTE = "0023"
"""The newest migration, named here so that a start of the app need not load Alembic to see that nothing is to be done."""


def has_database() -> bool:
    """Whether there is a database with something in it. None is made to find out."""
    bestand = db.engine.url.database
    if db.engine.dialect.name == "sqlite" and bestand and not Path(bestand).exists():
        return False
    return fetch_vorm() is not None


def fetch_vorm() -> str | None:
    """The migration that this database is at; None for an empty one."""
    if not inspect(db.engine).has_table("alembic_version"):
        return None
    with db.engine.connect() as verbinding:
        return verbinding.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


class VormOnbekend(Exception):
    """The database has a shape that this version does not know."""

    def __init__(self, vorm: str) -> None:
        super().__init__(
            f"de database is van een nieuwere versie van leefgebieden (vorm {vorm}). Zet die versie terug, "
            "of herstel de reservekopie van vóór de update. Er is niets veranderd"
        )


def is_bekend(vorm: str) -> bool:
    """Whether this version of ours knows this shape: an older or the newest one, not one of a newer version."""
    return any((SCRIPTS / "versions").glob(f"{vorm}_*.py")) if vorm.isdigit() else False


def migrate(doel: str = "head") -> str | None:
    """Run the migrations that are still to be done, in one transaction. Returns the shape it had before."""
    eerder = fetch_vorm()
    if doel == "head" and eerder == NIEUWSTE:
        return eerder
    if eerder is not None and not is_bekend(eerder):
        raise VormOnbekend(eerder)
    db.session.rollback()
    with db.engine.connect().execution_options(**writing_options(db.engine)) as verbinding:
        upgrade(verbinding, doel)
        verbinding.commit()
    return eerder


def upgrade(verbinding: Connection, doel: str = "head") -> None:
    """Run the migrations that are still to be done on this connection, and leave the commit to the caller."""
    # Alembic is only needed when there is something to do
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = verbinding
    command.upgrade(config, doel)
