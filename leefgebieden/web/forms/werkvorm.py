"""A werkvorm: joining it, and writing along in a step."""

from collections.abc import Sequence
from typing import Any

from wtforms import HiddenField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are of 3.2
from wtforms.validators import Optional

from leefgebieden.content.model import Opbrengst, Werkvormstap
from leefgebieden.domain.werkvorm import BELOFTEN, Inbreng, Vraagronde, fill_in
from leefgebieden.web.forms.basis import Formulier, FormulierMetId, datum, keuze, regel, vak


class MeeFormulier(FormulierMetId):
    code = regel(
        "Welke code staat op het scherm?", verplicht="Vul de code in. Hij heeft 8 letters en cijfers.", hooguit=40
    )
    naam = regel("Hoe heet je?", verplicht="Vul een naam in. Een voornaam is genoeg.", hooguit=40)


class AfloopFormulier(Formulier):
    afloop = regel("Wat is ervan geworden?", verplicht="Schrijf op wat ervan werd. Eén woord is genoeg.", hooguit=300)


class InbrengFormulier(FormulierMetId):
    stap = HiddenField()
    soort = keuze("Wat schrijf je op?", ())
    bij = SelectField("Bij welke vraag?", validators=[Optional()])
    tekst = vak("Wat schrijf je op?", verplicht="Schrijf eerst iets op. Eén woord is genoeg.", hooguit=600)
    uiterlijk = datum("Wanneer?")

    mogelijk: Sequence[Opbrengst] = ()

    @property
    def gekozen(self) -> Opbrengst:
        """What is written down: where there is one possibility, that one."""
        return Opbrengst(self.soort.data) if self.soort.data else self.mogelijk[0]

    @property
    def kan_later(self) -> bool:
        """Whether something in this step comes back on a day."""
        return any(soort in BELOFTEN for soort in self.mogelijk)


def make_inbrengformulier(
    stap: Werkvormstap, vragen: Sequence[Vraagronde], groep: Any, **velden: Any
) -> InbrengFormulier | None:
    """The form to write along in this step; None where nothing is written down."""
    if not stap.noteren:
        return None
    form = InbrengFormulier(stap=stap.key, **velden)
    form.mogelijk = [een.soort for een in stap.noteren]
    form.soort.choices = [SelectChoice(value=een.soort.value, label=fill_in(een.wat, groep)) for een in stap.noteren]
    form.bij.choices = [SelectChoice(value=een.vraag.id, label=_shorten(een.vraag)) for een in vragen]
    if len(stap.noteren) == 1:
        form.tekst.label.text = fill_in(stap.noteren[0].wat, groep)
        form.soort.data = form.soort.data or stap.noteren[0].soort.value
    return form


def _shorten(vraag: Inbreng) -> str:
    tekst = f"{vraag.door.naam}: {vraag.tekst}"
    return tekst if len(tekst) <= 90 else f"{tekst[:87].rstrip()}..."
