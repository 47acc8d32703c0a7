"""What goes on the A4."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from leefgebieden.content.load import load_content
from leefgebieden.domain.casus import A4Keuzes, HeleCasus, Namen, Openvraag, Soort, Stand, StandSoort
from leefgebieden.domain.gesprek import Contact
from leefgebieden.domain.netwerk import Band, Kring
from leefgebieden.domain.notitie import Notitie, OpA4, Wanneer
from leefgebieden.domain.samenvatting import Gelezen, Letpunt, Samenvatting, Telling, compose_samenvatting
from leefgebieden.domain.voet import count_left_out, list_overige_namen, list_teksten, write_voet
from leefgebieden.domain.voorstel import propose_a4
from leefgebieden.domain.vorm import from_plain, to_plain
from tests.domain.maak import NU, make_afspraak, make_bezoek, make_casus, make_hele, make_id, make_lid, make_notitie

CONTENT = load_content()


def compose(hele: HeleCasus, **keuzes: Any) -> Samenvatting:
    gewoon: dict[str, Any] = {"namen": Namen.VOLUIT, "gelezen": Gelezen.NOG_NIET, "maker": "Jan en Esmé", "nu": NU}
    return compose_samenvatting(hele, CONTENT, **(gewoon | keuzes))


def test_the_head_says_who_when_by_whom_and_whether_it_was_read() -> None:
    casus = make_casus(leeftijd=62, leeftijd_op=NU.date(), in_een_zin="alleenstaand, vader van Harrie (15)")
    kop = compose(make_hele(casus=casus, gesprekken=(make_bezoek(),))).kop
    assert (kop.naam, kop.zin) == ("Frans van Noord", "62 jaar, alleenstaand, vader van Harrie (15)")
    assert kop.stand == "Stand van maandag 6 juli 2026, na 1 bezoek"
    assert kop.maker == "Gemaakt door Jan en Esmé, eropaf"
    assert kop.gelezen == "Frans heeft dit nog niet gelezen"


def test_a_late_evening_in_summer_is_already_the_next_day_here() -> None:
    kop = compose(make_hele(), nu=datetime(2026, 7, 6, 22, 30, tzinfo=UTC)).kop
    assert kop.stand == "Stand van dinsdag 7 juli 2026"


def test_a_contact_that_did_not_succeed_is_no_visit() -> None:
    gesprek = replace(make_bezoek(), contact=Contact.NIET_GELUKT)
    assert compose(make_hele(gesprekken=(gesprek,))).kop.stand == "Stand van maandag 6 juli 2026"


def test_with_initials_no_name_is_left_in_anything_that_is_composed() -> None:
    hele = make_hele(
        "Frans van Noord",
        make_notitie("Harrie belt Frans van Noord nooit.", wat="lastig", nr=1),
        make_notitie("Frans zegt: ik mis Harrie (15).", van_wie="zelf", nr=2),
        netwerk=(make_lid("Harrie"), make_lid("Esmé", kring=Kring.HULP_EN_INSTANTIES)),
        afspraken=(make_afspraak("Harrie bellen", wie="Jan", bewaker="Jan"),),
        openvragen=(Openvraag(make_id("v"), "Waar woont Harrie?"),),
    )
    s = compose(hele, namen=Namen.INITIALEN)
    plat = str(to_plain(s))
    assert not [naam for naam in ("Frans", "Noord", "Harrie", "Jan", "Esmé", "Anja") if naam in plat]
    assert s.kop.naam == "F. v. N."
    assert s.kop.gelezen == "F. heeft dit nog niet gelezen"
    assert "J. en E." in s.kop.maker
    assert list_overige_namen(s) == ()


def test_names_that_are_not_known_are_named_to_the_worker() -> None:
    hele = make_hele("Frans", make_notitie("Hij belde met Pietje.", wat="kracht"))
    assert list_overige_namen(compose(hele, namen=Namen.INITIALEN)) == ("Pietje",)


def test_how_to_reach_and_what_to_mind_at_a_visit_never_stand_on_it() -> None:
    casus = make_casus(bereik="Bel 0612345678", let_op="De hond bijt")
    plat = str(to_plain(compose(make_hele(casus=casus))))
    assert "0612345678" not in plat
    assert "hond" not in plat


def test_a_notitie_with_several_places_stands_once_in_the_first() -> None:
    notitie = make_notitie("Eén keer.", wat="kracht", plaatsen=("schulden", "dag"))
    s = compose(make_hele("Frans", notitie))
    assert [len(gebied.kracht) for gebied in s.gebieden] == [0, 0, 1, 0]


def test_a_notitie_that_is_both_stands_once_under_kracht() -> None:
    s = compose(make_hele("Frans", make_notitie("Kerstlampjes.", wat="kracht lastig")))
    assert s.gebieden[0].kracht[0].ook_lastig
    assert s.gebieden[0].lastig == ()
    assert s.opgeschreven == Telling(kracht=1)


@pytest.mark.parametrize(
    ("velden", "staat_erop"),
    [
        ({"plaatsen": ()}, False),
        ({"afgeschermd": True}, False),
        ({"afgeschermd": True, "op_a4": OpA4.JA}, False),
        ({"over_ander": True}, False),
        ({"over_ander": True, "op_a4": OpA4.JA}, True),
        ({"op_a4": OpA4.NEE}, False),
        ({"tekst": "x" * 91}, False),
        ({"tekst": "x" * 91, "korte_zin": "Kort."}, True),
        ({"tekst": "een\nandere regel"}, True),
        ({"wat": ""}, False),
    ],
)
def test_what_may_stand_on_it(velden: dict[str, Any], staat_erop: bool) -> None:
    notitie = make_notitie(**({"tekst": "Woorden.", "wat": "kracht"} | velden))
    s = compose(make_hele("Frans", notitie))
    assert bool(s.gebieden[0].kracht) is staat_erop
    assert s.opgeschreven.alle == 1
    assert count_left_out(s).alle == (0 if staat_erop else 1)


def test_what_is_too_long_is_counted_as_such() -> None:
    s = compose(make_hele("Frans", make_notitie("x" * 1_000_000, wat="kracht")))
    assert s.te_lang == 1
    assert write_voet(s) == (
        "Niet alles past op één A4.",
        "In de app staat nog 1 notitie: 1 bij kracht en kans. Daarvan is 1 te lang voor dit blad.",
    )


def test_the_foot_counts_by_kind() -> None:
    los = [make_notitie(wat=wat, plaatsen=(), nr=nr) for nr, wat in enumerate(["kracht"] * 3 + ["lastig"] * 3)]
    s = compose(make_hele("Frans", *los, afspraken=(make_afspraak(),)))
    assert write_voet(s)[1] == (
        "In de app staan nog 6 notities: 3 bij kracht en kans, 3 bij lastig. Er zijn geen afspraken weggelaten."
    )


def test_when_all_fits_the_foot_says_so() -> None:
    s = compose(make_hele("Frans", make_notitie(wat="kracht")))
    assert write_voet(s)[0] == "Alle notities staan op dit blad."


def test_the_spine_says_what_was_not_talked_about() -> None:
    standen = tuple(
        Stand(key, StandSoort.OVER_GEPRAAT, NU) for key in ("huisvesting", "dak-en-thuisloos", "veiligheid", "inkomen")
    ) + (Stand("schulden", StandSoort.WIL_NU_NIET, NU),)
    dag, nacht, financien, _ = compose(make_hele(standen=standen)).gebieden
    assert dag.standen == ("nog niet over gepraat",)
    assert nacht.standen == ("wonen, dak boven het hoofd, veiligheid",)
    assert financien.standen == ("nog niet over gepraat: uitgaven", "wil hier nu niet over praten: schulden")


def test_the_spine_says_with_whom_it_was_not_talked_about_when_others_told_something() -> None:
    over = (Stand("uitgaven", StandSoort.OVER_GEPRAAT, NU),)

    def write(*notities: Notitie, namen: Namen = Namen.VOLUIT) -> tuple[str, ...]:
        return compose(make_hele("Frans", *notities, standen=over), namen=namen).gebieden[2].standen

    gehoord = make_notitie("De uitkering stopte.", van_wie="ander", plaatsen=("inkomen",))
    assert write() == ("nog niet over gepraat: inkomen, schulden",)
    assert write(gehoord) == ("nog niet met Frans over gepraat: inkomen, schulden",)
    assert write(gehoord, namen=Namen.INITIALEN) == ("nog niet met F. over gepraat: inkomen, schulden",)
    # his own words say otherwise, and what is afgeschermd shows nowhere
    zelf = make_notitie("Ik krijg niets meer.", van_wie="zelf", plaatsen=("schulden",), nr=1)
    assert write(gehoord, zelf) == write(gehoord, replace(zelf, op_a4=OpA4.NEE)) == write()
    assert write(replace(gehoord, afgeschermd=True)) == write()


def test_what_explains_it_is_at_most_two_thoughts() -> None:
    notities = [make_notitie(f"Misschien {nr}.", wat="verklaart", van_wie="gezien", nr=nr) for nr in range(3)]
    s = compose(make_hele("Frans", *notities))
    assert [regel.tekst for regel in s.verklaring] == ["Misschien 2.", "Misschien 1."]
    assert s.verklaring[0].herkomst == ("gedachte",)
    assert count_left_out(s) == Telling(zonder_label=1)


def test_eight_people_fit_and_the_worker_chooses_first() -> None:
    leden = [make_lid(f"Lid {nr}", contact=Band.ONBEKEND) for nr in range(9)]
    leden += [
        replace(make_lid("Gekozen", contact=Band.ONBEKEND), op_a4=OpA4.JA),
        make_lid("Sterk"),
        replace(make_lid("Niet"), op_a4=OpA4.NEE),
    ]
    s = compose(make_hele(netwerk=tuple(leden)))
    assert [lid.wie for lid in s.netwerk][:3] == ["Gekozen", "Sterk", "Lid 0"]
    assert (len(s.netwerk), s.netwerk_totaal) == (8, 12)


def test_open_afspraken_come_first_by_date_and_nobody_yet_is_allowed() -> None:
    afspraken = (make_afspraak("later", dag=20), make_afspraak("ooit", dag=None), make_afspraak("eerst", wie="", dag=8))
    s = compose(make_hele(afspraken=afspraken))
    assert [(a.wat, a.wie, a.wanneer) for a in s.afspraken] == [
        ("eerst", "", "wo 8 juli"),
        ("later", "Anja", "ma 20 juli"),
        ("ooit", "Anja", ""),
    ]
    assert not s.twee_weken


def test_own_words_are_proposed_from_what_the_person_says() -> None:
    hele = make_hele(
        "Frans",
        make_notitie("Hij zei zoiets.", van_wie="zelf ander", nr=3),
        make_notitie("‘Het helpt toch allemaal niet.’", van_wie="zelf", nr=1),
        make_notitie("Zijn zoon zien.", van_wie="zelf", wanneer=(Wanneer.WENS,), wat="kracht", nr=2),
    )
    voorstel = propose_a4(hele, CONTENT)
    assert voorstel.eigen_woorden == "Het helpt toch allemaal niet."
    assert voorstel.wat_wil == "Zijn zoon zien."
    assert voorstel.letten_op == ("Contact gaat voor.",)
    assert voorstel.vraag_aan_team == ""


def test_what_is_urgent_is_proposed_after_contact() -> None:
    hele = make_hele(
        "Frans",
        make_notitie("Wordt uitgezet.", wat="lastig", plaatsen=("dak-en-thuisloos",), nr=1),
        make_notitie("Veel post.", wat="lastig", plaatsen=("schulden",), nr=2),
        make_notitie("Slaapt slecht.", wat="lastig", plaatsen=("lichamelijk",), nr=3),
    )
    assert propose_a4(hele, CONTENT).letten_op == (
        "Contact gaat voor.",
        "Nacht. Wordt uitgezet.",
        "Functioneren. Slaapt slecht.",
    )


def test_what_the_worker_chose_wins_field_by_field() -> None:
    notitie = make_notitie("Eigen woord.", van_wie="zelf")
    s = compose(make_hele("Frans", notitie, a4=A4Keuzes(letten_op=("Geld. Eerst dit.",), vraag_aan_team="Wat nu?")))
    assert s.eigen_woorden == "Eigen woord."
    assert s.letten_op == (Letpunt("Geld.", "Eerst dit."),)
    assert s.vraag == "Wat nu?"


def test_words_that_stand_as_own_words_do_not_stand_twice() -> None:
    s = compose(make_hele("Frans", make_notitie("Het zijn leugenaars.", van_wie="zelf", wat="lastig")))
    assert s.eigen_woorden == "Het zijn leugenaars."
    assert s.gebieden[0].lastig == ()
    assert count_left_out(s) == Telling()


def test_a_practice_person_is_named_as_made_up() -> None:
    casus = make_casus(soort=Soort.OEFENING)
    assert "Oefenpersoon, verzonnen." in compose(make_hele(casus=casus)).legenda
    assert "Oefenpersoon" not in compose(make_hele()).legenda


def test_it_can_be_kept_as_json() -> None:
    hele = make_hele(
        "Frans", make_notitie(wat="kracht lastig"), netwerk=(make_lid("Harrie"),), afspraken=(make_afspraak(),)
    )
    s = compose(hele)
    assert from_plain(Samenvatting, to_plain(s)) == s
    assert "Harrie" in list_teksten(s)
