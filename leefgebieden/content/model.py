"""The shapes of the method's content, as frozen values. Read by `load.py`, used by every layer above."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Kanaal(StrEnum):
    """How the contact came about (integrale vragenlijst, inhoud.md 2)."""

    TELEFOON = "telefoon"
    LOKET = "loket"
    EROPAF = "eropaf"
    CRISIS = "crisis"


class Groep(StrEnum):
    """Where a reference card helps."""

    KIJKEN = "kijken"
    DEUR = "deur"
    PRATEN = "praten"
    SAMENWERKEN = "samenwerken"
    LEREN = "leren"


@dataclass(frozen=True)
class Begrip:
    """An abbreviation of the field with its meaning in plain words."""

    afkorting: str
    betekenis: str


@dataclass(frozen=True)
class Deelgebied:
    """One of the 14 areas of the card."""

    key: str
    naam: str
    kort: str
    """A lower-case word or two for the spine, chips and status lines: "vrije tijd"."""
    aandachtspunten: tuple[str, ...]
    aandachtsregel: str = ""
    """The extra line of points of attention, only at Sociaal functioneren."""
    vragen: tuple[str, ...] = ()
    """Prompts for the spiekbrief, to the inhabitant as `u`; ours."""
    gevoelig: bool = False
    """Special data (AVG 9, 10): the page says at the field what is needed and what is not."""
    gevoelig_uitleg: str = ""
    wijzer: str = ""
    """A pointer of ours, such as the one to the Meldcode at Veiligheid."""
    spoed: str = ""
    """The aandachtspunt that is an urgent signal, if there is one (ours)."""


@dataclass(frozen=True)
class Leefgebied:
    """One of the 4 life domains of the card."""

    key: str
    naam: str
    icoon: str
    deelgebieden: tuple[Deelgebied, ...]


@dataclass(frozen=True)
class Kruisvraag:
    """One of the four questions that go with every area, and the labels of a notitie that it became."""

    label: str
    """`van_wie`, `wanneer`, `wat` or `verklaart`."""
    vraag: str
    """To the inhabitant, with `u`."""
    voor_werker: str = ""


@dataclass(frozen=True)
class Kaart:
    """The leefgebiedenkaart: 4 leefgebieden, 14 deelgebieden, 52 aandachtspunten."""

    naam: str
    herkomst: str
    waarschuwing: str
    leefgebieden: tuple[Leefgebied, ...]
    kruisvragen: tuple[Kruisvraag, ...]
    begrippen: tuple[Begrip, ...]

    @cached_property
    def deelgebieden(self) -> Mapping[str, Deelgebied]:
        """All deelgebieden by key, in the order of the card."""
        return {d.key: d for leefgebied in self.leefgebieden for d in leefgebied.deelgebieden}

    @cached_property
    def by_key(self) -> Mapping[str, Leefgebied]:
        """The leefgebieden by key, in the order of the card."""
        return {leefgebied.key: leefgebied for leefgebied in self.leefgebieden}

    @cached_property
    def _leefgebied_per_plaats(self) -> Mapping[str, Leefgebied]:
        plaatsen = {leefgebied.key: leefgebied for leefgebied in self.leefgebieden}
        for leefgebied in self.leefgebieden:
            plaatsen.update({d.key: leefgebied for d in leefgebied.deelgebieden})
        return plaatsen

    def is_plaats(self, key: str) -> bool:
        """Whether `key` names a leefgebied or a deelgebied of this card."""
        return key in self._leefgebied_per_plaats

    def leefgebied_of(self, plaats: str) -> Leefgebied:
        """The leefgebied that a plaats is or lies in. KeyError for an unknown plaats."""
        return self._leefgebied_per_plaats[plaats]

    def naam_of(self, plaats: str) -> str:
        """The full name of a leefgebied or deelgebied. KeyError for an unknown plaats."""
        if plaats in self.by_key:
            return self.by_key[plaats].naam
        return self.deelgebieden[plaats].naam


@dataclass(frozen=True)
class EenvoudigGebied:
    """One of the four fields of the simple card, with the places of the full card that show in it."""

    key: str
    naam: str
    icoon: str
    plaatsen: tuple[str, ...]
    """Keys of leefgebieden and deelgebieden, each written out: "dag" here does not stand for "vrije-tijd"."""


@dataclass(frozen=True)
class EenvoudigeKaart:
    """Dag / nacht / geld / vrije tijd: a second view on the same notities (Kolenkit; the mapping is ours).

    Every plaats of the full card stands in it exactly once: in one gebied or in `rest_plaatsen`.
    """

    naam: str
    herkomst: str
    uitleg: str
    gebieden: tuple[EenvoudigGebied, ...]
    rest_naam: str
    """The name of what has no place in it: "Ook opgeschreven"."""
    rest_plaatsen: tuple[str, ...]

    @cached_property
    def _gebied_per_plaats(self) -> Mapping[str, EenvoudigGebied]:
        return {plaats: gebied for gebied in self.gebieden for plaats in gebied.plaatsen}

    def gebied_of(self, plaats: str) -> EenvoudigGebied | None:
        """The field that a plaats of the full card shows in; None is under `rest_naam`."""
        return self._gebied_per_plaats.get(plaats)


INVULPLEKKEN: Mapping[str, str] = {
    "naam": "je naam",
    "loket": "de naam van het loket",
    "stadsdeel": "het stadsdeel, of hoe het bij jullie heet",
    "organisatie": "namens wie je komt",
    "aanvullen": "wat jullie doen",
    "melding": "wie de melding deed",
}
"""The blanks that may stand between [ ] in a vraag, with what a team fills in there."""


@dataclass(frozen=True)
class Vraag:
    """One filled cell of the integrale vragenlijst, for one kanaal."""

    key: str
    """Stable: `<kanaal>.<fase>.<rij>`, such as `crisis.eerste-vraag.b`. Stored with a notitie."""
    tekst: str
    """What is said, to the inhabitant as `u`. Blanks stand as `[loket]`: see INVULPLEKKEN."""
    regel: str = ""
    """The rule that the cell holds, for the worker: at most two weeks."""
    soort: str = "vraag"
    """`zeggen` for what the worker says (compliment, introduction), `vraag` for what is asked, and `afspraak` where the
    answer is an afspraak (planning)."""


@dataclass(frozen=True)
class Fase:
    """A phase of the vragenlijst in one kanaal. `vragen` is empty where the table's cell is empty."""

    key: str
    naam: str
    """The name on screen: "Mensen eromheen"."""
    naam_bron: str
    """The name in the source: "Netwerk: familie, vrienden, buren, bekenden"."""
    uitleg: str
    vragen: tuple[Vraag, ...]


