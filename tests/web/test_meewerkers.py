"""Working along, and handing over."""

from leefgebieden.domain.mens import Mens
from tests.pages import PagesClient


def test_a_team_mate_who_is_asked_works_along_from_then_on(
    client: PagesClient, tessa: Mens, tessa_client: PagesClient, samira: str
) -> None:
    tessa_client.get(f"/mensen/{samira}", status=403)
    client.get(f"/mensen/{samira}")
    client.click("Wie werkt mee")
    page = client.submit("/meewerkers", {"wie": tessa.id})
    assert "Tessa werkt mee" in page.text
    tessa_client.get(f"/mensen/{samira}/notities/nieuw")
    assert "Samira" in tessa_client.get("/mensen").text


def test_who_is_taken_away_is_out_at_the_next_request(
    client: PagesClient, karim: Mens, karim_client: PagesClient, samira: str
) -> None:
    karim_client.get(f"/mensen/{samira}")
    client.get(f"/mensen/{samira}/meewerkers")
    client.submit("/meewerkers/weg")
    karim_client.get(f"/mensen/{samira}", status=403)


def test_the_eigenaar_herself_cannot_be_taken_away(client: PagesClient, anja: Mens, samira: str) -> None:
    client.get(f"/mensen/{samira}/meewerkers")
    client.post(f"/mensen/{samira}/meewerkers/weg", {"wie": anja.id})
    client.get(f"/mensen/{samira}")


def test_only_workers_of_the_team_can_be_asked(client: PagesClient, vera: Mens, kees: Mens, samira: str) -> None:
    client.get(f"/mensen/{samira}/meewerkers")
    for wie in (vera.id, kees.id, "niemand"):
        client.post(f"/mensen/{samira}/meewerkers", {"wie": wie}, status=400)


def test_who_gets_somebody_sees_it_and_who_gave_has_no_part_in_it_any_more(
    client: PagesClient, tessa: Mens, tessa_client: PagesClient, samira: str
) -> None:
    client.get(f"/mensen/{samira}/meewerkers")
    client.click("Draag over aan een collega")
    page = client.submit("/overdragen", {"wie": tessa.id})
    assert "Overgedragen. Tessa ziet het bij Mensen." in page.text
    client.get(f"/mensen/{samira}", status=403)
    page = tessa_client.get("/mensen")
    assert "Samira is nu bij jou" in page.text
    page = tessa_client.submit("/gezien")
    assert "is nu bij jou" not in page.text
    tessa_client.get(f"/mensen/{samira}/meewerkers")


def test_a_teamleider_hands_over_what_she_may_not_read(
    lies_client: PagesClient, tessa: Mens, tessa_client: PagesClient, samira: str
) -> None:
    lies_client.get(f"/mensen/{samira}", status=403)
    page = lies_client.get("/mensen/team")
    assert "Bij Anja" in page.text
    lies_client.click("Draag over: Samira")
    lies_client.submit("/overdragen", {"wie": tessa.id})
    tessa_client.get(f"/mensen/{samira}/meewerkers")


def test_somebody_closed_by_who_left_is_found_by_the_teamleider_and_can_get_inzage_and_be_erased(
    client: PagesClient,
    anja: Mens,
    tessa_client: PagesClient,
    lies: Mens,
    lies_client: PagesClient,
    bo_client: PagesClient,
    samira: str,
) -> None:
    client.get(f"/mensen/{samira}/afsluiten")
    client.submit(fields={"reden": "Het gaat goed."})
    assert "Samira" not in lies_client.get("/mensen/team").text
    bo_client.get(f"/beheer/medewerkers/{anja.id}")
    assert "Nog over te dragen: 1 persoon." in bo_client.submit("/stop").text
    assert "Samira" not in tessa_client.get("/mensen/team").text
    assert "Samira Afgesloten" in lies_client.get("/mensen/team").text
    lies_client.click("Draag over: Samira")
    lies_client.submit("/overdragen", {"wie": lies.id})
    lies_client.get(f"/mensen/{samira}/inzage")
    lies_client.get(f"/mensen/{samira}/wissen")
    page = lies_client.submit("/wissen", {"reden": "Samira vroeg erom."})
    assert "Er is gevraagd om alles te wissen" in page.text
    assert "Nog over te dragen" not in bo_client.get(f"/beheer/medewerkers/{anja.id}").text


def test_who_works_along_may_neither_ask_others_nor_hand_over(karim_client: PagesClient, samira: str) -> None:
    karim_client.get(f"/mensen/{samira}/meewerkers", status=403)
    karim_client.get(f"/mensen/{samira}/overdragen", status=403)


def test_a_team_mate_sees_the_name_and_no_way_in(tessa_client: PagesClient, samira: str) -> None:
    page = tessa_client.get("/mensen/team")
    assert "Samira" in page.text
    assert "Samira" not in page.links()


def test_another_team_sees_no_name(vera_client: PagesClient, samira: str) -> None:
    assert "Samira" not in vera_client.get("/mensen/team").text
