"""Accounts: the first worker, later ones, and the demo team."""

from collections.abc import Iterable

from argon2 import PasswordHasher

from leefgebieden.actions.logboek import logged
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toegang import Rol
from leefgebieden.domain.vorm import Id
from leefgebieden.store.medewerker import (
    Medewerker,
    fetch_medewerker_by_email,
    fetch_medewerkers,
    insert_medewerker,
    update_wachtwoord,
)
from leefgebieden.store.sessie import close_sessies
from leefgebieden.store.team import Plek, Team, fetch_teams, insert_plek, insert_team


class EmailBezet(Exception):
    """There is an account with this address already."""


EERSTE_TEAM = "Ons team"


def add_medewerker(
    context: Context,
    hasher: PasswordHasher,
    email: str,
    naam: str,
    wachtwoord: str,
    *,
    is_demo: bool = False,
    plekken: Iterable[Plek] | None = None,
) -> Medewerker:
    """Make an account. Without `plekken` he is outreachend werker in the first team, and beheerder when he is the first.

    Raises EmailBezet.
    """
    nieuw = Medewerker(
        id=context.new_id(),
        email=email,
        naam=naam,
        wachtwoord=hasher.hash(wachtwoord),
        is_demo=is_demo,
        gemaakt_op=context.now(),
        gestopt_op=None,
    )
    with logged(context, None, Actie.MEDEWERKER_TOEGEVOEGD, onderdeel_id=nieuw.id):
        write_medewerker(context, nieuw, plekken)
    return nieuw


def write_medewerker(context: Context, nieuw: Medewerker, plekken: Iterable[Plek] | None) -> None:
    """Write an account with its roles, within the transaction of an act. Raises EmailBezet."""
    if fetch_medewerker_by_email(nieuw.email) is not None:
        raise EmailBezet(nieuw.email)
    if plekken is None:
        plekken = _find_plekken(context)
    insert_medewerker(nieuw)
    for plek in plekken:
        insert_plek(nieuw.id, plek, context.now())


def _find_plekken(context: Context) -> list[Plek]:
    eerste = not fetch_medewerkers()
    teams = fetch_teams()
    if not teams:
        teams = [Team(id=context.new_id(), naam=EERSTE_TEAM, gemaakt_op=context.now())]
        insert_team(teams[0])
    return [Plek(Rol.WERKER, teams[0].id), *([Plek(Rol.BEHEERDER)] if eerste else [])]


def set_wachtwoord(context: Context, hasher: PasswordHasher, medewerker: Medewerker, wachtwoord: str) -> None:
    """Give an account another password; whoever was signed in with the old one is out."""
    versleuteld = hasher.hash(wachtwoord)
    with logged(context, to_mens(medewerker), Actie.WACHTWOORD_GEZET, onderdeel_id=medewerker.id):
        update_wachtwoord(medewerker.id, versleuteld)
        close_sessies(medewerker.id, context.now())


def to_mens(medewerker: Medewerker) -> Mens:
    """The medewerker as he is kept with the data that he writes."""
    return Mens(id=Id(medewerker.id), naam=medewerker.naam)
