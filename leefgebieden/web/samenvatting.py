"""The samenvatting: looking whether the A4 is right, choosing what stands on it, making it, and opening it again."""

from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import Botsing, Verouderd
from leefgebieden.actions.op_a4 import choose_op_a4
from leefgebieden.actions.samenvatting import choose_a4, keep_samenvatting, log_getekend
from leefgebieden.domain.a4lijst import find_erop, group_voor_a4, has_place, with_keuzes
from leefgebieden.domain.aandacht import find_te_lange
from leefgebieden.domain.casus import GemaakteSamenvatting, HeleCasus, Namen, Openvraag, Soort
from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.notitie import Notitie, OpA4
from leefgebieden.domain.samenvatting import Samenvatting
from leefgebieden.domain.toegang import Recht
from leefgebieden.domain.voet import write_voet
from leefgebieden.domain.voorstel import merge_keuzes, propose_a4
from leefgebieden.domain.vorm import Id, to_plain
from leefgebieden.domain.zin import split_begin
from leefgebieden.pdf.blok.eromheen import make_ecogram, make_tijdlijn
from leefgebieden.store.casus import GelezenCasus
from leefgebieden.web.a4 import (
    Wijze,
    find_gemaakt,
    has_schuilnaam,
    keep_wijze,
    lay_out,
    let_go_wijze,
    make_merk,
    make_wijze,
    read_gemaakt,
    read_wijze,
    send_pdf,
    try_to_draw,
)
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.basis import Formulier
from leefgebieden.web.forms.notitie import OP_A4
from leefgebieden.web.forms.samenvatting import A4Formulier, MaakFormulier, to_fields
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik, read_logged
from leefgebieden.web.naamplek import list_naamplekken

bp = Blueprint("samenvatting", __name__, url_prefix="/mensen/<id:casus_id>")
FORMULIER = "a4"
GEEN_PDF = "De PDF lukt nu niet. Printen via je browser kan wel."
bp.add_app_template_filter(split_begin)


@bp.get("/samenvatting")
@casus_access(Recht.A4)
def show(casus_id: str) -> ResponseReturnValue:
    """Klopt deze A4? What asks for attention, what does not fit, and everything that can be chosen."""
    gelezen = get_casus(casus_id)
    hele, versie = gelezen.hele, gelezen.versies.get(casus_id, 0)
    voorstel = propose_a4(hele, get_context().content)
    wijze = read_wijze(casus_id)
    velden: dict[str, Any] = {
        "versie": versie,
        "namen": wijze.namen.value
        if wijze.namen is not Namen.SCHUILNAAM or has_schuilnaam(hele.casus)
        else "initialen",
        "gelezen": wijze.gelezen.value,
        "reden": wijze.reden,
        **to_fields(merge_keuzes(hele.a4, voorstel)),
    }
    form, nu = A4Formulier(id=get_context().new_id(), **velden), A4Formulier(formdata=None, **velden)
    form.fill_namen(hele.casus)
    terug = restore_form(form, FORMULIER, casus_id)
    verschillen = form.find_verschillen(nu) if terug else []
    form.take_versie(versie)
    form.name_person(hele.casus)
    blad = lay_out(hele, make_wijze({"namen": form.namen.data or ""}, ""))
    return render_template(
        "samenvatting/controleren.html",
        gelezen=gelezen,
        form=form,
        terug=terug,
        verschillen=verschillen,
        blad=blad,
        voet=" ".join(write_voet(blad.samenvatting)),
        eigen=hele.a4,
        naamplekken=list_naamplekken(casus_id, blad.samenvatting, url_for(".show", casus_id=casus_id)),
        te_lange=find_te_lange(hele),
        gemaakt=_list_gemaakt(hele),
    )


@bp.post("/samenvatting/maak")
@casus_access(Recht.A4)
def make(casus_id: str) -> ResponseReturnValue:
    """Keep what was chosen; then show the A4, or make it."""
    naar_form = url_for(".show", casus_id=casus_id)
    if "gooi_weg" in request.form:
        let_go(FORMULIER, casus_id)
        return redirect(naar_form, 303)
    hele = get_casus(casus_id).hele
    form = A4Formulier()
    form.fill_namen(hele.casus)
    if not form.validate():
        return keep_and_return(FORMULIER, casus_id, naar_form, **renew_id(form))
    keuzes = form.read_keuzes(hele.a4, propose_a4(hele, get_context().content))
    try:
        if keuzes != hele.a4:
            choose_a4(get_context(), get_ik(), casus_id, keuzes, op_versie=form.op_versie)
    except Verouderd:
        return keep_and_return(FORMULIER, casus_id, naar_form)
    let_go(FORMULIER, casus_id)
    wijze = make_wijze({"namen": form.namen.data or "", "gelezen": form.gelezen.data or ""}, form.reden.data or "")
    if "bekijk" in request.form:
        keep_wijze(casus_id, wijze)
        return redirect(url_for(".preview", casus_id=casus_id, namen=wijze.namen, gelezen=wijze.gelezen), 303)
    return _make(casus_id, form.get_id(), wijze)


