"""Writing down what was said and seen. Only words are needed."""

from dataclasses import replace
from datetime import timedelta

from leefgebieden.actions.fouten import NietGevonden, TeLaat
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard, check_versie, find_eerder, find_gewijzigd
from leefgebieden.context import Context
from leefgebieden.domain.gesprek import find_lopend_gesprek
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import VERSIEVELDEN, Notitie, sort_plaatsen
from leefgebieden.domain.notitie import change_notitie as make_changed
from leefgebieden.domain.vorm import to_plain
from leefgebieden.store.casus import touch_casus
from leefgebieden.store.navraag import take_navragen
from leefgebieden.store.notitie import delete_versies, fetch_eerdere_versies, insert_versies
from leefgebieden.store.onderdeel import (
    delete_onderdeel,
    fetch_onderdeel,
    fetch_onderdelen,
    insert_onderdeel,
    update_onderdeel,
)

ONGEDAAN_BINNEN = timedelta(minutes=15)


def record_notitie(context: Context, casus_id: str, notitie: Notitie) -> Bewaard:
    """Save a new notitie. It joins the author's gesprek of the last 6 hours, if there is one and none was named.

    The id comes from the form, so a retry is safe: the same words again are AL_ONTVANGEN. Raises Botsing when the id was
    saved with other words.
    """
    with logged(
        context,
        notitie.auteur,
        Actie.NOTITIE_GESCHREVEN,
        casus_id=casus_id,
        onderdeel_id=notitie.id,
        velden=tuple(to_plain(notitie)),
    ) as act:
        bewaard = place_notitie(context, casus_id, notitie)
        if bewaard is Bewaard.AL_ONTVANGEN:
            act.nothing_done()
    return bewaard


def place_notitie(context: Context, casus_id: str, notitie: Notitie) -> Bewaard:
    """The part of saving that every way to a casus shares; stands in the transaction of an act. Raises Botsing."""
    notitie = replace(notitie, plaatsen=sort_plaatsen(notitie.plaatsen, context.content.kaart))
    nu = notitie.gemaakt_op
    eerder = find_eerder("notities", casus_id, notitie, zonder=("gemaakt_op", "auteur", "gesprek", "versies"))
    if eerder is not None:
        return eerder
    if notitie.gesprek is None:
        gesprekken = tuple(gesprek for _, _, gesprek in fetch_onderdelen("gesprekken", casus_id))
        lopend = find_lopend_gesprek(gesprekken, notitie.auteur.id, nu)
        notitie = replace(notitie, gesprek=lopend.id if lopend else None)
    insert_onderdeel("notities", casus_id, notitie.id, notitie, nu)
    touch_casus(casus_id, nu, int(notitie.to_sort))
    return Bewaard.NIEUW


def change_notitie(context: Context, door: Mens, casus_id: str, nieuw: Notitie, *, op_versie: int) -> bool:
    """Change words, labels or places over the version that the form showed; the old one stays readable.

    False when nothing differs. Raises Verouderd with what it is now, or NietGevonden.
    """
    nieuw = replace(nieuw, plaatsen=sort_plaatsen(nieuw.plaatsen, context.content.kaart))
    with logged(
        context,
        door,
        Actie.NOTITIE_GEWIJZIGD,
        casus_id=casus_id,
        onderdeel_id=nieuw.id,
    ) as act:
        huidig: Notitie = check_versie("notities", casus_id, nieuw.id, op_versie)
        met_eerder = make_changed(huidig, nieuw, door, context.now())
        gewijzigd = replace(met_eerder, versies=())
        if gewijzigd == huidig:
            act.nothing_done()
            return False
        act.velden = find_gewijzigd(huidig, gewijzigd)
        insert_versies(casus_id, [(nieuw.id, op_versie, met_eerder.versies[-1])])
        update_onderdeel("notities", casus_id, nieuw.id, gewijzigd, op_versie=op_versie, op=context.now())
        touch_casus(casus_id, huidig.gemaakt_op, int(gewijzigd.to_sort) - int(huidig.to_sort))
    return True


def undo_notitie(context: Context, door: Mens, casus_id: str, notitie_id: str) -> Notitie:
    """Take back the last thing that was done with a notitie, within 15 minutes, and give back what it was.

    A changed notitie gets its earlier words back (as a new version); a new one goes away.
    Raises NietGevonden, or TeLaat after 15 minutes.
    """
    bestaand = fetch_onderdeel("notities", notitie_id)
    if bestaand is None or bestaand[0] != casus_id:
        raise NietGevonden
    _, versie, waarde = bestaand
    huidig: Notitie = waarde
    eerdere = fetch_eerdere_versies(casus_id, notitie_id)
    laatst = eerdere[-1].op if eerdere else huidig.gemaakt_op
    laatste_hand = eerdere[-1].door if eerdere else huidig.auteur
    if context.now() - laatst > ONGEDAAN_BINNEN or laatste_hand.id != door.id:
        raise TeLaat
    if eerdere:
        terug = eerdere[-1]
        velden = {veld: getattr(terug, veld) for veld in VERSIEVELDEN}
        change_notitie(context, door, casus_id, replace(huidig, **velden), op_versie=versie)
        return replace(huidig, **velden)
    with logged(context, door, Actie.NOTITIE_ONGEDAAN, casus_id=casus_id, onderdeel_id=notitie_id):
        delete_versies(casus_id, notitie_id)
        take_navragen(casus_id, notitie_id)
        delete_onderdeel("notities", casus_id, notitie_id)
        touch_casus(casus_id, huidig.gemaakt_op, -int(huidig.to_sort))
    return huidig
