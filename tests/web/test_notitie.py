"""Writing down, changing, reading back and undoing a notitie."""

import pytest

from leefgebieden.content.model import Content
from tests.pages import PagesClient
from tests.people import Clock


def write(client: PagesClient, samira: str, tekst: str, **fields: str | list[str]) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.submit("/notities/nieuw", {"tekst": tekst, **fields}, button="Bewaar")


def test_only_words_are_needed(client: PagesClient, samira: str) -> None:
    write(client, samira, "Koffie gedronken.")
    assert client.page.url == f"/mensen/{samira}"
    assert "Koffie gedronken." in client.page.text
    assert "Nog geen label. Dat is goed." in client.page.text
    assert "Bewaard" in client.page.text


def test_several_labels_and_places_are_allowed(client: PagesClient, samira: str) -> None:
    write(
        client,
        samira,
        "Kerstlampjes aan.",
        van_wie=["zelf", "gezien"],
        wat=["kracht", "lastig"],
        plaatsen=["nacht", "zingeving"],
    )
    for word in ("Kracht", "Lastig", "zegt zelf", "gezien", "Nacht", "zingeving"):
        assert word in client.page.text


def test_nothing_is_chosen_beforehand(client: PagesClient, samira: str) -> None:
    values = client.get(f"/mensen/{samira}/notities/nieuw").form("/notities/nieuw").values()
    assert not {"van_wie", "wanneer", "wat", "plaatsen"} & values.keys()


def test_a_place_that_was_tapped_is_chosen(client: PagesClient, samira: str) -> None:
    page = client.get(f"/mensen/{samira}/notities/nieuw?deelgebied=schulden")
    assert page.form("/notities/nieuw").values()["plaatsen"] == ["schulden"]


def test_an_unknown_place_in_the_address_is_no_place(client: PagesClient, samira: str) -> None:
    page = client.get(f"/mensen/{samira}/notities/nieuw?deelgebied=%27OR%201=1")
    assert "plaatsen" not in page.form("/notities/nieuw").values()


