"""A group that learns: its name and course, joining it, handing in and giving words back."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are of 3.2
from wtforms.validators import Optional

from leefgebieden.content.model import Cursus
from leefgebieden.domain.leergroep import Bijeenkomst, Leergroep
from leefgebieden.web.forms.basis import Formulier, FormulierMetId, datum, keuze, regel, vak
from leefgebieden.web.forms.beheer import WelkomFormulier, check_email
from leefgebieden.web.forms.versie import FormulierMetVersie

LEEG = "leeg"
NAAM = "Hoe heet de groep?"
DOCENT, GROEP = "docent", "groep"


class NieuweGroepFormulier(FormulierMetId):
    naam = regel(NAAM, verplicht="Geef de groep een naam, zoals jaar 2, maandag.", hooguit=80)
    van = SelectField("Neem de cursus over van", validators=[Optional()])

    def offer_groepen(self, groepen: Sequence[Leergroep]) -> None:
        """Let the course be copied from one of these."""
        self.van.choices = [
            SelectChoice(value=LEEG, label="niets: begin met de zeven dagdelen"),
            *(SelectChoice(value=groep.id, label=groep.naam) for groep in groepen),
        ]


class _Cursusplan(FormulierMetVersie):
    naam = regel(NAAM, verplicht="Geef de groep een naam.", hooguit=80)

    keys: Sequence[str] = ()

    def read_bijeenkomsten(self) -> dict[str, Bijeenkomst]:
        """What was planned, by dagdeel. Only after validation."""
        gepland = {}
        for nummer, key in enumerate(self.keys):
            dag: date | None = self[f"dag_{nummer}"].data
            gepland[key] = Bijeenkomst(key, dag, self[f"erbij_{nummer}"].data or "")
        return gepland


def make_cursusplan(cursus: Cursus, **velden: Any) -> Any:
    """The form with the name and, for each dagdeel, its day and what the group has to know."""
    per_dagdeel: dict[str, Any] = {"keys": tuple(cursus.per_key)}
    for nummer, dagdeel in enumerate(cursus.dagdelen):
        per_dagdeel[f"dag_{nummer}"] = datum(f"Dagdeel {nummer + 1}: {dagdeel.thema}")
        per_dagdeel[f"erbij_{nummer}"] = vak(f"Wat moet de groep weten voor dagdeel {nummer + 1}?", hooguit=1_000)
    return type("CursusplanFormulier", (_Cursusplan,), per_dagdeel)(**velden)


def to_fields(groep: Leergroep, cursus: Cursus) -> dict[str, Any]:
    """What the form shows of a group."""
    velden: dict[str, Any] = {"naam": groep.naam}
    for nummer, key in enumerate(cursus.per_key):
        bijeenkomst = groep.find_bijeenkomst(key)
        velden |= {f"dag_{nummer}": bijeenkomst.dag, f"erbij_{nummer}": bijeenkomst.erbij}
    return velden


class NieuwLidFormulier(WelkomFormulier):
    email = regel("E-mail", verplicht="Vul je e-mailadres in.", hooguit=254)

    def validate_email(self, veld: Any) -> None:
        check_email(self, veld)


class InleverFormulier(FormulierMetId):
    groep = keuze("Bij welke groep?", (), verplicht="Kies een groep.")
    wie = keuze(
        "Wie mag het lezen?", [(DOCENT, "Alleen de docent"), (GROEP, "De docent en de groep")], standaard=DOCENT
    )

    def offer_groepen(self, groepen: Sequence[Leergroep]) -> None:
        """Let it be handed in to one of these."""
        self.groep.choices = [SelectChoice(value=groep.id, label=groep.naam) for groep in groepen]
        if len(groepen) == 1:
            self.groep.data, self.groep.raw_data = groepen[0].id, [groepen[0].id]


class TerugFormulier(Formulier):
    tekst = vak("Wat geef je terug?", verplicht="Schrijf een paar woorden.", hooguit=2_000)
