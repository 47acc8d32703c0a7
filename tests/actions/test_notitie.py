"""Saving a notitie: once, whoever asks it how often; and the counts that the list shows stay true."""

import threading
from dataclasses import replace

import pytest
from flask import Flask

from leefgebieden.actions.fouten import Botsing, Verouderd
from leefgebieden.actions.gesprek import record_gesprek
from leefgebieden.actions.notitie import change_notitie, record_notitie, undo_notitie
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.content.model import Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.casus import Soort
from leefgebieden.domain.gesprek import Gesprek
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie, Wat
from leefgebieden.store.casus import fetch_casus, fetch_casus_met_versies, fetch_lijst
from leefgebieden.store.db import db
from tests.people import Clock


def make(outside: Context, mens: Mens, tekst: str, **velden: object) -> Notitie:
    return Notitie(id=outside.new_id(), tekst=tekst, gemaakt_op=outside.now(), auteur=mens, **velden)  # type: ignore[arg-type]  # the fields of a test


def count_te_ordenen(mens: Mens) -> int:
    return fetch_lijst(mens.id, soorten=list(Soort))[0].te_ordenen


def test_a_notitie_is_read_back_as_it_was_written(outside: Context, anja: Mens, samira: str) -> None:
    notitie = make(outside, anja, "Zoë zei: «€ 5».\nEn toen?", wat=(Wat.KRACHT,), plaatsen=("schulden", "dag"))
    assert record_notitie(outside, samira, notitie) is Bewaard.NIEUW
    gelezen = fetch_casus(samira)
    assert gelezen is not None
    (terug,) = gelezen.hele.notities
    assert terug.tekst == notitie.tekst
    assert terug.plaatsen == ("dag", "schulden")


def test_it_joins_the_gesprek_of_its_author_of_the_last_six_hours(
    outside: Context, clock: Clock, anja: Mens, karim: Mens, samira: str
) -> None:
    gesprek = Gesprek(id=outside.new_id(), kanaal=Kanaal.EROPAF, begonnen_op=outside.now(), door=(anja,))
    record_gesprek(outside, anja, samira, gesprek)
    clock.move(hours=5)
    record_notitie(outside, samira, make(outside, anja, "Van Anja."))
    record_notitie(outside, samira, make(outside, karim, "Van Karim."))
    clock.move(hours=2)
    record_notitie(outside, samira, make(outside, anja, "Later van Anja."))
    gelezen = fetch_casus(samira)
    assert gelezen is not None
    assert [n.gesprek for n in gelezen.hele.notities] == [gesprek.id, None, None]


def test_the_same_id_with_other_words_is_refused_and_the_first_words_stay(
    outside: Context, anja: Mens, samira: str
) -> None:
    notitie = make(outside, anja, "Eerst.")
    record_notitie(outside, samira, notitie)
    assert record_notitie(outside, samira, notitie) is Bewaard.AL_ONTVANGEN
    with pytest.raises(Botsing) as botsing:
        record_notitie(outside, samira, replace(notitie, tekst="Toen."))
    assert botsing.value.bewaard.tekst == "Eerst."


def test_two_taps_at_the_same_moment_make_one_notitie(app: Flask, outside: Context, anja: Mens, samira: str) -> None:
    notitie = make(outside, anja, "Dubbel getikt.")
    answers: list[Bewaard] = []

    def tap() -> None:
        with app.app_context():
            answers.append(record_notitie(outside, samira, notitie))
            db.session.remove()

    threads = [threading.Thread(target=tap) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(a.name for a in answers) == ["AL_ONTVANGEN"] * 5 + ["NIEUW"]
    gelezen = fetch_casus(samira)
    assert gelezen is not None
    assert len(gelezen.hele.notities) == 1


def test_a_change_over_an_older_version_overwrites_nothing(outside: Context, anja: Mens, samira: str) -> None:
    notitie = make(outside, anja, "Een.")
    record_notitie(outside, samira, notitie)
    assert change_notitie(outside, anja, samira, replace(notitie, tekst="Twee."), op_versie=1)
    with pytest.raises(Verouderd) as verouderd:
        change_notitie(outside, anja, samira, replace(notitie, tekst="Drie."), op_versie=1)
    assert verouderd.value.huidig.tekst == "Twee."
    gelezen = fetch_casus_met_versies(samira)
    assert gelezen is not None
    (terug,) = gelezen.hele.notities
    assert terug.tekst == "Twee."
    assert [versie.tekst for versie in terug.versies] == ["Een."]


def test_the_pile_to_be_ordered_counts_what_has_no_place(outside: Context, anja: Mens, samira: str) -> None:
    notitie = make(outside, anja, "Nog nergens.")
    record_notitie(outside, samira, notitie)
    record_notitie(outside, samira, make(outside, anja, "Wel ergens.", plaatsen=("dag",)))
    assert count_te_ordenen(anja) == 1
    change_notitie(outside, anja, samira, replace(notitie, plaatsen=("nacht",)), op_versie=1)
    assert count_te_ordenen(anja) == 0
    undo_notitie(outside, anja, samira, notitie.id)
    assert count_te_ordenen(anja) == 1
