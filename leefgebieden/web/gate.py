"""The gate: every endpoint says who may enter. What says nothing is closed."""

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar, cast

from flask import Flask, abort, current_app, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.logboek import log
from leefgebieden.actions.sessie import lock_sessie, note_gezien
from leefgebieden.domain.casus import Soort
from leefgebieden.domain.logboek import Actie, Uitslag
from leefgebieden.domain.overleg import Overlegrecht
from leefgebieden.domain.toegang import (
    WERKENDE_ROLLEN,
    Besluit,
    Positie,
    Recht,
    Rol,
    decide_toegang,
    learns_only,
    list_rechten,
)
from leefgebieden.store.grafsteen import has_worked_with, is_gewist
from leefgebieden.store.leergroep import fetch_groep, is_lid
from leefgebieden.store.overleg import is_deelnemer
from leefgebieden.store.toegang import fetch_positie, fetch_rollen
from leefgebieden.store.werkvormsessie import fetch_gast, fetch_sessie
from leefgebieden.web.bewaard_post import ask_to_sign_in_with_post, keep_post
from leefgebieden.web.huis import get_context, get_ik, set_toegang

SAMEN = "samen_kijken"
"""In the session of a browser: the casus that lies on the table. Then nothing else is shown."""
View = TypeVar("View", bound=Callable[..., Any])
PUBLIC = "public"
SIGNED_IN = "signed_in"
WERKER = "werker"
BEGELEIDER = "begeleider"
WERKVORM_LEIDEN = "werkvorm leiden"
LEERGROEP_LEIDEN = "leergroep leiden"
LEERGROEP_MEEDOEN = "leergroep meedoen"
GAST = "gast"
"""In the session of a browser too: who somebody is in the werkvorm that he joined."""
ROLLEN = {
    WERKER: WERKENDE_ROLLEN,
    BEGELEIDER: WERKENDE_ROLLEN | {Rol.KERNTEAMLID, Rol.DOCENT},
    Rol.TEAMLEIDER.value: frozenset({Rol.TEAMLEIDER}),
    Rol.BEHEERDER.value: frozenset({Rol.BEHEERDER}),
    Rol.DOCENT.value: frozenset({Rol.DOCENT}),
}
"""The doors that open for a rol, in whichever team, and who may enter."""


def public(view: View) -> View:
    """Anybody may enter."""
    return _declare(view, PUBLIC)


def signed_in(view: View) -> View:
    """Every medewerker may enter."""
    return _declare(view, SIGNED_IN)


def worker(view: View) -> View:
    """Who works with people may enter: outreachend werker or teamleider."""
    return _declare(view, WERKER)


def teamleider(view: View) -> View:
    """Who leads a team may enter."""
    return _declare(view, Rol.TEAMLEIDER.value)


def beheerder(view: View) -> View:
    """Who looks after people, teams and settings may enter."""
    return _declare(view, Rol.BEHEERDER.value)


def docent(view: View) -> View:
    """Who teaches may enter."""
    return _declare(view, Rol.DOCENT.value)


def leads_leergroep(view: View) -> View:
    """The docent of the group in the address may enter. To who takes part it is closed, to others it is not there."""
    return _declare(view, LEERGROEP_LEIDEN)


def in_leergroep(view: View) -> View:
    """Who takes part in the group in the address may enter, and its docent. To others it is not there."""
    return _declare(view, LEERGROEP_MEEDOEN)


def casus_access(recht: Recht) -> Callable[[View], View]:
    """Who has this right on the casus in the address may enter. A stranger gets 404, a reader who may no more 403."""
    return lambda view: _declare(view, recht)


def overleg_access(recht: Overlegrecht) -> Callable[[View], View]:
    """Who is asked for the overleg in the address may enter; to lead it, who also works with people. Others get 404."""
    return lambda view: _declare(view, recht)


def begeleider(view: View) -> View:
    """Who may lead a group through a werkvorm may enter: who works with people, who sits in a kernteam, a docent."""
    return _declare(view, BEGELEIDER)


def leads_werkvorm(view: View) -> View:
    """Who leads the werkvorm in the address may enter. To others it is not there."""
    return _declare(view, WERKVORM_LEIDEN)


def gast(view: View) -> View:
    """Who joined a werkvorm by its code may enter: with or without an account, and nothing but this."""
    return _declare(view, GAST)


def also_locked(view: View) -> View:
    """Works while the screen is locked as well; stands below the door."""
    cast(Any, view).ook_vergrendeld = True
    return without_tweede_stap(view)


def without_tweede_stap(view: View) -> View:
    """Works before the second step was set up, where that is asked for; stands below the door."""
    cast(Any, view).zonder_tweede_stap = True
    return view


