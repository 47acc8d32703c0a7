"""Pages travel compressed, with a length that tells nothing."""

import gzip

from tests.pages import PagesClient

PAKT_UIT = {"Accept-Encoding": "gzip, deflate, br"}


def test_a_page_travels_compressed_to_who_unpacks_it(client: PagesClient, samira: str) -> None:
    plain = client.client.get("/hulp")
    packed = client.client.get("/hulp", headers=PAKT_UIT)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.data) < len(plain.data) / 2
    assert b"<h1" in gzip.decompress(packed.data)
    assert int(packed.headers["Content-Length"]) == len(packed.data)


def test_the_same_page_has_another_length_each_time(client: PagesClient) -> None:
    lengths = {len(client.client.get("/hulp", headers=PAKT_UIT).data) for _ in range(12)}
    assert len(lengths) > 4


def test_what_is_small_or_no_page_travels_as_it_is(client: PagesClient, samira: str) -> None:
    for path in ("/gezond", f"/mensen/{samira}/samenvatting.pdf"):
        assert "Content-Encoding" not in client.client.get(path, headers=PAKT_UIT).headers
    assert "Content-Encoding" not in client.client.get("/hulp", headers={"Accept-Encoding": "gzip;q=0"}).headers


def test_scripts_and_styles_travel_compressed_too(client: PagesClient) -> None:
    for path in ("/static/js/blad.js", "/static/css/leefgebieden.css"):
        with client.client.get(path, headers=PAKT_UIT) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
