"""Working with somebody together, and handing over."""

from leefgebieden.actions.achtergebleven import pass_on_with
from leefgebieden.actions.fouten import NietGevonden
from leefgebieden.actions.logboek import logged
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toegang import Betrokkenheid
from leefgebieden.store.betrokkene import delete_betrokkene, fetch_betrokkenen, update_team_id
from leefgebieden.store.casus import insert_betrokkene
from leefgebieden.store.medewerker import Medewerker
from leefgebieden.store.overdracht import Overdracht, close_overdrachten, insert_overdracht, update_gezien
from leefgebieden.store.team import fetch_team_id_of, fetch_teams_of, fetch_werkers


def list_kandidaten(casus_id: str, door_id: str) -> list[Medewerker]:
    """Who may be asked to work along or to take over: the workers of its team, and of the teams of who asks."""
    teams = {team.id for team in fetch_teams_of(door_id)}
    teams |= {team_id} if (team_id := fetch_team_id_of(casus_id)) else set()
    return fetch_werkers(sorted(teams))


def ask_meewerker(context: Context, door: Mens, casus_id: str, wie_id: str) -> None:
    """Let a worker of the team work along. Nothing changes when he does already. Raises NietGevonden."""
    with logged(context, door, Actie.MEEWERKER_GEVRAAGD, casus_id=casus_id, onderdeel_id=wie_id):
        if wie_id not in {wie.id for wie in list_kandidaten(casus_id, door.id)}:
            raise NietGevonden
        if wie_id not in {wie.id for wie in fetch_betrokkenen(casus_id)}:
            insert_betrokkene(casus_id, wie_id, Betrokkenheid.MEEWERKER, context.now())


def release_meewerker(context: Context, door: Mens, casus_id: str, wie_id: str) -> None:
    """Let somebody work along no longer. Nothing happens to the eigenaar, or to who does not work along."""
    if (wie_id, Betrokkenheid.MEEWERKER) not in {(wie.id, wie.betrokkenheid) for wie in fetch_betrokkenen(casus_id)}:
        return
    with logged(context, door, Actie.MEEWERKER_WEGGEHAALD, casus_id=casus_id, onderdeel_id=wie_id):
        delete_betrokkene(casus_id, wie_id)


def hand_over(context: Context, door: Mens, casus_id: str, naar_id: str) -> None:
    """Make another worker the eigenaar. Who had it has no part in it any more, unless he is asked to work along.

    Raises NietGevonden when `naar_id` cannot take it over.
    """
    with logged(context, door, Actie.CASUS_OVERGEDRAGEN, casus_id=casus_id, onderdeel_id=naar_id):
        if naar_id not in {wie.id for wie in list_kandidaten(casus_id, door.id)}:
            raise NietGevonden
        van = next(wie for wie in fetch_betrokkenen(casus_id) if wie.betrokkenheid is Betrokkenheid.EIGENAAR)
        if van.id == naar_id:
            return
        delete_betrokkene(casus_id, van.id)
        delete_betrokkene(casus_id, naar_id)
        insert_betrokkene(casus_id, naar_id, Betrokkenheid.EIGENAAR, context.now())
        teams = [team.id for team in fetch_teams_of(naar_id)]
        if fetch_team_id_of(casus_id) not in teams:
            # the roles that count are those of the team where it is worked on
            update_team_id(casus_id, teams[0])
        pass_on_with(casus_id, van.id, naar_id)
        close_overdrachten(casus_id, context.now())
        insert_overdracht(Overdracht(context.new_id(), casus_id, van.id, naar_id, door.id, context.now()))


def see_overdracht(context: Context, door: Mens, overdracht_id: str) -> None:
    """Who got it says that he saw it."""
    with logged(context, door, Actie.OVERDRACHT_GEZIEN, onderdeel_id=overdracht_id):
        update_gezien(overdracht_id, door.id, context.now())
