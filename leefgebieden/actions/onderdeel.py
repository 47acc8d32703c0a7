"""Adding, changing and taking away a part of a casus: what all its nouns have in common."""

import dataclasses
from enum import Enum, auto
from typing import Any

from leefgebieden.actions.fouten import Botsing, NietGevonden, Verouderd
from leefgebieden.actions.logboek import logged
from leefgebieden.context import Context
from leefgebieden.domain.lijstregel import make_lijstregel
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.vorm import to_plain
from leefgebieden.store.casus import fetch_kop, touch_casus, update_lijstregel
from leefgebieden.store.onderdeel import (
    delete_onderdeel,
    fetch_onderdeel,
    fetch_onderdelen,
    insert_onderdeel,
    update_onderdeel,
)


class Bewaard(Enum):
    """What saving came to: a retry of the same thing is welcome and changes nothing."""

    NIEUW = auto()
    AL_ONTVANGEN = auto()


def find_eerder(sleutel: str, casus_id: str, waarde: Any, *, zonder: tuple[str, ...] = ()) -> Bewaard | None:
    """AL_ONTVANGEN if this id was saved in this casus with the same content, None if it is new.

    Raises Botsing when it was saved with other content, or belongs to another casus. `zonder` names fields that do not
    count, such as the moment of saving.
    """
    bestaand = fetch_onderdeel(sleutel, waarde.id)
    if bestaand is None:
        return None
    in_casus, _, huidig = bestaand
    gelijk = {veld: getattr(huidig, veld) for veld in zonder}
    if in_casus != casus_id or to_plain(dataclasses.replace(waarde, **gelijk)) != to_plain(huidig):
        raise Botsing(huidig if in_casus == casus_id else None)
    return Bewaard.AL_ONTVANGEN


def record_onderdeel(
    context: Context, door: Mens, casus_id: str, sleutel: str, waarde: Any, *, zonder: tuple[str, ...] = ()
) -> Bewaard:
    """Add a part with an id made by the form; `zonder` as in `find_eerder`. Raises Botsing."""
    velden = tuple(to_plain(waarde))
    actie = Actie(f"{sleutel} toegevoegd")
    with logged(context, door, actie, casus_id=casus_id, onderdeel_id=waarde.id, velden=velden) as act:
        eerder = find_eerder(sleutel, casus_id, waarde, zonder=zonder)
        if eerder is None:
            insert_onderdeel(sleutel, casus_id, waarde.id, waarde, context.now())
            refresh_lijstregel(casus_id)
        else:
            act.nothing_done()
    return eerder or Bewaard.NIEUW


def change_onderdeel(context: Context, door: Mens, casus_id: str, sleutel: str, waarde: Any, *, op_versie: int) -> None:
    """Change a part, over the version that the form showed. Raises Verouderd or NietGevonden."""
    actie = Actie(f"{sleutel} gewijzigd")
    with logged(context, door, actie, casus_id=casus_id, onderdeel_id=waarde.id) as act:
        act.velden = find_gewijzigd(check_versie(sleutel, casus_id, waarde.id, op_versie), waarde)
        update_onderdeel(sleutel, casus_id, waarde.id, waarde, op_versie=op_versie, op=context.now())
        refresh_lijstregel(casus_id)


def remove_onderdeel(context: Context, door: Mens, casus_id: str, sleutel: str, onderdeel_id: str) -> None:
    """Take a part away. Nothing happens when it is gone already."""
    actie = Actie(f"{sleutel} weggehaald")
    with logged(context, door, actie, casus_id=casus_id, onderdeel_id=onderdeel_id) as act:
        if fetch_onderdeel(sleutel, onderdeel_id) is None:
            act.nothing_done()
            return
        delete_onderdeel(sleutel, casus_id, onderdeel_id)
        refresh_lijstregel(casus_id)


def check_versie(sleutel: str, casus_id: str, onderdeel_id: str, op_versie: int) -> Any:
    """The value as it is now, if it is still the version that the change was based on. Raises Verouderd or NietGevonden."""
    bestaand = fetch_onderdeel(sleutel, onderdeel_id)
    if bestaand is None or bestaand[0] != casus_id:
        raise NietGevonden
    _, versie, huidig = bestaand
    if versie != op_versie:
        raise Verouderd(huidig, versie)
    return huidig


def find_gewijzigd(was: Any, wordt: Any) -> tuple[str, ...]:
    """The names of the fields that differ, for the logboek."""
    oud, nieuw = to_plain(was), to_plain(wordt)
    return tuple(veld for veld in {**oud, **nieuw} if oud.get(veld) != nieuw.get(veld))


def refresh_lijstregel(casus_id: str) -> None:
    """Keep what the list shows, and when contact was last, true in the same transaction as the change."""
    casus, _ = fetch_kop(casus_id)
    gesprekken = tuple(gesprek for _, _, gesprek in fetch_onderdelen("gesprekken", casus_id))
    afspraken = tuple(afspraak for _, _, afspraak in fetch_onderdelen("afspraken", casus_id))
    update_lijstregel(casus_id, make_lijstregel(casus, gesprekken, afspraken))
    geweest = [gesprek.begonnen_op for gesprek in gesprekken if not gesprek.gepland]
    if geweest:
        touch_casus(casus_id, max(geweest))
