"""The overleg in the database, on both: it goes round in a file, is erased with the person, and opens under a new key."""

from dataclasses import replace
from datetime import timedelta

import pytest

from leefgebieden.actions.fouten import NietGevonden, Verouderd
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.actions.overleg import (
    Afgesloten,
    AlOpAgenda,
    change_overleg,
    close_overleg,
    plan_overleg,
    put_on_agenda,
    read_overleg,
    record_besluit,
    record_bijdrage,
)
from leefgebieden.content.model import Content
from leefgebieden.context import Context
from leefgebieden.domain.afspraak import Afspraak
from leefgebieden.domain.casus import GemaakteSamenvatting, HeleCasus, Namen
from leefgebieden.domain.casusbestand import read_casusbestand, write_casusbestand
from leefgebieden.domain.inzage import compose_inzage
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.overleg import Besluit, Bespreking, Bijdrage, Deelnemer, Overleg
from leefgebieden.domain.vorm import Id, Vormfout
from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.db import db, writing
from leefgebieden.store.hersleutelen import renew_sleutel
from leefgebieden.store.overleg import fetch_agenda, fetch_overleg
from leefgebieden.store.wissen import delete_casus


@pytest.fixture
def overleg(outside: Context, zuid: str, anja: Mens, kees: Mens) -> Overleg:
    nieuw = Overleg(
        Id(outside.new_id()),
        outside.now() + timedelta(hours=1),
        outside.now(),
        anja,
        deelnemers=(Deelnemer(anja.id, "Anja"), Deelnemer(kees.id, "Kees")),
    )
    plan_overleg(outside, nieuw, zuid)
    return nieuw


@pytest.fixture
def bespreking(outside: Context, overleg: Overleg, anja: Mens, samira: str) -> Bespreking:
    a4 = GemaakteSamenvatting(Id(outside.new_id()), outside.now(), Namen.INITIALEN, {"kop": {"roepnaam": "S."}})
    nieuw = Bespreking(Id(outside.new_id()), overleg.id, overleg.begint_op, "Wat nu?", a4.id)
    put_on_agenda(outside, anja, samira, nieuw, a4)
    return nieuw


def read(casus_id: str) -> HeleCasus:
    db.session.rollback()
    gelezen = fetch_casus(casus_id)
    assert gelezen is not None
    return gelezen.hele


def make_bijdrage(outside: Context, bespreking: Bespreking, door: Mens, tekst: str) -> Bijdrage:
    return Bijdrage(Id(outside.new_id()), bespreking.id, door, outside.now(), tekst)


def test_it_is_changed_over_the_version_that_was_shown(outside: Context, overleg: Overleg, anja: Mens) -> None:
    change_overleg(outside, anja, replace(overleg, plaats="Buurthuis"), op_versie=1)
    with pytest.raises(Verouderd):
        change_overleg(outside, anja, replace(overleg, plaats="Kantoor"), op_versie=1)
    rij = fetch_overleg(overleg.id)
    assert rij is not None
    assert (rij.overleg.plaats, rij.versie) == ("Buurthuis", 2)


def test_a_besluit_and_its_afspraken_come_together_and_once(
    outside: Context, overleg: Overleg, bespreking: Bespreking, anja: Mens, samira: str
) -> None:
    afspraak = Afspraak(Id(outside.new_id()), "Bellen")
    besluit = Besluit(Id(outside.new_id()), bespreking.id, anja, outside.now(), "We bellen", afspraken=(afspraak.id,))
    assert record_besluit(outside, overleg.id, besluit, [afspraak]) is Bewaard.NIEUW
    nog_een = replace(afspraak, id=Id(outside.new_id()))
    weer = replace(besluit, afspraken=(nog_een.id,))
    assert record_besluit(outside, overleg.id, weer, [nog_een]) is Bewaard.AL_ONTVANGEN
    assert read(samira).afspraken == (afspraak,)


def test_what_is_over_takes_no_words_and_the_same_person_stands_on_it_once(
    outside: Context, overleg: Overleg, bespreking: Bespreking, anja: Mens, samira: str
) -> None:
    weer = replace(bespreking, id=Id(outside.new_id()))
    a4 = GemaakteSamenvatting(Id(outside.new_id()), outside.now(), Namen.INITIALEN, {})
    with pytest.raises(AlOpAgenda):
        put_on_agenda(outside, anja, samira, weer, a4)
    close_overleg(outside, anja, overleg.id)
    with pytest.raises(Afgesloten):
        record_bijdrage(outside, overleg.id, make_bijdrage(outside, bespreking, anja, "Te laat"))
    with pytest.raises(NietGevonden):
        record_bijdrage(outside, outside.new_id(), make_bijdrage(outside, bespreking, anja, "Nergens"))
    assert read(samira).bijdragen == ()
    assert len(read(samira).samenvattingen) == 1


def test_it_goes_round_in_a_file_and_a_bijdrage_to_nothing_is_refused(
    outside: Context, content: Content, overleg: Overleg, bespreking: Bespreking, anja: Mens, samira: str
) -> None:
    record_bijdrage(outside, overleg.id, make_bijdrage(outside, bespreking, anja, "Mooi"))
    hele = read(samira)
    assert read_casusbestand(write_casusbestand(hele), content) == hele
    with pytest.raises(Vormfout, match="bespreking staat niet in het bestand"):
        read_casusbestand(write_casusbestand(replace(hele, besprekingen=())), content)


def test_the_person_reads_in_the_inzage_what_was_said_and_decided(
    outside: Context, content: Content, overleg: Overleg, bespreking: Bespreking, anja: Mens, kees: Mens, samira: str
) -> None:
    record_bijdrage(outside, overleg.id, make_bijdrage(outside, bespreking, kees, "Zij kan goed koken"))
    besluit = Besluit(Id(outside.new_id()), bespreking.id, anja, outside.now(), "We eten mee", anders="Kees: later")
    record_besluit(outside, overleg.id, besluit)
    inzage = compose_inzage(read(samira), 0, content, maker="Anja", nu=outside.now())
    (deel,) = [deel for deel in inzage.delen if deel.kop.startswith("Wat er in een overleg")]
    assert [stuk.tekst for stuk in deel.stukken] == ["Wat nu?", "Zij kan goed koken", "We eten mee"]
    assert "ziet het anders: Kees: later" in deel.stukken[-1].erbij


def test_it_opens_under_a_new_key_and_goes_with_the_person(
    outside: Context, overleg: Overleg, bespreking: Bespreking, anja: Mens, samira: str
) -> None:
    record_bijdrage(outside, overleg.id, make_bijdrage(outside, bespreking, anja, "Blijft te lezen"))
    with writing():
        renew_sleutel(samira)
    assert [een.tekst for een in read(samira).bijdragen] == ["Blijft te lezen"]
    _, punten = read_overleg(outside, anja, overleg.id)
    assert [punt.casus_id for punt in punten] == [samira]
    with writing():
        delete_casus(samira)
    assert fetch_agenda(overleg.id) == []
    _, punten = read_overleg(outside, anja, overleg.id)
    assert punten == []
