"""Keeping words that were typed and could not be saved yet."""

from leefgebieden.context import Context
from leefgebieden.store.concept import Concept, delete_concept, has_concepten, replace_concept
from leefgebieden.store.db import writing


def keep_concept(
    context: Context, medewerker_id: str, casus_id: str, formulier: str, velden: dict[str, list[str]], *, fout: bool
) -> None:
    """Keep the fields of a form. Saving a concept is not logged: it is not yet part of a casus."""
    with writing():
        replace_concept(medewerker_id, casus_id, formulier, Concept(op=context.now(), velden=velden, fout=fout))


def drop_concept(medewerker_id: str, casus_id: str, formulier: str) -> None:
    """Let go of words that were saved, or that the worker threw away. Mostly there are none: then nobody waits to write."""
    if not has_concepten(medewerker_id, casus_id):
        return
    with writing():
        delete_concept(medewerker_id, casus_id, formulier)
