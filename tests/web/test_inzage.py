"""Everything about a person in one file, without what is about others."""

import json
import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from leefgebieden.actions.casus import begin_casus
from leefgebieden.actions.noodtoegang import take_noodtoegang
from leefgebieden.actions.notitie import change_notitie, record_notitie
from leefgebieden.actions.toestemming import record_toestemming
from leefgebieden.content.model import Content, Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.casusbestand import read_casusbestand
from leefgebieden.domain.inzage import compose_inzage, list_over_anderen, select_inzage
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.toestemming import Toestemming
from leefgebieden.pdf.inzage import draw_inzage
from leefgebieden.store.logboek import fetch_logregels
from tests.domain.maak import make_casus
from tests.pages import PagesClient
from tests.people import Clock

ANDER = "De zus drinkt te veel."


@pytest.fixture
def over_ander(outside: Context, anja: Mens, samira: str) -> str:
    """Three notities: one of Samira that was changed, one about her sister. The id of the last."""
    eigen = Notitie(outside.new_id(), "Slaapt slecht & droomt <veel>.", gemaakt_op=outside.now(), auteur=anja)
    record_notitie(outside, samira, eigen)
    nieuw = Notitie(eigen.id, "Slaapt beter.", plaatsen=("nacht",), gemaakt_op=outside.now(), auteur=anja)
    change_notitie(outside, anja, samira, nieuw, op_versie=1)
    ander = Notitie(outside.new_id(), ANDER, gemaakt_op=outside.now(), auteur=anja, over_ander=True)
    record_notitie(outside, samira, ander)
    tot = date(2026, 8, 31)
    toestemming = Toestemming(outside.new_id(), "De woningbouw", "de huur", gegeven_op=date(2026, 7, 1), tot=tot)
    record_toestemming(outside, anja, samira, toestemming)
    return ander.id


def read_pdf(pdf: bytes) -> str:
    return "\n".join(pagina.extract_text() for pagina in PdfReader(BytesIO(pdf)).pages)


def squeeze(tekst: str) -> str:
    return re.sub(r"\s", "", tekst)


def fetch_pak(client: PagesClient, samira: str, **velden: list[str]) -> tuple[str, dict[str, bytes]]:
    client.get(f"/mensen/{samira}/inzage")
    page = client.submit(fields=velden, button="Haal alles op", status=200)
    with ZipFile(BytesIO(page.data)) as pak:
        return page.response.headers["Content-Disposition"], {naam: pak.read(naam) for naam in pak.namelist()}


def test_everything_is_in_it_and_what_is_about_others_is_not(
    client: PagesClient, content: Content, samira: str, over_ander: str
) -> None:
    naam, pak = fetch_pak(client, samira)
    assert re.fullmatch(r"attachment; filename=inzage-2026-07-14-\w{3}\.zip", naam)
    tekst = read_pdf(pak["inzage.pdf"])
    for woorden in (
        "Samira",
        "Slaapt beter.",
        "Slaapt slecht & droomt <veel>.",
        "De woningbouw: de huur",
        "1 notitie gaat over iemand anders en staat er niet bij.",
        "Nacht",
        "Blad 1 van 1",
    ):
        assert squeeze(woorden) in squeeze(tekst)
    assert squeeze(ANDER) not in squeeze(tekst)
    hele = read_casusbestand(pak["inzage.json"], content)
    assert [notitie.tekst for notitie in hele.notities] == ["Slaapt beter."]
    assert [versie.tekst for versie in hele.notities[0].versies] == ["Slaapt slecht & droomt <veel>."]
    assert len(hele.toestemmingen) == 1


def test_what_is_ticked_goes_along(client: PagesClient, samira: str, over_ander: str) -> None:
    assert "1 notitie gaat misschien over iemand anders" in client.get(f"/mensen/{samira}/inzage").text
    _, pak = fetch_pak(client, samira, mee=[over_ander])
    tekst = squeeze(read_pdf(pak["inzage.pdf"]))
    assert squeeze(ANDER) in tekst
    assert "staaternietbij" not in tekst
    assert ANDER in [notitie["tekst"] for notitie in json.loads(pak["inzage.json"])["notities"]]


REDEN = "Zus Fatma belde: er komt rook uit het huis"


@pytest.fixture
def in_nood(outside: Context, tessa: Mens, samira: str) -> str:
    """Tessa read along for an hour. The id of that."""
    noodtoegang_id = outside.new_id()
    take_noodtoegang(outside, tessa, noodtoegang_id, samira, REDEN)
    return noodtoegang_id


def test_who_read_along_in_an_emergency_is_told_and_the_reason_only_when_it_was_looked_at(
    client: PagesClient, samira: str, in_nood: str
) -> None:
    page = client.get(f"/mensen/{samira}/inzage")
    # the same check as for the notities: asked one by one, and out unless it is ticked
    assert REDEN in page.text
    assert "Waarom Tessa in nood meelas, dinsdag 14 juli 2026, 12:00." in page.text
    assert "mee" not in page.form("/inzage").values()
    _, pak = fetch_pak(client, samira)
    tekst = squeeze(read_pdf(pak["inzage.pdf"]))
    assert squeeze("dinsdag 14 juli 2026, 12:00 tot 13:00, Tessa las mee") in tekst
    assert squeeze("De reden staat er niet bij: die gaat misschien ook over iemand anders.") in tekst
    assert "Fatma" not in tekst
    _, pak = fetch_pak(client, samira, mee=[in_nood])
    tekst = squeeze(read_pdf(pak["inzage.pdf"]))
    assert squeeze(REDEN) in tekst
    assert squeeze("De reden staat er niet bij") not in tekst
    # the list of who looked says no reason: nobody looked it over
    assert "Fatma" not in client.get(f"/mensen/{samira}/logboek/afdruk").text


