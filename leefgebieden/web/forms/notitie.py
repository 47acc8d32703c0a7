"""A notitie: only words are needed."""

from collections.abc import Iterable

from wtforms import BooleanField, HiddenField, RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are of 3.2

from leefgebieden.domain.notitie import FORM_HOOGUIT, KORTE_ZIN_HOOGUIT, OpA4, VanWie, Wanneer, Wat
from leefgebieden.store.casus import Lijstrij
from leefgebieden.web.forms.basis import Formulier, FormulierMetId, VersieVeld, keuze, meer, regel, vak
from leefgebieden.web.huis import get_context

VAN_WIE = [(VanWie.ZELF, "zegt zelf"), (VanWie.GEZIEN, "zie ik"), (VanWie.ANDER, "een ander")]
WANNEER = [(Wanneer.NU, "nu"), (Wanneer.WENS, "nodig of wens"), (Wanneer.VROEGER, "vroeger")]
WAT = [(Wat.KRACHT, "kracht"), (Wat.LASTIG, "lastig"), (Wat.VERKLAART, "verklaart")]
LABELS = [("van_wie", "Van wie?", VAN_WIE), ("wanneer", "Wanneer?", WANNEER), ("wat", "Wat?", WAT)]
"""The three rows of chips: the name of the field, its legend, and the choices."""
OP_A4 = [(OpA4.AUTO, "Als het past"), (OpA4.JA, "Ja, altijd"), (OpA4.NEE, "Nee")]


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


class VerplaatsFormulier(Formulier):
    """With whom a notitie belongs."""

    wie = keuze("Bij wie hoort hij?", (), verplicht="Kies bij wie de notitie hoort.")

    def fill_wie(self, mensen: Iterable[Lijstrij]) -> None:
        self.wie.choices = [SelectChoice(value=rij.id, label=rij.regel.noemnaam) for rij in mensen]


class NotitieFormulier(FormulierMetId, _Labels):
    """A new notitie. `vraag` is the question it answers, if it answers one."""

    vraag = HiddenField()


class WijzigFormulier(_Labels):
    """Changing one: also the short sentence for the A4, and whether it goes on it."""

    versie = VersieVeld()
    korte_zin = regel("Korte zin voor de A4", hooguit=KORTE_ZIN_HOOGUIT)
    op_a4 = RadioField(
        "Op de A4?", choices=[SelectChoice(value=w.value, label=t) for w, t in OP_A4], default=OpA4.AUTO.value
    )
