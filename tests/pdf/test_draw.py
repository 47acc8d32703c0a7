"""What stands in the PDF is what was typed, and nothing else."""

import json
import socket
import sys
from io import BytesIO
from pathlib import Path
from subprocess import run
from typing import Any, cast

import pytest
from pypdf import PdfReader

from leefgebieden.domain.casus import HeleCasus, Namen
from leefgebieden.domain.tekst import normalise_tekst
from leefgebieden.domain.voet import list_teksten
from leefgebieden.domain.vorm import from_plain
from leefgebieden.pdf.letters import FONTS, Letter, load_breedtes
from leefgebieden.pdf.pen import Pen
from leefgebieden.pdf.samenvatting import draw_samenvatting, fit
from tests.domain.maak import make_casus, make_hele, make_notitie
from tests.domain.test_samenvatting import CONTENT, compose
from tests.pdf.blad import assert_een_blad, read_pdf, squeeze

LASTIGE_TEKSTEN = [
    "Jan & Piet",
    "schuld < 5 en > 3",
    "<b>vet",
    "<para align=right>x",
    "</para>tekst",
    '<img src="/etc/passwd" width="9"/>',
    '<img src="http://127.0.0.1:9/x.png"/>',
    '<font size="4000">groot',
    '<a href="javascript:alert(1)">klik</a>',
    "(haakjes \\ en ) meer (",
    "%PDF-1.4 endstream endobj",
    "Şahin, Łukasz, Đorđe, ĳ, Zoë, €",
    "Şükrü Öztürk",
    "Иван Ψυχή",
]


@pytest.fixture(scope="module")
def frans() -> HeleCasus:
    ruw = json.loads(CONTENT.oefencasussen["frans-van-noord"].bestand)
    return from_plain(HeleCasus, {sleutel: waarde for sleutel, waarde in ruw.items() if sleutel != "formaat"})


@pytest.mark.parametrize("tekst", LASTIGE_TEKSTEN)
def test_text_stands_in_the_pdf_as_it_was_typed(tekst: str) -> None:
    pdf = draw_samenvatting(compose(make_hele("Frans", make_notitie(tekst, wat="kracht"))))
    assert squeeze(tekst) in read_pdf(pdf)
    assert b"/URI" not in pdf


@pytest.mark.parametrize("naam", ["Şükrü Öztürk", "Łukasz", "Đorđe", "Zoë", "Zoe\u0308"])
def test_a_name_stands_there_as_it_is_written(naam: str) -> None:
    assert squeeze(normalise_tekst(naam)) in read_pdf(draw_samenvatting(compose(make_hele(naam))))


@pytest.mark.parametrize(
    ("tekst", "staat_er"),
    [
        ("Blij 😀 vandaag", "Blij[U+1F600]vandaag"),
        ("سلام", "[U+0633]"),
        ("你好", "[U+4F60]"),
        ("a👨‍👩‍👧b", "a[U+1F468][U+1F469][U+1F467]b"),
    ],
)
def test_what_the_font_lacks_gets_a_visible_stand_in_and_a_note(tekst: str, staat_er: str) -> None:
    gelezen = read_pdf(draw_samenvatting(compose(make_hele("Frans", make_notitie(tekst, wat="kracht")))))
    assert staat_er in gelezen
    assert "eentekendatdezeletterniethee" in gelezen


def test_frans_in_full_and_in_initials(frans: HeleCasus) -> None:
    blad = assert_een_blad(compose(frans))
    assert (blad.getoond.kracht >= 8, blad.getoond.lastig >= 8) == (True, True)
    assert_een_blad(compose(frans, namen=Namen.INITIALEN))


