"""Who × where: every endpoint, for everybody of the cast, in a casus of the own team, a foreign, missing, erased and practice one.

What is expected is written here by hand, per door and per place; nothing is asked of the code that is tested. An endpoint
whose door has no row below fails, and so does an endpoint that nobody ever gets into.
"""

from datetime import timedelta

import pytest
from flask import Flask

from leefgebieden.actions.leergroep import make_groep
from leefgebieden.actions.noodtoegang import take_noodtoegang
from leefgebieden.actions.overleg import plan_overleg
from leefgebieden.actions.uitwisseling import import_casus
from leefgebieden.actions.vervanging import record_vervanging
from leefgebieden.actions.werkvorm import begin_werkvorm
from leefgebieden.actions.wissen import finish_wissen, request_wissen
from leefgebieden.content.model import Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.casus import HeleCasus, Soort
from leefgebieden.domain.leergroep import Leergroep
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.overleg import Deelnemer, Overleg
from leefgebieden.domain.toegang import Betrokkenheid, Rol
from leefgebieden.domain.vorm import Id
from leefgebieden.store.casus import insert_betrokkene
from leefgebieden.store.db import writing
from leefgebieden.store.leergroep import insert_lid
from leefgebieden.store.team import Plek
from tests.domain.maak import make_casus
from tests.pages import make_client
from tests.people import add_mens, sign_in
from tests.web.test_gate import NOWHERE, fill

IN, NO, UNKNOWN, GONE = "in", 403, 404, 410
CASUS_DOORS = ("naam zien", "lezen", "schrijven", "a4", "beheren", "overdragen", "wissen goedkeuren")

# fmt: off
IN_THE_OWN_TEAM: dict[str, tuple[object, ...]] = {
    #                name     read     write    A4       manage   hand     approve
    "eigenaar":     (IN,      IN,      IN,      IN,      IN,      IN,      NO),
    "meewerker":    (IN,      IN,      IN,      IN,      NO,      NO,      NO),
    "teamgenoot":   (IN,      NO,      NO,      NO,      NO,      NO,      NO),
    "vervanger":    (IN,      IN,      IN,      IN,      NO,      NO,      NO),
    "in nood":      (IN,      IN,      NO,      NO,      NO,      NO,      NO),
    "teamleider":   (IN,      NO,      NO,      NO,      NO,      IN,      IN),
    "kernteamlid":  (UNKNOWN,) * 7,
    "beheerder":    (UNKNOWN,) * 7,
    "docent":       (UNKNOWN,) * 7,
    "student":      (UNKNOWN,) * 7,
    "vreemde":      (UNKNOWN,) * 7,
}
OWN_OEFENING: tuple[object, ...] = (IN, IN, IN, IN, IN, IN, NO)
OTHER_DOORS: dict[str, dict[str, object]] = {
    "public":     dict.fromkeys(IN_THE_OWN_TEAM, IN),
    "signed_in":  dict.fromkeys(IN_THE_OWN_TEAM, IN),
    "werker":     dict.fromkeys(IN_THE_OWN_TEAM, NO) | dict.fromkeys(
        ("eigenaar", "meewerker", "teamgenoot", "vervanger", "in nood", "teamleider", "vreemde"), IN),
    "teamleider": dict.fromkeys(IN_THE_OWN_TEAM, NO) | {"teamleider": IN},
    "beheerder":  dict.fromkeys(IN_THE_OWN_TEAM, NO) | {"beheerder": IN},
    # an overleg for which the eigenaar and the kernteamlid were asked
    "overleg meedoen": dict.fromkeys(IN_THE_OWN_TEAM, UNKNOWN) | {"eigenaar": IN, "kernteamlid": IN},
    "overleg leiden":  dict.fromkeys(IN_THE_OWN_TEAM, UNKNOWN) | {"eigenaar": IN, "kernteamlid": NO},
    "begeleider": dict.fromkeys(IN_THE_OWN_TEAM, IN) | dict.fromkeys(("beheerder", "student"), NO),
    # a werkvorm that the eigenaar leads
    "werkvorm leiden": dict.fromkeys(IN_THE_OWN_TEAM, UNKNOWN) | {"eigenaar": IN},
    "docent":     dict.fromkeys(IN_THE_OWN_TEAM, NO) | {"docent": IN},
    # a group that the docent leads and the student takes part in
    "leergroep leiden":  dict.fromkeys(IN_THE_OWN_TEAM, UNKNOWN) | {"docent": IN, "student": NO},
    "leergroep meedoen": dict.fromkeys(IN_THE_OWN_TEAM, UNKNOWN) | {"docent": IN, "student": IN},
    # an account is no code: who joined nothing is asked for one
    "gast":       dict.fromkeys(IN_THE_OWN_TEAM, 303),
}
# fmt: on
LEAVES = {"/afmelden", "/verberg", "/instellingen/wis", "/verborgen"}
"""Who goes here is signed out or hidden, so it is left out of the round."""


