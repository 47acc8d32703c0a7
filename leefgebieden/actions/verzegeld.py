"""Taking in what a device sealed: every notitie of a signed-in author is kept, also when it cannot be placed."""

import base64
import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.logboek import Act, logged
from leefgebieden.actions.losse_notitie import is_bekend, may_write, place_losse_notitie
from leefgebieden.actions.notitie import place_notitie
from leefgebieden.context import Context
from leefgebieden.domain.concept import join_velden, without_bewaard
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.tekst import normalise_tekst
from leefgebieden.domain.verzegeld import (
    GEWIST_NOG,
    Inhoud,
    Soort,
    Zending,
    compute_moment,
    read_inhoud,
    read_ruw,
)
from leefgebieden.domain.vorm import Id, Vormfout, from_plain, to_plain
from leefgebieden.store.concept import Concept, delete_concept, fetch_concept, replace_concept
from leefgebieden.store.db import writing
from leefgebieden.store.toegang import fetch_positie
from leefgebieden.store.toestel import delete_melding
from leefgebieden.store.verzegeld import (
    Ontvangst,
    clear_inhoud,
    clear_verlopen,
    delete_voorlopig,
    fetch_aandacht,
    fetch_ontvangst,
    has_andere,
    insert_ontvangst,
)
from leefgebieden.store.verzegeling import Zegelbreuk
from leefgebieden.store.zegel import GELDIG, Zegelsleutel, fetch_zegelsleutel, replace_zegelsleutel, unseal_zegel

FORMULIER = "notitie"
LOS_FORMULIER = "losse-notitie"
"""The forms in which begun words wait: of a notitie of a person, and of one of nobody yet."""


@dataclass(frozen=True)
class Geopend:
    """What a seal held, as far as it opened: a notitie, or else only words or bytes."""

    inhoud: Inhoud | None
    rest: dict[str, Any]


def give_zegelsleutel(context: Context, door: Mens) -> Zegelsleutel:
    """The key that devices seal with. One that is in use for 90 days is followed up, and opens for 90 days more."""
    huidig = fetch_zegelsleutel()
    if huidig is not None and context.now() - huidig.gemaakt_op < GELDIG:
        return huidig
    with logged(context, door, Actie.ZEGELSLEUTEL_GEMAAKT) as act:
        huidig = fetch_zegelsleutel()
        if huidig is not None and context.now() - huidig.gemaakt_op < GELDIG:
            act.nothing_done()  # another request was first
            return huidig
        return replace_zegelsleutel(context.new_id(), context.now())


def take_in(context: Context, door: Mens, zending: Zending, verstuurd_op: str) -> Ontvangst:
    """Receive one sealed notitie of `door`, once: the same bytes again give the same receipt, and change nothing.

    It becomes a notitie of its casus, or a losse notitie. What cannot be placed is kept for its author with its words.
    """
    sha256 = hashlib.sha256(zending.blob).hexdigest()
    eerder = fetch_ontvangst(door.id, zending.uuid, sha256)
    if eerder is not None and eerder.soort is not Soort.ONLEESBAAR:
        return eerder
    geopend = open_zending(zending, door, compute_moment(zending.gemaakt_op, verstuurd_op, context.now()))
    if eerder is not None and geopend.inhoud is None:
        return eerder
    try:
        return _receive(context, door, zending, sha256, geopend)
    except IntegrityError:
        # the same bytes by another way at the same moment: one of both was first
        return fetch_ontvangst(door.id, zending.uuid, sha256) or _receive(context, door, zending, sha256, geopend)


