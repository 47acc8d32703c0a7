"""What is wrong with the database, in a word that can be told: read from what SQLite or PostgreSQL says of it."""

import errno
from collections.abc import Iterator
from enum import StrEnum

from leefgebieden.store.sleutelbos import SleutelOnleesbaar, SleutelOntbreekt
from leefgebieden.store.verzegeling import Zegelbreuk


class Storing(StrEnum):
    """Why the database does not do what it should."""

    VOL = "vol"
    ALLEEN_LEZEN = "alleen-lezen"
    BEZET = "bezet"
    BESCHADIGD = "beschadigd"
    SLEUTEL = "sleutel"
    ONBEREIKBAAR = "onbereikbaar"
    ONBEKEND = "onbekend"


_SQLITE = (
    ("SQLITE_FULL", Storing.VOL),
    ("SQLITE_READONLY", Storing.ALLEEN_LEZEN),
    ("SQLITE_BUSY", Storing.BEZET),
    ("SQLITE_LOCKED", Storing.BEZET),
    ("SQLITE_CORRUPT", Storing.BESCHADIGD),
    ("SQLITE_NOTADB", Storing.BESCHADIGD),
    ("SQLITE_CANTOPEN", Storing.ONBEREIKBAAR),
    ("SQLITE_IOERR", Storing.ONBEREIKBAAR),
)
# classes and codes of PostgreSQL's SQLSTATE: appendix A of its manual
_POSTGRESQL = (
    ("53100", Storing.VOL),
    ("25006", Storing.ALLEEN_LEZEN),
    ("55P03", Storing.BEZET),
    ("40", Storing.BEZET),
    ("XX001", Storing.BESCHADIGD),
    ("XX002", Storing.BESCHADIGD),
    ("08", Storing.ONBEREIKBAAR),
    ("57P", Storing.ONBEREIKBAAR),
)


def name_storing(fout: BaseException) -> Storing:
    """The first cause in the chain behind `fout` that has a name here."""
    for oorzaak in _walk(fout):
        if isinstance(oorzaak, Zegelbreuk):
            return Storing.BESCHADIGD
        if isinstance(oorzaak, SleutelOntbreekt | SleutelOnleesbaar):
            return Storing.SLEUTEL
        if isinstance(oorzaak, OSError) and oorzaak.errno in (errno.ENOSPC, errno.EDQUOT):
            return Storing.VOL
        if isinstance(oorzaak, OSError) and oorzaak.errno == errno.EROFS:
            return Storing.ALLEEN_LEZEN
        naam = getattr(oorzaak, "sqlite_errorname", None) or ""
        code = getattr(oorzaak, "sqlstate", None) or ""
        for begin, storing in (*_SQLITE, *_POSTGRESQL):
            if (naam or code).startswith(begin):
                return storing
        if "database is locked" in str(oorzaak):  # the queue before the database says it in the same words
            return Storing.BEZET
    return Storing.ONBEKEND


def takes_nothing(fout: BaseException) -> bool:
    """Whether the database only lets itself be read: it is full, or may not be written."""
    return name_storing(fout) in (Storing.VOL, Storing.ALLEEN_LEZEN)


def _walk(fout: BaseException) -> Iterator[BaseException]:
    nog: list[BaseException | None] = [fout]
    gezien: set[int] = set()
    while nog:
        dit = nog.pop(0)
        if dit is None or id(dit) in gezien:
            continue
        gezien.add(id(dit))
        yield dit
        nog += [getattr(dit, "orig", None), dit.__cause__]
