"""How long a backup can be opened, and what the beheerder is reminded of."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from leefgebieden.domain.reserve import (
    Blad,
    Stand,
    Termijnen,
    compute_belofte,
    is_versleten,
    list_herinneringen,
    list_verlopen,
)

DAG = date(2026, 7, 14)
GEWOON = Termijnen()


def ago(days: int) -> date:
    return DAG - timedelta(days=days)


def test_a_new_key_comes_after_a_week() -> None:
    assert not is_versleten(ago(6), DAG, GEWOON)
    assert is_versleten(ago(7), DAG, GEWOON)


def test_a_key_goes_on_the_day_that_its_term_is_over_and_not_before() -> None:
    assert list_verlopen([(ago(29), "a"), (ago(2), "b")], ago(2), DAG, GEWOON) == []
    assert list_verlopen([(ago(30), "a"), (ago(2), "b")], ago(2), DAG, GEWOON) == ["a"]


def test_the_last_backup_that_is_known_to_be_good_never_goes() -> None:
    perioden = [(ago(60), "a"), (ago(40), "b"), (ago(1), "c")]
    assert list_verlopen(perioden, None, DAG, GEWOON) == []
    assert list_verlopen(perioden, ago(40), DAG, GEWOON) == ["a"]
    assert list_verlopen(perioden, ago(1), DAG, GEWOON) == ["a", "b"]


def test_a_key_of_a_day_that_is_still_to_come_goes_when_one_of_today_was_tried() -> None:
    """The clock was wrong for a while: what it made must not stay for ten years, nor take away what was there."""
    toekomst = DAG + timedelta(days=3650)
    perioden = [(ago(2), "a"), (toekomst, "z")]
    assert list_verlopen(perioden, toekomst, DAG, GEWOON) == []
    assert list_verlopen(perioden, ago(2), DAG, GEWOON) == ["z"]
    assert compute_belofte([toekomst], DAG, GEWOON) == DAG + timedelta(days=30)


def test_without_backups_what_is_erased_is_gone_today() -> None:
    assert compute_belofte([], DAG, GEWOON) == DAG


@given(
    perioden=st.lists(st.dates(ago(90), DAG), min_size=1, max_size=8, unique=True),
    termijnen=st.builds(Termijnen, st.integers(1, 14), st.integers(15, 60)),
)
def test_on_the_promised_day_no_key_of_the_day_of_the_erasure_is_left(
    perioden: list[date], termijnen: Termijnen
) -> None:
    """When a backup is made and tried every day: a later period is there in time, and the keys of before are destroyed."""
    belofte = compute_belofte(perioden, DAG, termijnen)
    assert belofte <= DAG + timedelta(days=termijnen.weg_na)
    later = max(belofte, DAG + timedelta(days=termijnen.nieuw_na))
    keys = [(dag, dag.isoformat()) for dag in (*perioden, later)]
    if max(perioden) + timedelta(days=termijnen.weg_na) > DAG:
        # the term of none of them ended before a test came: each is gone on that day, and not the one of then
        weg = list_verlopen(keys, later, belofte, termijnen)
        assert set(weg) == {dag.isoformat() for dag in perioden}


VANDAAG = Blad("20260714-00000000", ago(10), ago(9), None, geldt=True)
GOED = Stand(kopie_op=ago(1), hersteltest_op=ago(9), bladen=(VANDAAG,))


def test_when_all_is_well_nobody_is_reminded_of_anything() -> None:
    assert list_herinneringen(GOED, DAG) == []


def test_each_thing_that_should_be_done_is_one_sentence() -> None:
    oud = replace(VANDAAG, id="20250101-00000000", geldt=False)
    cases = {
        "nog geen herstelblad": replace(GOED, bladen=()),
        "nog niet getest": replace(GOED, bladen=(replace(VANDAAG, getest_op=None),)),
        "langer dan een jaar": replace(GOED, bladen=(replace(VANDAAG, getest_op=ago(366)),)),
        "nog geen reservekopie gemaakt": replace(GOED, kopie_op=None),
        "is oud": replace(GOED, kopie_op=ago(3)),
        "om te testen": replace(GOED, hersteltest_op=None),
        "termijn voorbij": replace(GOED, te_lang_bewaard=True),
        "vink het af": replace(GOED, bladen=(VANDAAG, oud)),
    }
    for says, stand in cases.items():
        (zin,) = list_herinneringen(stand, DAG)
        assert says in zin
    assert list_herinneringen(replace(GOED, bladen=(VANDAAG, replace(oud, vernietigd_op=DAG))), DAG) == []