@bp.get("/samenvatting/bekijk")
@casus_access(Recht.A4)
def preview(casus_id: str) -> ResponseReturnValue:
    """The A4 as it would be made now."""
    wijze = read_wijze(casus_id)
    if not wijze.may_show():
        return _ask_reden(casus_id)
    gelezen = get_casus(casus_id)
    form = MaakFormulier(formdata=None, id=get_context().new_id(), namen=wijze.namen.value, gelezen=wijze.gelezen.value)
    return _show_a4(gelezen, lay_out(gelezen.hele, wijze).samenvatting, form=form)


@bp.post("/samenvatting/bekijk")
@casus_access(Recht.A4)
def make_previewed(casus_id: str) -> ResponseReturnValue:
    """Make the A4 that was looked at."""
    form = MaakFormulier()
    wijze = make_wijze(request.form.to_dict(), read_wijze(casus_id).reden)
    if not wijze.may_show():
        return _ask_reden(casus_id)
    return _make(casus_id, form.get_id() if form.validate() else get_context().new_id(), wijze)


@bp.get("/samenvatting/kies")
@casus_access(Recht.A4)
def show_kies(casus_id: str) -> ResponseReturnValue:
    """Every notitie and open question, and whether it goes on the A4."""
    gelezen = get_casus(casus_id)
    hele, kaart = gelezen.hele, get_context().content.kaart
    erop = _find_erop(hele)
    return render_template(
        "samenvatting/kies.html",
        gelezen=gelezen,
        form=Formulier(),
        groepen=[
            (leefgebied, list(rijen))
            for leefgebied, rijen in groupby(group_voor_a4(hele, kaart), attrgetter("leefgebied"))
        ],
        openvragen=[vraag for vraag in hele.openvragen if vraag.beantwoord_op is None],
        erop=erop,
        telling=_say_erop(erop),
        zonder_plaats={notitie.id for notitie in hele.notities if not has_place(notitie, kaart)},
        te_lang={notitie.id for notitie in find_te_lange(hele)},
        keuzes=OP_A4,
    )


@bp.post("/samenvatting/kies")
@casus_access(Recht.SCHRIJVEN)
def choose(casus_id: str) -> ResponseReturnValue:
    """Set what was touched; what a colleague set meanwhile stays as the colleague set it.

    With the field `tel` (the page asks while somebody chooses) nothing is set: the answer is how many would fit, in words.
    """
    hele = get_casus(casus_id).hele
    te_zetten: dict[str, OpA4] = {}
    botsing = 0
    stukken: list[Notitie | Openvraag] = [*hele.notities, *hele.openvragen]
    for stuk in stukken:
        was, keuze = request.form.get(f"was-{stuk.id}"), request.form.get(f"keuze-{stuk.id}")
        if keuze not in list(OpA4) or keuze in (was, stuk.op_a4):
            continue
        if was != stuk.op_a4:
            botsing += 1
        else:
            te_zetten[stuk.id] = OpA4(keuze)
    if "tel" in request.form:
        return _say_erop(_find_erop(with_keuzes(hele, te_zetten))), {"Content-Type": "text/plain; charset=utf-8"}
    gewijzigd = choose_op_a4(get_context(), get_ik(), casus_id, te_zetten) if te_zetten else 0
    if gewijzigd or not botsing:
        flash("Bewaard", "bewaard")
    if botsing:
        flash(
            f"Bij {botsing} koos een collega intussen iets anders. Dat staat nu hieronder. Kijk even of het zo klopt.",
            "fout",
        )
        return redirect(url_for(".show_kies", casus_id=casus_id), 303)
    return redirect(url_for(".show", casus_id=casus_id), 303)


@bp.get("/samenvatting.pdf")
@casus_access(Recht.A4)
def draw(casus_id: str) -> ResponseReturnValue:
    """The PDF as it would be made now. The whole name only by making it, which asks why."""
    wijze = make_wijze(request.args.to_dict(), "")
    if not wijze.may_show():
        return _ask_reden(casus_id)
    with read_logged(casus_id, Actie.A4_GETEKEND) as (gelezen, act):
        merk = make_merk(oefent=gelezen.hele.casus.soort is Soort.OEFENING)
        act.velden = (wijze.namen.value, f"nr-{merk.nummer}")
    pdf = try_to_draw(lay_out(gelezen.hele, wijze).samenvatting, merk.tekst)
    if pdf is None:
        flash(GEEN_PDF, "fout")
        return redirect(url_for(".preview", casus_id=casus_id, namen=wijze.namen, gelezen=wijze.gelezen))
    return send_pdf(pdf, casus_id, get_context().today(), als_bijlage=False)


