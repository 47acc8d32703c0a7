"""Two workers at the same page: only what was touched counts, and nobody overwrites the other unseen."""

from leefgebieden.domain.casus import HeleCasus, Stand, StandSoort
from leefgebieden.domain.stand import merge_standen
from tests.domain.maak import NU, make_casus

GEPRAAT, LIEVER_NIET = StandSoort.OVER_GEPRAAT, StandSoort.WIL_NU_NIET


def hele(**standen: StandSoort) -> HeleCasus:
    return HeleCasus(make_casus(), standen=tuple(Stand(key, stand, NU) for key, stand in standen.items()))


def test_only_what_was_touched_is_set() -> None:
    samen = merge_standen(hele(), {"inkomen": None, "schulden": None}, {"inkomen": GEPRAAT, "schulden": None})
    assert samen.te_zetten == {"inkomen": GEPRAAT}
    assert samen.botsing == ()


def test_what_a_colleague_set_meanwhile_elsewhere_stays() -> None:
    samen = merge_standen(
        hele(schulden=LIEVER_NIET), {"inkomen": None, "schulden": None}, {"inkomen": GEPRAAT, "schulden": None}
    )
    assert samen.te_zetten == {"inkomen": GEPRAAT}


def test_the_same_one_set_otherwise_meanwhile_is_a_clash_and_is_left() -> None:
    samen = merge_standen(hele(inkomen=LIEVER_NIET), {"inkomen": None}, {"inkomen": GEPRAAT})
    assert samen.te_zetten == {}
    assert samen.botsing == ("inkomen",)


def test_both_chose_the_same_is_no_clash() -> None:
    samen = merge_standen(hele(inkomen=GEPRAAT), {"inkomen": None}, {"inkomen": GEPRAAT})
    assert samen.te_zetten == {}
    assert samen.botsing == ()
