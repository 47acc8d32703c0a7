"""Everything that can happen to what is kept, in any order: written, changed, changed by two, hidden, erased, backed up, put back,
and under new keys. A plain model says what must be there; after each step the database says the same.

A few orders here, the same at every run; `make faults` does LEEFGEBIEDEN_ORDES of them, other ones each time.
"""

import os
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule
from hypothesis.stateful import run_state_machine_as_test as run_machine

from leefgebieden.actions.casus import begin_casus
from leefgebieden.actions.fouten import Verouderd
from leefgebieden.actions.notitie import change_notitie, record_notitie
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.actions.reserve import make_backup
from leefgebieden.actions.wissen import finish_wissen, request_wissen
from leefgebieden.content.model import Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.keten import inspect_keten
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.vorm import Id
from leefgebieden.store.casus import casus_exists, fetch_casus
from leefgebieden.store.db import db
from leefgebieden.store.grafsteen import is_gewist
from leefgebieden.store.keten import get_keten
from leefgebieden.store.reservekopie import run
from leefgebieden.store.sleutels import rotate_sleutels
from tests.pages import PagesClient, make_client
from tests.people import WACHTWOORD, Clock, sign_in
from tests.store.test_logboek import read_lines
from tests.store.test_terugzetten import put_back

LANG = "LEEFGEBIEDEN_ORDES" in os.environ
ORDES = int(os.environ.get("LEEFGEBIEDEN_ORDES", "3"))
STAPPEN = 40 if LANG else 16
WOORDEN = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20)


@dataclass
class Model:
    """What must be there: of each person the words of his notities with the version they are in, in the order of writing."""

    mensen: dict[Id, dict[Id, tuple[str, int]]] = field(default_factory=dict)


@dataclass(frozen=True)
class Kopie:
    bestand: Path
    model: Model


@dataclass(frozen=True)
class Wereld:
    """What the machine works with."""

    app: Flask
    outside: Context
    clock: Clock
    anja: Mens
    lies: Mens
    folder: Path


