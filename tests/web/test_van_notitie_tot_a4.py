"""Whatever is typed: it is saved, it stands on the page as it was typed, and there is an A4 of one page."""

import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from leefgebieden.domain.notitie import VanWie, Wanneer, Wat
from leefgebieden.domain.tekst import normalise_tekst
from tests.pages import PagesClient

TEKSTEN = st.one_of(
    st.text(min_size=1, max_size=400),
    st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), min_size=1, max_size=90),
    st.sampled_from(
        ["W" * 10_000, "é" * 300, "a\u0301" * 50, "<b>vet", "</para>", "=1+1", "\u202eniet", "👨‍👩‍👧 مرحبا 你好"]
    ),
)


def labels(soort: type[VanWie] | type[Wanneer] | type[Wat]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from([str(label) for label in soort]), unique=True)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    tekst=TEKSTEN,
    van_wie=labels(VanWie),
    wanneer=labels(Wanneer),
    wat=labels(Wat),
    plaatsen=st.lists(st.sampled_from(["dag", "schulden", "zingeving", "veiligheid"]), unique=True),
)
def test_from_a_notitie_to_the_a4(
    client: PagesClient,
    samira: str,
    tekst: str,
    van_wie: list[str],
    wanneer: list[str],
    wat: list[str],
    plaatsen: list[str],
) -> None:
    form = client.get(f"/mensen/{samira}/notities/nieuw").form("/notities/nieuw")
    typed = tekst.encode("utf-8", "ignore").decode("utf-8")
    fields = {**form.values(), "tekst": typed}
    page = client.post(
        f"/mensen/{samira}/notities/nieuw",
        {**fields, "van_wie": van_wie, "wanneer": wanneer, "wat": wat, "plaatsen": plaatsen},
    )
    kept = " ".join(normalise_tekst(typed).split())
    if kept:
        assert page.url == f"/mensen/{samira}", page.text[:300]
        assert kept in " ".join("".join(page.tree.itertext()).split())
    else:
        assert "Schrijf eerst iets op." in page.text
    pdf = client.client.get(f"/mensen/{samira}/samenvatting.pdf")
    assert pdf.status_code == 200
    assert len(PdfReader(io.BytesIO(pdf.data)).pages) == 1
