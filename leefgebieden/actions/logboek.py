"""The frame of every act: one transaction that ends with its line in the logboek, or leaves nothing behind."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.exc import OperationalError, SQLAlchemyError

from leefgebieden.actions.fouten import LogboekDicht
from leefgebieden.context import Context
from leefgebieden.domain.logboek import LEZEN, Actie, Logregel, Uitslag
from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import ALLEEN_LEZEN, UitkomstOnbekend, db, writing
from leefgebieden.store.keten import LogboeksleutelOntbreekt
from leefgebieden.store.logboek import insert_logregel, publish_logregel
from leefgebieden.store.storing import takes_nothing
from leefgebieden.store.zijbestand import append_zijregel, has_zijregels, join_zijregels

ZEGGEN_TE_VEEL = frozenset({"afgeschermd", "over_ander"})
"""Names of fields that are ticks: that such a field was touched tells what stands in it, beside the id of the notitie."""


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
            velden=tuple(veld for veld in act.velden if veld not in ZEGGEN_TE_VEEL),
            aantal=act.aantal,
            uitslag=uitslag,
            grond=grond,
            herkomst=context.herkomst,
        )

    rijen: list[dict[str, Any]] = []
    begonnen = klaar = False
    try:
        with writing():
            begonnen = True
            yield act
            klaar = True
            if act.is_gedaan:
                rijen = [_insert(deze) for deze in _list_regels(act, make_regel(Uitslag.OK))]
    except (OperationalError, LogboekDicht) as fout:
        if begonnen is not klaar:
            # the body itself stopped on it: nothing of it may be shown
            raise _to_dicht(fout) from fout
        _go_aside(make_regel(Uitslag.OK), fout)
        if not begonnen:
            # not even a turn to write could be had: the body reads by itself
            yield act
        if act.is_gedaan:
            _write_aside(*_list_regels(act, make_regel(Uitslag.OK)))
        return
    except (SQLAlchemyError, UitkomstOnbekend):
        # of an unknown outcome no line says that it did not succeed
        raise
    except Exception:
        # told, or else LogboekDicht: also what did not succeed shows something of what is there
        _write(make_regel(Uitslag.FOUT))
        raise
    _publish(rijen)


def _list_regels(act: Act, regel: Logregel) -> list[Logregel]:
    return [regel, *(replace(regel, actie=ook, casus_id=waar) for ook, waar in act.ook)]


def _go_aside(regel: Logregel, fout: Exception) -> None:
    """From here on this request reads only, and its lines go aside. Raises LogboekDicht unless somebody only reads, and the
    database takes nothing: locked too long, or an act that changes something, leaves neither the act nor its line.
    """
    if regel.actie not in LEZEN or regel.grond or not takes_nothing(fout):
        raise _to_dicht(fout) from fout
    db.session().info[ALLEEN_LEZEN] = True


def _to_dicht(fout: Exception) -> LogboekDicht:
    return fout if isinstance(fout, LogboekDicht) else LogboekDicht()


def _write_aside(*regels: Logregel) -> None:
    """Beside the database. No line at all: no reading."""
    try:
        for regel in regels:
            append_zijregel(regel)
    except (OSError, LogboeksleutelOntbreekt) as fout:
        raise LogboekDicht from fout


def _publish(rijen: list[dict[str, Any]]) -> None:
    for rij in rijen:
        publish_logregel(rij)
    if rijen and has_zijregels():
        # the database takes lines again: what went aside joins
        with suppress(OperationalError, LogboekDicht):
            join_zijregels()


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
    except (OperationalError, LogboekDicht) as fout:
        _go_aside(regel, fout)
        _write_aside(regel)
        return
    _publish([rij])


def _insert(regel: Logregel) -> dict[str, Any]:
    try:
        return dict(insert_logregel(regel))
    except (SQLAlchemyError, LogboeksleutelOntbreekt, OSError) as fout:
        raise LogboekDicht from fout
