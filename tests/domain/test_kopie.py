"""Which A4s carry the words of a notitie, also when names in them were replaced."""

import pytest

from leefgebieden.domain.casus import GemaakteSamenvatting, Namen
from leefgebieden.domain.kopie import find_a4s_met
from leefgebieden.domain.namen import make_vervanger
from tests.domain.maak import NU, make_hele, make_id, make_lid, make_notitie


def make_a4(*regels: str) -> GemaakteSamenvatting:
    return GemaakteSamenvatting(
        make_id(("a4", *regels)), NU, Namen.INITIALEN, {"eigen_woorden": "", "regels": list(regels)}
    )


@pytest.mark.parametrize(
    "tekst",
    [
        "Frans van Noord wil zijn zoon Harrie weer zien.",
        "Hij woont nu op Dorpsstraat 5 en wil daar ook blijven.",
        "Met zijn 62 jaar vindt Frans dat hij genoeg heeft meegemaakt.",
        "‘Ik wil alleen nog met Harrie praten’, zegt hij.",
        "Harries moeder is boos.",
    ],
)
def test_an_a4_with_initials_is_found_by_the_words_that_stay(tekst: str) -> None:
    hele = make_hele("Frans van Noord", netwerk=(make_lid("Harrie"),))
    schrijf = make_vervanger(hele, Namen.INITIALEN)
    erop, ander = make_a4("Iets vooraf.", schrijf(tekst)), make_a4("Hij wil niet meer met de politie praten, zegt hij.")
    gevonden = find_a4s_met(make_notitie(tekst), (), (erop, ander))
    # three words are too few to tell it from another sentence
    assert gevonden == ([] if tekst.startswith("Harries") else [erop])


def test_words_that_it_once_had_are_found_as_they_were() -> None:
    assert find_a4s_met(make_notitie("Is boos."), (), (make_a4("Vandaag: Is boos."), make_a4("Is blij."))) == [
        make_a4("Vandaag: Is boos.")
    ]


def test_the_words_of_one_notitie_inside_another_sentence_are_no_copy() -> None:
    """An A4 that is found goes when the notitie is erased."""
    langer = make_a4("Sinds mei heeft hij ook nog geen werk of inkomen, zegt de buurvrouw.")
    assert find_a4s_met(make_notitie("Hij heeft ook nog geen werk."), (), (langer,)) == []
