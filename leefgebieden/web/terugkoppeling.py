"""What became of the afspraken that lie on the table, for who may read the casus itself: the A4 was made before."""

from dataclasses import dataclass

from leefgebieden.actions.overleg import Punt
from leefgebieden.domain.komtterug import say_stand
from leefgebieden.domain.namen import make_vervanger
from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.komtterug import fetch_open_afspraken
from leefgebieden.web.huis import get_context


@dataclass(frozen=True)
class Terugkoppeling:
    """What to ask about an afspraak, or what became of it. `afspraak_id` is empty when there is nothing to tell any more."""

    woorden: str
    afspraak_id: str = ""


def list_terugkoppeling(punt: Punt) -> dict[str, Terugkoppeling]:
    """By the words of an afspraak as the A4 has them, with its names replaced. Empty for who sees no more than the A4."""
    gelezen = fetch_casus(punt.casus_id) if punt.leest_zelf and punt.samenvatting else None
    if gelezen is None or punt.samenvatting is None:
        return {}
    schrijf = make_vervanger(gelezen.hele, punt.samenvatting.namen)
    vandaag = get_context().today()
    gevonden = {
        schrijf(een.wat): Terugkoppeling("Gedaan" if een.afloop.gedaan else "Niet gelukt")
        for een in gelezen.hele.afspraken
        if een.afloop
    }
    for een in fetch_open_afspraken([punt.casus_id]):
        if woorden := say_stand(een, vandaag):
            gevonden[schrijf(een.afspraak.wat)] = Terugkoppeling(woorden, een.afspraak.id)
    return gevonden
