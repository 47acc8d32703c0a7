"""The genogram: right for families as they are, and nothing on top of anything however many there are."""

import math
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from leefgebieden.domain.genogram import Familielid, draw_genogram
from leefgebieden.domain.netwerk import PERSOON, Band, Gestalte, Verwantschap, VerwantschapSoort
from leefgebieden.domain.stamboom import Gezin, make_stamboom
from leefgebieden.domain.tekening import Doos, Lijn, Tekening
from leefgebieden.pdf.maatlat import Lettermaat

OUDER, PARTNER, EX = VerwantschapSoort.OUDER_VAN, VerwantschapSoort.PARTNER, VerwantschapSoort.EX_PARTNER
BROER, TWEELING, HUIS = VerwantschapSoort.BROER_OF_ZUS, VerwantschapSoort.TWEELING, VerwantschapSoort.HUISHOUDEN


def rows(*ties: tuple[str, VerwantschapSoort, str]) -> list[Verwantschap]:
    return [Verwantschap(van, naar, soort) for van, soort, naar in ties]


def draw(*ties: tuple[str, VerwantschapSoort, str], **leden: Familielid) -> Tekening:
    rijen = rows(*ties)
    namen = dict.fromkeys([PERSOON, *(kant for rij in rijen for kant in (rij.van, rij.naar))])
    alle = [leden.get(naam, Familielid(naam, naam)) for naam in namen]
    return draw_genogram(alle, make_stamboom(rijen), Lettermaat())


def find_doos(tekening: Tekening, wie: str) -> Doos:
    return max((d for d in tekening.delen if isinstance(d, Doos) and d.van == wie), key=lambda doos: doos.gevuld)


def test_generations_follow_from_who_is_parent_of_whom() -> None:
    boom = make_stamboom(
        rows(("ma", OUDER, PERSOON), ("oma", OUDER, "ma"), (PERSOON, OUDER, "kind"), (PERSOON, PARTNER, "bas"))
    )
    assert boom.generatie == {PERSOON: 0, "ma": -1, "oma": -2, "kind": 1, "bas": 0}


def test_half_siblings_share_one_parent() -> None:
    boom = make_stamboom(
        rows(("ma", OUDER, PERSOON), ("pa", OUDER, PERSOON), ("ma", OUDER, "karim"), ("ander", OUDER, "karim"))
    )
    assert {(frozenset(g.ouders), g.kinderen) for g in boom.gezinnen} == {
        (frozenset({"ma", "pa"}), (PERSOON,)),
        (frozenset({"ma", "ander"}), ("karim",)),
    }


def test_two_partners_stand_on_both_sides() -> None:
    tekening = draw(
        (PERSOON, EX, "ahmed"), (PERSOON, PARTNER, "bas"), (PERSOON, OUDER, "noor"), ("ahmed", OUDER, "noor")
    )
    midden = {wie: find_doos(tekening, wie).midden[0] for wie in (PERSOON, "ahmed", "bas")}
    assert min(midden["ahmed"], midden["bas"]) < midden[PERSOON] < max(midden["ahmed"], midden["bas"])


def test_an_unknown_father_leaves_one_parent_or_a_sign_of_his_own() -> None:
    assert make_stamboom(rows(("ma", OUDER, PERSOON))).gezinnen == (Gezin(("ma",), (PERSOON,)),)
    tekening = draw(("ma", OUDER, PERSOON), ("onbekend", OUDER, PERSOON))
    assert any(isinstance(deel, Lijn) and deel.stippel for deel in tekening.delen)


def test_twins_begin_at_one_point() -> None:
    tekening = draw((PERSOON, OUDER, "tim"), (PERSOON, OUDER, "tom"), ("tim", TWEELING, "tom"))
    begin = [deel.punten[0] for deel in tekening.delen if isinstance(deel, Lijn) and deel.van in ("tim", "tom")]
    assert len(begin) == 2
    assert math.dist(*begin) < 0.01


def test_a_child_that_lives_elsewhere_is_outside_the_ring() -> None:
    tekening = draw(
        (PERSOON, OUDER, "noor"),
        (PERSOON, OUDER, "tim"),
        (PERSOON, OUDER, "tom"),
        (PERSOON, HUIS, "tim"),
        ("tim", HUIS, "tom"),
    )
    ringen = [deel for deel in tekening.delen if isinstance(deel, Doos) and deel.stippel]

    def is_in_a_ring(wie: str) -> bool:
        x, y = find_doos(tekening, wie).midden
        return any(ring.x < x < ring.rechts and ring.y < y < ring.onder for ring in ringen)

    assert [wie for wie in (PERSOON, "noor", "tim", "tom") if is_in_a_ring(wie)] == [PERSOON, "tim", "tom"]


def test_signs_say_what_is_known_and_force_nothing() -> None:
    tekening = draw(
        (PERSOON, BROER, "kim"),
        (PERSOON, BROER, "ria"),
        (PERSOON, BROER, "bas"),
        ria=Familielid("ria", "Ria", Gestalte.CIRKEL, overleden=True),
        bas=Familielid("bas", "Bas", Gestalte.VIERKANT),
    )
    ria, bas, kim = (find_doos(tekening, wie) for wie in ("ria", "bas", "kim"))
    assert ria.straal == ria.hoogte / 2
    assert bas.straal == 0
    assert 0 < kim.straal < kim.hoogte / 2
    assert len([deel for deel in tekening.delen if isinstance(deel, Doos) and deel.van == PERSOON]) == 2
    assert len([deel for deel in tekening.delen if isinstance(deel, Lijn) and deel.van == "ria"]) == 3


def test_contact_that_was_cut_off_has_two_bars_and_its_words() -> None:
    tekening = draw((PERSOON, OUDER, "harrie"), harrie=Familielid("harrie", "Harrie", contact=Band.VERBROKEN))
    assert len([deel for deel in tekening.delen if isinstance(deel, Lijn) and deel.van == "harrie"]) == 4
    assert "Geen contact met Harrie." in tekening.beschrijving
    assert "geen contact" in [woord.tekst for woord in tekening.woorden]


def test_a_row_that_cannot_be_true_breaks_nothing() -> None:
    tekening = draw((PERSOON, OUDER, "kind"), ("kind", OUDER, PERSOON), (PERSOON, PARTNER, PERSOON), ("a", OUDER, "b"))
    assert find_doos(tekening, "kind").y > find_doos(tekening, PERSOON).y
    assert not [deel for deel in tekening.delen if isinstance(deel, Doos) and deel.van in ("a", "b")]


wie = st.sampled_from([PERSOON, *(f"lid {nr}" for nr in range(11))])


@settings(max_examples=80, deadline=None)
@given(ruw=st.lists(st.tuples(wie, st.sampled_from(list(VerwantschapSoort)), wie), max_size=18))
def test_no_two_signs_overlap_and_all_stay_inside(ruw: list[tuple[str, VerwantschapSoort, str]]) -> None:
    tekening = draw(*ruw)
    dozen = [deel for deel in tekening.delen if isinstance(deel, Doos) and deel.van and deel.gevuld]
    for een, ander in combinations(dozen, 2):
        naast = een.rechts <= ander.x + 0.01 or ander.rechts <= een.x + 0.01
        onder = een.onder <= ander.y + 0.01 or ander.onder <= een.y + 0.01
        assert naast or onder, (een.van, ander.van)
    for doos in dozen:
        assert doos.x >= 0
        assert doos.y >= 0
        assert doos.rechts <= tekening.breedte
        assert doos.onder <= tekening.hoogte
