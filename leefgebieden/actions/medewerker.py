"""Accounts: the first worker, later ones, and the demo team."""

from argon2 import PasswordHasher

from leefgebieden.actions.logboek import logged
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.vorm import Id
from leefgebieden.store.medewerker import Medewerker, fetch_medewerker_by_email, insert_medewerker, update_wachtwoord
from leefgebieden.store.sessie import close_sessies


class EmailBezet(Exception):
    """There is an account with this address already."""


def add_medewerker(
    context: Context, hasher: PasswordHasher, email: str, naam: str, wachtwoord: str, *, is_demo: bool = False
) -> Medewerker:
    """Make an account. Raises EmailBezet."""
    nieuw = Medewerker(
        id=context.new_id(),
        email=email,
        naam=naam,
        wachtwoord=hasher.hash(wachtwoord),
        is_demo=is_demo,
        gemaakt_op=context.now(),
        gestopt_op=None,
    )
    with logged(context, None, "medewerker toegevoegd", onderdeel_id=nieuw.id):
        if fetch_medewerker_by_email(email) is not None:
            raise EmailBezet(email)
        insert_medewerker(nieuw)
    return nieuw


def set_wachtwoord(context: Context, hasher: PasswordHasher, medewerker: Medewerker, wachtwoord: str) -> None:
    """Give an account another password; whoever was signed in with the old one is out."""
    versleuteld = hasher.hash(wachtwoord)
    with logged(context, to_mens(medewerker), "wachtwoord gezet", onderdeel_id=medewerker.id):
        update_wachtwoord(medewerker.id, versleuteld)
        close_sessies(medewerker.id, context.now())


def to_mens(medewerker: Medewerker) -> Mens:
    """The medewerker as he is kept with the data that he writes."""
    return Mens(id=Id(medewerker.id), naam=medewerker.naam)
