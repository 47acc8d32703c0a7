"""The integrale vragenlijst, cell by cell: 57 filled cells, in 8 fasen and 4 kanalen (inhoud.md 2)."""

import pytest

from leefgebieden.content.load import load_content
from leefgebieden.content.model import Content, Kanaal

TELEFOON, LOKET, EROPAF, CRISIS = Kanaal.TELEFOON, Kanaal.LOKET, Kanaal.EROPAF, Kanaal.CRISIS

FASEN = {
    "compliment": "Compliment",
    "kennismaken": "Kennismaken",
    "eerste-vraag": "Eerste vraag",
    "persoon": "Vragen aan de persoon",
    "netwerk": "Mensen eromheen",
    "planning": "Planning",
    "hulp": "Hulp",
    "organiseren": "Regelen",
}
BIJEENKOMST = (
    "Zo niet: wat vindt u ervan als wij samen met u een bijeenkomst regelen? Daar zoeken we wie u het best kan helpen."
)
ANDERE_MENSEN = "Kent u andere mensen (hulpverleners) die u dit zou willen vragen?"
NA = "Is het na twee weken niet gelukt? Wie houdt dit in de gaten?"
TERUG = "Maak een inschatting. Vraag te horen wat er met de acties gebeurde."

# row by row: what stands in telefoon, loket, eropaf, crisis; an empty text is an empty cell
TABLE = {
    "compliment.a": (
        "Goed dat u ons belt.",
        "Wat goed dat u hierheen kwam.",
        "Wat fijn dat u mij binnenlaat.",
        "Fijn dat u even tijd maakt voor mij.",
    ),
    "kennismaken.a": (
        "U belt met het loket [loket]. Hoe komt dat zo? Of: wat is de reden dat u belt?",
        "",
        "Ik ben [naam] en ik kom namens [stadsdeel]. Wij [aanvullen]. De melding kwam van [melding].",
        "Ik ben [naam] en ik kom namens [organisatie]. Wij [aanvullen].",
    ),
    "eerste-vraag.a": (
        "Waarmee kan ik u helpen?",
        "Waarmee kan ik u helpen? Of: wat speelt er? Wat zou u willen?",
        "Hoe is het met u?",
        "Mensen maken zich zorgen over u. Of: er is gebeld. Ik wil het graag even met u hebben over hoe het met u is.",
    ),
    "eerste-vraag.b": (
        "",
        "",
        "",
        "Heeft u een crisiskaart? Of sprak u met de mensen om u heen af hoe jullie met uw crisis omgaan?",
    ),
    "persoon.a": ("Wat wilt u graag anders hebben?",) * 4,
    "persoon.b": (
        *("Wat deed u er zelf al aan?",) * 3,
        "Wat kunt u op dit moment zelf doen? Wat deed u er zelf al aan?",
    ),
    "netwerk.a": (
        *("Vroeg u al iemand om hulp hierbij?",) * 3,
        "Vroeg u al iemand om hulp hierbij? Van wie kunt u nu hulp krijgen? Wie kunt u nu opbellen?",
    ),
    "netwerk.b": ("Wat liep er goed?",) * 4,
    "netwerk.c": ("Wat liep er niet goed? Hoe liep dat eerder?",) * 4,
    "netwerk.d": ("Hoe zou u het anders willen aanpakken?",) * 4,
    "netwerk.e": ("Wie kunt u vragen om dat samen met u anders te regelen?",) * 4,
    "planning.a": ("Binnen hoeveel tijd?",) * 4,
    "planning.b": ("Gaat het binnen twee weken niet lukken? Wie houdt dit in de gaten?", NA, NA, NA),
    "hulp.a": (ANDERE_MENSEN,) * 4,
    "organiseren.a": (BIJEENKOMST,) * 4,
}


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


def test_every_cell_of_the_table_stands_in_its_kanaal_and_no_other_does(content: Content) -> None:
    expected = {
        f"{kanaal}.{row}": text
        for row, texts in TABLE.items()
        for kanaal, text in zip(Kanaal, texts, strict=True)
        if text
    }
    assert {key: vraag.tekst for key, vraag in content.vragen.items()} == expected


