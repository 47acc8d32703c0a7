"""A server that is put back to an earlier day, with a newer version of the app, while a phone still holds what it sealed."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from playwright.sync_api import expect

from tests.journeys.browser import NewContext, sign_in
from tests.journeys.op_weg import begin_contact, wait_until
from tests.journeys.server import make_demo, serve
from tests.journeys.test_zonder_internet import KNOWS_KEY, expect_notities, wait_in_queue, write
from tests.tools.proxy import bad_network


def test_after_a_server_was_put_back_the_phone_offers_again_what_it_holds(
    tmp_path: Path, new_context: NewContext
) -> None:
    workers = make_demo(tmp_path)
    with bad_network("http://localhost:1") as net:
        page = new_context(base_url=net.url).new_page()

        def point_at(url: str) -> None:
            net.target = ("localhost", int(url.rpartition(":")[2]))

        with serve(tmp_path, workers) as server:
            point_at(server.url)
            sign_in(page, workers[0])
            page.evaluate("() => navigator.serviceWorker.ready")
            wait_until(page, KNOWS_KEY)
            casus = begin_contact(page, "Samira")
            shell = page.evaluate("async () => (await caches.keys()).join()")
        shutil.copytree(tmp_path / "instance", tmp_path / "gisteren")
        with serve(tmp_path, workers) as server:
            point_at(server.url)
            wait_in_queue(page, net, casus, "Aangekomen na de kopie.")
            net.mode = "door"
            page.get_by_role("button", name="Verstuur nu").tap()
            expect_notities(page, casus, "Aangekomen na de kopie.")
        # the database of yesterday, and an app with another shell
        shutil.rmtree(tmp_path / "instance")
        shutil.move(tmp_path / "gisteren", tmp_path / "instance")
        with closing(sqlite3.connect(tmp_path / "instance" / "leefgebieden.sqlite3")) as database, database:
            # as a restore does
            database.execute(
                "UPDATE instantie SET waarde = '11111111-1111-4111-8111-111111111111' WHERE naam = 'server_epoch'"
            )
        (tmp_path / "instance" / "settings.py").write_text('TEAM_CRISISNUMMER = "020 555 5555"\n', "utf-8")
        net.mode = "weg"
        page.goto(f"{casus}/notities/nieuw")
        write(page, "Geschreven terwijl hij stilstond.")
        expect(page.locator("[data-wachtrij]")).to_contain_text("1 notitie nog niet verzonden.")
        with serve(tmp_path, workers) as server:
            point_at(server.url)
            net.mode = "door"
            page.get_by_role("button", name="Verstuur nu").tap()
            expect(page.locator("[data-wachtrij]")).to_contain_text(
                "De server is hersteld. 1 notitie opnieuw aangeboden."
            )
            page.goto("/mensen")
            expect_notities(page, casus, "Geschreven terwijl hij stilstond.", "Aangekomen na de kopie.")
            wait_until(page, f"async () => !(await caches.keys()).includes('{shell}')")
            net.mode = "weg"
            page.goto("/zonder-internet/vragen/crisis")
            expect(page.get_by_role("link", name="Bel 020 555 5555")).to_be_visible()
