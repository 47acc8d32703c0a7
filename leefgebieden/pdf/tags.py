"""The last hand on a PDF: the tree that a screen reader walks, PDF/A-2, and small objects packed together.

The painter marks each paragraph on the page with a number (`Merker`); here the tree over those numbers is made. Reading order is
the order of the page. What is only drawn (lines, fields, signs) is an artifact: it stands in no tree.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

_PROFIEL = Path(__file__).parent / "srgb.icc"
"""sRGB as LittleCMS writes it, in 600 bytes: with it a colour means the same on every printer."""
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2"
 pdfaid:conformance="B"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{titel}</rdf:li></rdf:Alt></dc:title></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True)
class Blad:
    """A leaf of the tree: one marked piece of the page. `pad` is where it hangs ("Table/TR:2/TD:wat/P"), `alt` what a figure
    says."""

    blok: int
    pad: str
    is_begin: bool
    alt: str = ""


@dataclass
class Merker:
    """Gives each marked piece of a page its number, in reading order."""

    bladen: list[Blad] = field(default_factory=list)

    def begin(self, blad: Blad) -> str:
        """The operator that begins a marked piece."""
        self.bladen.append(blad)
        return f"/{_strip(blad.pad.rpartition('/')[2])} <</MCID {len(self.bladen) - 1}>> BDC"


EINDE = "EMC"
ARTEFACT = "/Artifact BMC"


def finish_pdf(ruw: bytes, merkers: Sequence[Merker], *, titel: str, taal: str = "nl-NL") -> bytes:
    """The same pages with their tree, one Merker each. The same in gives the same bytes out."""
    import pikepdf  # only needed when there is something to draw

    uit = BytesIO()
    with pikepdf.open(BytesIO(ruw)) as pdf:
        wortel = pdf.Root
        wortel.Lang = pikepdf.String(taal)
        wortel.MarkInfo = pikepdf.Dictionary(Marked=True)
        wortel.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        wortel.StructTreeRoot = _make_tree(pdf, merkers)
        wortel.Metadata = pdf.make_stream(_XMP.format(titel=titel).encode(), Type=pikepdf.Name.Metadata)
        wortel.Metadata.Subtype = pikepdf.Name.XML
        wortel.OutputIntents = pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.OutputIntent,
                    S=pikepdf.Name.GTS_PDFA1,
                    OutputConditionIdentifier=pikepdf.String("sRGB"),
                    DestOutputProfile=pdf.make_stream(_read_profiel(), N=3),
                )
            ]
        )
        for nr, pagina in enumerate(pdf.pages):
            pagina.obj.StructParents, pagina.obj.Tabs = nr, pikepdf.Name.S
            for overbodig in ("/Trans", "/Rotate"):
                if overbodig in pagina.obj:
                    del pagina.obj[overbodig]
        # what it is called stands in the metadata; the old place for that would have to say the very same
        del pdf.trailer["/Info"]
        pdf.save(
            uit,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            recompress_flate=True,
        )
    return uit.getvalue()


@cache
def _read_profiel() -> bytes:
    return _PROFIEL.read_bytes()


def _make_tree(pdf: Any, merkers: Sequence[Merker]) -> Any:
    import pikepdf

    def make(soort: str, ouder: Any) -> Any:
        element = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name(f"/{soort}"), P=ouder, K=pikepdf.Array()))
        ouder.K.append(element)
        return element

    wortel = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=pikepdf.Array()))
    document = make("Document", wortel)
    nummers = pikepdf.Array()
    for bladzijde, (pagina, merker) in enumerate(zip(pdf.pages, merkers, strict=True)):
        nummers.append(bladzijde)
        nummers.append(pdf.make_indirect(_hang_bladen(pagina.obj, merker, document, make)))
    wortel.ParentTree = pdf.make_indirect(pikepdf.Dictionary(Nums=nummers))
    wortel.ParentTreeNextKey = len(merkers)
    return wortel


def _hang_bladen(pagina: Any, merker: Merker, document: Any, make: Callable[[str, Any], Any]) -> Any:
    """Hang the marked pieces of one page in the tree; gives the branch of each."""
    import pikepdf

    ouders = pikepdf.Array()
    open_nu: list[tuple[str, Any]] = []
    vorig_blok = -1
    for nummer, blad in enumerate(merker.bladen):
        delen = blad.pad.split("/")
        # as far as this piece hangs on the same branches as the one before it
        gelijk = 0
        if blad.blok == vorig_blok:
            while gelijk < min(len(delen), len(open_nu)) and open_nu[gelijk][0] == delen[gelijk]:
                gelijk += 1
        if gelijk == len(delen) and blad.is_begin:
            gelijk -= 1
        del open_nu[gelijk:]
        for deel in delen[gelijk:]:
            element = make(_strip(deel), open_nu[-1][1] if open_nu else document)
            if element.S == "/TH":
                scope = pikepdf.Name("/Column" if "/TR:kop/" in blad.pad else "/Row")
                element.A = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=scope)
            open_nu.append((deel, element))
        tak = open_nu[-1][1]
        if blad.alt:
            tak.Alt = pikepdf.String(blad.alt)
        tak.Pg = pagina
        tak.K.append(nummer)
        ouders.append(tak)
        vorig_blok = blad.blok
    return ouders


def _strip(deel: str) -> str:
    """ "TR:2" is a TR: what comes after the colon only tells one from another."""
    return deel.partition(":")[0]
