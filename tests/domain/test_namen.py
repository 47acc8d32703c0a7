"""Names on paper."""

import pytest

from leefgebieden.domain.casus import HeleCasus, Namen
from leefgebieden.domain.namen import (
    blur_gegevens,
    find_overige_namen,
    make_vervanger,
    write_initialen,
    write_leeftijdsband,
)
from leefgebieden.domain.netwerk import Kring
from tests.domain.maak import make_afspraak, make_bezoek, make_casus, make_hele, make_lid


@pytest.fixture
def frans() -> HeleCasus:
    return make_hele(
        casus=make_casus("Frans van Noord", schuilnaam="Kees"),
        netwerk=(
            make_lid("Harrie"),
            make_lid("Vrijwilliger van de kerk"),
            make_lid("DWI", kring=Kring.HULP_EN_INSTANTIES),
            make_lid("zoon Jan", kring=Kring.EIGEN_MENSEN),
            make_lid("Esmé", kring=Kring.HULP_EN_INSTANTIES),
        ),
        afspraken=(make_afspraak(wie="Wil"),),
        gesprekken=(make_bezoek(),),
    )


@pytest.mark.parametrize(
    ("naam", "initialen"),
    [
        ("Frans van Noord", "F. v. N."),
        ("Frans", "F."),
        ("Şükrü Öztürk", "Ş. Ö."),
        ("Đorđe", "Đ."),
        ("IJsbrand de Wit", "IJ. d. W."),
        ("'t Hart", "t. H."),
        ("O'Brien", "O."),
        ("😀", "N.N."),
    ],
)
def test_a_name_becomes_initials(naam: str, initialen: str) -> None:
    assert write_initialen(naam) == initialen


@pytest.mark.parametrize(
    ("tekst", "op_papier"),
    [
        ("Frans van Noord drinkt koffie.", "F. v. N. drinkt koffie."),
        ("Dit is van Frans.", "Dit is van F."),
        ("Wil Frans?", "W. F.?"),
        ("Frans, Harrie en Esmé.", "F., H. en E."),
        ("Frans' huis en Harries fiets", "F.'s huis en H.'s fiets"),
        ("Jan's sleutel", "J.'s sleutel"),
        ("FRANS! frans!", "F.! F.!"),
        ("Franse kaas, Noordwijk en Transfrans", "Franse kaas, Noordwijk en Transfrans"),
        ("In jan wil hij verhuizen", "In jan wil hij verhuizen"),
        ("De kerk en DWI bellen.", "De kerk en DWI bellen."),
        ("De vrijwilliger van de kerk", "De vrijwilliger van de kerk"),
        ("zijn zoon Harrie (15).", "zijn zoon H. (15 tot 20)."),
        ("Harrie, 15 jaar, woont ver", "H., 15 tot 20 jaar, woont ver"),
        ("al 7 jaar alleen", "al 7 jaar alleen"),
        ("Kees", "K."),
    ],
)
def test_known_names_in_a_text_become_initials(frans: HeleCasus, tekst: str, op_papier: str) -> None:
    assert make_vervanger(frans, Namen.INITIALEN)(tekst) == op_papier


def test_with_a_schuilnaam_the_person_has_that_name_and_everybody_else_initials(frans: HeleCasus) -> None:
    vervang = make_vervanger(frans, Namen.SCHUILNAAM)
    assert vervang("Frans van Noord is de vader van Harrie.") == "Kees is de vader van H."
    assert vervang("Frans. Frans' huis") == "Kees. Kees's huis"


def test_without_a_schuilnaam_there_are_initials() -> None:
    assert make_vervanger(make_hele("Frans"), Namen.SCHUILNAAM)("Frans belt.") == "F. belt."


def test_in_full_nothing_changes(frans: HeleCasus) -> None:
    tekst = "Frans (62) woont in de Kalverstraat 12."
    assert make_vervanger(frans, Namen.VOLUIT)(tekst) == tekst


def test_the_maker_is_known_too(frans: HeleCasus) -> None:
    assert make_vervanger(frans, Namen.INITIALEN, makers=("Karim",))("Karim en Esmé") == "K. en E."


@pytest.mark.parametrize(
    ("leeftijd", "band"), [(62, "60 tot 65"), (15, "15 tot 20"), (0, "0 tot 5"), (64, "60 tot 65")]
)
def test_an_age_becomes_a_band_of_five_years(leeftijd: int, band: str) -> None:
    assert write_leeftijdsband(leeftijd) == band


@pytest.mark.parametrize(
    ("tekst", "op_papier"),
    [
        ("62 jaar, alleenstaand", "60 tot 65 jaar, alleenstaand"),
        ("Hij is 62 jaar oud.", "Hij is 60 tot 65 jaar oud."),
        ("Woont in de Kalverstraat 12a.", "Woont in de [adres]."),
        ("Woont in de Kalverstraat.", "Woont in de [straat]."),
        ("Op 1012 AB geboren, 03-04-1964.", "Op [postcode] geboren, [datum]."),
        ("Om 12 uur naar straatfeest 5", "Om 12 uur naar straatfeest 5"),
    ],
)
def test_no_street_and_no_date_of_birth(tekst: str, op_papier: str) -> None:
    assert blur_gegevens(tekst) == op_papier


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [
        ("Hij belde Harrie nog.", ("Harrie",)),
        ("Harrie belde. Toen belde Piet met Piet.", ("Piet",)),
        ("Hij ging naar DWI en de GGD.", ()),
        ("Met F. v. N. gebeld.", ()),
        ("Hij zei: „Het helpt niet.”", ()),
        ("Een vrijwilliger van de Kerk.", ()),
        ("Met O'Brien in Amsterdam", ("O'Brien", "Amsterdam")),
        ("", ()),
    ],
)
def test_capitalised_words_within_a_sentence_are_named(tekst: str, namen: tuple[str, ...]) -> None:
    assert find_overige_namen(tekst) == namen
