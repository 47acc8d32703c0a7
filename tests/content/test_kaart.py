"""The leefgebiedenkaart is whole: every leefgebied, deelgebied and aandachtspunt of the card (inhoud.md 1)."""

import re

import pytest

from leefgebieden.content.load import load_content
from leefgebieden.content.model import Content

CARD = {
    "dag": {
        "dagbesteding": [
            "dagindeling",
            "betaald werk (vast, onregelmatig), re-integratie",
            "kinderopvang (in eigen netwerk?)",
            "school, opleiding, inburgering, project, uitval, verzuim, startkwalificatie",
        ],
        "sociaal-functioneren": [
            "sociale vaardigheden / ondernemendheid",
            "omgang met (ex-)partner, kinderen",
            "relaties / seksualiteit",
            "overlast / gedrag in het openbaar",
            "(omgaan met) conflicten",
            "opvoeding kinderen",
        ],
        "netwerk": [
            "aantal contacten, contact met buren, familie, kennissen, vrienden",
            "informele welzijn en zorg",
            "uitstoting / discriminatie",
            "bestaande contacten met hulpverleners / medecliënten",
            "buurthuis / moskee / kerk / synagoge",
        ],
        "vrije-tijd": [
            "hobby's / sport / club",
            "vrijwilligerswerk, buurtactiviteiten, moskee, kerk, café",
            "vrienden / familie, dagopvang, zorg en hulpverlening",
        ],
    },
    "nacht": {
        "huisvesting": [
            "woonsituatie (zelfstandig, met familie, anderen, inwoning, begeleid wonen, intramuraal)",
            "problematiek / knelpunten / wensen: te klein, nuts",
            "verplegingszorg, ziekenhuis, intramuraal, detentie",
            "inrichting / inventaris",
        ],
        "dak-en-thuisloos": ["dreigende huisuitzetting"],
        "veiligheid": [
            "buren / buurt",
            "beleving, urgentie",
            "justitie/politie contacten, detentie",
            "geweld, intimidatie, mishandeling, overlast",
        ],
    },
    "financien": {
        "inkomen": [
            (
                "inkomen: zwart/wit, hoeveel uit loon, handel, uitkering, pensioen, AOW, studiefinanciering, toeslagen, "
                "kinderbijslag, ed"
            ),
        ],
        "uitgaven": [
            "zijn inkomsten en uitgaven op orde? Is er overzicht? Bestedingspatroon, sparen, financieel beheer?",
            "uitgaven: huur, vaste lasten, verzekeringen, ziektekosten, huishouden, zakgeld, alimentatie",
            "weggeven, verslaving, financiële gijzeling?",
        ],
        "schulden": [
            "in eigen kring",
            "achterstallige betalingen, huur, nuts, ed",
            "boetes, schuldeisers",
            "aflossing, wsnp, minnelijke regeling, bewindvoering, ed",
        ],
    },
    "functioneren": {
        "praktisch": [
            "taal: spreken, lezen, schrijven, computer",
            "huishouden, boodschappen, inkopen",
            "koken, eten",
            "verzorging, kleding",
            "mobiliteit: de straat opgaan, reizen, fiets, openbaar vervoer",
            "afspraken, plannen, agenda",
        ],
        "lichamelijk": [
            "algemene gezondheid, ADL-vaardigheden",
            (
                "klachten: handicap, (chronische) ziekte, SOA, allergie, gebit, hygiëne en zelfzorg, "
                "dag- en nachtritme, voeding, verwaarlozing, te dik, beweging?"
            ),
            "behandeling: huisarts / specialist / paramedisch, medicatie",
            "noodzaak extra zorg",
        ],
        "psychisch": [
            "zelfrespect, zelfbeeld, zelfwaardering, zelfbesef, welbevinden",
            "stemming, slachtofferschap, zelfbeklag",
            "psychiatrie, psychopathologie, fobieën, verslaving, crisis (dreiging)",
            "behandeling",
        ],
        "zingeving": [
            "persoonlijke drijfveren, enthousiasme, levenslust",
            "levensovertuiging",
            (
                "geloofsovertuiging, aansluiting bij kerk, moskee, spirituele groepering, zingevende activiteiten, "
                "rituelen"
            ),
        ],
    },
}


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


