"""Who wrote or did something, as it is kept with the data: an id when it is known here, always a name."""

from dataclasses import dataclass

from leefgebieden.domain.vorm import Id, tekst


@dataclass(frozen=True)
class Mens:
    """`{id, naam}`: kept as text, so that an import needs no account for it."""

    id: Id
    naam: str = tekst(hooguit=80)
