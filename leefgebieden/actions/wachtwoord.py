"""Passwords: checking one, and choosing another."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from leefgebieden.actions.logboek import logged
from leefgebieden.actions.rem import Rem, begin_poging, end_poging
from leefgebieden.content.wachtwoorden.veelgebruikt import is_veelgebruikt
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.vorm import Id
from leefgebieden.domain.wachtwoord import LANGST, judge_wachtwoord, normalise_wachtwoord
from leefgebieden.store.db import writing
from leefgebieden.store.medewerker import Medewerker, fetch_medewerker_by_email, update_wachtwoord
from leefgebieden.store.sessie import close_sessies


class Ongeschikt(Exception):
    """This password will not do; the text says why, for on the screen."""


def check_aanmelding(
    context: Context, hasher: PasswordHasher, rem: Rem, email: str, wachtwoord: str
) -> Medewerker | None:
    """Who has this address and this password; None for an unknown address as for a wrong password. Raises TeVaak."""
    begin_poging(context, rem)
    medewerker = fetch_medewerker_by_email(email)
    if medewerker is None or medewerker.gestopt_op is not None:
        # takes as long as a check, so the answer does not tell which addresses exist
        hasher.hash(normalise_wachtwoord(wachtwoord)[:LANGST])
        return None
    if not matches(hasher, medewerker, wachtwoord):
        return None
    end_poging(rem)
    if hasher.check_needs_rehash(medewerker.wachtwoord):
        with writing():
            update_wachtwoord(medewerker.id, hasher.hash(normalise_wachtwoord(wachtwoord)))
    return medewerker


def check_wachtwoord(
    context: Context, hasher: PasswordHasher, rem: Rem, medewerker: Medewerker, wachtwoord: str
) -> bool:
    """Whether this is the password of who is signed in already. Raises TeVaak."""
    begin_poging(context, rem)
    if not matches(hasher, medewerker, wachtwoord):
        return False
    end_poging(rem)
    return True


def matches(hasher: PasswordHasher, medewerker: Medewerker, wachtwoord: str) -> bool:
    """Whether this is his password; without a brake, so only for what has one of its own."""
    try:
        return hasher.verify(medewerker.wachtwoord, normalise_wachtwoord(wachtwoord))
    except (VerificationError, InvalidHashError):
        return False


def choose_wachtwoord(
    context: Context, hasher: PasswordHasher, medewerker: Medewerker, wachtwoord: str, sessie_id: str
) -> None:
    """Another password, chosen by the worker himself: every other session of his ends. Raises Ongeschikt."""
    schoon = normalise_wachtwoord(wachtwoord)
    eigen = (medewerker.naam, medewerker.email, *medewerker.email.split("@"))
    bezwaar = judge_wachtwoord(schoon, is_veelgebruikt, eigen)
    if bezwaar:
        raise Ongeschikt(bezwaar)
    versleuteld = hasher.hash(schoon)
    with logged(
        context, Mens(Id(medewerker.id), medewerker.naam), Actie.WACHTWOORD_GEKOZEN, onderdeel_id=medewerker.id
    ):
        update_wachtwoord(medewerker.id, versleuteld)
        close_sessies(medewerker.id, context.now(), behalve=sessie_id)
