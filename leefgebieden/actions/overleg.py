"""The overleg: planning it, putting somebody on the agenda, what is said, what is decided, and closing it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from leefgebieden.actions.fouten import NietGevonden, Verouderd
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard, find_eerder, find_gewijzigd, refresh_lijstregel
from leefgebieden.context import Context
from leefgebieden.domain.afscherming import drop_a4s_met
from leefgebieden.domain.afspraak import Afspraak
from leefgebieden.domain.casus import GemaakteSamenvatting
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.overleg import (
    Besluit,
    Bespreking,
    Bijdrage,
    Deel,
    Overleg,
    Verslag,
    compose_verslag,
    may_see_bespreking,
    move_bespreking,
)
from leefgebieden.domain.toegang import Besluit as Toegang
from leefgebieden.domain.toegang import Recht, decide_toegang
from leefgebieden.store.casus import fetch_kop
from leefgebieden.store.notitie import fetch_eerdere_versies
from leefgebieden.store.onderdeel import (
    delete_onderdeel,
    fetch_onderdeel,
    fetch_onderdelen,
    insert_onderdeel,
    update_onderdeel,
)
from leefgebieden.store.overleg import (
    Agendapunt,
    Nu,
    Overlegrij,
    delete_agendapunt,
    fetch_agenda,
    fetch_overleg,
    insert_agendapunt,
    insert_overleg,
    show_nu,
    update_overleg,
)
from leefgebieden.store.toegang import fetch_positie


class AlOpAgenda(Exception):
    """This casus is on the agenda of this overleg already."""


class Afgesloten(Exception):
    """The overleg was closed: nothing is said in it any more."""


@dataclass(frozen=True)
class Punt:
    """A casus on the agenda as one deelnemer may see it. `verslag` and `samenvatting` are None when he may not.

    `leest_zelf`: he may read the casus itself too; `schrijft`: and write in it.
    """

    id: str
    casus_id: str
    verslag: Verslag | None = None
    samenvatting: GemaakteSamenvatting | None = None
    vorige: GemaakteSamenvatting | None = None
    leest_zelf: bool = False
    schrijft: bool = False


def plan_overleg(context: Context, nieuw: Overleg, team_id: str) -> Bewaard:
    """Plan it. The same under the same id is welcome. Raises Verouderd when the id has another content."""
    with logged(context, nieuw.gemaakt_door, Actie.OVERLEG_GEPLAND, onderdeel_id=nieuw.id) as act:
        eerder = fetch_overleg(nieuw.id)
        if eerder is None:
            insert_overleg(nieuw, team_id)
            return Bewaard.NIEUW
        act.nothing_done()
        if replace(eerder.overleg, gemaakt_op=nieuw.gemaakt_op) != nieuw:
            raise Verouderd(eerder.overleg, eerder.versie)
    return Bewaard.AL_ONTVANGEN


def change_overleg(context: Context, door: Mens, gewijzigd: Overleg, *, op_versie: int) -> int:
    """Change when, where or who. Raises Verouderd or NietGevonden.

    What was released moves along to another date as long as its day has not come. Gives how many stay behind.
    """
    with logged(context, door, Actie.OVERLEG_GEWIJZIGD, onderdeel_id=gewijzigd.id) as act:
        rij = _find(gewijzigd.id)
        if rij.overleg == gewijzigd:
            act.nothing_done()
            return 0
        act.velden = find_gewijzigd(rij.overleg, gewijzigd)
        if not update_overleg(gewijzigd, op_versie=op_versie):
            raise Verouderd(rij.overleg, rij.versie)
        if rij.overleg.begint_op == gewijzigd.begint_op:
            return 0
        achter = 0
        for punt in fetch_agenda(gewijzigd.id):
            gevonden = fetch_onderdeel("besprekingen", punt.id)
            assert gevonden is not None  # an agendapunt goes with its bespreking
            _, versie, bespreking = gevonden
            nieuw = move_bespreking(bespreking, gewijzigd.begint_op, context.today())
            if nieuw != bespreking:
                update_onderdeel("besprekingen", punt.casus_id, punt.id, nieuw, op_versie=versie, op=context.now())
                act.also(Actie.OVERLEG_GEWIJZIGD, punt.casus_id)
            achter += nieuw.op < gewijzigd.begint_op
    return achter


def close_overleg(context: Context, door: Mens, overleg_id: str) -> None:
    """Say that it is over. What was released may be seen until a week after its day. Raises NietGevonden."""
    _set_afgesloten(context, door, overleg_id, Actie.OVERLEG_AFGESLOTEN, context.now())


def reopen_overleg(context: Context, door: Mens, overleg_id: str) -> None:
    """It was not over yet after all. Raises NietGevonden."""
    _set_afgesloten(context, door, overleg_id, Actie.OVERLEG_HEROPEND, None)


def _set_afgesloten(context: Context, door: Mens, overleg_id: str, actie: Actie, op: datetime | None) -> None:
    with logged(context, door, actie, onderdeel_id=overleg_id) as act:
        rij = _find(overleg_id)
        if (rij.overleg.afgesloten_op is None) is (op is None):
            act.nothing_done()
            return
        update_overleg(replace(rij.overleg, afgesloten_op=op), op_versie=rij.versie)


def put_on_agenda(
    context: Context, door: Mens, casus_id: str, bespreking: Bespreking, samenvatting: GemaakteSamenvatting
) -> Bewaard:
    """Release this samenvatting for an overleg. Raises NietGevonden, Afgesloten, AlOpAgenda, or Botsing."""
    with logged(
        context, door, Actie.BESPREKING_TOEGEVOEGD, casus_id=casus_id, onderdeel_id=bespreking.id, velden=("vraag",)
    ) as act:
        if find_eerder("besprekingen", casus_id, bespreking, zonder=("samenvatting",)) is not None:
            act.nothing_done()
            return Bewaard.AL_ONTVANGEN
        rij = _find(bespreking.overleg)
        if rij.overleg.afgesloten_op is not None:
            raise Afgesloten
        if casus_id in {punt.casus_id for punt in fetch_agenda(bespreking.overleg)}:
            raise AlOpAgenda
        insert_onderdeel("samenvattingen", casus_id, samenvatting.id, samenvatting, context.now())
        insert_onderdeel("besprekingen", casus_id, bespreking.id, bespreking, context.now())
        insert_agendapunt(Agendapunt(bespreking.id, casus_id), bespreking.overleg)
    return Bewaard.NIEUW


def take_off_agenda(context: Context, door: Mens, casus_id: str, bespreking_id: str) -> None:
    """Take it back: from now on no deelnemer sees it. What was said about it stays with the casus, if there is anything."""
    with logged(context, door, Actie.BESPREKING_WEGGEHAALD, casus_id=casus_id, onderdeel_id=bespreking_id) as act:
        gevonden = fetch_onderdeel("besprekingen", bespreking_id)
        if gevonden is None or gevonden[0] != casus_id:
            act.nothing_done()
            return
        delete_agendapunt(bespreking_id)
        gezegd = [
            stuk
            for sleutel in ("bijdragen", "besluiten")
            for _, _, stuk in fetch_onderdelen(sleutel, casus_id)
            if stuk.bespreking == bespreking_id
        ]
        if not gezegd:
            delete_onderdeel("besprekingen", casus_id, bespreking_id)


def show_deel(context: Context, door: Mens, overleg_id: str, punt_id: str, deel: Deel) -> None:
    """Lay this part on the table, for everybody who follows. Raises NietGevonden."""
    punt = _find_punt(overleg_id, punt_id)
    with logged(
        context,
        door,
        Actie.OVERLEG_GETOOND,
        casus_id=punt.casus_id,
        onderdeel_id=overleg_id,
        velden=(deel.value,),
    ) as act:
        rij = _find(overleg_id)
        if rij.nu is not None and (rij.nu.punt, rij.nu.deel) == (punt_id, deel):
            act.nothing_done()
            return
        show_nu(overleg_id, Nu(punt_id, deel, context.now()))


def record_bijdrage(context: Context, overleg_id: str, bijdrage: Bijdrage) -> Bewaard:
    """Keep what somebody said. Raises NietGevonden, Afgesloten or Botsing."""
    casus_id = _find_open_punt(overleg_id, bijdrage.bespreking)
    with logged(
        context,
        bijdrage.door,
        Actie.BIJDRAGE_TOEGEVOEGD,
        casus_id=casus_id,
        onderdeel_id=bijdrage.id,
        velden=("tekst",),
    ) as act:
        if find_eerder("bijdragen", casus_id, bijdrage, zonder=("op",)) is not None:
            act.nothing_done()
            return Bewaard.AL_ONTVANGEN
        insert_onderdeel("bijdragen", casus_id, bijdrage.id, bijdrage, context.now())
    return Bewaard.NIEUW


def record_besluit(context: Context, overleg_id: str, besluit: Besluit, afspraken: Sequence[Afspraak] = ()) -> Bewaard:
    """Keep what was decided, and make the afspraken that follow from it. Raises NietGevonden, Afgesloten or Botsing.

    `besluit.afspraken` names the afspraken: they are made in the same transaction, once.
    """
    casus_id = _find_open_punt(overleg_id, besluit.bespreking)
    with logged(
        context,
        besluit.door,
        Actie.BESLUIT_TOEGEVOEGD,
        casus_id=casus_id,
        onderdeel_id=besluit.id,
        velden=("wat", "afspraken") if afspraken else ("wat",),
    ) as act:
        if find_eerder("besluiten", casus_id, besluit, zonder=("op", "afspraken")) is not None:
            act.nothing_done()
            return Bewaard.AL_ONTVANGEN
        insert_onderdeel("besluiten", casus_id, besluit.id, besluit, context.now())
        for afspraak in afspraken:
            insert_onderdeel("afspraken", casus_id, afspraak.id, afspraak, context.now())
        if afspraken:
            refresh_lijstregel(casus_id)
    return Bewaard.NIEUW


def read_overleg(context: Context, door: Mens, overleg_id: str) -> tuple[Overlegrij, list[Punt]]:
    """The overleg with its agenda, as far as `door` may see it: a line for it, and one for each casus he sees.

    Raises NietGevonden or LogboekDicht.
    """
    with logged(context, door, Actie.OVERLEG_BEKEKEN, onderdeel_id=overleg_id) as act:
        rij = _find(overleg_id)
        punten = [_open_punt(context, door, rij.overleg, punt) for punt in fetch_agenda(overleg_id)]
        act.velden, act.aantal = ("overleg",), len(punten)
        for punt in punten:
            if punt.verslag is not None:
                act.also(Actie.GELEZEN, punt.casus_id)
    return rij, punten


def _open_punt(context: Context, door: Mens, overleg: Overleg, punt: Agendapunt) -> Punt:
    positie, nu = fetch_positie(punt.casus_id, door.id), context.now()
    leest = decide_toegang(positie, Recht.LEZEN, nu) is Toegang.TOEGESTAAN
    toestemmingen = [een for _, _, een in fetch_onderdelen("toestemmingen", punt.casus_id)]
    besprekingen = {een.id: een for _, _, een in fetch_onderdelen("besprekingen", punt.casus_id)}
    bespreking: Bespreking = besprekingen[punt.id]
    if not may_see_bespreking(overleg, bespreking.op, door.id, toestemmingen, context.today(), leest_zelf=leest):
        return Punt(punt.id, punt.casus_id)
    eerder = sorted(
        (een for een in besprekingen.values() if een.op < bespreking.op and een.samenvatting), key=lambda een: een.op
    )
    dicht = _fetch_dicht(punt.casus_id)
    return Punt(
        punt.id,
        punt.casus_id,
        verslag=compose_verslag(
            bespreking,
            [een for _, _, een in fetch_onderdelen("bijdragen", punt.casus_id)],
            [een for _, _, een in fetch_onderdelen("besluiten", punt.casus_id)],
        ),
        samenvatting=_fetch_samenvatting(bespreking, dicht),
        vorige=_fetch_samenvatting(eerder[-1], dicht) if eerder else None,
        leest_zelf=leest,
        schrijft=decide_toegang(positie, Recht.SCHRIJVEN, nu) is Toegang.TOEGESTAAN,
    )


def _fetch_dicht(casus_id: str) -> list[Notitie]:
    """What is afgeschermd now, with what it was before."""
    dicht = [een for _, _, een in fetch_onderdelen("notities", casus_id) if een.afgeschermd]
    return [replace(een, versies=tuple(fetch_eerdere_versies(casus_id, een.id))) for een in dicht]


def _fetch_samenvatting(bespreking: Bespreking, dicht: Sequence[Notitie]) -> GemaakteSamenvatting | None:
    """The A4 that was released; None when it went, or when something on it was shielded since: the whole room reads along."""
    gevonden = fetch_onderdeel("samenvattingen", bespreking.samenvatting) if bespreking.samenvatting else None
    return next(iter(drop_a4s_met(dicht, (gevonden[2],))), None) if gevonden else None


def name_punt(punt: Punt) -> str:
    """How a casus is called on the screen of an overleg: as its samenvatting calls it; only for who reads it the own name."""
    if punt.samenvatting is not None:
        kop = punt.samenvatting.inhoud.get("kop", {})
        return str(kop.get("roepnaam") or kop.get("naam") or "")
    return fetch_kop(punt.casus_id)[0].noemnaam if punt.leest_zelf else ""


def _find(overleg_id: str) -> Overlegrij:
    rij = fetch_overleg(overleg_id)
    if rij is None:
        raise NietGevonden
    return rij


def _find_punt(overleg_id: str, punt_id: str) -> Agendapunt:
    punt = next((een for een in fetch_agenda(overleg_id) if een.id == punt_id), None)
    if punt is None:
        raise NietGevonden
    return punt


def _find_open_punt(overleg_id: str, punt_id: str) -> str:
    """The casus of a point of an overleg that is not over."""
    if _find(overleg_id).overleg.afgesloten_op is not None:
        raise Afgesloten
    return _find_punt(overleg_id, punt_id).casus_id
