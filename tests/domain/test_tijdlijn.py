"""Hoe liep het: when something was, what is drawn of it, and that nothing stands on top of anything."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leefgebieden.content.model import Content, Kanaal
from leefgebieden.domain.afspraak import Afspraak
from leefgebieden.domain.gesprek import Gesprek
from leefgebieden.domain.netwerk import Netwerklid
from leefgebieden.domain.notitie import OpA4
from leefgebieden.domain.tekening import Doos, Letterrol, Lijn
from leefgebieden.domain.tijdlijn import Moment, draw_tijdlijn, list_momenten
from leefgebieden.domain.toen import GeenMoment, Toen, check_toen, read_deel, write_deel, write_toen
from leefgebieden.domain.vorm import Id
from leefgebieden.pdf.maatlat import Lettermaat
from tests.domain.maak import make_hele, make_notitie

MAATLAT = Lettermaat()
VANDAAG = date(2026, 7, 14)
SPELING = 0.02
SMAL = 50.0
"""The width of the drawing on a phone, in mm."""


@pytest.mark.parametrize(
    ("getypt", "deel", "terug"),
    [
        ("2025", "2025", "2025"),
        ("12-2025", "2025-12", "december 2025"),
        ("december 2025", "2025-12", "december 2025"),
        ("Dec 2025", "2025-12", "december 2025"),
        ("mrt 2025", "2025-03", "maart 2025"),
        ("3-6-2025", "2025-06-03", "3 juni 2025"),
        ("3 juni  2025", "2025-06-03", "3 juni 2025"),
        ("2025-06-03", "2025-06-03", "3 juni 2025"),
    ],
)
def test_a_year_a_month_and_a_day_are_read_as_they_are_written(getypt: str, deel: str, terug: str) -> None:
    assert read_deel(getypt) == deel
    assert write_deel(deel) == terug


@pytest.mark.parametrize(
    "getypt", ["", "vorig jaar", "13-2025", "31-2-2025", "ma 2025", "j 2025", "1800", "2500", "2025-1", "²025"]
)
def test_what_is_no_moment_is_refused(getypt: str) -> None:
    with pytest.raises(GeenMoment):
        read_deel(getypt)


def test_it_reads_as_sure_as_it_is_known() -> None:
    assert write_toen(Toen("2025-12", ongeveer=True)) == "ongeveer december 2025"
    assert write_toen(Toen("2024", loopt=True)) == "sinds 2024"
    assert write_toen(Toen("2025-03", "2026-06")) == "van maart 2025 tot juni 2026"
    assert check_toen(Toen("2025-03", "2024")) == "tot"
    assert check_toen(Toen("2025-13")) == "van"
    assert Toen("2024", loopt=True).find_einde(VANDAAG) == VANDAAG
    assert Toen("2025").is_vaag
    assert not Toen("2025-12").is_vaag


def test_everything_with_a_date_is_a_moment_and_on_the_a4_only_what_may_stand_there(content: Content) -> None:
    op = datetime(2026, 7, 3, 12, tzinfo=UTC)
    gewoon = make_notitie("Uitkering stopte", plaatsen=("inkomen",), toen=Toen("2025-12", woord="gestopt"))
    lang = make_notitie("Een lang verhaal. " * 20, plaatsen=(), toen=Toen("2024"))
    niet = replace(gewoon, id=Id("n2"), op_a4=OpA4.NEE)
    hele = make_hele(
        "Frans",
        gewoon,
        niet,
        lang,
        make_notitie("Zonder datum"),
        gesprekken=(Gesprek(Id("g"), Kanaal.EROPAF, op),),
        afspraken=(Afspraak(Id("a"), "Bellen", uiterlijk=date(2026, 7, 20)),),
        netwerk=(Netwerklid(Id("l"), "Kerk", sinds=date(2026, 1, 1)),),
    )
    alles = list_momenten(hele, content.kaart, VANDAAG)
    assert [(m.baan, m.tekst[:9]) for m in alles] == [
        ("Verhaal", "Een lang "),
        ("Inkomen", "gestopt"),
        ("Inkomen", "gestopt"),
        ("Mensen", "Kerk komt"),
        ("Gesprekken", "bezoek"),
        ("Afspraken", "Bellen"),
    ]
    op_a4 = list_momenten(hele, content.kaart, VANDAAG, alles=False)
    assert [m.baan for m in op_a4] == ["Inkomen", "Mensen", "Gesprekken"]


dagen = st.dates(date(1950, 1, 1), date(2027, 12, 31))
momenten = st.builds(
    lambda baan, tekst, een, twee, vaag, duurt: Moment(
        baan, tekst, min(een, twee), max(een, twee), "toen", vaag, duurt
    ),
    st.sampled_from(["Inkomen", "Gesprekken", "Mensen", "Een lange naam van een baan"]),
    st.text(st.characters(categories=["L", "Zs"], max_codepoint=0x17F), min_size=1, max_size=90).filter(str.strip),
    dagen,
    dagen,
    st.booleans(),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(ruw=st.lists(momenten, min_size=1, max_size=24), breedte=st.sampled_from([78.8, 105.0, SMAL]))
def test_no_two_words_meet_and_all_stays_inside_the_frame(ruw: list[Moment], breedte: float) -> None:
    tekening = draw_tijdlijn(sorted(ruw, key=lambda m: m.van), MAATLAT, breedte, VANDAAG, smal=breedte == SMAL)
    vakken = [(w.tekst, w.links, w.y, w.links + w.breedte, w.y + w.hoogte) for w in tekening.woorden]
    tekens = [(d.van or "ring", d.x, d.y, d.rechts, d.onder) for d in tekening.delen if isinstance(d, Doos)]
    for een, ander in combinations(vakken, 2):
        assert not overlap(een, ander), (een, ander)
    for teken in tekens:
        assert not any(overlap(teken, vak) for vak in vakken), teken
    for wat, x1, y1, x2, y2 in (*vakken, *tekens):
        assert x1 >= -SPELING, wat
        assert y1 >= -SPELING, wat
        assert x2 <= breedte + SPELING, wat
        assert y2 <= tekening.hoogte + SPELING, wat
    for lijn in (deel for deel in tekening.delen if isinstance(deel, Lijn)):
        assert all(-SPELING <= x <= breedte + SPELING and 0 <= y <= tekening.hoogte for x, y in lijn.punten)
    getekend = "".join("".join(woord.tekst.split()) for woord in tekening.woorden)
    assert all("".join(moment.tekst.split()) in getekend for moment in ruw)


def overlap(een: tuple[str, float, float, float, float], ander: tuple[str, float, float, float, float]) -> bool:
    return (
        een[1] < ander[3] - SPELING
        and ander[1] < een[3] - SPELING
        and een[2] < ander[4] - SPELING
        and ander[2] < een[4] - SPELING
    )


def test_on_a_phone_the_name_of_a_lane_stands_above_it_and_the_line_has_all_the_room() -> None:
    moment = Moment("Functioneren", "kerstlampjes aan", date(2026, 7, 1), VANDAAG, "juli 2026")
    tekening = draw_tijdlijn([moment], MAATLAT, SMAL, VANDAAG, smal=True)
    naam, woord = tekening.woorden[:2]
    assert (naam.tekst, naam.rol, naam.links) == ("Functioneren", Letterrol.NAAM, 0.0)
    assert naam.y + naam.hoogte <= woord.y
    as_ = next(deel for deel in tekening.delen if isinstance(deel, Lijn) and deel.dikte == 0.4)
    assert as_.punten[0][0] == 0.0


def test_what_is_not_certain_is_dashed_and_a_day_is_a_dot() -> None:
    zeker = Moment("Gesprekken", "bezoek", VANDAAG, VANDAAG, "nu")
    vaag = Moment("Inkomen", "gestopt", date(2025, 12, 1), date(2025, 12, 31), "ongeveer december 2025", vaag=True)
    tekening = draw_tijdlijn([vaag, zeker], MAATLAT, 78.8, VANDAAG)
    assert [deel.stippel for deel in tekening.delen if isinstance(deel, Doos)] == [()]
    assert sum(1 for deel in tekening.delen if isinstance(deel, Lijn) and deel.stippel) == 1
    assert tekening.beschrijving == "Ongeveer december 2025, inkomen: gestopt. Nu, gesprekken: bezoek."
