"""A migrated database has the shape of the models, and migrating keeps what was in it."""

from collections.abc import Callable
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import inspect, select, text

from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toegang import Besluit, Recht, Rol, decide_toegang
from leefgebieden.store.db import db, writing
from leefgebieden.store.migreren import NIEUWSTE, SCRIPTS, fetch_vorm, migrate
from leefgebieden.store.tables import casus, metadata
from leefgebieden.store.team import Plek, fetch_plekken, fetch_teams
from leefgebieden.store.toegang import fetch_positie
from tests.people import make_app


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


def test_who_worked_here_before_there_were_teams_keeps_his_work(
    tmp_path: Path, outside: Context, new_database: Callable[[], str]
) -> None:
    """From 0001, with data: one team, everybody works in it, the first is beheerder, and each casus belongs to it."""
    app = make_app(tmp_path, outside, DATABASE=new_database())
    with app.app_context():
        migrate("0001")
        with writing():
            for naam, op in (("een", "2026-07-01 08:00:00.000000"), ("twee", "2026-07-02 08:00:00.000000")):
                db.session.execute(
                    text(
                        "INSERT INTO medewerker (id, email, naam, wachtwoord, is_demo, gemaakt_op)"
                        " VALUES (:naam, :naam, :naam, 'x', false, :op)"
                    ),
                    {"naam": naam, "op": op},
                )
            db.session.execute(
                text(
                    "INSERT INTO casus (id, soort, versie, gemaakt_op, laatste_contact_op, te_ordenen, inhoud, lijstregel,"
                    " lijstversie) VALUES ('c', 'echt', 1, :op, :op, 0, '{}', '{}', 1)"
                ),
                {"op": "2026-07-03 08:00:00.000000"},
            )
            db.session.execute(
                text("INSERT INTO betrokkene VALUES ('c', 'twee', 'eigenaar', :op)"),
                {"op": "2026-07-03 08:00:00.000000"},
            )
        assert migrate() == "0001"
        teams = fetch_teams()
        assert [team.naam for team in teams] == ["Ons team"]
        werker = Plek(Rol.WERKER, teams[0].id)
        assert fetch_plekken() == {"een": {werker, Plek(Rol.BEHEERDER)}, "twee": {werker}}
        positie = fetch_positie("c", "twee")
        assert positie is not None
        assert decide_toegang(positie, Recht.BEHEREN, outside.now()) is Besluit.TOEGESTAAN
        teamgenoot = fetch_positie("c", "een")
        assert decide_toegang(teamgenoot, Recht.LEZEN, outside.now()) is Besluit.GEWEIGERD
        db.session.remove()
        db.engine.dispose()
