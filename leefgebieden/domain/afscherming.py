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

    Not where they belong: a place on the card is as telling as words.
    """
    dicht = [notitie for notitie in hele.notities if not may_read(notitie, medewerker_id, is_eigenaar=is_eigenaar)]
    return leave_out(hele, dicht), len(dicht)


def leave_out(hele: HeleCasus, weg: Iterable[Notitie]) -> HeleCasus:
    """The casus without these notities, and without all that tells of them: an A4 with words that one has (or once had, where
    `versies` are there), what a colleague asked about it, and what the person said of it.
    """
    weg = tuple(weg)
    ids = {notitie.id for notitie in weg}
    return replace(
        hele,
        notities=tuple(notitie for notitie in hele.notities if notitie.id not in ids),
        samenvattingen=drop_a4s_met(weg, hele.samenvattingen),
        navragen=tuple(navraag for navraag in hele.navragen if navraag.notitie not in ids),
        reacties=tuple(reactie for reactie in hele.reacties if reactie.deel not in ids),
    )


def drop_a4s_met(dicht: Iterable[Notitie], gemaakt: Iterable[GemaakteSamenvatting]) -> tuple[GemaakteSamenvatting, ...]:
    """The A4s without those that carry words of these notities."""
    gemaakt = tuple(gemaakt)
    weg = {a4.id for notitie in dicht for a4 in find_a4s_met(notitie, notitie.versies, gemaakt)}
    return tuple(a4 for a4 in gemaakt if a4.id not in weg)
