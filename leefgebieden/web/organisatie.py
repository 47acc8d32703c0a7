"""Signing in with the account of one's organisation (OpenID Connect). Who may do what stays a matter of this app."""

from typing import Any

from flask import Blueprint, abort, current_app, flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.organisatieaccount import find_or_bind
from leefgebieden.actions.sessie import refresh_sessie
from leefgebieden.domain.sessie import Plek
from leefgebieden.store.medewerker import Medewerker
from leefgebieden.web.gate import public
from leefgebieden.web.huis import get_context, get_ik, has_organisatie
from leefgebieden.web.sessie import enter, get_sessie, where_to_go

bp = Blueprint("organisatie", __name__)
LUKT_NIET = "Inloggen met je organisatie lukte niet. Vraag je beheerder of je hier een account hebt."
VERDER = "organisatie_verder"


@bp.get("/aanmelden/organisatie")
@public
def begin() -> ResponseReturnValue:
    """To the sign-in page of the organisation; when somebody is signed in already: to say again who sits there."""
    antwoord_van = _get_client()
    session[VERDER] = request.args.get("verder", "")
    opnieuw = {"prompt": "login", "max_age": "0"} if current_user.is_authenticated else {}
    try:
        antwoord: ResponseReturnValue = antwoord_van.authorize_redirect(
            url_for("organisatie.finish", _external=True), **opnieuw
        )
    except _errors():
        return _refuse()
    return antwoord


@bp.get("/aanmelden/organisatie/terug")
@public
def finish() -> ResponseReturnValue:
    """Back from the organisation, which says which account this is."""
    try:
        gezegd = _get_client().authorize_access_token().get("userinfo") or {}
    except _errors():
        return _refuse()
    medewerker = _find_medewerker(gezegd)
    verder = session.pop(VERDER, "")
    if medewerker is None:
        return _refuse()
    if current_user.is_authenticated:
        return _again(medewerker, gezegd, session.pop("verder", verder))
    # its second step is the organisation's own care
    return enter(medewerker, _read_plek(), verder, "organisatie")


def _again(medewerker: Medewerker, gezegd: dict[str, Any], verder: str) -> ResponseReturnValue:
    """Opens a locked screen, for the one who locked it: only with a sign-in of just now."""
    net = get_context().now().timestamp() - float(gezegd.get("auth_time") or 0)
    if medewerker.id != current_user.id or not -60 < net < 60:
        return _refuse()
    refresh_sessie(get_context(), get_ik(), get_sessie(), "organisatie")
    return redirect(where_to_go(verder))


def _find_medewerker(gezegd: dict[str, Any]) -> Medewerker | None:
    uitgever, nummer, email = gezegd.get("iss"), gezegd.get("sub"), gezegd.get("email")
    if not isinstance(uitgever, str) or not isinstance(nummer, str):
        return None
    is_nagekeken = isinstance(email, str) and gezegd.get("email_verified") is True
    return find_or_bind(get_context(), uitgever, nummer, email if is_nagekeken else None)


def _refuse() -> ResponseReturnValue:
    flash(LUKT_NIET, "fout")
    return redirect(url_for("aanmelden.show"))


def _read_plek() -> Plek:
    return Plek.KANTOOR if request.cookies.get("plek") == Plek.KANTOOR else Plek.ONDERWEG


def _get_client() -> Any:
    """The library loads on first use, and only where it is wanted."""
    app = current_app
    if not has_organisatie():
        abort(404)
    if "oidc" not in app.extensions:
        from authlib.integrations.flask_client import OAuth

        oauth = OAuth(app)
        oauth.register(
            "organisatie",
            client_id=app.config["OIDC_CLIENT_ID"],
            client_secret=app.config["OIDC_CLIENT_SECRET"],
            server_metadata_url=app.config["OIDC_ISSUER"].rstrip("/") + "/.well-known/openid-configuration",
            client_kwargs={"scope": "openid email", "code_challenge_method": "S256", "timeout": 10},
        )
        app.extensions["oidc"] = oauth
    return app.extensions["oidc"].organisatie


def _errors() -> tuple[type[Exception], ...]:
    from authlib.common.errors import AuthlibBaseError
    from joserfc.errors import JoseError
    from requests import RequestException

    return (AuthlibBaseError, JoseError, RequestException, ValueError, KeyError, RuntimeError)
