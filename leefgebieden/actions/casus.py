"""A casus begins with a name and a kanaal; it can be changed, closed with a reason, and opened again."""

from dataclasses import replace

from leefgebieden.actions.fouten import AlleenOefenen, Botsing, Verouderd
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard, refresh_lijstregel
from leefgebieden.content.model import Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.casus import Afsluiting, Casus, Soort
from leefgebieden.domain.lijstregel import make_lijstregel
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toegang import Betrokkenheid
from leefgebieden.domain.vorm import Id
from leefgebieden.store.casus import (
    casus_exists,
    fetch_betrokkenheid,
    fetch_kop,
    insert_betrokkene,
    insert_casus,
    update_casus,
)
from leefgebieden.store.grafsteen import refuse_gewist
from leefgebieden.store.team import fetch_teams_of


def begin_casus(
    context: Context, door: Mens, casus_id: Id, naam: str, kanaal: Kanaal, *, team_id: str | None = None
) -> Bewaard:
    """Begin a casus of which `door` is the eigenaar, in one of his teams (the first when none is named).

    Raises Botsing when the id is taken by another one, Gewist when what had this id was erased, AlleenOefenen in a school.
    """
    if context.alleen_oefenen:
        raise AlleenOefenen
    nieuw = Casus(id=casus_id, soort=Soort.ECHT, naam=naam, kanaal=kanaal, gemaakt_op=context.now())
    return begin(context, door, nieuw, find_team_id(door, team_id), velden=("naam", "kanaal"))


def begin(context: Context, door: Mens, nieuw: Casus, team_id: str | None, *, velden: tuple[str, ...]) -> Bewaard:
    """Begin this casus, with `door` as its eigenaar. `velden` are what somebody chose. Raises Botsing or Gewist."""
    with logged(context, door, Actie.CASUS_BEGONNEN, casus_id=nieuw.id, velden=velden) as act:
        refuse_gewist(nieuw.id)
        if casus_exists(nieuw.id):
            if fetch_betrokkenheid(nieuw.id, door.id) is not Betrokkenheid.EIGENAAR:
                raise Botsing(None)
            bewaard, _ = fetch_kop(nieuw.id)
            if any(getattr(bewaard, veld) != getattr(nieuw, veld) for veld in velden):
                raise Botsing(bewaard)
            act.nothing_done()
            return Bewaard.AL_ONTVANGEN
        insert_casus(nieuw, make_lijstregel(nieuw, (), ()), nieuw.gemaakt_op, team_id=team_id)
        insert_betrokkene(nieuw.id, door.id, Betrokkenheid.EIGENAAR, nieuw.gemaakt_op)
    return Bewaard.NIEUW


def find_team_id(door: Mens, gekozen: str | None = None) -> str | None:
    """The team for a new casus of this worker: the chosen one if he works there, else his first; None without a team."""
    teams = [team.id for team in fetch_teams_of(door.id)]
    return gekozen if gekozen in teams else next(iter(teams), None)


def change_casus(context: Context, door: Mens, gewijzigd: Casus, *, op_versie: int) -> None:
    """Change what is known of the person: names, age, how to reach, what to mind. Raises Verouderd."""
    _write(context, door, Actie.CASUS_GEWIJZIGD, gewijzigd, op_versie)


def close_casus(context: Context, door: Mens, casus_id: Id, reden: str, *, op_versie: int) -> None:
    """Close a casus with a reason. Raises Verouderd."""
    huidig, _ = fetch_kop(casus_id)
    afgesloten = replace(huidig, afgesloten=Afsluiting(op=context.now(), reden=reden))
    _write(context, door, Actie.CASUS_AFGESLOTEN, afgesloten, op_versie)


def reopen_casus(context: Context, door: Mens, casus_id: Id, *, op_versie: int) -> None:
    """Open a closed casus again. Raises Verouderd."""
    huidig, _ = fetch_kop(casus_id)
    _write(context, door, Actie.CASUS_HEROPEND, replace(huidig, afgesloten=None), op_versie)


def _write(context: Context, door: Mens, actie: Actie, gewijzigd: Casus, op_versie: int) -> None:
    huidig, versie = fetch_kop(gewijzigd.id)
    velden = tuple(veld for veld in gewijzigd.__dataclass_fields__ if getattr(gewijzigd, veld) != getattr(huidig, veld))
    with logged(context, door, actie, casus_id=gewijzigd.id, velden=velden):
        if not update_casus(gewijzigd, op_versie):
            raise Verouderd(huidig, versie)
        refresh_lijstregel(gewijzigd.id)