def _fill_in(rule: str, overleg: str, werkvorm: str, leergroep: str) -> str:
    with_overleg = rule.replace("<id:overleg_id>", overleg)
    return with_overleg.replace("<id:sessie_id>", werkvorm).replace("<id:groep_id>", leergroep)


def expect(who: str, door: str, place: str) -> object:
    """What this door answers to this person, for a casus in this place."""
    if door in OTHER_DOORS:
        return OTHER_DOORS[door][who]
    nummer = CASUS_DOORS.index(door)
    if place == "own team":
        return IN_THE_OWN_TEAM[who][nummer]
    if place == "oefening":
        return OWN_OEFENING[nummer] if who == "student" else UNKNOWN
    if place == "erased":
        # who did something with it may know what became of it; to others it never was
        return GONE if who in {"eigenaar", "teamleider"} else UNKNOWN
    if place == "foreign":
        return OWN_OEFENING[nummer] if who == "vreemde" else UNKNOWN
    return UNKNOWN


@pytest.fixture
def places(outside: Context, samira: str, anja: Mens, karim: Mens, lies: Mens, vera: Mens, sem: Mens) -> dict[str, str]:
    """A casus of Anja in team Zuid, one of Vera in team Noord, none, one that Lies erased, and the oefening of Sem."""
    from leefgebieden.actions.casus import begin_casus

    foreign = outside.new_id()
    begin_casus(outside, vera, foreign, "Henk", Kanaal.LOKET)
    oefening = HeleCasus(casus=make_casus("Oefening", soort=Soort.OEFENING))
    import_casus(outside, sem, oefening)
    erased = outside.new_id()
    begin_casus(outside, anja, erased, "Wim", Kanaal.LOKET)
    with writing():
        insert_betrokkene(erased, karim.id, Betrokkenheid.MEEWERKER, outside.now())
    request_wissen(outside, anja, outside.new_id(), erased, "Hij vroeg erom", wacht=timedelta(hours=24))
    finish_wissen(outside, lies, erased)
    return {
        "own team": samira,
        "foreign": foreign,
        "missing": NOWHERE,
        "oefening": oefening.casus.id,
        "erased": erased,
    }


@pytest.fixture
def everybody(
    app: Flask,
    outside: Context,
    samira: str,
    zuid: str,
    anja: Mens,
    karim: Mens,
    tessa: Mens,
    lies: Mens,
    kees: Mens,
    bo: Mens,
    dina: Mens,
    sem: Mens,
    vera: Mens,
) -> dict[str, Mens]:
    vervanger = add_mens(app, outside, "Vik", Plek(Rol.WERKER, zuid))
    record_vervanging(outside, anja, outside.new_id(), vervanger.id, outside.today(), outside.today())
    in_nood = add_mens(app, outside, "Nel", Plek(Rol.WERKER, zuid))
    take_noodtoegang(outside, in_nood, outside.new_id(), samira, "Er is brand geweest in het portiek")
    return {
        "eigenaar": anja,
        "meewerker": karim,
        "teamgenoot": tessa,
        "vervanger": vervanger,
        "in nood": in_nood,
        "teamleider": lies,
        "kernteamlid": kees,
        "beheerder": bo,
        "docent": dina,
        "student": sem,
        "vreemde": vera,
    }


