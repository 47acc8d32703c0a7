"""What is said to the person, in `je`."""

import re

import pytest

from leefgebieden.content.load import load_content
from leefgebieden.domain.aanspreekvorm import speak_je


@pytest.mark.parametrize(
    ("u", "je"),
    [
        ("Waar slaapt u, en hoe slaapt u?", "Waar slaap je, en hoe slaap je?"),
        ("Hoe veilig voelt u zich, in huis en in de buurt?", "Hoe veilig voel je je, in huis en in de buurt?"),
        ("Wie helpt u als u ziek bent?", "Wie helpt je als je ziek bent?"),
        ("Waar gaat uw geld naartoe?", "Waar gaat je geld naartoe?"),
        ("Wat deed u vroeger graag?", "Wat deed je vroeger graag?"),
        ("Waar wilt u over praten?", "Waar wil je over praten?"),
        ("Klopt het? U hoeft niets te kiezen.", "Klopt het? Je hoeft niets te kiezen."),
        ("Zo schreven we op wat u zei", "Zo schreven we op wat je zei"),
        ("Voor u", "Voor jou"),
        ("Hoe gaat het thuis met de kinderen?", "Hoe gaat het thuis met de kinderen?"),
    ],
)
def test_it_reads_as_one_says_it(u: str, je: str) -> None:
    assert speak_je(u) == je


def test_no_question_of_the_card_keeps_an_u_or_a_t_too_many() -> None:
    kaart = load_content().kaart
    vragen = [v for gebied in kaart.leefgebieden for deel in gebied.deelgebieden for v in deel.vragen]
    vragen += [kruis.vraag for kruis in kaart.kruisvragen]
    assert len(vragen) > 40
    wrong = [je for je in map(speak_je, vragen) if re.search(r"\b(u|uw|zich)\b", je, re.IGNORECASE)]
    # somebody else does something here, so the verb keeps its t; and words that are no verb
    anders = ("lukt je", "geeft je", "helpt je", "gaat je geld", "dat je", "met je", "het je")
    wrong += [je for je in map(speak_je, vragen) if re.search(r"\w+t je\b", je) and not any(a in je for a in anders)]
    assert wrong == []
