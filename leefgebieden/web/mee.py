"""Writing along in a werkvorm on a phone: a code and a first name, no account. A guest sees this session and nothing else."""

from flask import Blueprint, flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.rem import TeVaak
from leefgebieden.actions.werkvorm import Gesloten, Vol, choose_groep, is_open_for_guests, join, read_stand
from leefgebieden.domain.werkvorm import Gast
from leefgebieden.web.aanmelden import say_te_vaak
from leefgebieden.web.forms.werkvorm import InbrengFormulier, MeeFormulier
from leefgebieden.web.gate import GAST, for_script, gast, public
from leefgebieden.web.huis import get_context
from leefgebieden.web.sessie import make_rem_here
from leefgebieden.web.werkvormsessie import describe, get_sessie, keep_inbreng, make_form

bp = Blueprint("mee", __name__, url_prefix="/mee")
GEEN_WERKVORM = (
    "Deze code hoort nu bij geen werkvorm. Kijk op het grote scherm. Vraag wie begeleidt om een nieuwe code."
)


@bp.get("")
@public
def show() -> ResponseReturnValue:
    """The page to join."""
    return _render_mee(MeeFormulier(id=get_context().new_id()))


@bp.post("")
@public
def join_in() -> ResponseReturnValue:
    """Join."""
    form = MeeFormulier()
    if not form.validate():
        return _render_mee(form), 400
    wie = Gast(form.get_id(), form.naam.data or "")
    try:
        join(get_context(), make_rem_here(f"werkvorm {request.remote_addr}"), form.code.data or "", wie)
    except TeVaak as fout:
        form.form_errors = [say_te_vaak(fout)]
        return _render_mee(form), 429, {"Retry-After": str(int(fout.wacht.total_seconds()) + 1)}
    except Gesloten:
        form.form_errors = [GEEN_WERKVORM]
        return _render_mee(form), 400
    except Vol:
        form.form_errors = ["Er doen al heel veel mensen mee. Schrijf samen met iemand naast je."]
        return _render_mee(form), 400
    except Botsing:
        form.id.data = get_context().new_id()
        form.form_errors = ["Dat lukte niet. Probeer het nog een keer."]
        return _render_mee(form), 400
    session[GAST] = wie.id
    return redirect(url_for(".show_sessie"), 303)


@bp.get("/sessie")
@gast
def show_sessie() -> ResponseReturnValue:
    """The step that the group is at, and the form to write along."""
    return _render_sessie(make_form(get_sessie(), g.gast, id=get_context().new_id()))


@bp.get("/nu")
@gast
@for_script
def tell_nu() -> ResponseReturnValue:
    """Whether there is something new to show."""
    return {"nu": read_stand(get_sessie())}


@bp.post("/groep")
@gast
def choose() -> ResponseReturnValue:
    """Sit with a group."""
    try:
        choose_groep(get_context(), get_sessie().id, g.gast, request.form.get("groep", ""))
    except (NietGevonden, Gesloten):
        flash("Kies een groep uit de lijst.", "fout")
    return redirect(url_for(".show_sessie"), 303)


@bp.get("/schrijf")
@gast
def show_again() -> ResponseReturnValue:
    """Who loads the page again after a refused form."""
    return redirect(url_for(".show_sessie"), 303)


@bp.post("/schrijf")
@gast
def write() -> ResponseReturnValue:
    """Write something down. A guest has no account to keep his words in, so a form that is refused comes back at once."""
    sessie, wie = get_sessie(), g.gast
    form = make_form(sessie, wie)
    if form is None:
        return redirect(url_for(".show_sessie"), 303)
    if not form.validate():
        return _render_sessie(form), 400
    if fout := keep_inbreng(sessie, form, wie, is_gast=True):
        form.form_errors = [fout]
        form.id.data = get_context().new_id()
        return _render_sessie(form), 400
    flash("Bewaard", "bewaard")
    return redirect(url_for(".show_sessie"), 303)


@bp.post("/uit")
@gast
def leave() -> ResponseReturnValue:
    """Stop writing along on this phone. What was written stays."""
    session.pop(GAST, None)
    flash("Je doet niet meer mee op dit toestel.", "bewaard")
    return redirect(url_for(".show"), 303)


def _render_mee(form: MeeFormulier) -> str:
    return render_template("mee/mee.html", form=form, woorden=session.pop("gastwoorden", ""))


def _render_sessie(form: InbrengFormulier | None) -> str:
    sessie, wie = get_sessie(), g.gast
    return render_template(
        "mee/sessie.html", gast=wie, open=is_open_for_guests(get_context(), sessie), **describe(sessie, wie, form)
    )
