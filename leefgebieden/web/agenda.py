"""The agenda for a calendar (.ics): a secret link, no names, and it can be taken back."""

from flask import Blueprint, Response, abort, flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.agenda import make_agendalink, read_agenda, revoke_agendalink
from leefgebieden.domain.agenda import Gebeurtenis
from leefgebieden.store.agendalink import fetch_agendalink
from leefgebieden.web.gate import public, worker
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.opnieuw import need_fresh_sign_in

bp = Blueprint("agenda", __name__)
_NIEUW = "agendawoord"


@bp.get("/account/agenda")
@worker
@need_fresh_sign_in
def show() -> ResponseReturnValue:
    """Whether there is a link; right after it was made, the link itself, once."""
    woord = session.pop(_NIEUW, None)
    return render_template(
        "agenda/agenda.html",
        link=fetch_agendalink(current_user.id),
        adres=url_for(".give", woord=woord, _external=True) if woord else "",
    )


@bp.post("/account/agenda")
@worker
@need_fresh_sign_in
def make() -> ResponseReturnValue:
    """Make a link, in the place of the one before."""
    session[_NIEUW] = make_agendalink(get_context(), get_ik())
    return redirect(url_for(".show"), 303)


@bp.post("/account/agenda/weg")
@worker
@need_fresh_sign_in
def revoke() -> ResponseReturnValue:
    """Take it back."""
    revoke_agendalink(get_context(), get_ik())
    flash("De link werkt niet meer. Haal de agenda ook weg uit je telefoon.", "bewaard")
    return redirect(url_for(".show"), 303)


@bp.get("/agenda/<woord>.ics")
@public
def give(woord: str) -> ResponseReturnValue:
    """The agenda, for whoever has the link."""
    gebeurtenissen = read_agenda(get_context(), woord[:100])
    if gebeurtenissen is None:
        abort(404)
    antwoord = Response(write_ics(gebeurtenissen), mimetype="text/calendar")
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord


def write_ics(gebeurtenissen: list[Gebeurtenis]) -> bytes:
    """As RFC 5545."""
    # only needed here, and it takes a while to load
    from icalendar import Calendar, Event

    agenda = Calendar()
    agenda.add("prodid", "-//leefgebieden//NL")
    agenda.add("version", "2.0")
    agenda.add("x-wr-calname", "Afspraken")
    nu = get_context().now()
    for een in gebeurtenissen:
        event = Event()
        event.add("uid", f"{een.id}@leefgebieden")
        event.add("dtstamp", nu)
        event.add("summary", een.wat)
        event.add("dtstart", een.van)
        if een.tot is not None:
            event.add("dtend", een.tot)
        event.add("class", "PRIVATE")
        agenda.add_component(event)
    return bytes(agenda.to_ical())
