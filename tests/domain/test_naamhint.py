"""Whose name stands in a notitie about somebody else: seldom too often, for then nobody reads the hint."""

import pytest

from leefgebieden.domain.casus import Soort
from leefgebieden.domain.lijstregel import Lijstregel
from leefgebieden.domain.naamhint import find_genoemden
from leefgebieden.domain.namen import list_bekenden
from tests.domain.maak import make_casus, make_hele, make_lid, make_notitie


def _names(tekst: str, naam: str, *, schuilnaam: str = "", roepnaam: str = "", bekenden: tuple[str, ...] = ()) -> bool:
    regel = Lijstregel(Soort.ECHT, roepnaam or naam, naam, schuilnaam)
    return find_genoemden(tekst, [("iemand", regel)], bekenden) == ["iemand"]


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("Karel belde vandaag.", "Karel"),
        ("Sprak KAREL bij de bus.", "Karel"),
        ("De fiets van Karel's zus, en Karels jas.", "Karel"),
        ("Bij Zoë\u0308 geweest", "Zoë"),
        ("Bij Zoe\u0308 geweest", "Zoë"),
        ("Ka\u200brel kwam langs", "Karel"),
        ("met frans van noord gepraat", "Frans van Noord"),
        ("Frans was er niet", "Frans van Noord"),
        ("Vandaag Jansen gesproken", "Mevrouw Jansen"),
        ("zei tegen Wil dat het kan", "Wil"),
        ("met Jan-Peter", "Jan-Peter"),
        ("سمير جاء", "سمير"),
    ],
)
def test_a_name_is_found_as_a_whole_word(tekst: str, naam: str) -> None:
    assert _names(tekst, naam)


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("Karelia is ver", "Karel"),
        ("Hans was er", "Han"),
        ("Bo kwam langs", "Bo"),
        ("Hij wil nu geen hulp", "Wil"),
        ("Wil nu geen hulp.", "Wil"),
        ("Rust nodig.\nRoos staat in de tuin", "Roos"),
        ("dat zei karel", "Karel"),
        ("De buurman was boos", "De buurman"),
        ("Mevrouw was er niet", "Mevrouw Jansen"),
        ("Van wie is dat?", "Van Dijk"),
        ("", "Karel"),
    ],
)
def test_what_is_no_name_here_is_left_alone(tekst: str, naam: str) -> None:
    assert not _names(tekst, naam)


def test_the_other_names_of_somebody_are_his_too() -> None:
    assert _names("Zag Merel vandaag", "Karel de Vries", schuilnaam="De Merel", roepnaam="Kareltje")
    assert _names("Kareltje zei niets", "Karel de Vries", roepnaam="Kareltje")
    assert _names("meneer de Vries? Karel de Vries dus", "Karel de Vries", roepnaam="Kareltje")


def test_who_stands_around_this_person_is_meant_himself() -> None:
    hele = make_hele("Samira", make_notitie(), netwerk=(make_lid("broer Karel"),), casus=make_casus("Samira Bakir"))
    bekenden = tuple(list_bekenden(hele))
    assert not _names("Karels fiets is weg", "Karel", bekenden=bekenden)
    assert not _names("Samira en Anja", "Anja", bekenden=bekenden)
    assert not _names("Samira was er", "Samira", bekenden=bekenden)
    # the brother has another name behind it
    assert _names("Karel de Vries was er", "Karel de Vries", bekenden=bekenden)


def test_a_long_text_with_a_long_list_is_looked_through_at_once() -> None:
    lijst = [(str(nr), Lijstregel(Soort.ECHT, f"Naam{nr}", f"Naam{nr} van Dijk")) for nr in range(300)]
    tekst = "Een gewone zin met Naam7 erin. " * 1_600
    assert find_genoemden(tekst, lijst) == ["7"]