@pytest.fixture
def overleg(outside: Context, zuid: str, anja: Mens, kees: Mens) -> str:
    """One for which Anja and Kees were asked. Its id."""
    deelnemers = (Deelnemer(anja.id, anja.naam), Deelnemer(kees.id, kees.naam))
    nieuw = Overleg(Id(outside.new_id()), outside.now(), outside.now(), anja, deelnemers=deelnemers)
    plan_overleg(outside, nieuw, zuid)
    return nieuw.id


@pytest.fixture
def werkvorm(outside: Context, anja: Mens) -> str:
    """One that Anja leads. Its id."""
    sessie_id = outside.new_id()
    begin_werkvorm(outside, anja, sessie_id, "samen-slimmer")
    return sessie_id


@pytest.fixture
def leergroep(outside: Context, dina: Mens, sem: Mens) -> str:
    """One that Dina leads and Sem takes part in. Its id."""
    groep = Leergroep(Id(outside.new_id()), dina, outside.now(), "Jaar 2")
    make_groep(outside, groep)
    with writing():
        insert_lid(groep.id, sem.id, outside.now())
    return groep.id


@pytest.mark.parametrize("who", list(IN_THE_OWN_TEAM))
def test_every_door_answers_as_the_table_says(
    app: Flask,
    outside: Context,
    everybody: dict[str, Mens],
    places: dict[str, str],
    overleg: str,
    werkvorm: str,
    leergroep: str,
    who: str,
) -> None:
    client = sign_in(make_client(app), everybody[who])
    wrong, tried = [], set()
    for rule in app.url_map.iter_rules():
        door = str(getattr(app.view_functions[rule.endpoint], "poort", "none"))
        assert door in CASUS_DOORS or door in OTHER_DOORS, f"{rule.rule}: no row for its door {door!r}"
        if rule.rule in LEAVES or rule.endpoint == "static":
            continue
        for place, casus_id in places.items():
            if "<id:casus_id>" not in rule.rule and place != "own team":
                continue
            for method in sorted((rule.methods or set()) & {"GET", "POST"}):
                if method == "POST" and expect(who, door, place) == IN:
                    continue  # what a form does when it may is the business of its own tests
                with app.app_context():
                    answer = client.client.open(
                        fill(_fill_in(rule.rule, overleg, werkvorm, leergroep), casus_id),
                        method=method,
                        data={"csrf_token": client.csrf_token() or ""},
                    )
                # a script gets no page to go to
                expected = 401 if rule.rule == "/mee/nu" else expect(who, door, place)
                tried.add((rule.endpoint, place))
                if "/oefening" in rule.rule and expected == IN and answer.status_code == 404:
                    continue  # the door is open, but no story belongs to this one; tests/web/test_oefenen.py plays them
                entered = answer.status_code not in {401, 403}
                if door != "public":
                    entered = entered and not answer.headers.get("Location", "").startswith("/aanmelden")
                # behind an open door a part that does not exist is 404 as well; the page of a casus itself is there
                if door in CASUS_DOORS and "_id>" not in rule.rule.replace("<id:casus_id>", ""):
                    entered = entered and answer.status_code not in {404, 405}
                if (expected == IN and not entered) or (expected != IN and answer.status_code != expected):
                    wrong.append(f"{method} {rule.rule} ({place}, {door}): {answer.status_code}, not {expected}")
    assert wrong == []
    assert len(tried) > 100


def test_a_form_from_elsewhere_without_a_token_opens_no_door(
    app: Flask, everybody: dict[str, Mens], samira: str
) -> None:
    client = sign_in(make_client(app), everybody["eigenaar"])
    with app.app_context():
        answer = client.client.post(f"/mensen/{samira}/overdragen", data={"wie": everybody["teamgenoot"].id})
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/herhalen")
    client.get(f"/mensen/{samira}/meewerkers")