def test_and_one_more_gives_an_empty_form(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    first = client.page.form("/notities/nieuw").values()["id"]
    page = client.submit("/notities/nieuw", {"tekst": "Een", "wat": ["kracht"]}, button="En nog één")
    values = page.form("/notities/nieuw").values()
    assert values["id"] != first
    assert "wat" not in values


def test_a_reader_who_is_a_stranger_gets_the_same_404_as_for_a_casus_that_does_not_exist(
    vera_client: PagesClient, samira: str
) -> None:
    foreign = vera_client.get(f"/mensen/{samira}/notities/nieuw", status=404)
    nowhere = vera_client.get("/mensen/00000000-0000-4000-8000-000000000000/notities/nieuw", status=404)
    assert foreign.text == nowhere.text


@pytest.mark.parametrize("empty", ["", "   ", "\n\t", "\x00\x07"])
def test_an_empty_notitie_comes_back_with_its_labels(client: PagesClient, samira: str, empty: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    page = client.submit("/notities/nieuw", {"tekst": empty, "wat": ["lastig"]}, button="Bewaar")
    assert "Schrijf eerst iets op. Eén woord is genoeg." in page.text
    assert page.form("/notities/nieuw").values()["wat"] == ["lastig"]


def test_a_text_that_is_too_long_is_not_lost(client: PagesClient, samira: str) -> None:
    long = "lang " * 10_001
    client.get(f"/mensen/{samira}/notities/nieuw")
    page = client.submit("/notities/nieuw", {"tekst": long}, button="Bewaar")
    assert "er passen er 50000" in page.text
    assert page.form("/notities/nieuw").values()["tekst"][0].strip() == long.strip()


def test_sending_the_same_form_twice_makes_one_notitie(client: PagesClient, samira: str) -> None:
    page = client.get(f"/mensen/{samira}/notities/nieuw")
    fields = {"id": page.form("/notities/nieuw").values()["id"], "tekst": "Een keer."}
    client.post(f"/mensen/{samira}/notities/nieuw", fields)
    page = client.post(f"/mensen/{samira}/notities/nieuw", fields)
    assert "We hadden deze notitie al." in page.text
    assert page.text.count("Een keer.") == 1 + page.text.count("Wijzig notitie: Een keer.")


def test_going_back_and_sending_other_words_keeps_both(client: PagesClient, samira: str) -> None:
    page = client.get(f"/mensen/{samira}/notities/nieuw")
    form_id = page.form("/notities/nieuw").values()["id"]
    client.post(f"/mensen/{samira}/notities/nieuw", {"id": form_id, "tekst": "Eerste woorden."})
    page = client.post(f"/mensen/{samira}/notities/nieuw", {"id": form_id, "tekst": "Andere woorden."})
    assert "Dit formulier is al bewaard om 12:00." in page.text
    assert page.form("/notities/nieuw").values()["tekst"] == ["Andere woorden."]
    page = client.submit("/notities/nieuw", button="Bewaar")
    assert "Eerste woorden." in page.text
    assert "Andere woorden." in page.text


def test_two_equal_notities_are_both_kept(client: PagesClient, samira: str) -> None:
    write(client, samira, "Nog steeds ziek.")
    write(client, samira, "Nog steeds ziek.")
    assert len([e for e in client.page.all("li") if "notitie" in (e.get("class") or "")]) == 2


def test_a_broken_id_gives_the_words_back(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    page = client.post(f"/mensen/{samira}/notities/nieuw", {"id": "1 OR 1=1", "tekst": "Toch bewaren."})
    assert page.form("/notities/nieuw").values()["tekst"] == ["Toch bewaren."]
    assert "Toch bewaren." in client.submit("/notities/nieuw", button="Bewaar").text


def test_a_change_leaves_the_old_text_readable(client: PagesClient, samira: str) -> None:
    write(client, samira, "Woont alleen.")
    client.click("Wijzig notitie: Woont alleen.")
    client.submit("Bewaar", {"tekst": "Woont met haar zus."}, button="Bewaar")
    assert "Woont met haar zus." in client.page.text
    client.click("Wijzig notitie: Woont met haar zus.")
    client.click("Eerdere versies: 1")
    assert "Woont alleen." in client.page.text
    assert "Gewijzigd door Anja." in client.page.text


def edit_url(client: PagesClient, samira: str) -> str:
    page = client.get(f"/mensen/{samira}")
    return next(href for text, href in page.links().items() if text.startswith("Wijzig notitie"))


def test_two_workers_at_once_overwrite_nothing(client: PagesClient, karim_client: PagesClient, samira: str) -> None:
    write(client, samira, "Begin.")
    url = edit_url(client, samira)
    karim_client.get(url)
    client.get(url)
    client.submit("Bewaar", {"tekst": "Van Anja."}, button="Bewaar")
    page = karim_client.submit("Bewaar", {"tekst": "Van Karim."}, button="Bewaar")
    assert "Deze notitie is intussen gewijzigd" in page.text
    assert "Van Anja." in page.text
    assert "Van Karim." in page.text
    page = karim_client.submit("Bewaar", {"tekst": "Van Anja en Karim."}, button="Bewaar")
    assert page.url == f"/mensen/{samira}"
    assert "Van Anja en Karim." in page.text


def test_undoing_a_new_notitie_gives_the_words_back_in_the_form(client: PagesClient, samira: str) -> None:
    write(client, samira, "Verkeerd getikt.")
    page = client.submit("Maak ongedaan")
    assert page.form("/notities/nieuw").values()["tekst"] == ["Verkeerd getikt."]
    assert "Verkeerd getikt." not in client.get(f"/mensen/{samira}").text


def test_undoing_a_change_gives_the_earlier_words_back(client: PagesClient, samira: str) -> None:
    write(client, samira, "Goed.")
    client.get(edit_url(client, samira))
    client.submit("Bewaar", {"tekst": "Fout."}, button="Bewaar")
    page = client.submit("Maak ongedaan")
    assert "Goed." in page.text
    assert "Fout." not in page.text


def test_undoing_is_for_a_quarter_of_an_hour(client: PagesClient, samira: str, clock: Clock) -> None:
    write(client, samira, "Al een tijd geleden.")
    clock.move(minutes=16)
    page = client.submit("Maak ongedaan")
    assert "Ongedaan maken kan een kwartier" in page.text
    assert "Al een tijd geleden." in client.get(f"/mensen/{samira}").text


@pytest.mark.parametrize(
    "text",
    [
        "<script>window.__x=1</script>",
        '"><img src=x onerror=alert(1)>',
        "{{7*7}} ${7*7}",
        "</textarea><b>vet",
        "Şahin, Łukasz, Đorđe, ĳ, Zoë, €",
        "مرحبا 你好 👨‍👩‍👧",
        "schuld < 5 en > 3 & meer",
    ],
)
def test_text_stands_as_it_was_typed(client: PagesClient, samira: str, text: str) -> None:
    write(client, samira, text)
    assert text in client.page.text
    page = client.get(edit_url(client, samira))
    assert page.form("Bewaar").values()["tekst"][0] == text


def test_a_word_that_judges_gets_a_soft_question_and_is_saved(client: PagesClient, samira: str) -> None:
    write(client, samira, "Zij weigert alles.")
    assert "Zij weigert alles." in client.page.text
    assert "Kun je opschrijven wat je zag of hoorde?" in client.page.text


def test_changing_a_notitie_that_was_taken_away_meanwhile_keeps_the_words(
    client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    write(client, samira, "Even hier.")
    karim_client.get(next(href for text, href in client.page.links().items() if text.startswith("Wijzig notitie")))
    client.submit("Maak ongedaan")
    page = karim_client.submit("Bewaar", {"tekst": "Van Karim."}, button="Bewaar")
    assert "Deze notitie is intussen weggehaald." in page.text
    assert page.form("/notities/nieuw").values()["tekst"] == ["Van Karim."]
    assert "Van Karim." in karim_client.submit("/notities/nieuw", button="Bewaar").text


def test_where_one_chooses_a_place_it_says_what_is_not_needed(
    client: PagesClient, samira: str, content: Content
) -> None:
    tekst = client.get(f"/mensen/{samira}/notities/nieuw").text
    gevoelig = [d.gevoelig_uitleg for g in content.kaart.leefgebieden for d in g.deelgebieden if d.gevoelig]
    assert len(gevoelig) == 5
    assert all(uitleg in tekst for uitleg in gevoelig)
