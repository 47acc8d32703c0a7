"""A question about a notitie, and the answer."""

from leefgebieden.web.forms.basis import Formulier, FormulierMetId, vak


class NavraagFormulier(FormulierMetId):
    tekst = vak("Wat wil je hierover vragen?", verplicht="Schrijf je vraag op.", hooguit=600)


class AntwoordFormulier(Formulier):
    tekst = vak("Wat is je antwoord?", verplicht="Schrijf een antwoord op.", hooguit=2_000)
