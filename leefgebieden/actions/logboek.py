"""The frame of every act: one transaction that ends with its line in the logboek, or leaves nothing behind."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.exc import OperationalError, SQLAlchemyError

from leefgebieden.actions.fouten import LogboekDicht
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie, Logregel, Uitslag
from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import UitkomstOnbekend, writing
from leefgebieden.store.keten import LogboeksleutelOntbreekt
from leefgebieden.store.logboek import insert_logregel, publish_logregel


@dataclass
class Act:
    """What the body of `logged` learns while it works: which fields it touched, how many there were, or that it did nothing."""

    velden: tuple[str, ...] = ()
    aantal: int | None = None
    casus_id: str | None = None
    is_gedaan: bool = True
    actie: Actie | None = None
    """Another act than it seemed at first, known only when the body looked."""
    ook: list[tuple[Actie, str]] = field(default_factory=list)

    def also(self, actie: Actie, casus_id: str) -> None:
        """Another casus that the same act is about: it gets a line of its own."""
        self.ook.append((actie, casus_id))

    def count(self, aantal: int) -> None:
        """How many were changed; none at all means that nothing was done."""
        self.aantal = aantal
        self.is_gedaan = aantal > 0

    def nothing_done(self) -> None:
        """A retry, or a change that changes nothing: the logboek does not say that something was done."""
        self.is_gedaan = False


@contextmanager
def logged(
    context: Context,
    door: Mens | None,
    actie: Actie,
    *,
    casus_id: str | None = None,
    onderdeel_id: str | None = None,
    velden: tuple[str, ...] = (),
    aantal: int | None = None,
    grond: str = "",
) -> Iterator[Act]:
    """Do the body and log the act in one transaction. `velden` are names of fields, never their content.

    When the body raises, nothing is kept but a line that it did not succeed. Raises LogboekDicht when the line cannot be
    written: then nothing was done. Raises UitkomstOnbekend when the connection was lost while it was committed.
    """
    act = Act(velden=velden, aantal=aantal, casus_id=casus_id)

    def make_regel(uitslag: Uitslag) -> Logregel:
        return Logregel(
            op=context.now(),
            medewerker_id=None if door is None else door.id,
            actie=act.actie or Actie(actie),
            casus_id=act.casus_id,
            onderdeel_id=onderdeel_id,
            velden=act.velden,
            aantal=act.aantal,
            uitslag=uitslag,
            grond=grond,
            herkomst=context.herkomst,
        )

    rijen: list[dict[str, Any]] = []
    try:
        with writing():
            yield act
            if act.is_gedaan:
                regel = make_regel(Uitslag.OK)
                elders = [replace(regel, actie=ook, casus_id=waar) for ook, waar in act.ook]
                rijen = [_insert(deze) for deze in (regel, *elders)]
    except OperationalError as fout:
        # locked too long, full, or read-only: neither the act nor its line is there
        raise LogboekDicht from fout
    except (SQLAlchemyError, LogboekDicht, UitkomstOnbekend):
        # of an unknown outcome no line says that it did not succeed
        raise
    except Exception:
        # told, or else LogboekDicht: also what did not succeed shows something of what is there
        _write(make_regel(Uitslag.FOUT))
        raise
    for rij in rijen:
        publish_logregel(rij)


def log(
    context: Context,
    door: Mens | None,
    actie: Actie,
    *,
    uitslag: Uitslag = Uitslag.OK,
    casus_id: str | None = None,
    onderdeel_id: str | None = None,
    velden: tuple[str, ...] = (),
) -> None:
    """Log what happened without a change of ours, such as a refusal or a sign-in. Raises LogboekDicht."""
    _write(
        Logregel(
            op=context.now(),
            medewerker_id=None if door is None else door.id,
            actie=actie,
            casus_id=casus_id,
            onderdeel_id=onderdeel_id,
            velden=velden,
            uitslag=uitslag,
            herkomst=context.herkomst,
        )
    )


def _write(regel: Logregel) -> None:
    try:
        with writing():
            rij = _insert(regel)
    except OperationalError as fout:
        raise LogboekDicht from fout
    publish_logregel(rij)


def _insert(regel: Logregel) -> dict[str, Any]:
    try:
        return dict(insert_logregel(regel))
    except (SQLAlchemyError, LogboeksleutelOntbreekt, OSError) as fout:
        raise LogboekDicht from fout
