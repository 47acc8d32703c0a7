"""The logboek in the database: a chain of lines that are added and never changed."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from leefgebieden.actions.fouten import Botsing, LogboekDicht
from leefgebieden.actions.logboek import log, logged
from leefgebieden.actions.notitie import change_notitie, record_notitie
from leefgebieden.actions.opruimen import Ankerbreuk, Kloksprong, trim_logboek
from leefgebieden.actions.stand import set_standen
from leefgebieden.context import Context
from leefgebieden.domain.casus import StandSoort
from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.keten import BEGIN, Anker, Nagekeken, check_keten, inspect_keten
from leefgebieden.domain.logboek import SOORTEN, Actie, Logregel
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.store.db import db, writing
from leefgebieden.store.keten import ANKERS, SLEUTEL, get_keten
from leefgebieden.store.migreren import migrate
from leefgebieden.store.tables import logboek
from tests.people import Clock, make_app


def read_lines() -> list[dict[str, object]]:
    db.session.rollback()
    return [dict(row) for row in db.session.execute(select(logboek).order_by(logboek.c.nummer)).mappings()]


def what(lines: list[dict[str, object]]) -> list[object]:
    return [line["actie"] for line in lines]


def test_each_line_is_bound_to_the_one_before(app: Flask, samira: str) -> None:
    lines = read_lines()
    assert [line["nummer"] for line in lines] == list(range(1, len(lines) + 1))
    assert lines[0]["vorige_hash"] == BEGIN
    assert all(b["vorige_hash"] == a["hash"] for a, b in zip(lines, lines[1:], strict=False))
    assert list(check_keten(get_keten(db.engine).read_sleutel(), lines)) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE logboek SET actie = 'x' WHERE nummer = 1",
        "DELETE FROM logboek WHERE nummer = 1",
        "DELETE FROM logboek",
        "INSERT INTO logboek SELECT * FROM logboek WHERE nummer = 1 ON CONFLICT (nummer) DO UPDATE SET actie = 'x'",
    ],
)
def test_the_database_refuses_to_change_a_line_or_to_take_it_away(samira: str, statement: str) -> None:
    before = read_lines()
    with pytest.raises(DBAPIError, match="blijven zoals ze zijn"), writing():
        db.session.execute(text(statement))
    assert read_lines() == before


def test_the_short_cut_of_each_database_is_refused_as_well(samira: str, database: str) -> None:
    short_cuts = {
        "sqlite": "INSERT OR REPLACE INTO logboek SELECT * FROM logboek WHERE nummer = 1",
        "postgresql": "TRUNCATE logboek",
    }
    before = read_lines()
    with pytest.raises(DBAPIError, match="blijven zoals ze zijn"), writing():
        db.session.execute(text(short_cuts[database]))
    assert read_lines() == before


def close_logboek(database: str) -> None:
    """From now on no line can be added."""
    statements = {
        "sqlite": ["CREATE TRIGGER dicht BEFORE INSERT ON logboek BEGIN SELECT RAISE(ABORT, 'schijf vol'); END"],
        "postgresql": [
            "CREATE FUNCTION dicht() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'schijf vol'; END $$",
            "CREATE TRIGGER dicht BEFORE INSERT ON logboek FOR EACH ROW EXECUTE FUNCTION dicht()",
        ],
    }
    with writing():
        for statement in statements[database]:
            db.session.execute(text(statement))


def test_a_line_that_cannot_be_written_undoes_the_act(outside: Context, anja: Mens, samira: str, database: str) -> None:
    close_logboek(database)
    notitie = Notitie(id=outside.new_id(), tekst="Weg.", gemaakt_op=outside.now(), auteur=anja)
    with pytest.raises(LogboekDicht):
        record_notitie(outside, samira, notitie)
    assert db.session.execute(text("SELECT count(*) FROM notitie")).scalar() == 0


def test_a_retry_and_a_change_of_nothing_leave_no_line(outside: Context, anja: Mens, samira: str) -> None:
    notitie = Notitie(id=outside.new_id(), tekst="Eén keer.", gemaakt_op=outside.now(), auteur=anja)
    record_notitie(outside, samira, notitie)
    set_standen(outside, anja, samira, {"schulden": StandSoort.OVER_GEPRAAT})
    before = read_lines()
    record_notitie(outside, samira, notitie)
    assert not change_notitie(outside, anja, samira, notitie, op_versie=1)
    set_standen(outside, anja, samira, {"schulden": StandSoort.OVER_GEPRAAT})
    assert read_lines() == before


def test_a_change_names_the_fields_that_changed_and_no_others(outside: Context, anja: Mens, samira: str) -> None:
    notitie = Notitie(id=outside.new_id(), tekst="Eerst.", gemaakt_op=outside.now(), auteur=anja)
    record_notitie(outside, samira, notitie)
    anders = Notitie(id=notitie.id, tekst="Toen.", gemaakt_op=outside.now(), auteur=anja)
    change_notitie(outside, anja, samira, anders, op_versie=1)
    assert read_lines()[-1]["velden"] == '["tekst"]'


def test_what_did_not_succeed_is_told_as_such(outside: Context, anja: Mens, samira: str) -> None:
    notitie = Notitie(id=outside.new_id(), tekst="Eerst.", gemaakt_op=outside.now(), auteur=anja)
    record_notitie(outside, samira, notitie)
    with pytest.raises(Botsing):
        record_notitie(outside, samira, Notitie(id=notitie.id, tekst="Toen.", gemaakt_op=outside.now(), auteur=anja))
    assert (read_lines()[-1]["actie"], read_lines()[-1]["uitslag"]) == ("notitie geschreven", "fout")


def test_every_act_has_a_sentence_and_a_line_without_its_facts_is_refused(outside: Context, anja: Mens) -> None:
    assert set(SOORTEN) == set(Actie)
    with pytest.raises(ValueError, match="casus_id"):
        Logregel(op=outside.now(), medewerker_id=anja.id, actie=Actie.GELEZEN)
    with pytest.raises(ValueError, match="namen van velden"):
        Logregel(op=outside.now(), medewerker_id=anja.id, actie=Actie.AFGEMELD, velden=("Zij zei: ik ga.",))


def test_the_key_is_made_once_and_never_again_when_there_are_lines(
    app: Flask, outside: Context, anja: Mens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "sleutels" / SLEUTEL
    assert key.stat().st_mode & 0o077 == 0
    key.unlink()
    db.session.remove()
    again = make_app(tmp_path, outside, DATABASE=app.config["DATABASE"])
    with again.app_context():
        before = read_lines()
        with pytest.raises(LogboekDicht):
            log(outside, anja, Actie.AFGEMELD)
        assert read_lines() == before
        db.session.remove()
        db.engine.dispose()
    assert not key.exists()


def test_the_first_line_of_a_day_becomes_an_anchor(outside: Context, clock: Clock, anja: Mens, tmp_path: Path) -> None:
    for _ in range(2):
        log(outside, anja, Actie.AFGEMELD)
    clock.move(days=1)
    for _ in range(2):
        log(outside, anja, Actie.AFGEMELD)
    lines = read_lines()
    assert (tmp_path / "sleutels" / ANKERS).read_text().splitlines() == [
        f"2026-07-14 1 {lines[0]['hash']}",
        f"2026-07-15 4 {lines[3]['hash']}",
    ]


def test_lines_from_before_the_chain_get_a_place_in_it(
    tmp_path: Path, outside: Context, new_database: Callable[[], str]
) -> None:
    app = make_app(tmp_path / "oud", outside, DATABASE=new_database())
    with app.app_context():
        migrate("0001")
        with writing():
            for n in range(3):
                db.session.execute(
                    text(
                        "INSERT INTO logboek (op, actie, velden, grond) "
                        "VALUES ('2026-07-14 10:00:00.000000', :wat, '[]', '')"
                    ),
                    {"wat": f"act {n}"},
                )
        migrate()
        lines = read_lines()
        assert what(lines) == ["act 0", "act 1", "act 2"]
        assert list(check_keten(get_keten(db.engine).read_sleutel(), lines)) == []
        db.session.remove()
        db.engine.dispose()


def test_two_who_act_at_the_same_moment_make_one_chain(app: Flask, outside: Context, anja: Mens) -> None:
    import threading

    def act() -> None:
        with app.app_context():
            for _ in range(20):
                with logged(outside, anja, Actie.LIJST_GELEZEN, aantal=0):
                    pass
            db.session.remove()

    threads = [threading.Thread(target=act) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = read_lines()
    assert len(lines) == 81
    assert list(check_keten(get_keten(db.engine).read_sleutel(), lines)) == []


LANG = timedelta(days=10_000)
"""The clock of these tests jumps, and is believed."""


def work_for_years(outside: Context, anja: Mens, clock: Clock) -> int:
    """Lines of two days in 2026, of 2028 and of 2032. The number of the first line of the second day."""
    log(outside, anja, Actie.AANGEMELD)
    clock.move(days=1)
    log(outside, anja, Actie.AANGEMELD)
    tweede_dag = int(str(read_lines()[-1]["nummer"]))
    for years in (2, 4):
        log(outside, anja, Actie.AFGEMELD)
        clock.move(days=365 * years + 2)
    log(outside, anja, Actie.AANGEMELD)
    return tweede_dag


def inspect() -> Nagekeken:
    keten = get_keten(db.engine)
    return inspect_keten(keten.read_sleutel(), read_lines(), keten.read_ankers())


def test_what_is_older_than_five_years_goes_up_to_an_anchor(
    app: Flask, outside: Context, anja: Mens, samira: str, clock: Clock
) -> None:
    tweede_dag = work_for_years(outside, anja, clock)
    before = read_lines()
    assert trim_logboek(outside, LANG) == tweede_dag - 1
    after = read_lines()
    assert after[:-1] == before[tweede_dag - 1 :]
    assert (after[-1]["actie"], after[-1]["aantal"]) == ("logboek opgeruimd", tweede_dag - 1)
    found = inspect()
    assert found.fouten == []
    assert found.uitleg == [f"de regels tot en met {tweede_dag - 1} zijn opgeruimd: ze waren ouder dan 5 jaar"]
    # after a fire the anchors may be gone; the line that says so is bound by the key
    assert inspect_keten(get_keten(db.engine).read_sleutel(), after).fouten == []
    assert trim_logboek(outside, LANG) == 0


def test_after_clearing_the_lines_that_stay_are_as_fixed_as_before(
    app: Flask, outside: Context, anja: Mens, samira: str, clock: Clock
) -> None:
    tweede_dag = work_for_years(outside, anja, clock)
    trim_logboek(outside, LANG)
    with pytest.raises(DBAPIError, match="blijven zoals ze zijn"), writing():
        db.session.execute(text(f"DELETE FROM logboek WHERE nummer = {tweede_dag}"))
    # who clears on his own has no line that says so, and is found
    with writing():
        db.session.execute(text(f"INSERT INTO logboekopruiming VALUES ({tweede_dag + 1}, '2032-01-01 00:00:00')"))
        db.session.execute(text(f"DELETE FROM logboek WHERE nummer <= {tweede_dag}"))
    assert any("ontbreken" in fout for fout in inspect().fouten)


def test_nothing_goes_when_the_clock_or_the_anchor_is_not_believed(
    app: Flask, outside: Context, anja: Mens, samira: str, clock: Clock
) -> None:
    work_for_years(outside, anja, clock)
    before = read_lines()
    with pytest.raises(Kloksprong):
        trim_logboek(outside, timedelta(days=31))
    ankers = get_keten(db.engine).ankers
    ankers.write_text("".join(f"{regel[:-64]}{'0' * 64}\n" for regel in ankers.read_text().splitlines()))
    with pytest.raises(Ankerbreuk):
        trim_logboek(outside, LANG)
    assert [line["nummer"] for line in read_lines()][: len(before)] == [line["nummer"] for line in before]


def test_a_beginning_that_was_cut_off_is_not_taken_for_clearing(app: Flask, outside: Context, samira: str) -> None:
    keten = get_keten(db.engine)
    lines = read_lines()
    anker = Anker(to_dag(outside.now()), 2, str(lines[1]["hash"]))
    assert inspect_keten(keten.read_sleutel(), lines[1:], [anker]).fouten == ["regel 1 ontbreekt"]
    assert "regel 1 ontbreekt" in inspect_keten(keten.read_sleutel(), lines[1:]).fouten
