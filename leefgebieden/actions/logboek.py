"""The frame of every act: one transaction that ends with its line in the logboek, or leaves nothing behind."""

from collections.abc import Iterator
from contextlib import contextmanager

from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import writing
from leefgebieden.store.logboek import Logregel, insert_logregel


@contextmanager
def logged(
    context: Context,
    door: Mens | None,
    actie: str,
    *,
    casus_id: str | None = None,
    onderdeel_id: str | None = None,
    velden: tuple[str, ...] = (),
    grond: str = "",
) -> Iterator[None]:
    """Do the writes of the body and log the act in one transaction. `velden` are names of fields, never their content."""
    with writing():
        yield
        insert_logregel(
            Logregel(
                op=context.now(),
                medewerker_id=None if door is None else door.id,
                actie=actie,
                casus_id=casus_id,
                onderdeel_id=onderdeel_id,
                velden=velden,
                grond=grond,
            )
        )
