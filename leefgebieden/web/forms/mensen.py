"""A new contact, and finding somebody."""

from wtforms import SearchField

from leefgebieden.content.model import Kanaal
from leefgebieden.domain.casus import NAAM_HOOGUIT
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


class ZoekFormulier(Formulier):
    naam = SearchField("Zoek op naam")
