"""One notitie that goes for good, or to somebody else."""

from threading import Thread

import pytest
from flask import Flask
from sqlalchemy import LargeBinary, func, select

from leefgebieden.actions.casus import begin_casus
from leefgebieden.actions.concept import keep_concept
from leefgebieden.actions.fouten import NietGevonden
from leefgebieden.actions.notitie import change_notitie, record_notitie
from leefgebieden.actions.notitieweg import AndereSoort, count_a4s_met, erase_notitie, move_notitie
from leefgebieden.actions.samenvatting import keep_samenvatting, log_getekend
from leefgebieden.actions.uitwisseling import export_casus
from leefgebieden.content.model import Content, Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.casus import GemaakteSamenvatting, Namen
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.samenvatting import Gelezen, compose_samenvatting
from leefgebieden.domain.vorm import Id, to_plain
from leefgebieden.store.casus import fetch_casus, fetch_casus_met_versies
from leefgebieden.store.concept import fetch_concept
from leefgebieden.store.db import db
from leefgebieden.store.hersleutelen import ZEGELPLEKKEN
from leefgebieden.store.logboek import fetch_logregels
from leefgebieden.store.sleutels import check_sleutels, get_bos, get_dek, rotate_sleutels
from leefgebieden.store.tables import logboek, logboekgrond, metadata, notitie_versie
from leefgebieden.store.verzegeling import Zegelbreuk, unseal


@pytest.fixture
def notitie(outside: Context, anja: Mens, samira: str) -> Notitie:
    """Written and changed once, so that there is an earlier version."""
    notitie = Notitie(outside.new_id(), "Slaapt slecht.", plaatsen=("nacht",), gemaakt_op=outside.now(), auteur=anja)
    record_notitie(outside, samira, notitie)
    nieuw = Notitie(notitie.id, "Slaapt beter.", plaatsen=("nacht",), gemaakt_op=outside.now(), auteur=anja)
    change_notitie(outside, anja, samira, nieuw, op_versie=1)
    return nieuw


@pytest.fixture
def bram(outside: Context, anja: Mens) -> str:
    """Somebody else that Anja works with. The id."""
    casus_id = outside.new_id()
    begin_casus(outside, anja, casus_id, "Bram", Kanaal.LOKET)
    return casus_id


def read_notities(casus_id: str) -> tuple[Notitie, ...]:
    db.session.remove()
    gelezen = fetch_casus_met_versies(casus_id)
    assert gelezen is not None
    return gelezen.hele.notities


def test_it_is_gone_with_its_versions_and_the_rest_still_opens(
    app: Flask, outside: Context, anja: Mens, samira: str, notitie: Notitie
) -> None:
    record_notitie(outside, samira, Notitie(outside.new_id(), "Blijft.", gemaakt_op=outside.now(), auteur=anja))
    keep_concept(outside, anja.id, samira, "notitie", {"tekst": ["Begonnen"]}, fout=False)
    log_getekend(outside, anja, samira, Namen.INITIALEN, grond="Voor het gesprek van morgen")
    erase_notitie(outside, anja, samira, notitie.id)
    assert [n.tekst for n in read_notities(samira)] == ["Blijft."]
    assert db.session.execute(select(func.count()).select_from(notitie_versie)).scalar_one() == 0
    begonnen = fetch_concept(anja.id, samira, "notitie")
    assert begonnen is not None
    assert begonnen.velden == {"tekst": ["Begonnen"]}
    assert "Voor het gesprek van morgen" in [regel.grond for regel in fetch_logregels(samira)]


