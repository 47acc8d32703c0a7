"""What comes next with a person: one step, and which one goes before another."""

from dataclasses import replace
from datetime import date, timedelta

from leefgebieden.content.model import Kanaal
from leefgebieden.domain.afspraak import Afspraak
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.eerstvolgend import Eerstvolgend, find_eerstvolgend
from leefgebieden.domain.gesprek import Gesprek
from tests.domain.maak import NU, make_casus, make_id

VANDAAG = date(2026, 7, 6)
KOFFIE = Afspraak(make_id("koffie"), "Koffie", uiterlijk=VANDAAG)
BRIEF = Afspraak(make_id("brief"), "Brief lezen", uiterlijk=VANDAAG - timedelta(days=1))
BEZOEK, LATER = (Gesprek(make_id(dagen), Kanaal.EROPAF, NU + timedelta(days=dagen), gepland=True) for dagen in (1, 8))


def test_what_has_passed_asks_first_then_what_is_planned_then_the_next_afspraak() -> None:
    hele = HeleCasus(make_casus(), gesprekken=(LATER, BEZOEK), afspraken=(KOFFIE, BRIEF))
    assert find_eerstvolgend(hele, VANDAAG) == Eerstvolgend(BRIEF, voorbij=True)
    assert find_eerstvolgend(replace(hele, afspraken=(KOFFIE,)), VANDAAG) == Eerstvolgend(gesprek=BEZOEK)
    assert find_eerstvolgend(replace(hele, gesprekken=(), afspraken=(KOFFIE,)), VANDAAG) == Eerstvolgend(KOFFIE)


def test_with_nothing_agreed_there_is_no_step() -> None:
    assert find_eerstvolgend(HeleCasus(make_casus()), VANDAAG) is None
