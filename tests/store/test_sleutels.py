"""The keys: made once, checked at every start, rotated without a moment in which something cannot be read."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, text

from leefgebieden.actions.notitie import record_notitie
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.db import db, writing
from leefgebieden.store.sleutelbos import SleutelOnleesbaar, SleutelOntbreekt
from leefgebieden.store.sleutels import (
    SleutelVerkeerd,
    check_sleutels,
    fetch_actieve_kek,
    get_bos,
    rotate_sleutels,
)
from leefgebieden.store.tables import casus, sleutel
from leefgebieden.store.verzegeling import Zegelbreuk


@pytest.fixture
def notitie(outside: Context, anja: Mens, samira: str) -> Notitie:
    notitie = Notitie(id=outside.new_id(), tekst="Woorden van Samira.", gemaakt_op=outside.now(), auteur=anja)
    record_notitie(outside, samira, notitie)
    return notitie


def read_tekst(samira: str) -> str:
    db.session.remove()
    gelezen = fetch_casus(samira)
    assert gelezen is not None
    return gelezen.hele.notities[0].tekst


def test_the_key_file_is_for_its_owner_only(app: Flask) -> None:
    bestand = get_bos().find_bestand(fetch_actieve_kek())
    assert oct(bestand.stat().st_mode)[-3:] == "600"


def test_every_casus_and_every_medewerker_has_a_key_of_its_own(app: Flask, anja: Mens, samira: str) -> None:
    rijen = db.session.execute(select(sleutel.c.eigenaar_id, sleutel.c.soort, sleutel.c.gewikkeld)).all()
    soorten = {rij.eigenaar_id: rij.soort for rij in rijen}
    assert soorten[anja.id] == "medewerker"
    assert soorten[samira] == "casus"
    assert len({bytes(rij.gewikkeld) for rij in rijen}) == len(rijen)


def test_a_missing_key_is_named_and_none_is_made(app: Flask, outside: Context, notitie: Notitie) -> None:
    kek_id = fetch_actieve_kek()
    get_bos().destroy(kek_id)
    with pytest.raises(SleutelOntbreekt, match=kek_id):
        check_sleutels(outside.now())
    assert get_bos().list_ids() == []


def test_a_wrong_key_is_named(app: Flask, outside: Context, notitie: Notitie) -> None:
    kek_id = fetch_actieve_kek()
    get_bos().find_bestand(kek_id).write_bytes(b"\x00" * 32)
    get_bos()._gelezen.clear()
    with pytest.raises(SleutelVerkeerd, match=kek_id):
        check_sleutels(outside.now())


def test_a_key_file_of_the_wrong_length_is_no_key(app: Flask, outside: Context, notitie: Notitie) -> None:
    get_bos().find_bestand(fetch_actieve_kek()).write_bytes(b"kort")
    get_bos()._gelezen.clear()
    with pytest.raises(SleutelOnleesbaar):
        check_sleutels(outside.now())


def test_where_something_is_sealed_no_new_key_is_ever_made(app: Flask, outside: Context, notitie: Notitie) -> None:
    with writing():
        db.session.execute(text("DELETE FROM sleutel"))
        db.session.execute(text("DELETE FROM kek"))
    with pytest.raises(SleutelOntbreekt):
        check_sleutels(outside.now())


def test_rows_that_changed_places_do_not_open(app: Flask, outside: Context, anja: Mens, samira: str) -> None:
    for tekst in ("Een.", "Twee."):
        record_notitie(
            outside, samira, Notitie(id=outside.new_id(), tekst=tekst, gemaakt_op=outside.now(), auteur=anja)
        )
    with writing():
        een, twee = db.session.execute(text("SELECT id, inhoud FROM notitie ORDER BY volgnummer")).all()
        for id_, inhoud in ((een.id, twee.inhoud), (twee.id, een.inhoud)):
            db.session.execute(text("UPDATE notitie SET inhoud = :i WHERE id = :id"), {"i": inhoud, "id": id_})
    with pytest.raises(Zegelbreuk):
        fetch_casus(samira)


def test_an_older_version_put_back_does_not_open(app: Flask, samira: str) -> None:
    with writing():
        db.session.execute(casus.update().values(versie=casus.c.versie + 1))
    with pytest.raises(Zegelbreuk):
        fetch_casus(samira)


def test_a_rotation_leaves_everything_readable_and_the_old_key_gone(
    app: Flask, outside: Context, notitie: Notitie, samira: str
) -> None:
    oud = fetch_actieve_kek()
    steps = list(rotate_sleutels(outside.now()))
    assert steps[-1] == "oude sleutel vernietigd"
    assert fetch_actieve_kek() != oud
    assert get_bos().list_ids() == [fetch_actieve_kek()]
    assert read_tekst(samira) == "Woorden van Samira."


@pytest.mark.sqlite_only("an old copy of the file is put back, and PostgreSQL has no such file")
def test_after_a_rotation_an_old_copy_of_the_file_does_not_open(
    app: Flask, outside: Context, notitie: Notitie, samira: str, tmp_path: Path
) -> None:
    db.session.execute(text("SELECT 1"))
    db.session.rollback()
    db.engine.dispose()
    shutil.copy(tmp_path / "leefgebieden.sqlite3", tmp_path / "oud.sqlite3")
    list(rotate_sleutels(outside.now()))
    db.session.remove()
    db.engine.dispose()
    shutil.copy(tmp_path / "oud.sqlite3", tmp_path / "leefgebieden.sqlite3")
    with pytest.raises(SleutelOntbreekt):
        fetch_casus(samira)


KILL = """
import os, signal, sys
from datetime import UTC, datetime
from leefgebieden import create_app
from leefgebieden.store.sleutels import rotate_sleutels
with create_app().app_context():
    for number, step in enumerate(rotate_sleutels(datetime.now(UTC)), start=1):
        if number == int(sys.argv[1]):
            os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5])
def test_a_rotation_that_is_killed_after_any_step_is_finished_at_the_next_start(
    app: Flask, outside: Context, notitie: Notitie, samira: str, tmp_path: Path, step: int
) -> None:
    db.session.remove()
    db.engine.dispose()
    environment = {
        **os.environ,
        "LEEFGEBIEDEN_INSTANCE": str(tmp_path),
        "LEEFGEBIEDEN_SLEUTELS": str(tmp_path / "sleutels"),
        "LEEFGEBIEDEN_DATABASE": app.config["DATABASE"],
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    done = subprocess.run([sys.executable, "-c", KILL, str(step)], env=environment, check=False)
    assert done.returncode == -signal.SIGKILL
    assert read_tekst(samira) == "Woorden van Samira."
    check_sleutels(outside.now())
    assert read_tekst(samira) == "Woorden van Samira."
    list(rotate_sleutels(outside.now()))
    assert get_bos().list_ids() == [fetch_actieve_kek()]
    assert read_tekst(samira) == "Woorden van Samira."
