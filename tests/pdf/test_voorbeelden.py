"""Eight made-up people on the A4: empty, full, only kracht, only lastig, crisis, a family of nine, long words, mixed scripts.

With LEEFGEBIEDEN_BEELDEN=1 (`make beelden`) their pictures are made in docs/beelden, to look at beside the A4 of Frans.
"""

import subprocess
from dataclasses import replace
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pytest
from pypdf import PdfReader

from leefgebieden.content.load import load_content
from leefgebieden.content.model import Kanaal
from leefgebieden.domain.casus import A4Keuzes, HeleCasus, Namen, Openvraag, Stand, StandSoort
from leefgebieden.domain.netwerk import Band, Kring
from leefgebieden.domain.samenvatting import Gelezen, compose_samenvatting
from leefgebieden.domain.toen import Toen
from leefgebieden.domain.voet import count_left_out, count_shown
from leefgebieden.pdf.samenvatting import draw_samenvatting, fit
from tests.domain.maak import (
    NU,
    make_afspraak,
    make_bezoek,
    make_casus,
    make_hele,
    make_id,
    make_lid,
    make_notitie,
    make_notities,
)
from tests.journeys.test_beelden import BEELDEN, MAKE, shrink

CONTENT = load_content()
DPI = 90


def make_vol() -> HeleCasus:
    kracht = make_notities(24, "Dit lukt haar goed, ook op dag {nr}, samen met de buurvrouw.", wat="kracht")
    lastig = make_notities(24, "Dit is lastig voor haar, en al langer, nummer {nr}.", wat="lastig", eerste=24)
    toen = tuple(replace(n, toen=Toen(f"2026-0{nr + 1}", woord=f"maand {nr + 1}")) for nr, n in enumerate(lastig[:6]))
    return make_hele(
        "Amina Bakker",
        *kracht,
        *toen,
        *lastig[6:],
        afspraken=tuple(make_afspraak(f"Stap {nr} samen zetten", dag=6 + nr) for nr in range(7)),
        netwerk=tuple(make_lid(f"Mens {nr}", kring=list(Kring)[nr % 2], woord="elke week") for nr in range(12)),
        openvragen=tuple(Openvraag(make_id(("vraag", nr)), f"Hoe is het met {nr}?") for nr in range(9)),
        gesprekken=(make_bezoek(),),
    )


def make_crisis() -> HeleCasus:
    return make_hele(
        "Roza Petrova",
        make_notitie("Zij is vannacht weggelopen.", wat="lastig", plaatsen=("veiligheid",), toen=Toen("2026-07-05")),
        make_notitie("Haar zus kan vanavond komen.", nr=1, wat="kracht", van_wie="zelf", plaatsen=("netwerk",)),
        make_notitie("Zij belde zelf.", nr=2, wat="kracht", van_wie="gezien", plaatsen=("praktisch",)),
        casus=make_casus("Roza Petrova", kanaal=Kanaal.CRISIS, in_een_zin="spreekt weinig Nederlands"),
        a4=A4Keuzes(
            eigen_woorden="Ik wil slapen.", letten_op=("Eerst veilig.",), vraag_aan_team="Wie blijft vannacht?"
        ),
        afspraken=(make_afspraak("Zus bellen", wie="Roza", dag=6), make_afspraak("Tolk vragen", wie="", dag=7)),
        netwerk=(make_lid("Zus", woord="komt vanavond"), make_lid("GGD", kring=Kring.HULP_EN_INSTANTIES)),
    )


