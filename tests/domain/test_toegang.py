"""Who may do what: the table of gegevens.md, cell by cell, and the moments at which it changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from leefgebieden.domain.casus import Soort
from leefgebieden.domain.toegang import (
    Besluit,
    Betrokkenheid,
    Periode,
    Positie,
    Recht,
    Rol,
    decide_toegang,
)

NU = datetime(2026, 7, 14, 10, 0, tzinfo=UTC)
VANDAAG = date(2026, 7, 14)

JA, NEE, WEG = Besluit.TOEGESTAAN, Besluit.GEWEIGERD, Besluit.ONBEKEND
RECHTEN = (
    Recht.NAAM_ZIEN,
    Recht.LEZEN,
    Recht.SCHRIJVEN,
    Recht.A4,
    Recht.BEHEREN,
    Recht.OVERDRAGEN,
    Recht.WISSEN_GOEDKEUREN,
)


def stand(*rollen: Rol, elders: tuple[Rol, ...] = (), soort: Soort = Soort.ECHT, **facts: object) -> Positie:
    """Somebody with these roles in the team of the casus."""
    return Positie(
        soort=soort,
        rollen_in_team=frozenset(rollen),
        rollen=frozenset((*rollen, *elders)),
        **facts,  # type: ignore[arg-type]  # each test names its own facts
    )


THIS_WEEK = (Periode(VANDAAG - timedelta(days=2), VANDAAG + timedelta(days=2)),)
EIGENAAR = stand(Rol.WERKER, betrokkenheid=Betrokkenheid.EIGENAAR)
MEEWERKER = stand(Rol.WERKER, betrokkenheid=Betrokkenheid.MEEWERKER)
TEAMGENOOT = stand(Rol.WERKER)
TEAMLEIDER = stand(Rol.TEAMLEIDER)

# fmt: off
TABLE = [
    # who                                          name  read  write A4    manage hand  approve
    ("eigenaar",                    EIGENAAR,      (JA,  JA,   JA,   JA,   JA,   JA,   NEE)),
    ("meewerker",                   MEEWERKER,     (JA,  JA,   JA,   JA,   NEE,  NEE,  NEE)),
    ("teamgenoot",                  TEAMGENOOT,    (JA,  NEE,  NEE,  NEE,  NEE,  NEE,  NEE)),
    ("teamgenoot, vervangt",        replace(TEAMGENOOT, vervangt=THIS_WEEK),
                                                   (JA,  JA,   JA,   JA,   NEE,  NEE,  NEE)),
    ("teamgenoot, team leest mee",  replace(TEAMGENOOT, teamgenoten_lezen_mee=True),
                                                   (JA,  JA,   NEE,  NEE,  NEE,  NEE,  NEE)),
    ("teamgenoot, noodtoegang",     replace(TEAMGENOOT, noodtoegang_tot=NU + timedelta(minutes=1)),
                                                   (JA,  JA,   NEE,  NEE,  NEE,  NEE,  NEE)),
    ("teamleider",                  TEAMLEIDER,    (JA,  NEE,  NEE,  NEE,  NEE,  JA,   JA)),
    ("teamleider, vervangt",        replace(TEAMLEIDER, vervangt=THIS_WEEK),
                                                   (JA,  JA,   JA,   JA,   NEE,  JA,   JA)),
    ("teamleider, team leest mee",  replace(TEAMLEIDER, teamgenoten_lezen_mee=True),
                                                   (JA,  JA,   NEE,  NEE,  NEE,  JA,   JA)),
    ("teamleider en eigenaar",      replace(TEAMLEIDER, betrokkenheid=Betrokkenheid.EIGENAAR),
                                                   (JA,  JA,   JA,   JA,   JA,   JA,   NEE)),
    ("kernteamlid",                 stand(Rol.KERNTEAMLID),               (WEG,) * 7),
    ("kernteamlid, team leest mee", stand(Rol.KERNTEAMLID, teamgenoten_lezen_mee=True),
                                                                          (WEG,) * 7),
    ("beheerder",                   stand(elders=(Rol.BEHEERDER,)),       (WEG,) * 7),
    ("docent",                      stand(elders=(Rol.DOCENT,)),          (WEG,) * 7),
    ("student",                     stand(elders=(Rol.STUDENT,)),         (WEG,) * 7),
    ("werker van een ander team",   stand(elders=(Rol.WERKER,)),          (WEG,) * 7),
    ("werker zonder rol meer",      stand(betrokkenheid=Betrokkenheid.EIGENAAR), (WEG,) * 7),
    ("eigenaar uit een ander team", stand(elders=(Rol.WERKER,), betrokkenheid=Betrokkenheid.EIGENAAR),
                                                   (JA,  JA,   JA,   JA,   JA,   JA,   NEE)),
    ("student, eigen oefening",     stand(elders=(Rol.STUDENT,), soort=Soort.OEFENING,
                                          betrokkenheid=Betrokkenheid.EIGENAAR),
                                                   (JA,  JA,   JA,   JA,   JA,   JA,   NEE)),
    ("student, andermans oefening", stand(elders=(Rol.STUDENT,), soort=Soort.OEFENING),
                                                                          (WEG,) * 7),
    ("docent, oefening",            stand(elders=(Rol.DOCENT,), soort=Soort.OEFENING),
                                                                          (WEG,) * 7),
    ("teamleider, oefening",        stand(Rol.TEAMLEIDER, soort=Soort.OEFENING, teamgenoten_lezen_mee=True),
                                                                          (WEG,) * 7),
    ("bestaat niet",                None,                                 (WEG,) * 7),
]
# fmt: on


@pytest.mark.parametrize(
    ("who", "positie", "recht", "besluit"),
    [
        pytest.param(who, positie, recht, besluit, id=f"{who}: {recht.value}")
        for who, positie, besluiten in TABLE
        for recht, besluit in zip(RECHTEN, besluiten, strict=True)
    ],
)
def test_the_table_of_who_may_do_what(who: str, positie: Positie | None, recht: Recht, besluit: Besluit) -> None:
    assert decide_toegang(positie, recht, NU) is besluit


def test_every_right_there_is_stands_in_the_table() -> None:
    assert set(RECHTEN) == set(Recht)


@pytest.mark.parametrize("soort", [Soort.ECHT, Soort.VOORBEELD])
def test_a_student_who_has_a_row_in_a_real_casus_still_sees_nothing(soort: Soort) -> None:
    student = stand(elders=(Rol.STUDENT,), soort=soort, betrokkenheid=Betrokkenheid.EIGENAAR)
    assert {decide_toegang(student, recht, NU) for recht in Recht} == {WEG}


@pytest.mark.parametrize(("days", "besluit"), [(-1, NEE), (0, JA), (6, JA), (7, NEE)])
def test_a_vervanging_begins_on_its_first_day_and_ends_after_its_last(days: int, besluit: Besluit) -> None:
    """Fourteen July to twenty July; 22:30 in UTC is the next day already in the Netherlands."""
    vervanger = replace(TEAMGENOOT, vervangt=(Periode(VANDAAG, VANDAAG + timedelta(days=6)),))
    assert decide_toegang(vervanger, Recht.SCHRIJVEN, NU + timedelta(days=days)) is besluit


def test_the_day_of_a_vervanging_is_the_day_in_the_netherlands() -> None:
    vervanger = replace(TEAMGENOOT, vervangt=(Periode(VANDAAG, VANDAAG),))
    evening_before = datetime(2026, 7, 13, 22, 30, tzinfo=UTC)
    assert decide_toegang(vervanger, Recht.LEZEN, evening_before) is JA
    assert decide_toegang(vervanger, Recht.LEZEN, evening_before + timedelta(days=1)) is NEE


@pytest.mark.parametrize(("seconds", "besluit"), [(-1, JA), (0, NEE), (1, NEE)])
def test_noodtoegang_ends_at_its_minute(seconds: int, besluit: Besluit) -> None:
    worker = replace(TEAMGENOOT, noodtoegang_tot=NU)
    assert decide_toegang(worker, Recht.LEZEN, NU + timedelta(seconds=seconds)) is besluit


def test_neither_vervanging_nor_noodtoegang_opens_a_casus_of_another_team() -> None:
    stranger = stand(elders=(Rol.WERKER,), vervangt=THIS_WEEK, noodtoegang_tot=NU + timedelta(hours=1))
    assert {decide_toegang(stranger, recht, NU) for recht in Recht} == {WEG}
