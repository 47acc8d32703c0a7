"""The logboek: lines are added, never changed. The only place that writes one."""

import json
import logging
import sys
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, case, delete, func, insert, select, text

from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.keten import BEGIN, Anker, compute_hash
from leefgebieden.domain.logboek import MEENEMEN, Geschreven, Logregel, Uitslag
from leefgebieden.domain.spoor import Geraakt, Spoor, Spoorregel
from leefgebieden.store.db import db, is_writing
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.keten import get_keten
from leefgebieden.store.sleutels import LOGBOEK, has_dek
from leefgebieden.store.tables import logboek, logboekgrond, logboekopruiming

_LOG = logging.getLogger("leefgebieden.logboek")
_NIET_NAAR_BUITEN = ("grond", "vorige_hash")

_NIEUW = insert(logboek)
# as the index says it
_NIET_OK = text("logboek.uitslag <> 'ok'")
_LAATSTE = select(logboek.c.nummer, logboek.c.hash).order_by(logboek.c.nummer.desc()).limit(1)


def insert_logregel(regel: Logregel) -> Mapping[str, Any]:
    """Add a line to the chain, in the transaction of the act itself. Gives it as it is stored, to publish after the commit.

    That transaction is one of `writing`: only one at a time adds a line. Raises LogboeksleutelOntbreekt, or what the database says.
    """
    verbinding = db.session.connection()
    if not is_writing(verbinding):
        raise RuntimeError("a line of the logboek is written inside `writing`")
    laatste = verbinding.execute(_LAATSTE).one_or_none()
    sleutel = get_keten(verbinding).need_sleutel(begonnen=laatste is not None)
    nummer, vorige_hash = (laatste.nummer + 1, laatste.hash) if laatste else (1, BEGIN)
    rij: dict[str, Any] = {
        "nummer": nummer,
        "op": regel.op,
        "apparaat_tijd": regel.herkomst.apparaat_tijd,
        "medewerker_id": regel.medewerker_id,
        "namens_id": regel.herkomst.namens_id,
        "rol": regel.herkomst.rol,
        "team_id": regel.herkomst.team_id,
        "actie": regel.actie.value,
        "casus_id": regel.casus_id,
        "onderdeel_id": regel.onderdeel_id,
        "velden": json.dumps(list(regel.velden)),
        "aantal": regel.aantal,
        "uitslag": regel.uitslag.value,
        "herkomst": regel.herkomst.adres[:64],
        "toegang": regel.herkomst.toegang,
        "grond": _close_grond(nummer, regel),
        "verzoek_id": regel.herkomst.verzoek_id,
        "vorige_hash": vorige_hash,
    }
    rij["hash"] = compute_hash(sleutel, rij)
    verbinding.execute(_NIEUW, rij)
    return rij


def _close_grond(nummer: int, regel: Logregel) -> str:
    """What somebody typed as his reason, sealed for its line: with the key of the casus, so that it goes when that goes."""
    if not regel.grond:
        return ""
    eigenaar = regel.casus_id if regel.casus_id and has_dek(regel.casus_id) else LOGBOEK
    return b64encode(close_inhoud(eigenaar, "logboek", "grond", str(nummer), 1, regel.grond)).decode()


def _open_grond(nummer: int, casus_id: str, grond: str, opnieuw: bytes | None) -> str:
    """The reason that `_close_grond` sealed for this line; `opnieuw` is it under a later key of the casus."""
    if not grond:
        return ""
    return str(open_inhoud(casus_id, "logboek", "grond", str(nummer), 1, opnieuw or b64decode(grond)))


def publish_logregel(rij: Mapping[str, Any]) -> None:
    """After the commit: keep the first line of a day as an anchor, and hand the line to a log server if there is one.

    The line itself stands; when this does not succeed that is told on stderr, and nobody's work stops for it.
    """
    keten = get_keten(db.engine)
    try:
        keten.anchor_daily(Anker(to_dag(rij["op"]), rij["nummer"], rij["hash"]))
    except (OSError, ValueError):
        _LOG.error("regel %d van het logboek niet verankerd: kijk naar %s", rij["nummer"], keten.ankers)
    if not keten.jsonl:
        return
    try:
        _write_jsonl(rij, keten.jsonl)
    except OSError:
        _LOG.error("regel %d van het logboek niet doorgegeven: kijk naar %s", rij["nummer"], keten.jsonl)


def _write_jsonl(rij: Mapping[str, Any], naar: str) -> None:
    # without the reason that somebody typed: words of people stay in the database
    waarden = {
        kolom: waarde.isoformat() if isinstance(waarde, datetime) else waarde
        for kolom, waarde in rij.items()
        if kolom not in _NIET_NAAR_BUITEN and waarde not in (None, "")
    }
    tekst = json.dumps({**waarden, "velden": json.loads(rij["velden"])}, separators=(",", ":")) + "\n"
    if naar == "-":
        sys.stdout.write(tekst)
        sys.stdout.flush()
    else:
        with Path(naar).open("a", encoding="ascii") as uit:
            uit.write(tekst)


