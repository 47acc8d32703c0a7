"""What somebody who practises answers at a turning point. Who changes his mind answers again: both stay."""

from dataclasses import dataclass
from datetime import datetime

from leefgebieden.domain.vorm import Id, tekst, vrije_tekst


@dataclass(frozen=True)
class Antwoord:
    """An answer with its arguments. `leunt_op` is the key of a card and its part, or `eigen-ervaring`."""

    id: Id
    keerpunt: str
    op: datetime
    tekst: str = tekst(hooguit=1_000)
    voor: str = vrije_tekst(hooguit=1_000)
    tegen: str = vrije_tekst(hooguit=1_000)
    leunt_op: str = vrije_tekst(hooguit=80)
