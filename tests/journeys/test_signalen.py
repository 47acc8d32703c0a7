"""What plays with many people at once: counted, drawn, in a table, and taken along as a file."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.browser import Look
from tests.journeys.op_weg import begin_contact

LABELS = {"lastig": "Hij stapelt zijn post op", "kracht": "Hij houdt zijn kasboek bij"}


def test_what_five_people_have_in_common_can_be_told_without_telling_who(worker_page: Page, look: Look) -> None:
    page = worker_page
    for nummer in range(5):
        casus = begin_contact(page, f"Buur {nummer}")
        for label, woorden in LABELS.items():
            page.goto(f"{casus}/notities/nieuw?deelgebied=schulden")
            page.get_by_label("Wat hoor je of zie je?").fill(woorden)
            page.locator("label.chip").filter(has_text=label).tap()
            page.get_by_role("button", name="Bewaar", exact=True).click()
            expect(page.get_by_role("status")).to_contain_text("Bewaard")
    page.goto("/mensen")
    page.get_by_role("link", name="Signalen").click()
    for label in LABELS:
        expect(page.get_by_role("row", name=f"Schulden {label} 5")).to_be_visible()
    assert "Buur" not in page.locator("main").inner_text()
    look(page, "signalen", full_page=True)
    with page.expect_download() as opgehaald:
        page.get_by_role("link", name="Haal op als bestand (CSV)").click()
    bestand = Path(opgehaald.value.path()).read_text("utf-8-sig")
    assert bestand.startswith("wat;soort;aantal mensen;")
    assert "Schulden;lastig;5;" in bestand
    assert "Buur" not in bestand