def make_gezin() -> HeleCasus:
    namen = ("Moeder", "Vader", "Ali (16)", "Sara (14)", "Noor (12)", "Tweeling Bo (9)", "Tweeling Bas (9)", "Kim (5)")
    contact = (Band.STERK, Band.GESPANNEN, Band.ZWAK, Band.STERK, Band.STERK, Band.STERK, Band.STERK, Band.ONBEKEND)
    netwerk = tuple(make_lid(naam, contact=band) for naam, band in zip(namen, contact, strict=True))
    return make_hele(
        "Layla de Wit",
        *make_notities(6, "De kinderen helpen elkaar, en dat doen ze elke dag ({nr}).", wat="kracht", van_wie="zelf"),
        *make_notities(6, "Het huis is te klein voor negen mensen ({nr}).", wat="lastig", van_wie="zelf", eerste=6),
        netwerk=netwerk,
        standen=(Stand("huisvesting", StandSoort.OVER_GEPRAAT, NU), Stand("schulden", StandSoort.WIL_NU_NIET, NU)),
        afspraken=(make_afspraak("Woningcorporatie bellen", wie="Moeder"),),
    )


VOORBEELDEN = {
    "leeg": make_hele("Nog Niets"),
    "vol": make_vol(),
    "alleen-kracht": make_hele("Joke Zon", *make_notities(14, "Dit gaat goed, elke dag weer ({nr}).", wat="kracht")),
    "alleen-lastig": make_hele("Wim Wolk", *make_notities(14, "Dit is lastig, elke dag weer ({nr}).", wat="lastig")),
    "crisis": make_crisis(),
    "gezin-van-negen": make_gezin(),
    "lange-woorden": make_hele(
        "Maximiliaan-Alexander van der Rijswijkse-Hottentottententen",
        *make_notities(8, "Hottentottententententoonstellingsmakersopleidingsplan nummer {nr}", wat="kracht"),
        *make_notities(
            8,
            "Arbeidsongeschiktheidsverzekeringsmaatschappijformulier {nr}",
            wat="lastig",
            eerste=8,
            van_wie="zelf gezien",
        ),
        netwerk=(make_lid("Ziektekostenverzekeringsmaatschappij", kring=Kring.HULP_EN_INSTANTIES),),
    ),
    "veel-schriften": make_hele(
        "Đặng Văn Łukasz",
        make_notitie("Haar zoon heet محمد en haar dochter ሰላም.", wat="kracht"),
        make_notitie("Zij schrijft 中文 en Українською, met een 🙂.", nr=1, wat="kracht", plaatsen=("praktisch",)),
        make_notitie("De brief was in het Türkçe: geğğ.", nr=2, wat="lastig", plaatsen=("uitgaven",)),
        netwerk=(make_lid("Nguyễn Thị Minh"), make_lid("Олена")),
    ),
}


@pytest.mark.parametrize("naam", list(VOORBEELDEN))
def test_whoever_it_is_the_a4_is_one_honest_page(naam: str, tmp_path: Path) -> None:
    samenvatting = compose_samenvatting(
        VOORBEELDEN[naam], CONTENT, namen=Namen.VOLUIT, gelezen=Gelezen.NOG_NIET, maker="Anja", nu=NU
    )
    blad = fit(samenvatting)
    pdf = draw_samenvatting(samenvatting, "Gemaakt door A. Nummer abc123. Vernietigen na overleg.")
    (pagina,) = PdfReader(BytesIO(pdf)).pages
    assert "Vernietigen na overleg" in pagina.extract_text()
    for een, ander in combinations(blad.blokken, 2):
        naast = een.x + een.breedte <= ander.x + 0.01 or ander.x + ander.breedte <= een.x + 0.01
        assert naast or een.bottom <= ander.top + 0.01 or ander.bottom <= een.top + 0.01, (een.naam, ander.naam)
    getoond, weg = count_shown(blad.samenvatting), count_left_out(blad.samenvatting)
    assert getoond.alle + weg.alle == len(VOORBEELDEN[naam].notities)
    if MAKE:
        bestand = tmp_path / "a4.pdf"
        bestand.write_bytes(pdf)
        beeld = tmp_path / "a4"
        subprocess.run(
            ["pdftoppm", "-png", "-singlefile", "-r", str(DPI), str(bestand), str(beeld)], check=True, timeout=60
        )
        shrink(beeld.with_suffix(".png"), BEELDEN / f"a4-{naam}.png")
