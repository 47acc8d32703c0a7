"""Bring the database of this instance to the newest shape, or say which shape it has."""

from pathlib import Path

from sqlalchemy import inspect

from leefgebieden.store.db import db

SCRIPTS = Path(__file__).resolve().parent / "migrations"
NIEUWSTE = "0012"
"""The newest migration, named here so that a start of the app need not load Alembic to see that nothing is to be done."""


def fetch_vorm() -> str | None:
    """The migration that this database is at; None for an empty one."""
    if not inspect(db.engine).has_table("alembic_version"):
        return None
    with db.engine.connect() as verbinding:
        return verbinding.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def migrate(doel: str = "head") -> str | None:
    """Run the migrations that are still to be done, in one transaction. Returns the shape it had before."""
    eerder = fetch_vorm()
    if doel == "head" and eerder == NIEUWSTE:
        return eerder
    # Alembic is only needed when there is something to do
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    db.session.rollback()
    with db.engine.connect().execution_options(schrijft=True) as verbinding:
        config.attributes["connection"] = verbinding
        command.upgrade(config, doel)
        verbinding.commit()
    return eerder
