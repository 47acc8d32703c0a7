"""A losse notitie, and giving words to a person."""

from collections.abc import Iterable

from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are of 3.2

from leefgebieden.store.casus import Lijstrij
from leefgebieden.web.forms.basis import Formulier, keuze
from leefgebieden.web.forms.notitie import NotitieFormulier


class LosseNotitieFormulier(NotitieFormulier):
    """A notitie of nobody yet: words and labels; places come with the person."""


class GeefFormulier(Formulier):
    """To whom it belongs."""

    wie = keuze("Over wie gaat het?", (), verplicht="Kies over wie het gaat.")

    def fill_wie(self, mensen: Iterable[Lijstrij]) -> None:
        self.wie.choices = [SelectChoice(value=rij.id, label=rij.regel.noemnaam) for rij in mensen]
