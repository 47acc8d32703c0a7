"""A backup: everything at one moment, opened value by value, and never called a backup when it is not whole."""

import random
import sqlite3
import zipfile
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import LargeBinary, func, select, text, update

from leefgebieden.actions.noodtoegang import take_noodtoegang
from leefgebieden.actions.notitie import record_notitie
from leefgebieden.actions.oefening import begin_oefening, record_antwoord
from leefgebieden.actions.reserve import make_backup
from leefgebieden.actions.tweedestap import begin_totp
from leefgebieden.actions.uitwisseling import export_casus
from leefgebieden.context import Context
from leefgebieden.domain.antwoord import Antwoord
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.store.concept import Concept, replace_concept
from leefgebieden.store.db import db, writing, writing_options
from leefgebieden.store.nagelezen import Beschadigd, open_alles
from leefgebieden.store.reservebestand import MANIFEST, Reservebestand, ReserveFout
from leefgebieden.store.reservekopie import Reservekopie, list_halve, list_reservekopieen, make_reservekopie, run
from leefgebieden.store.reservesleutels import get_reservebos
from leefgebieden.store.sleutelbos import SleutelOntbreekt
from leefgebieden.store.sleutels import get_bos, rotate_sleutels
from leefgebieden.store.tables import logboek, metadata, notitie_versie
from leefgebieden.store.zegels import ZEGELS

KANARIE = "Kanarievogel in de keuken"


@pytest.fixture
def work(app: Flask, outside: Context, anja: Mens, tessa: Mens, samira: str, frans: str) -> Notitie:
    """Something in every table that holds sealed content."""
    notitie = Notitie(id=outside.new_id(), tekst=KANARIE, gemaakt_op=outside.now(), auteur=anja)
    record_notitie(outside, samira, notitie)
    take_noodtoegang(
        outside, tessa, outside.new_id(), samira, "Samira neemt niet op, en haar buurvrouw maakt zich zorgen."
    )
    begin_totp(outside, anja)
    export_casus(outside, anja, frans, "voor een collega")
    with writing():
        replace_concept(anja.id, samira, "notitie", Concept(outside.now(), {"tekst": ["half"]}, fout=False))
    return notitie


def back_up(outside: Context, folder: Path) -> Reservekopie:
    return run(make_backup(outside, folder))


def test_every_sealed_value_is_opened(outside: Context, work: Notitie, tmp_path: Path) -> None:
    kopie = back_up(outside, tmp_path / "kopie")
    there = sum(
        db.session.execute(select(func.count(column)).select_from(table)).scalar_one()
        for table in metadata.sorted_tables
        if table.name in ZEGELS
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    )
    reasons = db.session.execute(select(func.count()).where(logboek.c.grond != "")).scalar_one()
    with Reservebestand(kopie.bestand) as bestand:
        assert open_alles(bestand, get_reservebos().read(bestand.manifest.sleutel)) == there + reasons
    assert there > 100
    assert reasons > 0


def test_nothing_can_be_read_in_it_and_no_key_goes_along(outside: Context, work: Notitie, tmp_path: Path) -> None:
    kopie = back_up(outside, tmp_path / "kopie")
    with zipfile.ZipFile(kopie.bestand) as opened:
        inside = b"".join(opened.read(name) for name in opened.namelist()) + kopie.bestand.read_bytes()
    assert KANARIE.encode() not in inside
    assert b"Samira" not in inside
    keys = [bestand.read_bytes() for bestand in get_bos().map.glob("*.sleutel")]
    assert len(keys) == 3
    for key in keys:
        assert not [form for form in (key, key.hex().encode(), b64encode(key)) if form in inside]
    assert "kek" not in kopie.manifest.tabellen
    assert oct(kopie.bestand.stat().st_mode)[-3:] == "600"


