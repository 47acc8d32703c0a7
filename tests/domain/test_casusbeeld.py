"""The notities over the card: every one is found again, in both views, and the two voices keep apart."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leefgebieden.content.load import load_content
from leefgebieden.domain.casus import HeleCasus, Stand, StandSoort
from leefgebieden.domain.casusbeeld import (
    Casusbeeld,
    find_te_bespreken,
    lay_over_eenvoudige_kaart,
    lay_over_kaart,
)
from leefgebieden.domain.notitie import Notitie, VanWie, Wat
from tests.domain.maak import NU, make_casus, make_notitie

CONTENT = load_content()
KAART, EENVOUDIG = CONTENT.kaart, CONTENT.eenvoudige_kaart
PLAATSEN = [plaats for gebied in KAART.leefgebieden for plaats in (gebied.key, *(d.key for d in gebied.deelgebieden))]


def make_hele(*notities: Notitie, standen: tuple[Stand, ...] = ()) -> HeleCasus:
    return HeleCasus(make_casus(), notities=notities, standen=standen)


def found_in(beeld: Casusbeeld) -> set[str]:
    alle = [n for gebied in beeld.gebieden for n in gebied.blokken.notities]
    return {n.id for n in (*alle, *beeld.rest.notities, *beeld.zonder_plaats)}


@st.composite
def casussen(draw: st.DrawFn) -> HeleCasus:
    notities = []
    for nr in range(draw(st.integers(0, 8))):
        notities.append(
            replace(
                make_notitie(nr=nr),
                wat=tuple(draw(st.sets(st.sampled_from(Wat)))),
                van_wie=tuple(draw(st.sets(st.sampled_from(VanWie)))),
                plaatsen=tuple(draw(st.sets(st.sampled_from(PLAATSEN), max_size=4))),
            )
        )
    return make_hele(*notities)


@given(casussen())
def test_every_notitie_is_found_again_on_both_cards(hele: HeleCasus) -> None:
    alle = {notitie.id for notitie in hele.notities}
    assert found_in(lay_over_kaart(hele, KAART)) == alle
    assert found_in(lay_over_eenvoudige_kaart(hele, EENVOUDIG)) == alle


@given(casussen())
def test_within_a_block_no_notitie_stands_twice_and_the_person_comes_first(hele: HeleCasus) -> None:
    for gebied in lay_over_kaart(hele, KAART).gebieden:
        for blok in (gebied.blokken.kracht, gebied.blokken.lastig, gebied.blokken.zonder_label):
            ids = [notitie.id for notitie in blok.notities]
            assert len(ids) == len(set(ids)) == blok.aantal
            zelf = [VanWie.ZELF in notitie.van_wie for notitie in blok.notities]
            assert zelf == sorted(zelf, reverse=True)


def test_a_notitie_that_is_both_stands_in_both_blocks_and_counts_once_in_the_whole() -> None:
    beeld = lay_over_kaart(make_hele(make_notitie(wat="kracht lastig", plaatsen=("zingeving",))), KAART)
    blokken = beeld.gebieden[3].blokken
    assert (blokken.kracht.aantal, blokken.lastig.aantal, blokken.zonder_label.aantal) == (1, 1, 0)
    assert len(blokken.notities) == 1


def test_seen_comes_before_heard_and_unknown_stays_unknown() -> None:
    gehoord, gezien, niemand = (
        make_notitie("gehoord", van_wie="ander"),
        make_notitie("gezien", van_wie="gezien"),
        make_notitie("niemand"),
    )
    blok = lay_over_kaart(make_hele(gehoord, gezien, niemand), KAART).gebieden[0].blokken.zonder_label
    assert [n.tekst for n in blok.gezien] == ["gezien", "gehoord"]
    assert [n.tekst for n in blok.onbekend] == ["niemand"]


def test_the_newest_comes_first_within_a_voice() -> None:
    oud = make_notitie("oud", van_wie="zelf")
    nieuw = make_notitie("nieuw", van_wie="zelf", gemaakt_op=NU + timedelta(days=3))
    blok = lay_over_kaart(make_hele(oud, nieuw), KAART).gebieden[0].blokken.zonder_label
    assert [n.tekst for n in blok.zelf] == ["nieuw", "oud"]


@pytest.mark.parametrize("plaats", ["functioneren", "zingeving", "praktisch"])
def test_functioneren_is_also_written_down_on_the_simple_card(plaats: str) -> None:
    beeld = lay_over_eenvoudige_kaart(make_hele(make_notitie(plaatsen=(plaats,))), EENVOUDIG)
    assert len(beeld.rest.notities) == 1
    assert not any(gebied.blokken.notities for gebied in beeld.gebieden)


def test_the_standen_are_told_per_leefgebied_and_nothing_said_is_not_yet() -> None:
    standen = (
        Stand("schulden", StandSoort.WIL_NU_NIET, NU),
        Stand("inkomen", StandSoort.OVER_GEPRAAT, NU),
    )
    beeld = lay_over_kaart(make_hele(standen=standen), KAART).gebieden[2].standen
    assert beeld is not None
    assert [d.key for d in beeld.over_gepraat] == ["inkomen"]
    assert [d.key for d in beeld.wil_nu_niet] == ["schulden"]
    assert [d.key for d in beeld.nog_niet] == ["uitgaven"]


def test_what_was_written_down_is_offered_as_talked_about_but_never_set() -> None:
    nacht = KAART.by_key["nacht"].deelgebieden
    stand = Stand("veiligheid", StandSoort.WIL_NU_NIET, NU)
    hele = make_hele(make_notitie(plaatsen=("huisvesting", "veiligheid")), standen=(stand,))
    assert [d.key for d in find_te_bespreken(hele, nacht)] == ["huisvesting"]
    assert hele.stand_of("huisvesting") is None


def test_what_only_others_told_of_was_not_talked_about_with_the_person() -> None:
    gehoord = make_notitie("De uitkering stopte.", van_wie="ander", plaatsen=("inkomen",))
    zelf = make_notitie("Ik krijg niets meer.", van_wie="zelf", plaatsen=("inkomen",), nr=1)
    over = Stand("inkomen", StandSoort.OVER_GEPRAAT, NU)
    van_anderen = []
    onbekend = make_notitie("De uitkering stopte.", plaatsen=("inkomen",), nr=2)
    for hele in (
        make_hele(),
        make_hele(onbekend),
        make_hele(gehoord, onbekend),
        make_hele(gehoord, zelf),
        make_hele(gehoord, standen=(over,)),
    ):
        standen = lay_over_kaart(hele, KAART).gebieden[2].standen
        assert standen is not None
        van_anderen.append(standen.van_anderen)
    assert van_anderen == [False, False, True, False, False]
