"""What a worker chooses for the A4: its words, which name stands on it, and whether the person has read it."""

from collections.abc import Sequence
from typing import Any

from wtforms import HiddenField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are of 3.2

from leefgebieden.domain.casus import A4Keuzes, Casus, Namen
from leefgebieden.domain.namen import write_initialen
from leefgebieden.domain.samenvatting import Gelezen
from leefgebieden.domain.tekst import to_one_line
from leefgebieden.web.forms.basis import FormulierMetId, keuze, regel, vak
from leefgebieden.web.forms.versie import FormulierMetVersie

GELEZEN = [(Gelezen.JA_SAMEN, "ja, samen"), (Gelezen.NOG_NIET, "nog niet"), (Gelezen.WIL_NIET, "wil niet")]
NAMEN = [(Namen.VOLUIT, "Voluit"), (Namen.INITIALEN, "Initialen"), (Namen.SCHUILNAAM, "Schuilnaam")]


class A4Formulier(FormulierMetId, FormulierMetVersie):
    """The page *Klopt deze A4?*. The words may stay empty: then the proposal is taken."""

    namen = keuze("Welke naam staat erop?", NAMEN, standaard=Namen.INITIALEN.value)
    reden = regel("Waarom de hele naam?", hooguit=200)
    gelezen = keuze("Is dit gelezen?", GELEZEN, standaard=Gelezen.NOG_NIET.value)
    vraag_aan_team = regel("Onze vraag aan jullie", hooguit=95)
    eigen_woorden = vak("Eigen woorden", hooguit=300)
    wat_wil = vak("Wat wil deze persoon?", hooguit=200)
    letten_op_1 = regel("Hier letten we nu op: eerste", hooguit=60)
    letten_op_2 = regel("Hier letten we nu op: tweede", hooguit=60)
    letten_op_3 = regel("Hier letten we nu op: derde", hooguit=60)

    def fill_namen(self, casus: Casus) -> None:
        """The names that there are; a schuilnaam only when there is one."""
        self.namen.choices = [
            SelectChoice(value=namen.value, label=tekst)
            for namen, tekst in NAMEN
            if namen is not Namen.SCHUILNAAM or casus.schuilnaam.strip()
        ]

    def name_person(self, casus: Casus) -> None:
        """Put the person's own names in the labels: only for a page that marks them as typed words."""
        namen = {Namen.VOLUIT: casus.naam, Namen.INITIALEN: write_initialen(casus.naam)}
        if casus.schuilnaam.strip():
            namen[Namen.SCHUILNAAM] = casus.schuilnaam
        self.namen.choices = [
            SelectChoice(value=soort.value, label=f"{tekst}: {namen[soort]}")
            for soort, tekst in NAMEN
            if soort in namen
        ]
        self.gelezen.label.text = f"Heeft {casus.noemnaam} dit gelezen?"
        self.wat_wil.label.text = f"Wat wil {casus.noemnaam}?"
        self.eigen_woorden.label.text = f"{casus.noemnaam} zelf"

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides each field: the whole name asks why."""
        goed = bool(super().validate(extra_validators))
        if self.namen.data == Namen.VOLUIT and not self.reden.data:
            self.reden.errors = ["Schrijf op waarom de hele naam erop moet. Dat bewaren we."]
            return False
        return goed

    def read_keuzes(self, eigen: A4Keuzes, voorstel: A4Keuzes) -> A4Keuzes:
        """What was chosen. A field that still says what was proposed is no choice: it may follow the notities."""

        def read(veld: str) -> str:
            woorden = getattr(self, veld).data or ""
            was, voor = getattr(eigen, veld), getattr(voorstel, veld)
            return "" if not was.strip() and to_one_line(woorden) == to_one_line(voor) else woorden

        # the same thing to mind twice is one thing
        letten_op = tuple(dict.fromkeys(filter(None, (veld.data for veld in self.letten_op))))
        return A4Keuzes(
            eigen_woorden=read("eigen_woorden"),
            wat_wil=read("wat_wil"),
            letten_op=() if not eigen.letten_op and letten_op == voorstel.letten_op else letten_op,
            vraag_aan_team=read("vraag_aan_team"),
        )

    @property
    def letten_op(self) -> Sequence[Any]:
        """The fields of the three things to mind."""
        return (self.letten_op_1, self.letten_op_2, self.letten_op_3)


class MaakFormulier(FormulierMetId):
    """Making the A4 that was looked at just now."""

    namen = HiddenField()
    gelezen = HiddenField()


def to_fields(keuzes: A4Keuzes) -> dict[str, str]:
    """The words of the A4 as fields of the form."""
    punten = (*keuzes.letten_op, "", "", "")
    return {
        "eigen_woorden": keuzes.eigen_woorden,
        "wat_wil": keuzes.wat_wil,
        "vraag_aan_team": keuzes.vraag_aan_team,
        **{f"letten_op_{nr}": punten[nr - 1] for nr in (1, 2, 3)},
    }
