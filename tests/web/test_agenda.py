"""The agenda for a calendar: read back as one reads it, without a name, and gone when the link is taken back."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar

from leefgebieden.actions.afspraak import record_afspraak
from leefgebieden.actions.gesprek import record_gesprek
from leefgebieden.actions.overleg import plan_overleg
from leefgebieden.content.model import Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.afspraak import Afspraak
from leefgebieden.domain.gesprek import Gesprek
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.overleg import Deelnemer, Overleg
from leefgebieden.domain.vorm import Id
from tests.pages import PagesClient
from tests.people import Clock

HIER = ZoneInfo("Europe/Amsterdam")


def make_link(client: PagesClient) -> str:
    client.get("/account/agenda")
    client.submit("Maak een link")
    return next(woord for woord in client.page.text.split() if woord.endswith(".ics")).removeprefix("http://localhost")


def test_a_calendar_reads_when_something_is_and_no_name(
    client: PagesClient, visitor: PagesClient, samira: str, anja: Mens, outside: Context, clock: Clock, zuid: str
) -> None:
    dag = date(2026, 7, 20)
    moment = datetime(2026, 7, 16, 10, 30, tzinfo=HIER)
    record_afspraak(outside, anja, samira, Afspraak(outside.new_id(), "Bellen met Samira", uiterlijk=dag))
    gesprek = Gesprek(outside.new_id(), Kanaal.EROPAF, moment, gepland=True, plaats="Bij Samira thuis")
    record_gesprek(outside, anja, samira, gesprek)
    deelnemers = (Deelnemer(anja.id, "Anja"),)
    plan_overleg(outside, Overleg(Id(outside.new_id()), moment, clock.now, anja, "Zaal", deelnemers=deelnemers), zuid)
    adres = make_link(client)
    with visitor.app.app_context():
        antwoord = visitor.client.get(adres)
    assert antwoord.mimetype == "text/calendar"
    events = list(Calendar.from_ical(antwoord.data).walk("VEVENT"))
    gelezen = {(str(event["SUMMARY"]), event.decoded("DTSTART")) for event in events}
    assert gelezen == {("Afspraak: kijk in de app", dag), ("Gesprek", moment), ("Overleg", moment)}
    assert len({str(event["UID"]) for event in events}) == 3
    for geheim in (b"Samira", b"Bellen", b"thuis", b"Zaal", b"Anja"):
        assert geheim not in antwoord.data


def test_a_link_is_shown_once_and_leads_nowhere_when_it_is_taken_back(
    client: PagesClient, visitor: PagesClient
) -> None:
    eerste = make_link(client)
    assert ".ics" not in client.get("/account/agenda").text
    client.submit("Maak een nieuwe link")
    tweede = next(w for w in client.page.text.split() if w.endswith(".ics")).removeprefix("http://localhost")
    visitor.get(eerste, status=404)
    with visitor.app.app_context():
        assert visitor.client.get(tweede).status_code == 200
    client.get("/account/agenda")
    assert "Een agenda las hem op" in client.page.text
    client.submit("Trek de link in")
    visitor.get(tweede, status=404)
    visitor.get("/agenda/iets-anders.ics", status=404)
