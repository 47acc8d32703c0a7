"""Reading: nobody sees a person, a list or what a search found without a line in the logboek, in the same transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from leefgebieden.actions.logboek import Act, logged
from leefgebieden.context import Context
from leefgebieden.domain.casus import Casus, Soort
from leefgebieden.domain.komtterug import OpenAfspraak
from leefgebieden.domain.logboek import Actie, Geschreven
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.tekst import list_gelijkvormen, search_form
from leefgebieden.store.betrokkene import Teamrij, fetch_teamlijst
from leefgebieden.store.casus import (
    GelezenCasus,
    Lijstrij,
    fetch_casus,
    fetch_casus_ids,
    fetch_casusrijen,
    fetch_kop,
    fetch_lijst,
    open_casus,
)
from leefgebieden.store.komtterug import fetch_open_afspraken
from leefgebieden.store.logboek import fetch_laatste_regels
from leefgebieden.store.noodtoegang import Noodregel, fetch_na_te_kijken


class CasusWeg(Exception):
    """There is no such casus (any more)."""


def read_casus(
    context: Context, door: Mens, casus_id: str, *, onderdeel_id: str | None = None, velden: tuple[str, ...] = ()
) -> GelezenCasus:
    """Read a whole casus for a page; `velden` names the page. It is opened after its line stands, outside the transaction,
    so that nobody who writes waits for it. Raises CasusWeg or LogboekDicht.
    """
    with logged(context, door, Actie.GELEZEN, casus_id=casus_id, onderdeel_id=onderdeel_id, velden=velden):
        rijen = fetch_casusrijen(casus_id)
        if rijen is None:
            raise CasusWeg(casus_id)
    return open_casus(rijen)


@contextmanager
def reading_casus(
    context: Context,
    door: Mens,
    casus_id: str,
    actie: Actie,
    *,
    onderdeel_id: str | None = None,
    velden: tuple[str, ...] = (),
    grond: str = "",
) -> Iterator[tuple[GelezenCasus, Act]]:
    """Read a whole casus as this act; `velden` names the page. The body may still say more of the act.

    Use what was read after the body: only then does its line stand. Raises CasusWeg or LogboekDicht.
    """
    with logged(context, door, actie, casus_id=casus_id, onderdeel_id=onderdeel_id, velden=velden, grond=grond) as act:
        gelezen = fetch_casus(casus_id)
        if gelezen is None:
            raise CasusWeg(casus_id)
        yield gelezen, act


def read_kop(context: Context, door: Mens, casus_id: str, pagina: str) -> Casus:
    """The casus row alone, for a page that may know no more of it; with its line. Raises LogboekDicht."""
    with logged(context, door, Actie.GELEZEN, casus_id=casus_id, velden=(pagina,)):
        casus, _ = fetch_kop(casus_id)
    return casus


def read_lijst(context: Context, door: Mens, soorten: tuple[Soort, ...]) -> tuple[list[Lijstrij], list[Lijstrij]]:
    """The people that `door` works with, and those that were closed: one line, with how many. Raises LogboekDicht."""
    with logged(context, door, Actie.LIJST_GELEZEN) as act:
        rijen = fetch_lijst(door.id, soorten=soorten)
        afgesloten = fetch_lijst(door.id, soorten=soorten, afgesloten=True)
        act.aantal = len(rijen) + len(afgesloten)
    return rijen, afgesloten


def read_teamlijst(context: Context, door: Mens) -> list[Teamrij]:
    """The people that the teams of `door` work with, and for who leads one those whom somebody who stopped left behind.

    One line, with how many. Raises LogboekDicht.
    """
    with logged(context, door, Actie.TEAMLIJST_GELEZEN) as act:
        rijen = fetch_teamlijst(door.id, context.today(), achtergebleven=True)
        act.aantal = len(rijen)
    return rijen


def list_mijn_ids(medewerker_id: str, vandaag: date, *, team: bool = False) -> set[str]:
    """The casussen that somebody works with or stands in for; with `team` all that he may read. Nothing of them is read."""
    ids = {rij.id for rij in fetch_lijst(medewerker_id, soorten=(Soort.ECHT, Soort.VOORBEELD))}
    mee = fetch_teamlijst(medewerker_id, vandaag, alleen_leesbaar=team, alleen_vervangen=not team)
    return ids | {van_team.rij.id for van_team in mee}


def read_komt_terug(context: Context, door: Mens, *, team: bool) -> list[OpenAfspraak]:
    """The open afspraken of the people that `door` works with or stands in for; with `team` of all that he may read.

    One line, with of how many people. Raises LogboekDicht.
    """
    with logged(context, door, Actie.LIJST_GELEZEN) as act:
        ids = list_mijn_ids(door.id, context.today(), team=team)
        act.aantal = len(ids)
        return fetch_open_afspraken(ids)


def find_by_naam(context: Context, door: Mens, naam: str) -> set[str]:
    """The ids of the people of the team who are called exactly so. One line, without the name. Raises LogboekDicht."""
    gezocht = search_form(naam)
    with logged(context, door, Actie.GEZOCHT) as act:
        gevonden = {
            rij.rij.id
            for rij in fetch_teamlijst(door.id, context.today())
            if gezocht
            in {search_form(n) for n in (rij.rij.regel.naam, rij.rij.regel.noemnaam, rij.rij.regel.schuilnaam)}
        }
        act.aantal = len(gevonden)
    return gevonden


def find_casussen(context: Context, door: Mens, gevraagd: str) -> list[Casus]:
    """Who has this id or exactly this name, among all there are: for who holds the keys. One line, with how many were opened."""
    with logged(context, door, Actie.GEZOCHT) as act:
        alle = [fetch_kop(casus_id)[0] for casus_id in fetch_casus_ids()]
        act.aantal = len(alle)
    return [casus for casus in alle if gevraagd in (casus.id, casus.naam, casus.roepnaam, casus.schuilnaam)]


def read_na_te_kijken(context: Context, door: Mens) -> list[Noodregel]:
    """The break-glass that waits for `door` to look at it. One line, with how many. Raises LogboekDicht."""
    with logged(context, door, Actie.NOODTOEGANG_BEKEKEN) as act:
        regels = fetch_na_te_kijken(door.id)
        act.aantal = len(regels)
    return regels


def read_heel_logboek(
    context: Context, door: Mens, *, voor: int | None, hooguit: int, alleen_niet_ok: bool
) -> list[Geschreven]:
    """The lines about everybody before number `voor`, the newest first, no more than `hooguit`. One line, with how many.
    Raises LogboekDicht.
    """
    with logged(context, door, Actie.LOGBOEK_NAGEKEKEN) as act:
        regels = fetch_laatste_regels(voor=voor, hooguit=hooguit, alleen_niet_ok=alleen_niet_ok)
        act.aantal = len(regels)
    return regels


def search_lijst(context: Context, door: Mens, soorten: tuple[Soort, ...], gezocht: str) -> list[Lijstrij]:
    """Who of them has this in a name (in search form). One line with how many were found, without what was sought."""
    with logged(context, door, Actie.GEZOCHT) as act:
        rijen = [rij for rij in _fetch_leesbaar(context, door, soorten) if rij.regel.matches(gezocht)]
        act.aantal = len(rijen)
    return rijen


def read_naamgenoten(context: Context, door: Mens, naam: str) -> list[Lijstrij]:
    """Who is real and has this same name or schuilnaam, among those that a search by `door` can find. One line, with how many."""
    with logged(context, door, Actie.GEZOCHT) as act:
        rijen = find_naamgenoten(context, door, naam)
        act.aantal = len(rijen)
    return rijen


def find_naamgenoten(context: Context, door: Mens, naam: str) -> list[Lijstrij]:
    """The same, for a form that was sent and shows nothing of it."""
    vormen = list_gelijkvormen(naam)
    return [rij for rij in _fetch_leesbaar(context, door, (Soort.ECHT,)) if rij.regel.is_called(vormen)]


def _fetch_leesbaar(context: Context, door: Mens, soorten: tuple[Soort, ...]) -> list[Lijstrij]:
    """The own list, closed ones too, and what may be read through a team; not a name that may only be seen."""
    alle = fetch_lijst(door.id, soorten=soorten) + fetch_lijst(door.id, soorten=soorten, afgesloten=True)
    mee = (van_team.rij for van_team in fetch_teamlijst(door.id, context.today(), alleen_leesbaar=True))
    return alle + [rij for rij in mee if rij.regel.soort in soorten]
