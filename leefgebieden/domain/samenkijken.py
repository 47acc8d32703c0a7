"""Samen kijken: what the person himself sees of what was written down, and what he says of it.

What he says changes nothing by itself: it is work for the worker.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from leefgebieden.domain.afspraak import Afspraak, sort_afspraken
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.netwerk import Netwerklid
from leefgebieden.domain.notitie import Notitie, Soort, VanWie, Wat
from leefgebieden.domain.reactie import Over


@dataclass(frozen=True)
class Getoond:
    """What lies on the table, and how many notities do not."""

    eigen_woorden: tuple[Notitie, ...]
    kracht: tuple[Notitie, ...]
    lastig: tuple[Notitie, ...]
    afspraken: tuple[Afspraak, ...]
    netwerk: tuple[Netwerklid, ...]
    verborgen: int

    @property
    def is_leeg(self) -> bool:
        return not (self.eigen_woorden or self.kracht or self.lastig or self.afspraken or self.netwerk)

    def list_ids(self) -> Iterator[str]:
        """Of every line, whatever it is."""
        stukken: tuple[Notitie | Afspraak | Netwerklid, ...] = self.eigen_woorden + self.kracht + self.lastig
        return (stuk.id for stuk in (*stukken, *self.afspraken, *self.netwerk))

    def without(self, weg: Collection[str]) -> "Getoond":
        """The same, without the lines that the worker leaves out this time."""
        return replace(
            self,
            eigen_woorden=tuple(n for n in self.eigen_woorden if n.id not in weg),
            kracht=tuple(n for n in self.kracht if n.id not in weg),
            lastig=tuple(n for n in self.lastig if n.id not in weg),
            afspraken=tuple(a for a in self.afspraken if a.id not in weg),
            netwerk=tuple(lid for lid in self.netwerk if lid.id not in weg),
        )

    def has(self, over: Over, deel: str) -> bool:
        """Whether this stands on the table: of nothing else can anything be said."""
        delen: dict[Over, Iterable[Notitie | Afspraak | Netwerklid]] = {
            Over.NOTITIE: self.eigen_woorden + self.kracht + self.lastig,
            Over.AFSPRAAK: self.afspraken,
            Over.NETWERK: self.netwerk,
        }
        return any(stuk.id == deel for stuk in delen.get(over, ()))


def choose_getoond(hele: HeleCasus) -> Getoond:
    """Own words, kracht en kans, lastig, open afspraken and the network; the newest words first.

    What was thought, is afgeschermd or is about somebody else stays away; so does what has no label that says whose it is, and
    who around him is marked not to be shown.
    """
    nieuwste = sorted(hele.notities, key=lambda notitie: notitie.gemaakt_op, reverse=True)
    open_ = tuple(notitie for notitie in nieuwste if _is_open(notitie))
    getoond = Getoond(
        eigen_woorden=tuple(n for n in open_ if n.soort is Soort.ZONDER_LABEL and VanWie.ZELF in n.van_wie),
        kracht=tuple(n for n in open_ if n.soort is Soort.KRACHT),
        lastig=tuple(n for n in open_ if n.soort is Soort.LASTIG),
        afspraken=tuple(a for a in sort_afspraken(hele.afspraken) if a.is_open()),
        netwerk=tuple(lid for lid in hele.netwerk if not lid.niet_tonen),
        verborgen=0,
    )
    aantal = len(getoond.eigen_woorden + getoond.kracht + getoond.lastig)
    return Getoond(**{**vars(getoond), "verborgen": len(hele.notities) - aantal})


def _is_open(notitie: Notitie) -> bool:
    gedacht = Wat.VERKLAART in notitie.wat and VanWie.ZELF not in notitie.van_wie
    return not (gedacht or notitie.is_gedachte or notitie.afgeschermd or notitie.over_ander)
