"""People, teams and invitations."""

from flask import Flask

from leefgebieden.domain.mens import Mens
from leefgebieden.store.medewerker import fetch_medewerker_by_email
from leefgebieden.store.team import fetch_plekken
from tests.pages import PagesClient, make_client
from tests.people import Clock, sign_in


def invite(bo_client: PagesClient, zuid: str, email: str = "nieuw@team.test") -> str:
    """Invite somebody as outreachend werker of Zuid. The path of the link."""
    bo_client.get("/beheer/uitnodigen")
    page = bo_client.submit("/uitnodigen", {"email": email, "roepnaam": "Nora", "team": zuid})
    found = [word for word in page.text.split() if "/uitnodiging/" in word]
    assert len(found) == 1
    return found[0].removeprefix("http://localhost")


def test_who_is_invited_chooses_a_password_and_works_here(app: Flask, bo_client: PagesClient, zuid: str) -> None:
    link = invite(bo_client, zuid)
    nora = make_client(app)
    nora.get(link)
    nora.submit(None, {"naam": "Nora", "wachtwoord": "een lange zin"})
    page = nora.submit("/aanmelden", {"email": "nieuw@team.test", "wachtwoord": "een lange zin"})
    assert page.h1 == "Mensen"
    nora.get("/mensen/nieuw")
    assert "Samira" in nora.get("/mensen/team").text
    nora.get("/beheer", status=403)


def test_the_link_is_shown_once_and_works_once(app: Flask, bo_client: PagesClient, zuid: str) -> None:
    link = invite(bo_client, zuid)
    assert "/uitnodiging/" not in bo_client.get("/beheer").text
    assert "Nora" in bo_client.page.text
    nora = make_client(app)
    nora.get(link)
    nora.submit(None, {"wachtwoord": "een lange zin"})
    used = nora.get(link, status=404).html
    assert used == nora.get("/uitnodiging/verzonnen", status=404).html
    assert "Uitgenodigd" not in bo_client.get("/beheer").text


def test_the_link_is_over_after_seven_days(app: Flask, bo_client: PagesClient, zuid: str, clock: Clock) -> None:
    link = invite(bo_client, zuid)
    nora = make_client(app)
    clock.move(days=7, minutes=-1)
    nora.get(link)
    clock.move(minutes=1)
    nora.post(link, {"naam": "Nora", "wachtwoord": "een lange zin"}, status=404)
    assert fetch_medewerker_by_email("nieuw@team.test") is None


def test_an_invitation_that_is_withdrawn_works_no_longer(app: Flask, bo_client: PagesClient, zuid: str) -> None:
    link = invite(bo_client, zuid)
    bo_client.get("/beheer")
    bo_client.submit("/intrekken")
    make_client(app).get(link, status=404)


def test_an_address_that_works_here_is_not_invited_again(bo_client: PagesClient, zuid: str) -> None:
    bo_client.get("/beheer/uitnodigen")
    page = bo_client.submit("/uitnodigen", {"email": "Anja@team.test", "roepnaam": "A", "team": zuid}, status=400)
    assert "Er werkt hier al iemand met dit e-mailadres." in page.text
    page = bo_client.submit("/uitnodigen", {"email": "geen adres", "roepnaam": "A", "team": zuid}, status=400)
    assert "Dit is geen e-mailadres." in page.text


def test_who_stops_is_out_at_the_next_request_and_the_work_waits_for_the_teamleider(
    client: PagesClient, anja: Mens, bo_client: PagesClient, lies_client: PagesClient, samira: str
) -> None:
    client.get(f"/mensen/{samira}")
    bo_client.get(f"/beheer/medewerkers/{anja.id}")
    page = bo_client.submit("/stop")
    assert "Nog over te dragen: 1 persoon." in page.text
    assert "Samira" not in bo_client.get("/beheer").text
    client.get(f"/mensen/{samira}", status=302)
    assert "Deze collega werkt hier niet meer." in lies_client.get("/mensen/team").text
    bo_client.get(f"/beheer/medewerkers/{anja.id}")
    bo_client.submit("/weer")
    # his old cookie stays of no use; he signs in as everybody does
    client.get(f"/mensen/{samira}", status=302)
    sign_in(client, anja).get(f"/mensen/{samira}")


