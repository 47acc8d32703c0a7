"""Signals over a whole area: what comes back with many people, to tell who makes policy (competence 3, signalering).

Counted are people, never notities, workers or points; what fewer than five people have in common is not shown and not
counted anywhere, so that nobody can be recognised in a number.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from leefgebieden.content.model import Kaart
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.netwerk import Kring
from leefgebieden.domain.notitie import Notitie, Wanneer

MINSTENS = 5
KRACHT, LASTIG, WENS = "kracht", "lastig", "wens"
OP_TIJD, LATER, NIET = "op tijd", "later", "niet gelukt"


@dataclass(frozen=True)
class Signaal:
    """How many people have this in common; at least MINSTENS."""

    wat: str
    soort: str
    mensen: int


@dataclass(frozen=True)
class Tijdvak:
    """Whole days, the first and the last included."""

    key: str
    naam: str
    van: date
    tot: date


@dataclass(frozen=True)
class Signalen:
    """`gebieden` in the order of the card, `instanties` and `termijnen` the most first."""

    gebieden: tuple[Signaal, ...]
    instanties: tuple[Signaal, ...]
    termijnen: tuple[Signaal, ...]

    @property
    def alle(self) -> tuple[Signaal, ...]:
        return (*self.gebieden, *self.instanties, *self.termijnen)


def list_tijdvakken(vandaag: date) -> list[Tijdvak]:
    """This quarter, the one before, this year and the one before. Fixed ones: two that differ by a day would tell of one person."""
    kwartaal = (vandaag.month - 1) // 3
    begin = date(vandaag.year, 3 * kwartaal + 1, 1)
    vorig_eind = begin - timedelta(days=1)
    vorig_begin = date(vorig_eind.year, vorig_eind.month - 2, 1)
    return [
        Tijdvak("kwartaal", "Dit kwartaal", begin, vandaag),
        Tijdvak("vorig-kwartaal", "Vorig kwartaal", vorig_begin, vorig_eind),
        Tijdvak("jaar", "Dit jaar", date(vandaag.year, 1, 1), vandaag),
        Tijdvak("vorig-jaar", "Vorig jaar", date(vandaag.year - 1, 1, 1), date(vandaag.year - 1, 12, 31)),
    ]


def count_signalen(casussen: Iterable[HeleCasus], tijdvak: Tijdvak, kaart: Kaart) -> Signalen:
    """Count over these people what was written down in this period."""
    gebieden, instanties, termijnen = Counter[tuple[str, str]](), Counter[str](), Counter[str]()
    for hele in casussen:
        notities = [een for een in hele.notities if _is_in(to_dag(een.gemaakt_op), tijdvak) and not een.afgeschermd]
        gebieden.update(
            {(plaats, soort) for een in notities for plaats in een.plaatsen for soort in _list_soorten(een)}
        )
        instanties.update(
            {
                lid.wie.strip().casefold(): lid.wie.strip()
                for lid in hele.netwerk
                if lid.kring is Kring.HULP_EN_INSTANTIES and lid.is_er_op(tijdvak.tot)
            }.values()
        )
        termijnen.update(_list_termijnen(hele, tijdvak))
    volgorde = [
        plaats for gebied in kaart.leefgebieden for plaats in (gebied.key, *(deel.key for deel in gebied.deelgebieden))
    ]
    return Signalen(
        gebieden=tuple(
            Signaal(kaart.naam_of(plaats), soort, gebieden[plaats, soort])
            for plaats in volgorde
            for soort in (KRACHT, LASTIG, WENS)
            if gebieden[plaats, soort] >= MINSTENS
        ),
        instanties=_to_signalen(instanties.most_common(), "hulp en instanties"),
        termijnen=_to_signalen([(soort, termijnen[soort]) for soort in (OP_TIJD, LATER, NIET)], "afspraken"),
    )


def _to_signalen(tellingen: Sequence[tuple[str, int]], soort: str) -> tuple[Signaal, ...]:
    return tuple(Signaal(wat, soort, aantal) for wat, aantal in tellingen if aantal >= MINSTENS)


def _is_in(dag: date, tijdvak: Tijdvak) -> bool:
    return tijdvak.van <= dag <= tijdvak.tot


def _list_soorten(notitie: Notitie) -> list[str]:
    soorten = [KRACHT] if notitie.is_kracht else []
    soorten += [LASTIG] if notitie.is_lastig else []
    return soorten + ([WENS] if Wanneer.WENS in notitie.wanneer else [])


def _list_termijnen(hele: HeleCasus, tijdvak: Tijdvak) -> set[str]:
    """How the afspraken of one person with a date in this period went."""
    gevonden = set()
    for afspraak in hele.afspraken:
        if afspraak.uiterlijk is None or afspraak.afloop is None or not _is_in(afspraak.uiterlijk, tijdvak):
            continue
        if not afspraak.afloop.gedaan:
            gevonden.add(NIET)
        else:
            gevonden.add(OP_TIJD if to_dag(afspraak.afloop.op) <= afspraak.uiterlijk else LATER)
    return gevonden
