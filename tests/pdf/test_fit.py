"""Whatever is in a casus: one page, whole sentences, and nothing that disappears in silence."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leefgebieden.domain.casus import A4Keuzes, HeleCasus, Namen, Openvraag, Soort, Stand, StandSoort
from leefgebieden.domain.netwerk import Band, Kring
from leefgebieden.domain.notitie import OpA4
from leefgebieden.domain.samenvatting import Gelezen, Samenvatting, compose_samenvatting
from leefgebieden.domain.tekst import normalise_tekst
from leefgebieden.domain.vorm import from_plain, to_plain
from leefgebieden.pdf.samenvatting import fit
from tests.domain.maak import NU, make_afspraak, make_casus, make_hele, make_id, make_lid, make_notitie, make_notities
from tests.domain.test_samenvatting import CONTENT, compose
from tests.pdf.blad import assert_een_blad

TWEE_REGELS = "Een zin die zo lang is dat hij zeker niet op één regel van het blad past, nummer {nr}."


def test_a_casus_with_only_a_name_fills_one_page_that_says_what_is_not_known() -> None:
    blad = assert_een_blad(compose(make_hele()))
    tekst = " ".join(regel for blok in blad.blokken for regel in blok.regels)
    assert tekst.count("Nog niet gevraagd wat goed gaat.") == 4
    assert tekst.count("Nog niet over gepraat.") >= 4
    assert "–" not in tekst
    assert "Er zijn nog geen notities." in tekst


def test_an_empty_half_lastig_says_whether_there_was_talk() -> None:
    hele = make_hele(standen=(Stand("huisvesting", StandSoort.OVER_GEPRAAT, NU),))
    blad = assert_een_blad(compose(hele))
    spiegel = [regel for blok in blad.blokken if blok.naam == "spiegel" for regel in blok.regels]
    assert spiegel.count("Nog niets opgeschreven.") == 1
    assert spiegel.count("Nog niet over gepraat.") == 3


@pytest.mark.parametrize("aantal", [3, 60, 600])
def test_any_number_of_notities_gives_one_page(aantal: int) -> None:
    notities = (*make_notities(aantal, wat="kracht"), *make_notities(aantal, wat="lastig", eerste=aantal))
    blad = assert_een_blad(compose(make_hele("Frans", *notities)))
    assert blad.getoond.kracht >= min(aantal, 3)


def test_twenty_four_short_notities_fit_without_leaving_one_out() -> None:
    notities = (*make_notities(12, wat="kracht"), *make_notities(12, wat="lastig", eerste=12))
    blad = assert_een_blad(compose(make_hele("Frans", *notities)))
    assert blad.weggelaten.alle == 0
    assert blad.samenvatting.opmaak is not None
    assert not blad.samenvatting.opmaak.krap


def test_sixty_kracht_and_no_lastig_leaves_kracht_out_alone() -> None:
    blad = assert_een_blad(compose(make_hele("Frans", *make_notities(60, TWEE_REGELS, wat="kracht"))))
    assert 0 < blad.getoond.kracht < 60


def test_one_kracht_against_sixty_lastig_stays_on_the_page() -> None:
    notities = (make_notitie(wat="kracht"), *make_notities(60, TWEE_REGELS, wat="lastig", eerste=1))
    blad = assert_een_blad(compose(make_hele("Frans", *notities)))
    assert blad.getoond.kracht == 1
    assert blad.getoond.lastig > 1


def test_a_kracht_that_is_too_long_keeps_a_lastig_off_the_page() -> None:
    notities = [make_notitie("x" * 200, wat="kracht", nr=1), make_notitie("Kort.", wat="lastig", nr=2)]
    blad = assert_een_blad(compose(make_hele("Frans", *notities)))
    assert (blad.getoond.kracht, blad.getoond.lastig, blad.te_lang) == (0, 0, 1)


def test_kracht_leaves_only_as_a_pair_while_a_lastig_is_left() -> None:
    notities = (
        *make_notities(30, TWEE_REGELS, wat="kracht"),
        *make_notities(20, TWEE_REGELS, wat="lastig", eerste=30),
    )
    blad = assert_een_blad(compose(make_hele("Frans", *notities)))
    if blad.getoond.lastig:
        assert blad.weggelaten.lastig >= blad.weggelaten.kracht


def test_what_the_worker_chose_stays_when_the_rest_makes_room() -> None:
    gekozen = make_notitie("Dit koos ik zelf.", wat="kracht", op_a4=OpA4.JA, nr=0)
    blad = assert_een_blad(
        compose(make_hele("Frans", gekozen, *make_notities(100, TWEE_REGELS, wat="kracht", eerste=1)))
    )
    assert any("Dit koos ik zelf." in regel for blok in blad.blokken for regel in blok.regels)


@pytest.mark.parametrize("tekst", ["a" * 1_000_000, "woord " * 170_000, "regel\n" * 5_000, "x" * 10_000])
def test_a_notitie_that_is_far_too_long_is_left_out_whole_and_counted(tekst: str) -> None:
    blad = assert_een_blad(compose(make_hele("Frans", make_notitie(tekst, wat="kracht"))))
    assert blad.te_lang == 1


def test_forty_afspraken_the_first_stand_there_and_the_rest_is_counted() -> None:
    afspraken = tuple(make_afspraak(f"Afspraak {nr}", dag=1 + nr % 28) for nr in range(40))
    blad = assert_een_blad(compose(make_hele(afspraken=afspraken)))
    assert 4 <= len(blad.samenvatting.afspraken) < 40
    assert blad.afspraken_weggelaten == 40 - len(blad.samenvatting.afspraken)
    voet = " ".join(next(blok for blok in blad.blokken if blok.naam == "voet").regels)
    assert f"In de app staan nog {blad.afspraken_weggelaten} afspraken." in voet


def make_volle(breed: str) -> HeleCasus:
    """Every field at its limit, in one and the same letter."""
    leden = tuple(
        make_lid(f"{nr}{breed * 79}", kring=list(Kring)[nr % 2], contact=list(Band)[nr % 5], woord=breed * 40)
        for nr in range(8)
    )
    afspraken = tuple(
        make_afspraak(f"{nr:02}{breed * 88}", wie=f"{nr:02}{breed * 78}", bewaker=f"{nr:02}{breed * 78}")
        for nr in range(6)
    )
    notities = [
        make_notitie(f"{nr:02}{breed * 88}", wat=wat, nr=nr, plaatsen=(plaats,), op_a4=OpA4.JA)
        for nr, (wat, plaats) in enumerate(
            (wat, plaats)
            for wat in ("kracht", "lastig", "kracht lastig", "verklaart")
            for plaats in ("dag", "nacht", "financien", "functioneren")
        )
    ]
    return make_hele(
        "vol",
        *notities,
        casus=make_casus(breed * 80, roepnaam=breed * 80, in_een_zin=breed * 120, soort=Soort.OEFENING),
        a4=A4Keuzes(breed * 300, breed * 200, (breed * 60, f"a{breed * 59}", f"b{breed * 59}"), breed * 95),
        netwerk=leden,
        afspraken=afspraken,
        openvragen=tuple(Openvraag(make_id(nr), f"{nr}{breed * 199}") for nr in range(6)),
    )


@pytest.mark.parametrize("breed", ["W", "i", "W ", "Ж", "😀", "😀a", "Ş"])
@pytest.mark.parametrize("namen", list(Namen))
def test_every_field_at_its_limit_still_gives_one_page(breed: str, namen: Namen) -> None:
    hele = make_volle(breed[0]) if len(breed) == 1 else make_volle_met(breed)
    assert_een_blad(compose(hele, namen=namen, maker="W" * 80))


def make_volle_met(paar: str) -> HeleCasus:
    """Likewise with two letters in turn, cut to the limits."""
    hele = make_volle("\x00")

    def fill(waarde: Any) -> Any:
        if isinstance(waarde, dict):
            return {sleutel: fill(stuk) for sleutel, stuk in waarde.items()}
        if isinstance(waarde, list):
            return [fill(stuk) for stuk in waarde]
        if isinstance(waarde, str) and "\x00" in waarde:
            aantal = waarde.count("\x00")
            return waarde.replace("\x00" * aantal, (paar * aantal)[: aantal - 1] + paar[0])
        return waarde

    return from_plain(HeleCasus, fill(to_plain(hele)))


def test_own_words_that_do_not_fit_their_place_are_left_out_whole() -> None:
    blad = assert_een_blad(compose(make_hele(a4=A4Keuzes(eigen_woorden="W" * 300))))
    assert blad.samenvatting.woorden_te_lang
    assert "De eigen woorden zijn te lang voor dit blad." in " ".join(blad.blokken[-1].regels)


WOORDEN = st.text(max_size=120).map(normalise_tekst)
GEVULD = WOORDEN.filter(lambda tekst: bool(tekst.strip()))


@st.composite
def hele_casussen(draw: st.DrawFn) -> HeleCasus:
    plaatsen = st.lists(
        st.sampled_from(["dag", "nacht", "schulden", "lichamelijk", "zingeving"]), max_size=2, unique=True
    )
    notities = tuple(
        make_notitie(
            draw(GEVULD),
            nr=nr,
            wat=" ".join(draw(st.lists(st.sampled_from(["kracht", "lastig", "verklaart"]), max_size=2, unique=True))),
            van_wie=draw(st.sampled_from(["", "zelf", "gezien", "ander", "zelf ander"])),
            plaatsen=tuple(draw(plaatsen)),
            op_a4=draw(st.sampled_from(OpA4)),
            over_ander=draw(st.booleans()),
        )
        for nr in range(draw(st.integers(0, 40)))
    )
    afspraken = tuple(
        make_afspraak(
            draw(GEVULD)[:90] or "x", wie=draw(WOORDEN)[:80].strip(), dag=draw(st.none() | st.integers(1, 31))
        )
        for _ in range(draw(st.integers(0, 8)))
    )
    leden = tuple(
        make_lid(
            draw(GEVULD)[:80],
            kring=draw(st.none() | st.sampled_from(Kring)),
            contact=draw(st.sampled_from(Band)),
            woord=draw(WOORDEN)[:40],
        )
        for _ in range(draw(st.integers(0, 9)))
    )
    return make_hele(
        "x",
        *notities,
        casus=make_casus(
            draw(GEVULD.filter(lambda naam: bool(naam[:80].strip())))[:80],
            roepnaam=draw(WOORDEN)[:80],
            schuilnaam=draw(WOORDEN)[:80],
            leeftijd=draw(st.none() | st.integers(0, 120)),
            leeftijd_op=date(2026, 1, 1),
        ),
        a4=A4Keuzes(
            draw(WOORDEN),
            draw(WOORDEN),
            tuple(draw(st.lists(GEVULD.map(lambda t: t[:60]), max_size=3))),
            draw(WOORDEN)[:95],
        ),
        afspraken=afspraken,
        netwerk=leden,
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(hele=hele_casussen(), namen=st.sampled_from(Namen), gelezen=st.sampled_from(Gelezen))
def test_any_casus_gives_one_page(hele: HeleCasus, namen: Namen, gelezen: Gelezen) -> None:
    assert_een_blad(compose(hele, namen=namen, gelezen=gelezen))


def test_without_a_maker_the_line_about_who_made_it_is_not_there() -> None:
    s: Samenvatting = compose_samenvatting(
        make_hele(), CONTENT, namen=Namen.INITIALEN, gelezen=Gelezen.WIL_NIET, maker="", nu=make_casus().gemaakt_op
    )
    assert fit(s).samenvatting.kop.maker == ""
