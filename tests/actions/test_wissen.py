"""Erasing: two people, or one and a day; and afterwards nothing opens, wherever it still lies."""

import os
import shutil
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import LargeBinary, func, select, update
from sqlalchemy.exc import IntegrityError

from leefgebieden.actions.concept import keep_concept
from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.notitie import record_notitie
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.actions.wissen import (
    TeVroeg,
    TweedeNodig,
    finish_wissen,
    refuse_wissen,
    request_wissen,
    wissen_in_steps,
    withdraw_wissen,
)
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.store.casus import casus_exists
from leefgebieden.store.db import db, writing
from leefgebieden.store.grafsteen import is_gewist, read_grafstenen
from leefgebieden.store.opstarten import open_database
from leefgebieden.store.sleutelbos import SleutelOntbreekt
from leefgebieden.store.sleutels import check_sleutels, get_bos, needs_rotation
from leefgebieden.store.tables import ONDERDELEN, logboek, medewerker, metadata, wisverzoek
from leefgebieden.store.wissen import BLIJVEN, list_casustabellen
from leefgebieden.store.wisverzoek import fetch_open_wisverzoek
from tests.people import Clock

WACHT = timedelta(hours=24)
KANARIE = "Kanarie-in-de-mijn"


def ask(outside: Context, door: Mens, samira: str, reden: str = "Zij vroeg erom") -> str:
    verzoek_id = outside.new_id()
    request_wissen(outside, door, verzoek_id, samira, reden, wacht=WACHT)
    return verzoek_id


def write(outside: Context, anja: Mens, samira: str) -> None:
    record_notitie(outside, samira, Notitie(outside.new_id(), KANARIE, gemaakt_op=outside.now(), auteur=anja))


def test_a_teamleider_approves_and_everything_is_gone(
    app: Flask, outside: Context, anja: Mens, lies: Mens, samira: str
) -> None:
    write(outside, anja, samira)
    keep_concept(outside, anja.id, samira, "notitie", {"tekst": [KANARIE]}, fout=False)
    ask(outside, anja, samira)
    finish_wissen(outside, lies, samira)
    assert not casus_exists(samira)
    assert is_gewist(samira)
    assert list(read_grafstenen()) == [samira]
    for tabel in list_casustabellen():
        rijen = select(func.count()).select_from(tabel).where(tabel.c.casus_id == samira)
        assert db.session.execute(rijen).scalar_one() == 0, tabel.name
    assert db.session.execute(select(wisverzoek.c.inhoud)).scalars().all() == [None]


def test_the_lines_of_the_logboek_stay(app: Flask, outside: Context, anja: Mens, lies: Mens, samira: str) -> None:
    ask(outside, anja, samira)
    finish_wissen(outside, lies, samira)
    acties = db.session.execute(
        select(logboek.c.actie, logboek.c.medewerker_id).where(logboek.c.casus_id == samira).order_by(logboek.c.nummer)
    ).all()
    assert acties[-2:] == [("wissen gevraagd", anja.id), ("casus gewist", lies.id)]


@pytest.mark.sqlite_only("an old copy of the file is put back, and PostgreSQL has no such file")
def test_an_old_copy_of_the_file_does_not_open_afterwards(
    app: Flask, outside: Context, anja: Mens, lies: Mens, samira: str, tmp_path: Path
) -> None:
    """The remnants on a disk and a copy are the same thing: old rows, with the key that they were wrapped under gone."""
    write(outside, anja, samira)
    ask(outside, anja, samira)
    db.session.remove()
    db.engine.dispose()
    shutil.copy(tmp_path / "leefgebieden.sqlite3", tmp_path / "kopie")
    finish_wissen(outside, lies, samira)
    db.session.remove()
    db.engine.dispose()
    shutil.copy(tmp_path / "kopie", tmp_path / "leefgebieden.sqlite3")
    with pytest.raises(SleutelOntbreekt):
        check_sleutels(outside.now())


@pytest.mark.sqlite_only(
    "on PostgreSQL rows stay on the disk until it is cleaned up: there the destroyed key is what counts"
)
def test_no_file_of_the_database_holds_anything_of_it_afterwards(
    app: Flask, outside: Context, anja: Mens, lies: Mens, samira: str, tmp_path: Path
) -> None:
    write(outside, anja, samira)
    ask(outside, anja, samira)
    rij = db.session.execute(select(ONDERDELEN["notities"].c.inhoud)).scalar_one()
    db.session.rollback()
    assert rij in (tmp_path / "leefgebieden.sqlite3-wal").read_bytes()
    finish_wissen(outside, lies, samira)
    for bestand in tmp_path.glob("leefgebieden.sqlite3*"):
        assert rij not in bestand.read_bytes(), bestand.name


def test_every_table_with_something_of_a_casus_is_emptied_or_named(app: Flask) -> None:
    met_casus = {tabel.name for tabel in metadata.sorted_tables if "casus_id" in tabel.c}
    assert {tabel.name for tabel in list_casustabellen()} | BLIJVEN == met_casus
    # what stays holds no content, but the reason of a request, which goes with the key and is emptied
    for naam in BLIJVEN:
        blobs = {kolom.name for kolom in metadata.tables[naam].c if isinstance(kolom.type, LargeBinary)}
        assert blobs <= {"inhoud"}