class Machine(RuleBasedStateMachine):
    """One order of events. `gewist` outlives a restore: who is erased stays erased."""

    mensen = Bundle("mensen")
    notities = Bundle("notities")
    kopieen = Bundle("kopieen")

    def __init__(self, wereld: Wereld) -> None:
        super().__init__()
        self.wereld = wereld
        self.model = Model()
        self.gewist: set[Id] = set()
        self.client: PagesClient | None = None

    def has(self, casus_id: Id, notitie_id: Id | None = None) -> bool:
        return casus_id in self.model.mensen and (notitie_id is None or notitie_id in self.model.mensen[casus_id])

    @initialize(target=mensen)
    def begin_with_somebody(self) -> Id:
        return self.begin_contact()

    @rule(target=mensen)
    def begin(self) -> Id:
        return self.begin_contact()

    def begin_contact(self) -> Id:
        casus_id = self.wereld.outside.new_id()
        begin_casus(self.wereld.outside, self.wereld.anja, casus_id, "Iemand", Kanaal.LOKET)
        self.model.mensen[casus_id] = {}
        return casus_id

    @rule(target=notities, casus_id=mensen, tekst=WOORDEN, nog_eens=st.booleans())
    def write(self, casus_id: Id, tekst: str, nog_eens: bool) -> tuple[Id, Id]:
        notitie = Notitie(
            self.wereld.outside.new_id(),
            f"woord {tekst}",
            gemaakt_op=self.wereld.outside.now(),
            auteur=self.wereld.anja,
        )
        if self.has(casus_id):
            assert record_notitie(self.wereld.outside, casus_id, notitie) is Bewaard.NIEUW
            if nog_eens:
                assert record_notitie(self.wereld.outside, casus_id, notitie) is Bewaard.AL_ONTVANGEN
            self.model.mensen[casus_id][notitie.id] = (notitie.tekst, 1)
        return casus_id, notitie.id

    @rule(waar=notities, tekst=WOORDEN)
    def change(self, waar: tuple[Id, Id], tekst: str) -> None:
        casus_id, notitie_id = waar
        if not self.has(*waar):
            return
        was, versie = self.model.mensen[casus_id][notitie_id]
        nieuw = f"anders {tekst}"
        gewijzigd = change_notitie(
            self.wereld.outside, self.wereld.anja, casus_id, self.read(*waar, nieuw), op_versie=versie
        )
        assert gewijzigd == (nieuw != was)
        self.model.mensen[casus_id][notitie_id] = (nieuw, versie + gewijzigd)

    @rule(waar=notities)
    def change_what_somebody_else_changed(self, waar: tuple[Id, Id]) -> None:
        casus_id, notitie_id = waar
        if not self.has(*waar):
            return
        _, versie = self.model.mensen[casus_id][notitie_id]
        with pytest.raises(Verouderd):
            change_notitie(
                self.wereld.outside, self.wereld.anja, casus_id, self.read(*waar, "te laat"), op_versie=versie - 1
            )

    @rule(casus_id=mensen)
    def hide_and_show(self, casus_id: Id) -> None:
        """Hidden, the screen shows nothing; afterwards everything that is kept."""
        self.client = self.client or sign_in(make_client(self.wereld.app), self.wereld.anja)
        address = f"/mensen/{casus_id}"
        status = 200 if self.has(casus_id) else 404
        self.client.get(address, status=status)
        self.client.get("/verberg", status=303)
        self.client.get(address, status=303)
        self.client.get("/verborgen")
        self.client.submit("/verborgen", {"wachtwoord": WACHTWOORD}, follow=False, status=303)
        page = self.client.get(address, status=status)
        for tekst, _ in self.model.mensen.get(casus_id, {}).values():
            assert tekst in page.text

    @rule(casus_id=consumes(mensen))
    def erase(self, casus_id: Id) -> None:
        if not self.has(casus_id):
            return
        request_wissen(
            self.wereld.outside,
            self.wereld.anja,
            self.wereld.outside.new_id(),
            casus_id,
            "x" * 20,
            wacht=timedelta(days=1),
        )
        finish_wissen(self.wereld.outside, self.wereld.lies, casus_id)
        del self.model.mensen[casus_id]
        self.gewist.add(casus_id)

    @rule(target=kopieen)
    def back_up(self) -> Kopie:
        made = run(make_backup(self.wereld.outside, self.wereld.folder))
        return Kopie(made.bestand, deepcopy(self.model))

    @rule(kopie=kopieen)
    def put_back(self, kopie: Kopie) -> None:
        put_back(self.wereld.app, self.wereld.outside, kopie.bestand)
        self.model = deepcopy(kopie.model)
        for casus_id in self.gewist:
            self.model.mensen.pop(casus_id, None)
        # everybody signs in again
        self.client = None

    @rule()
    def rotate(self) -> None:
        list(rotate_sleutels(self.wereld.outside.now()))

    @rule(minuten=st.integers(1, 600))
    def wait(self, minuten: int) -> None:
        self.wereld.clock.move(minutes=minuten)

    def read(self, casus_id: Id, notitie_id: Id, tekst: str) -> Notitie:
        """The notitie as it is kept, with other words."""
        gelezen = fetch_casus(casus_id)
        assert gelezen is not None
        (gevonden,) = [notitie for notitie in gelezen.hele.notities if notitie.id == notitie_id]
        return replace(gevonden, tekst=tekst)

    @invariant()
    def what_is_kept_is_what_the_model_says(self) -> None:
        db.session.remove()
        for casus_id, notities in self.model.mensen.items():
            gelezen = fetch_casus(casus_id)
            assert gelezen is not None
            assert {notitie.id: notitie.tekst for notitie in gelezen.hele.notities} == {
                notitie_id: tekst for notitie_id, (tekst, _) in notities.items()
            }
        for casus_id in self.gewist:
            assert is_gewist(casus_id)
            assert not casus_exists(casus_id)

    def teardown(self) -> None:
        keten = get_keten(db.engine)
        assert inspect_keten(keten.read_sleutel(), read_lines(), keten.read_ankers()).fouten == []


@pytest.mark.both_databases
def test_in_any_order_what_is_kept_is_what_must_be_there(
    app: Flask, outside: Context, clock: Clock, anja: Mens, lies: Mens, tmp_path: Path
) -> None:
    wereld = Wereld(app, outside, clock, anja, lies, tmp_path / "kopieen")

    class OfThisTest(Machine):
        def __init__(self) -> None:
            super().__init__(wereld)

    run_machine(
        OfThisTest,
        settings=settings(
            max_examples=ORDES,
            stateful_step_count=STAPPEN,
            deadline=None,
            derandomize=not LANG,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
