"""Reading signals over the people of a team: one line in the logboek, with over how many."""

from leefgebieden.actions.lezen import list_mijn_ids
from leefgebieden.actions.logboek import logged
from leefgebieden.context import Context
from leefgebieden.domain.casus import Soort
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.signalen import Signalen, Tijdvak, count_signalen
from leefgebieden.store.casus import fetch_casus


def read_signalen(context: Context, door: Mens, tijdvak: Tijdvak) -> Signalen:
    """Over everybody real that `door` may read, himself or through the team. Raises LogboekDicht."""
    with logged(context, door, Actie.SIGNALEN_GELEZEN) as act:
        ids = sorted(list_mijn_ids(door.id, context.today(), team=True))
        gelezen = [hele for casus_id in ids if (hele := fetch_casus(casus_id)) is not None]
        echt = [een.hele for een in gelezen if een.hele.casus.soort is Soort.ECHT]
        act.aantal = len(echt)
        return count_signalen(echt, tijdvak, context.content.kaart)
