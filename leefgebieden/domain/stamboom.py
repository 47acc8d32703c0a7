"""Who is family of whom, and of which generation: what a genogram is drawn from (dagdeel 4; the three generations are ours).

Everything comes from the rows of `verwantschap`. Who has no tie to the person, through however many others, is no part of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leefgebieden.domain.netwerk import PERSOON, Verwantschap, VerwantschapSoort

_PAREN = (VerwantschapSoort.PARTNER, VerwantschapSoort.EX_PARTNER)
_GELIJK = (*_PAREN, VerwantschapSoort.BROER_OF_ZUS, VerwantschapSoort.TWEELING)


@dataclass(frozen=True)
class Paar:
    """Two people with a bond, or with a child. `soort` None: only the child is known."""

    een: str
    ander: str
    soort: VerwantschapSoort | None


@dataclass(frozen=True)
class Gezin:
    """Children of the same parents: one, two, or none that we know (then they are brothers and sisters by their own word)."""

    ouders: tuple[str, ...]
    kinderen: tuple[str, ...]


@dataclass(frozen=True)
class Stamboom:
    """`generatie`: 0 for the person's own, -1 for that of his parents, 1 for that of his children."""

    generatie: dict[str, int]
    paren: tuple[Paar, ...]
    gezinnen: tuple[Gezin, ...]
    tweelingen: tuple[tuple[str, str], ...]
    huishoudens: tuple[tuple[str, ...], ...]


def make_stamboom(rijen: Sequence[Verwantschap]) -> Stamboom:
    """Sort the rows. A row that contradicts an earlier one (a child of one's own child) does not move anybody: the first stays."""
    generatie = _find_generaties(rijen)
    eigen = [rij for rij in rijen if rij.van in generatie and rij.naar in generatie]
    ouders: dict[str, list[str]] = {}
    for rij in eigen:
        if rij.soort is VerwantschapSoort.OUDER_VAN and generatie[rij.naar] == generatie[rij.van] + 1:
            ouders.setdefault(rij.naar, []).append(rij.van)
    gezinnen = _find_gezinnen(ouders, eigen)
    return Stamboom(
        generatie,
        _find_paren(eigen, gezinnen),
        gezinnen,
        tuple((rij.van, rij.naar) for rij in eigen if rij.soort is VerwantschapSoort.TWEELING),
        _join((rij.van, rij.naar) for rij in eigen if rij.soort is VerwantschapSoort.HUISHOUDEN),
    )


def _find_generaties(rijen: Sequence[Verwantschap]) -> dict[str, int]:
    generatie = {PERSOON: 0}
    wacht = [PERSOON]
    while wacht:
        wie = wacht.pop(0)
        for rij in rijen:
            if wie not in (rij.van, rij.naar) or rij.soort is VerwantschapSoort.HUISHOUDEN:
                continue
            ander = rij.naar if wie == rij.van else rij.van
            if ander in generatie:
                continue
            stap = 0 if rij.soort in _GELIJK else 1 if wie == rij.van else -1
            generatie[ander] = generatie[wie] + stap
            wacht.append(ander)
    # who only lives in the house stands beside whom he lives with
    for rij in rijen:
        if rij.soort is VerwantschapSoort.HUISHOUDEN:
            for wie, ander in ((rij.van, rij.naar), (rij.naar, rij.van)):
                if wie in generatie and ander not in generatie:
                    generatie[ander] = generatie[wie]
    return generatie


def _find_gezinnen(ouders: dict[str, list[str]], eigen: Sequence[Verwantschap]) -> tuple[Gezin, ...]:
    per_ouders: dict[frozenset[str], list[str]] = {}
    for kind, van in ouders.items():
        per_ouders.setdefault(frozenset(van), []).append(kind)
    gezinnen = [Gezin(tuple(sorted(van)), tuple(kinderen)) for van, kinderen in per_ouders.items()]
    # brothers and sisters of whom no parent is known
    samen = (
        (rij.van, rij.naar)
        for rij in eigen
        if rij.soort in (VerwantschapSoort.BROER_OF_ZUS, VerwantschapSoort.TWEELING)
        and not (set(ouders.get(rij.van, ())) & set(ouders.get(rij.naar, ())))
    )
    return (*gezinnen, *(Gezin((), groep) for groep in _join(samen)))


def _find_paren(eigen: Sequence[Verwantschap], gezinnen: Sequence[Gezin]) -> tuple[Paar, ...]:
    paren = [Paar(rij.van, rij.naar, rij.soort) for rij in eigen if rij.soort in _PAREN]
    bekend = {frozenset((paar.een, paar.ander)) for paar in paren}
    for gezin in gezinnen:
        if len(gezin.ouders) == 2 and frozenset(gezin.ouders) not in bekend:
            paren.append(Paar(gezin.ouders[0], gezin.ouders[1], None))
    return tuple(paren)


def _join(samen: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Groups of who belong together, each person in one group."""
    groepen: list[list[str]] = []
    for een, ander in samen:
        raakt = [groep for groep in groepen if een in groep or ander in groep]
        nieuw = list(dict.fromkeys([*(wie for groep in raakt for wie in groep), een, ander]))
        groepen = [groep for groep in groepen if groep not in raakt] + [nieuw]
    return tuple(tuple(groep) for groep in groepen)
