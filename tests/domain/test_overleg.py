"""The overleg: who may see what, and how what was said is laid out."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from leefgebieden.domain.hulpvraag import Stap, Uitkomst, walk_hulpvraag
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.overleg import (
    Besluit,
    Bespreking,
    Bijdrage,
    Deel,
    Deelnemer,
    Kant,
    Overleg,
    compose_verslag,
    divide_minuten,
    find_volgend_deel,
    is_open_op,
    may_see_bespreking,
    move_bespreking,
)
from leefgebieden.domain.toestemming import Toestemming
from leefgebieden.domain.vorm import Id

OP = datetime(2026, 7, 14, 10, 0, tzinfo=UTC)
JAN = Mens(Id("jan"), "Jan")
OVERLEG = Overleg(
    Id("o"), OP, OP, JAN, deelnemers=(Deelnemer(Id("jan"), "Jan"), Deelnemer(Id("els"), "Els", "Woningbouw"))
)
JA = Toestemming(Id("t"), "woningbouw", "de huur", gegeven_op=date(2026, 7, 1), tot=date(2026, 8, 1))


@pytest.mark.parametrize(
    ("wie", "dag", "toestemmingen", "leest_zelf", "ziet"),
    [
        ("jan", date(2026, 7, 13), (), False, False),
        ("jan", date(2026, 7, 14), (), False, True),
        ("jan", date(2026, 7, 21), (), False, True),
        ("jan", date(2026, 7, 22), (), False, False),
        ("jan", date(2026, 7, 22), (), True, True),
        ("els", date(2026, 7, 14), (), False, False),
        ("els", date(2026, 7, 14), (JA,), False, True),
        ("els", date(2026, 7, 14), (replace(JA, ingetrokken_op=date(2026, 7, 14)),), False, False),
        ("els", date(2026, 7, 14), (replace(JA, met_wie="de bank"),), False, False),
        ("vreemde", date(2026, 7, 14), (JA,), True, False),
    ],
)
def test_a_deelnemer_sees_it_on_the_day_and_a_week_after_and_another_organisation_only_with_consent(
    wie: str, dag: date, toestemmingen: tuple[Toestemming, ...], leest_zelf: bool, ziet: bool
) -> None:
    assert may_see_bespreking(OVERLEG, OP, wie, toestemmingen, dag, leest_zelf=leest_zelf) is ziet


def test_another_date_moves_what_waits_and_does_not_open_again_what_was_open() -> None:
    bespreking = Bespreking(Id("b"), Id("o"), OP)
    later = replace(OVERLEG, begint_op=OP + timedelta(days=30))
    moved = move_bespreking(bespreking, later.begint_op, date(2026, 7, 13))
    stays = move_bespreking(bespreking, later.begint_op, date(2026, 7, 14))
    assert (moved.op, stays.op) == (later.begint_op, OP)
    assert is_open_op(later, moved.op, date(2026, 8, 13))
    assert not is_open_op(later, moved.op, date(2026, 7, 14))
    assert not is_open_op(later, stays.op, date(2026, 8, 13))
    earlier = replace(OVERLEG, begint_op=OP - timedelta(days=3))
    assert not is_open_op(earlier, OP, date(2026, 7, 20))


def test_arguments_stand_by_their_dilemma_for_and_against_and_the_rest_by_itself() -> None:
    bespreking = Bespreking(Id("b"), Id("o"), OP)
    vraag = Bijdrage(Id("v"), Id("b"), JAN, OP, "Nog een keer langs?", dilemma=True)
    voor = Bijdrage(Id("1"), Id("b"), JAN, OP, "Hij deed open", bij=Id("v"), kant=Kant.VOOR)
    tegen = Bijdrage(Id("2"), Id("b"), JAN, OP, "Hij zei nee", bij=Id("v"), kant=Kant.TEGEN)
    verder = Bijdrage(Id("3"), Id("b"), JAN, OP, "Met wie?", bij=Id("v"))
    los = Bijdrage(Id("4"), Id("b"), JAN, OP, "Mooi hoe hij tekent")
    wees = Bijdrage(Id("5"), Id("b"), JAN, OP, "Van een vraag die weg is", bij=Id("weg"))
    elders = Bijdrage(Id("6"), Id("ander"), JAN, OP, "Over iemand anders")
    besluit = Besluit(Id("7"), Id("b"), JAN, OP, "We gaan", bij=Id("v"))
    verslag = compose_verslag(bespreking, (vraag, voor, tegen, verder, los, wees, elders), (besluit,))
    (dilemma,) = verslag.dilemmas
    assert (dilemma.voor, dilemma.tegen, dilemma.verder) == ((voor,), (tegen,), (verder,))
    assert dilemma.besluiten == verslag.alle_besluiten == (besluit,)
    assert verslag.inbreng == (los, wees)


def test_kracht_comes_before_lastig_and_after_the_last_part_there_is_none() -> None:
    assert find_volgend_deel(Deel.KRACHT) is Deel.LASTIG
    assert find_volgend_deel(Deel.BESLUIT) is None
    assert divide_minuten(20) == 2
    assert divide_minuten(1) == 1


def test_the_hulpvraagschema_has_six_times_no_and_ends_in_four_relations() -> None:
    assert isinstance(walk_hulpvraag([]), Stap)
    for tak in ("probleem", "beperking"):
        assert walk_hulpvraag([tak, "nee"]) == Uitkomst("voorbijganger")
        assert walk_hulpvraag([tak, "ja", "nee"]) == Uitkomst("zoeker")
        assert walk_hulpvraag([tak, "ja", "ja", "nee"]) == Uitkomst("koper")
        assert walk_hulpvraag([tak, "ja", "ja", "ja"]) == Uitkomst("co-expert")
    for geen in (["x"], ["probleem", "misschien"], ["probleem", "nee", "ja"], ["probleem", "ja", "ja", "ja", "ja"]):
        assert walk_hulpvraag(geen) is None