@dataclass(frozen=True)
class Vragenlijst:
    """The integrale vragenlijst of one kanaal: always the 8 phases, in order."""

    kanaal: Kanaal
    naam: str
    herkomst: str
    termijn_uitleg: str
    fasen: tuple[Fase, ...]
    termijn_dagen: int | None = None
    """The most that is offered for a term: 14 at telefoon and loket, None where the term is asked."""
    opmerking: str = ""
    """The rule above the list (crisis only): the GGD goes with the police."""
    eigen_vraag: str = ""
    """A first question of our own, above the list and not part of it (crisis only)."""
    eigen_regel: str = ""
    """Our line with 112; the page adds the team's own number (crisis only)."""

    @cached_property
    def vragen(self) -> tuple[Vraag, ...]:
        """All filled cells, in order."""
        return tuple(vraag for fase in self.fasen for vraag in fase.vragen)


@dataclass(frozen=True)
class Woordhint:
    """A word that judges, and the gentle question that goes with it. Never blocks."""

    woord: str
    hint: str


@dataclass(frozen=True)
class Onderdeel:
    """One part of a reference card. `regels` are lines under it, `voorbeelden` words to say; `van_ons`: not in the source."""

    key: str
    titel: str
    rubriek: str = ""
    """The heading that it stands under, where a card has several."""
    tekst: str = ""
    regels: tuple[str, ...] = ()
    voorbeelden: tuple[str, ...] = ()
    van_ons: bool = False


