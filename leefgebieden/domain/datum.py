"""Days and moments in Dutch words, as they stand on a page and on the A4."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

TIJDZONE = ZoneInfo("Europe/Amsterdam")
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def to_dag(moment: datetime) -> date:
    """The day of a moment, in the Netherlands."""
    return moment.astimezone(TIJDZONE).date()


def write_dag(dag: date, vandaag: date | None = None) -> str:
    """ "vr 10 juli"; with the year when it is not the year of `vandaag`."""
    kort = f"{DAGEN[dag.weekday()][:2]} {dag.day} {MAANDEN[dag.month - 1]}"
    return kort if vandaag is None or dag.year == vandaag.year else f"{kort} {dag.year}"


def write_hele_dag(dag: date) -> str:
    """ "vrijdag 10 juli 2026"."""
    return f"{DAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def write_dag_in_woorden(dag: date, vandaag: date) -> str:
    """ "Vandaag", "Gisteren", "Morgen", or the whole day."""
    woord = {0: "Vandaag", -1: "Gisteren", 1: "Morgen"}.get((dag - vandaag).days)
    if woord:
        return woord
    tekst = write_hele_dag(dag)
    return tekst[0].upper() + tekst[1:]


def write_tijd(moment: datetime) -> str:
    """ "19:43", in the Netherlands."""
    return f"{moment.astimezone(TIJDZONE):%H:%M}"


def split_moment(moment: datetime) -> tuple[date, time]:
    """The day and the time on the clock in the Netherlands, to the minute: what `make_moment` is made from."""
    hier = moment.astimezone(TIJDZONE)
    return hier.date(), hier.time().replace(second=0, microsecond=0, fold=0)


def make_moment(dag: date, tijd: time) -> datetime:
    """A day and a time on the clock in the Netherlands, as a moment in UTC.

    An hour that the clock skips in March counts on from the hour before it; of an hour that comes twice in October the
    first is meant.
    """
    return datetime.combine(dag, tijd, TIJDZONE).astimezone(UTC)
