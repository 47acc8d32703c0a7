"""What a colleague who stopped still had: on a device, losse notities, and what was set apart for him.

Nobody reads it on the way. What is about a person comes to who works with that person now, the rest to whom the teamleider
says; there it waits under Aandacht nodig or between the losse notities, and nothing is put with anybody by itself.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.losse_notitie import is_bekend
from leefgebieden.actions.medewerker import to_mens
from leefgebieden.actions.verzegeld import Geopend, make_ontvangst, open_zending, place_woorden, write_apart
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toegang import Betrokkenheid, Rol
from leefgebieden.domain.verzegeld import Soort, Zending, compute_moment
from leefgebieden.domain.vorm import Id
from leefgebieden.store.betrokkene import fetch_betrokkenen
from leefgebieden.store.losse_notitie import (
    count_per_medewerker,
    delete_losse_notitie,
    fetch_losse_notities,
    insert_losse_notitie,
)
from leefgebieden.store.medewerker import Medewerker, fetch_medewerker
from leefgebieden.store.team import fetch_teams_of, fetch_werkers
from leefgebieden.store.toegang import fetch_positie
from leefgebieden.store.verzegeld import (
    Ontvangst,
    fetch_apart,
    fetch_ontvangst,
    insert_ontvangst,
    pass_on_inhoud,
)


@dataclass(frozen=True)
class Achtergebleven:
    """A colleague who stopped, how much of his waits, and who may get it."""

    wie: Medewerker
    aantal: int
    collegas: list[Medewerker]


def take_in_late(context: Context, door: Mens, zending: Zending, verstuurd_op: str) -> Ontvangst:
    """Receive one sealed notitie of who works here no longer, once. `door` brought it: a colleague, or the author himself
    from the device where he was signed in when he was stopped.

    It is put with nobody: it waits for who works with this person now, or else for the teamleider to give it to somebody.
    Raises NietGevonden when its author is not one who stopped.
    """
    auteur = find_gestopt(zending.auteur)
    if auteur is None:
        raise NietGevonden
    sha256 = hashlib.sha256(zending.blob).hexdigest()
    geopend = open_zending(zending, auteur, compute_moment(zending.gemaakt_op, verstuurd_op, context.now()))
    try:
        return _receive(context, door, zending, sha256, geopend)
    except IntegrityError:
        # the same bytes by another way at the same moment: one of both was first
        return fetch_ontvangst(auteur.id, zending.uuid, sha256) or _receive(context, door, zending, sha256, geopend)


def _receive(context: Context, door: Mens, zending: Zending, sha256: str, geopend: Geopend) -> Ontvangst:
    with logged(context, door, Actie.VERZEGELD_LAAT_GEKOMEN, onderdeel_id=zending.uuid) as act:
        eerder = fetch_ontvangst(zending.auteur, zending.uuid, sha256)
        if eerder is not None:
            act.nothing_done()
            return eerder
        soort = _judge(context, zending, geopend)
        inhoud = None if soort is Soort.BEWAARD else write_apart(geopend)
        ontvangst = make_ontvangst(context, zending, sha256, soort, inhoud)
        insert_ontvangst(ontvangst)
        if inhoud is not None and (naar_id := _find_eigenaar(ontvangst)):
            _pass_on(ontvangst, naar_id)
    return ontvangst


def find_gestopt(medewerker_id: str) -> Mens | None:
    """Who this is, when he works here no longer; None for anybody else."""
    medewerker = fetch_medewerker(medewerker_id)
    return to_mens(medewerker) if medewerker is not None and medewerker.gestopt_op is not None else None


def _pass_on(ding: Ontvangst, naar_id: str) -> None:
    pass_on_inhoud(ding.medewerker_id, ding.id, ding.sha256, naar_id)


def _judge(context: Context, zending: Zending, geopend: Geopend) -> Soort:
    if geopend.inhoud is None:
        return Soort.ONLEESBAAR
    if zending.casus_id is not None and fetch_positie(zending.casus_id, zending.auteur) is None:
        return Soort.GEWIST
    if not is_bekend(zending.uuid):
        return Soort.GEEN_RECHT
    # saved before he stopped, and the answer never came: with the same words this writes nothing
    try:
        place_woorden(context, zending, geopend.inhoud.notitie)
    except Botsing:
        return Soort.BOTSING
    return Soort.BEWAARD


def list_achtergebleven(door_id: str) -> list[Achtergebleven]:
    """Those who stopped in the teams that this medewerker leads and of whom something waits, by name. No words are opened."""
    geleid = [team.id for team in fetch_teams_of(door_id, (Rol.TEAMLEIDER,))]
    gestopt = fetch_werkers(geleid, gestopt=True)
    ids = [wie.id for wie in gestopt]
    aantallen = Counter(count_per_medewerker(ids)) + Counter(ding.medewerker_id for ding, _ in _list_apart(ids))
    collegas = fetch_werkers(geleid) if aantallen else []
    return [Achtergebleven(wie, aantallen[wie.id], collegas) for wie in gestopt if aantallen[wie.id]]


def pass_on(context: Context, door: Mens, van_id: str, naar_id: str) -> int:
    """Give on what waits of `van_id`: what is about a person to who works with that person, the rest to `naar_id`.

    What is about somebody who is not handed over yet waits until that is done. Returns how much went. Raises NietGevonden.
    """
    with logged(context, door, Actie.ACHTERGEBLEVEN_DOORGEGEVEN, onderdeel_id=van_id) as act:
        gevonden = next((een for een in list_achtergebleven(door.id) if een.wie.id == van_id), None)
        if gevonden is None or naar_id not in {collega.id for collega in gevonden.collegas}:
            raise NietGevonden
        losse = fetch_losse_notities(van_id)
        for notitie in losse:
            delete_losse_notitie(van_id, notitie.id)
            insert_losse_notitie(notitie, naar_id)
        apart = list(_list_apart([van_id]))
        for ding, eigenaar_id in apart:
            _pass_on(ding, eigenaar_id or naar_id)
        act.count(len(losse) + len(apart))
    return len(losse) + len(apart)


def pass_on_with(casus_id: str, van_id: str, naar_id: str) -> None:
    """The same for one person who is handed over, in the transaction of that act. Nothing of who still works here goes along."""
    if find_gestopt(van_id) is None:
        return
    for ding in fetch_apart([van_id]):
        if ding.casus_id == casus_id and ding.soort is not Soort.GEWIST:
            _pass_on(ding, naar_id)


def _list_apart(medewerker_ids: Collection[str]) -> Iterator[tuple[Ontvangst, Id | None]]:
    """What was set apart for these and can go to somebody now, each with who works with the person it is about.

    Words about who was erased go to nobody.
    """
    for ding in fetch_apart(medewerker_ids):
        eigenaar_id = _find_eigenaar(ding)
        if ding.soort is not Soort.GEWIST and (ding.casus_id is None or eigenaar_id):
            yield ding, eigenaar_id


def _find_eigenaar(ding: Ontvangst) -> Id | None:
    """Who works with the person this is about, when that is known and he did not stop himself."""
    if ding.casus_id is None or ding.soort is Soort.GEWIST:
        return None
    eigenaren = (wie for wie in fetch_betrokkenen(ding.casus_id) if wie.betrokkenheid is Betrokkenheid.EIGENAAR)
    return next((Id(wie.id) for wie in eigenaren if not wie.gestopt), None)
