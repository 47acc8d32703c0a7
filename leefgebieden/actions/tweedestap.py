"""The second step: setting it up, taking a code, and recovery codes for when the phone is lost."""

import base64
import hashlib
import hmac
import secrets
from datetime import timedelta

from leefgebieden.actions.logboek import logged
from leefgebieden.actions.rem import Rem, begin_poging, end_poging
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import writing
from leefgebieden.store.medewerker import fetch_medewerkers
from leefgebieden.store.sessie import update_sessie
from leefgebieden.store.tweedestap import (
    Totp,
    delete_passkeys,
    delete_totp,
    fetch_passkeys,
    fetch_totp,
    replace_herstelcodes,
    replace_totp,
    update_totp,
    use_herstelcode,
)

AANTAL_CODES = 10
STAP = 30
MAAKTIJD = timedelta(hours=1)
"""How long an app may take to be set up."""


class Verplicht(Exception):
    """The last second step cannot go: this team asks for one."""


def is_verplicht(context: Context, instelling: str) -> bool:
    """Whether a second step is asked for. "automatisch": yes, except in a school, where nobody is real, and while only demo
    accounts exist.
    """
    if instelling in ("verplicht", "vrij"):
        return instelling == "verplicht"
    return not context.alleen_oefenen and any(not medewerker.is_demo for medewerker in fetch_medewerkers())


def has_totp(medewerker_id: str) -> bool:
    """Whether there is an app that counts codes for this account."""
    gevonden = fetch_totp(medewerker_id)
    return gevonden is not None and gevonden.bevestigd_op is not None


def has_tweede_stap(medewerker_id: str) -> bool:
    """Whether the password alone is not enough for this account."""
    return has_totp(medewerker_id) or bool(fetch_passkeys(medewerker_id))


def begin_totp(context: Context, mens: Mens) -> None:
    """Make a secret for an app. It counts once a code of it was right; one that counts is never replaced by this."""
    import pyotp  # at first use: most starts need no code

    with logged(context, mens, Actie.CODES_BEGONNEN):
        if not has_totp(mens.id):
            replace_totp(Totp(mens.id, pyotp.random_base32(), context.now(), None, 0))


def confirm_totp(context: Context, mens: Mens, sessie_id: str, code: str) -> list[str] | None:
    """The first right code: from now on it is asked. Returns new recovery codes, None when the code is wrong."""
    begonnen = fetch_totp(mens.id)
    if begonnen is None or begonnen.bevestigd_op is not None or context.now() - begonnen.gemaakt_op > MAAKTIJD:
        return None
    stap = _find_stap(context, begonnen, _bare(code))
    if stap is None:
        return None
    with logged(context, mens, Actie.CODES_INGESTELD):
        update_totp(mens.id, bevestigd_op=context.now(), laatste_stap=stap)
        update_sessie(sessie_id, nog_instellen=False)
        return _write_herstelcodes(context, mens)


def check_code(context: Context, rem: Rem, mens: Mens, code: str) -> str:
    """How this code was right: "code", "herstelcode", or "" when it was not. Each counts once. Raises TeVaak."""
    begin_poging(context, rem)
    wijze = _use_totp(context, mens, _bare(code)) or _use_herstelcode(context, mens, _bare(code))
    if wijze:
        end_poging(rem)
    return wijze


def make_herstelcodes(context: Context, mens: Mens) -> list[str]:
    """Ten new ones; the old ones are gone. They are shown once: only their hashes are kept."""
    with logged(context, mens, Actie.HERSTELCODES_GEMAAKT):
        return _write_herstelcodes(context, mens)


def remove_totp(context: Context, mens: Mens, *, verplicht: bool) -> None:
    """Take the app away. Raises Verplicht."""
    if verplicht and not fetch_passkeys(mens.id):
        raise Verplicht
    with logged(context, mens, Actie.CODES_WEGGEHAALD):
        delete_totp(mens.id)


def remove_passkey(context: Context, mens: Mens, passkey_id: str, *, verplicht: bool) -> None:
    """Take a passkey away. Raises Verplicht."""
    if verplicht and not has_totp(mens.id) and all(een.id == passkey_id for een in fetch_passkeys(mens.id)):
        raise Verplicht
    with logged(context, mens, Actie.PASSKEY_WEGGEHAALD, onderdeel_id=passkey_id):
        delete_passkeys(mens.id, passkey_id)


def reset_tweede_stap(context: Context, mens: Mens) -> None:
    """Take away every second step, for who lost phone and codes: it is set up anew at the next sign-in."""
    with logged(context, None, Actie.TWEEDE_STAP_GEWIST, onderdeel_id=mens.id):
        delete_totp(mens.id)
        delete_passkeys(mens.id)
        replace_herstelcodes(mens.id, [], context.now())


def _use_totp(context: Context, mens: Mens, code: str) -> str:
    with writing():
        bewaard = fetch_totp(mens.id)
        if bewaard is None or bewaard.bevestigd_op is None:
            return ""
        stap = _find_stap(context, bewaard, code)
        if stap is None:
            return ""
        update_totp(mens.id, laatste_stap=stap)
        return "code"


def _use_herstelcode(context: Context, mens: Mens, code: str) -> str:
    with logged(context, mens, Actie.HERSTELCODE_GEPROBEERD):
        return "herstelcode" if use_herstelcode(mens.id, _hash_code(mens.id, code), context.now()) else ""


def _find_stap(context: Context, bewaard: Totp, code: str) -> int | None:
    """The half minute that this code belongs to: now, the one before or the one after; never one that was used."""
    import pyotp

    nu = int(context.now().timestamp()) // STAP
    app = pyotp.HOTP(bewaard.geheim)
    for stap in (nu, nu - 1, nu + 1):
        if stap > bewaard.laatste_stap and hmac.compare_digest(app.at(stap).encode(), code.encode(errors="replace")):
            return stap
    return None


def _write_herstelcodes(context: Context, mens: Mens) -> list[str]:
    # 80 random bits each: no slow hash is needed, and none would be quick enough for ten
    ruw = [base64.b32encode(secrets.token_bytes(10)).decode() for _ in range(AANTAL_CODES)]
    replace_herstelcodes(mens.id, [_hash_code(mens.id, een) for een in ruw], context.now())
    return ["-".join(een[van : van + 4] for van in range(0, 16, 4)) for een in ruw]


def _hash_code(medewerker_id: str, code: str) -> str:
    return hashlib.sha256(f"{medewerker_id}|{code}".encode(errors="replace")).hexdigest()


def _bare(code: str) -> str:
    """As it was made: without the spaces and lines that make it readable."""
    return "".join(teken for teken in code[:100] if teken.isascii() and teken.isalnum()).upper()
