"""What we do not know yet."""

from leefgebieden.domain.notitie import OpA4
from leefgebieden.web.forms.basis import Formulier, FormulierMetId, keuze, regel
from leefgebieden.web.forms.notitie import OP_A4
from leefgebieden.web.forms.versie import FormulierMetVersie

OPENVRAAG_HOOGUIT = 200


class _Vraag(Formulier):
    tekst = regel(
        "Wat weten jullie nog niet?", verplicht="Schrijf op wat jullie nog niet weten.", hooguit=OPENVRAAG_HOOGUIT
    )


class OpenvraagFormulier(FormulierMetId, _Vraag):
    """A new one: only words."""


class WijzigOpenvraagFormulier(FormulierMetVersie, _Vraag):
    """Changing one, and whether it goes on the A4."""

    op_a4 = keuze("Op de A4?", [(waarde.value, tekst) for waarde, tekst in OP_A4], standaard=OpA4.AUTO.value)
