"""What was said about somebody in an overleg, and putting him on the agenda of one."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.overleg import Afgesloten, AlOpAgenda, put_on_agenda, take_off_agenda
from leefgebieden.domain.casus import GemaakteSamenvatting, HeleCasus, Namen, Soort
from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.namen import find_overige_namen, make_vervanger
from leefgebieden.domain.overleg import Bespreking, Overleg, compose_verslag, may_see_bespreking
from leefgebieden.domain.toegang import Recht
from leefgebieden.domain.voorstel import merge_keuzes, propose_a4
from leefgebieden.domain.vorm import Id, to_plain
from leefgebieden.store.overleg import fetch_overleg, fetch_overleggen_of
from leefgebieden.web.a4 import Wijze, lay_out, read_wijze
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.overleg import AgendaFormulier
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik
from leefgebieden.web.methodiek_keuze import name_steun
from leefgebieden.web.naamplek import list_naamplekken
from leefgebieden.web.opnieuw import need_fresh_sign_in

bp = Blueprint("bespreking", __name__, url_prefix="/mensen/<id:casus_id>/overleg")


@bp.get("")
@casus_access(Recht.LEZEN)
def show(casus_id: str) -> ResponseReturnValue:
    """What was said and decided, the newest overleg first; and the overleggen that are still to come."""
    gelezen, nu = get_casus(casus_id), get_context().now()
    hele = gelezen.hele
    verslagen = [compose_verslag(een, hele.bijdragen, hele.besluiten) for een in hele.besprekingen]
    verslagen.sort(key=lambda verslag: verslag.bespreking.op, reverse=True)
    erop = {een.overleg for een in hele.besprekingen}
    komend = [
        rij.overleg
        for rij in fetch_overleggen_of(current_user.id)
        if rij.overleg.afgesloten_op is None and rij.overleg.id not in erop
    ]
    return render_template(
        "bespreking/besprekingen.html",
        gelezen=gelezen,
        verslagen=verslagen,
        komend=sorted(komend, key=lambda overleg: overleg.begint_op),
        afspraken={afspraak.id: afspraak for afspraak in hele.afspraken},
        name_steun=name_steun,
        nu=nu,
    )


@bp.get("/<id:overleg_id>")
@casus_access(Recht.BEHEREN)
@need_fresh_sign_in
def choose(casus_id: str, overleg_id: str) -> ResponseReturnValue:
    """What the others are going to see, before it is released."""
    gelezen, overleg = get_casus(casus_id), _find_overleg(overleg_id)
    keuzes = merge_keuzes(gelezen.hele.a4, propose_a4(gelezen.hele, get_context().content))
    schrijf = make_vervanger(gelezen.hele, Namen.INITIALEN)
    form = AgendaFormulier(id=get_context().new_id(), vraag=schrijf(keuzes.vraag_aan_team))
    terug = restore_form(form, overleg_id, casus_id)
    blad = lay_out(gelezen.hele, _wijze_of(casus_id))
    return render_template(
        "bespreking/kies.html",
        gelezen=gelezen,
        overleg=overleg,
        form=form,
        terug=terug,
        s=blad.samenvatting,
        naamplekken=list_naamplekken(casus_id, blad.samenvatting, request.path),
        zien_niet=_find_zonder_toestemming(gelezen.hele, overleg),
    )


@bp.post("/<id:overleg_id>")
@casus_access(Recht.BEHEREN)
@need_fresh_sign_in
def put(casus_id: str, overleg_id: str) -> ResponseReturnValue:
    """Release the samenvatting, always with initials, for this overleg."""
    naar = url_for(".choose", casus_id=casus_id, overleg_id=overleg_id)
    if "gooi_weg" in request.form:
        let_go(overleg_id, casus_id)
        return redirect(url_for(".show", casus_id=casus_id), 303)
    form, context = AgendaFormulier(), get_context()
    hele, overleg = get_casus(casus_id).hele, _find_overleg(overleg_id)
    if not form.validate():
        return keep_and_return(overleg_id, casus_id, naar, **renew_id(form))
    if hele.casus.soort is Soort.OEFENING:
        abort(404)
    blad = lay_out(hele, _wijze_of(casus_id))
    samenvatting = GemaakteSamenvatting(
        id=context.new_id(), gemaakt_op=context.now(), namen=Namen.INITIALEN, inhoud=to_plain(blad.samenvatting)
    )
    vraag = make_vervanger(hele, Namen.INITIALEN)(form.vraag.data or "")
    bespreking = Bespreking(
        id=form.get_id(),
        overleg=Id(overleg.id),
        op=overleg.begint_op,
        vraag=vraag,
        samenvatting=samenvatting.id,
    )
    try:
        put_on_agenda(context, get_ik(), casus_id, bespreking, samenvatting)
    except AlOpAgenda:
        flash("Deze persoon staat al op de agenda van dit overleg.", "fout")
    except Afgesloten:
        flash("Dit overleg is al afgesloten. Kies een ander, of laat het weer openen.", "fout")
    except Botsing:
        return keep_and_return(overleg_id, casus_id, naar, id=context.new_id())
    except NietGevonden:
        abort(404)
    else:
        flash("Staat op de agenda. Wie erbij is, ziet deze samenvatting op de dag zelf en de week erna.", "bewaard")
        if namen := find_overige_namen(vraag):
            flash(f"In de vraag staat nog een naam: {', '.join(namen)}.", "bewaard")
    let_go(overleg_id, casus_id)
    return redirect(url_for("overleg.show_een", overleg_id=overleg_id), 303)


@bp.post("/<id:bespreking_id>/terug")
@casus_access(Recht.BEHEREN)
def take_back(casus_id: str, bespreking_id: str) -> ResponseReturnValue:
    """Off the agenda: nobody sees it there any more."""
    take_off_agenda(get_context(), get_ik(), casus_id, bespreking_id)
    flash("Van de agenda gehaald. De anderen zien het niet meer.", "bewaard")
    return redirect(url_for(".show", casus_id=casus_id), 303)


def _wijze_of(casus_id: str) -> Wijze:
    """As the worker last looked at the A4, but for the name: in an overleg there are initials only."""
    return Wijze(Namen.INITIALEN, read_wijze(casus_id).gelezen)


def _find_overleg(overleg_id: str) -> Overleg:
    rij = fetch_overleg(overleg_id)
    if rij is None or rij.overleg.find_deelnemer(current_user.id) is None:
        abort(404)
    return rij.overleg


def _find_zonder_toestemming(hele: HeleCasus, overleg: Overleg) -> list[str]:
    """The organisations of which who comes will not see this casus: the person did not say that it may be shared."""
    dag = to_dag(overleg.begint_op)
    weg = {
        een.organisatie
        for een in overleg.deelnemers
        if een.organisatie
        and not may_see_bespreking(overleg, overleg.begint_op, een.id, hele.toestemmingen, dag, leest_zelf=False)
    }
    return sorted(weg)
