"""The ecogram, however many there are and whatever they are called: nothing on top of anything, and every line at its person."""

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leefgebieden.domain.contactlijn import draw_contact
from leefgebieden.domain.ecogram import Plek, draw_ecogram
from leefgebieden.domain.netwerk import Band, Kring
from leefgebieden.domain.tekening import Doos, Lijn, Tekening
from leefgebieden.pdf.maatlat import Lettermaat

MAATLAT = Lettermaat()
SPELING = 0.02
SMAL = 54.0
"""The width of the drawing on a phone, in mm."""
namen = st.text(st.characters(categories=["L", "Nd", "Zs"], max_codepoint=0x17F), min_size=1, max_size=80).filter(
    str.strip
)
plekken = st.builds(
    lambda wie, kring, contact, woord: (wie, kring, contact, woord),
    namen,
    st.sampled_from([*Kring, None]),
    st.sampled_from(list(Band)),
    st.just("") | st.text(st.characters(categories=["L", "Zs"], max_codepoint=0x17F), max_size=40).map(str.strip),
)


def make_leden(ruw: list[tuple[str, Kring | None, Band, str]]) -> list[Plek]:
    return [Plek(f"lid-{nr}", *velden) for nr, velden in enumerate(ruw)]


def find_vakken(tekening: Tekening) -> list[tuple[str, float, float, float, float]]:
    """Names in their frames, and words on lines and headings beside them: what may not touch."""
    dozen = [deel for deel in tekening.delen if isinstance(deel, Doos) and deel.van]
    persoon = next(deel for deel in tekening.delen if isinstance(deel, Doos) and not deel.van)
    vakken = [(doos.van, doos.x, doos.y, doos.rechts, doos.onder) for doos in (*dozen, persoon)]
    for woord in tekening.woorden:
        vak = (woord.tekst, woord.links, woord.y, woord.links + woord.breedte, woord.y + woord.hoogte)
        in_doos = any(
            x1 - SPELING <= vak[1] and vak[3] <= x2 + SPELING and y1 - SPELING <= vak[2] and vak[4] <= y2 + SPELING
            for _, x1, y1, x2, y2 in vakken[: len(dozen) + 1]
        )
        if not in_doos:
            vakken.append(vak)
    return vakken


def overlap(een: tuple[str, float, float, float, float], ander: tuple[str, float, float, float, float]) -> bool:
    return (
        een[1] < ander[3] - SPELING
        and ander[1] < een[3] - SPELING
        and een[2] < ander[4] - SPELING
        and ander[2] < een[4] - SPELING
    )


@settings(max_examples=60, deadline=None)
@given(naam=namen, ruw=st.lists(plekken, min_size=1, max_size=24), breedte=st.sampled_from([84.0, 92.8, SMAL]))
def test_nothing_overlaps_and_all_stays_inside_the_frame(
    naam: str, ruw: list[tuple[str, Kring | None, Band, str]], breedte: float
) -> None:
    tekening = draw_ecogram(naam, make_leden(ruw), MAATLAT, breedte, smal=breedte == SMAL)
    vakken = find_vakken(tekening)
    for een, ander in combinations(vakken, 2):
        assert not overlap(een, ander), (een, ander)
    for wat, x1, y1, x2, y2 in vakken:
        assert x1 >= -SPELING, wat
        assert y1 >= -SPELING, wat
        assert x2 <= tekening.breedte + SPELING, wat
        assert y2 <= tekening.hoogte + SPELING, wat
    for lijn in (deel for deel in tekening.delen if isinstance(deel, Lijn)):
        for x, y in lijn.punten:
            assert -1 <= x <= tekening.breedte + 1
            assert -1 <= y <= tekening.hoogte + 1


@settings(max_examples=40, deadline=None)
@given(ruw=st.lists(plekken, min_size=1, max_size=24), breedte=st.sampled_from([92.8, SMAL]))
def test_every_line_ends_at_its_person_and_crosses_no_name_or_word(
    ruw: list[tuple[str, Kring | None, Band, str]], breedte: float
) -> None:
    leden = make_leden(ruw)
    tekening = draw_ecogram("Frans", leden, MAATLAT, breedte, smal=breedte == SMAL)
    vakken = find_vakken(tekening)
    for lid in leden:
        (doos,) = [deel for deel in tekening.delen if isinstance(deel, Doos) and deel.van == lid.id]
        lijnen = [deel for deel in tekening.delen if isinstance(deel, Lijn) and deel.van == lid.id]
        einden = [
            math.dist(punt, _nearest(doos, punt)) for lijn in lijnen for punt in (lijn.punten[0], lijn.punten[-1])
        ]
        assert min(einden) < 0.6, lid
        for lijn in lijnen:
            for x, y in lijn.punten[1:-1]:
                binnen = [vak for vak in vakken if vak[1] + 0.1 < x < vak[3] - 0.1 and vak[2] + 1 < y < vak[4] - 1]
                assert binnen == [], (lid, x, y)