def test_57_cells_are_filled_56_questions_and_the_remark_above_crisis(content: Content) -> None:
    assert len(content.vragen) == 56
    assert [kanaal for kanaal, lijst in content.vragenlijsten.items() if lijst.opmerking] == [CRISIS]


@pytest.mark.parametrize("kanaal", Kanaal)
def test_every_kanaal_has_the_eight_fasen_in_order(content: Content, kanaal: Kanaal) -> None:
    lijst = content.vragenlijsten[kanaal]
    assert lijst.kanaal is kanaal
    assert {fase.key: fase.naam for fase in lijst.fasen} == FASEN
    assert [fase.key for fase in lijst.fasen] == list(FASEN)


@pytest.mark.parametrize("kanaal", Kanaal)
def test_the_questions_stand_in_the_order_of_the_table(content: Content, kanaal: Kanaal) -> None:
    column = list(Kanaal).index(kanaal)
    rows = [f"{kanaal}.{row}" for row, texts in TABLE.items() if texts[column]]
    assert [vraag.key for vraag in content.vragenlijsten[kanaal].vragen] == rows


def test_only_loket_has_an_empty_fase_the_introduction(content: Content) -> None:
    empty = [
        (kanaal, fase.key) for kanaal, lijst in content.vragenlijsten.items() for fase in lijst.fasen if not fase.vragen
    ]
    assert empty == [(LOKET, "kennismaken")]


def test_at_crisis_the_ggd_goes_with_the_police(content: Content) -> None:
    opmerking = content.vragenlijsten[CRISIS].opmerking
    for word in ("crisis", "overlast", "GGD", "politie", "melding"):
        assert word in opmerking


def test_our_own_line_above_crisis_is_kept_apart_from_the_list(content: Content) -> None:
    crisis = content.vragenlijsten[CRISIS]
    assert crisis.eigen_vraag == "Is iedereen nu veilig?"
    assert "112" in crisis.eigen_regel
    assert crisis.eigen_vraag not in {vraag.tekst for vraag in crisis.vragen}
    assert not any(content.vragenlijsten[kanaal].eigen_vraag for kanaal in (TELEFOON, LOKET, EROPAF))


@pytest.mark.parametrize(
    ("kanaal", "dagen", "regel"),
    [(TELEFOON, 14, "Hooguit 2 weken."), (LOKET, 14, "Hooguit 2 weken."), (EROPAF, None, ""), (CRISIS, None, "")],
)
def test_only_telefoon_and_loket_set_a_term_of_at_most_two_weeks(
    content: Content, kanaal: Kanaal, dagen: int | None, regel: str
) -> None:
    assert content.vragenlijsten[kanaal].termijn_dagen == dagen
    assert content.vragen[f"{kanaal}.planning.a"].regel == regel


def test_telefoon_looks_ahead_and_the_other_three_look_back(content: Content) -> None:
    assert "binnen twee weken" in content.vragen["telefoon.planning.b"].tekst
    for kanaal in (LOKET, EROPAF, CRISIS):
        assert "na twee weken" in content.vragen[f"{kanaal}.planning.b"].tekst


@pytest.mark.parametrize("kanaal", Kanaal)
def test_all_kanalen_ask_an_estimate_a_report_back_and_who_guards_it(content: Content, kanaal: Kanaal) -> None:
    vraag = content.vragen[f"{kanaal}.planning.b"]
    assert vraag.regel == TERUG
    assert vraag.tekst.endswith("Wie houdt dit in de gaten?")


def test_planning_asks_for_afspraken_and_compliments_are_said(content: Content) -> None:
    assert {key for key, vraag in content.vragen.items() if vraag.soort == "afspraak"} == {
        f"{kanaal}.planning.{rij}" for kanaal in Kanaal for rij in "ab"
    }
    assert {key for key, vraag in content.vragen.items() if vraag.soort == "zeggen"} == {
        *(f"{kanaal}.compliment.a" for kanaal in Kanaal),
        "eropaf.kennismaken.a",
        "crisis.kennismaken.a",
    }


def test_a_question_knows_its_fase(content: Content) -> None:
    assert content.fase_of("crisis.eerste-vraag.b").naam == "Eerste vraag"
    with pytest.raises(KeyError):
        content.fase_of("loket.kennismaken.a")