def _receive(context: Context, door: Mens, zending: Zending, sha256: str, geopend: Geopend) -> Ontvangst:
    with logged(context, door, Actie.NOTITIE_GESCHREVEN, casus_id=zending.casus_id, onderdeel_id=zending.uuid) as act:
        eerder = fetch_ontvangst(door.id, zending.uuid, sha256)
        if eerder is not None and eerder.soort is not Soort.ONLEESBAAR:
            act.nothing_done()
            return eerder
        soort = _place(context, door, zending, geopend, act)
        apart = soort not in (Soort.BEWAARD, Soort.CONCEPT)
        if apart:
            act.actie, act.casus_id = Actie.VERZEGELD_APART_GEZET, None
        ontvangst = make_ontvangst(context, zending, sha256, soort, write_apart(geopend) if apart else None)
        if soort is not Soort.CONCEPT:
            delete_voorlopig(door.id, zending.uuid, sha256)
        insert_ontvangst(ontvangst)
        clear_verlopen(context.now())
        delete_melding(door.id, zending.uuid)
    return ontvangst


def _place(context: Context, door: Mens, zending: Zending, geopend: Geopend, act: Act) -> Soort:
    """Give it its place. Writes nothing when there is none."""
    if geopend.inhoud is None:
        return Soort.ONLEESBAAR
    notitie = geopend.inhoud.notitie
    if notitie.vraag not in context.content.vragen:
        notitie = replace(notitie, vraag="")
    if zending.casus_id is not None:
        if fetch_positie(zending.casus_id, door.id) is None:
            return Soort.GEWIST
        if not may_write(context, door, zending.casus_id):
            return Soort.GEEN_RECHT
    if geopend.inhoud.is_concept:
        act.nothing_done()
        _keep_begonnen(door, zending, notitie)
        return Soort.CONCEPT
    if has_andere(door.id, zending.uuid) and not is_bekend(notitie.id):
        # it was given away, taken back or set apart: it does not come back by itself with other words
        return Soort.BOTSING
    try:
        if zending.casus_id is None:
            act.actie = Actie.LOSSE_NOTITIE_GESCHREVEN
        else:
            act.velden = tuple(to_plain(notitie))
        place_woorden(context, zending, notitie)
    except Botsing:
        return Soort.BOTSING
    _let_go_begonnen(door, zending, notitie)
    return Soort.BEWAARD


def place_woorden(context: Context, zending: Zending, notitie: Notitie) -> None:
    """With the person it is about, or as a losse notitie; the same words once more write nothing. Raises Botsing."""
    if zending.casus_id is None:
        place_losse_notitie(replace(notitie, plaatsen=()))
    else:
        place_notitie(context, zending.casus_id, notitie)


def _let_go_begonnen(door: Mens, zending: Zending, notitie: Notitie) -> None:
    """The same words, kept while they were typed, need not be offered again in their form."""
    casus_id = zending.casus_id or ""
    for formulier in (FORMULIER, LOS_FORMULIER, f"vraag {notitie.vraag}"):
        wachtend = fetch_concept(door.id, casus_id, formulier)
        if wachtend is None or wachtend.velden.get("id") != [zending.uuid]:
            continue
        delete_concept(door.id, casus_id, formulier)
        if (rest := without_bewaard(wachtend.velden, zending.uuid)) is not None:
            replace_concept(door.id, casus_id, formulier, replace(wachtend, velden=rest))


def _keep_begonnen(door: Mens, zending: Zending, notitie: Notitie) -> None:
    """Begun words wait in the form. Other words that wait there already stay: these come after them."""
    casus_id = zending.casus_id or ""
    formulier = FORMULIER if casus_id else LOS_FORMULIER
    ruw = {naam: waarde for naam, waarde in to_plain(notitie).items() if naam not in ("gemaakt_op", "auteur")}
    velden = {naam: _as_texts(waarde) for naam, waarde in ruw.items()}
    wachtend = fetch_concept(door.id, casus_id, formulier)
    if wachtend is not None:
        velden = join_velden(wachtend.velden, velden)
    replace_concept(door.id, casus_id, formulier, Concept(op=notitie.gemaakt_op, velden=velden, fout=False))


def _as_texts(waarde: Any) -> list[str]:
    if isinstance(waarde, list):
        return [str(stuk) for stuk in waarde]
    return ["y"] if waarde is True else [str(waarde)]


