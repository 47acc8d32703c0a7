"""An afspraak, what became of it, and who guards the planning."""

from wtforms import Field, HiddenField
from wtforms.validators import ValidationError

from leefgebieden.domain.afspraak import WieSoort
from leefgebieden.web.forms.basis import Formulier, FormulierMetId, datum, keuze, regel, vak
from leefgebieden.web.forms.versie import FormulierMetVersie

NIEMAND = "niemand"
WIE = [
    (WieSoort.PERSOON, "de persoon zelf"),
    (WieSoort.NETWERK, "iemand uit het netwerk"),
    (WieSoort.MEDEWERKER, "een medewerker"),
    (WieSoort.INSTANTIE, "een instantie"),
    (NIEMAND, "nog niemand"),
]
"""In the order of the vragenlijst: what somebody can do, and who is around, comes before institutions."""


class _Afspraak(Formulier):
    wat = regel("Wat?", verplicht="Schrijf op wat jullie afspreken. Eén kleine stap is genoeg.", hooguit=90)
    wie = keuze("Wie?", WIE)
    wie_naam = regel("Welke naam?", hooguit=80)
    uiterlijk = datum("Wanneer?")
    bewaker = regel("Wie let hierop?", hooguit=80)
    inschatting = vak("Wat schat je in?", hooguit=1_000)

    def validate_wie_naam(self, veld: Field) -> None:
        if self.wie.data in (None, "", NIEMAND):
            raise ValidationError("Er staat een naam. Kies erboven ook wie dit is.")


class NieuweAfspraakFormulier(FormulierMetId, _Afspraak):
    """A new one. `kanaal` is the way it came about; the term depends on it."""

    kanaal = HiddenField()


class AfspraakFormulier(FormulierMetVersie, _Afspraak):
    """One that was made before."""


class AfloopFormulier(FormulierMetVersie):
    """What became of it."""

    gedaan = keuze("Is het gedaan?", [("ja", "Ja"), ("nee", "Nee")], verplicht="Kies of het gedaan is.")
    wat_gebeurde = vak("Wat gebeurde er?", hooguit=1_000)


class BewakerFormulier(Formulier):
    """Who guards what nobody guards yet."""

    bewaker = regel("Wie let op deze planning?", verplicht="Vul in wie op deze planning let.", hooguit=80)
