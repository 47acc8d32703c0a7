"""A new contact, and finding somebody."""

from collections.abc import Iterable

from wtforms import SearchField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are of 3.2
from wtforms.validators import InputRequired

from leefgebieden.content.model import Kanaal
from leefgebieden.domain.casus import NAAM_HOOGUIT
from leefgebieden.store.team import Team
from leefgebieden.web.formats import KANALEN
from leefgebieden.web.forms.basis import Formulier, FormulierMetId, keuze, regel


class NieuwFormulier(FormulierMetId):
    """Nothing else is asked: no date of birth, no number, no address."""

    naam = regel(
        "Hoe noem je deze persoon?", verplicht="Vul een naam in. Een schuilnaam mag ook.", hooguit=NAAM_HOOGUIT
    )
    kanaal = keuze(
        "Hoe kwam het binnen?", [(k.value, KANALEN[k]) for k in Kanaal], verplicht="Kies hoe het binnenkwam."
    )
    team = keuze("Voor welk team?", ())

    def fill_teams(self, teams: Iterable[Team]) -> None:
        """The teams of who fills it in; with one there is nothing to choose."""
        self.team.choices = [SelectChoice(value=team.id, label=team.naam) for team in teams]
        if len(self.team.choices) > 1:
            self.team.validators = [InputRequired("Kies voor welk team.")]


class ZoekFormulier(Formulier):
    naam = SearchField("Zoek op naam")
