"""Playing a practice story: its fragments, its turning points with differing views, and looking back without a grade."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.leergroep import hand_in
from leefgebieden.actions.oefening import record_antwoord
from leefgebieden.actions.verhaal import find_oefening, find_voorbeeld
from leefgebieden.content.model import Keerpunt, Oefening
from leefgebieden.domain.antwoord import Antwoord
from leefgebieden.domain.casus import Namen, Soort
from leefgebieden.domain.hints import find_hints
from leefgebieden.domain.leergroep import Inlevering
from leefgebieden.domain.oefening import (
    find_keerpunt,
    find_volgend_keerpunt,
    group_antwoorden,
    list_from_story,
    look_back,
)
from leefgebieden.domain.toegang import Recht
from leefgebieden.store.casus import GelezenCasus
from leefgebieden.store.leergroep import fetch_groepen_met
from leefgebieden.web.a4 import Wijze, lay_out, send_pdf, try_to_draw
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.leergroep import GROEP, InleverFormulier
from leefgebieden.web.forms.oefening import AntwoordFormulier
from leefgebieden.web.forms.overleg import offer
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_content, get_context, get_ik, get_vandaag
from leefgebieden.web.methodiek_keuze import list_steunen, name_steun

bp = Blueprint("oefening", __name__, url_prefix="/mensen/<id:casus_id>/oefening")


@bp.get("")
@casus_access(Recht.LEZEN)
def show(casus_id: str) -> ResponseReturnValue:
    """The fragments of the story and its turning points, in any order."""
    gelezen, oefening = _read(casus_id)
    return render_template(
        "oefening/verhaal.html",
        gelezen=gelezen,
        oefening=oefening,
        antwoorden=group_antwoorden(gelezen.hele.antwoorden),
    )


@bp.get("/fragmenten/<key>")
@casus_access(Recht.LEZEN)
def show_fragment(casus_id: str, key: str) -> ResponseReturnValue:
    """One fragment; beside it the sheet to write a notitie."""
    gelezen, oefening = _read(casus_id)
    keys = [fragment.key for fragment in oefening.fragmenten]
    if key not in keys:
        abort(404)
    plek = keys.index(key)
    return render_template(
        "oefening/fragment.html",
        gelezen=gelezen,
        fragment=oefening.fragmenten[plek],
        nummer=plek + 1,
        aantal=len(keys),
        volgende=oefening.fragmenten[plek + 1] if plek + 1 < len(keys) else None,
        keerpunt=next((punt for punt in oefening.keerpunten if punt.na == key), None),
    )


@bp.get("/keerpunten/<key>")
@casus_access(Recht.LEZEN)
def ask(casus_id: str, key: str) -> ResponseReturnValue:
    """A turning point. The views of others are shown after one's own answer."""
    gelezen, oefening = _read(casus_id)
    keerpunt = _find(oefening, key)
    mijn = group_antwoorden(gelezen.hele.antwoorden).get(key, ())
    form = _make_form(mijn[-1] if mijn else None)
    terug = restore_form(form, _name_form(key), casus_id)
    return render_template(
        "oefening/keerpunt.html",
        gelezen=gelezen,
        keerpunt=keerpunt,
        nummer=oefening.keerpunten.index(keerpunt) + 1,
        aantal=len(oefening.keerpunten),
        antwoorden=mijn,
        form=form,
        terug=terug,
        volgende=find_volgend_keerpunt(oefening, key),
        name_steun=name_steun,
        inleveren=_make_inlever_form() if mijn else None,
        van_ons=oefening.key in get_content().oefeningen,
    )


@bp.post("/keerpunten/<key>")
@casus_access(Recht.SCHRIJVEN)
def answer(casus_id: str, key: str) -> ResponseReturnValue:
    """Answer, or answer anew."""
    _, oefening = _read(casus_id)
    _find(oefening, key)
    form, naar = _make_form(None), url_for(".ask", casus_id=casus_id, key=key)
    if not form.validate():
        return keep_and_return(_name_form(key), casus_id, naar, **renew_id(form))
    antwoord = Antwoord(
        id=form.get_id(),
        keerpunt=key,
        op=get_context().now(),
        tekst=form.tekst.data or "",
        voor=form.voor.data or "",
        tegen=form.tegen.data or "",
        leunt_op=form.leunt_op.data or "",
    )
    try:
        record_antwoord(get_context(), get_ik(), casus_id, antwoord)
    except Botsing:
        flash("Dit formulier is al bewaard. Je nieuwe tekst staat er nog. Bewaar hem nog een keer.", "fout")
        return keep_and_return(_name_form(key), casus_id, naar, id=get_context().new_id())
    let_go(_name_form(key), casus_id)
    flash("Bewaard", "bewaard")
    return redirect(naar, 303)


