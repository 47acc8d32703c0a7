"""Correction: what the person says himself of what stands here, kept beside it (AVG 16)."""

from dataclasses import replace

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.verklaring import Verklaring
from leefgebieden.store.casus import fetch_kop, update_casus
from leefgebieden.store.onderdeel import fetch_onderdeel, update_onderdeel


def add_verklaring(
    context: Context, door: Mens, casus_id: str, verklaring: Verklaring, notitie_id: str | None = None
) -> Bewaard:
    """Add the person's own words, to one notitie or to everything. Nothing that others wrote changes.

    Raises Botsing when the id was kept with other words, NietGevonden when the notitie is gone.
    """
    with logged(context, door, Actie.VERKLARING_TOEGEVOEGD, casus_id=casus_id, onderdeel_id=notitie_id) as act:
        if notitie_id is None:
            waarde, versie = fetch_kop(casus_id)
        else:
            bestaand = fetch_onderdeel("notities", notitie_id)
            if bestaand is None or bestaand[0] != casus_id:
                raise NietGevonden
            _, versie, waarde = bestaand
        eerder = next((v for v in waarde.verklaringen if v.id == verklaring.id), None)
        if eerder is not None:
            if eerder.tekst != verklaring.tekst:
                raise Botsing(eerder)
            act.nothing_done()
            return Bewaard.AL_ONTVANGEN
        nieuw = replace(waarde, verklaringen=(*waarde.verklaringen, verklaring))
        if notitie_id is None:
            update_casus(nieuw, versie)
        else:
            update_onderdeel("notities", casus_id, notitie_id, nieuw, op_versie=versie, op=context.now())
    return Bewaard.NIEUW
