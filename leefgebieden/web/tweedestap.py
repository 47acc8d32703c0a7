"""The second step of signing in: giving it, and setting it up."""

import io
from datetime import datetime, timedelta
from typing import Any

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.medewerker import to_mens
from leefgebieden.actions.passkey import (
    PasskeyLuktNiet,
    add_passkey,
    ask_new_passkey,
    ask_passkey,
    check_passkey,
)
from leefgebieden.actions.rem import TeVaak
from leefgebieden.actions.tweedestap import (
    Verplicht,
    begin_totp,
    check_code,
    confirm_totp,
    has_totp,
    has_tweede_stap,
    is_verplicht,
    make_herstelcodes,
    remove_passkey,
    remove_totp,
)
from leefgebieden.domain.rem import write_wacht
from leefgebieden.domain.sessie import Plek, name_apparaat
from leefgebieden.store.medewerker import Medewerker, fetch_medewerker
from leefgebieden.store.tweedestap import count_herstelcodes, fetch_passkeys, fetch_totp
from leefgebieden.web.bewaard_post import keep_waiting_form
from leefgebieden.web.forms.aanmelden import AanmeldFormulier
from leefgebieden.web.forms.tweedestap import CodeFormulier
from leefgebieden.web.gate import public, signed_in, without_tweede_stap
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.koek import keep_on_device
from leefgebieden.web.opnieuw import need_fresh_sign_in
from leefgebieden.web.passkey import BEKEND, can_passkey, get_plaats, has_passkey
from leefgebieden.web.sessie import HALF, enter, get_sessie, make_rem_here, where_to_go

bp = Blueprint("tweedestap", __name__)
HALVERWEGE = timedelta(minutes=10)
"""How long a right password waits for the second step."""
PASSKEY_MIS = "Dat lukte niet. Probeer het nog eens, of log in met je wachtwoord."


@bp.get("/aanmelden/tweede-stap")
@public
def ask() -> ResponseReturnValue:
    """Asks for the code, after the password."""
    if _find_half() is None:
        return redirect(url_for("aanmelden.show"))
    return _render_vraag(CodeFormulier())


@bp.post("/aanmelden/tweede-stap")
@public
def give() -> ResponseReturnValue:
    """In, when the code is right."""
    half = _find_half()
    if half is None:
        return redirect(url_for("aanmelden.show"), 303)
    form = CodeFormulier()
    if form.validate():
        try:
            wijze = check_code(get_context(), make_rem_here(f"code|{half.id}"), to_mens(half), form.code.data or "")
        except TeVaak as fout:
            form.form_errors = [
                f"Dit is te vaak misgegaan. Wacht {write_wacht(fout.wacht)}. Daarna kun je het weer proberen."
            ]
            return _render_vraag(form), 429
        if wijze:
            bewaard = session[HALF]
            binnen = enter(half, Plek(bewaard["plek"]), bewaard["verder"], f"wachtwoord en {wijze}")
            if wijze == "herstelcode":
                over = count_herstelcodes(half.id)
                flash(f"Deze herstelcode is nu op. Je hebt er nog {over}.", "bewaard")
            return binnen
        form.form_errors = ["Dit lukt niet. Kijk of de code klopt, of wacht op de volgende."]
    form.code.data = ""
    return _render_vraag(form), 400


@bp.post("/aanmelden/passkey/vraag")
@public
def ask_options() -> ResponseReturnValue:
    """For the script: what the browser asks the device."""
    return ask_passkey(get_context(), get_plaats())


@bp.post("/aanmelden/passkey")
@public
def sign_in_passkey() -> ResponseReturnValue:
    """In with a passkey: having the device and opening it are two steps already, so no password is asked."""
    try:
        medewerker = check_passkey(get_context(), get_plaats(), request.form.get("antwoord", ""))
    except PasskeyLuktNiet:
        flash(PASSKEY_MIS, "fout")
        return redirect(url_for("aanmelden.show"), 303)
    half: dict[str, str] = session.get(HALF) or {}
    plek = Plek(half.get("plek") or _read_plek())
    keep_waiting_form(AanmeldFormulier(), medewerker.id)
    verder = half.get("verder") or request.form.get("verder", "")
    antwoord = make_response(enter(medewerker, plek, verder, "passkey"))
    keep_on_device(antwoord, BEKEND, "1")
    return antwoord


@bp.get("/account/tweede-stap")
@signed_in
@without_tweede_stap
def show() -> ResponseReturnValue:
    """What there is, and what can be added."""
    return render_template(
        "tweedestap/tweedestap.html",
        codes=has_totp(current_user.id),
        sleutels=fetch_passkeys(current_user.id),
        over=count_herstelcodes(current_user.id),
        kan_passkey=can_passkey(),
        moet=get_sessie().nog_instellen,
    )


@bp.post("/account/tweede-stap/app")
@signed_in
@without_tweede_stap
@need_fresh_sign_in
def begin_app() -> ResponseReturnValue:
    """Make a secret for an app."""
    begin_totp(get_context(), get_ik())
    return redirect(url_for(".show_app"), 303)


@bp.get("/account/tweede-stap/app")
@signed_in
@without_tweede_stap
@need_fresh_sign_in
def show_app() -> ResponseReturnValue:
    """The secret, as a picture and as text, until the first code is right."""
    return _render_app(CodeFormulier())


