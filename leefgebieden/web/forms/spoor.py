"""Whom to look at, and over which days."""

from collections.abc import Sequence
from datetime import date

from wtforms import SelectField, ValidationError
from wtforms.fields import DateField
from wtforms.validators import InputRequired

from leefgebieden.store.medewerker import Medewerker
from leefgebieden.web.forms.basis import Formulier, datum

KIES = "Kies een collega."


class SpoorFormulier(Formulier):
    """Stands in the address, so that the pages of a long list can be turned: ids and days, no names."""

    class Meta(Formulier.Meta):
        csrf = False

    wie = SelectField("Welke collega?", validators=[InputRequired(KIES)], validate_choice=False)
    van = datum("Van welke dag?", verplicht="Kies vanaf welke dag.")
    tot = datum("Tot en met welke dag?", verplicht="Kies tot en met welke dag.")

    def fill_wie(self, medewerkers: Sequence[Medewerker]) -> None:
        """Everybody who works here or did."""
        self.ids = {een.id for een in medewerkers}
        namen = [(een.id, een.naam if een.gestopt_op is None else f"{een.naam} (gestopt)") for een in medewerkers]
        self.wie.choices = [("", "Kies"), *namen]

    def validate_wie(self, veld: SelectField) -> None:
        if veld.data not in self.ids:
            raise ValidationError(KIES)

    def get_dagen(self) -> tuple[date, date]:
        """The first and the last day. Only after validation."""
        assert self.van.data
        assert self.tot.data
        return self.van.data, self.tot.data

    def validate_tot(self, veld: DateField) -> None:
        if self.van.data and veld.data and veld.data < self.van.data:
            raise ValidationError("Deze dag ligt voor de eerste dag.")