@bp.get("/samenvattingen/<id:samenvatting_id>")
@casus_access(Recht.A4)
def show_gemaakt(casus_id: str, samenvatting_id: str) -> ResponseReturnValue:
    """An A4 that was made, as it was."""
    gelezen = get_casus(casus_id)
    gemaakt = find_gemaakt(gelezen.hele, samenvatting_id)
    samenvatting = read_gemaakt(gemaakt)
    if samenvatting is None:
        return _say_unreadable(casus_id)
    return _show_a4(gelezen, samenvatting, gemaakt=gemaakt)


@bp.get("/samenvattingen/<id:samenvatting_id>.pdf")
@casus_access(Recht.A4)
def draw_gemaakt(casus_id: str, samenvatting_id: str) -> ResponseReturnValue:
    """The PDF of an A4 that was made."""
    with read_logged(casus_id, Actie.A4_GETEKEND) as (gelezen, act):
        gemaakt = find_gemaakt(gelezen.hele, samenvatting_id)
        merk = make_merk(oefent=gelezen.hele.casus.soort is Soort.OEFENING)
        act.velden = (gemaakt.namen.value, f"nr-{merk.nummer}")
    samenvatting = read_gemaakt(gemaakt)
    if samenvatting is None:
        return _say_unreadable(casus_id)
    pdf = try_to_draw(samenvatting, merk.tekst)
    if pdf is None:
        flash(GEEN_PDF, "fout")
        return redirect(url_for(".show_gemaakt", casus_id=casus_id, samenvatting_id=samenvatting_id))
    return send_pdf(pdf, samenvatting_id, to_dag(gemaakt.gemaakt_op), als_bijlage=True)


def _make(casus_id: str, samenvatting_id: Id, wijze: Wijze) -> ResponseReturnValue:
    context, ik = get_context(), get_ik()
    blad = lay_out(get_casus(casus_id).hele, wijze)
    gemaakt = GemaakteSamenvatting(
        id=samenvatting_id, gemaakt_op=context.now(), namen=wijze.namen, inhoud=to_plain(blad.samenvatting)
    )
    try:
        keep_samenvatting(context, ik, casus_id, gemaakt)
    except Botsing as botsing:
        if botsing.bewaard is not None and botsing.bewaard.inhoud == gemaakt.inhoud:
            # a double tap: the same page, a moment later
            flash("Gemaakt. We hadden deze A4 al.", "bewaard")
            return redirect(url_for(".show_gemaakt", casus_id=casus_id, samenvatting_id=samenvatting_id), 303)
        gemaakt = replace(gemaakt, id=context.new_id())
        keep_samenvatting(context, ik, casus_id, gemaakt)
    if wijze.namen is Namen.VOLUIT:
        log_getekend(context, ik, casus_id, wijze.namen, wijze.reden)
    let_go_wijze(casus_id)
    flash("Gemaakt", "bewaard")
    return redirect(url_for(".show_gemaakt", casus_id=casus_id, samenvatting_id=gemaakt.id), 303)


def _find_erop(hele: HeleCasus) -> frozenset[Id]:
    keuzes = merge_keuzes(hele.a4, propose_a4(hele, get_context().content))
    return find_erop(lay_out(hele, Wijze()).samenvatting, hele, keuzes)


def _say_erop(erop: frozenset[Id]) -> str:
    return f"Nu {'past er 1' if len(erop) == 1 else f'passen er {len(erop)}'} op."


def _show_a4(
    gelezen: GelezenCasus,
    samenvatting: Samenvatting,
    *,
    form: MaakFormulier | None = None,
    gemaakt: GemaakteSamenvatting | None = None,
) -> ResponseReturnValue:
    return render_template(
        "samenvatting/bekijken.html",
        gelezen=gelezen,
        s=samenvatting,
        voet=write_voet(samenvatting),
        ecogram=make_ecogram(samenvatting) if samenvatting.netwerk else None,
        tijdlijn=make_tijdlijn(samenvatting) if samenvatting.tijdlijn else None,
        form=form,
        gemaakt=gemaakt,
    )


def _ask_reden(casus_id: str) -> ResponseReturnValue:
    flash("De hele naam komt er alleen op als je schrijft waarom.", "fout")
    return redirect(url_for(".show", casus_id=casus_id, namen=Namen.VOLUIT), 303)


def _say_unreadable(casus_id: str) -> ResponseReturnValue:
    flash("Deze A4 komt uit een ander programma. We kunnen hem niet lezen. Je kunt wel een nieuwe maken.", "fout")
    return redirect(url_for(".show", casus_id=casus_id), 303)


def _list_gemaakt(hele: HeleCasus) -> list[tuple[GemaakteSamenvatting, str]]:
    """The A4s that were made, the newest first, each with whether it was read."""
    gemaakt = sorted(hele.samenvattingen, key=lambda een: een.gemaakt_op, reverse=True)
    return [(een, samenvatting.kop.gelezen if (samenvatting := read_gemaakt(een)) else "") for een in gemaakt]