def test_what_is_written_while_it_is_made_is_not_half_in_it(
    outside: Context, work: Notitie, anja: Mens, samira: str, tmp_path: Path
) -> None:
    """One moment: a notitie that comes in between two tables is left out whole, and the writer does not wait."""
    from leefgebieden.store.reservekopie import reading_snapshot
    from leefgebieden.store.rijen import read_rijen
    from leefgebieden.store.tabelvorm import reflect_tabellen

    with reading_snapshot() as connection:
        tables = {table.name: table for table in reflect_tabellen(connection)}
        before = len(list(read_rijen(connection, tables["logboek"])))
        with db.engine.connect().execution_options(**writing_options(db.engine)) as other:
            other.execute(update(notitie_versie).values(versie=notitie_versie.c.versie))
            other.exec_driver_sql("DELETE FROM noodtoegang")
            other.commit()
        assert len(list(read_rijen(connection, tables["noodtoegang"]))) == 1
        assert len(list(read_rijen(connection, tables["logboek"]))) == before


def test_a_value_that_does_not_open_makes_it_fail_and_the_one_before_stays(
    outside: Context, work: Notitie, tmp_path: Path
) -> None:
    good = back_up(outside, tmp_path / "kopie").bestand
    whole = good.read_bytes()
    with writing():
        db.session.execute(text("UPDATE notitie SET inhoud = :i WHERE id = :id"), {"i": bytes(60), "id": work.id})
    with pytest.raises(ReserveFout, match=f"tabel notitie gaat een waarde niet open.*{work.id}"):
        back_up(outside, tmp_path / "kopie")
    assert list_reservekopieen(tmp_path / "kopie") == [good]
    assert good.read_bytes() == whole
    assert [bestand.suffix for bestand in list_halve(tmp_path / "kopie")] == [".MISLUKT"]
    last = db.session.execute(select(logboek.c.actie, logboek.c.uitslag).order_by(logboek.c.nummer.desc()).limit(1))
    assert tuple(last.one()) == ("reservekopie gemaakt", "fout")


@pytest.mark.sqlite_only("PostgreSQL looks after its own files")
def test_a_database_that_is_damaged_gets_no_backup(app: Flask, outside: Context, work: Notitie, tmp_path: Path) -> None:
    db.session.remove()
    db.engine.dispose()
    bestand = tmp_path / "leefgebieden.sqlite3"
    with sqlite3.connect(bestand) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_notitie_casus'").fetchone()[0]
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    with bestand.open("r+b") as opened:
        opened.seek((root - 1) * 4096)
        opened.write(b"\xff" * 4096)
    with pytest.raises(Beschadigd, match="Bestand beschadigd"):
        run(make_reservekopie(tmp_path / "kopie", outside.now(), "test"))
    assert not (tmp_path / "kopie").exists()


def test_it_opens_with_the_key_of_its_period_whatever_became_of_the_key_of_the_database(
    outside: Context, work: Notitie, tmp_path: Path
) -> None:
    kopie = back_up(outside, tmp_path / "kopie")
    list(rotate_sleutels(outside.now()))
    with Reservebestand(kopie.bestand) as bestand:
        sleutel = get_reservebos().read(bestand.manifest.sleutel)
        bestand.check(sleutel)
        assert open_alles(bestand, sleutel) > 0
    get_reservebos().destroy(sleutel.id)
    with pytest.raises(SleutelOntbreekt, match=sleutel.id):
        get_reservebos().read(sleutel.id)


def check(bestand: Path) -> None:
    with Reservebestand(bestand) as opened:
        sleutel = get_reservebos().read(opened.manifest.sleutel)
        opened.check(sleutel)
        open_alles(opened, sleutel)


def test_a_file_that_was_damaged_anywhere_is_never_taken_for_a_whole_one(
    outside: Context, work: Notitie, tmp_path: Path
) -> None:
    """A byte flipped at 150 places, and cut off at 50: always named, or of no consequence; never another error."""
    kopie = back_up(outside, tmp_path / "kopie").bestand
    whole, chance, found = kopie.read_bytes(), random.Random(20260714), 0
    broken = tmp_path / "stuk.reserve"
    for round_ in range(200):
        place = chance.randrange(len(whole))
        flipped = whole[:place] + bytes([whole[place] ^ (1 << chance.randrange(8))]) + whole[place + 1 :]
        broken.write_bytes(flipped if round_ < 150 else whole[:place])
        try:
            check(broken)
        except (ReserveFout, SleutelOntbreekt):
            found += 1
    # what a zip says of dates and rights may change without anything of ours being lost
    assert found > 180


