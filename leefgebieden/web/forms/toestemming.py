"""Consent, and the person's own statement."""

from typing import Any

from wtforms.validators import ValidationError

from leefgebieden.domain.verklaring import VERKLARING_HOOGUIT
from leefgebieden.web.forms.basis import FormulierMetId, datum, regel, vak
from leefgebieden.web.huis import get_context


class ToestemmingFormulier(FormulierMetId):
    met_wie = regel("Met wie mag je delen?", verplicht="Schrijf op met wie je mag delen.", hooguit=120)
    waarvoor = regel("Waarvoor?", verplicht="Schrijf op waarvoor.", hooguit=300)
    tot = datum("Tot en met", verplicht="Schrijf op tot wanneer het mag.")

    def validate_tot(self, veld: Any) -> None:
        if veld.data and veld.data < get_context().today():
            raise ValidationError("Deze dag is al voorbij. Kies een dag die nog komt.")


class VerklaringFormulier(FormulierMetId):
    tekst = vak(
        "Wat zegt deze persoon er zelf van?",
        verplicht="Schrijf op wat deze persoon zegt.",
        hooguit=VERKLARING_HOOGUIT,
    )
