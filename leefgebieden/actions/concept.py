"""Keeping words that were typed and could not be saved yet."""

from dataclasses import replace

from leefgebieden.context import Context
from leefgebieden.domain.concept import join_velden, keep_naast, without_bewaard
from leefgebieden.store.concept import Concept, delete_concept, fetch_concept, has_concepten, replace_concept
from leefgebieden.store.db import writing
from leefgebieden.store.losse_notitie import losse_notitie_exists
from leefgebieden.store.onderdeel import find_bestaande


def keep_concept(
    context: Context, medewerker_id: str, casus_id: str, formulier: str, velden: dict[str, list[str]], *, fout: bool
) -> None:
    """Keep the fields of a form. Saving a concept is not logged: it is not yet part of a casus."""
    with writing():
        replace_concept(medewerker_id, casus_id, formulier, Concept(op=context.now(), velden=velden, fout=fout))


def keep_begonnen(
    context: Context, medewerker_id: str, casus_id: str, formulier: str, velden: dict[str, list[str]], *, erbij: bool
) -> bool:
    """Keep what a page sends by itself. False when there is nothing to keep, or when it was saved as a notitie meanwhile.

    `erbij`: it waited on a device, so what waits here may be other words; then both stay.
    """
    with writing():
        if _is_bewaard(velden):
            return False
        if _is_leeg(velden):
            if not erbij:
                delete_concept(medewerker_id, casus_id, formulier)
            return False
        wachtend = fetch_concept(medewerker_id, casus_id, formulier)
        if wachtend is not None:
            velden = (join_velden if erbij else keep_naast)(wachtend.velden, velden)
        replace_concept(medewerker_id, casus_id, formulier, Concept(op=context.now(), velden=velden, fout=False))
    return True


def _is_leeg(velden: dict[str, list[str]]) -> bool:
    """Nothing was typed or chosen; in a change, nothing is a change too."""
    getypt = (waarde for naam, waarden in velden.items() if naam not in ("id", "vraag") for waarde in waarden)
    return "versie" not in velden and not any(waarde.strip() for waarde in getypt)


def _is_bewaard(velden: dict[str, list[str]]) -> bool:
    ids = velden.get("id", [])
    return any(losse_notitie_exists(rij_id) or find_bestaande("notities", [rij_id]) for rij_id in ids)


def drop_concept(medewerker_id: str, casus_id: str, formulier: str, *, bewaard_id: str = "") -> None:
    """Let go of words that were saved, or that the worker threw away. Mostly there are none: then nobody waits to write.

    `bewaard_id`: only those of the form with this id; words of another beginning of the same form go on waiting.
    """
    if not has_concepten(medewerker_id, casus_id):
        return
    with writing():
        wachtend = fetch_concept(medewerker_id, casus_id, formulier)
        rest = None if wachtend is None else without_bewaard(wachtend.velden, bewaard_id)
        delete_concept(medewerker_id, casus_id, formulier)
        if wachtend is not None and rest is not None:
            replace_concept(medewerker_id, casus_id, formulier, replace(wachtend, velden=rest))
