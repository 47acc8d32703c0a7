"""Break-glass: one casus, one hour, a reason, told to the eigenaar, looked at afterwards."""

import pytest

from tests.pages import PagesClient
from tests.people import WACHTWOORD, Clock

REDEN = "De buurvrouw belt: het gaat niet goed"


def take(client: PagesClient, naam: str = "Samira", reden: str = REDEN) -> None:
    client.get("/noodtoegang")
    client.submit("/noodtoegang", {"persoon": naam, "reden": reden})


def test_one_hour_of_reading_one_person_with_the_reason_told(
    client: PagesClient, tessa_client: PagesClient, samira: str, clock: Clock
) -> None:
    take(tessa_client)
    assert tessa_client.page.h1 == "Samira"
    for path in ("", "/leefgebieden", "/netwerk", "/afspraken"):
        assert "Noodtoegang tot 13:00." in tessa_client.get(f"/mensen/{samira}{path}").text
    for path in ("/notities/nieuw", "/samenvatting", "/meewerkers", "/overdragen"):
        tessa_client.get(f"/mensen/{samira}{path}", status=403)
    page = client.get("/mensen")
    assert "Tessa las mee bij Samira" in page.text
    assert REDEN in page.text
    assert "las mee" not in client.submit("/gezien").text
    clock.move(minutes=59)
    tessa_client.get(f"/mensen/{samira}")
    clock.move(minutes=1)
    tessa_client.get(f"/mensen/{samira}", status=403)


def test_an_open_device_takes_nothing_without_saying_again_who_sits_there(
    tessa_client: PagesClient, client: PagesClient, samira: str, clock: Clock
) -> None:
    tessa_client.get("/noodtoegang")
    velden = tessa_client.page.form("/noodtoegang").values() | {"persoon": ["Samira"], "reden": [REDEN]}
    clock.move(minutes=4, seconds=59)
    tessa_client.get("/noodtoegang")
    clock.move(seconds=2)
    assert tessa_client.get("/noodtoegang", status=303).location == "/opnieuw-aanmelden"
    # the words of who was typing meanwhile are there afterwards
    tessa_client.get("/opnieuw-aanmelden")
    assert tessa_client.post("/noodtoegang", velden, follow=False).location == "/opnieuw-aanmelden"
    tessa_client.get(f"/mensen/{samira}", status=403)
    tessa_client.get("/opnieuw-aanmelden")
    assert REDEN in tessa_client.submit("/opnieuw-aanmelden", {"wachtwoord": WACHTWOORD}).text
    # closing somebody asks the same
    client.get("/verberg", 303)
    client.get("/verborgen")
    client.submit("/verborgen", {"wachtwoord": WACHTWOORD})
    client.get(f"/mensen/{samira}/afsluiten")
    clock.move(minutes=4, seconds=59)
    client.get("/mensen")
    clock.move(seconds=2)
    assert client.get(f"/mensen/{samira}/afsluiten", status=303).location == "/opnieuw-aanmelden"


def test_the_teamleider_signs_it_off_and_nobody_else_does(
    tessa_client: PagesClient, lies_client: PagesClient, samira: str
) -> None:
    take(tessa_client)
    tessa_client.get("/noodtoegang/nakijken", status=403)
    lies_client.get("/mensen")
    page = lies_client.click("Noodtoegang nakijken: 1")
    assert REDEN in page.text
    action = page.form("/aftekenen").action.removeprefix("http://localhost")
    tessa_client.get("/mensen")
    tessa_client.post(action, status=403)
    assert "Er is niets na te kijken." in lies_client.submit("/aftekenen").text


def test_a_teamleider_does_not_sign_off_her_own(lies_client: PagesClient, samira: str) -> None:
    take(lies_client)
    assert "Er is niets na te kijken." in lies_client.get("/noodtoegang/nakijken").text


@pytest.mark.parametrize(
    ("naam", "reden", "said"),
    [
        ("Samir", REDEN, "In je team heet niemand precies zo."),
        ("", REDEN, "Vul de naam in"),
        ("Samira", "", "Schrijf op waarom je dit nu moet lezen."),
        ("Samira", "negentien tekens ..", "Schrijf iets meer: minstens 20 tekens."),
    ],
)
def test_without_the_exact_name_and_a_reason_nothing_opens(
    tessa_client: PagesClient, samira: str, naam: str, reden: str, said: str
) -> None:
    take(tessa_client, naam, reden)
    assert said in tessa_client.page.text
    assert tessa_client.page.form("/noodtoegang").values()["reden"] == [reden]
    tessa_client.get(f"/mensen/{samira}", status=403)


def test_the_name_of_another_team_and_no_name_at_all_get_the_same_answer(vera_client: PagesClient, samira: str) -> None:
    take(vera_client, "Samira")
    echt = vera_client.page.text
    take(vera_client, "Niemand")
    assert echt.replace("Samira", "") == vera_client.page.text.replace("Niemand", "")
    vera_client.get(f"/mensen/{samira}", status=404)


def test_who_may_read_already_takes_no_hour(client: PagesClient, karim_client: PagesClient, samira: str) -> None:
    take(karim_client, "Samira")
    assert "las mee" not in client.get("/mensen").text