@dataclass(frozen=True)
class Instrument:
    """A reference card of the method. `enkel` names one part ("baken"), `wanneer` says when it helps (ours)."""

    key: str
    titel: str
    enkel: str
    groep: Groep
    wanneer: str
    bron: str
    onderdelen: tuple[Onderdeel, ...]
    inleiding: tuple[str, ...] = ()
    slot: tuple[str, ...] = ()
    van_ons: bool = False


class Opbrengst(StrEnum):
    """What may be written down in a step of a werkvorm."""

    WOORDEN = "woorden"
    VRAAG = "vraag"
    """What somebody asks the others: one for each who takes part."""
    AANBOD = "aanbod"
    """What somebody offers at a vraag, with his name and a day."""
    VOORNEMEN = "voornemen"
    AFSPRAAK = "afspraak"


@dataclass(frozen=True)
class Werkgroep:
    """A group of a werkvorm. Groups that mirror each other each have a side: `eigen`, and the other's as `ander`."""

    key: str
    naam: str
    eigen: str = ""
    ander: str = ""


@dataclass(frozen=True)
class Speelrol:
    """A part that somebody plays in an exercise."""

    naam: str
    uitleg: str


@dataclass(frozen=True)
class Noteren:
    """Something to write down in a step, with the label of its field."""

    soort: Opbrengst
    wat: str


@dataclass(frozen=True)
class Werkvormstap:
    """One step. `[eigen]` and `[ander]` in its texts stand for the sides of the group that reads it.

    `minuten` is the least, `minuten_tot` the most; 0 is no time given. `per_vraag_hooguit`: so many minutes for each vraag
    that somebody put. `van_ons` are lines that the source does not have.
    """

    key: str
    titel: str
    rubriek: str = ""
    minuten: int = 0
    minuten_tot: int = 0
    per_vraag_hooguit: int = 0
    regels: tuple[str, ...] = ()
    vragen: tuple[str, ...] = ()
    van_ons: tuple[str, ...] = ()
    noteren: tuple[Noteren, ...] = ()


@dataclass(frozen=True)
class Werkvorm:
    """A guided session for a group. `kaart` is the reference card to have at hand, `oefencasus` the story it is about.

    `minuten_van_ons`: the source has no minutes. `gespiegeld`: groups A and B do the same from both sides.
    """

    key: str
    titel: str
    wanneer: str
    bron: str
    doel: tuple[str, ...]
    stappen: tuple[Werkvormstap, ...]
    deelnemers: str = ""
    deelnemers_van: int = 0
    deelnemers_tot: int = 0
    duur: str = ""
    ruimte: str = ""
    voorbereiding: tuple[str, ...] = ()
    materialen: tuple[str, ...] = ()
    aandachtspunten: tuple[str, ...] = ()
    groepen: tuple[Werkgroep, ...] = ()
    rollen: tuple[Speelrol, ...] = ()
    gespiegeld: bool = False
    kaart: str = ""
    oefencasus: str = ""
    minuten_van_ons: bool = False
    van_ons: tuple[str, ...] = ()

    @cached_property
    def per_key(self) -> Mapping[str, Werkvormstap]:
        """The steps by key, in order."""
        return {stap.key: stap for stap in self.stappen}


@dataclass(frozen=True)
class Taal:
    """The headings of the sheet for the person in one language. `nagekeken`: a translator looked at them."""

    key: str
    naam: str
    titel: str
    zelf: str
    kracht: str
    wens: str
    netwerk: str
    afspraken: str
    ruimte: str
    van_rechts: bool = False
    nagekeken: bool = False


@dataclass(frozen=True)
class Fragment:
    """A piece of a practice story, as it reached the workers."""

    key: str
    titel: str
    alineas: tuple[str, ...]


