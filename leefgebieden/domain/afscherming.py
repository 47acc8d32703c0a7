"""What is afgeschermd: only its author and the eigenaar read it; to others it is a number (gegevens.md)."""

from collections.abc import Iterable
from dataclasses import replace

from leefgebieden.domain.casus import GemaakteSamenvatting, HeleCasus
from leefgebieden.domain.kopie import find_a4s_met
from leefgebieden.domain.notitie import Notitie


def may_read(notitie: Notitie, medewerker_id: str, *, is_eigenaar: bool) -> bool:
    """Whether this medewerker may read this notitie, once he may read the casus."""
    return is_eigenaar or not notitie.afgeschermd or notitie.auteur.id == medewerker_id


def hide_afgeschermd(hele: HeleCasus, medewerker_id: str, *, is_eigenaar: bool) -> tuple[HeleCasus, int]:
    """The casus as this medewerker may read it, and how many notities were left out.

    Not where they belong: a place on the card is as telling as words. An A4 with words of one that is left out is left out
    too, with those that it once had where `versies` are there.
    """
    leesbaar = tuple(n for n in hele.notities if may_read(n, medewerker_id, is_eigenaar=is_eigenaar))
    ids = {notitie.id for notitie in leesbaar}
    navragen = tuple(navraag for navraag in hele.navragen if navraag.notitie in ids)
    dicht = [notitie for notitie in hele.notities if notitie.id not in ids]
    weg = {notitie.id for notitie in dicht}
    a4s = drop_a4s_met(dicht, hele.samenvattingen)
    reacties = tuple(reactie for reactie in hele.reacties if reactie.deel not in weg)
    return replace(hele, notities=leesbaar, navragen=navragen, reacties=reacties, samenvattingen=a4s), len(dicht)


def drop_a4s_met(dicht: Iterable[Notitie], gemaakt: Iterable[GemaakteSamenvatting]) -> tuple[GemaakteSamenvatting, ...]:
    """The A4s without those that carry words of these notities."""
    gemaakt = tuple(gemaakt)
    weg = {a4.id for notitie in dicht for a4 in find_a4s_met(notitie, notitie.versies, gemaakt)}
    return tuple(a4 for a4 in gemaakt if a4.id not in weg)
