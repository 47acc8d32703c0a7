"""Backups, restoring them, testing that, and the recovery sheet: what a command does, with its line in the logboek."""

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from leefgebieden.actions.fouten import NietGevonden
from leefgebieden.actions.logboek import log, logged
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie, Uitslag
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.reserve import Stand
from leefgebieden.store.herstelblad import Helft, make_blad
from leefgebieden.store.herstelplek import find_herstelplek
from leefgebieden.store.instantie import (
    HERSTELTEST_OP,
    HERSTELTEST_SLEUTEL,
    RESERVEKOPIE,
    RESERVEKOPIE_OP,
    fetch_feit,
    save_feit,
)
from leefgebieden.store.nagelezen import open_alles
from leefgebieden.store.opstarten import open_database
from leefgebieden.store.papier import fetch_bladen, insert_blad, update_getest, update_vernietigd
from leefgebieden.store.reservebestand import Manifest, Reservebestand
from leefgebieden.store.reservekopie import Reservekopie, make_reservekopie, put_kluis
from leefgebieden.store.reservesleutels import destroy_verlopen, has_te_oude
from leefgebieden.store.sleutelbos import Kek
from leefgebieden.store.sleutels import get_bos
from leefgebieden.store.terugzetten import check_reserve, fill_database
from leefgebieden.store.verzegeld import clear_verlopen

Elders = Callable[[str], AbstractContextManager[object]]
"""Work with the database at this address for a while, instead of with the one in use."""


class Bezet(Exception):
    """There is something here already, and it was not said that it may go aside."""


def find_versie() -> str:
    """The version of leefgebieden that runs."""
    try:
        return version("leefgebieden")
    except PackageNotFoundError:
        return "onbekend"


def make_backup(context: Context, map_: Path) -> Generator[str, None, Reservekopie]:
    """Make a backup, step by step, and let old keys go. Raises as `make_reservekopie`.

    What somebody practises goes along only in a school, where there is nothing else.
    """
    nu = context.now()
    try:
        kopie = yield from make_reservekopie(map_, nu, find_versie(), oefeningen=context.alleen_oefenen)
    except Exception:
        log(context, None, Actie.RESERVEKOPIE_GEMAAKT, uitslag=Uitslag.FOUT)
        raise
    with logged(context, None, Actie.RESERVEKOPIE_GEMAAKT, aantal=kopie.manifest.count_rijen()):
        save_feit(RESERVEKOPIE, str(kopie.bestand.absolute()))
        save_feit(RESERVEKOPIE_OP, nu.isoformat())
        clear_verlopen(nu)
    yield "opgeschreven"
    if clear_sleutels(context):
        put_kluis(map_)
    return kopie


def clear_sleutels(context: Context) -> int:
    """Destroy the keys of backups whose term is over. Gives how many."""
    weg = destroy_verlopen(context.now())
    if weg:
        with logged(context, None, Actie.RESERVESLEUTEL_VERNIETIGD, aantal=len(weg)):
            pass
    return len(weg)


@dataclass(frozen=True)
class Hersteld:
    """What was put back, and where the database is that stood there before."""

    manifest: Manifest
    opzij: str | None


def restore(
    context: Context, bestand: Reservebestand, sleutel: Kek, elders: Elders, *, over: bool
) -> Generator[str, None, Hersteld]:
    """Put a backup in place, step by step. Until the swap nothing is changed; what comes after it the next start also does.

    Raises ReserveFout, Bezet, InGebruik, or what stands in the way of opening the database.
    """
    nu, plek = context.now(), find_herstelplek()
    check_reserve(bestand, sleutel)
    if plek.is_bezet() and not over:
        raise Bezet(
            "hier staan al gegevens. Met --over gaat de database die er staat opzij, onder een andere naam. "
            "Er is niets veranderd"
        )
    yield "nagekeken"
    try:
        with elders(plek.make_uri()):
            manifest = fill_database(bestand, sleutel, nu, context.new_id())
        yield "gevuld"
        opzij = yield from plek.swap(nu)
    except BaseException:
        plek.give_up()
        raise
    open_database(nu)
    yield "geopend"
    return Hersteld(manifest, opzij)


def drill(
    context: Context, bestand: Reservebestand, sleutel: Kek, elders: AbstractContextManager[object], blad_id: str | None
) -> int:
    """Restore a backup elsewhere, open everything that is in it, and write down that it went well. Gives the number of values.

    Raises ReserveFout, or what stands in the way there; the database in use is only told of it.
    """
    nu = context.now()
    try:
        check_reserve(bestand, sleutel)
        geopend = open_alles(bestand, sleutel)
        with elders:
            fill_database(bestand, sleutel, nu, context.new_id())
            open_database(nu)
    except Exception:
        log(context, None, Actie.HERSTELTEST_GEDAAN, uitslag=Uitslag.FOUT)
        raise
    velden = ("herstelblad",) if blad_id else ()
    with logged(context, None, Actie.HERSTELTEST_GEDAAN, aantal=bestand.manifest.count_rijen(), velden=velden):
        save_feit(HERSTELTEST_OP, nu.isoformat())
        save_feit(HERSTELTEST_SLEUTEL, max(bestand.manifest.sleutel, fetch_feit(HERSTELTEST_SLEUTEL) or ""))
        if blad_id:
            update_getest(blad_id, nu)
    clear_sleutels(context)
    return geopend


def make_herstelblad(context: Context, write: Callable[[Helft, Helft], None]) -> str:
    """A new recovery sheet; `write` brings the two halves to paper. Gives its id. From now on the sheet before is void."""
    nu = context.now()
    blad, een, twee = make_blad(nu)
    write(een, twee)
    kluis = get_bos().kluis
    assert kluis is not None
    with logged(context, None, Actie.HERSTELBLAD_GEMAAKT, onderdeel_id=blad.id):
        insert_blad(blad)
        kluis.replace_blad(blad)
    return blad.id


def tick_off_blad(context: Context, door: Mens, blad_id: str) -> None:
    """Both halves of an old sheet are destroyed. Raises NietGevonden for one that still counts, or is not there."""
    if not any(blad.id == blad_id and not blad.geldt for blad in fetch_bladen()):
        raise NietGevonden
    with logged(context, door, Actie.HERSTELBLAD_VERNIETIGD, onderdeel_id=blad_id) as act:
        if not update_vernietigd(blad_id, context.now(), door.id):
            act.nothing_done()


def fetch_stand(context: Context) -> Stand:
    """What is known of backups, tests and sheets."""

    def to_dag(naam: str) -> datetime | None:
        waarde = fetch_feit(naam)
        return None if waarde is None else datetime.fromisoformat(waarde)

    kopie, test = to_dag(RESERVEKOPIE_OP), to_dag(HERSTELTEST_OP)
    return Stand(
        kopie_op=None if kopie is None else kopie.date(),
        hersteltest_op=None if test is None else test.date(),
        bladen=fetch_bladen(),
        te_lang_bewaard=has_te_oude(context.now()),
    )
