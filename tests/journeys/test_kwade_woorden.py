"""Words that want to be code, typed into every field, and then every page looked at: a browser that runs them would tell."""

from playwright.sync_api import ConsoleMessage, Dialog, Page, expect

from tests.journeys.op_weg import begin_contact

KWAAD = (
    "<script>gekraakt('script')</script>",
    '"><img src=x onerror="gekraakt(\'img\')">',
    "'><svg/onload=gekraakt('svg')>",
    "</textarea></title></style></template><iframe srcdoc=\"<script>parent.gekraakt('frame')</script>\"></iframe>",
    "javascript:gekraakt('adres')",
    "{{7*7}}${7*7}<b data-kwaad>vet</b>",
)
FORMS = (
    "notities/nieuw",
    "openvragen",
    "netwerk/nieuw",
    "afspraken/nieuw",
    "gesprekken/nieuw",
    "verklaring",
    "toestemming",
    "gegevens",
)
PAGES = (
    "",
    "leefgebieden",
    "leefgebieden/nacht",
    "netwerk",
    "netwerk/familie",
    "afspraken",
    "openvragen",
    "gegevens",
    "toestemming",
    "verklaring",
    "spiekbrief",
    "samenvatting",
    "samenvatting/bekijk",
    "logboek",
    "ordenen",
    "meewerkers",
    "tijdlijn",
    "meegeven",
    "wmo",
    "meldcode",
    "vragen/eropaf",
)


def fill_everything(page: Page) -> None:
    """Type all of this into every field of the page that has room for it, one of them into each line, and send the form."""
    with page.expect_navigation():
        page.evaluate(
            """kwaad => {
              const all = [...document.querySelectorAll('main textarea, main input[type=text], main input:not([type])')];
              const fields = all.filter(field => !['toen_van', 'toen_tot'].includes(field.name)); // these take a day, no words
              for (const field of all) if (field.name === 'toen_van') field.value = '2025';
              fields.forEach((field, number) => {
                const words = field.tagName === 'TEXTAREA' ? kwaad.join(' ') : kwaad[number % kwaad.length];
                field.value = words.slice(0, field.maxLength > 0 ? field.maxLength : words.length);
              });
              const chosen = ['#schaal_cijfer [value="3"]', '#schaal_wie [value=zelf]'];
              for (const button of document.querySelectorAll(chosen)) button.checked = true;
              HTMLFormElement.prototype.submit.call(fields[0].form);
            }""",
            KWAAD,
        )


def listen(page: Page) -> list[str]:
    """What the words bring about, if they do: a call, a dialog, or something that the policy of the page had to stop."""
    told: list[str] = []

    def close(dialog: Dialog) -> None:
        told.append(dialog.message)
        dialog.dismiss()

    def read(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            told.append(message.text)

    page.expose_function("gekraakt", lambda how: told.append(how))
    page.on("dialog", close)
    page.on("console", read)
    return told


def test_words_that_want_to_be_code_stay_words_on_every_page(worker_page: Page) -> None:
    page = worker_page
    told = listen(page)
    casus = begin_contact(page, KWAAD[1])
    for address in [f"{casus}/{form}" for form in FORMS] + ["/losse-notities/nieuw"]:
        page.goto(address)
        fill_everything(page)
    for address in [f"{casus}/{path}".rstrip("/") for path in PAGES] + [
        "/mensen",
        "/losse-notities",
        "/mensen/team",
        "/komt-terug",
    ]:
        answer = page.goto(address)
        assert answer is not None, address
        assert answer.ok, address
        made = page.locator("[data-kwaad], iframe, img[src='x'], main svg[onload], [onerror]").count()
        assert (made, told) == (0, []), address
    page.goto(casus)
    expect(page.locator(".notitie .woorden").first).to_contain_text(KWAAD[0])
