"""Two samenvattingen of one casus side by side: what came, what went, and what says something else now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leefgebieden.domain.samenvatting import Regel, Samenvatting
from leefgebieden.domain.vorm import Id


@dataclass(frozen=True)
class Gewijzigd:
    """One notitie of which the line on the A4 changed."""

    was: str
    wordt: str


@dataclass(frozen=True)
class Verschil:
    """What changed in one block of the A4."""

    kop: str
    erbij: tuple[str, ...] = ()
    weg: tuple[str, ...] = ()
    anders: tuple[Gewijzigd, ...] = ()


def list_nieuw(was: Samenvatting, wordt: Samenvatting) -> tuple[str, ...]:
    """What came since, in every block, as lines."""
    return tuple(regel for verschil in compare_samenvattingen(was, wordt) for regel in verschil.erbij)


def compare_samenvattingen(was: Samenvatting, wordt: Samenvatting) -> tuple[Verschil, ...]:
    """The blocks in which something changed, in the order of the page.

    A notitie is the same one when its id is; of the rest the words decide. What stands on the page is compared, not what is
    in the casus: a line that no longer fits is gone here too.
    """
    return tuple(verschil for verschil in _compare_all(was, wordt) if verschil.erbij or verschil.weg or verschil.anders)


def _compare_all(was: Samenvatting, wordt: Samenvatting) -> Iterator[Verschil]:
    yield _compare_one("Zegt zelf", was.eigen_woorden, wordt.eigen_woorden)
    yield _compare_one("Wil graag", was.wat_wil, wordt.wat_wil)
    yield _compare_words("Hier letten we nu op", _letpunten(was), _letpunten(wordt))
    yield _compare_one("Onze vraag aan jullie", was.vraag, wordt.vraag)
    yield _compare_regels("Kracht en kans", _kracht(was), _kracht(wordt))
    yield _compare_regels("Lastig", _lastig(was), _lastig(wordt))
    yield _compare_regels("Wat kan dit verklaren?", was.verklaring, wordt.verklaring)
    yield _compare_words("Wie staan eromheen", _netwerk(was), _netwerk(wordt))
    yield _compare_words("Afspraken", _afspraken(was), _afspraken(wordt))
    yield _compare_words("Dit weten we nog niet", was.openvragen, wordt.openvragen)


def _compare_one(kop: str, was: str, wordt: str) -> Verschil:
    if was and wordt and was != wordt:
        return Verschil(kop, anders=(Gewijzigd(was, wordt),))
    return _compare_words(kop, filter(None, (was,)), filter(None, (wordt,)))


def _compare_words(kop: str, was: Iterable[str], wordt: Iterable[str]) -> Verschil:
    oud, nieuw = tuple(was), tuple(wordt)
    return Verschil(kop, tuple(w for w in nieuw if w not in oud), tuple(w for w in oud if w not in nieuw))


def _compare_regels(kop: str, was: Iterable[Regel], wordt: Iterable[Regel]) -> Verschil:
    oud, nieuw = _by_id(was), _by_id(wordt)
    return Verschil(
        kop,
        erbij=tuple(tekst for id_, tekst in nieuw.items() if id_ not in oud),
        weg=tuple(tekst for id_, tekst in oud.items() if id_ not in nieuw),
        anders=tuple(Gewijzigd(oud[id_], tekst) for id_, tekst in nieuw.items() if id_ in oud and oud[id_] != tekst),
    )


def _by_id(regels: Iterable[Regel]) -> dict[Id, str]:
    return {regel.id: regel.tekst for regel in regels}


def _kracht(s: Samenvatting) -> Iterator[Regel]:
    return (regel for gebied in s.gebieden for regel in gebied.kracht)


def _lastig(s: Samenvatting) -> Iterator[Regel]:
    return (regel for gebied in s.gebieden for regel in gebied.lastig)


def _letpunten(s: Samenvatting) -> Iterator[str]:
    return (" ".join(filter(None, (punt.kop, punt.tekst))) for punt in s.letten_op)


def _netwerk(s: Samenvatting) -> Iterator[str]:
    return (", ".join(filter(None, (lid.wie, lid.contact.value, lid.woord))) for lid in s.netwerk)


def _afspraken(s: Samenvatting) -> Iterator[str]:
    return (", ".join(filter(None, (a.wat, a.wie or "nog niemand", a.wanneer))) for a in s.afspraken)
