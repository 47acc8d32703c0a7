"""Looking back: own words beside those of others, and three mirrors that count what stands there."""

from datetime import UTC, datetime
from typing import Any

import pytest

from leefgebieden.content.model import Content
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie, VanWie, Wat
from leefgebieden.domain.oefening import compare_keuzes, hold_up_mirrors, list_stammen, look_back, match_notities
from leefgebieden.domain.vorm import Id
from tests.bench.herkennen import measure
from tests.bench.oefennotities import AFGEZONDERD, NOTITIES

NU = datetime(2026, 7, 14, tzinfo=UTC)
SEM = Mens(Id("00000000-0000-4000-8000-000000000001"), "Sem")


def make(
    nummer: int,
    tekst: str,
    *,
    van_wie: tuple[VanWie, ...] = (),
    wat: tuple[Wat, ...] = (),
    plaatsen: tuple[str, ...] = (),
) -> Notitie:
    return Notitie(
        Id(f"{nummer:08d}-0000-4000-8000-000000000000"),
        tekst,
        van_wie=van_wie,
        wat=wat,
        plaatsen=plaatsen,
        gemaakt_op=NU,
        auteur=SEM,
    )


def test_on_notities_that_were_set_aside_nine_of_ten_are_found_and_nine_of_ten_are_right() -> None:
    uitkomst = measure(AFGEZONDERD, len(NOTITIES))
    assert uitkomst.aantal == 30
    assert uitkomst.precisie >= 0.9
    assert uitkomst.vangst >= 0.9


def test_the_words_in_common_are_named_and_empty_words_are_none() -> None:
    voorbeeld = [make(1, "In de gang staan pizzadozen."), make(2, "Een vrijwilliger haalt boodschappen.")]
    (een, niets) = match_notities(
        [make(3, "Overal pizzadozen!"), make(4, "Hij zegt dat het zo is")], voorbeeld, "Frans"
    )
    assert een.ook == (voorbeeld[0],)
    assert een.woorden == ("pizzadozen",)
    assert niets.ook == ()


@pytest.mark.parametrize(("woord", "zelfde"), [("werkt", "werk"), ("klikken", "klikt"), ("dozen", "dozen")])
def test_forms_of_a_word_are_alike(woord: str, zelfde: str) -> None:
    assert list(list_stammen(woord)) == list(list_stammen(zelfde))


def test_the_mirrors_count_what_stands_in_the_labels(content: Content) -> None:
    eigen = [
        make(1, "a", van_wie=(VanWie.ZELF,), wat=(Wat.KRACHT,), plaatsen=("huisvesting",)),
        make(2, "b", van_wie=(VanWie.GEZIEN,), wat=(Wat.VERKLAART,)),
        make(3, "c", van_wie=(VanWie.GEZIEN, VanWie.ANDER), wat=(Wat.LASTIG, Wat.KRACHT), plaatsen=("nacht",)),
        make(4, "d"),
    ]
    spiegels = hold_up_mirrors(eigen, content.kaart)
    assert (spiegels.kracht, spiegels.lastig) == (2, 1)
    assert (spiegels.zelf, spiegels.gezien, spiegels.gehoord, spiegels.gedachte) == (1, 1, 1, 1)
    assert spiegels.zonder_stem == 1
    assert spiegels.gebieden == ("Dag", "Financiën", "Functioneren")
    assert spiegels.deelgebieden == ("Dak- en thuisloos", "Veiligheid")


@pytest.mark.parametrize(
    ("eigen", "ander", "zinnen"),
    [
        ({}, {}, ()),
        (
            {"wat": (Wat.KRACHT,), "van_wie": (VanWie.ZELF,), "plaatsen": ("schulden",)},
            {"wat": (Wat.KRACHT, Wat.LASTIG), "van_wie": (VanWie.ZELF,), "plaatsen": ("schulden",)},
            (
                "Jullie zien allebei kracht.",
                "Jullie schrijven allebei: zegt zelf.",
                "Jullie leggen het allebei bij schulden.",
            ),
        ),
        (
            {"wat": (Wat.KRACHT,), "van_wie": (VanWie.GEZIEN,)},
            {"wat": (Wat.LASTIG,), "van_wie": (VanWie.ZELF,), "plaatsen": ("schulden",)},
            (
                "Jij: kracht. De ander: lastig. Kan het allebei zijn?",
                "Jij: gezien. De ander: zegt zelf. Hoe wist je het?",
                "De ander schreef erbij: schulden. Zie jij dat ook?",
            ),
        ),
        ({"wat": (Wat.LASTIG,)}, {}, ("Jij schreef erbij: lastig. De ander liet dat open.",)),
    ],
)
def test_choices_are_laid_beside_each_other_and_none_is_wrong(
    content: Content, eigen: dict[str, Any], ander: dict[str, Any], zinnen: tuple[str, ...]
) -> None:
    gezegd = compare_keuzes(make(1, "a", **eigen), make(2, "b", **ander), content.kaart)
    assert gezegd == zinnen
    assert not any(woord in " ".join(gezegd).lower() for woord in ("fout", "goed", "juist", "moet"))


def test_nothing_written_gives_nothing_to_compare(content: Content) -> None:
    voorbeeld = [make(1, "In de gang staan pizzadozen.")]
    terug = look_back([], voorbeeld, "Frans", content.kaart)
    assert terug.herkend == ()
    assert terug.ook_er == tuple(voorbeeld)
    assert len(terug.spiegels.gebieden) == 4
