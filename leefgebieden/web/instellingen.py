"""Settings of this device: what the pages look like and when the screen hides itself; and wiping the device."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.web.forms.instellingen import InstellingenFormulier
from leefgebieden.web.gate import public
from leefgebieden.web.koek import keep_on_device
from leefgebieden.web.sessie import leave
from leefgebieden.web.weergave import COOKIE, VERBERG_NA, Weergave, read_weergave

bp = Blueprint("instellingen", __name__)


@bp.get("/instellingen")
@public
def show() -> ResponseReturnValue:
    """The form; it works signed out as well, so that who needs large letters can sign in with them."""
    nu = read_weergave()
    form = InstellingenFormulier(
        thema=nu.thema,
        tekst=nu.tekst,
        linkshandig=nu.linkshandig,
        verberg_na=str(nu.verberg_na),
        aanspreek=nu.aanspreek,
    )
    return render_template("instellingen/instellingen.html", form=form)


@bp.post("/instellingen")
@public
def save() -> ResponseReturnValue:
    """Keep the choice in a cookie of this device."""
    form = InstellingenFormulier()
    if not form.validate():
        return render_template("instellingen/instellingen.html", form=form), 400
    weergave = Weergave(
        thema=form.thema.data or "toestel",
        tekst=form.tekst.data or "gewoon",
        linkshandig=bool(form.linkshandig.data),
        verberg_na=int(form.verberg_na.data or VERBERG_NA[0]),
        aanspreek=form.aanspreek.data or "u",
    )
    flash("Bewaard op dit toestel", "bewaard")
    antwoord = redirect(url_for(".show"), 303)
    keep_on_device(antwoord, COOKIE, weergave.write())
    return antwoord


@bp.post("/instellingen/wis")
@public
def wipe() -> ResponseReturnValue:
    """Sign out, and let the browser forget everything of this app."""
    leave()
    antwoord = redirect(url_for(".show_gewist"), 303)
    antwoord.headers["Clear-Site-Data"] = '"cache", "storage", "cookies"'
    # a browser that does not know that header forgets our own cookie all the same
    antwoord.delete_cookie(COOKIE)
    return antwoord


@bp.get("/instellingen/gewist")
@public
def show_gewist() -> ResponseReturnValue:
    """It is done; a page of its own, for a message would need a cookie."""
    return render_template("instellingen/gewist.html")
