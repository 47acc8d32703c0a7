"""A new key for a casus, with everything of it sealed again: what was deleted before can then be opened by nobody.

So one notitie is erased for good. A key per notitie would need this too, for a deleted row still holds its wrapped key.
"""

from base64 import b64decode
from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy import Column, Table, insert, select, update

from leefgebieden.store.db import db
from leefgebieden.store.sleutels import get_dek, renew_dek
from leefgebieden.store.tables import (
    ONDERDELEN,
    casus,
    concept,
    logboek,
    logboekgrond,
    noodtoegang,
    notitie_versie,
    reactie,
    wisverzoek,
)
from leefgebieden.store.verzegeling import seal, unseal


class Zegelplek(NamedTuple):
    """One column that is sealed with the key of a casus, and the place that its seal names after the casus."""

    tabel: Table
    kolom: Column[Any]
    soort: str
    plaats: Callable[[Any], str]


def _id_en(versie: str) -> Callable[[Any], str]:
    return lambda rij: f"{rij.id}|{getattr(rij, versie)}"


ZEGELPLEKKEN = (
    Zegelplek(casus, casus.c.inhoud, "casus|inhoud", _id_en("versie")),
    Zegelplek(casus, casus.c.lijstregel, "casus|lijstregel", _id_en("lijstversie")),
    *(Zegelplek(tabel, tabel.c.inhoud, f"{sleutel}|inhoud", _id_en("versie")) for sleutel, tabel in ONDERDELEN.items()),
    Zegelplek(
        notitie_versie,
        notitie_versie.c.inhoud,
        "notitie_versie|inhoud",
        lambda rij: f"{rij.notitie_id}|{rij.versie}",
    ),
    Zegelplek(noodtoegang, noodtoegang.c.inhoud, "noodtoegang|inhoud", lambda rij: f"{rij.id}|1"),
    Zegelplek(reactie, reactie.c.inhoud, "reactie|inhoud", lambda rij: f"{rij.id}|1"),
    Zegelplek(wisverzoek, wisverzoek.c.inhoud, "wisverzoek|inhoud", lambda rij: f"{rij.id}|1"),
    Zegelplek(concept, concept.c.inhoud, "concept|inhoud", lambda rij: f"{rij.casus_id}|{rij.formulier}|1"),
    Zegelplek(logboekgrond, logboekgrond.c.inhoud, "logboek|grond", lambda rij: f"{rij.nummer}|1"),
)
"""All of them: a table with content of a casus that is not here makes a test fail."""


def renew_sleutel(casus_id: str) -> None:
    """Give a casus a new key, in the transaction that deletes something of it. Then `destroy_resten` has to be done.

    Whoever seals something reads its key inside his own turn to write (`writing`), so nobody can be sealing with the old one now.
    """
    _copy_gronden(casus_id)
    oud = get_dek(casus_id)
    gelezen = [(plek, rij) for plek in ZEGELPLEKKEN for rij in _fetch(plek, casus_id)]
    renew_dek(casus_id)
    nieuw = get_dek(casus_id)
    for plek, rij in gelezen:
        plaats = _place(plek, casus_id, rij)
        waarde = seal(nieuw, unseal(oud, getattr(rij, plek.kolom.name), plaats), plaats)
        sleutel = [kolom == getattr(rij, kolom.name) for kolom in plek.tabel.primary_key]
        db.session.execute(update(plek.tabel).where(*sleutel).values({plek.kolom.name: waarde}))


def _fetch(plek: Zegelplek, casus_id: str) -> list[Any]:
    van_casus = plek.tabel.c.id if plek.tabel is casus else plek.tabel.c.casus_id
    return list(db.session.execute(select(plek.tabel).where(van_casus == casus_id, plek.kolom.isnot(None))))


def _place(plek: Zegelplek, casus_id: str, rij: Any) -> str:
    tabel, kolom = plek.soort.split("|")
    return f"{tabel}|{kolom}|{casus_id}|{plek.plaats(rij)}"


def _copy_gronden(casus_id: str) -> None:
    """A line of the logboek never changes: what somebody gave as his reason is kept beside it, to be sealed again."""
    al_gedaan = select(logboekgrond.c.nummer).where(logboekgrond.c.casus_id == casus_id)
    regels = db.session.execute(
        select(logboek.c.nummer, logboek.c.grond).where(
            logboek.c.casus_id == casus_id, logboek.c.grond != "", logboek.c.nummer.not_in(al_gedaan)
        )
    ).all()
    for nummer, grond in regels:
        db.session.execute(insert(logboekgrond).values(nummer=nummer, casus_id=casus_id, inhoud=b64decode(grond)))
