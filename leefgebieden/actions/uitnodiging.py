"""Inviting a colleague: a link that works once, for seven days."""

import hashlib
import secrets
from datetime import timedelta

from argon2 import PasswordHasher

from leefgebieden.actions.fouten import Botsing, NietGevonden, TeLaat
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.medewerker import EmailBezet, write_medewerker
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toegang import TEAMROLLEN, Rol
from leefgebieden.domain.wachtwoord import normalise_wachtwoord
from leefgebieden.store.medewerker import Medewerker, fetch_medewerker_by_email
from leefgebieden.store.team import Plek, fetch_teams
from leefgebieden.store.uitnodiging import (
    Uitnodiging,
    fetch_uitnodiging,
    fetch_uitnodiging_by_hash,
    insert_uitnodiging,
    update_gebruikt,
    update_ingetrokken,
)

GELDIG = timedelta(days=7)


def invite(
    context: Context, door: Mens, uitnodiging_id: str, email: str, naam: str, team_id: str, rollen: tuple[Rol, ...]
) -> str:
    """Invite somebody. Returns the token of the link, which is kept nowhere.

    Raises EmailBezet, NietGevonden (no such team), or Botsing when this form was sent before: its link cannot be shown again.
    """
    token, nu = secrets.token_urlsafe(32), context.now()
    nieuw = Uitnodiging(
        id=uitnodiging_id,
        token_hash=hash_token(token),
        email=email,
        naam=naam,
        team_id=team_id,
        rollen=rollen,
        gemaakt_op=nu,
        gemaakt_door=door.id,
        verloopt_op=nu + GELDIG,
    )
    with logged(context, door, Actie.MEDEWERKER_UITGENODIGD, onderdeel_id=uitnodiging_id):
        if fetch_uitnodiging(uitnodiging_id) is not None:
            raise Botsing(None)
        if fetch_medewerker_by_email(email) is not None:
            raise EmailBezet(email)
        if team_id not in {team.id for team in fetch_teams()}:
            raise NietGevonden
        insert_uitnodiging(nieuw)
    return token


def withdraw_uitnodiging(context: Context, door: Mens, uitnodiging_id: str) -> None:
    """The link works no longer."""
    with logged(context, door, Actie.UITNODIGING_INGETROKKEN, onderdeel_id=uitnodiging_id):
        update_ingetrokken(uitnodiging_id, context.now())


def find_uitnodiging(context: Context, token: str) -> Uitnodiging | None:
    """The invitation of a link that works; None for one that was used, withdrawn, is over, or never was."""
    gevonden = fetch_uitnodiging_by_hash(hash_token(token))
    return gevonden if gevonden is not None and gevonden.is_open(context.now()) else None


def accept_uitnodiging(context: Context, hasher: PasswordHasher, token: str, naam: str, wachtwoord: str) -> Medewerker:
    """Make the account. Raises TeLaat when the link works no longer, EmailBezet when there is an account by now."""
    versleuteld = hasher.hash(normalise_wachtwoord(wachtwoord))  # takes long, so outside the transaction
    nieuw_id = context.new_id()
    with logged(context, None, Actie.UITNODIGING_AANGENOMEN, onderdeel_id=nieuw_id):
        gevonden = find_uitnodiging(context, token)
        if gevonden is None:
            raise TeLaat
        nieuw = Medewerker(nieuw_id, gevonden.email, naam, versleuteld, False, context.now(), None)
        write_medewerker(context, nieuw, to_plekken(gevonden.team_id, gevonden.rollen))
        update_gebruikt(gevonden.id, context.now())
    return nieuw


def to_plekken(team_id: str, rollen: tuple[Rol, ...]) -> list[Plek]:
    """Roles of a team in that team, the others everywhere."""
    return [Plek(rol, team_id if rol in TEAMROLLEN else None) for rol in rollen]


def hash_token(token: str) -> str:
    # the token is long and random: no slow hash is needed to keep it from being guessed
    return hashlib.sha256(token.encode()).hexdigest()
