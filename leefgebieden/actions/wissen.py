"""Erasing a casus: asked for with a reason, approved by a second person, and then gone from everything that can be opened.

Who works alone waits a day; an example and an oefening hold nobody real and go at once.
"""

import logging
from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy.exc import OperationalError

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.context import Context
from leefgebieden.domain.casus import Soort
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.store.casus import fetch_kop
from leefgebieden.store.grafsteen import append_grafsteen, insert_grafsteen
from leefgebieden.store.wissen import delete_casus, destroy_resten
from leefgebieden.store.wisverzoek import (
    VERZOEK,
    Wisregel,
    Wisverzoek,
    count_collegas,
    fetch_open_voor,
    fetch_open_wisverzoek,
    insert_wisverzoek,
    update_goedgekeurd,
    update_ingetrokken,
)

_LOG = logging.getLogger("leefgebieden.wissen")


class TweedeNodig(Exception):
    """Somebody else works here, so it is for a teamleider to approve. Nothing was erased."""


class TeVroeg(Exception):
    """It can be done later; `verzoek.vanaf` says when. Nothing was erased."""

    def __init__(self, verzoek: Wisverzoek) -> None:
        super().__init__(verzoek.vanaf.isoformat())
        self.verzoek = verzoek


def request_wissen(
    context: Context, door: Mens, verzoek_id: str, casus_id: str, reden: str, *, wacht: timedelta
) -> Bewaard:
    """Ask for a casus to be erased. `wacht` is how long who works alone waits.

    AL_ONTVANGEN for the same request again. Raises Botsing when another one waits.
    """
    nu = context.now()
    with logged(
        context, door, Actie.WISSEN_GEVRAAGD, casus_id=casus_id, onderdeel_id=verzoek_id, velden=("reden",)
    ) as act:
        eerder = fetch_open_wisverzoek(casus_id)
        if eerder is not None:
            if (eerder.id, eerder.reden) != (verzoek_id, reden):
                raise Botsing(eerder)
            act.nothing_done()
            return Bewaard.AL_ONTVANGEN
        is_echt = fetch_kop(casus_id)[0].soort is Soort.ECHT
        mag_alleen = not is_echt or count_collegas(door.id) == 0
        vanaf = nu + wacht if is_echt and mag_alleen else nu
        insert_wisverzoek(Wisverzoek(verzoek_id, casus_id, VERZOEK, door.id, nu, mag_alleen, vanaf, reden))
    return Bewaard.NIEUW


def withdraw_wissen(context: Context, door: Mens, casus_id: str) -> None:
    """The eigenaar does not want it any more. Nothing happens when nothing waits."""
    _let_go(context, door, casus_id, Actie.WISSEN_INGETROKKEN)


def refuse_wissen(context: Context, door: Mens, casus_id: str) -> None:
    """The teamleider does not approve. Nothing happens when nothing waits."""
    _let_go(context, door, casus_id, Actie.WISSEN_GEWEIGERD)


def _let_go(context: Context, door: Mens, casus_id: str, actie: Actie) -> None:
    with logged(context, door, actie, casus_id=casus_id) as act:
        verzoek = fetch_open_wisverzoek(casus_id)
        if verzoek is None:
            act.nothing_done()
        else:
            update_ingetrokken(verzoek.id, context.now())


def read_wisverzoeken(context: Context, door: Mens) -> list[Wisregel]:
    """The requests that wait for this teamleider. One line, with how many. Raises LogboekDicht."""
    with logged(context, door, Actie.WISLIJST_BEKEKEN) as act:
        regels = fetch_open_voor(door.id)
        act.aantal = len(regels)
    return regels


def finish_wissen(context: Context, door: Mens, casus_id: str) -> None:
    """Erase: `door` approves it, or asked for it himself and one person is enough.

    Raises NietGevonden when nobody asked for it, TweedeNodig, TeVroeg, or what the database says of the four eyes.
    """
    stappen = wissen_in_steps(context, door, casus_id)
    next(stappen)
    finish_resten(stappen)


def finish_resten(stappen: Iterator[str]) -> None:
    """Do what comes after the commit. What does not succeed is told on stderr and done at the next start: erased it is."""
    try:
        for _ in stappen:
            pass
    except (OSError, OperationalError) as fout:
        _LOG.error("resten nog niet weg (%s): start de app opnieuw", type(fout).__name__)


def wissen_in_steps(context: Context, door: Mens, casus_id: str) -> Iterator[str]:
    """The same, giving the name of each step when it is done. It may stop after any of them: the next start goes on."""
    nu = context.now()
    verzoek = _find_verzoek(door, casus_id)
    if nu < verzoek.vanaf:
        raise TeVroeg(verzoek)
    is_verzonnen = fetch_kop(casus_id)[0].soort is Soort.VOORBEELD
    with logged(context, door, Actie.CASUS_GEWIST, casus_id=casus_id, onderdeel_id=verzoek.id):
        if fetch_open_wisverzoek(casus_id) is None:
            raise NietGevonden  # somebody else was just before
        update_goedgekeurd(verzoek.id, door.id, nu)
        delete_casus(casus_id)
        if not is_verzonnen:
            insert_grafsteen(casus_id, nu)
    yield "weg uit de database"
    if not is_verzonnen:
        # an example may be loaded again
        append_grafsteen(casus_id, nu)
        yield "grafsteen naast de sleutels"
    yield from destroy_resten(nu)


def _find_verzoek(door: Mens, casus_id: str) -> Wisverzoek:
    verzoek = fetch_open_wisverzoek(casus_id)
    if verzoek is None:
        raise NietGevonden
    is_echt = fetch_kop(casus_id)[0].soort is Soort.ECHT
    zelf = is_echt and verzoek.gevraagd_door == door.id
    if zelf and (not verzoek.mag_alleen or (verzoek.soort == VERZOEK and count_collegas(door.id))):
        raise TweedeNodig
    return verzoek