def test_the_card_has_every_aandachtspunt_in_its_place_and_order(content: Content) -> None:
    card = {
        leefgebied.key: {d.key: list(d.aandachtspunten) for d in leefgebied.deelgebieden}
        for leefgebied in content.kaart.leefgebieden
    }
    assert card == CARD
    assert [list(delen) for delen in card.values()] == [list(delen) for delen in CARD.values()]


def test_the_card_counts_4_leefgebieden_14_deelgebieden_52_aandachtspunten_and_one_line(content: Content) -> None:
    deelgebieden = content.kaart.deelgebieden.values()
    assert len(content.kaart.leefgebieden) == 4
    assert len(deelgebieden) == 14
    assert sum(len(deelgebied.aandachtspunten) for deelgebied in deelgebieden) == 52
    assert [deelgebied.key for deelgebied in deelgebieden if deelgebied.aandachtsregel] == ["sociaal-functioneren"]


def test_the_line_of_sociaal_functioneren_names_all_seven_points(content: Content) -> None:
    assert content.kaart.deelgebieden["sociaal-functioneren"].aandachtsregel == (
        "gezinsrelaties, regie, mantelzorg, structuur opvoeding, (dreigende) ots, (dreigende) uhp, verwaarlozing"
    )


def test_the_names_are_those_of_the_card(content: Content) -> None:
    assert [leefgebied.naam for leefgebied in content.kaart.leefgebieden] == [
        "Dag",
        "Nacht",
        "Financiën",
        "Functioneren",
    ]
    assert [deelgebied.naam for deelgebied in content.kaart.deelgebieden.values()] == [
        "Dagbesteding",
        "Sociaal functioneren",
        "Netwerk",
        "Vrijetijdsbesteding",
        "Huisvesting",
        "Dak- en thuisloos",
        "Veiligheid",
        "Inkomen",
        "Uitgaven",
        "Schulden",
        "Praktisch functioneren",
        "Lichamelijk functioneren",
        "Psychisch functioneren",
        "Zingeving",
    ]


def test_the_four_questions_become_the_labels_of_a_notitie(content: Content) -> None:
    assert [vraag.label for vraag in content.kaart.kruisvragen] == ["van_wie", "wanneer", "wat", "verklaart"]
    assert content.kaart.kruisvragen[0].voor_werker == "En wat zie jij?"


def test_every_abbreviation_of_the_method_is_explained(content: Content) -> None:
    begrippen = {begrip.afkorting: begrip.betekenis for begrip in content.kaart.begrippen}
    assert set(begrippen) == {
        "ots", "uhp", "wsnp", "ADL", "AOW", "SOA", "nuts", "ed", "DWI", "GGD", "Wmo", "WNS",
    }  # fmt: skip
    assert begrippen["ots"].startswith("ondertoezichtstelling")
    assert begrippen["DWI"].startswith("Dienst Werk en Inkomen")


def test_no_capital_abbreviation_on_the_card_is_left_unexplained(content: Content) -> None:
    text = " ".join(punt for d in content.kaart.deelgebieden.values() for punt in d.aandachtspunten)
    begrippen = {begrip.afkorting for begrip in content.kaart.begrippen}
    assert set(re.findall(r"\b[A-Z]{2,}\b", text)) <= begrippen


