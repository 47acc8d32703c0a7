"""Concepten: words typed and not saved, per medewerker, casus and form; sealed with the key of who typed them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select

from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, hide_naam, open_inhoud
from leefgebieden.store.tables import concept


@dataclass(frozen=True)
class Concept:
    """`velden` are the form's fields as lists of texts; `fout` is true when it was sent and refused."""

    op: datetime
    velden: dict[str, list[str]]
    fout: bool


def fetch_concept(medewerker_id: str, casus_id: str, formulier: str) -> Concept | None:
    """The words that this medewerker left in this form of this casus (`casus_id` may be empty)."""
    rij = db.session.execute(
        select(concept.c.op, concept.c.inhoud).where(*_key(medewerker_id, casus_id, formulier))
    ).one_or_none()
    if rij is None:
        return None
    naam = hide_naam(medewerker_id, formulier)
    ruw = open_inhoud(medewerker_id, "concept", "inhoud", f"{casus_id}|{naam}", 1, rij.inhoud)
    return Concept(op=rij.op, velden=ruw["velden"], fout=ruw["fout"])


def has_concepten(medewerker_id: str, casus_id: str) -> bool:
    """Whether this medewerker left words in any form of this casus."""
    vraag = select(concept.c.casus_id).where(concept.c.medewerker_id == medewerker_id, concept.c.casus_id == casus_id)
    return db.session.execute(vraag.limit(1)).one_or_none() is not None


def has_concept(medewerker_id: str, casus_id: str, formulier: str) -> bool:
    """Whether this medewerker left words in this form of this casus."""
    vraag = select(concept.c.op).where(*_key(medewerker_id, casus_id, formulier))
    return db.session.execute(vraag).one_or_none() is not None


def replace_concept(medewerker_id: str, casus_id: str, formulier: str, nieuw: Concept) -> None:
    """Keep these words, in place of what stood in the same form."""
    delete_concept(medewerker_id, casus_id, formulier)
    naam = hide_naam(medewerker_id, formulier)
    ruw: dict[str, Any] = {"velden": nieuw.velden, "fout": nieuw.fout}
    db.session.execute(
        insert(concept).values(
            medewerker_id=medewerker_id,
            casus_id=casus_id,
            formulier=naam,
            op=nieuw.op,
            inhoud=close_inhoud(medewerker_id, "concept", "inhoud", f"{casus_id}|{naam}", 1, ruw),
        )
    )


def delete_concept(medewerker_id: str, casus_id: str, formulier: str) -> None:
    """Let go of the words in a form."""
    db.session.execute(delete(concept).where(*_key(medewerker_id, casus_id, formulier)))


def _key(medewerker_id: str, casus_id: str, formulier: str) -> tuple[Any, ...]:
    return (
        concept.c.medewerker_id == medewerker_id,
        concept.c.casus_id == casus_id,
        concept.c.formulier == hide_naam(medewerker_id, formulier),
    )