def test_what_the_disk_remembers_of_it_opens_with_no_key_that_is_left(
    app: Flask, outside: Context, anja: Mens, samira: str, notitie: Notitie
) -> None:
    tabel = metadata.tables["notitie"]
    rij = db.session.execute(select(tabel.c.versie, tabel.c.inhoud).where(tabel.c.id == notitie.id)).one()
    plaats = f"notities|inhoud|{samira}|{notitie.id}|{rij.versie}"
    unseal(get_dek(samira), rij.inhoud, plaats)
    keks = get_bos().list_ids()
    erase_notitie(outside, anja, samira, notitie.id)
    db.session.remove()
    with pytest.raises(Zegelbreuk):
        unseal(get_dek(samira), rij.inhoud, plaats)
    assert not set(keks) & set(get_bos().list_ids())


def test_erasing_two_after_each_other_keeps_the_reasons_readable(
    app: Flask, outside: Context, anja: Mens, samira: str, notitie: Notitie
) -> None:
    ander = Notitie(outside.new_id(), "Ook weg.", gemaakt_op=outside.now(), auteur=anja)
    record_notitie(outside, samira, ander)
    log_getekend(outside, anja, samira, Namen.INITIALEN, grond="Eerste reden")
    erase_notitie(outside, anja, samira, notitie.id)
    log_getekend(outside, anja, samira, Namen.INITIALEN, grond="Tweede reden")
    erase_notitie(outside, anja, samira, ander.id)
    db.session.remove()
    assert [r.grond for r in fetch_logregels(samira) if r.grond] == ["Tweede reden", "Eerste reden"]
    assert db.session.execute(select(func.count()).select_from(logboekgrond)).scalar_one() == 2


def test_a_made_a4_with_its_words_goes_too(
    app: Flask, outside: Context, content: Content, anja: Mens, frans: str
) -> None:
    gelezen = fetch_casus(frans)
    assert gelezen is not None
    a4 = compose_samenvatting(
        gelezen.hele, content, namen=Namen.INITIALEN, gelezen=Gelezen.NOG_NIET, maker="Anja", nu=outside.now()
    )
    inhoud = to_plain(a4)
    keep_samenvatting(
        outside, anja, frans, GemaakteSamenvatting(outside.new_id(), outside.now(), Namen.INITIALEN, inhoud)
    )
    erop = next(n for n in gelezen.hele.notities if n.id in str(inhoud))
    voor = len(gelezen.hele.samenvattingen) + 1
    gaan = count_a4s_met(frans, erop)
    assert gaan >= 1
    erase_notitie(outside, anja, frans, erop.id)
    db.session.remove()
    na = fetch_casus(frans)
    assert na is not None
    assert len(na.hele.samenvattingen) == voor - gaan


def test_a_moved_notitie_has_its_versions_with_it(
    app: Flask, outside: Context, anja: Mens, samira: str, bram: str, notitie: Notitie
) -> None:
    move_notitie(outside, anja, samira, bram, notitie.id)
    assert read_notities(samira) == ()
    (daar,) = read_notities(bram)
    assert daar.tekst == "Slaapt beter."
    assert [v.tekst for v in daar.versies] == ["Slaapt slecht."]
    gewijzigd = Notitie(notitie.id, "Slaapt goed.", plaatsen=("nacht",), gemaakt_op=outside.now(), auteur=anja)
    change_notitie(outside, anja, bram, gewijzigd, op_versie=1)
    (daar,) = read_notities(bram)
    assert [v.tekst for v in daar.versies] == ["Slaapt slecht.", "Slaapt beter."]


def test_moving_it_back_undoes_it_and_both_sides_have_their_lines(
    app: Flask, outside: Context, anja: Mens, samira: str, bram: str, notitie: Notitie
) -> None:
    voor = export_casus(outside, anja, samira)
    move_notitie(outside, anja, samira, bram, notitie.id)
    move_notitie(outside, anja, bram, samira, notitie.id)
    assert export_casus(outside, anja, samira) == voor
    for casus_id, eerste, tweede in (
        (samira, "notitie verplaatst", "notitie gekregen"),
        (bram, "notitie gekregen", "notitie verplaatst"),
    ):
        acties = db.session.execute(
            select(logboek.c.actie)
            .where(logboek.c.casus_id == casus_id, logboek.c.onderdeel_id == notitie.id)
            .order_by(logboek.c.nummer)
        )
        assert [a for a in acties.scalars() if "notitie g" in a or "verplaatst" in a][-2:] == [eerste, tweede]


