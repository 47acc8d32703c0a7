"""Writing down, changing, reading back and undoing a notitie."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.concept import keep_concept
from leefgebieden.actions.fouten import Botsing, LogboekDicht, NietGevonden, TeLaat, Verouderd
from leefgebieden.actions.naamhint import find_anderen_in
from leefgebieden.actions.notitie import change_notitie, record_notitie, undo_notitie
from leefgebieden.actions.notitieweg import count_a4s_met
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.domain.casus import Soort
from leefgebieden.domain.datum import write_tijd
from leefgebieden.domain.hints import find_hints
from leefgebieden.domain.notitie import Notitie, OpA4, VanWie, Wanneer, Wat
from leefgebieden.domain.toegang import Recht
from leefgebieden.store.casus import fetch_lijst
from leefgebieden.store.concept import has_concept
from leefgebieden.store.notitie import fetch_eerdere_versies
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.formats import tel
from leefgebieden.web.forms.basis import pick
from leefgebieden.web.forms.notitie import (
    LABELS,
    NieuweNotitieFormulier,
    NotitieFormulier,
    WijzigFormulier,
    fill_schaal,
    fill_toen,
)
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik, is_eigenaar
from leefgebieden.web.meldcode import BEGIN
from leefgebieden.web.melding import tell_bewaard as tell_that_bewaard
from leefgebieden.web.melding import tell_genoemden, tell_to_read, tell_with_action
from leefgebieden.web.terugweg import find_terugweg

bp = Blueprint("notitie", __name__, url_prefix="/mensen/<id:casus_id>/notities")
NIEUW = "notitie"


@bp.app_context_processor
def _tell_blad() -> dict[str, Any]:
    """What the sheet needs, which stands on every page of a person (templates/notitie/_blad.html)."""
    return {
        "notitielabels": LABELS,
        "has_concept": lambda casus_id, formulier: has_concept(current_user.id, casus_id, formulier),
        "noem_genoemden": _name_genoemden,
    }


def _name_genoemden(wie: list[str]) -> list[str]:
    """The names of these people, as far as they still stand on the list of who looks at the page."""
    rijen = fetch_lijst(current_user.id, soorten=tuple(Soort))
    return list(dict.fromkeys(rij.regel.noemnaam for rij in rijen if rij.id in wie))


@bp.get("/nieuw")
@casus_access(Recht.SCHRIJVEN)
def new(casus_id: str) -> ResponseReturnValue:
    """The form: words first. `?deelgebied=schulden` (or a leefgebied) marks a place beforehand, because it was tapped there."""
    content = get_context().content
    plaats = request.args.get("deelgebied", "")
    vraag = request.args.get("vraag", "")
    form = NieuweNotitieFormulier(
        id=get_context().new_id(),
        tekst=BEGIN.get(request.args.get("begin", ""), ""),
        plaatsen=[plaats] if content.kaart.is_plaats(plaats) else [],
        vraag=vraag if vraag in content.vragen else "",
    )
    form.fill_plaatsen()
    terug = restore_form(form, NIEUW, casus_id)
    return render_template(
        "notitie/nieuw.html",
        form=form,
        gelezen=get_casus(casus_id),
        terug=terug,
        vraag=content.vragen.get(form.vraag.data or ""),
        kaart=content.kaart,
    )


@bp.post("/nieuw")
@casus_access(Recht.SCHRIJVEN)
def create(casus_id: str) -> ResponseReturnValue:
    """Save it. The same words again are welcome; other words under the same id become a notitie of their own, if wanted."""
    form = NieuweNotitieFormulier()
    form.fill_plaatsen()
    naar_form = url_for(".new", casus_id=casus_id)
    vraag = form.vraag.data or ""
    vraag = vraag if vraag in get_context().content.vragen else ""
    if (terug := save_nieuw(form, casus_id, concept=NIEUW, naar_form=naar_form, vraag=vraag)) is not None:
        return terug
    if "nog_een" in request.form:
        return redirect(naar_form, 303)
    return redirect(find_terugweg(casus_id, url_for("verhaal.show", casus_id=casus_id)), 303)


@bp.post("/nieuw/weg")
@casus_access(Recht.SCHRIJVEN)
def drop(casus_id: str) -> ResponseReturnValue:
    """Throw the begun notitie away."""
    let_go(NIEUW, casus_id)
    return redirect(url_for("verhaal.show", casus_id=casus_id), 303)


@bp.get("/<id:notitie_id>")
@casus_access(Recht.SCHRIJVEN)
def edit(casus_id: str, notitie_id: str) -> ResponseReturnValue:
    """The form to change one. When somebody else changed it meanwhile, both texts stand side by side."""
    gelezen = get_casus(casus_id)
    notitie = _find(gelezen.hele.notities, notitie_id)
    versie = gelezen.versies[notitie_id]
    form = WijzigFormulier(
        korte_zin=notitie.korte_zin, op_a4=notitie.op_a4.value, versie=versie, **_fill_notitie(notitie)
    )
    form.fill_plaatsen()
    terug = restore_form(form, notitie_id, casus_id)
    intussen = terug is not None and form.versie.data != versie
    form.versie.data = versie
    return render_template(
        "notitie/wijzig.html",
        form=form,
        gelezen=gelezen,
        notitie=notitie,
        terug=terug,
        intussen=intussen,
        mag_afschermen=_may_shield(notitie),
        kaart=get_context().content.kaart,
        eerder=len(fetch_eerdere_versies(casus_id, notitie_id)),
    )


@bp.post("/<id:notitie_id>")
@casus_access(Recht.SCHRIJVEN)
def save(casus_id: str, notitie_id: str) -> ResponseReturnValue:
    """Save the change as a new version; the old one stays readable."""
    context = get_context()
    form = WijzigFormulier()
    form.fill_plaatsen()
    naar_form = url_for(".edit", casus_id=casus_id, notitie_id=notitie_id)
    huidig = next((n for n in get_casus(casus_id).hele.notities if n.id == notitie_id), None)
    if huidig is None:
        return _keep_as_new(casus_id)
    if not form.validate():
        return keep_and_return(notitie_id, casus_id, naar_form)
    nieuw = replace(
        huidig,
        tekst=form.tekst.data or "",
        korte_zin=form.korte_zin.data or "",
        van_wie=pick(VanWie, form.van_wie.data),
        wanneer=pick(Wanneer, form.wanneer.data),
        wat=pick(Wat, form.wat.data),
        plaatsen=tuple(form.plaatsen.data or ()),
        schaal=form.get_schaal(),
        toen=form.get_toen(),
        op_a4=OpA4(form.op_a4.data or OpA4.AUTO),
        afgeschermd=bool(form.afgeschermd.data) if _may_shield(huidig) else huidig.afgeschermd,
        over_ander=bool(form.over_ander.data),
    )
    try:
        gewijzigd = change_notitie(context, get_ik(), casus_id, nieuw, op_versie=form.versie.data)
    except Verouderd:
        return keep_and_return(notitie_id, casus_id, naar_form)
    except NietGevonden:
        return _keep_as_new(casus_id)
    let_go(notitie_id, casus_id)
    if gewijzigd:
        tell_bewaard(casus_id, notitie_id, nieuw=True)
        tell_hints(nieuw.tekst)
        _tell_anderen(casus_id, nieuw, was=huidig)
        if nieuw.afgeschermd and not huidig.afgeschermd:
            _tell_a4s(casus_id, nieuw)
    return redirect(find_terugweg(casus_id, url_for("verhaal.show", casus_id=casus_id)), 303)


@bp.post("/<id:notitie_id>/weg")
@casus_access(Recht.SCHRIJVEN)
def drop_change(casus_id: str, notitie_id: str) -> ResponseReturnValue:
    """Throw a begun change away."""
    let_go(notitie_id, casus_id)
    return redirect(url_for("verhaal.show", casus_id=casus_id), 303)


@bp.get("/<id:notitie_id>/versies")
@casus_access(Recht.LEZEN)
def show_versies(casus_id: str, notitie_id: str) -> ResponseReturnValue:
    """What it was before."""
    gelezen = get_casus(casus_id)
    return render_template(
        "notitie/versies.html",
        gelezen=gelezen,
        notitie=_find(gelezen.hele.notities, notitie_id),
        versies=list(reversed(fetch_eerdere_versies(casus_id, notitie_id))),
    )


@bp.post("/<id:notitie_id>/ongedaan")
@casus_access(Recht.SCHRIJVEN)
def undo(casus_id: str, notitie_id: str) -> ResponseReturnValue:
    """Take it back. The words of a new notitie stand ready in the form, so nothing is lost by a wrong tap."""
    nieuw = not fetch_eerdere_versies(casus_id, notitie_id)
    leesbaar = {notitie.id for notitie in get_casus(casus_id).hele.notities}
    try:
        if notitie_id not in leesbaar:
            raise NietGevonden
        was = undo_notitie(get_context(), get_ik(), casus_id, notitie_id)
    except NietGevonden:
        flash("Deze notitie is al weg.", "bewaard")
        return redirect(url_for("verhaal.show", casus_id=casus_id), 303)
    except TeLaat:
        flash("Ongedaan maken kan een kwartier, en alleen bij wat je zelf deed. Wijzigen kan altijd.", "fout")
        return redirect(url_for(".edit", casus_id=casus_id, notitie_id=notitie_id), 303)
    if not nieuw:
        flash("Ongedaan gemaakt. De notitie is weer zoals hij was.", "bewaard")
        return redirect(url_for("verhaal.show", casus_id=casus_id), 303)
    flash("Ongedaan gemaakt. Je woorden staan nog hier.", "bewaard")
    keep_concept(get_context(), current_user.id, casus_id, NIEUW, _to_velden(was), fout=False)
    return redirect(url_for(".new", casus_id=casus_id), 303)


def _fill_notitie(notitie: Notitie) -> dict[str, Any]:
    """What a form for a notitie holds, new or known."""
    return {
        "tekst": notitie.tekst,
        "van_wie": list(notitie.van_wie),
        "wanneer": list(notitie.wanneer),
        "wat": list(notitie.wat),
        "plaatsen": list(notitie.plaatsen),
        "afgeschermd": notitie.afgeschermd,
        "over_ander": notitie.over_ander,
        **fill_schaal(notitie.schaal),
        **fill_toen(notitie.toen),
    }


def _to_velden(notitie: Notitie) -> dict[str, list[str]]:
    """All that was filled in, as a browser sends it, under a new id: a shielded notitie does not come back in the open."""
    gevuld = {"id": get_context().new_id(), "vraag": notitie.vraag, **_fill_notitie(notitie)}
    return {
        naam: waarde if isinstance(waarde, list) else ["y" if waarde is True else str(waarde)]
        for naam, waarde in gevuld.items()
        if waarde
    }


def _tell_a4s(casus_id: str, notitie: Notitie) -> None:
    """What shielding does to the A4s that carry its words, and what it cannot do."""
    if aantal := count_a4s_met(casus_id, notitie):
        a4s = tel(aantal, "A4", "A4's")
        flash(
            f"Op {a4s} staan deze woorden. Anderen zien die niet meer. Wat al geprint of gedeeld is, blijft.", "bewaard"
        )


def _may_shield(notitie: Notitie) -> bool:
    """Only who will read it afterwards: its author and the eigenaar."""
    return is_eigenaar() or notitie.auteur.id == current_user.id


def _keep_as_new(casus_id: str) -> ResponseReturnValue:
    """Somebody took the notitie away while it was being changed: its new words go to the form for a new one."""
    flash("Deze notitie is intussen weggehaald. Je woorden staan hieronder. Bewaar ze als nieuwe notitie.", "fout")
    return keep_and_return(NIEUW, casus_id, url_for(".new", casus_id=casus_id), id=get_context().new_id())


def _find(notities: tuple[Notitie, ...], notitie_id: str) -> Notitie:
    notitie = next((n for n in notities if n.id == notitie_id), None)
    if notitie is None:
        abort(404)
    return notitie


def save_nieuw(
    form: NotitieFormulier, casus_id: str, *, concept: str, naar_form: str, vraag: str
) -> ResponseReturnValue | None:
    """Save the notitie of this form, and say so; None when it is saved, else the way back to the form with its words."""
    context = get_context()
    if not form.validate():
        return keep_and_return(concept, casus_id, naar_form, **renew_id(form))
    notitie = Notitie(
        id=form.get_id(),
        tekst=form.tekst.data or "",
        van_wie=pick(VanWie, form.van_wie.data),
        wanneer=pick(Wanneer, form.wanneer.data),
        wat=pick(Wat, form.wat.data),
        plaatsen=tuple(form.plaatsen.data or ()),
        vraag=vraag,
        schaal=form.get_schaal(),
        toen=form.get_toen(),
        afgeschermd=bool(form.afgeschermd.data),
        over_ander=bool(form.over_ander.data),
        gemaakt_op=context.now(),
        auteur=get_ik(),
    )
    try:
        bewaard = record_notitie(context, casus_id, notitie)
    except Botsing as botsing:
        flash(_write_botsing(botsing), "fout")
        return keep_and_return(concept, casus_id, naar_form, id=context.new_id())
    let_go(concept, casus_id)
    tell_bewaard(casus_id, notitie.id, nieuw=bewaard is Bewaard.NIEUW)
    tell_hints(notitie.tekst)
    if bewaard is Bewaard.NIEUW:
        _tell_anderen(casus_id, notitie)
    return None


def tell_bewaard(casus_id: str, notitie_id: str, *, nieuw: bool) -> None:
    """Say that it is saved, with the way back."""
    if not nieuw:
        tell_that_bewaard("Bewaard. We hadden deze notitie al.", notitie_id)
        return
    naar = url_for("notitie.undo", casus_id=casus_id, notitie_id=notitie_id)
    tell_with_action("Bewaard", naar, "Maak ongedaan", wat=notitie_id)


def tell_hints(tekst: str) -> None:
    """Ask softly about words that judge, and about a number that has no place here; it is saved all the same."""
    woordhints = get_context().content.woordhints
    hints = find_hints(tekst, woordhints)
    for hint in hints:
        flash(hint, "hint")
    if any(een.hint in hints for een in woordhints):
        tell_to_read("Zag je het, of vind je het?", url_for("methodiek.show_een", key="geweldloze-communicatie"))


def _tell_anderen(casus_id: str, notitie: Notitie, *, was: Notitie | None = None) -> None:
    """Ask about the name of somebody else with whom this worker works. Without a line in the logboek no name is shown."""
    eerder = "" if was is None else _read_woorden(was)
    with suppress(LogboekDicht):
        if wie := find_anderen_in(get_context(), get_ik(), casus_id, _read_woorden(notitie), was=eerder):
            tell_genoemden(casus_id, notitie.id, wie)


def _read_woorden(notitie: Notitie) -> str:
    return f"{notitie.tekst}\n{notitie.korte_zin}"


def _write_botsing(botsing: Botsing) -> str:
    """What to do when a form that was saved already comes again with other words."""
    if botsing.bewaard is None:
        return "Dit formulier hoorde bij iemand anders. Je tekst staat hieronder en is nog niet bewaard."
    tijd = write_tijd(botsing.bewaard.gemaakt_op)
    return f"Dit formulier is al bewaard om {tijd}. Je nieuwe tekst staat hieronder. Bewaar hem als aparte notitie."
