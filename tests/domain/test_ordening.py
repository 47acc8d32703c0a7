"""The pile *Nog te ordenen*."""

from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.ordening import take_beurt
from tests.domain.maak import make_casus, make_notitie

LOS = [make_notitie(f"los {nr}", nr=nr, plaatsen=()) for nr in (3, 1, 2)]
HELE = HeleCasus(make_casus(), notities=(*LOS, make_notitie("geplaatst")))


def test_the_oldest_comes_first_and_what_has_a_place_never() -> None:
    teksten = [beurt.notitie.tekst for n in range(3) if (beurt := take_beurt(HELE, n)).notitie]
    assert teksten == ["los 1", "los 2", "los 3"]


def test_past_the_end_there_is_nothing_but_the_count() -> None:
    for n in (3, 99):
        beurt = take_beurt(HELE, n)
        assert beurt.notitie is None
        assert beurt.aantal == 3
