"""People whose term is over: nothing goes by itself, and nothing while the clock is not believed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from leefgebieden.actions.casus import begin_casus
from leefgebieden.actions.logboek import log
from leefgebieden.actions.opruimen import Kloksprong, Opruimregels, erase_voorbij, read_voorbij
from leefgebieden.content.model import Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.bewaren import Bewaargrond, Termijnen, find_bewaren_tot
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toegang import Rol
from leefgebieden.store.casus import casus_exists, fetch_kop
from leefgebieden.store.db import db, writing
from leefgebieden.store.team import Plek, insert_plek
from tests.pages import PagesClient, make_client
from tests.people import Clock, add_mens, sign_in

REGELS = Opruimregels(Termijnen(2, 15, 20), per_keer=20, vier_ogen_vanaf=5, sprong=timedelta(days=31))


def live_on(clock: Clock, outside: Context, door: Mens, years: int) -> None:
    """Time goes on, and somebody signs in every month."""
    for _ in range(years * 13):
        clock.move(days=28)
        log(outside, door, Actie.AANGEMELD)
    clock.move(days=20)


def exists(casus_id: str) -> bool:
    db.session.rollback()
    return casus_exists(casus_id)


def test_after_two_years_of_silence_a_teamleider_decides(
    app: Flask, outside: Context, clock: Clock, anja: Mens, lies: Mens, samira: str
) -> None:
    clock.move(days=1)
    live_on(clock, outside, anja, 1)
    assert read_voorbij(outside, lies, REGELS) == []
    live_on(clock, outside, anja, 1)
    client = sign_in(make_client(app), lies)
    client.get("/mensen")
    client.click("Bewaartermijn voorbij")
    assert "Samira Bij Anja. Laatste contact" in client.page.text
    client.submit(fields={"wie": [samira]}, button="Wis wie je aanvinkt")
    assert "Direct onleesbaar in de app" in client.page.text
    assert "Van niemand is de termijn voorbij." in client.page.text
    assert not exists(samira)


def test_who_ticks_nobody_erases_nobody(
    app: Flask, outside: Context, clock: Clock, anja: Mens, lies: Mens, samira: str
) -> None:
    live_on(clock, outside, anja, 3)
    client = sign_in(make_client(app), lies)
    client.get("/bewaren")
    client.submit(button="Wis wie je aanvinkt")
    assert "Je hebt niemand aangevinkt. Er is niets gewist." in client.page.text
    assert exists(samira)


def test_under_a_law_it_is_kept_longer(
    app: Flask, outside: Context, clock: Clock, anja: Mens, lies: Mens, samira: str, client: PagesClient
) -> None:
    client.get(f"/mensen/{samira}/gegevens")
    client.submit(fields={"bewaren": "wmo"})
    assert fetch_kop(samira)[0].bewaren is Bewaargrond.WMO
    live_on(clock, outside, anja, 3)
    assert read_voorbij(outside, lies, REGELS) == []
    assert erase_voorbij(outside, lies, [samira], REGELS, "Voorbij").gewist == 0
    assert exists(samira)


def test_a_report_under_the_wmo_keeps_it_as_long_as_the_wmo_says_and_the_pages_say_why(
    app: Flask, outside: Context, clock: Clock, anja: Mens, lies: Mens, samira: str, client: PagesClient
) -> None:
    client.get(f"/mensen/{samira}/wmo")
    client.submit(fields={"gemeld_op": "2026-07-14"})
    assert fetch_kop(samira)[0].bewaren is Bewaargrond.OUTREACH
    assert "Door de melding blijft alles minstens 15 jaar bewaard." in client.get(f"/mensen/{samira}/wmo").text
    assert "Er is een Wmo-melding. Daarom is het minstens 15 jaar" in client.get(f"/mensen/{samira}/gegevens").text
    live_on(clock, outside, anja, 3)
    assert read_voorbij(outside, lies, REGELS) == []
    assert erase_voorbij(outside, lies, [samira], REGELS, "Voorbij").gewist == 0
    assert exists(samira)
    live_on(clock, outside, anja, 12)
    page = sign_in(make_client(app), lies).get("/bewaren")
    assert "(er is een Wmo-melding)" in page.text


def test_the_longest_of_two_terms_counts() -> None:
    gronden = {Bewaargrond.JEUGDWET, Bewaargrond.WMO}
    laatste = datetime(2026, 7, 14, tzinfo=UTC)
    assert find_bewaren_tot(gronden, laatste, REGELS.termijnen) == date(2046, 7, 14)
    assert find_bewaren_tot({Bewaargrond.OUTREACH}, laatste, REGELS.termijnen) == date(2028, 7, 14)


def test_more_than_one_may_decide_wait_for_another_teamleider(
    app: Flask, outside: Context, clock: Clock, anja: Mens, lies: Mens, zuid: str, samira: str
) -> None:
    anderen = [outside.new_id() for _ in range(5)]
    for casus_id in anderen:
        begin_casus(outside, anja, casus_id, "Bram", Kanaal.LOKET)
    casussen = [samira, *anderen]
    live_on(clock, outside, anja, 3)
    client = sign_in(make_client(app), lies)
    client.get("/bewaren")
    client.submit(fields={"wie": casussen}, button="Wis wie je aanvinkt")
    assert "Een andere teamleider kijkt mee. Er is nog niets gewist." in client.page.text
    assert all(exists(casus_id) for casus_id in casussen)
    client.get(f"/mensen/{samira}/wissen/goedkeuren")
    assert "Een andere teamleider keurt het goed." in client.page.text
    client.post(f"/mensen/{samira}/wissen/goedkeuren")
    assert exists(samira)
    ander = sign_in(make_client(app), add_mens(app, outside, "Tom", Plek(Rol.TEAMLEIDER, zuid)))
    ander.get(f"/mensen/{samira}/wissen/goedkeuren")
    ander.submit(button="Keur goed en wis alles")
    assert not exists(samira)


def test_one_by_one_is_no_way_round_the_second_pair_of_eyes(
    app: Flask, outside: Context, clock: Clock, anja: Mens, lies: Mens, samira: str
) -> None:
    anderen = [outside.new_id() for _ in range(5)]
    for casus_id in anderen:
        begin_casus(outside, anja, casus_id, "Bram", Kanaal.LOKET)
    casussen = [samira, *anderen]
    live_on(clock, outside, anja, 3)
    uitkomst = [erase_voorbij(outside, lies, [casus_id], REGELS, "Voorbij") for casus_id in casussen]
    assert [u.gewist for u in uitkomst] == [1, 1, 1, 1, 1, 0]
    assert uitkomst[-1].wacht == 1


def test_a_clock_that_jumps_stops_it_until_a_beheerder_looked(
    app: Flask, outside: Context, clock: Clock, anja: Mens, lies: Mens, bo: Mens, samira: str
) -> None:
    clock.move(days=3650)
    with pytest.raises(Kloksprong):
        erase_voorbij(outside, lies, [samira], REGELS, "Voorbij")
    client = sign_in(make_client(app), lies)
    page = client.get("/bewaren")
    assert "Klok sprong; opruimen gestopt" in page.text
    assert "tussen dinsdag 14 juli 2026, 12:00 en" in page.text
    client.post("/bewaren", {"wie": samira})
    assert exists(samira)
    beheerder = sign_in(make_client(app), bo)
    beheerder.get("/beheer")
    beheerder.click("Klok Kan er worden opgeruimd?")
    beheerder.submit(button="De klok klopt")
    assert "De klok loopt gewoon door." in beheerder.page.text
    assert "Samira" in client.get("/bewaren").text


def test_a_teamleider_who_looks_after_the_app_may_say_so_too(
    app: Flask, outside: Context, clock: Clock, lies: Mens, samira: str
) -> None:
    with writing():
        insert_plek(lies.id, Plek(Rol.BEHEERDER), outside.now())
    clock.move(days=3650)
    client = sign_in(make_client(app), lies)
    client.get("/bewaren")
    client.submit(button="De klok klopt")
    assert "Samira" in client.get("/bewaren").text


def test_only_so_many_are_shown_at_once_and_the_rest_is_counted(
    app: Flask, outside: Context, clock: Clock, anja: Mens, lies: Mens, samira: str
) -> None:
    app.config["OPRUIMEN_PER_KEER"] = 2
    for _ in range(3):
        begin_casus(outside, anja, outside.new_id(), "Bram", Kanaal.LOKET)
    live_on(clock, outside, anja, 3)
    client = sign_in(make_client(app), lies)
    assert "Dit zijn de eerste 2 van 4." in client.get("/bewaren").text


def test_a_teamleider_sees_her_own_people_too_and_asks_another_to_erase_them(
    app: Flask, outside: Context, clock: Clock, anja: Mens, lies: Mens, zuid: str, samira: str
) -> None:
    eigen = outside.new_id()
    begin_casus(outside, lies, eigen, "Bram", Kanaal.LOKET)
    live_on(clock, outside, anja, 3)
    client = sign_in(make_client(app), lies)
    page = client.get("/bewaren")
    assert "Bram Laatste contact di 14 juli 2026. Bewaren tot vr 14 juli 2028." in page.text
    client.post("/bewaren", {"wie": eigen})
    assert exists(eigen)
    client.get("/bewaren")
    client.click("Vraag om te wissen: Bram")
    client.submit("/wissen", {"reden": "De termijn is voorbij."})
    client.post(f"/mensen/{eigen}/wissen/nu")
    assert exists(eigen)
    ander = sign_in(make_client(app), add_mens(app, outside, "Tom", Plek(Rol.TEAMLEIDER, zuid)))
    ander.get(f"/mensen/{eigen}/wissen/goedkeuren")
    ander.submit(button="Keur goed en wis alles")
    assert not exists(eigen)


def test_who_works_alone_gets_the_list_of_his_own_and_waits(
    app: Flask, outside: Context, clock: Clock, anja: Mens
) -> None:
    eigen = outside.new_id()
    begin_casus(outside, anja, eigen, "Bram", Kanaal.LOKET)
    live_on(clock, outside, anja, 3)
    client = sign_in(make_client(app), anja)
    client.get("/mensen")
    client.click("Bewaartermijn voorbij")
    client.post("/bewaren", {"wie": eigen}, status=403)
    client.get("/bewaren")
    client.click("Vraag om te wissen: Bram")
    client.submit("/wissen", {"reden": "De termijn is voorbij."})
    assert exists(eigen)
    clock.move(days=2)
    client = sign_in(make_client(app), anja)
    client.get(f"/mensen/{eigen}/wissen")
    client.submit("/wissen/nu")
    assert not exists(eigen)


def test_a_worker_does_not_see_the_people_of_colleagues_in_it(
    app: Flask, outside: Context, clock: Clock, anja: Mens, tessa: Mens, samira: str
) -> None:
    live_on(clock, outside, anja, 3)
    page = sign_in(make_client(app), tessa).get("/bewaren")
    assert "Samira" not in page.text
    assert "Van niemand is de termijn voorbij." in page.text


def test_an_organisation_chooses_its_own_term(
    app: Flask, outside: Context, clock: Clock, anja: Mens, lies: Mens, samira: str
) -> None:
    live_on(clock, outside, anja, 1)
    kort = Opruimregels(Termijnen(1, 15, 20), per_keer=20, vier_ogen_vanaf=5, sprong=timedelta(days=31))
    assert [v.stilte.id for v in read_voorbij(outside, lies, kort)] == [samira]
