"""A story that a docent writes: what it is, its text in pieces, and its questions with the views of others."""

from collections.abc import Sequence
from typing import Any

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are of 3.2
from wtforms.validators import Optional, ValidationError

from leefgebieden.content.model import Fragment, Keerpunt, Zienswijze
from leefgebieden.domain.eigen_verhaal import STUKKEN_HOOGUIT, TEKST_HOOGUIT, read_stukken
from leefgebieden.domain.leergroep import Leergroep
from leefgebieden.domain.tekst import to_one_line
from leefgebieden.web.formats import KANALEN
from leefgebieden.web.forms.basis import Formulier, FormulierMetId, keuze, meer, regel, vak
from leefgebieden.web.forms.versie import FormulierMetVersie

STEMMEN = (1, 2, 3)
"""So many views a question may have; the first two are needed."""


class _Verhaal(Formulier):
    titel = regel("Hoe heet het verhaal?", verplicht="Geef het verhaal een titel.", hooguit=80)
    naam = regel("Over wie gaat het?", verplicht="Geef de persoon een naam die niet bestaat.", hooguit=40)
    kanaal = keuze("Hoe komt het binnen?", KANALEN.items(), verplicht="Kies hoe het binnenkomt.")
    wanneer = regel("In één zin: wat gebeurt er?", verplicht="Schrijf in één zin wat er gebeurt.", hooguit=200)
    tekst = vak("Het verhaal, in stukken", verplicht="Schrijf minstens één stuk.", hooguit=TEKST_HOOGUIT)

    def validate_tekst(self, veld: Any) -> None:
        stukken = read_stukken(veld.data or "")
        if not stukken:
            raise ValidationError("Onder de titel van een stuk hoort tekst te staan.")
        if len(stukken) > STUKKEN_HOOGUIT:
            raise ValidationError(f"Er zijn {len(stukken)} stukken. Er passen er {STUKKEN_HOOGUIT}.")


class NieuwVerhaalFormulier(FormulierMetId, _Verhaal):
    pass


class VerhaalFormulier(FormulierMetVersie, _Verhaal):
    pass


class _Keerpunt(FormulierMetVersie):
    titel = regel("Korte titel", verplicht="Geef de vraag een korte titel.", hooguit=80)
    na = SelectField("Na welk stuk komt de vraag?", validators=[Optional()])
    aanloop = vak("Wat gebeurt er vlak voor de vraag?", hooguit=2_000)
    vraag = vak("De vraag", verplicht="Schrijf de vraag op.", hooguit=500)

    def offer_stukken(self, fragmenten: Sequence[Fragment]) -> None:
        """Let the question come after one of these pieces; the last one when nothing is chosen."""
        self.na.choices = [SelectChoice(value=een.key, label=een.titel) for een in fragmenten]
        self.na.data = self.na.data or (fragmenten[-1].key if fragmenten else None)

    def offer_steunen(self, steunen: Sequence[tuple[str, str]]) -> None:
        """Let a view lean on one of these."""
        keuzes = [SelectChoice(value="", label="niets in het bijzonder")]
        keuzes += [SelectChoice(value=waarde, label=tekst) for waarde, tekst in steunen]
        for nummer in STEMMEN:
            self[f"leunt_op_{nummer}"].choices = keuzes

    def validate(self, extra_validators: Any = None) -> bool:
        goed: bool = super().validate(extra_validators)
        for nummer in STEMMEN:
            wie, standpunt = self[f"wie_{nummer}"], self[f"standpunt_{nummer}"]
            nodig = nummer < STEMMEN[-1] or any(
                self[f"{veld}_{nummer}"].data for veld in ("wie", "standpunt", "argumenten")
            )
            for veld, zin in ((wie, "Schrijf op wie dit vindt."), (standpunt, "Schrijf op wat die vindt.")):
                if nodig and not veld.data and not veld.errors:
                    veld.errors = [zin]
                    goed = False
        return goed

    def read_keerpunt(self, key: str) -> Keerpunt:
        """The question as it was typed. Only after validation."""
        return Keerpunt(
            key=key,
            na=self.na.data or "",
            titel=self.titel.data or "",
            vraag=to_one_line(self.vraag.data or ""),
            zienswijzen=tuple(self._read_zienswijze(nummer) for nummer in STEMMEN if self[f"wie_{nummer}"].data),
            aanloop=_read_regels(self.aanloop.data),
        )

    def _read_zienswijze(self, nummer: int) -> Zienswijze:
        return Zienswijze(
            wie=self[f"wie_{nummer}"].data,
            standpunt=self[f"standpunt_{nummer}"].data,
            argumenten=_read_regels(self[f"argumenten_{nummer}"].data),
            leunt_op=self[f"leunt_op_{nummer}"].data or "",
        )


KeerpuntFormulier: Any = type(
    "KeerpuntFormulier",
    (_Keerpunt,),
    {
        naam: veld
        for nummer in STEMMEN
        for naam, veld in (
            (f"wie_{nummer}", regel("Wie vindt dit?", hooguit=80)),
            (f"standpunt_{nummer}", regel("Wat vindt die?", hooguit=200)),
            (f"argumenten_{nummer}", vak("Waarom? Op elke regel één argument.", hooguit=2_000)),
            (f"leunt_op_{nummer}", SelectField("Waar leunt dit op?", validators=[Optional()])),
        )
    },
)
"""A question with room for three views; a field name ends in the number of its view."""


class GroepenFormulier(Formulier):
    groepen = meer("Welke groepen mogen dit verhaal spelen?", ())

    def offer_groepen(self, groepen: Sequence[Leergroep]) -> None:
        """Let it be given to some of these."""
        self.groepen.choices = [SelectChoice(value=groep.id, label=groep.naam) for groep in groepen]


def to_fields(punt: Keerpunt) -> dict[str, Any]:
    """What the form shows of a question."""
    velden: dict[str, Any] = {
        "titel": punt.titel,
        "na": punt.na,
        "aanloop": "\n".join(punt.aanloop),
        "vraag": punt.vraag,
    }
    for nummer, wijze in zip(STEMMEN, punt.zienswijzen, strict=False):
        velden |= {
            f"wie_{nummer}": wijze.wie,
            f"standpunt_{nummer}": wijze.standpunt,
            f"argumenten_{nummer}": "\n".join(wijze.argumenten),
            f"leunt_op_{nummer}": wijze.leunt_op,
        }
    return velden


def _read_regels(tekst: str | None) -> tuple[str, ...]:
    return tuple(regel_ for regel_ in map(to_one_line, (tekst or "").split("\n")) if regel_)
