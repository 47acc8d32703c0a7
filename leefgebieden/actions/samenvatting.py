"""The A4: what the worker chose for it, and each one that was made, kept as it was."""

from leefgebieden.actions.fouten import Verouderd
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard, find_gewijzigd, record_onderdeel
from leefgebieden.context import Context
from leefgebieden.domain.casus import A4Keuzes, GemaakteSamenvatting, Namen
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.store.onderdeel import fetch_onderdelen, insert_onderdeel, update_onderdeel


def choose_a4(context: Context, door: Mens, casus_id: str, keuzes: A4Keuzes, *, op_versie: int) -> None:
    """Keep the worker's choices, over the version that the form showed (0: there were none). Raises Verouderd."""
    with logged(context, door, Actie.A4_GEKOZEN, casus_id=casus_id) as act:
        rij = next(iter(fetch_onderdelen("a4", casus_id)), None)
        versie, huidig = (rij[1], rij[2]) if rij else (0, A4Keuzes())
        if huidig == keuzes:
            act.nothing_done()
            return
        if versie != op_versie:
            raise Verouderd(huidig, versie)
        act.velden = find_gewijzigd(huidig, keuzes)
        if rij is None:
            insert_onderdeel("a4", casus_id, casus_id, keuzes, context.now())
        else:
            update_onderdeel("a4", casus_id, casus_id, keuzes, op_versie=versie, op=context.now())


def keep_samenvatting(context: Context, door: Mens, casus_id: str, gemaakt: GemaakteSamenvatting) -> Bewaard:
    """Keep an A4 that was made. Raises Botsing when its id was kept with other content."""
    return record_onderdeel(context, door, casus_id, "samenvattingen", gemaakt)


def log_getekend(context: Context, door: Mens, casus_id: str, namen: Namen, grond: str = "") -> None:
    """Log that a PDF of the A4 was drawn, with which kind of name on it."""
    with logged(context, door, Actie.A4_GETEKEND, casus_id=casus_id, velden=(namen.value,), grond=grond):
        pass
