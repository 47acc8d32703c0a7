"""How the page travels, the cookie, and what is too large."""

import pytest
from flask import Flask

from leefgebieden.domain.mens import Mens
from leefgebieden.web.vervoer import is_dit_apparaat
from tests.pages import PagesClient, make_client
from tests.people import WACHTWOORD


def test_over_https_the_cookie_is_bound_to_this_host_and_the_browser_stays_on_https(
    visitor: PagesClient, anja: Mens
) -> None:
    https = "https://leefgebieden.test"
    visitor.get("/aanmelden", base_url=https)
    form = {"email": "anja@team.test", "wachtwoord": WACHTWOORD}
    referer = {"Referer": "https://leefgebieden.test/aanmelden"}
    page = visitor.post("/aanmelden", form, follow=False, headers=referer, base_url=https)
    cookie = next(c for c in page.response.headers.getlist("Set-Cookie") if "leefgebieden" in c)
    assert cookie.startswith("__Host-leefgebieden=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= {part.strip() for part in cookie.split(";")}
    assert "Domain" not in cookie
    assert page.response.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert visitor.get("/mensen", base_url=https).h1 == "Mensen"


def test_on_this_device_http_is_enough(visitor: PagesClient) -> None:
    headers = visitor.get("/aanmelden").response.headers
    assert "Strict-Transport-Security" not in headers
    assert headers["Set-Cookie"].startswith("leefgebieden=")


@pytest.mark.parametrize("url", ["/aanmelden", "/mensen", "/", "/instellingen", "/nergens"])
def test_over_plain_http_from_elsewhere_nothing_is_shown(visitor: PagesClient, url: str) -> None:
    page = visitor.get(url, status=403, base_url="http://leefgebieden.test")
    assert page.h1 == "Dit adres is niet veilig"
    assert not page.forms()


def test_nobody_signs_in_over_plain_http(visitor: PagesClient, anja: Mens) -> None:
    visitor.get("/aanmelden")
    form = {"email": "anja@team.test", "wachtwoord": WACHTWOORD}
    page = visitor.post("/aanmelden", form, status=403, base_url="http://192.0.2.1:5000")
    assert page.h1 == "Dit adres is niet veilig"


def test_who_watches_the_server_may_ask_from_within(visitor: PagesClient) -> None:
    visitor.get("/gezond", base_url="http://10.0.0.5:8000")


@pytest.mark.parametrize(
    ("host", "own"),
    [
        *(
            ("localhost", True),
            ("localhost:5000", True),
            ("127.0.0.1:5000", True),
            ("[::1]:5000", True),
            ("[::1]", True),
        ),
        *(
            ("app.localhost:80", True),
            ("LOCALHOST", True),
            ("localhost.evil.test", False),
            ("127.0.0.1.evil.test", False),
        ),
        *(("192.168.1.4:5000", False), ("[2001:db8::1]:80", False), ("", False)),
    ],
)
def test_which_host_is_this_device(host: str, own: bool) -> None:
    assert is_dit_apparaat(host) is own


def test_the_word_of_a_proxy_is_only_taken_when_it_is_ours(visitor: PagesClient) -> None:
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "localhost"}
    visitor.get("/aanmelden", status=403, base_url="http://leefgebieden.test", headers=headers)


@pytest.mark.parametrize("size", [600_000, 1_200_000, 3_000_000])
def test_a_text_that_is_too_large_is_refused_in_dutch_and_given_back(
    client: PagesClient, samira: str, size: int
) -> None:
    text = "Begin. " + "woord " * (size // 6) + "Einde."
    form_id = client.get(f"/mensen/{samira}/notities/nieuw").form("/notities/nieuw").values()["id"]
    status = 413 if size > 2 * 1_048_576 else 303
    page = client.post(f"/mensen/{samira}/notities/nieuw", {"id": form_id, "tekst": text}, status=status)
    if status == 413:
        assert page.h1 == "Dit is te groot"
        assert "Begin. woord" in page.html
        assert "Einde." in page.html
    assert "woord" not in client.get(f"/mensen/{samira}").text


def test_too_many_fields_are_refused(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    fields = {f"veld{number}": "x" for number in range(600)}
    answer = client.client.post(f"/mensen/{samira}/notities/nieuw", data=fields, content_type="multipart/form-data")
    assert answer.status_code == 413


def test_more_than_a_person_types_is_not_even_read(client: PagesClient, app: Flask) -> None:
    client.get("/mensen")
    page = client.post("/mensen/nieuw", {"naam": "x" * 17_000_000}, status=413)
    assert "je tekst staat daar nog" in page.text


def test_a_password_is_never_given_back(app: Flask) -> None:
    visitor = make_client(app)
    visitor.get("/aanmelden")
    page = visitor.post("/aanmelden", {"email": "a@b.test", "wachtwoord": "geheim " * 400_000}, status=413)
    assert "geheim" not in page.html
