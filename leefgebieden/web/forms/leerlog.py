"""A line of the leerlog."""

from collections.abc import Sequence

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are of 3.2
from wtforms.validators import Optional

from leefgebieden.domain.leergroep import Leergroep
from leefgebieden.web.forms.basis import Formulier, FormulierMetId, datum, meer, regel, vak
from leefgebieden.web.forms.versie import FormulierMetVersie


class _Regel(Formulier):
    tekst = vak("Wat schrijf je op?", verplicht="Schrijf eerst iets op. Eén woord is genoeg.", hooguit=5_000)
    onderdeel = SelectField("Waar gaat het over?", validators=[Optional()])
    terug_op = datum("Wanneer wil je hierop terugkomen?")

    def offer_onderdelen(self, groepen: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        """Let a line be about one of these, by heading."""
        keuzes = [
            SelectChoice(value=waarde, label=tekst, optgroup=kop) for kop, delen in groepen for waarde, tekst in delen
        ]
        self.onderdeel.choices = [SelectChoice(value="", label="niets in het bijzonder", optgroup="Vrij"), *keuzes]


class NieuweRegelFormulier(FormulierMetId, _Regel):
    pass


class RegelFormulier(FormulierMetVersie, _Regel):
    afloop = regel("Wat is ervan geworden?", hooguit=1_000)
    gedeeld_met = meer("Wie mag dit lezen?", ())

    def offer_groepen(self, groepen: Sequence[Leergroep]) -> None:
        """Let it be shared with the docent of one of these."""
        self.gedeeld_met.choices = [
            SelectChoice(value=groep.id, label=f"de docent van {groep.naam}") for groep in groepen
        ]
