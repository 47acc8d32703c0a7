"""Losse notities: written down before it is known about whom, and given to a person later."""

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.notitie import place_notitie
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.toegang import Besluit, Recht, decide_toegang
from leefgebieden.domain.vorm import to_plain
from leefgebieden.store.losse_notitie import (
    delete_losse_notitie,
    fetch_losse_notitie,
    fetch_losse_notities,
    insert_losse_notitie,
    losse_notitie_exists,
)
from leefgebieden.store.onderdeel import find_bestaande
from leefgebieden.store.toegang import fetch_positie

TELT_NIET = ("gemaakt_op", "auteur", "gesprek", "versies", "plaatsen")


def record_losse_notitie(context: Context, notitie: Notitie) -> Bewaard:
    """Save it. The same words again under the same id are welcome. Raises Botsing when the id has other words."""
    with logged(context, notitie.auteur, Actie.LOSSE_NOTITIE_GESCHREVEN, onderdeel_id=notitie.id) as act:
        bewaard = place_losse_notitie(notitie)
        if bewaard is Bewaard.AL_ONTVANGEN:
            act.nothing_done()
    return bewaard


def place_losse_notitie(notitie: Notitie) -> Bewaard:
    """The part of saving that every way shares; stands in the transaction of an act. Raises Botsing."""
    eerder = fetch_losse_notitie(notitie.auteur.id, notitie.id)
    if eerder is None:
        # given to a person meanwhile, or of somebody else
        if is_bekend(notitie.id):
            raise Botsing(None)
        insert_losse_notitie(notitie)
        return Bewaard.NIEUW
    if _words_of(eerder) != _words_of(notitie):
        raise Botsing(eerder)
    return Bewaard.AL_ONTVANGEN


def is_bekend(notitie_id: str) -> bool:
    """Whether this id is taken: by a losse notitie, or by one of a person, of whomever."""
    return losse_notitie_exists(notitie_id) or bool(find_bestaande("notities", [notitie_id]))


def read_losse_notities(context: Context, door: Mens) -> list[Notitie]:
    """Those of this medewerker, the newest first. One line, with how many. Raises LogboekDicht."""
    with logged(context, door, Actie.LOSSE_NOTITIES_GELEZEN) as act:
        notities = fetch_losse_notities(door.id)
        act.aantal = len(notities)
    return notities


def give_losse_notitie(context: Context, door: Mens, notitie_id: str, casus_id: str) -> None:
    """Give it to a person: it stands there from now on, under the key of that person, and is erased here.

    Raises NietGevonden when it is not there any more, or when `door` may not write about this person.
    """
    with logged(
        context, door, Actie.LOSSE_NOTITIE_GEGEVEN, casus_id=casus_id, onderdeel_id=notitie_id, velden=("tekst",)
    ):
        notitie = fetch_losse_notitie(door.id, notitie_id)
        if notitie is None or not may_write(context, door, casus_id):
            raise NietGevonden
        place_notitie(context, casus_id, notitie)
        delete_losse_notitie(door.id, notitie_id)


def drop_losse_notitie(context: Context, door: Mens, notitie_id: str) -> None:
    """Throw it away. Nothing happens when it is gone already."""
    with logged(context, door, Actie.LOSSE_NOTITIE_WEGGEGOOID, onderdeel_id=notitie_id) as act:
        if not delete_losse_notitie(door.id, notitie_id):
            act.nothing_done()


def may_write(context: Context, door: Mens, casus_id: str) -> bool:
    """Whether this medewerker may write about this person now."""
    besluit = decide_toegang(fetch_positie(casus_id, door.id), Recht.SCHRIJVEN, context.now())
    return besluit is Besluit.TOEGESTAAN


def _words_of(notitie: Notitie) -> dict[str, object]:
    return {naam: waarde for naam, waarde in to_plain(notitie).items() if naam not in TELT_NIET}
