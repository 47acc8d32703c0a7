"""A notitie: only words are needed."""

from collections.abc import Iterable
from typing import Any

from wtforms import BooleanField, Field, HiddenField, RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are of 3.2
from wtforms.validators import ValidationError

from leefgebieden.domain.notitie import (
    FORM_HOOGUIT,
    KORTE_ZIN_HOOGUIT,
    SCHAAL_HOOGUIT,
    OpA4,
    Schaal,
    VanWie,
    Wanneer,
    Wat,
)
from leefgebieden.domain.toen import WOORD_HOOGUIT, GeenMoment, Toen, check_toen, read_deel, write_deel
from leefgebieden.store.casus import Lijstrij
from leefgebieden.web.forms.basis import Formulier, FormulierMetId, VersieVeld, keuze, meer, regel, vak
from leefgebieden.web.huis import get_context

VAN_WIE = [(VanWie.ZELF, "zegt zelf"), (VanWie.GEZIEN, "zie ik"), (VanWie.ANDER, "een ander")]
WANNEER = [(Wanneer.NU, "nu"), (Wanneer.WENS, "nodig of wens"), (Wanneer.VROEGER, "vroeger")]
WAT = [(Wat.KRACHT, "kracht"), (Wat.LASTIG, "lastig"), (Wat.VERKLAART, "verklaart")]
LABELS = [("van_wie", "Van wie?", VAN_WIE), ("wanneer", "Wanneer?", WANNEER), ("wat", "Wat?", WAT)]
"""The three rows of chips: the name of the field, its legend, and the choices."""
OP_A4 = [(OpA4.AUTO, "Als het past"), (OpA4.JA, "Ja, altijd"), (OpA4.NEE, "Nee")]


WIE_CIJFER = [(VanWie.ZELF, "de persoon zelf"), (VanWie.GEZIEN, "ik"), (VanWie.ANDER, "iemand anders")]
CIJFERS = [("", "geen cijfer"), *((str(cijfer), str(cijfer)) for cijfer in range(11))]


class Plaatsing(Formulier):
    """Where something belongs on the card."""

    plaatsen = meer("Waar hoort het bij?", ())

    def fill_plaatsen(self) -> None:
        """The places of the card, leefgebied first and its deelgebieden after it."""
        kaart = get_context().content.kaart
        self.plaatsen.choices = [
            SelectChoice(value=key, label=kaart.naam_of(key))
            for leefgebied in kaart.leefgebieden
            for key in (leefgebied.key, *(deelgebied.key for deelgebied in leefgebied.deelgebieden))
        ]


class _Labels(Plaatsing):
    tekst = vak("Wat hoor je of zie je?", verplicht="Schrijf eerst iets op. Eén woord is genoeg.", hooguit=FORM_HOOGUIT)
    van_wie = meer("Van wie?", VAN_WIE)
    wanneer = meer("Wanneer?", WANNEER)
    wat = meer("Wat?", WAT)
    afgeschermd = BooleanField("Alleen ik en wie met deze persoon werkt lezen dit")
    over_ander = BooleanField("Dit gaat over iemand anders")


class _Schaal(Formulier):
    """A number from 0 to 10 beside the words, if the person or the worker gives one."""

    schaal_waarover = regel("Waarover gaat het cijfer?", hooguit=SCHAAL_HOOGUIT)
    schaal_cijfer = keuze("Welk cijfer van 0 tot en met 10?", CIJFERS)
    schaal_wie = keuze("Wie zegt dit cijfer?", WIE_CIJFER)
    schaal_niet_lager = regel("Wat maakt dat het geen lager cijfer is?", hooguit=SCHAAL_HOOGUIT)
    schaal_stap_hoger = regel("Hoe ziet één stap hoger eruit?", hooguit=SCHAAL_HOOGUIT)

    def validate_schaal_cijfer(self, veld: Field) -> None:
        if veld.data and not self.schaal_wie.data:
            raise ValidationError("Kies ook wie dit cijfer zegt. De app vult dat niet voor je in.")

    def validate_schaal_waarover(self, veld: Field) -> None:
        if veld.data and not self.schaal_cijfer.data:
            raise ValidationError("Kies ook een cijfer, of maak de velden bij het cijfer leeg.")

    validate_schaal_niet_lager = validate_schaal_stap_hoger = validate_schaal_waarover

    def get_schaal(self) -> Schaal | None:
        """What was filled in; None without a number. Only after validation."""
        if not self.schaal_cijfer.data:
            return None
        return Schaal(
            van_wie=VanWie(self.schaal_wie.data),
            cijfer=int(self.schaal_cijfer.data),
            waarover=self.schaal_waarover.data or "",
            niet_lager=self.schaal_niet_lager.data or "",
            stap_hoger=self.schaal_stap_hoger.data or "",
        )


