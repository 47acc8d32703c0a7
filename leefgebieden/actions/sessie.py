"""Sessions begin, lock, open again and end."""

import hashlib
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.exc import OperationalError, SQLAlchemyError

from leefgebieden.actions.fouten import LogboekDicht
from leefgebieden.actions.logboek import logged
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.sessie import MERK_OP, Plek, Sessie, choose_slot
from leefgebieden.store.db import writing
from leefgebieden.store.sessie import (
    close_sessies,
    fetch_open_sessies,
    fetch_slotkeuze,
    insert_sessie,
    save_slotkeuze,
    update_sessie,
)
from leefgebieden.store.storing import takes_nothing

_onthouden: dict[str, datetime] = {}


def hash_woord(woord: str) -> str:
    """What of the random word in the cookie is kept. The word has 256 bits, so no salt and no slow hash is needed."""
    return hashlib.sha256(woord.encode(errors="replace")).hexdigest()


def begin_sessie(
    context: Context,
    mens: Mens,
    plek: Plek,
    apparaat: str,
    grenzen: Mapping[Plek, int],
    *,
    nog_instellen: bool = False,
    wijze: str = "wachtwoord",
) -> str:
    """Sign in, for good this time. `grenzen` are the team's minutes. Returns the random word for the cookie."""
    nu, woord = context.now(), secrets.token_urlsafe(32)
    slot_na = choose_slot(fetch_slotkeuze(mens.id).get(plek), grenzen[plek])
    nieuw = Sessie(
        id=context.new_id(),
        medewerker_id=mens.id,
        gemaakt_op=nu,
        laatst_gezien=nu,
        vers_op=nu,
        plek=plek,
        slot_na=slot_na,
        apparaat=apparaat,
        nog_instellen=nog_instellen,
    )
    with logged(context, mens, Actie.AANGEMELD, onderdeel_id=nieuw.id, velden=_name_wijze(wijze)):
        insert_sessie(nieuw, hash_woord(woord))
    return woord


def note_gezien(context: Context, sessie: Sessie) -> None:
    """Somebody is still there. Not every request is written down, see MERK_OP."""
    nu = context.now()
    if nu - sessie.laatst_gezien < MERK_OP:
        return
    try:
        with writing():
            update_sessie(sessie.id, laatst_gezien=nu)
        _onthouden.pop(sessie.id, None)
    except OperationalError as fout:
        if not takes_nothing(fout):
            raise
        # who reads on while nothing can be written down is still there: this process remembers
        _onthouden[sessie.id] = nu


def recall_gezien(sessie: Sessie) -> Sessie:
    """The session as this process knows it, where the database could not be told that somebody was there."""
    nu = _onthouden.get(sessie.id)
    return sessie if nu is None or nu <= sessie.laatst_gezien else replace(sessie, laatst_gezien=nu)


def lock_sessie(context: Context, mens: Mens, sessie: Sessie, *, verborgen: bool) -> None:
    """Show nothing until who sits there says again who he is."""
    actie = Actie.VERBORGEN if verborgen else Actie.VERGRENDELD
    nu = context.now()
    _leave(context, mens, actie, sessie.id, lambda: update_sessie(sessie.id, vergrendeld_op=nu, verborgen=verborgen))


def refresh_sessie(context: Context, mens: Mens, sessie: Sessie, wijze: str) -> None:
    """Who sits there said who he is: the screen opens, and what asks for a fresh sign-in is open for a while."""
    nu = context.now()
    actie = Actie.OPNIEUW_AANGEMELD if sessie.vergrendeld_op is None else Actie.WEER_GETOOND
    with logged(context, mens, actie, onderdeel_id=sessie.id, velden=_name_wijze(wijze)):
        update_sessie(sessie.id, vergrendeld_op=None, verborgen=False, laatst_gezien=nu, vers_op=nu)


def end_sessie(context: Context, mens: Mens, sessie_id: str) -> None:
    """Sign out here."""
    nu = context.now()
    _leave(context, mens, Actie.AFGEMELD, sessie_id, lambda: close_sessies(mens.id, nu, alleen=sessie_id))


def end_sessies(context: Context, mens: Mens, *, behalve: str = "") -> int:
    """Sign out everywhere, or everywhere else. Returns how many sessions that were."""
    with logged(context, mens, Actie.SESSIES_GESLOTEN, onderdeel_id=behalve or None):
        return close_sessies(mens.id, context.now(), behalve=behalve)


def list_sessies(context: Context, medewerker_id: str, uren: int) -> list[Sessie]:
    """Where this medewerker is signed in now."""
    return fetch_open_sessies(medewerker_id, context.now() - timedelta(hours=uren))


def set_slotkeuze(context: Context, mens: Mens, gekozen: Mapping[Plek, int], grenzen: Mapping[Plek, int]) -> None:
    """Lock sooner; never later than the team allows."""
    with logged(context, mens, Actie.VERGRENDELTIJD_GEZET):
        save_slotkeuze(mens.id, {plek: choose_slot(gekozen[plek], grens) for plek, grens in grenzen.items()})


def _name_wijze(wijze: str) -> tuple[str, ...]:
    """How one said who one is, as the logboek takes it: "wachtwoord en code" names two ways."""
    return tuple(woord for woord in wijze.split() if woord != "en")


def _leave(context: Context, mens: Mens, actie: Actie, sessie_id: str, doe: Callable[[], object]) -> None:
    """Going away shows nothing to anybody, so it also works when it cannot be logged."""
    try:
        with logged(context, mens, actie, onderdeel_id=sessie_id):
            doe()
    except LogboekDicht:
        with suppress(SQLAlchemyError), writing():
            doe()
