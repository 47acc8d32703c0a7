"""What we do not know yet: noted as a question, answered or taken away later."""

from dataclasses import replace

from leefgebieden.actions.onderdeel import Bewaard, change_onderdeel, record_onderdeel, remove_onderdeel
from leefgebieden.context import Context
from leefgebieden.domain.casus import Openvraag
from leefgebieden.domain.mens import Mens


def record_openvraag(context: Context, door: Mens, casus_id: str, openvraag: Openvraag) -> Bewaard:
    """Note a question. Raises Botsing when its id was saved with other words."""
    return record_onderdeel(context, door, casus_id, "openvragen", openvraag)


def change_openvraag(context: Context, door: Mens, casus_id: str, openvraag: Openvraag, *, op_versie: int) -> None:
    """Change a question. Raises Verouderd or NietGevonden."""
    change_onderdeel(context, door, casus_id, "openvragen", openvraag, op_versie=op_versie)


def answer_openvraag(context: Context, door: Mens, casus_id: str, openvraag: Openvraag, *, op_versie: int) -> None:
    """Say that we know it now: it leaves the list and the A4. Raises Verouderd or NietGevonden."""
    change_openvraag(context, door, casus_id, replace(openvraag, beantwoord_op=context.now()), op_versie=op_versie)


def remove_openvraag(context: Context, door: Mens, casus_id: str, openvraag_id: str) -> None:
    """Take a question away that should not have been there."""
    remove_onderdeel(context, door, casus_id, "openvragen", openvraag_id)
