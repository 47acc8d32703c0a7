"""Who is family of whom, and who live together."""

from leefgebieden.actions.fouten import NietGevonden
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.netwerk import PERSOON, Verwantschap, VerwantschapSoort
from leefgebieden.store.onderdeel import delete_onderdeel, fetch_onderdelen, insert_onderdeel

VELDEN = ("van", "naar", "soort")


def record_verwantschap(context: Context, door: Mens, casus_id: str, nieuw: Verwantschap) -> Bewaard:
    """Say how two people belong together. Saying it twice is saying it once. Raises NietGevonden when one is not in the network."""
    with logged(context, door, Actie.FAMILIE_TOEGEVOEGD, casus_id=casus_id, velden=VELDEN) as act:
        bekend = {lid_id for lid_id, _, _ in fetch_onderdelen("netwerk", casus_id)} | {PERSOON}
        if nieuw.van not in bekend or nieuw.naar not in bekend or nieuw.van == nieuw.naar:
            raise NietGevonden
        if any(_is_same(nieuw, rij) for _, _, rij in fetch_onderdelen("verwantschap", casus_id)):
            act.nothing_done()
            return Bewaard.AL_ONTVANGEN
        insert_onderdeel("verwantschap", casus_id, context.new_id(), nieuw, context.now())
    return Bewaard.NIEUW


def remove_verwantschap(context: Context, door: Mens, casus_id: str, weg: Verwantschap) -> None:
    """Take it back. Nothing happens when it is gone already."""
    with logged(context, door, Actie.FAMILIE_WEGGEHAALD, casus_id=casus_id, velden=VELDEN) as act:
        raak = [rij_id for rij_id, _, rij in fetch_onderdelen("verwantschap", casus_id) if _is_same(weg, rij)]
        for rij_id in raak:
            delete_onderdeel("verwantschap", casus_id, rij_id)
        act.count(len(raak))


def _is_same(een: Verwantschap, ander: Verwantschap) -> bool:
    if een.soort is not ander.soort:
        return False
    if een.soort is VerwantschapSoort.OUDER_VAN:
        return (een.van, een.naar) == (ander.van, ander.naar)
    return {een.van, een.naar} == {ander.van, ander.naar}