@bp.get("/account/tweede-stap/app.svg")
@signed_in
@without_tweede_stap
@need_fresh_sign_in
def draw_app() -> ResponseReturnValue:
    """The picture for the camera of the phone."""
    import segno  # only needed here

    uit = io.BytesIO()
    segno.make(_write_uri(_need_begonnen())).save(uit, kind="svg", scale=5, border=4, light="#fff", xmldecl=False)
    return Response(uit.getvalue(), mimetype="image/svg+xml")


@bp.post("/account/tweede-stap/app/code")
@signed_in
@without_tweede_stap
@need_fresh_sign_in
def confirm_app() -> ResponseReturnValue:
    """The first code is right: the app counts, and the recovery codes are shown, this once."""
    form = CodeFormulier()
    if form.validate():
        codes = confirm_totp(get_context(), get_ik(), get_sessie().id, form.code.data or "")
        if codes is not None:
            return _render_herstelcodes(codes)
        form.code.errors = ["Deze code klopt niet. Kijk of de klok van je telefoon goed staat, en neem de volgende."]
    form.code.data = ""
    return _render_app(form), 400


@bp.post("/account/tweede-stap/app/weg")
@signed_in
@need_fresh_sign_in
def remove_app() -> ResponseReturnValue:
    """Take the app away."""
    return _remove(lambda verplicht: remove_totp(get_context(), get_ik(), verplicht=verplicht))


@bp.post("/account/tweede-stap/herstelcodes")
@signed_in
@need_fresh_sign_in
def renew_codes() -> ResponseReturnValue:
    """New recovery codes, shown this once."""
    if not has_tweede_stap(current_user.id):
        return redirect(url_for(".show"), 303)
    return _render_herstelcodes(make_herstelcodes(get_context(), get_ik()))


@bp.post("/account/passkeys/vraag")
@signed_in
@without_tweede_stap
@need_fresh_sign_in
def ask_new_options() -> ResponseReturnValue:
    """For the script: what the browser asks the device to make."""
    return ask_new_passkey(get_context(), get_plaats(), current_user.medewerker)


@bp.post("/account/passkeys")
@signed_in
@without_tweede_stap
@need_fresh_sign_in
def save_passkey() -> ResponseReturnValue:
    """Keep the new passkey."""
    apparaat = name_apparaat(request.user_agent.string)
    antwoord = request.form.get("antwoord", "")
    try:
        codes = add_passkey(get_context(), get_plaats(), get_ik(), get_sessie().id, apparaat, antwoord)
    except PasskeyLuktNiet:
        flash("Dat lukte niet. Probeer het nog eens.", "fout")
        return redirect(url_for(".show"), 303)
    if codes:
        return _render_herstelcodes(codes)
    flash("Je kunt nu met dit apparaat inloggen.", "bewaard")
    return redirect(url_for(".show"), 303)


@bp.post("/account/passkeys/<id:passkey_id>/weg")
@signed_in
@need_fresh_sign_in
def drop_passkey(passkey_id: str) -> ResponseReturnValue:
    """Take a passkey away; somebody else's is not touched."""
    return _remove(lambda verplicht: remove_passkey(get_context(), get_ik(), passkey_id, verplicht=verplicht))


def _read_plek() -> str:
    gelezen = request.cookies.get("plek", "")
    return gelezen if gelezen in list(Plek) else Plek.ONDERWEG.value


def _find_half() -> Medewerker | None:
    half = session.get(HALF)
    if not half or get_context().now() - datetime.fromisoformat(half["sinds"]) > HALVERWEGE:
        return None
    medewerker = fetch_medewerker(half["wie"])
    return medewerker if medewerker is not None and medewerker.gestopt_op is None else None


def _render_vraag(form: CodeFormulier) -> str:
    half = _find_half()
    assert half is not None  # the view has looked
    return render_template("tweedestap/vraag.html", form=form, codes=has_totp(half.id), passkeys=has_passkey(half.id))


def _render_herstelcodes(codes: list[str]) -> str:
    verder = where_to_go(session.pop("verder", ""))
    return render_template("tweedestap/herstelcodes.html", codes=codes, verder=verder)


def _need_begonnen() -> str:
    begonnen = fetch_totp(current_user.id)
    if begonnen is None or begonnen.bevestigd_op is not None:
        abort(404)
    return begonnen.geheim


def _write_uri(geheim: str) -> str:
    import pyotp

    return pyotp.TOTP(geheim).provisioning_uri(name=current_user.medewerker.email, issuer_name="leefgebieden")


def _render_app(form: CodeFormulier) -> str:
    geheim = _need_begonnen()
    stukken = " ".join(geheim[van : van + 4] for van in range(0, len(geheim), 4))
    return render_template("tweedestap/app.html", form=form, geheim=stukken, uri=_write_uri(geheim))


def _remove(doe: Any) -> ResponseReturnValue:
    try:
        doe(is_verplicht(get_context(), current_app.config["TWEEDE_STAP"]))
    except Verplicht:
        flash("Dit is je enige tweede stap, en die is hier nodig. Stel eerst een andere in.", "fout")
    else:
        flash("Weggehaald", "bewaard")
    return redirect(url_for(".show"), 303)
