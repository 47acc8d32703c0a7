"""Doing a werkvorm with a group: begin, go on, join by a code, write along, and come back to what was promised."""

import hashlib
from dataclasses import replace

from leefgebieden.actions.agenda import hash_woord
from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.rem import Rem, begin_poging, end_poging
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.werkvorm import (
    CODE_GELDT,
    GASTEN_HOOGUIT,
    INBRENG_HOOGUIT,
    Gast,
    Inbreng,
    make_code,
    read_code,
)
from leefgebieden.store.db import writing
from leefgebieden.store.werkvormsessie import (
    Werkvormsessie,
    count_gasten,
    count_inbreng,
    delete_sessie,
    fetch_gast,
    fetch_sessie,
    find_inbreng,
    find_sessie,
    insert_gast,
    insert_inbreng,
    insert_sessie,
    set_afloop,
    update_gast,
    update_sessie,
)


class Vol(Exception):
    """There is no room for more: of guests, or of words."""


class Gesloten(Exception):
    """The session is over, or the code no longer holds."""


def begin_werkvorm(context: Context, door: Mens, sessie_id: str, werkvorm: str) -> None:
    """Begin a session at the first step. The same id again is welcome. KeyError for an unknown werkvorm."""
    eerste = context.content.werkvormen[werkvorm].stappen[0].key
    with logged(context, door, Actie.WERKVORM_BEGONNEN, onderdeel_id=sessie_id) as act:
        eerder = fetch_sessie(sessie_id)
        if eerder is not None:
            act.nothing_done()
            if (eerder.medewerker_id, eerder.werkvorm) != (door.id, werkvorm):
                raise Botsing(eerder)
            return
        nu = context.now()
        insert_sessie(Werkvormsessie(sessie_id, door.id, werkvorm, eerste, nu, nu))


def open_for_guests(context: Context, door: Mens, sessie_id: str) -> str:
    """Give the session a new code, that holds for four hours. The one before leads nowhere. Returns it: it is not kept.

    Raises NietGevonden or Gesloten.
    """
    code = make_code()
    with logged(context, door, Actie.WERKVORM_GEOPEND, onderdeel_id=sessie_id):
        sessie = _find_open(sessie_id)
        update_sessie(replace(sessie, code_hash=hash_woord(code), code_tot=context.now() + CODE_GELDT))
    return code


def go_to(context: Context, door: Mens, sessie_id: str, stap: str) -> None:
    """Go to a step, for everybody. Raises NietGevonden, also for an unknown step, or Gesloten."""
    with logged(context, door, Actie.WERKVORM_VERDER, onderdeel_id=sessie_id) as act:
        sessie = _find_open(sessie_id)
        werkvorm = context.content.werkvormen.get(sessie.werkvorm)
        if werkvorm is None or stap not in werkvorm.per_key:
            raise NietGevonden
        if stap == sessie.stap:
            act.nothing_done()
            return
        update_sessie(replace(sessie, stap=stap, stap_sinds=context.now()))


def close_werkvorm(context: Context, door: Mens, sessie_id: str) -> None:
    """Say that it is over: nobody joins or writes any more, what was written stays to be read. Raises NietGevonden."""
    with logged(context, door, Actie.WERKVORM_AFGESLOTEN, onderdeel_id=sessie_id) as act:
        sessie = _find(sessie_id)
        if sessie.gesloten_op is not None:
            act.nothing_done()
            return
        update_sessie(replace(sessie, gesloten_op=context.now(), code_hash=None, code_tot=None))


def throw_away(context: Context, door: Mens, sessie_id: str) -> None:
    """Take the session away with all that was written in it."""
    with logged(context, door, Actie.WERKVORM_WEGGEGOOID, onderdeel_id=sessie_id) as act:
        if fetch_sessie(sessie_id) is None:
            act.nothing_done()
            return
        delete_sessie(sessie_id)


def join(context: Context, rem: Rem, code: str, gast: Gast) -> str:
    """Join the session with this code. The same gast again is welcome. Returns its id.

    Raises TeVaak after too many wrong codes from one address, Gesloten for a code that leads nowhere (any more), or Vol.
    """
    begin_poging(context, rem)
    with writing():
        sessie = find_sessie(hash_woord(read_code(code)))
        if sessie is None or not is_open_for_guests(context, sessie):
            raise Gesloten
        eerder = fetch_gast(gast.id)
        if eerder is not None and eerder != (sessie.id, gast):
            raise Botsing(eerder)
        if eerder is None:
            if count_gasten(sessie.id) >= GASTEN_HOOGUIT:
                raise Vol
            insert_gast(sessie.id, gast, context.now())
    end_poging(rem)
    return sessie.id


def choose_groep(context: Context, sessie_id: str, gast: Gast, groep: str) -> None:
    """Go and sit with a group. Raises NietGevonden for a group that the werkvorm does not have."""
    with writing():
        werkvorm = context.content.werkvormen.get(_find_open(sessie_id).werkvorm)
        if werkvorm is None or groep not in {een.key for een in werkvorm.groepen}:
            raise NietGevonden
        update_gast(sessie_id, replace(gast, groep=groep))


def is_open_for_guests(context: Context, sessie: Werkvormsessie) -> bool:
    """Whether guests may join and write: it is not over, and its code still holds."""
    return sessie.gesloten_op is None and sessie.code_tot is not None and context.now() < sessie.code_tot


def write_along(context: Context, sessie_id: str, nieuw: Inbreng, *, is_gast: bool) -> None:
    """Keep what somebody wrote in a step. The same under the same id is welcome.

    Raises NietGevonden, Gesloten, Vol, or Botsing when the id has other words.
    """
    with writing():
        sessie = _find_open(sessie_id)
        if is_gast and not is_open_for_guests(context, sessie):
            raise Gesloten
        eerder = find_inbreng(nieuw.id)
        if eerder is not None:
            if eerder[0] != sessie_id or replace(eerder[1], op=nieuw.op) != nieuw:
                raise Botsing(eerder)
            return
        if count_inbreng(sessie_id) >= INBRENG_HOOGUIT:
            raise Vol
        if nieuw.bij is not None and ((bij := find_inbreng(nieuw.bij)) is None or bij[0] != sessie_id):
            raise NietGevonden
        insert_inbreng(sessie_id, nieuw)


def record_belofte_afloop(context: Context, door: Mens, sessie_id: str, inbreng_id: str, afloop: str) -> None:
    """Write what became of a promise. Raises NietGevonden."""
    with logged(context, door, Actie.BELOFTE_AFGEHANDELD, onderdeel_id=inbreng_id):
        if not set_afloop(sessie_id, inbreng_id, afloop):
            raise NietGevonden


def read_stand(sessie: Werkvormsessie) -> str:
    """Where a session is, as a word that changes when there is something new to show. It says nothing of what it is."""
    delen = (sessie.stap, str(sessie.gesloten_op), str(count_inbreng(sessie.id)), str(count_gasten(sessie.id)))
    return hashlib.sha256("|".join(delen).encode()).hexdigest()[:16]


def _find(sessie_id: str) -> Werkvormsessie:
    sessie = fetch_sessie(sessie_id)
    if sessie is None:
        raise NietGevonden
    return sessie


def _find_open(sessie_id: str) -> Werkvormsessie:
    sessie = _find(sessie_id)
    if sessie.gesloten_op is not None:
        raise Gesloten
    return sessie