def on_the_table(view: View) -> View:
    """Belongs to samen kijken: the rest locks the screen for as long as that lasts. Stands below the door."""
    cast(Any, view).bij_samen_kijken = True
    return view


def for_script(view: View) -> View:
    """Asked by a script, not by somebody who taps: who may not enter gets 401 instead of a page, and asking keeps no screen
    open. Stands below the door.
    """
    cast(Any, view).voor_script = True
    return without_tweede_stap(view)


def while_typing(view: View) -> View:
    """Asked by a script while somebody types: that counts as being there."""
    cast(Any, view).tijdens_typen = True
    return for_script(view)


def _declare(view: View, poort: str) -> View:
    cast(Any, view).poort = poort
    return view


def init_gate(app: Flask) -> None:
    app.before_request(_guard)
    app.context_processor(_tell_toegang)
    # the word for the first screen; asked on the few pages that who only learns comes to as well
    app.context_processor(lambda: {"noem_thuis": lambda: "Leren" if only_learns() else "Mensen"})


def _tell_toegang() -> dict[str, Any]:
    """What a page of a person needs: the rights of who looks, and why he may look when it is not his own."""
    positie: Positie | None = g.get("positie")
    if positie is None:
        return {"rechten": frozenset()}
    nu = get_context().now()
    return {
        "rechten": list_rechten(positie, nu),
        "oefent": positie.soort is Soort.OEFENING,
        "noodtoegang_tot": positie.noodtoegang_tot if positie.has_noodtoegang(nu) else None,
        "vervangt_tot": periode.tot if (periode := positie.find_vervanging(nu)) and not positie.betrokkenheid else None,
        "team_leest_mee": positie.teamgenoten_lezen_mee,
    }


def _guard() -> ResponseReturnValue | None:
    if request.endpoint is None:
        return None  # no such page: the answer is 404
    if request.method == "POST" and request.headers.get("Sec-Fetch-Site") == "cross-site":
        refuse(403)
    view = current_app.view_functions[request.endpoint]
    poort = getattr(view, "poort", None)
    if poort == PUBLIC:
        return None
    if poort is None:
        refuse(403)
    if poort == GAST:
        return _guard_gast(view)
    if not current_user.is_authenticated:
        return _ask_to_sign_in(view)
    if (slot := _guard_sessie(view)) is not None:
        return slot
    if poort in ROLLEN:
        _guard_rol(ROLLEN[poort])
    elif poort in list(Overlegrecht):
        _guard_overleg(Overlegrecht(poort))
    elif poort == WERKVORM_LEIDEN:
        _guard_werkvorm()
    elif poort in (LEERGROEP_LEIDEN, LEERGROEP_MEEDOEN):
        _guard_leergroep(leidt=poort == LEERGROEP_LEIDEN)
    elif poort != SIGNED_IN:
        _guard_casus(Recht(poort))
    return None


def _guard_overleg(recht: Overlegrecht) -> None:
    assert request.view_args is not None  # every address with such a door has an overleg in it
    if not is_deelnemer(request.view_args["overleg_id"], current_user.id):
        refuse(404)
    set_toegang("deelnemer", "overleg")
    if recht is Overlegrecht.LEIDEN:
        _guard_rol(WERKENDE_ROLLEN)


def _guard_werkvorm() -> None:
    assert request.view_args is not None  # every address with such a door has a werkvorm in it
    sessie = fetch_sessie(request.view_args["sessie_id"])
    if sessie is None or sessie.medewerker_id != current_user.id:
        refuse(404)
    g.werkvormsessie = sessie
    set_toegang("begeleider", "werkvorm")


def _guard_leergroep(*, leidt: bool) -> None:
    assert request.view_args is not None  # every address with such a door has a group in it
    rij = fetch_groep(request.view_args["groep_id"])
    is_docent = rij is not None and rij.docent_id == current_user.id
    if rij is None or not (is_docent or is_lid(rij.groep.id, current_user.id)):
        refuse(404)
    if leidt and not is_docent:
        refuse(403)
    g.leergroep = rij
    set_toegang("docent" if is_docent else "lid", "leergroep")


def _guard_gast(view: Any) -> ResponseReturnValue | None:
    """Who has no place in a werkvorm (any more) is asked for a code. What he wrote goes along, to copy."""
    gevonden = fetch_gast(session[GAST]) if GAST in session else None
    sessie = fetch_sessie(gevonden[0]) if gevonden else None
    if gevonden is None or sessie is None:
        session.pop(GAST, None)
        if is_for_script(view):
            return {"fout": "geen werkvorm"}, 401
        if request.method == "POST" and (woorden := request.form.get("tekst", "").strip()):
            session["gastwoorden"] = woorden[:1_000]
        return redirect(url_for("mee.show"), 303)
    g.werkvormsessie, g.gast = sessie, gevonden[1]
    return None


