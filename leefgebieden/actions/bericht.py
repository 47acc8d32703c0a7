"""An e-mail that says no more than that something waits: to who asked for it, and about the same things once."""

import hashlib
from collections.abc import Callable

from leefgebieden.actions.lezen import list_mijn_ids
from leefgebieden.actions.logboek import logged
from leefgebieden.context import Context
from leefgebieden.domain.komtterug import sort_komt_terug
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.navraag import sort_navragen
from leefgebieden.store.bericht import (
    Berichtkeuze,
    delete_keuze,
    fetch_keuzes,
    insert_keuze,
    note_verstuurd,
    wants_bericht,
)
from leefgebieden.store.komtterug import fetch_open_afspraken
from leefgebieden.store.navraag import fetch_navragen


def choose_bericht(context: Context, door: Mens, *, aan: bool) -> None:
    """Want it, or not any more."""
    with logged(context, door, Actie.BERICHT_GEKOZEN) as act:
        if wants_bericht(door.id) is aan:
            act.nothing_done()
        elif aan:
            insert_keuze(door.id, context.now())
        else:
            delete_keuze(door.id)


def send_berichten(context: Context, verstuur: Callable[[str], None]) -> int:
    """Tell everybody for whom something waits that he was not told of yet. Returns how many. `verstuur` takes the address.

    What it raises ends the round: who was told stays told, the others come the next time.
    """
    aantal = 0
    for keuze in fetch_keuzes():
        wat = _list_wat(context, keuze)
        if wat and (hash_ := hashlib.sha256("\n".join(wat).encode()).hexdigest()) != keuze.laatst_wat:
            # outside the transaction: nobody waits to write for a mail server that is slow
            verstuur(keuze.email)
            with logged(context, None, Actie.BERICHT_GESTUURD, onderdeel_id=keuze.medewerker_id):
                note_verstuurd(keuze.medewerker_id, context.now(), hash_)
            aantal += 1
    return aantal


def _list_wat(context: Context, keuze: Berichtkeuze) -> list[str]:
    """The ids of what waits, and as what."""
    mijn = list_mijn_ids(keuze.medewerker_id, context.today())
    komt = sort_komt_terug(fetch_open_afspraken(mijn), context.today())
    vragen = sort_navragen(fetch_navragen(mijn, context.now()), keuze.medewerker_id, context.now())
    soorten = {"voorbij": komt.voorbij, "stil": komt.stil}
    wat = [f"{soort} {een.afspraak.id}" for soort, rij in soorten.items() for een in rij]
    return sorted([*wat, *(f"vraag {een.navraag.id}" for een in vragen.te_beantwoorden)])
