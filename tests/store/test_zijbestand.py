"""Lines that went aside: they join the chain once, in order, and one that somebody changed does not."""

from dataclasses import replace

import pytest

from leefgebieden.context import Context
from leefgebieden.domain.herkomst import Herkomst
from leefgebieden.domain.logboek import Actie, Logregel
from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import db
from leefgebieden.store.keten import get_keten
from leefgebieden.store.logboek import fetch_laatste_regels
from leefgebieden.store.opstarten import open_database
from leefgebieden.store.zijbestand import BESTAND, SAMEN, append_zijregel, has_zijregels, join_zijregels


@pytest.fixture
def regel(outside: Context, anja: Mens, samira: str) -> Logregel:
    return Logregel(
        outside.now(),
        anja.id,
        Actie.GELEZEN,
        samira,
        velden=("verhaal",),
        herkomst=Herkomst(adres="1.2.3.4", rol="eigenaar"),
    )


def read_velden() -> list[tuple[str, ...]]:
    db.session.rollback()
    regels = fetch_laatste_regels(voor=None, hooguit=50, alleen_niet_ok=False)
    db.session.rollback()
    return [een.velden for een in regels if een.actie == Actie.GELEZEN][::-1]


def test_they_join_in_order_and_once_and_the_chain_is_whole(regel: Logregel, outside: Context) -> None:
    append_zijregel(regel)
    append_zijregel(replace(regel, velden=("netwerk",)))
    assert has_zijregels()
    assert join_zijregels() == 2
    assert join_zijregels() == 0
    assert not has_zijregels()
    assert read_velden() == [("verhaal",), ("netwerk",)]


def test_a_join_that_was_cut_off_after_the_commit_is_not_done_again(regel: Logregel, outside: Context) -> None:
    append_zijregel(regel)
    bestand = get_keten(db.engine).bestand.with_name(BESTAND)
    kopie = bestand.read_bytes()
    assert join_zijregels() == 1
    bestand.with_name(SAMEN).write_bytes(kopie)
    append_zijregel(replace(regel, velden=("netwerk",)))
    open_database(outside.now())
    assert read_velden() == [("verhaal",), ("netwerk",)]
    assert not has_zijregels()


def test_a_line_that_somebody_changed_is_told_and_left_out(regel: Logregel, caplog: pytest.LogCaptureFixture) -> None:
    append_zijregel(regel)
    append_zijregel(replace(regel, velden=("netwerk",)))
    bestand = get_keten(db.engine).bestand.with_name(BESTAND)
    bestand.write_text(bestand.read_text().replace("verhaal", "spiekbrief") + "half een re")
    assert join_zijregels() == 1
    assert read_velden() == [("netwerk",)]
    assert "regel 1 van logboek.zij.samen is niet zoals hij is geschreven" in caplog.text
    assert "regel 3" in caplog.text


def test_a_reason_that_was_typed_does_not_stand_beside_the_database(regel: Logregel) -> None:
    with pytest.raises(ValueError, match="reason"):
        append_zijregel(replace(regel, grond="Er is brand"))
    assert not has_zijregels()
