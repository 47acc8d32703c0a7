"""What a screen reader finds in the PDF: poppler reads the tree back, and PDF/A-2 has nothing to say about the file."""

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pikepdf.pdfa
import pytest

from leefgebieden.content.load import load_content
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.casusbestand import read_casusbestand
from leefgebieden.domain.samenvatting import Samenvatting
from leefgebieden.pdf.samenvatting import draw_samenvatting, fit
from tests.domain.maak import make_hele, make_notities
from tests.domain.test_samenvatting import compose


@pytest.fixture(scope="module")
def frans() -> HeleCasus:
    content = load_content()
    return read_casusbestand(content.oefencasussen["frans-van-noord"].bestand, content)


def read_tree(pdf: bytes, folder: Path) -> str:
    path = folder / "a4.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


def read_words(tree: str) -> list[str]:
    return [line.strip().strip('"') for line in tree.splitlines() if line.strip().startswith('"')]


def test_headings_are_headings_and_the_mirror_is_a_table(frans: HeleCasus, tmp_path: Path) -> None:
    tree = read_tree(draw_samenvatting(compose(frans)), tmp_path)
    lines = [line.strip() for line in tree.splitlines()]
    assert lines[0] == "Document"
    assert lines[1] == "H1 (block)"
    assert lines.count("H1 (block)") == 1
    after = [lines[nr + 1] for nr, line in enumerate(lines) if line == "H2 (block)"]
    assert '"Onze vraag aan jullie"' in after
    assert '"Dit weten we nog niet"' in after
    assert lines.count("Table (block)") == 2
    # a row of headings, and the four leefgebieden, each with its own heading in the middle
    mirror = tree[tree.index("Table (block)") :].partition("H2 (block)")[0]
    assert mirror.count("TR\n") == 5
    assert mirror.count("/Scope /Column") == 3
    assert mirror.count("/Scope /Row") == 4


def test_it_reads_in_the_order_of_the_page(frans: HeleCasus, tmp_path: Path) -> None:
    blad = fit(compose(frans))
    in_order = " ".join(" ".join(regel.split()) for blok in blad.blokken for regel in blok.regels)
    read = " ".join(read_words(read_tree(draw_samenvatting(compose(frans)), tmp_path)))
    assert "".join(read.split()) == "".join(in_order.split())


def test_a_sentence_that_runs_over_two_lines_keeps_its_words_apart(frans: HeleCasus, tmp_path: Path) -> None:
    words = read_words(read_tree(draw_samenvatting(compose(frans)), tmp_path))
    assert any("uitkering niet." in " ".join(line.split()) for line in words)


def test_the_drawings_are_told_in_words(frans: HeleCasus) -> None:
    with pikepdf.open(BytesIO(draw_samenvatting(compose(frans)))) as pdf:
        alts = [str(o.Alt) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    netwerk, tijdlijn = sorted(alts)
    assert netwerk.startswith("Eigen mensen: ")
    assert "contact verbroken" in netwerk
    assert tijdlijn.startswith("Ongeveer december 2025, inkomen: uitkering gestopt.")


@pytest.mark.parametrize(
    "samenvatting",
    [
        compose(make_hele()),
        compose(make_hele("Frans", *make_notities(60, wat="kracht"), *make_notities(60, wat="lastig", eerste=60))),
        compose(make_hele("Đorđe Şahin", *make_notities(3, "Łukasz zegt: ĳs & € < 5 (中) 🙂 nr {nr}.", wat="kracht"))),
    ],
    ids=["empty", "full", "letters"],
)
def test_nothing_is_against_pdf_a(samenvatting: Samenvatting) -> None:
    _check(draw_samenvatting(samenvatting))


def test_nothing_is_against_pdf_a_in_the_a4_of_frans(frans: HeleCasus) -> None:
    _check(draw_samenvatting(compose(frans)))


def _check(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as geopend:
        assert pikepdf.pdfa.check(geopend, "2b").findings == []
        assert str(geopend.Root.Lang) == "nl-NL"
        assert geopend.Root.MarkInfo.Marked
        assert geopend.Root.ViewerPreferences.DisplayDocTitle


def test_every_marked_piece_hangs_in_the_tree_once(frans: HeleCasus) -> None:
    with pikepdf.open(BytesIO(draw_samenvatting(compose(frans)))) as pdf:
        marked = pdf.pages[0].Contents.read_bytes().count(b"/MCID")
        parents = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
        assert len(parents) == marked
        for number, parent in enumerate(parents):
            assert [str(kid) for kid in parent.K].count(str(number)) == 1
