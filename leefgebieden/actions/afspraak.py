"""Afspraken: made, changed, ended with what became of them, and guarded."""

from dataclasses import replace

from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard, change_onderdeel, record_onderdeel, remove_onderdeel
from leefgebieden.context import Context
from leefgebieden.domain.afspraak import Afloop, Afspraak
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.store.onderdeel import fetch_onderdelen, update_onderdeel


def record_afspraak(context: Context, door: Mens, casus_id: str, afspraak: Afspraak) -> Bewaard:
    """Make an afspraak. Raises Botsing when the id was saved with other content."""
    return record_onderdeel(context, door, casus_id, "afspraken", afspraak)


def change_afspraak(context: Context, door: Mens, casus_id: str, afspraak: Afspraak, *, op_versie: int) -> None:
    """Change an afspraak. Raises Verouderd or NietGevonden."""
    change_onderdeel(context, door, casus_id, "afspraken", afspraak, op_versie=op_versie)


def end_afspraak(
    context: Context, door: Mens, casus_id: str, afspraak: Afspraak, *, gedaan: bool, wat_gebeurde: str, op_versie: int
) -> None:
    """Say what became of it. Raises Verouderd or NietGevonden."""
    afloop = Afloop(op=context.now(), gedaan=gedaan, wat_gebeurde=wat_gebeurde)
    change_afspraak(context, door, casus_id, replace(afspraak, afloop=afloop), op_versie=op_versie)


def remove_afspraak(context: Context, door: Mens, casus_id: str, afspraak_id: str) -> None:
    """Take away an afspraak that was made by mistake."""
    remove_onderdeel(context, door, casus_id, "afspraken", afspraak_id)


def fill_bewaker(context: Context, door: Mens, casus_id: str, bewaker: str) -> int:
    """Let somebody guard every open afspraak that nobody guards yet. Returns how many."""
    gevuld = 0
    with logged(context, door, Actie.BEWAKER_GEZET, casus_id=casus_id, velden=("bewaker",)) as act:
        for rij_id, versie, afspraak in fetch_onderdelen("afspraken", casus_id):
            if afspraak.is_open() and not afspraak.bewaker:
                nieuw = replace(afspraak, bewaker=bewaker)
                update_onderdeel("afspraken", casus_id, rij_id, nieuw, op_versie=versie, op=context.now())
                gevuld += 1
        act.count(gevuld)
    return gevuld
