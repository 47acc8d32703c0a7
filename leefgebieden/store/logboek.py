"""The logboek: lines are added, never changed."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert

from leefgebieden.store.db import db
from leefgebieden.store.tables import logboek


@dataclass(frozen=True)
class Logregel:
    """Who did what, when, on which casus and part of it, which fields, on what ground. No content, no names."""

    op: datetime
    medewerker_id: str | None
    actie: str
    casus_id: str | None = None
    onderdeel_id: str | None = None
    velden: tuple[str, ...] = ()
    grond: str = ""


def insert_logregel(regel: Logregel) -> None:
    """Add a line, in the transaction of the act itself."""
    db.session.execute(insert(logboek).values(**{**regel.__dict__, "velden": json.dumps(list(regel.velden))}))
