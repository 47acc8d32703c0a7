"""The agenda for a calendar: making its secret link, taking it back, and reading what stands in it."""

import hashlib
import secrets

from leefgebieden.actions.lezen import list_mijn_ids
from leefgebieden.actions.logboek import logged
from leefgebieden.context import Context
from leefgebieden.domain.agenda import Gebeurtenis, list_gebeurtenissen
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.vorm import Id
from leefgebieden.store.agendalink import delete_agendalink, find_medewerker, note_gelezen, replace_agendalink
from leefgebieden.store.komtterug import fetch_open_afspraken
from leefgebieden.store.onderdeel import fetch_onderdelen
from leefgebieden.store.overleg import fetch_overleggen_of


def hash_woord(woord: str) -> str:
    """What of the random word in the address is kept."""
    return hashlib.sha256(woord.encode(errors="replace")).hexdigest()


def make_agendalink(context: Context, door: Mens) -> str:
    """A new secret word for the address; shown once. The link before leads nowhere from now on."""
    woord = secrets.token_urlsafe(32)
    with logged(context, door, Actie.AGENDALINK_GEMAAKT):
        replace_agendalink(door.id, hash_woord(woord), context.now())
    return woord


def revoke_agendalink(context: Context, door: Mens) -> None:
    """The link leads nowhere any more."""
    with logged(context, door, Actie.AGENDALINK_INGETROKKEN) as act:
        if not delete_agendalink(door.id):
            act.nothing_done()


def read_agenda(context: Context, woord: str) -> list[Gebeurtenis] | None:
    """What a calendar gets for this word; None when it is no word of ours. One line, with how many. Raises LogboekDicht."""
    wie = find_medewerker(hash_woord(woord))
    if wie is None:
        return None
    door = Mens(Id(wie[0]), wie[1])
    with logged(context, door, Actie.AGENDA_GEGEVEN) as act:
        ids = list_mijn_ids(door.id, context.today())
        gesprekken = [gesprek for casus_id in ids for _, _, gesprek in fetch_onderdelen("gesprekken", casus_id)]
        overleggen = [rij.overleg for rij in fetch_overleggen_of(door.id)]
        gebeurtenissen = list(list_gebeurtenissen(fetch_open_afspraken(ids), gesprekken, overleggen))
        note_gelezen(hash_woord(woord), context.now())
        act.aantal = len(gebeurtenissen)
    return gebeurtenissen