@dataclass(frozen=True)
class Zienswijze:
    """How one experienced worker answers at a turning point, and why (ours). `leunt_op`: a card and its part, such as
    `bakens/eropaf`.
    """

    wie: str
    standpunt: str
    argumenten: tuple[str, ...]
    leunt_op: str = ""


@dataclass(frozen=True)
class Keerpunt:
    """A question at a turn of the story. `na` is the fragment that it comes after, `aanloop` what one hears first."""

    key: str
    na: str
    titel: str
    vraag: str
    zienswijzen: tuple[Zienswijze, ...]
    aanloop: tuple[str, ...] = ()


@dataclass(frozen=True)
class Oefening:
    """A practice story to play: its fragments, and its turning points with differing views. The oefencasus of the same key
    holds how experienced workers wrote it down.
    """

    key: str
    titel: str
    naam: str
    kanaal: Kanaal
    wanneer: str
    bron: str
    fragmenten: tuple[Fragment, ...]
    keerpunten: tuple[Keerpunt, ...]


@dataclass(frozen=True)
class Dagdeel:
    """One meeting of the course: its theme and subjects, who prepares what, its aims, and what of the app goes with it (by key)."""

    key: str
    thema: str
    onderwerpen: tuple[str, ...]
    docent: tuple[str, ...]
    deelnemer: tuple[str, ...]
    leerdoelen: tuple[str, ...]
    kaarten: tuple[str, ...]
    werkvormen: tuple[str, ...]
    verhalen: tuple[str, ...]
    afsluiting: tuple[str, ...] = ()


@dataclass(frozen=True)
class Modulecompetentie:
    """A competence that the course works on, with the number of the matrix that it points to."""

    tekst: str
    competentie: str


@dataclass(frozen=True)
class Leervraag:
    """A question to oneself (ours), at a part of a card: `professionele-nabijheid/hart`."""

    onderdeel: str
    vraag: str


@dataclass(frozen=True)
class Cursus:
    """The course: its aims, the competences, its dagdelen in order, and the questions of the leerlog."""

    titel: str
    bron: str
    van_ons: str
    doelen: tuple[str, ...]
    competenties: tuple[Modulecompetentie, ...]
    dagdelen: tuple[Dagdeel, ...]
    leervragen: tuple[Leervraag, ...]

    @cached_property
    def per_key(self) -> Mapping[str, Dagdeel]:
        """The dagdelen by key, in order."""
        return {dagdeel.key: dagdeel for dagdeel in self.dagdelen}


@dataclass(frozen=True)
class Oefencasus:
    """A practice casus that comes with the app: the bytes of an exchange file."""

    key: str
    naam: str
    bestand: bytes


@dataclass(frozen=True)
class Content:
    """Everything of the method, loaded and checked."""

    kaart: Kaart
    eenvoudige_kaart: EenvoudigeKaart
    vragenlijsten: Mapping[Kanaal, Vragenlijst]
    woordhints: tuple[Woordhint, ...]
    oefencasussen: Mapping[str, Oefencasus]
    talen: Mapping[str, Taal]
    """By key; Dutch (`nl`) is always one of them."""
    methodiek: Mapping[str, Instrument]
    """The reference cards by key, in the order of their files."""
    oefeningen: Mapping[str, Oefening]
    """The stories that can be played, by the key of their oefencasus."""
    werkvormen: Mapping[str, Werkvorm]
    """The werkvormen by key, in the order of their files."""
    cursus: Cursus

    @cached_property
    def vragen(self) -> Mapping[str, Vraag]:
        """Every vraag of every kanaal by key."""
        return {vraag.key: vraag for lijst in self.vragenlijsten.values() for vraag in lijst.vragen}

    def fase_of(self, vraag_key: str) -> Fase:
        """The phase that a vraag stands in. KeyError for an unknown key."""
        for lijst in self.vragenlijsten.values():
            for fase in lijst.fasen:
                if any(vraag.key == vraag_key for vraag in fase.vragen):
                    return fase
        raise KeyError(vraag_key)
