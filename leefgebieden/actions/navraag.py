"""Asking about one notitie, and answering."""

from dataclasses import replace

from leefgebieden.actions.fouten import NietGevonden, Verouderd
from leefgebieden.actions.lezen import list_mijn_ids
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard, change_onderdeel, record_onderdeel
from leefgebieden.context import Context
from leefgebieden.domain.afscherming import may_read
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.navraag import VERS, Antwoordregel, Navraag, Navraagregel, Navragen, sort_navragen
from leefgebieden.store.betrokkene import fetch_eigen_ids
from leefgebieden.store.navraag import fetch_navragen
from leefgebieden.store.onderdeel import fetch_onderdeel


def ask_navraag(context: Context, casus_id: str, navraag: Navraag) -> Bewaard:
    """Ask. The same under the same id is welcome. Raises NietGevonden when the notitie is gone, Botsing."""
    notitie = fetch_onderdeel("notities", navraag.notitie)
    if notitie is None or notitie[0] != casus_id:
        raise NietGevonden
    return record_onderdeel(context, navraag.door, casus_id, "navragen", navraag, zonder=("op", "antwoord"))


def answer_navraag(context: Context, casus_id: str, navraag_id: str, antwoord: Antwoordregel) -> None:
    """Answer, once: nothing happens when just this was answered. Raises Verouderd when something else was, or NietGevonden."""
    gevonden = fetch_onderdeel("navragen", navraag_id)
    if gevonden is None or gevonden[0] != casus_id:
        raise NietGevonden
    _, versie, navraag = gevonden
    if navraag.antwoord is None:
        change_onderdeel(
            context, antwoord.door, casus_id, "navragen", replace(navraag, antwoord=antwoord), op_versie=versie
        )
    elif navraag.antwoord.tekst != antwoord.tekst:
        raise Verouderd(navraag, versie)


def read_navragen(context: Context, door: Mens) -> Navragen:
    """What waits for an answer of `door`, over everybody that he works with, and what was answered to him lately.

    One line, with how many were opened. Raises LogboekDicht.
    """
    with logged(context, door, Actie.LIJST_GELEZEN, velden=("navragen",)) as act:
        nu, mijn = context.now(), list_mijn_ids(door.id, context.today())
        # who asks may be no more than a reader: what he asked comes from everybody that he may read
        alle = fetch_navragen(list_mijn_ids(door.id, context.today(), team=True), nu - VERS)
        eigen = fetch_eigen_ids(door.id)
        regels = [
            regel
            for regel in alle
            if (regel.casus_id in mijn or regel.navraag.door.id == door.id)
            and _may_read(regel, door, is_eigenaar=regel.casus_id in eigen)
        ]
        act.aantal = len(regels)
        return sort_navragen(regels, door.id, nu)


def _may_read(regel: Navraagregel, door: Mens, *, is_eigenaar: bool) -> bool:
    """A question tells of its notitie: what is afgeschermd for somebody is not asked of him."""
    gevonden = fetch_onderdeel("notities", regel.navraag.notitie)
    return gevonden is not None and may_read(gevonden[2], door.id, is_eigenaar=is_eigenaar)
