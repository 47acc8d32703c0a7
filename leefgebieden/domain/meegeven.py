"""The page for the person himself: only his own words, what goes well, what he wants, who is around him, and what was agreed.

Nothing that others thought or saw as hard stands on it. What does not fit is counted, as on the A4.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from leefgebieden.domain.afspraak import sort_afspraken
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.datum import write_dag
from leefgebieden.domain.netwerk import Kring
from leefgebieden.domain.notitie import Notitie, VanWie, Wanneer
from leefgebieden.domain.papier import strip_aanhaling, write_zin
from leefgebieden.domain.tekst import to_one_line

WOORDEN, KRACHT, WENSEN, MENSEN, AFSPRAKEN = 4, 6, 4, 8, 5
"""So many of each stand on one page in large letters."""


@dataclass(frozen=True)
class Afgesproken:
    """One agreement, as the person reads it. `wie` empty: nobody yet."""

    wat: str
    wie: str
    wanneer: str


@dataclass(frozen=True)
class Meegeven:
    """What stands on the page. `weggelaten`: how much more there is in the app of these kinds."""

    naam: str
    woorden: tuple[str, ...]
    kracht: tuple[str, ...]
    wensen: tuple[str, ...]
    mensen: tuple[str, ...]
    afspraken: tuple[Afgesproken, ...]
    weggelaten: int


def compose_meegeven(hele: HeleCasus, vandaag: date) -> Meegeven:
    """Choose and put into words. Nothing that is afgeschermd, and nothing about somebody else."""
    eigen = [n for n in hele.notities if not n.afgeschermd and not n.over_ander]
    wensen = [n for n in eigen if Wanneer.WENS in n.wanneer and VanWie.ZELF in n.van_wie]
    kracht = [n for n in eigen if n.is_kracht and n not in wensen]
    woorden = [n for n in eigen if VanWie.ZELF in n.van_wie and n not in wensen and n not in kracht and not n.is_lastig]
    mensen = sorted(
        (lid for lid in hele.netwerk if lid.is_er_op(vandaag)), key=lambda lid: lid.kring is not Kring.EIGEN_MENSEN
    )
    afspraken = [afspraak for afspraak in sort_afspraken(hele.afspraken) if afspraak.is_open()]
    wens = to_one_line(hele.a4.wat_wil)
    gekozen = to_one_line(hele.a4.eigen_woorden)
    blad = Meegeven(
        naam=hele.casus.noemnaam,
        woorden=_take([gekozen, *_list_zinnen(woorden)], WOORDEN),
        kracht=_take(_list_zinnen(kracht), KRACHT),
        wensen=_take([wens, *_list_zinnen(wensen)], WENSEN),
        mensen=tuple(to_one_line(lid.wie) for lid in mensen[:MENSEN]),
        afspraken=tuple(
            Afgesproken(
                to_one_line(a.wat),
                (a.wie.naam or a.wie.soort.value) if a.wie else "",
                write_dag(a.uiterlijk, vandaag) if a.uiterlijk else "",
            )
            for a in afspraken[:AFSPRAKEN]
        ),
        weggelaten=0,
    )
    notities = len(wensen) + len(kracht) + len(woorden)
    getoond = len(set(_list_zinnen([*wensen, *kracht, *woorden])) & {*blad.woorden, *blad.kracht, *blad.wensen})
    rest = max(0, notities - getoond) + len(mensen[MENSEN:]) + len(afspraken[AFSPRAKEN:])
    return replace(blad, weggelaten=rest)


def _list_zinnen(notities: Iterable[Notitie]) -> Iterator[str]:
    """The newest first, as they stand on paper; what is too long for a line is counted, not cut."""
    for notitie in sorted(notities, key=lambda n: n.gemaakt_op, reverse=True):
        if zin := write_zin(notitie):
            yield zin


def _take(zinnen: Iterable[str], hooguit: int) -> tuple[str, ...]:
    # the same words in quotation marks are the same words
    verschillend = {strip_aanhaling(zin).rstrip("."): zin for zin in zinnen if zin}
    return tuple(verschillend.values())[:hooguit]
