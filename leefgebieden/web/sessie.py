"""The session of the browser that asks: beginning one, finding it back at a request, ending it."""

from typing import Any
from urllib.parse import urlsplit

from flask import current_app, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user

from leefgebieden.actions.medewerker import to_mens
from leefgebieden.actions.rem import Rem, make_rem
from leefgebieden.actions.sessie import begin_sessie, end_sessie, hash_woord, recall_gezien
from leefgebieden.actions.tweedestap import has_tweede_stap, is_verplicht
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.sessie import Plek, Sessie, name_apparaat
from leefgebieden.store.concept import fetch_concept
from leefgebieden.store.medewerker import Medewerker
from leefgebieden.store.sessie import fetch_sessie
from leefgebieden.web.aangemeld import Aangemeld
from leefgebieden.web.bewaard_post import FORMULIER as HERHALEN
from leefgebieden.web.huis import get_context

HALF = "half"
"""Who gave the right password and not yet the second step."""


def load_aangemeld(woord: str) -> Aangemeld | None:
    """Who belongs to the word in the cookie; None when the session is over or the account has stopped."""
    gevonden = fetch_sessie(hash_woord(woord))
    if gevonden is None:
        return None
    sessie, medewerker = gevonden
    if medewerker.gestopt_op is not None or sessie.is_over(get_context().now(), current_app.config["SESSIE_UREN"]):
        return None
    return Aangemeld(medewerker, recall_gezien(sessie), woord)


def find_gestopt_here() -> Mens | None:
    """Who was signed in on this browser until he was stopped; None when nobody was."""
    gevonden = fetch_sessie(hash_woord(str(session.get("_user_id", ""))))
    return to_mens(gevonden[1]) if gevonden and gevonden[1].gestopt_op is not None else None


def get_sessie() -> Sessie:
    """The session of who is signed in."""
    sessie: Sessie = current_user.sessie
    return sessie


def get_grenzen() -> dict[Plek, int]:
    """The minutes of this team until a screen locks."""
    return {
        Plek.ONDERWEG: int(current_app.config["SLOT_ONDERWEG"]),
        Plek.KANTOOR: int(current_app.config["SLOT_KANTOOR"]),
    }


def enter(
    medewerker: Medewerker, plek: Plek, verder: str | None, wijze: str, *, nog_instellen: bool = False
) -> ResponseReturnValue:
    """Sign in and go on. The cookie begins anew, so that nobody can have set it before."""
    session.clear()
    woord = begin_sessie(
        get_context(),
        to_mens(medewerker),
        plek,
        name_apparaat(request.user_agent.string),
        get_grenzen(),
        nog_instellen=nog_instellen,
        wijze=wijze,
    )
    aangemeld = load_aangemeld(woord)
    assert aangemeld is not None  # it began a moment ago
    login_user(aangemeld)
    if nog_instellen:
        session["verder"] = verder or ""
        return redirect(url_for("tweedestap.show"), 303)
    return redirect(where_to_go(verder), 303)


def go_in(medewerker: Medewerker, plek: Plek, verder: str | None) -> ResponseReturnValue:
    """The password was right: in, or on to the second step where there is one or must be one."""
    if has_tweede_stap(medewerker.id):
        session.clear()
        session[HALF] = {
            "wie": medewerker.id,
            "sinds": get_context().now().isoformat(),
            "plek": plek.value,
            "verder": verder or "",
        }
        return redirect(url_for("tweedestap.ask"), 303)
    nog_instellen = is_verplicht(get_context(), current_app.config["TWEEDE_STAP"])
    return enter(medewerker, plek, verder, "wachtwoord", nog_instellen=nog_instellen)


def leave() -> None:
    """Sign out here, if one was signed in: the session ends on the server, not only in this browser."""
    if current_user.is_authenticated:
        end_sessie(get_context(), to_mens(current_user.medewerker), current_user.sessie.id)
    logout_user()
    session.clear()


def where_to_go(verder: str | None) -> str:
    """To the words that wait, else to where one was going, else to Mensen."""
    if fetch_concept(current_user.id, "", HERHALEN) is not None:
        return url_for("herhalen.show")
    return verder if verder and is_local(verder) else url_for("mensen.show")


def remember_where(*, hier: bool = True) -> None:
    """Where to go on after signing in again: the page that was asked, or the page that the link or form stood on."""
    if hier and request.method == "GET":
        session["verder"] = request.full_path.rstrip("?")
    elif request.referrer and urlsplit(request.referrer).netloc == request.host:
        session["verder"] = urlsplit(request.referrer).path


def make_rem_here(wie: str) -> Rem:
    """The brake for a try by this browser on this account."""
    return make_rem(str(current_app.config["SECRET_KEY"]), wie, request.remote_addr or "")


def get_hasher() -> Any:
    """The password hasher of the app."""
    return current_app.extensions["hasher"]


def is_local(pad: str) -> bool:
    """A path of this app, and nothing that a browser takes for another site."""
    delen = urlsplit(pad)
    return pad.startswith("/") and not pad.startswith(("//", "/\\")) and not delen.netloc and "\\" not in pad
