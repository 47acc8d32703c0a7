"""A refused form comes back with its words: they are kept as a concept and the answer is 303 to the form with its errors.

A page that answers a POST with 400 leaves its text in the browser's session files on disk; a redirect leaves none.
"""

from dataclasses import dataclass
from datetime import datetime

from flask import redirect, request, session
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.datastructures import MultiDict

from leefgebieden.actions import concept as actions
from leefgebieden.domain.concept import take_all
from leefgebieden.domain.tekst import normalise_tekst
from leefgebieden.store.concept import fetch_concept
from leefgebieden.web.forms.basis import Formulier, FormulierMetId
from leefgebieden.web.huis import get_context

GEWEIGERD = "geweigerd"
"""In the session: the form that was refused last, until its page has shown the errors."""
_NIET_BEWAREN = frozenset({"csrf_token", "submit"})
_BEGELEIDEND = frozenset({"csrf_token", "submit", "id", "versie", "naar"})
"""What goes along with a form and is not typed."""


@dataclass(frozen=True)
class Teruggevonden:
    """Words that were typed before. `fout` is true when they were refused a moment ago: then the errors are shown."""

    op: datetime
    fout: bool


def keep_and_return(formulier: str, casus_id: str, naar: str, **anders: str) -> ResponseReturnValue:
    """Keep the fields of this request, some of them changed, and send the browser to the form."""
    keep_form(formulier, casus_id, fout=True, **anders)
    session[GEWEIGERD] = [formulier, casus_id]
    return redirect(naar, 303)


def renew_id(form: FormulierMetId) -> dict[str, str]:
    """For `keep_and_return`: another id when the one of the form did not arrive whole, so that it can be sent again."""
    return {"id": get_context().new_id()} if form.id.errors else {}


def keep_form(formulier: str, casus_id: str, *, fout: bool, **anders: str) -> None:
    """Keep the fields of this request as a concept."""
    velden = {**read_velden(), **{naam: [waarde] for naam, waarde in anders.items()}}
    actions.keep_concept(get_context(), current_user.id, casus_id, formulier, velden, fout=fout)


def read_velden() -> dict[str, list[str]]:
    """The fields of this request that are worth keeping."""
    return {
        # what no page may hold leaves here: a field that is refused comes back as it was typed, also a date or a choice
        naam: [normalise_tekst(waarde) for waarde in waarden]
        for naam, waarden in request.form.to_dict(flat=False).items()
        if naam not in _NIET_BEWAREN
    }


def restore_form(form: Formulier, formulier: str, casus_id: str) -> Teruggevonden | None:
    """Fill the form with the words that were left in it. None: nothing was left.

    The errors are shown once, on the page that the refusal led to: whoever comes back later begins without blame. A form in
    which nothing was typed is not kept for later.
    """
    concept = fetch_concept(current_user.id, casus_id, formulier)
    if concept is None:
        return None
    fout = concept.fout and session.get(GEWEIGERD) == [formulier, casus_id]
    if fout:
        session.pop(GEWEIGERD)
    vooraf, velden = _read_data(form), take_all(concept.velden)
    form.process(MultiDict([(naam, w) for naam, waarden in velden.items() for w in waarden]))
    onbekend = any(any(waarden) for naam, waarden in velden.items() if naam not in form and naam not in _BEGELEIDEND)
    is_leeg = not onbekend and _read_data(form) == vooraf
    if fout:
        form.validate()
        form.csrf_token.errors = ()  # a concept has no token; the page brings a new one
    if is_leeg:
        actions.drop_concept(current_user.id, casus_id, formulier)
    return None if is_leeg and not fout else Teruggevonden(op=concept.op, fout=fout)


def _read_data(form: Formulier) -> dict[str, object]:
    """What stands in the fields that somebody fills in; of an empty field it does not matter how it is empty."""
    return {naam: waarde or "" for naam, waarde in form.data.items() if naam not in _BEGELEIDEND}


def let_go(formulier: str, casus_id: str) -> None:
    """The words of the form of this request are saved; without an id in it: they are thrown away."""
    actions.drop_concept(current_user.id, casus_id, formulier, bewaard_id=request.form.get("id", ""))
