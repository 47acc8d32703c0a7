"""Teams, roles, and stopping."""

from dataclasses import replace

from leefgebieden.actions.fouten import NietGevonden
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toegang import Rol
from leefgebieden.store.medewerker import fetch_medewerker, update_gestopt
from leefgebieden.store.sessie import close_sessies
from leefgebieden.store.team import (
    Plek,
    Team,
    count_beheerders,
    delete_plek,
    fetch_plekken,
    fetch_teams,
    insert_plek,
    insert_team,
    update_team,
)


class LaatsteBeheerder(Exception):
    """Then nobody could look after people and teams any more."""


def add_team(context: Context, door: Mens, team_id: str, naam: str) -> Bewaard:
    """Make a team. Sending it twice makes one."""
    with logged(context, door, Actie.TEAM_GEMAAKT, onderdeel_id=team_id):
        if team_id in {team.id for team in fetch_teams()}:
            return Bewaard.AL_ONTVANGEN
        insert_team(Team(team_id, naam, context.now()))
    return Bewaard.NIEUW


def change_team(context: Context, door: Mens, team_id: str, naam: str, *, lezen_mee: bool) -> None:
    """Change the name, and whether team mates read each other's casussen. Raises NietGevonden."""
    huidig = next((team for team in fetch_teams() if team.id == team_id), None)
    if huidig is None:
        raise NietGevonden
    sinds = (huidig.lezen_mee_sinds or context.now()) if lezen_mee else None
    nieuw = replace(huidig, naam=naam, lezen_mee_sinds=sinds)
    velden = tuple(veld for veld in ("naam", "lezen_mee_sinds") if getattr(nieuw, veld) != getattr(huidig, veld))
    if not velden:
        return
    with logged(context, door, Actie.TEAM_GEWIJZIGD, onderdeel_id=team_id, velden=velden):
        update_team(nieuw)


def set_plekken(context: Context, door: Mens, medewerker_id: str, plekken: frozenset[Plek]) -> None:
    """Give somebody exactly these roles. Raises LaatsteBeheerder; then nothing changed."""
    with logged(context, door, Actie.ROLLEN_GEWIJZIGD, onderdeel_id=medewerker_id):
        huidig = fetch_plekken().get(medewerker_id, frozenset())
        beheerder = Plek(Rol.BEHEERDER)
        if beheerder in huidig - plekken and not count_beheerders(zonder=medewerker_id):
            raise LaatsteBeheerder
        for plek in huidig - plekken:
            delete_plek(medewerker_id, plek)
        for plek in plekken - huidig:
            insert_plek(medewerker_id, plek, context.now())


def stop_medewerker(context: Context, door: Mens, medewerker_id: str) -> None:
    """He works here no longer: out at his next request. Raises LaatsteBeheerder."""
    with logged(context, door, Actie.MEDEWERKER_GESTOPT, onderdeel_id=medewerker_id):
        if Plek(Rol.BEHEERDER) in fetch_plekken().get(medewerker_id, ()) and not count_beheerders(zonder=medewerker_id):
            raise LaatsteBeheerder
        medewerker = fetch_medewerker(medewerker_id)
        if medewerker is not None and medewerker.gestopt_op is None:
            update_gestopt(medewerker_id, context.now())
            # also his sessions: an old cookie must not work again when he comes back
            close_sessies(medewerker_id, context.now())


def resume_medewerker(context: Context, door: Mens, medewerker_id: str) -> None:
    """He works here again, with the roles he had."""
    with logged(context, door, Actie.MEDEWERKER_WEER_BEGONNEN, onderdeel_id=medewerker_id):
        update_gestopt(medewerker_id, None)