def test_nobody_approves_what_he_asked_for(app: Flask, outside: Context, anja: Mens, lies: Mens, samira: str) -> None:
    verzoek_id = ask(outside, anja, samira)
    with pytest.raises(TweedeNodig):
        finish_wissen(outside, anja, samira)
    with pytest.raises(IntegrityError), writing():
        db.session.execute(
            update(wisverzoek)
            .where(wisverzoek.c.id == verzoek_id)
            .values(goedgekeurd_door=anja.id, goedgekeurd_op=outside.now())
        )
    assert casus_exists(samira)


def test_who_works_alone_waits_a_day(
    app: Flask, outside: Context, clock: Clock, anja: Mens, karim: Mens, samira: str
) -> None:
    with writing():
        db.session.execute(update(medewerker).where(medewerker.c.id != anja.id).values(gestopt_op=outside.now()))
    ask(outside, anja, samira)
    clock.move(hours=23, minutes=59)
    with pytest.raises(TeVroeg):
        finish_wissen(outside, anja, samira)
    clock.move(minutes=1)
    finish_wissen(outside, anja, samira)
    assert not casus_exists(samira)


def test_who_worked_alone_when_he_asked_needs_a_second_when_somebody_came(
    app: Flask, outside: Context, clock: Clock, anja: Mens, karim: Mens, lies: Mens, samira: str
) -> None:
    with writing():
        db.session.execute(update(medewerker).where(medewerker.c.id != anja.id).values(gestopt_op=outside.now()))
    ask(outside, anja, samira)
    with writing():
        db.session.execute(update(medewerker).where(medewerker.c.id == lies.id).values(gestopt_op=None))
    clock.move(days=2)
    with pytest.raises(TweedeNodig):
        finish_wissen(outside, anja, samira)
    finish_wissen(outside, lies, samira)
    assert not casus_exists(samira)


def test_asking_twice_is_asking_once_and_another_request_is_refused(
    app: Flask, outside: Context, anja: Mens, samira: str
) -> None:
    verzoek_id = ask(outside, anja, samira)
    assert request_wissen(outside, anja, verzoek_id, samira, "Zij vroeg erom", wacht=WACHT) is Bewaard.AL_ONTVANGEN
    with pytest.raises(Botsing):
        ask(outside, anja, samira, "Iets anders")


def test_a_request_is_withdrawn_or_refused_and_nothing_goes(
    app: Flask, outside: Context, anja: Mens, lies: Mens, samira: str
) -> None:
    for let_go, door in ((withdraw_wissen, anja), (refuse_wissen, lies)):
        ask(outside, anja, samira)
        let_go(outside, door, samira)
        assert fetch_open_wisverzoek(samira) is None
        with pytest.raises(NietGevonden):
            finish_wissen(outside, lies, samira)
    assert casus_exists(samira)


def test_an_example_goes_at_once_and_may_be_loaded_again(
    app: Flask, outside: Context, anja: Mens, karim: Mens, frans: str
) -> None:
    ask(outside, anja, frans)
    finish_wissen(outside, anja, frans)
    assert not casus_exists(frans)
    assert not is_gewist(frans)


KILL = """
import os, signal, sys
from dataclasses import replace
from datetime import UTC, datetime
from leefgebieden import create_app
from leefgebieden.actions.wissen import wissen_in_steps
from leefgebieden.domain.mens import Mens
app = create_app()
with app.app_context():
    context = replace(app.extensions["context"], now=lambda: datetime(2026, 7, 14, 11, tzinfo=UTC))
    for number, step in enumerate(wissen_in_steps(context, Mens(sys.argv[2], "Lies"), sys.argv[3]), start=1):
        if number == int(sys.argv[1]):
            os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5, 6, 7, 8])
def test_an_erasure_that_is_killed_after_any_step_is_finished_at_the_next_start(
    app: Flask, outside: Context, anja: Mens, lies: Mens, samira: str, tmp_path: Path, step: int
) -> None:
    write(outside, anja, samira)
    ask(outside, anja, samira)
    oud = get_bos().list_ids()
    db.session.remove()
    db.engine.dispose()
    environment = {
        **os.environ,
        "LEEFGEBIEDEN_INSTANCE": str(tmp_path),
        "LEEFGEBIEDEN_SLEUTELS": str(tmp_path / "sleutels"),
        "LEEFGEBIEDEN_DATABASE": app.config["DATABASE"],
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    done = subprocess.run([sys.executable, "-c", KILL, str(step), lies.id, samira], env=environment, check=False)
    assert done.returncode == -signal.SIGKILL
    get_bos()._gelezen.clear()
    open_database(outside.now())
    assert not casus_exists(samira)
    assert is_gewist(samira)
    assert list(read_grafstenen()) == [samira]
    assert not needs_rotation()
    assert not set(oud) & set(get_bos().list_ids())
    assert len(get_bos().list_ids()) == 1


def test_the_steps_are_all_tried(app: Flask, outside: Context, anja: Mens, lies: Mens, samira: str) -> None:
    ask(outside, anja, samira)
    assert len(list(wissen_in_steps(outside, lies, samira))) == 8
