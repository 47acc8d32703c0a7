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
from leefgebieden.store.concept import fetch_concept
from leefgebieden.store.db import db, writing
from leefgebieden.store.inhoud import hide_naam
from leefgebieden.store.migreren import NIEUWSTE, SCRIPTS, fetch_vorm, migrate
from leefgebieden.store.sleutels import get_bos, needs_rotation, wrap
from leefgebieden.store.tables import ONDERDELEN, casus, metadata
from leefgebieden.store.team import Plek, fetch_plekken, fetch_teams
from leefgebieden.store.toegang import fetch_positie
from leefgebieden.store.verzegeling import new_dek, seal
from tests.people import make_app

NU = "2026-07-03 08:00:00.000000"


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


def test_every_step_of_migrating_keeps_every_row(
    tmp_path: Path, outside: Context, new_database: Callable[[], str]
) -> None:
    """From 0001, one migration at a time: what was in a table is still there after each."""
    app = make_app(tmp_path, outside, DATABASE=new_database())
    op, blob = "2026-07-03 08:00:00.000000", b"verzegeld"
    rows: dict[str, dict[str, object]] = {
        "kek": {"id": "000001-0123abcd", "gemaakt_op": op, "actief": True, "controle": blob},
        "sleutel": {"eigenaar_id": "c", "soort": "casus", "kek_id": "000001-0123abcd", "gewikkeld": blob},
        "medewerker": {"id": "m", "email": "m", "naam": "M", "wachtwoord": "x", "is_demo": False, "gemaakt_op": op},
        "casus": {"id": "c", "soort": "echt", "versie": 1, "gemaakt_op": op, "laatste_contact_op": op, "te_ordenen": 0}
        | {"inhoud": blob, "lijstregel": blob, "lijstversie": 1},
        "betrokkene": {"casus_id": "c", "medewerker_id": "m", "betrokkenheid": "eigenaar", "sinds": op},
        **{
            tabel.name: {"id": "n", "casus_id": "c", "versie": 2, "volgnummer": 1, "gewijzigd_op": op, "inhoud": blob}
            for sleutel, tabel in ONDERDELEN.items()
            if sleutel
            not in ("toestemmingen", "besprekingen", "bijdragen", "besluiten", "antwoorden", "navragen")  # of later
        },
        "notitie_versie": {"notitie_id": "n", "versie": 1, "casus_id": "c", "op": op, "inhoud": blob},
        "concept": {"medewerker_id": "m", "casus_id": "", "formulier": "f", "op": op, "inhoud": blob},
        "logboek": {"nummer": 1, "op": op, "actie": "x", "velden": "[]", "grond": ""},
    }
    with app.app_context():
        migrate("0001")
        with writing():
            for table, row in rows.items():
                names = ", ".join(row)
                marks = ", ".join(f":{name}" for name in row)
                db.session.execute(text(f"INSERT INTO {table} ({names}) VALUES ({marks})"), row)
        steps = [step.revision for step in ScriptDirectory(SCRIPTS).walk_revisions()][::-1]
        assert steps[0] == "0001"
        assert steps[-1] == NIEUWSTE
        for step in steps:
            migrate(step)
            for table in rows:
                assert db.session.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 1, (step, table)
            db.session.rollback()
        with db.engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        db.session.remove()
        db.engine.dispose()


def test_words_that_were_not_saved_get_the_key_of_the_person_they_are_about(tmp_path: Path, outside: Context) -> None:
    """From 0005, with data: the words of a form of a casus were sealed for who typed them."""
    app = make_app(tmp_path, outside)
    with app.app_context():
        migrate("0005")
        kek = get_bos().make(1)
        deks = {naam: new_dek() for naam in ("een", "c")}
        with writing():
            db.session.execute(
                text("INSERT INTO kek (id, gemaakt_op, actief, controle) VALUES (:id, :op, true, :controle)"),
                {"id": kek.id, "op": NU, "controle": seal(kek.geheim, b"leefgebieden", f"kek|controle|{kek.id}")},
            )
            for naam, dek in deks.items():
                db.session.execute(
                    text(
                        "INSERT INTO sleutel (eigenaar_id, soort, kek_id, gewikkeld) VALUES (:id, 'casus', :kek, :dek)"
                    ),
                    {"id": naam, "kek": kek.id, "dek": wrap(naam, kek, dek)},
                )
            db.session.execute(
                text(
                    "INSERT INTO medewerker (id, email, naam, wachtwoord, is_demo, gemaakt_op)"
                    " VALUES ('een', 'een', 'een', 'x', false, :op)"
                ),
                {"op": NU},
            )
        for casus_id in ("c", ""):
            naam = hide_naam("een", "notitie")
            plaats = f"concept|inhoud|een|{casus_id}|{naam}|1"
            with writing():
                db.session.execute(
                    text("INSERT INTO concept VALUES ('een', :casus_id, :naam, :op, :inhoud)"),
                    {
                        "casus_id": casus_id,
                        "naam": naam,
                        "op": NU,
                        "inhoud": seal(deks["een"], b'{"velden":{"tekst":["Begonnen"]},"fout":false}', plaats),
                    },
                )
        migrate()
        db.session.remove()
        for casus_id in ("c", ""):
            concept = fetch_concept("een", casus_id, "notitie")
            assert concept is not None
            assert concept.velden == {"tekst": ["Begonnen"]}
        assert not needs_rotation()
        db.session.remove()
        db.engine.dispose()