def test_every_deelgebied_has_two_to_four_open_prompts_that_say_u(content: Content) -> None:
    for deelgebied in content.kaart.deelgebieden.values():
        assert 2 <= len(deelgebied.vragen) <= 4, deelgebied.key
        for vraag in deelgebied.vragen:
            assert vraag.endswith("?"), vraag
            assert not re.search(r"\b(je|jij|jou|jouw)\b", vraag), vraag
            # an open question: it does not start with a verb, so that yes or no is no answer
            assert re.match(r"(Hoe|Wat|Wie|Waar|Waarbij|Welke|Bij wie|Met wie|Voor wie)\b", vraag), vraag


def test_sensitive_deelgebieden_say_what_is_not_needed(content: Content) -> None:
    gevoelig = {d.key: d.gevoelig_uitleg for d in content.kaart.deelgebieden.values() if d.gevoelig}
    assert set(gevoelig) == {"sociaal-functioneren", "veiligheid", "lichamelijk", "psychisch", "zingeving"}
    for uitleg in gevoelig.values():
        assert "nodig" in uitleg


def test_the_meldcode_stands_where_the_law_asks_for_it(content: Content) -> None:
    wijzers = {d.key: d.wijzer for d in content.kaart.deelgebieden.values() if d.wijzer}
    assert set(wijzers) == {"sociaal-functioneren", "veiligheid"}
    assert all("Meldcode huiselijk geweld en kindermishandeling" in wijzer for wijzer in wijzers.values())


def test_urgent_signals_stand_at_dak_en_thuisloos_and_psychisch(content: Content) -> None:
    spoed = {d.key: d.spoed for d in content.kaart.deelgebieden.values() if d.spoed}
    assert spoed == {"dak-en-thuisloos": "dreigende huisuitzetting", "psychisch": "crisis (dreiging)"}


def test_a_place_is_a_leefgebied_or_a_deelgebied(content: Content) -> None:
    kaart = content.kaart
    assert kaart.is_plaats("dag")
    assert kaart.is_plaats("schulden")
    assert not kaart.is_plaats("tuin")
    assert kaart.leefgebied_of("schulden").key == "financien"
    assert kaart.naam_of("schulden") == "Schulden"
    assert kaart.naam_of("financien") == "Financiën"


def test_the_simple_card_is_dag_nacht_geld_vrije_tijd(content: Content) -> None:
    eenvoudig = content.eenvoudige_kaart
    assert [gebied.naam for gebied in eenvoudig.gebieden] == ["Dag", "Nacht", "Geld", "Vrije tijd"]
    assert eenvoudig.rest_naam == "Ook opgeschreven"


@pytest.mark.parametrize(
    ("plaats", "gebied"),
    [
        ("dag", "dag"),
        ("netwerk", "dag"),
        ("vrije-tijd", "vrije-tijd"),
        ("huisvesting", "nacht"),
        ("schulden", "geld"),
        ("functioneren", None),
        ("zingeving", None),
    ],
)
def test_a_place_of_the_card_shows_in_one_field_of_the_simple_card(
    content: Content, plaats: str, gebied: str | None
) -> None:
    found = content.eenvoudige_kaart.gebied_of(plaats)
    assert (found.key if found else None) == gebied


def test_no_text_of_the_card_speaks_in_words_that_are_never_on_screen(content: Content) -> None:
    ours = [content.kaart.waarschuwing, content.eenvoudige_kaart.uitleg]
    ours += [vraag.vraag for vraag in content.kaart.kruisvragen]
    for deelgebied in content.kaart.deelgebieden.values():
        ours += [*deelgebied.vragen, deelgebied.gevoelig_uitleg, deelgebied.wijzer]
    never = re.compile(r"\bscore|percentage|%|compleet|\bcliënt|\bcasus|\bdossier|registreren|interventie", re.I)
    assert [text for text in ours if never.search(text)] == []


def test_word_hints_ask_and_do_not_forbid(content: Content) -> None:
    assert {"beweert", "weigert", "zorgmijder", "ontkent"} <= {hint.woord for hint in content.woordhints}
    assert all("?" in hint.hint for hint in content.woordhints)