def test_somebody_real_and_somebody_made_up_are_never_mixed(
    app: Flask, outside: Context, anja: Mens, samira: str, frans: str, notitie: Notitie
) -> None:
    with pytest.raises(AndereSoort):
        move_notitie(outside, anja, samira, frans, notitie.id)
    assert len(read_notities(samira)) == 1


def test_a_notitie_of_somebody_else_is_not_found(
    app: Flask, outside: Context, anja: Mens, samira: str, bram: str, notitie: Notitie
) -> None:
    with pytest.raises(NietGevonden):
        erase_notitie(outside, anja, bram, notitie.id)
    with pytest.raises(NietGevonden):
        move_notitie(outside, anja, bram, samira, notitie.id)
    with pytest.raises(NietGevonden):
        erase_notitie(outside, anja, samira, Id("00000000-0000-4000-8000-000000000000"))
    assert len(read_notities(samira)) == 1


def test_every_column_with_content_of_a_casus_gets_the_new_key(app: Flask) -> None:
    gesloten = {(plek.tabel.name, plek.kolom.name) for plek in ZEGELPLEKKEN}
    van_casus = {
        (tabel.name, kolom.name)
        for tabel in metadata.sorted_tables
        if "casus_id" in tabel.c or tabel.name == "casus"
        for kolom in tabel.c
        if isinstance(kolom.type, LargeBinary)
    }
    # what a device sealed and what could not be placed is sealed for its author, not for the casus
    assert gesloten == van_casus - {("verzegeld", "inhoud")}


def test_who_read_before_the_key_was_renewed_still_writes_what_opens(
    app: Flask, outside: Context, anja: Mens, karim: Mens, samira: str, notitie: Notitie
) -> None:
    """A form that is being saved while a colleague erases a notitie of the same casus."""
    assert fetch_casus(samira) is not None  # the key is known to this session from here on
    other = Thread(target=_erase_elsewhere, args=(app, outside, anja, samira, notitie.id))
    other.start()
    other.join()
    record_notitie(outside, samira, Notitie(outside.new_id(), "Net erna.", gemaakt_op=outside.now(), auteur=karim))
    assert [n.tekst for n in read_notities(samira)] == ["Net erna."]


def _erase_elsewhere(app: Flask, outside: Context, anja: Mens, samira: str, notitie_id: Id) -> None:
    with app.app_context():
        erase_notitie(outside, anja, samira, notitie_id)


def test_who_reads_while_the_key_is_rotated_still_reads(
    app: Flask, outside: Context, anja: Mens, samira: str, notitie: Notitie
) -> None:
    """A page that began to read before a rotation, and opens what it read after it."""
    db.session.remove()
    db.session.execute(select(logboek.c.nummer).limit(1)).all()
    rotation = Thread(target=_rotate_elsewhere, args=(app, outside))
    rotation.start()
    rotation.join()
    gelezen = fetch_casus(samira)
    assert gelezen is not None
    assert [n.tekst for n in gelezen.hele.notities] == ["Slaapt beter."]


def _rotate_elsewhere(app: Flask, outside: Context) -> None:
    with app.app_context():
        list(rotate_sleutels(outside.now()))


def test_rotations_at_the_same_moment_take_turns(app: Flask, outside: Context, samira: str, notitie: Notitie) -> None:
    db.session.remove()  # a reader that stays makes each of them wait for it
    threads = [Thread(target=_rotate_elsewhere, args=(app, outside)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    check_sleutels(outside.now())
    assert len(get_bos().list_ids()) == 1
    assert [n.tekst for n in read_notities(samira)] == ["Slaapt beter."]
