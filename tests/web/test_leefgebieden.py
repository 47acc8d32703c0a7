"""The card of a person, one leefgebied from nearby, and what was talked about."""

import pytest

from leefgebieden.content.model import Content
from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.db import db
from tests.pages import PagesClient

GEBIEDEN = ["dag", "nacht", "financien", "functioneren"]


def write(client: PagesClient, samira: str, tekst: str, **fields: str | list[str]) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.submit("/notities/nieuw", {"tekst": tekst, **fields}, button="Bewaar")


def test_the_card_counts_in_words_and_says_that_it_is_no_measurement(client: PagesClient, samira: str) -> None:
    write(client, samira, "Ze kookt graag.", wat=["kracht"], plaatsen=["praktisch"])
    page = client.get(f"/mensen/{samira}/leefgebieden")
    assert "Dit is geen meting. Het helpt bij het gesprek." in page.text
    assert "1 kracht" in page.text
    assert "Nog niet over gepraat: praktisch, lichaam, hoofd, zingeving" in page.text
    assert "Amsterdamse Wmo-werkplaats" in page.text
    assert "Een schema mag nooit tussen jou en de ander staan." in page.text


def test_both_cards_show_every_notitie_of_the_practice_casus(client: PagesClient, frans: str) -> None:
    gelezen = fetch_casus(frans)
    assert gelezen is not None
    geplaatst = {" ".join(n.tekst.split()) for n in gelezen.hele.notities if n.plaatsen}
    eenvoudig = client.get(f"/mensen/{frans}/leefgebieden?kaart=eenvoudig").text
    assert "Ook opgeschreven" in eenvoudig
    assert {tekst for tekst in geplaatst if tekst not in eenvoudig} == set()
    heel = " ".join(client.get(f"/mensen/{frans}/leefgebieden/{gebied}").text for gebied in GEBIEDEN)
    assert {tekst for tekst in geplaatst if tekst not in heel} == set()