def test_an_hour_with_somebody_else_is_not_in_it(
    client: PagesClient, outside: Context, anja: Mens, tessa: Mens, samira: str
) -> None:
    ander = outside.new_id()
    begin_casus(outside, anja, ander, "Karel", Kanaal.LOKET)
    take_noodtoegang(outside, tessa, outside.new_id(), ander, REDEN)
    assert REDEN not in client.get(f"/mensen/{samira}/inzage").text
    _, pak = fetch_pak(client, samira)
    assert squeeze("Wie in nood meelas") not in squeeze(read_pdf(pak["inzage.pdf"]))


def test_who_makes_it_stands_in_the_logboek_with_how_many_were_left_out(
    client: PagesClient, samira: str, over_ander: str
) -> None:
    fetch_pak(client, samira)
    assert fetch_logregels(samira)[0].actie == "inzage gegeven"


def test_no_name_stands_in_a_file_name_or_in_what_the_pdf_says_of_itself(
    client: PagesClient, samira: str, over_ander: str
) -> None:
    naam, pak = fetch_pak(client, samira)
    assert "amira" not in naam + "".join(pak)
    assert "amira" not in str(PdfReader(BytesIO(pak["inzage.pdf"])).metadata)


def test_a_person_of_whom_nothing_was_written_gets_what_there_is(client: PagesClient, samira: str) -> None:
    assert "Geen notitie is gemerkt" in client.get(f"/mensen/{samira}/inzage").text
    _, pak = fetch_pak(client, samira)
    assert "Samira" in read_pdf(pak["inzage.pdf"])


def test_the_practice_casus_is_all_there(client: PagesClient, content: Content, frans: str) -> None:
    _, pak = fetch_pak(client, frans)
    # a sentence may go on over the foot of a page
    tekst = re.sub(r"Inzage\.Blad\dvan\d", "", squeeze(read_pdf(pak["inzage.pdf"])))
    hele = read_casusbestand(pak["inzage.json"], content)
    assert len(hele.notities) > 20
    for woorden in (
        *(notitie.tekst for notitie in hele.notities),
        *(versie.tekst for notitie in hele.notities for versie in notitie.versies),
        *(lid.wie for lid in hele.netwerk),
        *(afspraak.wat for afspraak in hele.afspraken),
        *(vraag.tekst for vraag in hele.openvragen),
        hele.casus.bereik,
        hele.casus.let_op,
    ):
        assert squeeze(woorden) in tekst, woorden


def test_it_asks_who_sits_there(client: PagesClient, clock: Clock, samira: str) -> None:
    clock.move(minutes=6)
    assert client.get(f"/mensen/{samira}/inzage", 303).location.endswith("/opnieuw-aanmelden")


def test_who_works_along_does_not_give_it(karim_client: PagesClient, samira: str) -> None:
    karim_client.get(f"/mensen/{samira}/inzage", 403)


def test_a_long_notitie_flows_over_pages_and_no_word_is_lost(content: Content, outside: Context, anja: Mens) -> None:
    woorden = [f"woord{nummer}" for nummer in range(5_000)]
    tekst = "\n".join(" ".join(woorden[nr : nr + 40]) for nr in range(0, 5_000, 40))
    hele = HeleCasus(
        casus=make_casus("Şahin Łukasz"),
        notities=(Notitie(outside.new_id(), tekst, gemaakt_op=outside.now(), auteur=anja),),
    )
    inzage = compose_inzage(hele, 0, content, maker="Anja", nu=outside.now())
    pdf = draw_inzage(inzage)
    assert draw_inzage(inzage) == pdf
    paginas = PdfReader(BytesIO(pdf)).pages
    assert len(paginas) > 5
    gelezen = " ".join(pagina.extract_text() for pagina in paginas)
    assert "Şahin Łukasz" in gelezen
    gevonden = re.findall(r"woord\d+", gelezen)
    assert gevonden == woorden
    assert f"Blad {len(paginas)} van {len(paginas)}" in paginas[-1].extract_text()


def test_what_is_afgeschermd_is_asked_about_too(outside: Context, anja: Mens) -> None:
    geheim = Notitie(outside.new_id(), "Geheim.", gemaakt_op=outside.now(), auteur=anja, afgeschermd=True)
    hele = HeleCasus(casus=make_casus("Iemand"), notities=(geheim,))
    assert list_over_anderen(hele) == [geheim]
    assert select_inzage(hele, []) == (HeleCasus(casus=hele.casus), 1)
    assert select_inzage(hele, [geheim.id]) == (hele, 0)
