"""Two at the same moment: one is first, the other is told, and nobody's words are lost. On both databases."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from flask import Flask
from sqlalchemy import event, select, text

from leefgebieden.actions.afspraak import end_afspraak, record_afspraak
from leefgebieden.actions.fouten import Botsing, Verouderd
from leefgebieden.actions.lezen import read_casus, read_lijst
from leefgebieden.actions.notitie import change_notitie, record_notitie
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.context import Context
from leefgebieden.domain.afspraak import Afspraak
from leefgebieden.domain.casus import Soort
from leefgebieden.domain.keten import check_keten
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.store.casus import fetch_casus, fetch_casus_met_versies
from leefgebieden.store.db import UitkomstOnbekend, db
from leefgebieden.store.keten import get_keten
from leefgebieden.store.tables import logboek
from tests.pages import PagesClient
from tests.postgres import Server

ROUNDS = 12


def together(app: Flask, *acts: Callable[[], object]) -> list[Any]:
    """Let every act begin at the same moment, each in a thread of its own. What each gave, or raised."""
    barrier = threading.Barrier(len(acts))
    outcomes: list[Any] = [None] * len(acts)

    def run(number: int, act: Callable[[], object]) -> None:
        with app.app_context():
            barrier.wait(30)
            try:
                outcomes[number] = act()
            except Exception as wrong:  # noqa: BLE001  # whatever it is, the test looks at it
                outcomes[number] = wrong
            db.session.remove()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def check_chain() -> None:
    db.session.rollback()
    lines = [dict(row) for row in db.session.execute(select(logboek).order_by(logboek.c.nummer)).mappings()]
    assert list(check_keten(get_keten(db.engine).read_sleutel(), lines)) == []


def make(outside: Context, mens: Mens, tekst: str) -> Notitie:
    return Notitie(id=outside.new_id(), tekst=tekst, gemaakt_op=outside.now(), auteur=mens)


def test_of_two_edits_of_one_notitie_one_is_kept_and_the_other_is_shown(
    app: Flask, outside: Context, anja: Mens, karim: Mens, samira: str
) -> None:
    notitie = make(outside, anja, "Begin.")
    record_notitie(outside, samira, notitie)
    kept = ["Begin."]
    for number in range(ROUNDS):
        texts = [f"Anja {number}.", f"Karim {number}."]

        def edit(who: Mens, tekst: str, version: int = number + 1) -> Callable[[], object]:
            return lambda: change_notitie(outside, who, samira, replace(notitie, tekst=tekst), op_versie=version)

        outcomes = together(app, edit(anja, texts[0]), edit(karim, texts[1]))
        first = outcomes.index(True)
        late = outcomes[1 - first]
        assert isinstance(late, Verouderd)
        assert late.huidig.tekst == texts[first]
        kept.append(texts[first])
    read = fetch_casus_met_versies(samira)
    assert read is not None
    (saved,) = read.hele.notities
    assert [*(version.tekst for version in saved.versies), saved.tekst] == kept
    check_chain()


def test_the_same_id_twice_at_once_is_saved_once(app: Flask, outside: Context, anja: Mens, samira: str) -> None:
    for number in range(ROUNDS):
        notitie = make(outside, anja, f"Tik {number}.")
        outcomes = together(app, *[lambda n=notitie: record_notitie(outside, samira, n)] * 2)
        assert sorted(outcome.name for outcome in outcomes) == ["AL_ONTVANGEN", "NIEUW"]
    read = fetch_casus(samira)
    assert read is not None
    assert sorted(n.tekst for n in read.hele.notities) == sorted(f"Tik {number}." for number in range(ROUNDS))
    check_chain()


def test_the_same_id_with_two_texts_at_once_keeps_the_first_and_gives_the_other_back(
    app: Flask, outside: Context, anja: Mens, samira: str
) -> None:
    for number in range(ROUNDS):
        notitie = make(outside, anja, f"Een {number}.")
        other = replace(notitie, tekst=f"Twee {number}.")

        def save(what: Notitie) -> Callable[[], object]:
            return lambda: record_notitie(outside, samira, what)

        outcomes = together(app, save(notitie), save(other))
        first = outcomes.index(Bewaard.NIEUW)
        assert isinstance(outcomes[1 - first], Botsing)
        assert outcomes[1 - first].bewaard.tekst == (notitie, other)[first].tekst
    check_chain()


def test_two_who_end_one_afspraak_do_not_write_over_each_other(
    app: Flask, outside: Context, anja: Mens, karim: Mens, samira: str
) -> None:
    for number in range(ROUNDS):
        afspraak = Afspraak(id=outside.new_id(), wat=f"Bellen {number}")
        record_afspraak(outside, anja, samira, afspraak)

        def end(who: Mens, what: Afspraak = afspraak) -> Callable[[], object]:
            return lambda: end_afspraak(
                outside, who, samira, what, gedaan=True, wat_gebeurde=f"Volgens {who.naam}.", op_versie=1
            )

        outcomes = together(app, end(anja), end(karim))
        first = outcomes.index(None)
        late = outcomes[1 - first]
        assert isinstance(late, Verouderd)
        assert late.huidig.afloop.wat_gebeurde == f"Volgens {(anja, karim)[first].naam}."
    check_chain()


def test_eight_who_read_and_write_at_once_make_one_chain(app: Flask, outside: Context, anja: Mens, samira: str) -> None:
    before = db.session.execute(text("SELECT count(*) FROM logboek")).scalar_one()

    def work(number: int) -> Callable[[], object]:
        notities = [make(outside, anja, f"Werker {number}, {n}.") for n in range(5)]

        def run() -> None:
            for notitie in notities:
                record_notitie(outside, samira, notitie)
                read_casus(outside, anja, samira)
                read_lijst(outside, anja, tuple(Soort))

        return run

    assert together(app, *[work(number) for number in range(8)]) == [None] * 8
    check_chain()
    assert db.session.execute(text("SELECT count(*) FROM logboek")).scalar_one() == before + 8 * 5 * 3
    read = fetch_casus(samira)
    assert read is not None
    assert len(read.hele.notities) == 40
    # one after the other, so no two have the same place
    places = db.session.execute(text("SELECT volgnummer FROM notitie")).scalars().all()
    assert sorted(places) == list(range(1, 41))


@contextmanager
def losing_connection_at_commit(server: Server, *, arrives: bool) -> Iterator[None]:
    """The server cuts the connection at the next COMMIT: before it arrives, or after it was done and before the answer."""
    cut: list[int] = []

    def cut_off(connection: Any) -> None:
        if cut:
            return
        dbapi: psycopg.Connection[Any] = connection.connection.dbapi_connection
        cut.append(dbapi.info.backend_pid)
        if arrives:
            dbapi.execute("COMMIT AND CHAIN")
        server.execute(f"SELECT pg_terminate_backend({cut[0]})")

    event.listen(db.engine, "commit", cut_off)
    yield
    event.remove(db.engine, "commit", cut_off)
    assert cut


LOST = pytest.mark.postgresql_only("SQLite has no connection that can be lost")


@LOST
@pytest.mark.parametrize(("arrives", "again"), [(True, Bewaard.AL_ONTVANGEN), (False, Bewaard.NIEUW)])
def test_after_a_connection_that_is_lost_at_commit_the_id_tells_what_became_of_it(
    app: Flask, outside: Context, anja: Mens, samira: str, server: Server, arrives: bool, again: Bewaard
) -> None:
    notitie = make(outside, anja, "Bewaard of niet?")
    with losing_connection_at_commit(server, arrives=arrives), pytest.raises(UitkomstOnbekend):
        record_notitie(outside, samira, notitie)
    assert record_notitie(outside, samira, notitie) is again
    read = fetch_casus(samira)
    assert read is not None
    assert [n.tekst for n in read.hele.notities] == ["Bewaard of niet?"]
    check_chain()
    outcomes = db.session.execute(select(logboek.c.uitslag).where(logboek.c.onderdeel_id == notitie.id)).scalars().all()
    assert outcomes == ["ok"]


@LOST
def test_the_worker_is_told_that_it_is_not_sure_and_saving_again_is_safe(
    app: Flask, client: PagesClient, samira: str, server: Server
) -> None:
    address = f"/mensen/{samira}/notities/nieuw"
    (form,) = [form for form in client.get(address).forms() if "tekst" in form.names()]
    fields = form.filled({"tekst": "Bewaard of niet?"}, None)
    with losing_connection_at_commit(server, arrives=True):
        page = client.post(address, fields, 503)
    assert page.h1 == "Misschien bewaard"
    client.post(address, fields, follow=False)
    assert db.session.execute(text("SELECT count(*) FROM notitie")).scalar_one() == 1
