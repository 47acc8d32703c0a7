"""Somebody around the person."""

from wtforms import Field
from wtforms.validators import ValidationError

from leefgebieden.domain.netwerk import OP_A4_HOOGUIT
from leefgebieden.domain.notitie import OpA4
from leefgebieden.web.formats import BANDEN, KRINGEN
from leefgebieden.web.forms.basis import Formulier, FormulierMetId, datum, keuze, regel
from leefgebieden.web.forms.notitie import OP_A4
from leefgebieden.web.forms.versie import FormulierMetVersie

KIES_ACHT = f"Op de A4 passen {OP_A4_HOOGUIT} mensen. Kies wie."


class _Lid(Formulier):
    wie = regel("Wie?", verplicht="Vul in wie dit is. Een voornaam is genoeg.", hooguit=80)
    kring = keuze("Hoort bij", [*KRINGEN.items(), ("", "weet ik nog niet")])
    contact = keuze("Hoe is het contact?", BANDEN.items())
    woord = regel("In één woord", hooguit=40)
    sinds = datum("Sinds wanneer?")
    tot = datum("Tot wanneer?")
    op_a4 = keuze("Op de A4?", OP_A4, standaard=OpA4.AUTO.value)
    gestalte = keuze("In de tekening van de familie", [("vierkant", "man"), ("cirkel", "vrouw"), ("", "niet gezegd")])
    leeft = keuze("Leeft die nog?", [("ja", "ja"), ("nee", "nee")], standaard="ja")
    tonen = keuze("Bij Samen kijken", [("ja", "tonen"), ("nee", "niet tonen")], standaard="ja")

    al_gekozen = 0
    """How many others must stand on the A4 already."""

    def validate_tot(self, veld: Field) -> None:
        if veld.data and self.sinds.data and veld.data < self.sinds.data:
            raise ValidationError("Tot ligt eerder dan sinds. Kijk welke dag klopt.")

    def validate_op_a4(self, veld: Field) -> None:
        if veld.data == OpA4.JA and self.al_gekozen >= OP_A4_HOOGUIT:
            raise ValidationError(KIES_ACHT)


class NieuwLidFormulier(FormulierMetId, _Lid):
    """Somebody new."""


class LidFormulier(FormulierMetVersie, _Lid):
    """Somebody who is known already."""