def test_with_initials_no_name_is_in_the_text_or_the_metadata(frans: HeleCasus) -> None:
    pdf = draw_samenvatting(compose(frans, namen=Namen.INITIALEN))
    lezer = PdfReader(BytesIO(pdf))
    alles = (
        lezer.pages[0].extract_text() + str(lezer.metadata) + repr(lezer.xmp_metadata and lezer.xmp_metadata.dc_title)
    )
    assert not [naam for naam in ("Frans", "Noord", "Harrie", "Esmé", "Jan ", "Kees") if naam in alles]


def test_the_metadata_names_nobody(frans: HeleCasus) -> None:
    pdf = draw_samenvatting(compose(frans))
    lezer = PdfReader(BytesIO(pdf))
    assert lezer.metadata is None
    assert lezer.xmp_metadata is not None
    assert lezer.xmp_metadata.dc_title == {"x-default": "Samenvatting"}
    assert b"Frans" not in lezer.root_object["/Metadata"].get_data()  # type: ignore[attr-defined]  # a stream, by its kind
    assert str(lezer.root_object["/Lang"]) == "nl-NL"


def test_every_font_is_embedded_and_the_file_is_small(frans: HeleCasus) -> None:
    pdf = draw_samenvatting(compose(frans))
    (pagina,) = PdfReader(BytesIO(pdf)).pages
    fonts = [font.get_object() for font in cast(Any, pagina)["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
    # the aim is 20 kB with tags; tags, two drawings and what PDF/A asks bring it to this
    assert len(pdf) <= 23_500


def test_more_different_letters_than_one_font_has_codes_for_all_stand_there() -> None:
    bekend = [
        teken for teken in sorted(load_breedtes(Letter.SANS)) if teken.isalpha() and normalise_tekst(teken) == teken
    ]
    zinnen = ["".join(bekend[nr : nr + 40]) for nr in range(0, 400, 40)]
    notities = [make_notitie(zin, wat="kracht", nr=nr) for nr, zin in enumerate(zinnen)]
    gelezen = read_pdf(draw_samenvatting(compose(make_hele("Frans", *notities))))
    assert [zin for zin in zinnen if zin not in gelezen] == []


def test_the_same_samenvatting_gives_the_same_bytes(frans: HeleCasus) -> None:
    s = compose(frans)
    assert draw_samenvatting(s) == draw_samenvatting(s)


def test_drawing_opens_no_socket_and_no_file_but_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise AssertionError("the network")

    draw_samenvatting(compose(make_hele()))
    geopend: list[str] = []
    aan = [True]

    def watch(gebeurtenis: str, args: tuple[object, ...]) -> None:
        if aan[0] and gebeurtenis == "open":
            geopend.append(str(args[0]))

    monkeypatch.setattr(socket.socket, "connect", refuse)
    sys.addaudithook(watch)
    try:
        draw_samenvatting(
            compose(make_hele("Frans", *[make_notitie(t, wat="kracht", nr=nr) for nr, t in enumerate(LASTIGE_TEKSTEN)]))
        )
    finally:
        aan[0] = False
    assert [naam for naam in geopend if FONTS not in Path(naam).parents] == []


def test_reportlab_is_not_loaded_before_there_is_something_to_draw() -> None:
    code = "import sys, leefgebieden.pdf.samenvatting; sys.exit('reportlab' in sys.modules)"
    assert run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_words_of_the_page_are_the_words_of_its_blocks() -> None:
    s = compose(make_hele(casus=make_casus("Zoë")))
    assert "Zoë" in list_teksten(s)
    assert fit(s).blokken[0].regels[0] == "Zoë"


@pytest.mark.parametrize("x", [0.0, 101.0007, 250.0004, 487.3333])
def test_a_dot_has_no_side_in_which_a_thick_line_could_turn_the_wrong_way(x: float) -> None:
    pen = Pen()
    pen.draw_rechthoek(x, x, 1.7007, 1.7007, straal=0.85035, vol=True, rand=True)
    assert " l" not in pen.regels[0]
    pen.draw_rechthoek(x, x, 20, 10, straal=1, vol=True, rand=True)
    assert pen.regels[1].count(" l") == 4
