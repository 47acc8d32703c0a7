"""Who signs in with the account of an organisation.

The first time, the address that the organisation has checked says who it is; from then on its own number for that account does. So
an address that later goes to somebody else opens nothing.
"""

from leefgebieden.actions.logboek import logged
from leefgebieden.actions.medewerker import to_mens
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.store.medewerker import Medewerker, fetch_medewerker, fetch_medewerker_by_email
from leefgebieden.store.organisatieaccount import fetch_gebonden, has_account, insert_account

UITGEVER_HOOGUIT, NUMMER_HOOGUIT = 300, 255


def find_or_bind(context: Context, uitgever: str, nummer: str, email: str | None) -> Medewerker | None:
    """The medewerker of this account. `email` is the checked address, None when there is none.

    None when nobody here has it, when he stopped, or when his account was bound to another number.
    """
    if not 0 < len(nummer) <= NUMMER_HOOGUIT or not 0 < len(uitgever) <= UITGEVER_HOOGUIT:
        return None
    gebonden = fetch_gebonden(uitgever, nummer)
    medewerker = fetch_medewerker(gebonden) if gebonden else fetch_medewerker_by_email(email) if email else None
    if medewerker is None or medewerker.gestopt_op is not None:
        return None
    if gebonden is None:
        if has_account(uitgever, medewerker.id):
            return None
        with logged(context, to_mens(medewerker), Actie.ORGANISATIE_GEKOPPELD, onderdeel_id=medewerker.id):
            insert_account(uitgever, nummer, medewerker.id, context.now())
    return medewerker