def is_worker() -> bool:
    """Whether who is signed in works with people: may do what is behind the door `worker`."""
    return bool(fetch_rollen(current_user.id) & WERKENDE_ROLLEN)


def only_learns() -> bool:
    """Whether who is signed in is here to learn, or to teach, and for nothing else."""
    return learns_only(fetch_rollen(current_user.id))


def _guard_rol(rollen: frozenset[Rol]) -> None:
    if not fetch_rollen(current_user.id) & rollen:
        abort(403)


def _guard_sessie(view: Any) -> ResponseReturnValue | None:
    """A screen that locks by itself, one that is locked, and who must set up the second step first."""
    context, sessie = get_context(), current_user.sessie
    if sessie.must_lock(context.now()):
        lock_sessie(context, get_ik(), sessie, verborgen=False)
    if (
        SAMEN in session
        and not getattr(view, "bij_samen_kijken", False)
        and not getattr(view, "ook_vergrendeld", False)
    ):
        return _leave_table(view)
    if sessie.vergrendeld_op is not None or sessie.must_lock(context.now()):
        return None if getattr(view, "ook_vergrendeld", False) else _stay_hidden(view)
    if not is_for_script(view) or getattr(view, "tijdens_typen", False):
        note_gezien(context, sessie)
    if sessie.nog_instellen and not getattr(view, "zonder_tweede_stap", False):
        if request.method == "POST":
            keep_post(current_user.id)
        return redirect(url_for("tweedestap.show"), 303)
    return None


def _leave_table(view: Any) -> ResponseReturnValue:
    """Who leaves samen kijken may be the person himself. What a script of the page asks is no leaving."""
    if not is_for_script(view):
        lock_sessie(get_context(), get_ik(), current_user.sessie, verborgen=True)
    return _stay_hidden(view)


def _guard_casus(recht: Recht) -> None:
    assert request.view_args is not None  # every address with a right has a casus in it
    casus_id = request.view_args["casus_id"]
    nu = get_context().now()
    # kept for this request: the page says why somebody may read, and leaves out what he may not do
    positie = fetch_positie(casus_id, current_user.id)
    g.positie = positie
    if positie is None:
        # who worked with this person may know what became of it; to others it never was
        refuse(410 if is_gewist(casus_id) and has_worked_with(casus_id, current_user.id) else 404, casus_id, recht)
    vervangt = positie.find_vervanging(nu)
    rol_in_team = min(positie.rollen_in_team, default="")
    if positie.betrokkenheid is not None:
        set_toegang(positie.betrokkenheid.value, "betrokken", team_id=positie.team_id)
    elif vervangt is not None:
        set_toegang("vervanger", "vervanging", team_id=positie.team_id, namens_id=vervangt.namens)
    elif positie.has_noodtoegang(nu):
        set_toegang(rol_in_team, "nood", team_id=positie.team_id)
    else:
        set_toegang(rol_in_team, "team", team_id=positie.team_id)
    besluit = decide_toegang(positie, recht, nu)
    if besluit is Besluit.ONBEKEND:
        refuse(404, casus_id, recht)
    if besluit is Besluit.GEWEIGERD:
        refuse(403, casus_id, recht)


def refuse(code: int, casus_id: str | None = None, recht: Recht | None = None) -> NoReturn:
    """Answer 403, 404 or 410, and log that a medewerker asked: for a casus that does not exist just as for one that does."""
    if current_user.is_authenticated:
        actie = Actie.PAGINA_GEVRAAGD if casus_id is None else Actie.TOEGANG_GEVRAAGD
        velden = () if recht is None else (recht.value.replace(" ", "-"),)
        log(get_context(), get_ik(), actie, uitslag=Uitslag.GEWEIGERD, casus_id=casus_id, velden=velden)
    abort(code)


def is_for_script(view: Any) -> bool:
    """Whether a script asks this, and no person."""
    return bool(getattr(view, "voor_script", False))


def _ask_to_sign_in(view: Any) -> ResponseReturnValue:
    if is_for_script(view):
        return {"fout": "niet aangemeld"}, 401
    if request.method == "POST":
        # the words go along through the sign-in, and come back after it
        return ask_to_sign_in_with_post()
    return redirect(url_for("aanmelden.show", verder=request.full_path.rstrip("?")))


def _stay_hidden(view: Any) -> ResponseReturnValue:
    if is_for_script(view):
        return {"fout": "op slot"}, 401
    session.pop(SAMEN, None)
    if request.method == "POST":
        keep_post(current_user.id)
    else:
        hier = request.full_path.rstrip("?")
        if current_user.sessie.verborgen:
            # where the screen was hidden stays the place to go back to, also when somebody presses "back" meanwhile
            session.setdefault("verder", hier)
        else:
            session["verder"] = hier
    return redirect(url_for("aanmelden.show_verborgen"), 303)