def test_the_two_cards_lead_to_each_other(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/leefgebieden")
    assert "Vrije tijd" in client.click("Eenvoudige kaart").text
    assert "Functioneren" in client.click("Hele kaart").text


def test_a_leefgebied_shows_the_three_blocks_with_the_person_first(client: PagesClient, samira: str) -> None:
    write(client, samira, "Dit zag ik.", wat=["kracht"], van_wie=["gezien"], plaatsen=["dag"])
    write(client, samira, "Dit zei ze.", wat=["kracht"], van_wie=["zelf"], plaatsen=["netwerk"])
    write(client, samira, "Zonder iets.", plaatsen=["vrije-tijd"])
    tekst = client.get(f"/mensen/{samira}/leefgebieden/dag").text
    assert tekst.index("Kracht en kans") < tekst.index("Dit zei ze.") < tekst.index("Dit zag ik.")
    assert tekst.index("Dit zag ik.") < tekst.index("Nog niets. Dat mag.") < tekst.index("Zonder iets.")


def test_a_notitie_that_is_kracht_and_lastig_stands_in_both_blocks(client: PagesClient, samira: str) -> None:
    write(client, samira, "Kerstlampjes branden.", wat=["kracht", "lastig"], plaatsen=["nacht"])
    text = client.get(f"/mensen/{samira}/leefgebieden/nacht").text
    # once as words of each card, and once in the name of each link
    assert text.count("Kerstlampjes branden.") == 4


def test_an_empty_leefgebied_is_calm(client: PagesClient, samira: str) -> None:
    tekst = client.get(f"/mensen/{samira}/leefgebieden/dag").text
    assert "Nog geen kracht opgeschreven. Vraag eens: wat lukt wel?" in tekst
    assert "Nog niets. Dat mag." in tekst


def test_every_prompt_question_and_abbreviation_of_the_card_is_on_its_page(
    client: PagesClient, samira: str, content: Content
) -> None:
    for leefgebied in content.kaart.leefgebieden:
        tekst = client.get(f"/mensen/{samira}/leefgebieden/{leefgebied.key}").text
        for deelgebied in leefgebied.deelgebieden:
            for zin in (*deelgebied.aandachtspunten, *deelgebied.vragen, deelgebied.gevoelig_uitleg, deelgebied.wijzer):
                assert zin in tekst
    assert "schuldsanering" in client.get(f"/mensen/{samira}/leefgebieden/financien").text
    assert "Hier is haast bij." in client.get(f"/mensen/{samira}/leefgebieden/nacht").text


def test_a_notitie_from_here_has_its_place_and_comes_back_here(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/leefgebieden/dag")
    client.get(client.page.links()["Notitie bij Dag"])
    page = client.submit("Bewaar", {"tekst": "Ze wandelt."}, button="Bewaar", follow=False)
    assert page.location.endswith(f"/mensen/{samira}/leefgebieden/dag")


def test_what_was_talked_about_is_set_by_the_worker_alone(client: PagesClient, samira: str) -> None:
    write(client, samira, "Ze huurt.", plaatsen=["huisvesting"])
    page = client.get(f"/mensen/{samira}/leefgebieden/nacht")
    assert "Je schreef hier iets op. Is er over gepraat?" in page.text
    assert page.form("/leefgebieden/nacht").values()["stand-huisvesting"] == ["nog-niet"]
    page = client.submit(
        "/leefgebieden/nacht", {"stand-huisvesting": "over-gepraat", "stand-veiligheid": "wil-nu-niet"}
    )
    assert "Bewaard" in page.text
    assert "Je schreef hier iets op." not in page.text
    kaart = client.get(f"/mensen/{samira}/leefgebieden").text
    assert "Wil er nu niet over praten: veiligheid" in kaart
    assert "Nog niet over gepraat: dak boven het hoofd" in kaart


def test_not_yet_can_be_chosen_again(client: PagesClient, samira: str) -> None:
    for stand in ("over-gepraat", "nog-niet"):
        client.get(f"/mensen/{samira}/leefgebieden/nacht")
        client.submit("/leefgebieden/nacht", {"stand-huisvesting": stand})
    assert client.page.form("/leefgebieden/nacht").values()["stand-huisvesting"] == ["nog-niet"]


def test_a_stranger_finds_nothing_and_a_colleague_may_write(
    vera_client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    for pad in ("leefgebieden", "leefgebieden/dag"):
        vera_client.get(f"/mensen/{samira}/{pad}", status=404)
    vera_client.post(f"/mensen/{samira}/leefgebieden/dag", {"stand-netwerk": "over-gepraat"}, status=404)
    karim_client.get(f"/mensen/{samira}/leefgebieden/dag")
    assert "Bewaard" in karim_client.submit("/leefgebieden/dag", {"stand-netwerk": "over-gepraat"}).text


def test_an_unknown_leefgebied_is_no_page(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/leefgebieden/schulden", status=404)
    client.post(f"/mensen/{samira}/leefgebieden/%27", {}, status=404)


@pytest.mark.parametrize(
    "velden",
    [
        {"stand-netwerk": "alles-goed"},
        {"stand-netwerk": ["over-gepraat", "\x00"], "was-netwerk": "onzin"},
        {"stand-onbekend": "over-gepraat"},
        {},
    ],
)
def test_a_form_that_is_not_whole_breaks_nothing(
    client: PagesClient, samira: str, velden: dict[str, str | list[str]]
) -> None:
    client.get(f"/mensen/{samira}/leefgebieden/dag")
    client.post(f"/mensen/{samira}/leefgebieden/dag", velden)


def test_sending_it_twice_sets_it_once(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/leefgebieden/dag")
    velden = {**client.page.form("/leefgebieden/dag").values(), "stand-netwerk": "over-gepraat"}
    for _ in range(2):
        client.post(f"/mensen/{samira}/leefgebieden/dag", velden)
    db.session.rollback()  # look again: the page wrote meanwhile
    gelezen = fetch_casus(samira)
    assert gelezen is not None
    assert len(gelezen.hele.standen) == 1


def test_a_colleague_is_not_overwritten_unseen(client: PagesClient, karim_client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/leefgebieden/dag")
    karim_client.get(f"/mensen/{samira}/leefgebieden/dag")
    karim_client.submit("/leefgebieden/dag", {"stand-netwerk": "wil-nu-niet"})
    page = client.submit("/leefgebieden/dag", {"stand-netwerk": "over-gepraat", "stand-vrije-tijd": "over-gepraat"})
    assert "Netwerk is intussen door iemand anders gewijzigd. Er staat nu: wil er nu niet over praten." in page.text
    values = page.form("/leefgebieden/dag").values()
    assert values["stand-netwerk"] == ["wil-nu-niet"]
    assert values["stand-vrije-tijd"] == ["over-gepraat"]
