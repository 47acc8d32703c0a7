"""Passkeys: the device proves who holds it, with a finger, a face or its own code. The library loads on first use."""

import hashlib
import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from leefgebieden.actions.logboek import logged
from leefgebieden.actions.tweedestap import make_herstelcodes
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import writing
from leefgebieden.store.medewerker import Medewerker, fetch_medewerker
from leefgebieden.store.sessie import update_sessie
from leefgebieden.store.tweedestap import (
    Passkey,
    count_herstelcodes,
    fetch_passkey_by_credential,
    fetch_passkeys,
    insert_passkey,
    insert_uitdaging,
    take_uitdaging,
    update_passkey,
)

ONLEESBAAR = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What comes of an answer that no browser made."""
GELDIG = timedelta(minutes=5)
"""How long one may take to find the finger."""


@dataclass(frozen=True)
class Plaats:
    """Where the passkey is for: the name of this host, and the whole origin as the browser says it."""

    host: str
    origin: str


class PasskeyLuktNiet(Exception):
    """The answer of the device is not right, too late, or of a passkey that is not known here."""


def ask_new_passkey(context: Context, plaats: Plaats, medewerker: Medewerker) -> dict[str, Any]:
    """What the browser needs to make a passkey: `PublicKeyCredentialCreationOptions` as JSON values."""
    import webauthn
    from webauthn.helpers import structs

    opties = webauthn.generate_registration_options(
        rp_id=plaats.host,
        rp_name="leefgebieden",
        user_id=medewerker.id.encode(),
        user_name=medewerker.email,
        user_display_name=medewerker.naam,
        authenticator_selection=structs.AuthenticatorSelectionCriteria(
            resident_key=structs.ResidentKeyRequirement.REQUIRED,
            user_verification=structs.UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[
            structs.PublicKeyCredentialDescriptor(id=webauthn.base64url_to_bytes(een.credential))
            for een in fetch_passkeys(medewerker.id)
        ],
    )
    return _keep_uitdaging(context, json.loads(webauthn.options_to_json(opties)))


def ask_passkey(context: Context, plaats: Plaats) -> dict[str, Any]:
    """What the browser needs to use one: `PublicKeyCredentialRequestOptions`. It names nobody: the device knows."""
    import webauthn
    from webauthn.helpers import structs

    opties = webauthn.generate_authentication_options(
        rp_id=plaats.host, user_verification=structs.UserVerificationRequirement.REQUIRED
    )
    return _keep_uitdaging(context, json.loads(webauthn.options_to_json(opties)))


def add_passkey(
    context: Context, plaats: Plaats, mens: Mens, sessie_id: str, apparaat: str, antwoord: str
) -> list[str]:
    """Keep a new passkey. Returns recovery codes when there were none yet. Raises PasskeyLuktNiet."""
    import webauthn
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        gezien = webauthn.verify_registration_response(
            credential=antwoord,
            expected_challenge=_take_uitdaging(context, antwoord),
            expected_rp_id=plaats.host,
            expected_origin=plaats.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, *ONLEESBAAR) as fout:
        raise PasskeyLuktNiet from fout
    nieuw = Passkey(
        id=context.new_id(),
        medewerker_id=mens.id,
        credential=_to_text(gezien.credential_id),
        publiek=_to_text(gezien.credential_public_key),
        teller=gezien.sign_count,
        apparaat=apparaat,
        gemaakt_op=context.now(),
    )
    if fetch_passkey_by_credential(nieuw.credential) is not None:
        raise PasskeyLuktNiet
    with logged(context, mens, Actie.PASSKEY_TOEGEVOEGD, onderdeel_id=nieuw.id):
        insert_passkey(nieuw)
        update_sessie(sessie_id, nog_instellen=False)
    return [] if count_herstelcodes(mens.id) else make_herstelcodes(context, mens)


def check_passkey(context: Context, plaats: Plaats, antwoord: str) -> Medewerker:
    """Whose passkey answered. Raises PasskeyLuktNiet."""
    import webauthn
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        verwacht = _take_uitdaging(context, antwoord)
        bewaard = fetch_passkey_by_credential(str(json.loads(antwoord)["id"]).rstrip("="))
        if bewaard is None:
            raise PasskeyLuktNiet
        gezien = webauthn.verify_authentication_response(
            credential=antwoord,
            expected_challenge=verwacht,
            expected_rp_id=plaats.host,
            expected_origin=plaats.origin,
            credential_public_key=webauthn.base64url_to_bytes(bewaard.publiek),
            credential_current_sign_count=bewaard.teller,
            require_user_verification=True,
        )
    except (WebAuthnException, *ONLEESBAAR) as fout:
        raise PasskeyLuktNiet from fout
    with writing():
        update_passkey(bewaard.id, teller=gezien.new_sign_count, gebruikt_op=context.now())
    medewerker = fetch_medewerker(bewaard.medewerker_id)
    if medewerker is None or medewerker.gestopt_op is not None:
        raise PasskeyLuktNiet
    return medewerker


def _keep_uitdaging(context: Context, opties: dict[str, Any]) -> dict[str, Any]:
    nu = context.now()
    with writing():
        insert_uitdaging(_hash(opties["challenge"]), nu, nu - GELDIG)
    return opties


def _take_uitdaging(context: Context, antwoord: str) -> bytes:
    """The challenge that the device signed, if it is one of ours that was not answered before."""
    import webauthn

    gezegd = json.loads(webauthn.base64url_to_bytes(json.loads(antwoord)["response"]["clientDataJSON"]))["challenge"]
    with writing():
        if not isinstance(gezegd, str) or not take_uitdaging(_hash(gezegd), context.now() - GELDIG):
            raise PasskeyLuktNiet
    return webauthn.base64url_to_bytes(gezegd)


def _hash(uitdaging: str) -> str:
    return hashlib.sha256(uitdaging.encode(errors="replace")).hexdigest()


def _to_text(ruw: bytes) -> str:
    from webauthn.helpers import bytes_to_base64url

    return bytes_to_base64url(ruw)
