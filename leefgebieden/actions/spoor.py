"""Looking at what one medewerker did, when a device is lost or somebody looked where he should not."""

from datetime import date, datetime, time, timedelta

from leefgebieden.actions.logboek import logged
from leefgebieden.context import Context
from leefgebieden.domain.datum import make_moment
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.spoor import Spoor, Spoorregel
from leefgebieden.store.logboek import fetch_spoor, fetch_spoorregels


def read_spoor(
    context: Context,
    door: Mens,
    medewerker_id: str,
    van: date,
    tot: date,
    *,
    voor: int | None = None,
    hooguit: int,
) -> tuple[Spoor, list[Spoorregel]]:
    """What this medewerker did on these days, both included: counted over all of it, and no more than `hooguit` lines.

    One line in the logboek: who looked, at whom, and how many lines there were. Raises LogboekDicht.
    """
    begin, einde = _to_momenten(van, tot)
    with logged(context, door, Actie.MEDEWERKER_NAGEKEKEN, onderdeel_id=medewerker_id) as act:
        spoor = fetch_spoor(medewerker_id, begin, einde)
        regels = fetch_spoorregels(medewerker_id, begin, einde, voor=voor, hooguit=hooguit)
        act.aantal = spoor.regels
    return spoor, regels


def take_spoor(
    context: Context, door: Mens, medewerker_id: str, van: date, tot: date, *, grond: str = ""
) -> list[Spoorregel]:
    """All lines of these days, to put in a file. One line in the logboek. Raises LogboekDicht."""
    with logged(
        context, door, Actie.MEDEWERKER_NAGEKEKEN, onderdeel_id=medewerker_id, velden=("bestand",), grond=grond
    ) as act:
        regels = fetch_spoorregels(medewerker_id, *_to_momenten(van, tot))
        act.aantal = len(regels)
    return regels


def _to_momenten(van: date, tot: date) -> tuple[datetime, datetime]:
    return make_moment(van, time()), make_moment(tot + timedelta(days=1), time())
