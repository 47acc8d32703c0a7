"""Bad input in the address, the headers and the method: 18, 28, 33, 34, 35, 36.

Files in a form (20 to 27): test_opgestuurd.py; here only that one which nobody asked for is ignored. CSV that we write (19):
tests/domain/test_rekenblad.py. There is no sync (37). PDF (1 to 11): tests/pdf. JSON (13, 22): tests/domain/test_casusbestand.py.
"""

import io

import pytest

from tests.pages import PagesClient

IDS = ["0", "-1", "1 OR 1=1", "C0DE0000-0000-4000-8000-000000000001", "x" * 10_000, "%00", "%2e%2e%2f", "a.css"]


@pytest.mark.parametrize("wrong", IDS, ids=lambda wrong: f"33-{wrong[:10]}")
def test_an_id_that_we_did_not_give_out_is_no_page(client: PagesClient, samira: str, wrong: str) -> None:
    answer = client.client.get(f"/mensen/{wrong}")
    assert answer.status_code in (308, 404)
    assert "Traceback" not in answer.text


def test_33_a_page_of_a_person_is_not_kept_under_another_name(client: PagesClient, samira: str) -> None:
    assert client.client.get(f"/mensen/{samira};.css").status_code == 404
    assert client.client.get(f"/mensen/{samira}/x.css").status_code == 404
    assert "no-store" in client.client.get(f"/mensen/{samira}").headers["Cache-Control"]


@pytest.mark.parametrize("naar", ["https://evil.test", "//evil.test", "/\\evil.test", "javascript:alert(1)"])
def test_34_after_signing_in_nobody_is_sent_elsewhere(client: PagesClient, naar: str) -> None:
    answer = client.client.get("/aanmelden", query_string={"verder": naar})
    assert answer.status_code < 500
    assert not answer.headers.get("Location", "/").startswith(("http", "//", "/\\", "javascript"))


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "6.6.6.6"},
        {"Cookie": "leefgebieden=" + "x" * 64_000},
        {"Cookie": "leefgebieden=\xff\xfe"},
        {"User-Agent": "\xff\xfe"},
        {"Accept-Language": "x" * 5000},
    ],
    ids=lambda headers: "35-" + next(iter(headers)),
)
def test_headers_that_are_made_up_are_no_500(client: PagesClient, headers: dict[str, str]) -> None:
    assert client.client.get("/mensen", headers=headers).status_code < 500


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_36_a_method_that_no_page_has_changes_nothing(client: PagesClient, samira: str, method: str) -> None:
    assert client.client.open(f"/mensen/{samira}", method=method).status_code == 405
    assert client.client.get(f"/mensen/{samira}").status_code == 200


@pytest.mark.parametrize("soort", ["application/json", "text/xml", "multipart/form-data", ""])
def test_36_another_kind_of_body_is_no_500(client: PagesClient, samira: str, soort: str) -> None:
    answer = client.client.post(f"/mensen/{samira}/notities/nieuw", data=b'{"tekst": "x"}', content_type=soort)
    assert answer.status_code < 500
    assert "Samira" in client.get(f"/mensen/{samira}").text


@pytest.mark.parametrize("naam", ["../../etc/passwd", 'a"b.pdf', "x" * 300, "CON", "\u202efdp.exe"])
def test_27_a_file_that_is_sent_along_is_not_taken(client: PagesClient, samira: str, naam: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    fields = {"csrf_token": client.csrf_token() or "", "tekst": (io.BytesIO(b"kwaad bestand"), naam)}
    answer = client.client.post(f"/mensen/{samira}/notities/nieuw", data=fields, content_type="multipart/form-data")
    assert answer.status_code < 500
    assert "kwaad bestand" not in client.get(f"/mensen/{samira}").text


@pytest.mark.parametrize("gezocht", ["%", "_", "\\", '"', "*", "NEAR(", "a", "x" * 10_000, "(a+)+$"])
def test_18_what_is_sought_is_taken_literally(client: PagesClient, gezocht: str) -> None:
    client.get("/mensen")
    forms = [form for form in client.page.forms() if "zoek" in form.action]
    assert forms
    answer = client.client.post(
        forms[0].action, data={"csrf_token": client.csrf_token() or "", "naam": gezocht, "zoek": gezocht}
    )
    assert answer.status_code < 500


@pytest.mark.parametrize(
    ("body", "soort", "status"),
    [
        pytest.param(b"", "application/x-www-form-urlencoded", 303, id="nothing"),
        pytest.param(b"a=" + b"x" * 11_000_000, "application/x-www-form-urlencoded", 413, id="11 MB"),
        pytest.param(
            b"".join(b'--g\r\nContent-Disposition: form-data; name="a%d"\r\n\r\nx\r\n' % n for n in range(1001))
            + b"--g--",
            "multipart/form-data; boundary=g",
            413,
            id="1,001 parts",
        ),
        pytest.param(b"--g", "multipart/form-data", 303, id="no boundary"),
        pytest.param(
            b"--g\r\nContent-Disposition: form-data; name=", "multipart/form-data; boundary=g", 303, id="cut off"
        ),
    ],
)
def test_28_a_body_that_is_no_form_is_refused_in_words(
    client: PagesClient, samira: str, body: bytes, soort: str, status: int
) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    answer = client.client.post(f"/mensen/{samira}/notities/nieuw", data=body, content_type=soort)
    assert answer.status_code == status
    # the form again, or a page that says what is wrong
    shown = client.client.get(answer.location, follow_redirects=True) if status == 303 else answer
    assert "<h1" in shown.text
    # others go on
    assert client.get(f"/mensen/{samira}").h1 == "Samira"