def fetch_logregels(casus_id: str, *, voor: int | None = None, hooguit: int | None = None) -> list[Geschreven]:
    """The lines about a casus, the newest first; those before number `voor`, no more than `hooguit`."""
    vraag = (
        _select_regels(voor, hooguit)
        .add_columns(logboek.c.grond, logboekgrond.c.inhoud)
        .outerjoin(logboekgrond, logboekgrond.c.nummer == logboek.c.nummer)
        .where(logboek.c.casus_id == casus_id)
    )
    return [
        _to_geschreven(rij, _open_grond(rij.nummer, casus_id, rij.grond, rij.inhoud))
        for rij in db.session.execute(vraag)
    ]


def fetch_laatste_regels(*, voor: int | None, hooguit: int, alleen_niet_ok: bool) -> list[Geschreven]:
    """The lines about everybody, the newest first, without the reasons; those before number `voor`, no more than `hooguit`."""
    vraag = _select_regels(voor, hooguit)
    if alleen_niet_ok:
        vraag = vraag.where(_NIET_OK)
    return [_to_geschreven(rij) for rij in db.session.execute(vraag)]


def _select_regels(voor: int | None, hooguit: int | None) -> Select[Any]:
    vraag = (
        select(
            logboek.c.nummer,
            logboek.c.op,
            logboek.c.medewerker_id,
            logboek.c.actie,
            logboek.c.velden,
            logboek.c.uitslag,
        )
        .order_by(logboek.c.nummer.desc())
        .limit(hooguit)
    )
    return vraag if voor is None else vraag.where(logboek.c.nummer < voor)


def _to_geschreven(rij: Row[Any], grond: str = "") -> Geschreven:
    velden = tuple(json.loads(rij.velden))
    return Geschreven(rij.nummer, rij.op, rij.medewerker_id, rij.actie, velden, Uitslag(rij.uitslag), grond)


def fetch_spoor(medewerker_id: str, van: datetime, tot: datetime) -> Spoor:
    """What this medewerker did from `van` until before `tot`, counted: about whom, and from where."""
    binnen = _binnen(medewerker_id, van, tot)
    is_ok = logboek.c.uitslag == Uitslag.OK.value
    neemt_mee = logboek.c.actie.in_([actie.value for actie in MEENEMEN])
    gezien, meegenomen, niet = (
        func.sum(case((waar, 1), else_=0)) for waar in (is_ok, is_ok & neemt_mee, logboek.c.uitslag != Uitslag.OK.value)
    )
    mensen = db.session.execute(
        select(logboek.c.casus_id, gezien, meegenomen, niet)
        .where(*binnen, logboek.c.casus_id.isnot(None))
        .group_by(logboek.c.casus_id)
        .order_by(meegenomen.desc(), gezien.desc(), logboek.c.casus_id)
    )
    adressen = db.session.execute(
        select(logboek.c.herkomst, func.count())
        .where(*binnen)
        .group_by(logboek.c.herkomst)
        .order_by(func.count().desc(), logboek.c.herkomst)
    ).all()
    return Spoor(
        regels=sum(keer for _, keer in adressen),
        mensen=tuple(Geraakt(*rij) for rij in mensen),
        adressen=tuple((adres, keer) for adres, keer in adressen if adres),
    )


def fetch_spoorregels(
    medewerker_id: str, van: datetime, tot: datetime, *, voor: int | None = None, hooguit: int | None = None
) -> list[Spoorregel]:
    """The lines themselves, the newest first, without the reasons; those before number `voor`, no more than `hooguit`."""
    vraag = (
        _select_regels(voor, hooguit)
        .add_columns(logboek.c.casus_id, logboek.c.aantal, logboek.c.herkomst, logboek.c.toegang)
        .where(*_binnen(medewerker_id, van, tot))
    )
    return [
        Spoorregel(_to_geschreven(rij), rij.casus_id, rij.aantal, rij.herkomst, rij.toegang)
        for rij in db.session.execute(vraag)
    ]


def _binnen(medewerker_id: str, van: datetime, tot: datetime) -> tuple[ColumnElement[bool], ...]:
    return (logboek.c.medewerker_id == medewerker_id, logboek.c.op >= van, logboek.c.op < tot)


def fetch_weigeringen(sinds: datetime) -> list[tuple[str, datetime]]:
    """Who was refused something since this moment, and when; each time once, the oldest first."""
    vraag = (
        select(logboek.c.medewerker_id, logboek.c.op)
        .where(
            _NIET_OK,
            logboek.c.uitslag == Uitslag.GEWEIGERD.value,
            logboek.c.op >= sinds,
            logboek.c.medewerker_id.isnot(None),
        )
        .order_by(logboek.c.nummer)
    )
    return [(rij.medewerker_id, rij.op) for rij in db.session.execute(vraag)]


def fetch_hash(nummer: int) -> str | None:
    """The hash of this line; None when there is none."""
    gevonden: str | None = db.session.execute(select(logboek.c.hash).where(logboek.c.nummer == nummer)).scalar()
    return gevonden


def delete_logregels(tot: int, op: datetime) -> int:
    """Take away the lines before number `tot`, with their reasons: the database lets no others go. How many there were."""
    verbinding = db.session.connection()
    verbinding.execute(insert(logboekopruiming).values(tot=tot, op=op))
    verbinding.execute(delete(logboekgrond).where(logboekgrond.c.nummer < tot))
    return verbinding.execute(delete(logboek).where(logboek.c.nummer < tot)).rowcount
