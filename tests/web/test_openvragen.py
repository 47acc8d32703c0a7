"""Dit weten we nog niet: noted, changed, known, opened again, taken away."""

import pytest

from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.db import db
from tests.pages import PagesClient

NIEMAND = "00000000-0000-4000-8000-000000000000"


def note(client: PagesClient, samira: str, tekst: str) -> str:
    """Note it; its id."""
    client.get(f"/mensen/{samira}/openvragen")
    client.submit("/openvragen", {"tekst": tekst})
    return read(samira)[-1][0]


def read(samira: str) -> list[tuple[str, str, str, bool]]:
    db.session.rollback()  # look again: the page wrote meanwhile
    gelezen = fetch_casus(samira)
    assert gelezen is not None
    return [(v.id, v.tekst, v.op_a4.value, v.beantwoord_op is not None) for v in gelezen.hele.openvragen]


def test_noting_changing_and_choosing_for_the_a4(client: PagesClient, samira: str) -> None:
    vraag = note(client, samira, "Huurt ze?")
    client.click("Wijzig: Huurt ze?")
    page = client.submit(f"/openvragen/{vraag}", {"tekst": "Huurt ze of koopt ze?", "op_a4": "nee"})
    assert "Huurt ze of koopt ze?" in page.text
    assert "Niet op de A4" in page.text
    assert read(samira) == [(vraag, "Huurt ze of koopt ze?", "nee", False)]


def test_what_we_know_now_leaves_the_list_and_can_come_back(client: PagesClient, samira: str) -> None:
    note(client, samira, "Huurt ze?")
    page = client.submit("We weten het nu: Huurt ze?", {})
    assert "Fijn. De vraag is van de lijst." in page.text
    assert "Dit weten we nu: 1" in page.text
    page = client.submit("Maak ongedaan", {})
    assert read(samira)[0][3] is False
    client.submit("We weten het nu: Huurt ze?", {})
    client.submit("Toch nog niet: Huurt ze?", {})
    assert read(samira)[0][3] is False


def test_it_can_be_taken_away(client: PagesClient, samira: str) -> None:
    note(client, samira, "Per ongeluk")
    client.click("Wijzig: Per ongeluk")
    assert "De vraag is weg." in client.submit("Haal weg", {}).text
    assert read(samira) == []
    page = client.get(f"/mensen/{samira}/openvragen")
    assert "Iets niet weten mag." in page.text


def test_a_question_of_the_vragenlijst_leads_back_to_it(client: PagesClient, samira: str) -> None:
    pad = f"/mensen/{samira}/vragen/loket/persoon/a"
    client.get(pad)
    client.post(f"{pad}/weet-niet", client.page.form("Weet ik nog niet").values())
    client.get(f"/mensen/{samira}/openvragen")
    assert client.click("Naar de vraag: Wat wilt u graag anders hebben?").url == pad


def test_a_stranger_finds_nothing(client: PagesClient, vera_client: PagesClient, samira: str) -> None:
    vraag = note(client, samira, "Huurt ze?")
    vera_client.get(f"/mensen/{samira}/openvragen", status=404)
    vera_client.get(f"/mensen/{samira}/openvragen/{vraag}", status=404)
    for eind in ("", f"/{vraag}", f"/{vraag}/bekend", f"/{vraag}/open", f"/{vraag}/weg", f"/{vraag}/terug"):
        vera_client.post(f"/mensen/{samira}/openvragen{eind}", {"tekst": "x"}, status=404)
    assert len(read(samira)) == 1


def test_a_question_of_somebody_else_is_no_page_here(client: PagesClient, samira: str, frans: str) -> None:
    vraag = read(frans)[0][0]
    for onbekend in (vraag, NIEMAND):
        client.get(f"/mensen/{samira}/openvragen/{onbekend}", status=404)
        client.post(f"/mensen/{samira}/openvragen/{onbekend}/bekend", {"versie": "1"}, status=404)
        client.get(f"/mensen/{samira}/openvragen")
        client.post(f"/mensen/{samira}/openvragen/{onbekend}/weg", {"versie": "1"})
    assert vraag in {rij[0] for rij in read(frans)}


@pytest.mark.parametrize("tekst", ["", "  ", "\x00", "x" * 201, "w" * 20_000])
def test_what_cannot_be_saved_comes_back_with_its_words(client: PagesClient, samira: str, tekst: str) -> None:
    client.get(f"/mensen/{samira}/openvragen")
    page = client.submit("/openvragen", {"tekst": tekst})
    assert page.title.startswith("Fout:")
    assert page.form("/openvragen").values()["tekst"] == [tekst.strip().replace("\x00", "")]
    assert read(samira) == []


@pytest.mark.parametrize("tekst", ["<b>vet</b>", "{{ 7*7 }}", "'; drop table", "Şükrü Łukasz Đorđe Zoë", "\u202eniet"])
def test_strange_words_are_shown_as_words(client: PagesClient, samira: str, tekst: str) -> None:
    note(client, samira, tekst)
    assert tekst.replace("\u202e", "[U+202E]") in client.page.text


def test_sending_it_twice_makes_one_and_other_words_become_another(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/openvragen")
    velden = client.page.form("/openvragen").values() | {"tekst": ["Een"]}
    for _ in range(2):
        client.post(f"/mensen/{samira}/openvragen", velden)
    assert len(read(samira)) == 1
    page = client.post(f"/mensen/{samira}/openvragen", velden | {"tekst": ["Twee"]})
    assert "Dit formulier is al bewaard." in page.text
    client.submit("/openvragen", {})
    assert [rij[1] for rij in read(samira)] == ["Een", "Twee"]


def test_what_a_colleague_changed_meanwhile_stands_beside_the_own_words(
    client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    vraag = note(client, samira, "Huurt ze?")
    pad = f"/mensen/{samira}/openvragen/{vraag}"
    client.get(pad)
    karim_client.get(pad)
    karim_client.submit(pad, {"tekst": "Van Karim"})
    page = client.submit(pad, {"tekst": "Van Anja"})
    assert "Dit is intussen gewijzigd" in page.text
    assert "Van Karim" in page.text
    assert page.form(pad).values()["tekst"] == ["Van Anja"]
    client.submit(pad, {})
    assert read(samira)[0][1] == "Van Anja"


def test_an_old_page_changes_nothing(client: PagesClient, karim_client: PagesClient, samira: str) -> None:
    vraag = note(client, samira, "Huurt ze?")
    pad = f"/mensen/{samira}/openvragen/{vraag}"
    karim_client.get(pad)
    karim_client.submit(pad, {"tekst": "Van Karim"})
    for eind in ("bekend", "weg"):
        page = client.post(f"{pad}/{eind}?versie=1", {})
        assert "intussen gewijzigd" in page.text
    for versie in ("", "x", "-1", "9" * 400):
        client.post(f"{pad}/bekend", {"versie": versie})
    assert read(samira) == [(vraag, "Van Karim", "auto", False)]


def test_tapping_twice_is_harmless(client: PagesClient, samira: str) -> None:
    vraag = note(client, samira, "Huurt ze?")
    pad = f"/mensen/{samira}/openvragen/{vraag}"
    client.post(f"{pad}/bekend?versie=1", {})
    assert "Dit wisten we al." in client.post(f"{pad}/bekend?versie=1", {}).text
    client.post(f"{pad}/weg?versie=2", {})
    assert "al weg" in client.post(f"{pad}/weg?versie=2", {}).text
