"""The gate: every endpoint says who may enter. What says nothing is closed."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from flask import Flask, abort, current_app, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.sessie import lock_sessie, note_gezien
from leefgebieden.domain.toegang import Besluit, Recht, decide_toegang
from leefgebieden.store.casus import fetch_betrokkenheid
from leefgebieden.web.bewaard_post import ask_to_sign_in_with_post, keep_post
from leefgebieden.web.huis import get_context, get_ik

View = TypeVar("View", bound=Callable[..., Any])
PUBLIC = "public"
SIGNED_IN = "signed_in"


def public(view: View) -> View:
    """Anybody may enter."""
    return _declare(view, PUBLIC)


def signed_in(view: View) -> View:
    """Every medewerker may enter."""
    return _declare(view, SIGNED_IN)


def casus_access(recht: Recht) -> Callable[[View], View]:
    """Who has this right on the casus in the address may enter. A stranger gets 404, a reader who may no more 403."""
    return lambda view: _declare(view, recht)


def also_locked(view: View) -> View:
    """Works while the screen is locked as well; stands below the door."""
    cast(Any, view).ook_vergrendeld = True
    return without_tweede_stap(view)


def without_tweede_stap(view: View) -> View:
    """Works before the second step was set up, where that is asked for; stands below the door."""
    cast(Any, view).zonder_tweede_stap = True
    return view


def _declare(view: View, poort: str) -> View:
    cast(Any, view).poort = poort
    return view


def init_gate(app: Flask) -> None:
    app.before_request(_guard)


def _guard() -> ResponseReturnValue | None:
    if request.endpoint is None:
        return None  # no such page: the answer is 404
    if request.method == "POST" and request.headers.get("Sec-Fetch-Site") == "cross-site":
        abort(403)
    view = current_app.view_functions[request.endpoint]
    poort = getattr(view, "poort", None)
    if poort == PUBLIC:
        return None
    if poort is None:
        abort(403)
    if not current_user.is_authenticated:
        return _ask_to_sign_in()
    if (slot := _guard_sessie(view)) is not None:
        return slot
    if poort != SIGNED_IN:
        _guard_casus(Recht(poort))
    return None


def _guard_sessie(view: Any) -> ResponseReturnValue | None:
    """A screen that locks by itself, one that is locked, and who must set up the second step first."""
    context, sessie = get_context(), current_user.sessie
    if sessie.must_lock(context.now()):
        lock_sessie(context, get_ik(), sessie, verborgen=False)
    if sessie.vergrendeld_op is not None or sessie.must_lock(context.now()):
        return None if getattr(view, "ook_vergrendeld", False) else _stay_hidden()
    note_gezien(context, sessie)
    if sessie.nog_instellen and not getattr(view, "zonder_tweede_stap", False):
        if request.method == "POST":
            keep_post(current_user.id)
        return redirect(url_for("tweedestap.show"), 303)
    return None


def _guard_casus(recht: Recht) -> None:
    assert request.view_args is not None  # every address with a right has a casus in it
    betrokkenheid = fetch_betrokkenheid(request.view_args["casus_id"], current_user.id)
    besluit = decide_toegang(betrokkenheid, recht)
    if besluit is Besluit.ONBEKEND:
        abort(404)
    if besluit is Besluit.GEWEIGERD:
        abort(403)


def _ask_to_sign_in() -> ResponseReturnValue:
    if request.method == "POST":
        # the words go along through the sign-in, and come back after it
        return ask_to_sign_in_with_post()
    return redirect(url_for("aanmelden.show", verder=request.full_path.rstrip("?")))


def _stay_hidden() -> ResponseReturnValue:
    if request.method == "POST":
        keep_post(current_user.id)
    else:
        session["verder"] = request.full_path.rstrip("?")
    return redirect(url_for("aanmelden.show_verborgen"), 303)
