"""Concepten: words typed and not saved, per medewerker, casus and form.

Sealed with the key of the casus that they were typed for, so that they are unreadable when it is erased; without a casus, with
the key of who typed them.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

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
    ruw = open_inhoud(_owner(medewerker_id, casus_id), "concept", "inhoud", f"{casus_id}|{naam}", 1, rij.inhoud)
    return Concept(op=rij.op, velden=ruw["velden"], fout=ruw["fout"])


def has_concepten(medewerker_id: str, casus_id: str) -> bool:
    """Whether this medewerker left words in any form of this casus."""
    waarden = {"medewerker_id": medewerker_id, "casus_id": casus_id}
    return db.session.connection().execute(_EEN_VAN, waarden).one_or_none() is not None


_EEN_VAN = (
    select(concept.c.casus_id)
    .where(concept.c.medewerker_id == bindparam("medewerker_id"), concept.c.casus_id == bindparam("casus_id"))
    .limit(1)
)


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
            inhoud=close_inhoud(_owner(medewerker_id, casus_id), "concept", "inhoud", f"{casus_id}|{naam}", 1, ruw),
        )
    )


def delete_concept(medewerker_id: str, casus_id: str, formulier: str) -> None:
    """Let go of the words in a form."""
    db.session.execute(delete(concept).where(*_key(medewerker_id, casus_id, formulier)))


@dataclass(frozen=True)
class OudConcept:
    """Words that stand for long. `formulier` is the image of the form's name, as it stands in the row."""

    casus_id: str
    formulier: str
    op: datetime
    gewaarschuwd_op: datetime | None


def fetch_oude_concepten(medewerker_id: str, voor: datetime) -> list[OudConcept]:
    """What this medewerker left before this moment, the oldest first."""
    vraag = (
        select(concept.c.casus_id, concept.c.formulier, concept.c.op, concept.c.gewaarschuwd_op)
        .where(concept.c.medewerker_id == medewerker_id, concept.c.op < voor)
        .order_by(concept.c.op)
    )
    return [OudConcept(**rij._mapping) for rij in db.session.execute(vraag)]


def update_gewaarschuwd(medewerker_id: str, oud: OudConcept, op: datetime) -> None:
    """Its worker was told that it will go."""
    db.session.execute(update(concept).where(*_row(medewerker_id, oud)).values(gewaarschuwd_op=op))


def delete_oud_concept(medewerker_id: str, oud: OudConcept) -> None:
    """It goes, unless it was written in again."""
    db.session.execute(delete(concept).where(*_row(medewerker_id, oud)))


def _row(medewerker_id: str, oud: OudConcept) -> tuple[Any, ...]:
    return (
        concept.c.medewerker_id == medewerker_id,
        concept.c.casus_id == oud.casus_id,
        concept.c.formulier == oud.formulier,
        concept.c.op == oud.op,
    )


def _owner(medewerker_id: str, casus_id: str) -> str:
    return casus_id or medewerker_id


def _key(medewerker_id: str, casus_id: str, formulier: str) -> tuple[Any, ...]:
    return (
        concept.c.medewerker_id == medewerker_id,
        concept.c.casus_id == casus_id,
        concept.c.formulier == hide_naam(medewerker_id, formulier),
    )
