"""What is known of the person, and why the work with him ends."""

from typing import Any

from wtforms import BooleanField, IntegerField
from wtforms.validators import Optional, ValidationError

from leefgebieden.domain.bewaren import Bewaargrond
from leefgebieden.domain.casus import NAAM_HOOGUIT
from leefgebieden.domain.spoed import Haast
from leefgebieden.web.formats import KANALEN
from leefgebieden.web.forms.basis import Formulier, datum, keuze, meer, regel, vak
from leefgebieden.web.forms.versie import FormulierMetVersie

OUDST = 120
BEWAREN = [(Bewaargrond.OUTREACH, "Nee"), (Bewaargrond.WMO, "Ja, Wmo"), (Bewaargrond.JEUGDWET, "Ja, Jeugdwet")]
LEEFTIJD_FOUT = "Schrijf de leeftijd in cijfers, zoals 62."


class _Leeftijd(IntegerField):
    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(LEEFTIJD_FOUT) from None


def _check_leeftijd(form: Any, veld: Any) -> None:
    if veld.data is None or not 0 <= veld.data <= OUDST:
        raise ValidationError(LEEFTIJD_FOUT)


class GegevensFormulier(FormulierMetVersie):
    naam = regel("Naam", verplicht="Vul een naam in. Een schuilnaam mag ook.", hooguit=NAAM_HOOGUIT)
    roepnaam = regel("Hoe noem je deze persoon?", hooguit=NAAM_HOOGUIT)
    schuilnaam = regel("Schuilnaam", hooguit=NAAM_HOOGUIT)
    leeftijd = _Leeftijd("Leeftijd", validators=[Optional(), _check_leeftijd])
    in_een_zin = regel("In één zin", hooguit=120)
    kanaal = keuze("Hoe kwam het binnen?", KANALEN.items(), verplicht="Kies hoe het binnenkwam.")
    bereik = vak("Hoe bereik je deze persoon?", hooguit=1_000)
    let_op = vak("Waar let je op bij een bezoek?", hooguit=1_000)
    haast = meer("Is er haast bij?", [(haast, haast.value) for haast in Haast])
    bewaren = keuze("Is er een melding onder een wet?", BEWAREN, standaard=Bewaargrond.OUTREACH.value)


class WmoFormulier(FormulierMetVersie):
    gemeld_op = datum("Wanneer was de melding?", verplicht="Vul de dag van de melding in.")
    plan_op = datum("Wanneer kwam er een eigen plan?")
    onderzocht_op = datum("Wanneer was het onderzoek klaar?")
    aangevraagd_op = datum("Wanneer kwam er een aanvraag?")
    besloten_op = datum("Wanneer is erover besloten?")
    ondersteuning_gewezen = BooleanField("We wezen op gratis onafhankelijke ondersteuning")
    verslag_gegeven = BooleanField("We gaven het verslag op papier")
    opmerking = regel("Wil je er iets bij schrijven?", hooguit=300)


class AfsluitFormulier(Formulier):
    reden = vak("Waarom stop je?", verplicht="Schrijf op waarom je stopt. Een paar woorden is genoeg.", hooguit=1_000)
