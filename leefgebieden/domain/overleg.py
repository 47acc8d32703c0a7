"""The overleg: a kernteam that looks at a few people together, decides, and comes back to it (schermen.md S16).

What is said about somebody belongs to that person: bespreking, bijdrage and besluit are parts of his casus and go with it.
The overleg itself knows who was there, when, and in which order.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toestemming import Toestemming, may_share
from leefgebieden.domain.vorm import Id, rij, tekst, vrije_tekst

NAZIEN = timedelta(days=7)
"""So long after the day of the overleg a deelnemer may still look (gegevens.md, "Who may do what")."""
MINUTEN = 20
EIGEN_ERVARING = "eigen-ervaring"


class Deel(StrEnum):
    """The parts that an overleg goes through, kracht before lastig; in any order."""

    VRAAG = "vraag"
    ZELF = "zelf"
    KRACHT = "kracht"
    LASTIG = "lastig"
    WETEN = "weten"
    AFSPRAKEN = "afspraken"
    BESLUIT = "besluit"


class Kant(StrEnum):
    """Where a bijdrage stands towards the dilemma that it is about."""

    VOOR = "voor"
    TEGEN = "tegen"


class Overlegrecht(StrEnum):
    """What somebody wants to do with an overleg. The values are doors of the gate."""

    MEEDOEN = "overleg meedoen"
    LEIDEN = "overleg leiden"
    """Plan it, change it, close it: for who works with people."""


@dataclass(frozen=True)
class Deelnemer:
    """Who is asked to come. `organisatie` is empty for our own; of another one it is what the person consented to."""

    id: Id
    naam: str = tekst(hooguit=80)
    organisatie: str = vrije_tekst(hooguit=120)


@dataclass(frozen=True)
class Overleg:
    """A meeting. `ook` are people without an account, as typed; they see nothing but the screen in the room."""

    id: Id
    begint_op: datetime
    gemaakt_op: datetime
    gemaakt_door: Mens
    plaats: str = vrije_tekst(hooguit=120)
    minuten: int = field(default=MINUTEN, metadata={"van": 1, "tot": 240})
    deelnemers: tuple[Deelnemer, ...] = rij(hooguit=60)
    ook: str = vrije_tekst(hooguit=300)
    afgesloten_op: datetime | None = None

    def find_deelnemer(self, medewerker_id: str) -> Deelnemer | None:
        return next((een for een in self.deelnemers if een.id == medewerker_id), None)


@dataclass(frozen=True)
class Bespreking:
    """A casus on the agenda: the question, and the samenvatting that the eigenaar released for it (always with initials).

    `op` is when the overleg begins for which it was released. It moves along until that day has come, and not after it.
    """

    id: Id
    overleg: Id
    op: datetime
    vraag: str = vrije_tekst(hooguit=95)
    samenvatting: Id | None = None


@dataclass(frozen=True)
class Bijdrage:
    """What somebody said. `bij` is the dilemma that it is about; without it, and with `dilemma`, it is one itself.

    `leunt_op` is what it leans on: the key of a card and its part (`bakens/eropaf`), or EIGEN_ERVARING.
    """

    id: Id
    bespreking: Id
    door: Mens
    op: datetime
    tekst: str = tekst(hooguit=1_000)
    dilemma: bool = False
    bij: Id | None = None
    kant: Kant | None = None
    leunt_op: str = vrije_tekst(hooguit=80)


@dataclass(frozen=True)
class Besluit:
    """What was decided and why, who stands behind it, and who sees it differently. `vertellen`: what the person is told."""

    id: Id
    bespreking: Id
    door: Mens
    op: datetime
    wat: str = tekst(hooguit=200)
    reden: str = vrije_tekst(hooguit=1_000)
    achter: str = vrije_tekst(hooguit=300)
    anders: str = vrije_tekst(hooguit=1_000)
    bij: Id | None = None
    vertellen: str = vrije_tekst(hooguit=300)
    afspraken: tuple[Id, ...] = rij(hooguit=20)


@dataclass(frozen=True)
class Dilemma:
    """A question with the arguments for and against side by side, what else was said of it, and what was decided."""

    vraag: Bijdrage
    voor: tuple[Bijdrage, ...]
    tegen: tuple[Bijdrage, ...]
    verder: tuple[Bijdrage, ...]
    besluiten: tuple[Besluit, ...]


@dataclass(frozen=True)
class Verslag:
    """Everything of one bespreking, in the order in which it was said."""

    bespreking: Bespreking
    dilemmas: tuple[Dilemma, ...]
    inbreng: tuple[Bijdrage, ...]
    besluiten: tuple[Besluit, ...]
    """Without the ones that belong to a dilemma."""

    @property
    def alle_besluiten(self) -> tuple[Besluit, ...]:
        van_dilemmas = (besluit for dilemma in self.dilemmas for besluit in dilemma.besluiten)
        return tuple(sorted((*van_dilemmas, *self.besluiten), key=lambda besluit: besluit.op))


def compose_verslag(bespreking: Bespreking, bijdragen: Iterable[Bijdrage], besluiten: Iterable[Besluit]) -> Verslag:
    """Lay out what was said and decided in one bespreking. What points to a dilemma that is gone stands by itself."""
    hier = [een for een in bijdragen if een.bespreking == bespreking.id]
    besloten = [een for een in besluiten if een.bespreking == bespreking.id]
    vragen = [een for een in hier if een.dilemma]
    bekend = {een.id for een in vragen}

    def collect(vraag: Bijdrage) -> Dilemma:
        erbij = [een for een in hier if een.bij == vraag.id]
        return Dilemma(
            vraag,
            voor=tuple(een for een in erbij if een.kant is Kant.VOOR),
            tegen=tuple(een for een in erbij if een.kant is Kant.TEGEN),
            verder=tuple(een for een in erbij if een.kant is None),
            besluiten=tuple(een for een in besloten if een.bij == vraag.id),
        )

    return Verslag(
        bespreking,
        dilemmas=tuple(map(collect, vragen)),
        inbreng=tuple(een for een in hier if not een.dilemma and een.bij not in bekend),
        besluiten=tuple(een for een in besloten if een.bij not in bekend),
    )


def rewrite_verslag(verslag: Verslag, schrijf: Callable[[str], str]) -> Verslag:
    """The same verslag with every text written by `schrijf`; who said it stays as it is."""

    def write(een: Bijdrage) -> Bijdrage:
        return replace(een, tekst=schrijf(een.tekst))

    def decide(een: Besluit) -> Besluit:
        return replace(
            een,
            wat=schrijf(een.wat),
            reden=schrijf(een.reden),
            achter=schrijf(een.achter),
            anders=schrijf(een.anders),
            vertellen=schrijf(een.vertellen),
        )

    return Verslag(
        replace(verslag.bespreking, vraag=schrijf(verslag.bespreking.vraag)),
        dilemmas=tuple(
            Dilemma(
                write(een.vraag),
                voor=tuple(map(write, een.voor)),
                tegen=tuple(map(write, een.tegen)),
                verder=tuple(map(write, een.verder)),
                besluiten=tuple(map(decide, een.besluiten)),
            )
            for een in verslag.dilemmas
        ),
        inbreng=tuple(map(write, verslag.inbreng)),
        besluiten=tuple(map(decide, verslag.besluiten)),
    )


def is_open_op(overleg: Overleg, op: datetime, dag: date) -> bool:
    """Whether what was released for `op` may be seen: on the day itself, and a week after it.

    A later date of the overleg does not open again what was closed.
    """
    begin = min(to_dag(op), to_dag(overleg.begint_op))
    return begin <= dag <= begin + NAZIEN


def move_bespreking(bespreking: Bespreking, begint_op: datetime, vandaag: date) -> Bespreking:
    """The same for another date of its overleg; as it was when its day has come already."""
    return replace(bespreking, op=begint_op) if vandaag < to_dag(bespreking.op) else bespreking


def may_see_bespreking(
    overleg: Overleg,
    op: datetime,
    medewerker_id: str,
    toestemmingen: Sequence[Toestemming],
    dag: date,
    *,
    leest_zelf: bool,
) -> bool:
    """Whether a deelnemer may see what was released of one casus for `op`. `leest_zelf`: he may read the casus anyway.

    Somebody of another organisation only sees what the person said may be shared with that organisation.
    """
    deelnemer = overleg.find_deelnemer(medewerker_id)
    if deelnemer is None:
        return False
    if leest_zelf:
        return True
    if not is_open_op(overleg, op, dag):
        return False
    return not deelnemer.organisatie or may_share(toestemmingen, deelnemer.organisatie, dag)


def find_volgend_deel(deel: Deel) -> Deel | None:
    """The part after this one; None after the last."""
    delen = list(Deel)
    plek = delen.index(deel) + 1
    return delen[plek] if plek < len(delen) else None


def divide_minuten(minuten: int) -> int:
    """How many minutes each part may take: the parts share the time of a casus, at least one minute each."""
    return max(1, minuten // len(Deel))
