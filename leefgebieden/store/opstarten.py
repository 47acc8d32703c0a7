"""Opening the database of an instance: whole, in the newest shape, and every key in its place, before anything is read."""

from datetime import datetime
from pathlib import Path

from leefgebieden.store.grafsteen import replay_grafstenen
from leefgebieden.store.herstel import finish_herstel
from leefgebieden.store.instantie import need_epoch
from leefgebieden.store.ketensleutel import check_ketensleutel
from leefgebieden.store.migreren import NIEUWSTE, fetch_vorm, migrate
from leefgebieden.store.nagelezen import check_bestand
from leefgebieden.store.papier import register_blad
from leefgebieden.store.reservekopie import make_reservekopie, run
from leefgebieden.store.sleutels import check_sleutels, get_bos, holds_anything, needs_rotation
from leefgebieden.store.wissen import destroy_resten
from leefgebieden.store.zijbestand import join_zijregels


def open_database(nu: datetime, reserve: Path | None = None, app: str = "") -> str | None:
    """Look at the file, migrate, check the keys, and end what was cut off (a restore, an erasure). Returns the
    shape that the database had.

    `reserve` is where a backup goes before the shape changes; without it none is made. Raises Beschadigd, SleutelOntbreekt,
    SleutelVerkeerd, LogboeksleutelOntbreekt, or what stands in the way of the backup: then nothing was changed.
    """
    check_bestand()
    if reserve is not None and fetch_vorm() not in (None, NIEUWSTE) and holds_anything():
        run(make_reservekopie(reserve, nu, app))
    eerder = migrate()
    check_sleutels(nu)
    need_epoch()
    for _ in finish_herstel(nu):
        pass
    check_ketensleutel()
    join_zijregels()
    replay_grafstenen()
    if needs_rotation():
        for _ in destroy_resten(nu):
            pass
    kluis = get_bos().kluis
    if kluis is not None:
        kluis.refresh()
    register_blad()
    return eerder