def _nearest(doos: Doos, punt: tuple[float, float]) -> tuple[float, float]:
    return min(max(punt[0], doos.x), doos.rechts), min(max(punt[1], doos.y), doos.onder)


@settings(max_examples=40, deadline=None)
@given(ruw=st.lists(plekken, min_size=1, max_size=12), breedte=st.sampled_from([84.0, SMAL]))
def test_every_name_and_every_word_is_drawn(ruw: list[tuple[str, Kring | None, Band, str]], breedte: float) -> None:
    tekening = draw_ecogram("Frans", make_leden(ruw), MAATLAT, breedte, smal=breedte == SMAL)
    getekend = "".join("".join(woord.tekst.split()) for woord in tekening.woorden)
    for wie, _, _, woord in ruw:
        assert "".join(wie.split()) in getekend
        assert "".join(woord.split()) in getekend


def test_own_people_stand_on_the_left_and_help_on_the_right() -> None:
    leden = make_leden(
        [("Harrie", Kring.EIGEN_MENSEN, Band.ZWAK, ""), ("DWI", Kring.HULP_EN_INSTANTIES, Band.ZWAK, "")]
    )
    tekening = draw_ecogram("Frans", leden, MAATLAT, 92.8)
    plaats = {deel.van: deel.midden[0] for deel in tekening.delen if isinstance(deel, Doos) and deel.van}
    assert plaats["lid-0"] < 46.4 < plaats["lid-1"]


def test_on_a_phone_own_people_stand_above_help_and_who_was_not_asked_about_is_said() -> None:
    leden = make_leden([("Harrie", None, Band.ZWAK, ""), ("DWI", Kring.HULP_EN_INSTANTIES, Band.ZWAK, "")])
    tekening = draw_ecogram("Frans", leden, MAATLAT, SMAL, smal=True, legenda=False)
    woorden = [woord.tekst for woord in sorted(tekening.woorden, key=lambda woord: woord.y) if woord.tekst != "Frans"]
    assert woorden == [
        "eigen mensen",
        "nog niet gevraagd",
        "nog niet gezegd bij wie dit",
        "hoort",
        "Harrie",
        "hulp en instanties",
        "DWI",
    ]
    assert all(deel.x > 12 for deel in tekening.delen if isinstance(deel, Doos) and deel.van)


def test_each_contact_has_a_line_of_its_own_without_colour() -> None:
    recht = [(0.0, 0.0), (20.0, 0.0)]
    getekend = {band: draw_contact(recht, band) for band in Band}
    assert len(getekend[Band.STERK]) == 2
    assert len(getekend[Band.ZWAK]) == 1
    assert len(getekend[Band.GESPANNEN][0].punten) > 6
    assert len(getekend[Band.VERBROKEN]) == 4
    assert [band for band in Band if any(lijn.stippel for lijn in getekend[band])] == [Band.ONBEKEND]


def test_it_says_the_same_in_words() -> None:
    leden = make_leden(
        [
            ("Harrie", Kring.EIGEN_MENSEN, Band.VERBROKEN, "geen contact"),
            ("Esmé", None, Band.ONBEKEND, ""),
        ]
    )
    assert draw_ecogram("Frans", leden, MAATLAT, 92.8).beschrijving == (
        "Eigen mensen: Harrie, contact verbroken, geen contact. "
        "Nog niet gezegd bij wie dit hoort: Esmé, contact onbekend."
    )


@pytest.mark.parametrize("aantal", [1, 8, 24])
def test_the_height_follows_from_how_many_there_are(aantal: int) -> None:
    leden = make_leden([(f"Naam {nr}", list(Kring)[nr % 2], Band.ZWAK, "") for nr in range(aantal)])
    hoogte = draw_ecogram("Frans", leden, MAATLAT, 92.8).hoogte
    assert hoogte < 25 + 4.2 * aantal
