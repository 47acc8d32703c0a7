"""What is afgeschermd: only its author and the eigenaar read it; to others it is a number (gegevens.md)."""

from dataclasses import replace

from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.notitie import Notitie


def may_read(notitie: Notitie, medewerker_id: str, *, is_eigenaar: bool) -> bool:
    """Whether this medewerker may read this notitie, once he may read the casus."""
    return is_eigenaar or not notitie.afgeschermd or notitie.auteur.id == medewerker_id


def hide_afgeschermd(hele: HeleCasus, medewerker_id: str, *, is_eigenaar: bool) -> tuple[HeleCasus, int]:
    """The casus as this medewerker may read it, and how many notities were left out.

    Not where they belong: a place on the card is as telling as words.
    """
    leesbaar = tuple(n for n in hele.notities if may_read(n, medewerker_id, is_eigenaar=is_eigenaar))
    ids = {notitie.id for notitie in leesbaar}
    navragen = tuple(navraag for navraag in hele.navragen if navraag.notitie in ids)
    weg = {notitie.id for notitie in hele.notities} - ids
    reacties = tuple(reactie for reactie in hele.reacties if reactie.deel not in weg)
    return replace(hele, notities=leesbaar, navragen=navragen, reacties=reacties), len(hele.notities) - len(leesbaar)
