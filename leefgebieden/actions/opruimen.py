"""What may go because of its age: people whose term is over, one by one and by a person; words that were never saved.

Nothing goes by itself, and nothing goes while the clock cannot be believed.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from leefgebieden.actions.logboek import logged
from leefgebieden.actions.wissen import finish_wissen
from leefgebieden.context import Context
from leefgebieden.domain.bewaren import Termijnen, add_years, find_bewaren_tot
from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.keten import JAREN
from leefgebieden.domain.klok import find_sprong
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.store.bewaartermijn import Stilte, fetch_stilte
from leefgebieden.store.concept import OudConcept, delete_oud_concept, fetch_oude_concepten, update_gewaarschuwd
from leefgebieden.store.db import db, writing
from leefgebieden.store.keten import get_keten
from leefgebieden.store.klok import fetch_momenten, insert_klokcontrole
from leefgebieden.store.logboek import delete_logregels, fetch_hash
from leefgebieden.store.wisverzoek import TERMIJN, Wisverzoek, count_alleen_gewist, insert_wisverzoek

DAG = timedelta(days=1)
WAARSCHUW_VOORAF = timedelta(days=3)


class Kloksprong(Exception):
    """Nothing was thrown away: between `van` and `tot` nothing happened, so the clock may be wrong."""

    def __init__(self, van: datetime, tot: datetime) -> None:
        super().__init__(f"{van.isoformat()} - {tot.isoformat()}")
        self.van = van
        self.tot = tot


class Ankerbreuk(Exception):
    """The line with this number is not the one that was anchored: somebody must look first."""


@dataclass(frozen=True)
class Voorbij:
    """Somebody whose term is over, with the last day on which he had to be kept."""

    stilte: Stilte
    bewaren_tot: date


@dataclass(frozen=True)
class Opruimregels:
    """What the settings say. `per_keer`: people at once; `vier_ogen_vanaf`: more in one day than this need a second."""

    termijnen: Termijnen
    per_keer: int
    vier_ogen_vanaf: int
    sprong: timedelta


@dataclass(frozen=True)
class Opgeruimd:
    """What came of it: so many are gone, so many wait for another teamleider."""

    gewist: int
    wacht: int


def check_klok(context: Context, hooguit: timedelta) -> None:
    """Raises Kloksprong when the clock cannot be believed."""
    sprong = find_sprong(fetch_momenten(), context.now(), hooguit=hooguit)
    if sprong is not None:
        raise Kloksprong(*sprong)


def confirm_klok(context: Context, door: Mens) -> None:
    """Somebody looked at the clock: it is right."""
    with logged(context, door, Actie.KLOK_GECONTROLEERD):
        insert_klokcontrole(door.id, context.now())


def read_voorbij(context: Context, door: Mens, regels: Opruimregels) -> list[Voorbij]:
    """Everybody whose term is over, of `door` himself and in the teams that he leads. One line, with how many.

    Raises Kloksprong.
    """
    with logged(context, door, Actie.WISLIJST_BEKEKEN) as act:
        check_klok(context, regels.sprong)
        voorbij = _find_voorbij(context, door, regels)
        act.aantal = len(voorbij)
    return voorbij


def erase_voorbij(context: Context, door: Mens, casus_ids: list[str], regels: Opruimregels, reden: str) -> Opgeruimd:
    """Erase those of them whose term is over; more in one day than one may decide wait for another teamleider. Nobody
    erases what is his own so: four eyes, the way of `request_wissen`.

    Raises Kloksprong; then nothing was erased.
    """
    check_klok(context, regels.sprong)
    mag = {voorbij.stilte.id for voorbij in _find_voorbij(context, door, regels) if not voorbij.stilte.is_eigen}
    gekozen = [casus_id for casus_id in dict.fromkeys(casus_ids) if casus_id in mag][: regels.per_keer]
    nu = context.now()
    mag_alleen = count_alleen_gewist(door.id, nu - DAG) + len(gekozen) <= regels.vier_ogen_vanaf
    for casus_id in gekozen:
        verzoek = Wisverzoek(context.new_id(), casus_id, TERMIJN, door.id, nu, mag_alleen, nu, reden)
        with logged(
            context, door, Actie.WISSEN_GEVRAAGD, casus_id=casus_id, onderdeel_id=verzoek.id, velden=("termijn",)
        ):
            insert_wisverzoek(verzoek)
        if mag_alleen:
            finish_wissen(context, door, casus_id)
    return Opgeruimd(len(gekozen), 0) if mag_alleen else Opgeruimd(0, len(gekozen))


def trim_logboek(context: Context, sprong: timedelta) -> int:
    """Take away the lines of the logboek of more than five years ago, up to an anchor; the line of the anchor stays, as the
    first. One line says up to where. How many went.

    Raises Kloksprong, and Ankerbreuk when the line of the anchor is not the one that was anchored; then nothing went.
    """
    check_klok(context, sprong)
    voor = add_years(context.today(), -JAREN)
    tot = max(
        (anker for anker in get_keten(db.engine).read_ankers() if anker.dag < voor),
        key=lambda a: a.nummer,
        default=None,
    )
    if tot is None or tot.nummer == 1 or fetch_hash(tot.nummer - 1) is None:
        return 0
    with logged(context, None, Actie.LOGBOEK_OPGERUIMD, aantal=tot.nummer - 1):
        if fetch_hash(tot.nummer) != tot.hash:
            raise Ankerbreuk(tot.nummer)
        return delete_logregels(tot.nummer, context.now())


def expire_concepten(context: Context, door: Mens, bewaren: timedelta, sprong: timedelta) -> list[tuple[str, date]]:
    """Words that `door` typed and did not save: three days before the end he is told, after it they go. A word never goes
    unless he was told a day before.

    Gives what will go, as (id of the casus or "", the day). It is no part of a casus yet, so it is not logged.
    """
    nu = context.now()
    oude = fetch_oude_concepten(door.id, nu - bewaren + WAARSCHUW_VOORAF)
    if not oude:
        return []
    try:
        check_klok(context, sprong)
    except Kloksprong:
        return []
    weg = [oud for oud in oude if _may_go(oud, nu, bewaren)]
    nieuw = [oud for oud in oude if oud.gewaarschuwd_op is None]
    if weg or nieuw:
        with writing():
            for oud in weg:
                delete_oud_concept(door.id, oud)
            for oud in nieuw:
                update_gewaarschuwd(door.id, oud, nu)
    return [
        (oud.casus_id, to_dag(max(oud.op + bewaren, (oud.gewaarschuwd_op or nu) + DAG)))
        for oud in oude
        if oud not in weg
    ]


def _may_go(oud: OudConcept, nu: datetime, bewaren: timedelta) -> bool:
    return oud.op + bewaren <= nu and oud.gewaarschuwd_op is not None and oud.gewaarschuwd_op + DAG <= nu


def _find_voorbij(context: Context, door: Mens, regels: Opruimregels) -> list[Voorbij]:
    vandaag = context.today()
    oudst = context.now() - timedelta(days=(vandaag - add_years(vandaag, -regels.termijnen.kortste)).days - 1)
    met_dag = [
        Voorbij(stilte, find_bewaren_tot(stilte.gronden, stilte.laatste, regels.termijnen))
        for stilte in fetch_stilte(door.id, oudst)
    ]
    return [voorbij for voorbij in met_dag if voorbij.bewaren_tot < vandaag]
