"""Break-glass: reading one casus of a team mate for one hour, with a reason, told to the eigenaar and looked at afterwards."""

from datetime import timedelta

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.logboek import logged
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toegang import Besluit, Recht, decide_toegang
from leefgebieden.store.noodtoegang import (
    Noodtoegang,
    fetch_na_te_kijken,
    fetch_noodtoegang,
    insert_noodtoegang,
    update_afgetekend,
    update_gezien,
)
from leefgebieden.store.toegang import fetch_positie

DUUR = timedelta(hours=1)


def take_noodtoegang(context: Context, door: Mens, noodtoegang_id: str, casus_id: str, reden: str) -> Bewaard:
    """Read this casus for an hour. Sending it twice is one hour.

    Raises NietGevonden when he may not even see the name, Botsing when the id was used for something else.
    """
    nu = context.now()
    with logged(
        context, door, Actie.NOODTOEGANG_GENOMEN, casus_id=casus_id, onderdeel_id=noodtoegang_id, velden=("reden",)
    ):
        eerder = fetch_noodtoegang(noodtoegang_id)
        if eerder is not None:
            if (eerder.casus_id, eerder.medewerker_id, eerder.reden) != (casus_id, door.id, reden):
                raise Botsing(None)
            return Bewaard.AL_ONTVANGEN
        if decide_toegang(fetch_positie(casus_id, door.id), Recht.NAAM_ZIEN, nu) is not Besluit.TOEGESTAAN:
            raise NietGevonden
        insert_noodtoegang(Noodtoegang(noodtoegang_id, casus_id, door.id, nu, nu + DUUR, reden))
    return Bewaard.NIEUW


def see_noodtoegang(context: Context, door: Mens, noodtoegang_id: str) -> None:
    """The eigenaar says that he saw it."""
    with logged(context, door, Actie.NOODTOEGANG_GEZIEN, onderdeel_id=noodtoegang_id):
        update_gezien(noodtoegang_id, door.id, context.now())


def sign_off_noodtoegang(context: Context, door: Mens, noodtoegang_id: str) -> None:
    """The teamleider looked at it. Nothing happens when somebody did already, or when it is not his to look at."""
    with logged(context, door, Actie.NOODTOEGANG_AFGETEKEND, onderdeel_id=noodtoegang_id):
        if noodtoegang_id in {regel.id for regel in fetch_na_te_kijken(door.id)}:
            update_afgetekend(noodtoegang_id, door.id, context.now())
