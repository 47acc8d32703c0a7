"""What was done with a deelgebied: over gepraat, wil nu niet, or nothing yet. Only the worker sets it."""

from leefgebieden.actions.logboek import logged
from leefgebieden.context import Context
from leefgebieden.domain.casus import Stand, StandSoort
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.store.onderdeel import delete_onderdeel, fetch_onderdelen, insert_onderdeel, update_onderdeel


def set_standen(context: Context, door: Mens, casus_id: str, standen: dict[str, StandSoort | None]) -> int:
    """Set the stand of these deelgebieden; None means nog niet over gepraat. Returns how many changed."""
    gewijzigd = 0
    with logged(context, door, Actie.STAND_GEZET, casus_id=casus_id, velden=("stand",)) as act:
        bestaand = {
            stand.deelgebied: (rij_id, versie, stand) for rij_id, versie, stand in fetch_onderdelen("standen", casus_id)
        }
        for deelgebied, soort in standen.items():
            rij = bestaand.get(deelgebied)
            if (rij[2].stand if rij else None) == soort:
                continue
            gewijzigd += 1
            if soort is None:
                assert rij is not None  # it differs from None, so there is a row
                delete_onderdeel("standen", casus_id, rij[0])
                continue
            nieuw = Stand(deelgebied=deelgebied, stand=soort, op=context.now())
            if rij is None:
                insert_onderdeel("standen", casus_id, context.new_id(), nieuw, context.now())
            else:
                update_onderdeel("standen", casus_id, rij[0], nieuw, op_versie=rij[1], op=context.now())
        act.count(gewijzigd)
    return gewijzigd