def rewrite(bestand: Path, naam: str, change: tuple[bytes, bytes]) -> Path:
    """The same zip with one part changed by somebody who knows how a zip is made."""
    out = bestand.with_name("vervalst.reserve")
    with zipfile.ZipFile(bestand) as source, zipfile.ZipFile(out, "w") as target:
        for one in source.namelist():
            inside = source.read(one)
            assert one != naam or change[0] in inside
            target.writestr(one, inside.replace(*change) if one == naam else inside)
    return out


def test_who_changes_a_row_and_its_hash_is_found_by_the_manifest(
    outside: Context, work: Notitie, bo: Mens, tmp_path: Path
) -> None:
    import hashlib

    kopie = back_up(outside, tmp_path / "kopie").bestand
    with zipfile.ZipFile(kopie) as opened:
        rows = opened.read("medewerker_rol.jsonl")
    forged = rows.replace(b"beheerder", b"docent   ")
    with pytest.raises(ReserveFout, match="tabel medewerker_rol"):
        check(rewrite(kopie, "medewerker_rol.jsonl", (b"beheerder", b"docent   ")))
    sums = tuple(hashlib.sha256(one).hexdigest().encode() for one in (rows, forged))
    with pytest.raises(ReserveFout, match="veranderd nadat hij is gemaakt"):
        check(rewrite(kopie, MANIFEST, (sums[0], sums[1])))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ((b"leefgebieden-reserve/1", b"leefgebieden-reserve/2"), "heeft formaat leefgebieden-reserve/2"),
        ((b'"sleutel": "2026', b'"sleutel": "../../2026'), "beschadigd"),
        ((b'"tabellen": {', b'"tabellen": [], "x": {'), "beschadigd"),
    ],
)
def test_a_manifest_of_something_else_is_said_to_be_that(
    outside: Context, work: Notitie, tmp_path: Path, change: tuple[bytes, bytes], says: str
) -> None:
    kopie = back_up(outside, tmp_path / "kopie").bestand
    with pytest.raises(ReserveFout, match=says):
        check(rewrite(kopie, MANIFEST, change))


@pytest.mark.parametrize("inside", [b"", b"geen zip", b"PK\x05\x06" + bytes(18), b"SQLite format 3\x00" + bytes(4000)])
def test_another_file_is_no_backup(app: Flask, tmp_path: Path, inside: bytes) -> None:
    (tmp_path / "x.reserve").write_bytes(inside)
    with pytest.raises(ReserveFout, match="geen reservekopie"):
        Reservebestand(tmp_path / "x.reserve")


def test_what_somebody_practises_goes_along_only_in_a_school(
    app: Flask, outside: Context, work: Notitie, sem: Mens, samira: str, tmp_path: Path
) -> None:
    oefening = outside.content.oefeningen["frans-van-noord"]
    poging = outside.new_id()
    begin_oefening(outside, sem, poging, oefening)
    record_antwoord(outside, sem, poging, Antwoord(outside.new_id(), "weer-contact", outside.now(), "Wachten"))
    for school, erin in ((False, False), (True, True)):
        kopie = back_up(replace(outside, alleen_oefenen=school), tmp_path / f"kopie-{school}")
        with Reservebestand(kopie.bestand) as bestand:
            ids = {rij["id"] for rij in bestand.read_tabel("casus")}
            assert samira in ids
            assert (poging in ids) is erin
            antwoorden = [rij["casus_id"] for rij in bestand.read_tabel("antwoord")]
            assert antwoorden == ([poging] if erin else [])
            sleutels = {rij["eigenaar_id"] for rij in bestand.read_tabel("sleutel")}
            assert (poging in sleutels) is erin
            # all that is in it opens, and nothing refers to what is not
            open_alles(bestand, get_reservebos().read(bestand.manifest.sleutel))
            assert {rij["casus_id"] for rij in bestand.read_tabel("betrokkene")} <= ids
