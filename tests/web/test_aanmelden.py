"""Signing in and out, hiding the screen, and words that waited."""

from leefgebieden.domain.mens import Mens
from tests.pages import PagesClient
from tests.people import WACHTWOORD, sign_in


def test_who_is_not_signed_in_is_asked_to_and_then_gets_where_he_was_going(
    visitor: PagesClient, anja: Mens, samira: str
) -> None:
    assert visitor.get(f"/mensen/{samira}", status=302).location.startswith("/aanmelden?verder=")
    visitor.get(f"/aanmelden?verder=/mensen/{samira}")
    page = visitor.submit("/aanmelden", {"email": "ANJA@team.test ", "wachtwoord": WACHTWOORD})
    assert page.h1 == "Samira"


def test_an_unknown_address_and_a_wrong_password_get_the_same_answer(visitor: PagesClient, anja: Mens) -> None:
    answers = []
    for email, wachtwoord in (("anja@team.test", "fout"), ("niemand@team.test", WACHTWOORD)):
        visitor.get("/aanmelden")
        page = visitor.submit("/aanmelden", {"email": email, "wachtwoord": wachtwoord}, status=400)
        assert page.form("/aanmelden").values()["email"] == [email]
        answers.append(page.text.replace(email, ""))
    assert answers[0] == answers[1]
    assert "Dit lukt niet." in answers[0]


def test_after_signing_in_the_browser_is_never_sent_to_another_site(visitor: PagesClient, anja: Mens) -> None:
    for elsewhere in ("https://evil.test", "//evil.test", "/\\evil.test", "javascript:alert(1)"):
        visitor.get("/aanmelden")
        page = visitor.submit(
            "/aanmelden", {"email": "anja@team.test", "wachtwoord": WACHTWOORD, "verder": elsewhere}, follow=False
        )
        assert page.location == "/mensen"
        visitor.get("/mensen")
        visitor.submit("/afmelden")


def test_signed_out_means_out(client: PagesClient, samira: str) -> None:
    client.get("/mensen")
    page = client.submit("/afmelden", follow=False)
    assert page.response.headers["Clear-Site-Data"] == '"cache"'
    client.get(f"/mensen/{samira}", status=302)


def test_hidden_shows_nothing_until_the_password_is_given(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}")
    client.get("/verberg", status=303, headers={"Referer": f"http://localhost/mensen/{samira}"})
    assert client.get(f"/mensen/{samira}", status=303).location == "/verborgen"
    page = client.get("/verborgen")
    assert page.h1 == "Scherm is verborgen"
    assert "Samira" not in page.html
    page = client.submit("/verborgen", {"wachtwoord": "fout"}, status=400)
    assert "Dit lukt niet." in page.text
    page = client.submit("/verborgen", {"wachtwoord": WACHTWOORD})
    assert page.h1 == "Samira"


def test_an_answer_of_a_device_that_is_not_known_opens_nothing(client: PagesClient) -> None:
    for page in ("/verborgen", "/opnieuw-aanmelden"):
        client.get("/verberg", 303)
        client.get("/verborgen")
        client.post(page, {"antwoord": "{}"}, 400 if page == "/verborgen" else 303, follow=False)
        client.get("/mensen", 303)
    client.get("/verborgen")
    assert "Dat lukte niet." in client.post("/verborgen", {"antwoord": "geen json"}, 400).text


def test_the_hidden_page_says_when_half_typed_words_are_kept(client: PagesClient, samira: str) -> None:
    safe = "Wat je typte is bewaard. Verberg wist je browsergeschiedenis niet."
    client.get(f"/mensen/{samira}")
    page = client.post("/verberg", {"_getypt": "1"})
    assert safe in page.text
    # said by the page itself, so no words of a form
    assert client.submit("/verborgen", {"wachtwoord": WACHTWOORD}).h1 != "Nog niet bewaard"
    client.get("/verberg", status=303)
    page = client.get("/verborgen")
    assert "Wat je bewaarde is er nog. Verberg wist je browsergeschiedenis niet." in page.text
    client.submit("/verborgen", {"wachtwoord": WACHTWOORD})
    # nothing is promised about a form that this app does not know
    client.get(f"/mensen/{samira}")
    page = client.post("/verberg", {"_getypt": "1", "_pad": "/nergens", "tekst": "Weg."})
    assert "Wat je typte" not in page.text
    client.submit("/verborgen", {"wachtwoord": WACHTWOORD})
    client.get(f"/mensen/{samira}")
    page = client.post("/verberg", {"_getypt": "1", "_pad": "/mensen/nieuw", "noemnaam": "Kanarie"})
    assert safe in page.text
    assert "Kanarie" in client.submit("/verborgen", {"wachtwoord": WACHTWOORD}).text


def test_words_sent_after_the_session_ended_are_given_back_after_signing_in(
    client: PagesClient, anja: Mens, samira: str
) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    fields = {"id": client.page.form("/notities/nieuw").values()["id"], "tekst": "Net op tijd getypt."}
    client.client.delete_cookie("leefgebieden")
    page = client.post(f"/mensen/{samira}/notities/nieuw", {**fields, "csrf_token": "verlopen"}, status=401)
    assert "Wat je typte gaat mee" in page.text
    page = client.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": WACHTWOORD})
    assert page.h1 == "Nog niet bewaard"
    assert "Net op tijd getypt." in page.text
    page = client.submit("Bewaar alsnog")
    assert "Net op tijd getypt." in page.text
    assert page.url == f"/mensen/{samira}"
    assert client.get("/herhalen", status=302).location == "/mensen"


def test_words_sent_while_the_screen_was_hidden_are_given_back(client: PagesClient, samira: str) -> None:
    page = client.get(f"/mensen/{samira}/notities/nieuw")
    form_id = page.form("/notities/nieuw").values()["id"]
    client.get("/verberg", status=303)
    client.post(f"/mensen/{samira}/notities/nieuw", {"id": form_id, "tekst": "Bijna weg."})
    page = client.submit("/verborgen", {"wachtwoord": WACHTWOORD})
    assert page.h1 == "Nog niet bewaard"
    assert "Bijna weg." in client.submit("Bewaar alsnog").text


def test_a_form_without_its_token_changes_nothing_and_gives_the_words_back(client: PagesClient, samira: str) -> None:
    page = client.get(f"/mensen/{samira}/notities/nieuw")
    form_id = page.form("/notities/nieuw").values()["id"]
    fields = {"csrf_token": "van een andere site", "id": form_id, "tekst": "Een zin."}
    page = client.post(f"/mensen/{samira}/notities/nieuw", fields)
    assert page.h1 == "Nog niet bewaard"
    assert "Een zin." not in client.get(f"/mensen/{samira}").text


def test_waiting_words_are_only_for_who_typed_them(
    client: PagesClient, visitor: PagesClient, karim: Mens, samira: str
) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.post(f"/mensen/{samira}/notities/nieuw", {"csrf_token": "nee", "tekst": "Alleen van Anja."})
    assert sign_in(visitor, karim).get("/herhalen", status=302).location == "/mensen"
