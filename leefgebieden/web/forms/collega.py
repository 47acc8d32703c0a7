"""Working together, standing in and break-glass."""

from collections.abc import Iterable
from typing import Any

from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are of 3.2
from wtforms.validators import ValidationError

from leefgebieden.domain.casus import NAAM_HOOGUIT
from leefgebieden.store.medewerker import Medewerker
from leefgebieden.web.forms.basis import Formulier, FormulierMetId, datum, keuze, regel, vak

REDEN_MINSTENS = 20
KIES_IEMAND = "Kies een collega."


class WieFormulier(Formulier):
    """One colleague out of a list."""

    wie = keuze("Wie?", (), verplicht=KIES_IEMAND)

    def fill_wie(self, collegas: Iterable[Medewerker]) -> None:
        self.wie.choices = [SelectChoice(value=collega.id, label=collega.naam) for collega in collegas]


class VervangFormulier(FormulierMetId, WieFormulier):
    wie = keuze("Wie neemt het over?", (), verplicht=KIES_IEMAND)
    van = datum("Vanaf", verplicht="Vul in vanaf welke dag je weg bent.")
    tot = datum("Tot en met", verplicht="Vul in tot en met welke dag je weg bent.")

    def validate_tot(self, veld: Any) -> None:
        if veld.data and self.van.data and veld.data < self.van.data:
            raise ValidationError("De laatste dag ligt voor de eerste. Kijk de datums nog even na.")


class NoodFormulier(FormulierMetId):
    persoon = regel(
        "Over wie gaat het?", verplicht="Vul de naam in, precies zoals het team hem schrijft.", hooguit=NAAM_HOOGUIT
    )
    reden = vak("Waarom moet je dit nu lezen?", verplicht="Schrijf op waarom je dit nu moet lezen.", hooguit=1_000)

    def validate_reden(self, veld: Any) -> None:
        if 0 < len(veld.data or "") < REDEN_MINSTENS:
            raise ValidationError(f"Schrijf iets meer: minstens {REDEN_MINSTENS} tekens.")
