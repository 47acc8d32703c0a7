"""A notitie that goes for good, or to somebody else: with all its versions, and with the A4s that carry its words."""

from dataclasses import replace

from leefgebieden.actions.fouten import NietGevonden
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.wissen import finish_resten
from leefgebieden.context import Context
from leefgebieden.domain.kopie import find_a4s_met
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie, Versie
from leefgebieden.store.casus import fetch_kop, touch_casus
from leefgebieden.store.hersleutelen import renew_sleutel
from leefgebieden.store.navraag import take_navragen
from leefgebieden.store.notitie import delete_versies, fetch_eerdere_versies, insert_versies
from leefgebieden.store.onderdeel import delete_onderdeel, fetch_onderdeel, fetch_onderdelen, insert_onderdeel
from leefgebieden.store.wissen import destroy_resten


class AndereSoort(Exception):
    """Somebody real and somebody made up are never mixed. Nothing was moved."""


def count_a4s_met(casus_id: str, notitie: Notitie) -> int:
    """On how many made A4s its words stand: those go with it."""
    return len(_find_a4s(casus_id, notitie, fetch_eerdere_versies(casus_id, notitie.id)))


def erase_notitie(context: Context, door: Mens, casus_id: str, notitie_id: str) -> None:
    """Erase one notitie so that nobody can open it any more, in no remnant either. Raises NietGevonden."""
    with logged(context, door, Actie.NOTITIE_GEWIST, casus_id=casus_id, onderdeel_id=notitie_id):
        _take_away(casus_id, notitie_id)
        take_navragen(casus_id, notitie_id)
        renew_sleutel(casus_id)
    _destroy(context)


def move_notitie(context: Context, door: Mens, van: str, naar: str, notitie_id: str) -> None:
    """Put a notitie with somebody else: sealed anew there, erased with all its versions here. A line on both sides.

    It leaves its gesprek, which stays where it was. Raises NietGevonden or AndereSoort.
    """
    with logged(context, door, Actie.NOTITIE_VERPLAATST, casus_id=van, onderdeel_id=notitie_id) as act:
        if fetch_kop(van)[0].soort is not fetch_kop(naar)[0].soort:
            raise AndereSoort
        notitie, eerdere = _take_away(van, notitie_id)
        insert_onderdeel("notities", naar, notitie_id, replace(notitie, gesprek=None), context.now())
        # below 1, as in a file that is taken in: what is changed here comes after them
        insert_versies(naar, [(notitie_id, nr - len(eerdere), v) for nr, v in enumerate(eerdere, start=1)])
        for navraag in take_navragen(van, notitie_id):
            insert_onderdeel("navragen", naar, navraag.id, navraag, context.now())
        touch_casus(naar, notitie.gemaakt_op, int(notitie.to_sort))
        renew_sleutel(van)
        act.also(Actie.NOTITIE_GEKREGEN, naar)
    _destroy(context)


def _take_away(casus_id: str, notitie_id: str) -> tuple[Notitie, list[Versie]]:
    bestaand = fetch_onderdeel("notities", notitie_id)
    if bestaand is None or bestaand[0] != casus_id:
        raise NietGevonden
    notitie: Notitie = bestaand[2]
    eerdere = fetch_eerdere_versies(casus_id, notitie_id)
    for rij_id in _find_a4s(casus_id, notitie, eerdere):
        delete_onderdeel("samenvattingen", casus_id, rij_id)
    delete_versies(casus_id, notitie_id)
    delete_onderdeel("notities", casus_id, notitie_id)
    touch_casus(casus_id, notitie.gemaakt_op, -int(notitie.to_sort))
    return notitie, eerdere


def _find_a4s(casus_id: str, notitie: Notitie, eerdere: list[Versie]) -> list[str]:
    gemaakt = [a4 for _, _, a4 in fetch_onderdelen("samenvattingen", casus_id)]
    return [a4.id for a4 in find_a4s_met(notitie, eerdere, gemaakt)]


def _destroy(context: Context) -> None:
    finish_resten(destroy_resten(context.now()))