@bp.post("/keerpunten/<key>/inleveren")
@casus_access(Recht.SCHRIJVEN)
def hand_in_antwoord(casus_id: str, key: str) -> ResponseReturnValue:
    """Hand in a copy of what one thinks now, to a group that one takes part in."""
    gelezen, oefening = _read(casus_id)
    _find(oefening, key)
    form, mijn = _make_inlever_form(), group_antwoorden(gelezen.hele.antwoorden).get(key, ())
    naar = redirect(url_for(".ask", casus_id=casus_id, key=key), 303)
    if form is None or not mijn or not form.validate():
        flash("Dit lukt niet. Kies een groep, en wie het mag lezen. Er is niets ingeleverd.", "fout")
        return naar
    laatst = mijn[-1]
    nieuw = Inlevering(
        id=form.get_id(),
        verhaal=oefening.key,
        keerpunt=key,
        door=get_ik(),
        op=get_context().now(),
        tekst=laatst.tekst,
        voor=laatst.voor,
        tegen=laatst.tegen,
        leunt_op=laatst.leunt_op,
        voor_groep=form.wie.data == GROEP,
    )
    try:
        hand_in(get_context(), form.groep.data, nieuw)
    except (Botsing, NietGevonden):
        flash("Dit lukt niet meer. Kijk bij je groep wat er is ingeleverd.", "fout")
        return naar
    flash("Ingeleverd. Intrekken kan bij je groep.", "bewaard")
    return naar


@bp.get("/terugkijken")
@casus_access(Recht.LEZEN)
def look(casus_id: str) -> ResponseReturnValue:
    """The own notities beside those of experienced workers, three mirrors, and words that judge, as a question."""
    gelezen, oefening = _read(casus_id)
    content, voorbeeld = get_content(), find_voorbeeld(get_context(), oefening.key)
    ervaren = voorbeeld.notities if voorbeeld else ()
    eigen = gelezen.hele.notities
    return render_template(
        "oefening/terugkijken.html",
        gelezen=gelezen,
        terugblik=look_back(eigen, [een for een in ervaren if een.plaatsen], oefening.titel, content.kaart),
        letterlijk=list_from_story(eigen, oefening),
        hints=[(een, zinnen) for een in eigen if (zinnen := find_hints(een.tekst, content.woordhints))],
        antwoorden=group_antwoorden(gelezen.hele.antwoorden),
        oefening=oefening,
        heeft_voorbeeld=voorbeeld is not None,
    )


@bp.get("/a4.pdf")
@casus_access(Recht.LEZEN)
def show_a4(casus_id: str) -> ResponseReturnValue:
    """The A4 as experienced workers made it of the same story."""
    _, oefening = _read(casus_id)
    hele = find_voorbeeld(get_context(), oefening.key)
    if hele is None:
        abort(404)
    pdf = try_to_draw(lay_out(hele, Wijze(Namen.SCHUILNAAM)).samenvatting, "OEFENEN. Zo maakte een ervaren werker het.")
    if pdf is None:
        flash("De A4 tekenen lukt nu niet. Je eigen A4 staat er nog.", "fout")
        return redirect(url_for(".look", casus_id=casus_id), 303)
    return send_pdf(pdf, casus_id, get_vandaag(), als_bijlage=False)


def _read(casus_id: str) -> tuple[GelezenCasus, Oefening]:
    """The try and its story; 404 for somebody real, or a story that is not there (any more)."""
    gelezen = get_casus(casus_id)
    oefening = find_oefening(get_context(), gelezen.hele.casus.oefening)
    if gelezen.hele.casus.soort is not Soort.OEFENING or oefening is None:
        abort(404)
    return gelezen, oefening


def _find(oefening: Oefening, key: str) -> Keerpunt:
    keerpunt = find_keerpunt(oefening, key)
    if keerpunt is None:
        abort(404)
    return keerpunt


def _make_inlever_form() -> InleverFormulier | None:
    """The form to hand in; None for who takes part in no group."""
    groepen = [rij.groep for rij in fetch_groepen_met(current_user.id)]
    if not groepen:
        return None
    form = InleverFormulier(id=request.form.get("id") or get_context().new_id())
    form.offer_groepen(groepen)
    return form


def _make_form(eerder: Antwoord | None) -> AntwoordFormulier:
    velden: dict[str, Any] = {}
    if eerder is not None:
        velden = {veld: getattr(eerder, veld) for veld in ("tekst", "voor", "tegen", "leunt_op")}
    form = AntwoordFormulier(id=get_context().new_id(), **velden)
    offer(form.leunt_op, list_steunen(), "niets in het bijzonder")
    return form


def _name_form(key: str) -> str:
    return f"antwoord-{key}"
