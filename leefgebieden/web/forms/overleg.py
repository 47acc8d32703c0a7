"""An overleg: when and who, what somebody says, and what was decided."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from wtforms import BooleanField, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are of 3.2
from wtforms.validators import Optional

from leefgebieden.domain.datum import make_moment, split_moment
from leefgebieden.domain.overleg import MINUTEN, Deelnemer, Kant, Overleg
from leefgebieden.domain.vorm import Id
from leefgebieden.store.medewerker import Medewerker
from leefgebieden.web.forms.afspraken import WIE
from leefgebieden.web.forms.basis import Formulier, FormulierMetId, datum, keuze, regel, vak
from leefgebieden.web.forms.gesprek import Tijdveld
from leefgebieden.web.forms.versie import FormulierMetVersie

KANTEN = [(Kant.VOOR, "voor"), (Kant.TEGEN, "tegen")]
GEEN_DILEMMA = "geen"


class _Overleg(Formulier):
    dag = datum("Welke dag?", verplicht="Kies een dag.")
    tijd = Tijdveld("Hoe laat?")
    plaats = regel("Waar?", hooguit=120)
    minuten = regel("Minuten per persoon", verplicht="Vul een getal in, zoals 20.", hooguit=4)
    team = keuze("Van welk team?", ())
    ook = regel("Wie komt er nog meer?", hooguit=300)

    wie: Sequence[Medewerker] = ()

    def validate(self, extra_validators: Any = None) -> bool:
        goed: bool = super().validate(extra_validators)
        if self.tijd.data is None and not self.tijd.errors:
            self.tijd.errors = ["Vul een tijd in. Ongeveer is goed."]
            goed = False
        return goed

    def validate_minuten(self, veld: Any) -> None:
        getal = veld.data or ""
        if not (getal.isascii() and getal.isdigit() and 1 <= int(getal) <= 240):
            veld.errors = [*veld.errors, "Vul een getal in van 1 tot en met 240."]

    @property
    def begint_op(self) -> datetime:
        """The moment, in UTC. Only after validation."""
        assert self.dag.data is not None
        assert self.tijd.data is not None
        return make_moment(self.dag.data, self.tijd.data)

    def read_deelnemers(self) -> tuple[Deelnemer, ...]:
        """Who was ticked, each with the organisation that was typed with it."""
        return tuple(
            Deelnemer(Id(een.id), een.naam, self[_organisatie_of(een.id)].data or "")
            for een in self.wie
            if self[name_erbij(een.id)].data
        )

    def list_keuzes(self) -> list[tuple[BooleanField, StringField]]:
        """Per person the tick and the organisation."""
        return [(self[name_erbij(een.id)], self[_organisatie_of(een.id)]) for een in self.wie]


def make_formulier(
    soort: str, kandidaten: Sequence[Medewerker], teams: Sequence[tuple[str, str]], **velden: Any
) -> Any:
    """The form to plan ("nieuw") or to change ("wijzig") an overleg, with two fields for each who may be asked."""
    basis = FormulierMetId if soort == "nieuw" else FormulierMetVersie
    erbij = {name_erbij(een.id): BooleanField(een.naam) for een in kandidaten}
    organisatie = {
        _organisatie_of(een.id): regel(f"Organisatie van {een.naam}, als dat een andere is", hooguit=120)
        for een in kandidaten
    }
    vorm = type("OverlegFormulier", (basis, _Overleg), {**erbij, **organisatie, "wie": tuple(kandidaten)})
    form = vorm(**{"minuten": str(MINUTEN), **velden})
    form.team.choices = [SelectChoice(value=team_id, label=naam) for team_id, naam in teams]
    if len(teams) == 1:
        form.team.data = form.team.data or teams[0][0]
    return form


def to_fields(overleg: Overleg) -> dict[str, Any]:
    """What the form shows of an overleg."""
    dag, tijd = split_moment(overleg.begint_op)
    velden: dict[str, Any] = {
        "dag": dag,
        "tijd": tijd,
        "plaats": overleg.plaats,
        "minuten": str(overleg.minuten),
        "ook": overleg.ook,
    }
    for een in overleg.deelnemers:
        velden |= {name_erbij(een.id): True, _organisatie_of(een.id): een.organisatie}
    return velden


def name_erbij(medewerker_id: str) -> str:
    """The name of the tick of this medewerker."""
    return f"erbij_{medewerker_id.replace('-', '')}"


def _organisatie_of(medewerker_id: str) -> str:
    return f"organisatie_{medewerker_id.replace('-', '')}"


class AgendaFormulier(FormulierMetId):
    vraag = regel("Onze vraag aan jullie", hooguit=95)


class BijdrageFormulier(FormulierMetId):
    tekst = vak("Wat wil je zeggen?", verplicht="Schrijf eerst iets op.", hooguit=1_000)
    bij = keuze("Waar gaat dit over?", ())
    kant = keuze("Voor of tegen?", KANTEN)
    leunt_op = SelectField("Waar leunt dit op?", validators=[Optional()])


class DilemmaFormulier(FormulierMetId):
    tekst = vak("Welke vraag ligt er?", verplicht="Schrijf de vraag op.", hooguit=1_000)


class BesluitFormulier(FormulierMetId):
    wat = regel("Wat besluiten we?", verplicht="Schrijf op wat jullie besluiten.", hooguit=200)
    bij = keuze("Bij welke vraag?", ())
    reden = vak("Waarom?", hooguit=1_000)
    achter = regel("Wie staan erachter?", hooguit=300)
    anders = vak("Wie ziet het anders, en waarom?", hooguit=1_000)
    afspraak = regel("Welke afspraak volgt hieruit?", hooguit=90)
    wie = keuze("Wie doet het?", WIE)
    wie_naam = regel("Welke naam?", hooguit=80)
    uiterlijk = datum("Wanneer?")
    bewaker = regel("Wie let hierop?", hooguit=80)
    vertellen = regel("Wat vertellen we aan de persoon?", hooguit=300)
    verteller = regel("Wie vertelt het?", hooguit=80)
    verteld_op = datum("Wanneer vertellen we het?")


def offer(veld: Any, keuzes: Sequence[tuple[str, str]], geen: str) -> None:
    """Let a field offer these, with a first choice that means none of them."""
    veld.choices = [SelectChoice(value="", label=geen), *(SelectChoice(value=v, label=t) for v, t in keuzes)]
