"""All notities of a casus in the order of the A4, so that a worker can say which of them go on it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from leefgebieden.content.model import Kaart, Leefgebied
from leefgebieden.domain.casus import A4Keuzes, HeleCasus
from leefgebieden.domain.notitie import Notitie, OpA4, Soort, Wat
from leefgebieden.domain.papier import find_leefgebied, find_notitie, may_stand, strip_aanhaling
from leefgebieden.domain.samenvatting import Samenvatting
from leefgebieden.domain.tekst import to_one_line
from leefgebieden.domain.vorm import Id


@dataclass(frozen=True)
class Groep:
    """Notities of one kind, each under the leefgebied where it stands on the A4. Without a leefgebied it has no place yet."""

    leefgebied: Leefgebied | None
    soort: Soort
    notities: tuple[Notitie, ...]


def group_voor_a4(hele: HeleCasus, kaart: Kaart) -> tuple[Groep, ...]:
    """Each notitie in exactly one group, in the order of the card, kracht first; no empty groups."""
    groepen = []
    for leefgebied in (*kaart.leefgebieden, None):
        hier = [notitie for notitie in hele.notities if find_leefgebied(notitie, kaart) is leefgebied]
        for soort in Soort:
            notities = tuple(notitie for notitie in hier if notitie.soort is soort)
            if notities:
                groepen.append(Groep(leefgebied, soort, notities))
    return tuple(groepen)


def has_place(notitie: Notitie, kaart: Kaart) -> bool:
    """Whether the A4 has a place for it: kracht or lastig at a leefgebied, or something that may explain."""
    if notitie.soort is Soort.ZONDER_LABEL:
        return Wat.VERKLAART in notitie.wat
    return find_leefgebied(notitie, kaart) is not None


def with_keuzes(hele: HeleCasus, keuzes: Mapping[str, OpA4]) -> HeleCasus:
    """The casus as it would be with these choices; what is not named stays as it is."""
    return replace(
        hele,
        notities=tuple(replace(een, op_a4=keuzes.get(een.id, een.op_a4)) for een in hele.notities),
        openvragen=tuple(replace(een, op_a4=keuzes.get(een.id, een.op_a4)) for een in hele.openvragen),
    )


def find_erop(getoond: Samenvatting, hele: HeleCasus, keuzes: A4Keuzes) -> frozenset[Id]:
    """The notities that stand on a laid out A4, also those that stand there as own words or as the wish."""
    regels = [regel for gebied in getoond.gebieden for regel in (*gebied.kracht, *gebied.lastig)]
    kan = [notitie for notitie in hele.notities if may_stand(notitie)]
    woorden = strip_aanhaling(to_one_line(keuzes.eigen_woorden)) if getoond.eigen_woorden else ""
    wens = to_one_line(keuzes.wat_wil) if getoond.wat_wil else ""
    gezegd = [notitie for tekst in (woorden, wens) if (notitie := find_notitie(kan, tekst)) is not None]
    return frozenset(regel.id for regel in (*regels, *getoond.verklaring)) | {notitie.id for notitie in gezegd}
