"""A group that learns: made, changed, joined by a link, and what is handed in and given back."""

import secrets
from dataclasses import replace

from argon2 import PasswordHasher

from leefgebieden.actions.fouten import Botsing, NietGevonden, TeLaat, Verouderd
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.medewerker import write_medewerker
from leefgebieden.actions.onderdeel import Bewaard, find_gewijzigd
from leefgebieden.actions.uitnodiging import hash_token
from leefgebieden.actions.verhaal import find_oefening
from leefgebieden.context import Context
from leefgebieden.domain.casus import Soort
from leefgebieden.domain.leergroep import LEDEN_HOOGUIT, LINK_GELDT, Inlevering, Leergroep, Terugwoord, Voortgang
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toegang import Rol
from leefgebieden.domain.wachtwoord import normalise_wachtwoord
from leefgebieden.store.betrokkene import fetch_eigen_ids
from leefgebieden.store.casus import fetch_kop, fetch_lijst
from leefgebieden.store.leergroep import (
    Groeprij,
    Lid,
    count_leden,
    delete_groep,
    delete_inlevering,
    delete_lid,
    fetch_groep,
    fetch_leden,
    find_groep,
    find_inlevering,
    insert_groep,
    insert_inlevering,
    insert_lid,
    is_lid,
    update_groep,
    update_inlevering,
    update_link,
)
from leefgebieden.store.medewerker import Medewerker, fetch_medewerker
from leefgebieden.store.onderdeel import fetch_onderdelen
from leefgebieden.store.team import Plek


class Vol(Exception):
    """So many take part already that nobody can join."""


def make_groep(context: Context, nieuw: Leergroep) -> Bewaard:
    """Make it. The same under the same id is welcome. Raises Botsing."""
    with logged(context, nieuw.docent, Actie.LEERGROEP_GEMAAKT, onderdeel_id=nieuw.id) as act:
        eerder = fetch_groep(nieuw.id)
        if eerder is None:
            insert_groep(nieuw)
            return Bewaard.NIEUW
        act.nothing_done()
        if eerder.docent_id != nieuw.docent.id or eerder.groep.naam != nieuw.naam:
            raise Botsing(eerder.groep)
    return Bewaard.AL_ONTVANGEN


def change_groep(context: Context, door: Mens, gewijzigd: Leergroep, *, op_versie: int) -> None:
    """Change its name or its course. Raises Verouderd or NietGevonden."""
    with logged(context, door, Actie.LEERGROEP_GEWIJZIGD, onderdeel_id=gewijzigd.id) as act:
        rij = _find(gewijzigd.id)
        if rij.groep == gewijzigd:
            act.nothing_done()
            return
        act.velden = find_gewijzigd(rij.groep, gewijzigd)
        if not update_groep(gewijzigd, op_versie=op_versie):
            raise Verouderd(rij.groep, rij.versie)


def throw_away_groep(context: Context, door: Mens, groep_id: str) -> None:
    """Take it away with all that was handed in. The tries of the students stay theirs."""
    with logged(context, door, Actie.LEERGROEP_WEGGEGOOID, onderdeel_id=groep_id) as act:
        if fetch_groep(groep_id) is None:
            act.nothing_done()
            return
        delete_groep(groep_id)


def make_link(context: Context, door: Mens, groep_id: str) -> str:
    """A new word for the link to join by; the one before leads nowhere. It is kept nowhere. Raises NietGevonden."""
    woord = secrets.token_urlsafe(24)
    with logged(context, door, Actie.LEERGROEP_LINK_GEMAAKT, onderdeel_id=groep_id):
        _find(groep_id)
        update_link(groep_id, hash_token(woord), context.now() + LINK_GELDT)
    return woord


def withdraw_link(context: Context, door: Mens, groep_id: str) -> None:
    """The link leads nowhere any more."""
    with logged(context, door, Actie.LEERGROEP_LINK_INGETROKKEN, onderdeel_id=groep_id):
        update_link(groep_id, None, None)


def find_by_link(context: Context, woord: str) -> Groeprij | None:
    """The group of a link that works; None for any other."""
    rij = find_groep(hash_token(woord))
    return rij if rij is not None and rij.link_tot is not None and context.now() < rij.link_tot else None


def join_groep(context: Context, door: Mens, woord: str) -> str:
    """Take part. Whoever does already is welcome. Returns the id of the group. Raises TeLaat or Vol."""
    with logged(context, door, Actie.LEERGROEP_INGEGAAN) as act:
        rij = _find_open(context, woord)
        if is_lid(rij.groep.id, door.id) or rij.docent_id == door.id:
            act.nothing_done()
        else:
            _add_lid(context, rij, door.id)
    return rij.groep.id


