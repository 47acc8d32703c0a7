"""What was erased never comes back: not from a backup, a file, or a form that was still open."""

import shutil
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from leefgebieden.actions.casus import begin_casus
from leefgebieden.actions.uitwisseling import export_casus, import_casus
from leefgebieden.content.model import Content, Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.casusbestand import read_casusbestand
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.vorm import Id
from leefgebieden.store.casus import casus_exists
from leefgebieden.store.db import db, writing
from leefgebieden.store.grafsteen import (
    Gewist,
    append_grafsteen,
    find_bestand,
    insert_grafsteen,
    is_gewist,
    read_grafstenen,
    replay_grafstenen,
)
from leefgebieden.store.opstarten import open_database
from leefgebieden.store.sleutels import get_bos, needs_rotation
from leefgebieden.store.tables import grafsteen
from leefgebieden.store.wissen import delete_casus
from tests.pages import PagesClient


@pytest.fixture
def gewist(outside: Context, samira: str) -> str:
    """Samira, erased as the act does it: the line beside the keys first. Her id."""
    append_grafsteen(samira, outside.now())
    with writing():
        delete_casus(samira)
        insert_grafsteen(samira, outside.now())
    return samira


def test_a_tombstone_is_an_id_and_a_moment(app: Flask, outside: Context, gewist: str) -> None:
    assert find_bestand().read_text("ascii") == f"{gewist} {outside.now().isoformat()}\n"
    assert read_grafstenen() == {gewist: outside.now()}
    assert oct(find_bestand().stat().st_mode)[-3:] == "600"


def test_a_form_that_was_still_open_does_not_make_it_again(outside: Context, gewist: str, anja: Mens) -> None:
    with pytest.raises(Gewist):
        begin_casus(outside, anja, Id(gewist), "Samira", Kanaal.EROPAF)
    assert not casus_exists(gewist)


def test_a_file_does_not_bring_it_back(outside: Context, content: Content, samira: str, anja: Mens) -> None:
    bestand = export_casus(outside, anja, samira)
    append_grafsteen(samira, outside.now())
    replay_grafstenen()
    with pytest.raises(Gewist):
        import_casus(outside, anja, read_casusbestand(bestand, content))
    assert not casus_exists(samira)


@pytest.mark.sqlite_only("an old copy of the file is put back, and PostgreSQL has no such file")
def test_a_backup_that_is_put_back_is_erased_again_at_the_next_start(
    app: Flask, outside: Context, samira: str, tmp_path: Path
) -> None:
    db.session.remove()
    db.engine.dispose()
    shutil.copy(tmp_path / "leefgebieden.sqlite3", tmp_path / "kopie")
    append_grafsteen(samira, outside.now())
    assert replay_grafstenen() == 1
    db.session.remove()
    db.engine.dispose()
    shutil.copy(tmp_path / "kopie", tmp_path / "leefgebieden.sqlite3")
    assert casus_exists(samira)
    oud = get_bos().list_ids()
    open_database(outside.now())
    assert not casus_exists(samira)
    assert is_gewist(samira)
    assert not needs_rotation()
    assert not set(oud) & set(get_bos().list_ids())
    assert replay_grafstenen() == 0


def test_a_file_that_is_gone_is_written_again_from_the_database(app: Flask, outside: Context, gewist: str) -> None:
    find_bestand().unlink()
    open_database(outside.now())
    assert read_grafstenen() == {gewist: outside.now()}


def test_a_line_that_was_cut_off_is_no_tombstone(app: Flask, outside: Context, samira: str) -> None:
    find_bestand().write_text(f"{samira[:20]}\nonzin\n{samira} 2026-07", "ascii")
    assert replay_grafstenen() == 0
    assert casus_exists(samira)
    assert db.session.execute(select(func.count()).select_from(grafsteen)).scalar_one() == 0


def test_who_worked_with_the_person_reads_that_it_was_erased_and_others_read_nothing(
    app: Flask, client: PagesClient, vera_client: PagesClient, outside: Context, samira: str
) -> None:
    client.get(f"/mensen/{samira}")
    append_grafsteen(samira, outside.now())
    replay_grafstenen()
    assert "Dit is gewist" in client.get(f"/mensen/{samira}", 410).text
    woorden = "Dit typte ik toen er geen internet was, en het was veel werk."
    page = client.post(f"/mensen/{samira}/notities/nieuw", {"tekst": woorden}, 410)
    assert woorden in page.html
    assert vera_client.get(f"/mensen/{samira}", 404).h1 == "Niet gevonden"
