"""Looking whether the name of somebody else stands in what was written about a person."""

from leefgebieden.actions.logboek import logged
from leefgebieden.context import Context
from leefgebieden.domain.casus import Soort
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.naamhint import HOOGUIT, find_genoemden
from leefgebieden.domain.namen import list_bekenden
from leefgebieden.store.casus import Lijstrij, fetch_casus, fetch_kop, fetch_lijst


def find_anderen_in(context: Context, door: Mens, casus_id: str, tekst: str, *, was: str = "") -> list[str]:
    """The ids of a few on the own list of `door` whose name stands in `tekst`, and did not stand in what it `was`.

    One line when there are any, with how many and not who: in the logboek of this person a third has no place. Raises
    LogboekDicht.
    """
    lijst = [(rij.id, rij.regel) for rij in list_anderen(door.id, casus_id)]
    if not find_genoemden(tekst, lijst):
        # as good as always: then nothing of the person need be opened
        return []
    gelezen = fetch_casus(casus_id)
    if gelezen is None:
        return []
    bekenden = list_bekenden(gelezen.hele)
    al_genoemd = find_genoemden(was, lijst, bekenden)
    gevonden = [een for een in find_genoemden(tekst, lijst, bekenden) if een not in al_genoemd][:HOOGUIT]
    if gevonden:
        with logged(context, door, Actie.NAAM_HERKEND, aantal=len(gevonden)):
            pass
    return gevonden


def list_anderen(medewerker_id: str, casus_id: str) -> list[Lijstrij]:
    """The others on the own list of a medewerker, of the same soort: where a notitie of this person can go."""
    rijen = fetch_lijst(medewerker_id, soorten=tuple(Soort))
    # who stands in for somebody writes about people who are not on it
    soort = next((rij.regel.soort for rij in rijen if rij.id == casus_id), None) or fetch_kop(casus_id)[0].soort
    return [rij for rij in rijen if rij.id != casus_id and rij.regel.soort is soort]
