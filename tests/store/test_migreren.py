"""A migrated database has the shape of the models, and migrating keeps what was in it."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import inspect, select

from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import db
from leefgebieden.store.migreren import NIEUWSTE, SCRIPTS, fetch_vorm, migrate
from leefgebieden.store.tables import casus, metadata


def test_a_migrated_schema_equals_the_models(app: Flask) -> None:
    with db.engine.connect() as connection:
        migration = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(migration, metadata) == []


def test_the_checks_of_the_models_stand_in_the_database(app: Flask) -> None:
    inspector = inspect(db.engine)
    for table in metadata.sorted_tables:
        said = {check.name for check in table.constraints if check.__class__.__name__ == "CheckConstraint"}
        assert said == {check["name"] for check in inspector.get_check_constraints(table.name)}


def test_the_newest_migration_is_the_one_that_start_looks_for(app: Flask) -> None:
    assert ScriptDirectory(SCRIPTS).get_current_head() == NIEUWSTE
    assert fetch_vorm() == NIEUWSTE


def test_migrating_again_changes_nothing(app: Flask, anja: Mens, samira: str) -> None:
    assert migrate() == NIEUWSTE
    assert db.session.execute(select(casus.c.id)).scalars().all() == [samira]
