"""Writing in one's own leerlog, and taking it along."""

from dataclasses import replace

from leefgebieden.actions.fouten import Botsing, NietGevonden, Verouderd
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.context import Context
from leefgebieden.domain.leerlog import Leerlogregel
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.store.leergroep import fetch_leden
from leefgebieden.store.leerlog import delete_regel, fetch_regel, fetch_regels, insert_regel, update_regel


def write_regel(context: Context, door: Mens, regel: Leerlogregel) -> Bewaard:
    """Write a line. The same under the same id is welcome. Raises Botsing."""
    with logged(context, door, Actie.LEERLOG_GESCHREVEN, onderdeel_id=regel.id) as act:
        eerder = fetch_regel(regel.id)
        if eerder is None:
            insert_regel(door.id, regel)
            return Bewaard.NIEUW
        act.nothing_done()
        if eerder[0] != door.id or replace(eerder[2], op=regel.op) != regel:
            raise Botsing(None if eerder[0] != door.id else eerder[2])
    return Bewaard.AL_ONTVANGEN


def change_regel(context: Context, door: Mens, regel: Leerlogregel, *, op_versie: int) -> None:
    """Change a line of one's own. Raises Verouderd or NietGevonden."""
    with logged(context, door, Actie.LEERLOG_GEWIJZIGD, onderdeel_id=regel.id) as act:
        gevonden = fetch_regel(regel.id)
        if gevonden is None or gevonden[0] != door.id:
            raise NietGevonden
        if gevonden[2] == regel:
            act.nothing_done()
            return
        if not update_regel(door.id, regel, op_versie=op_versie):
            raise Verouderd(gevonden[2], gevonden[1])


def remove_regel(context: Context, door: Mens, regel_id: str) -> None:
    """Take a line of one's own away."""
    with logged(context, door, Actie.LEERLOG_WEGGEHAALD, onderdeel_id=regel_id):
        delete_regel(door.id, regel_id)


def take_along(context: Context, door: Mens) -> list[Leerlogregel]:
    """All lines, to take along as a file. One line, with how many. Raises LogboekDicht."""
    with logged(context, door, Actie.LEERLOG_MEEGENOMEN) as act:
        regels = fetch_regels(door.id)
        act.aantal = len(regels)
    return regels


def list_gedeeld(groep_id: str) -> list[tuple[str, Leerlogregel]]:
    """What those who take part in a group share with its docent, with the name of each, the newest first."""
    gedeeld = [
        (lid.naam, regel)
        for lid in fetch_leden(groep_id)
        for regel in fetch_regels(lid.id)
        if groep_id in regel.gedeeld_met
    ]
    return sorted(gedeeld, key=lambda paar: paar[1].op, reverse=True)
