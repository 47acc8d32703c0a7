"""The scale question in words, and its line through time."""

from datetime import UTC, datetime

from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie, Schaal, VanWie
from leefgebieden.domain.schaal import Verloop, list_verloop, write_schaal
from leefgebieden.domain.vorm import Id

ANJA = Mens(Id("10000000-0000-4000-8000-000000000001"), "Anja")


def note(
    day: str, cijfer: int, waarover: str = "slapen", wie: VanWie = VanWie.ZELF, *, over_ander: bool = False
) -> Notitie:
    return Notitie(
        Id("20000000-0000-4000-8000-000000000001"),
        "Woorden",
        schaal=Schaal(wie, cijfer, waarover),
        over_ander=over_ander,
        gemaakt_op=datetime.fromisoformat(f"{day}T10:00").replace(tzinfo=UTC),
        auteur=ANJA,
    )


def test_it_says_the_number_and_who_gives_it() -> None:
    assert write_schaal(Schaal(VanWie.ZELF, 3)) == "een 3, zegt zelf"
    assert write_schaal(Schaal(VanWie.GEZIEN, 0)) == "een 0, zie ik"


def test_two_numbers_are_a_line_through_time_in_words() -> None:
    notes = [note("2026-07-20", 5, "Slapen"), note("2026-06-02", 3)]
    assert list_verloop(notes) == [Verloop("Slapen", "van 3 in juni naar 5 in juli", "zegt zelf")]


def test_two_in_one_month_are_told_by_their_day_and_more_years_by_their_year() -> None:
    assert (
        list_verloop([note("2026-07-01", 3), note("2026-07-20", 2)])[0].woorden == "van 3 op 1 juli naar 2 op 20 juli"
    )
    assert list_verloop([note("2026-07-01", 3), note("2026-07-01", 2)])[0].woorden == "van 3 naar 2 op 1 juli"
    (verloop,) = list_verloop([note("2025-12-01", 3), note("2026-01-20", 4), note("2026-03-20", 5)])
    assert verloop.woorden == "van 3 in december 2025, 4 in januari 2026 naar 5 in maart 2026"


def test_each_voice_and_each_subject_has_its_own_line() -> None:
    notes = [
        note("2026-06-01", 3),
        note("2026-06-02", 6, wie=VanWie.GEZIEN),
        note("2026-07-01", 4),
        note("2026-07-02", 5, wie=VanWie.GEZIEN),
        note("2026-07-03", 8, "geld"),
    ]
    assert [(rij.woorden, rij.wie) for rij in list_verloop(notes)] == [
        ("van 3 in juni naar 4 in juli", "zegt zelf"),
        ("van 6 in juni naar 5 in juli", "zie ik"),
    ]


def test_what_is_about_somebody_else_and_what_has_one_number_has_no_line() -> None:
    assert list_verloop([note("2026-06-01", 3), note("2026-07-01", 4, over_ander=True)]) == []