def join_with_account(
    context: Context, hasher: PasswordHasher, woord: str, email: str, naam: str, wachtwoord: str
) -> Medewerker:
    """Make an account that can do nothing but practise, and take part with it. Raises TeLaat, Vol or EmailBezet."""
    versleuteld = hasher.hash(normalise_wachtwoord(wachtwoord))  # takes long, so outside the transaction
    nieuw = Medewerker(context.new_id(), email, naam, versleuteld, False, context.now(), None)
    with logged(context, None, Actie.UITNODIGING_AANGENOMEN, onderdeel_id=nieuw.id):
        rij = _find_open(context, woord)
        docent = fetch_medewerker(rij.docent_id)
        # who comes to a demo is of the demo: it stays on this computer, and asks no second step
        nieuw = replace(nieuw, is_demo=docent is not None and docent.is_demo)
        write_medewerker(context, nieuw, [Plek(Rol.STUDENT)])
        _add_lid(context, rij, nieuw.id)
    return nieuw


def leave_groep(context: Context, door: Mens, groep_id: str, medewerker_id: str) -> None:
    """Let somebody go, himself or by the docent, with what he handed in."""
    with logged(context, door, Actie.LEERGROEP_VERLATEN, onderdeel_id=groep_id):
        delete_lid(groep_id, medewerker_id)


def hand_in(context: Context, groep_id: str, nieuw: Inlevering) -> Bewaard:
    """Hand in a copy of an answer. The same under the same id is welcome. Raises NietGevonden, Botsing."""
    with logged(context, nieuw.door, Actie.ANTWOORD_INGELEVERD, onderdeel_id=nieuw.id) as act:
        if not is_lid(groep_id, nieuw.door.id):
            raise NietGevonden
        eerder = find_inlevering(nieuw.id)
        if eerder is None:
            insert_inlevering(groep_id, nieuw)
            return Bewaard.NIEUW
        act.nothing_done()
        if (eerder[0], replace(eerder[2], op=nieuw.op, terug=None)) != (groep_id, nieuw):
            raise Botsing(eerder[2])
    return Bewaard.AL_ONTVANGEN


def take_back(context: Context, door: Mens, inlevering_id: str) -> None:
    """Take back what one handed in. Raises NietGevonden for what is of somebody else."""
    with logged(context, door, Actie.INLEVERING_INGETROKKEN, onderdeel_id=inlevering_id) as act:
        gevonden = find_inlevering(inlevering_id)
        if gevonden is None:
            act.nothing_done()
            return
        if gevonden[2].door.id != door.id:
            raise NietGevonden
        delete_inlevering(inlevering_id)


def give_back(context: Context, groep_id: str, inlevering_id: str, terug: Terugwoord) -> None:
    """Give words back; other words take the place of those before. Raises NietGevonden."""
    with logged(context, terug.door, Actie.WOORDEN_TERUGGEGEVEN, onderdeel_id=inlevering_id) as act:
        gevonden = find_inlevering(inlevering_id)
        if gevonden is None or gevonden[0] != groep_id:
            raise NietGevonden
        _, versie, huidig = gevonden
        if huidig.terug is not None and huidig.terug.tekst == terug.tekst:
            act.nothing_done()
            return
        update_inlevering(groep_id, replace(huidig, terug=terug), op_versie=versie)


def read_voortgang(context: Context, door: Mens, groep_id: str) -> list[tuple[Lid, list[Voortgang]]]:
    """Where everybody of a group is. Counted are turning points that were answered; what stands there is not given.

    One line, with how many take part. Raises LogboekDicht.
    """
    with logged(context, door, Actie.LEERGROEP_BEKEKEN, onderdeel_id=groep_id) as act:
        leden = fetch_leden(groep_id)
        act.aantal = len(leden)
        return [(lid, _list_voortgang(context, lid)) for lid in leden]


def _list_voortgang(context: Context, lid: Lid) -> list[Voortgang]:
    eigen, gevonden = fetch_eigen_ids(lid.id), []
    for rij in fetch_lijst(lid.id, soorten=(Soort.OEFENING,)):
        oefening = find_oefening(context, fetch_kop(rij.id)[0].oefening) if rij.id in eigen else None
        if oefening is not None:
            beantwoord = {antwoord.keerpunt for _, _, antwoord in fetch_onderdelen("antwoorden", rij.id)}
            keerpunten = {keerpunt.key for keerpunt in oefening.keerpunten}
            gevonden.append(
                Voortgang(oefening.titel, len(beantwoord & keerpunten), len(keerpunten), rij.laatste_contact_op)
            )
    return gevonden


def _find(groep_id: str) -> Groeprij:
    rij = fetch_groep(groep_id)
    if rij is None:
        raise NietGevonden
    return rij


def _find_open(context: Context, woord: str) -> Groeprij:
    rij = find_by_link(context, woord)
    if rij is None:
        raise TeLaat
    return rij


def _add_lid(context: Context, rij: Groeprij, medewerker_id: str) -> None:
    if count_leden(rij.groep.id) >= LEDEN_HOOGUIT:
        raise Vol
    insert_lid(rij.groep.id, medewerker_id, context.now())