class _Toen(Formulier):
    """When it was, as exact as it is known."""

    toen_van = regel("Wanneer was dat?", hooguit=40)
    toen_tot = regel("Tot wanneer?", hooguit=40)
    toen_woord = regel("In een paar woorden, voor de tijdlijn", hooguit=WOORD_HOOGUIT)
    toen_loopt = BooleanField("Het is nog steeds zo")
    toen_ongeveer = BooleanField("We weten het niet precies")

    def validate(self, extra_validators: Any = None) -> bool:
        goed: bool = super().validate(extra_validators)
        if not self.toen_van.data and any(
            veld.data for veld in (self.toen_tot, self.toen_woord, self.toen_loopt, self.toen_ongeveer)
        ):
            self.toen_van.errors = ["Schrijf ook op wanneer dit was of begon. Een jaar is genoeg."]
            goed = False
        return goed

    def validate_toen_van(self, veld: Field) -> None:
        _check_deel(veld)

    def validate_toen_tot(self, veld: Field) -> None:
        _check_deel(veld)
        try:
            toen = self.get_toen()
        except GeenMoment:
            return  # the field that is wrong says so
        if toen is not None and check_toen(toen):
            raise ValidationError("Dit ligt voor het begin. Kijk nog even naar de twee.")

    def get_toen(self) -> Toen | None:
        """What was filled in; None when nothing was. Raises GeenMoment before validation."""
        if not self.toen_van.data:
            return None
        tot = read_deel(self.toen_tot.data) if self.toen_tot.data else ""
        loopt = bool(self.toen_loopt.data) and not tot
        return Toen(
            read_deel(self.toen_van.data),
            tot,
            loopt=loopt,
            ongeveer=bool(self.toen_ongeveer.data),
            woord=self.toen_woord.data or "",
        )


def _check_deel(veld: Field) -> None:
    try:
        if veld.data:
            read_deel(veld.data)
    except GeenMoment:
        raise ValidationError(
            "Dit kennen we niet. Schrijf een jaar, een maand of een dag: 2025, juni 2025 of 3-6-2025."
        ) from None


def fill_toen(toen: Toen | None) -> dict[str, object]:
    """The values of these fields for a notitie that has this."""
    if toen is None:
        return {}
    return {
        "toen_van": write_deel(toen.van),
        "toen_tot": write_deel(toen.tot) if toen.tot else "",
        "toen_woord": toen.woord,
        "toen_loopt": toen.loopt,
        "toen_ongeveer": toen.ongeveer,
    }


def fill_schaal(schaal: Schaal | None) -> dict[str, str]:
    """The values of these fields for a notitie that has this."""
    if schaal is None:
        return {}
    return {
        "schaal_waarover": schaal.waarover,
        "schaal_cijfer": str(schaal.cijfer),
        "schaal_wie": schaal.van_wie.value,
        "schaal_niet_lager": schaal.niet_lager,
        "schaal_stap_hoger": schaal.stap_hoger,
    }


class VerplaatsFormulier(Formulier):
    """With whom a notitie belongs."""

    wie = keuze("Bij wie hoort hij?", (), verplicht="Kies bij wie de notitie hoort.")

    def fill_wie(self, mensen: Iterable[Lijstrij]) -> None:
        self.wie.choices = [SelectChoice(value=rij.id, label=rij.regel.noemnaam) for rij in mensen]


class NotitieFormulier(FormulierMetId, _Labels):
    """A new notitie. `vraag` is the question it answers, if it answers one."""

    vraag = HiddenField()

    def get_schaal(self) -> Schaal | None:
        """None: most forms ask for words only."""
        return None

    def get_toen(self) -> Toen | None:
        """None, likewise."""
        return None


class NieuweNotitieFormulier(_Schaal, _Toen, NotitieFormulier):
    """A new notitie on a page of its own, where there is room for a number as well."""


class WijzigFormulier(_Schaal, _Toen, _Labels):
    """Changing one: also the short sentence for the A4, and whether it goes on it."""

    versie = VersieVeld()
    korte_zin = regel("Korte zin voor de A4", hooguit=KORTE_ZIN_HOOGUIT)
    op_a4 = RadioField(
        "Op de A4?", choices=[SelectChoice(value=w.value, label=t) for w, t in OP_A4], default=OpA4.AUTO.value
    )