def open_zending(zending: Zending, auteur: Mens, gemaakt_op: datetime) -> Geopend:
    """What the seal holds; only words or bytes when it holds no notitie, or does not open."""
    try:
        open_waarde = unseal_zegel(zending.sleutel_id, zending.blob, zending.plaats)
    except Zegelbreuk:
        dicht = {"blob": base64.b64encode(zending.blob).decode(), "plaats": normalise_tekst(zending.plaats)}
        return Geopend(None, {"verzegeld": dicht})
    try:
        inhoud = read_inhoud(open_waarde, zending, auteur, gemaakt_op)
    except Vormfout:
        return Geopend(None, {"tekst": _read_words(open_waarde)})
    return Geopend(inhoud, {})


def _read_words(open_waarde: bytes) -> str:
    """Whatever can be read in something that is no notitie."""
    try:
        tekst = read_ruw(open_waarde).get("tekst")
    except Vormfout:
        tekst = None
    return normalise_tekst(tekst if isinstance(tekst, str) else open_waarde.decode(errors="replace"))


def make_ontvangst(
    context: Context, zending: Zending, sha256: str, soort: Soort, inhoud: dict[str, Any] | None
) -> Ontvangst:
    """What is kept of what arrived; `inhoud` are its words when somebody must look at them."""
    return Ontvangst(
        medewerker_id=zending.auteur,
        id=zending.uuid,
        sha256=sha256,
        casus_id=zending.casus_id,
        ontvangen_op=context.now(),
        soort=soort,
        verloopt_op=context.now() + GEWIST_NOG if soort is Soort.GEWIST else None,
        inhoud=inhoud,
    )


def write_apart(geopend: Geopend) -> dict[str, Any]:
    """The words as they wait for somebody to look at them."""
    if geopend.inhoud is None:
        return geopend.rest
    return {"notitie": to_plain(geopend.inhoud.notitie), "tekst": geopend.inhoud.notitie.tekst}


def read_aandacht(context: Context, door: Mens) -> list[Ontvangst]:
    """What was set apart for `door`, with its words. What is over its time is erased first. One line, with how many."""
    with logged(context, door, Actie.AANDACHT_GELEZEN) as act:
        clear_verlopen(context.now())
        apart = fetch_aandacht(door.id)
        act.aantal = len(apart)
    return apart


def give_apart(context: Context, door: Mens, uuid: str, sha256: str, casus_id: str) -> None:
    """Give what was set apart to a person, as a new notitie. Raises NietGevonden when it is gone, or may not be."""
    nieuw_id = context.new_id()
    with logged(context, door, Actie.VERZEGELD_GEGEVEN, casus_id=casus_id, onderdeel_id=nieuw_id, velden=("tekst",)):
        ontvangst = fetch_ontvangst(door.id, uuid, sha256)
        if ontvangst is None or not may_write(context, door, casus_id):
            raise NietGevonden
        place_notitie(context, casus_id, _make_notitie(context, door, nieuw_id, ontvangst))
        clear_inhoud(door.id, uuid, sha256)


def _make_notitie(context: Context, door: Mens, nieuw_id: Id, ontvangst: Ontvangst) -> Notitie:
    inhoud = ontvangst.inhoud or {}
    if "notitie" in inhoud:
        return replace(from_plain(Notitie, inhoud["notitie"]), id=nieuw_id)
    if not str(inhoud.get("tekst", "")).strip():
        raise NietGevonden  # a seal that did not open has no words to give
    return Notitie(id=nieuw_id, tekst=inhoud["tekst"], gemaakt_op=context.now(), auteur=door)


def drop_apart(context: Context, door: Mens, uuid: str, sha256: str) -> None:
    """Throw away what was set apart. Nothing happens when it is gone already."""
    with logged(context, door, Actie.VERZEGELD_WEGGEGOOID, onderdeel_id=uuid) as act:
        if not clear_inhoud(door.id, uuid, sha256):
            act.nothing_done()


def drop_melding(door: Mens, uuid: str) -> None:
    """The medewerker saw that it vanished."""
    with writing():
        delete_melding(door.id, uuid)
