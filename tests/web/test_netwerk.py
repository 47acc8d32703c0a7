"""Netwerk: who is around the person, as a list with a form."""

import pytest

from tests.pages import PagesClient


def add(client: PagesClient, samira: str, wie: str, **velden: str) -> None:
    client.get(f"/mensen/{samira}/netwerk/nieuw")
    client.submit(fields={"wie": wie, **velden}, button="Bewaar")


def find_lid(client: PagesClient, samira: str, wie: str) -> str:
    links = client.get(f"/mensen/{samira}/netwerk").links()
    return next(href for tekst, href in links.items() if tekst.startswith(wie))


def test_an_empty_network_asks_who_saw_her_this_week(client: PagesClient, samira: str) -> None:
    assert "Wie zag Samira deze week? Begin daar." in client.get(f"/mensen/{samira}/netwerk").text


def test_only_a_name_is_needed(client: PagesClient, samira: str) -> None:
    add(client, samira, "Ria")
    assert "Nog niet ingedeeld Ria Contact: weet ik niet" in client.page.text


def test_the_two_kringen_stand_apart_with_the_contact_in_words(client: PagesClient, samira: str) -> None:
    add(client, samira, "De huisarts", kring="hulp-en-instanties", contact="gespannen")
    add(client, samira, "Zus", kring="eigen-mensen", contact="sterk", woord="elke week", sinds="2024-03-02")
    assert "Eigen mensen Zus Sterk contact: elke week Sinds zaterdag 2 maart 2024" in client.page.text
    assert client.page.text.index("Eigen mensen") < client.page.text.index("Hulp en instanties De huisarts Gespannen")


def test_a_change_is_saved_and_a_kring_can_be_taken_back(client: PagesClient, samira: str) -> None:
    add(client, samira, "Ria", kring="eigen-mensen", contact="zwak")
    client.get(find_lid(client, samira, "Ria"))
    assert client.page.form("Bewaar").values()["contact"] == ["zwak"]
    client.submit("Bewaar", {"wie": "Ria van boven", "kring": ""})
    assert "Nog niet ingedeeld Ria van boven" in client.page.text


def test_somebody_can_be_taken_away_twice(client: PagesClient, samira: str) -> None:
    add(client, samira, "Ria")
    lid = find_lid(client, samira, "Ria")
    client.get(lid)
    client.submit("Haal weg")
    assert "Begin daar." in client.page.text
    client.post(f"{lid}/haal-weg")
    client.get(lid, 404)


def test_two_changes_at_once_show_both_and_overwrite_nothing(
    client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    add(client, samira, "Ria", woord="soms")
    lid = find_lid(client, samira, "Ria")
    client.get(lid)
    karim_client.get(lid)
    karim_client.submit("Bewaar", {"woord": "elke dag"})
    page = client.submit("Bewaar", {"woord": "nooit"})
    assert "Dit is intussen gewijzigd" in page.text
    assert "In één woord Zo is het nu elke dag Dit typte jij nooit" in page.text
    assert "Sterk contact" not in page.text
    assert "elke dag" in karim_client.get(f"/mensen/{samira}/netwerk").text
    client.submit("Bewaar", {"woord": "elke dag, soms niet"})
    assert "elke dag, soms niet" in client.get(f"/mensen/{samira}/netwerk").text


def test_the_same_change_sent_twice_is_no_conflict(client: PagesClient, samira: str) -> None:
    add(client, samira, "Ria")
    lid = find_lid(client, samira, "Ria")
    velden = client.get(lid).form("Bewaar").values() | {"wie": ["Ria B"]}
    client.post(lid, velden)
    assert "Bewaard" in client.post(lid, velden).text


def test_sending_the_new_form_twice_makes_one_person(client: PagesClient, samira: str) -> None:
    naar = f"/mensen/{samira}/netwerk/nieuw"
    velden = client.get(naar).form(naar).values() | {"wie": ["Ria"]}
    client.post(naar, velden)
    client.post(naar, velden)
    assert ["".join(b.itertext()) for b in client.page.all("b")].count("Ria") == 1
    page = client.post(naar, velden | {"wie": ["Piet"]})
    assert page.form(naar).values()["wie"] == ["Piet"]
    client.submit(naar, button="Bewaar")
    assert "Ria" in client.page.text
    assert "Piet" in client.page.text


def test_the_ninth_that_must_stand_on_the_a4_is_asked_to_choose(client: PagesClient, samira: str) -> None:
    for nummer in range(9):
        assert "Op de A4 passen 8 mensen. Kies wie." not in client.get(f"/mensen/{samira}/netwerk").text
        add(client, samira, f"Nicht {nummer}", op_a4="ja" if nummer < 8 else "auto")
    assert "Op de A4 passen 8 mensen. Kies wie." in client.get(f"/mensen/{samira}/netwerk").text
    client.get(find_lid(client, samira, "Nicht 8"))
    page = client.submit("Bewaar", {"op_a4": "ja"})
    assert page.title.startswith("Fout: ")
    assert "Op de A4 passen 8 mensen. Kies wie." in page.text
    client.get(find_lid(client, samira, "Nicht 3"))
    client.submit("Bewaar", {"woord": "mag blijven"})
    assert "mag blijven" in client.page.text


@pytest.mark.parametrize(
    "velden",
    [
        {"wie": "   "},
        {"wie": "x" * 81},
        {"wie": "Ria", "kring": "vrienden"},
        {"wie": "Ria", "contact": "10"},
        {"wie": "Ria", "sinds": "31-02-2026"},
        {"wie": "Ria", "sinds": "2026-03-03", "tot": "2025-03-03"},
        {"wie": "Ria", "op_a4": "altijd"},
    ],
)
def test_bad_input_brings_the_form_back_with_the_words(
    client: PagesClient, samira: str, velden: dict[str, str]
) -> None:
    naar = f"/mensen/{samira}/netwerk/nieuw"
    vast = client.get(naar).form(naar).values()
    page = client.post(naar, vast | {"woord": ["soms"], **velden})
    assert page.title.startswith("Fout: ")
    assert page.form(naar).values()["woord"] == ["soms"]
    assert "Not a valid" not in page.text
    client.submit(naar, button="Gooi weg")
    assert "Begin daar." in client.page.text
    assert client.get(naar).form(naar).values()["woord"] == [""]


def test_a_stranger_gets_the_same_404_as_for_nobody(vera_client: PagesClient, samira: str) -> None:
    for pad in ("netwerk", "netwerk/nieuw", f"netwerk/{samira}"):
        vera_client.get(f"/mensen/{samira}/{pad}", 404)
    vera_client.post(f"/mensen/{samira}/netwerk/nieuw", {"wie": "Ria"}, 404)