def test_there_is_always_a_beheerder(bo_client: PagesClient, bo: Mens, anja: Mens) -> None:
    bo_client.get(f"/beheer/medewerkers/{bo.id}")
    page = bo_client.submit(f"/medewerkers/{bo.id}", {"plekken": []}, status=400)
    assert "Er moet altijd iemand beheerder zijn." in page.text
    bo_client.get(f"/beheer/medewerkers/{bo.id}")
    assert "Er moet altijd iemand beheerder zijn." in bo_client.submit("/stop").text
    bo_client.get(f"/beheer/medewerkers/{anja.id}")
    bo_client.submit(f"/medewerkers/{anja.id}", {"plekken": ["beheerder"]})
    bo_client.get(f"/beheer/medewerkers/{bo.id}")
    bo_client.submit("/stop", follow=False)
    bo_client.get("/beheer", status=302)


def test_without_the_rol_of_a_worker_somebody_has_nobody(
    client: PagesClient, bo_client: PagesClient, anja: Mens, samira: str
) -> None:
    bo_client.get(f"/beheer/medewerkers/{anja.id}")
    bo_client.submit(f"/medewerkers/{anja.id}", {"plekken": ["docent"]})
    client.get(f"/mensen/{samira}", status=404)
    assert "Samira" not in client.get("/mensen").text
    client.get("/mensen/nieuw", status=403)
    assert {str(plek.rol) for plek in fetch_plekken()[anja.id]} == {"docent"}


def test_a_team_that_reads_along_says_so_on_every_page(
    client: PagesClient,
    bo_client: PagesClient,
    tessa_client: PagesClient,
    vera_client: PagesClient,
    samira: str,
    zuid: str,
) -> None:
    bo_client.get(f"/beheer/teams/{zuid}")
    page = bo_client.submit(f"/teams/{zuid}", {"naam": "Zuid", "lezen_mee": "y"})
    assert "Leest bij elkaar mee sinds di 14 juli" in page.text
    for path in ("", "/leefgebieden", "/notities/nieuw", "/samenvatting"):
        assert "Het hele team leest hier mee." in client.get(f"/mensen/{samira}{path}").text
    assert "Het hele team leest hier mee." in tessa_client.get(f"/mensen/{samira}").text
    tessa_client.get(f"/mensen/{samira}/notities/nieuw", status=403)
    vera_client.get(f"/mensen/{samira}", status=404)


def test_a_second_team_can_be_made(bo_client: PagesClient) -> None:
    bo_client.get("/beheer")
    assert "Oost" in bo_client.submit("/beheer/teams", {"naam": "Oost"}).text


def test_a_beheerder_sees_nobody_the_team_works_with(bo_client: PagesClient, samira: str) -> None:
    bo_client.get(f"/mensen/{samira}", status=404)
    bo_client.get("/mensen/team", status=403)
    assert "Samira" not in bo_client.get("/mensen").text


def test_what_a_team_has_not_filled_in_yet_is_named(app: Flask, bo_client: PagesClient, zuid: str) -> None:
    app.config.update(TEAM_LOKET="", TEAM_ORGANISATIE="het buurtteam")
    tekst = bo_client.get("/beheer").text
    assert "TEAM_LOKET : de naam van het loket" in tekst.replace("TEAM_LOKET:", "TEAM_LOKET :")
    assert "TEAM_ORGANISATIE" not in tekst
    app.config.update(TEAM_LOKET="Samen DOEN", TEAM_STADSDEEL="Zuid", TEAM_AANVULLEN="helpen")
    assert "Nog in te vullen" not in bo_client.get("/beheer").text
