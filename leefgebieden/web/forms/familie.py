"""How two people belong together."""

from collections.abc import Iterable
from typing import Any

from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are of 3.2
from wtforms.validators import ValidationError

from leefgebieden.domain.netwerk import VerwantschapSoort
from leefgebieden.web.forms.basis import Formulier, keuze

SOORTEN = {
    VerwantschapSoort.OUDER_VAN: "is vader of moeder van",
    VerwantschapSoort.PARTNER: "is de partner van",
    VerwantschapSoort.EX_PARTNER: "was de partner van",
    VerwantschapSoort.BROER_OF_ZUS: "is broer of zus van",
    VerwantschapSoort.TWEELING: "is tweeling met",
    VerwantschapSoort.HUISHOUDEN: "woont bij",
}


class FamilieFormulier(Formulier):
    """ "Ria is vader of moeder van Samira"."""

    van = keuze("Wie?", (), verplicht="Kies wie.")
    soort = keuze("Wat is die?", [(soort.value, zin) for soort, zin in SOORTEN.items()], verplicht="Kies wat die is.")
    naar = keuze("Van of bij wie?", (), verplicht="Kies van of bij wie.")

    def fill_mensen(self, mensen: Iterable[tuple[str, str]]) -> None:
        keuzes = [SelectChoice(value=wie, label=naam) for wie, naam in mensen]
        self.van.choices = self.naar.choices = keuzes

    def validate_naar(self, veld: Any) -> None:
        if veld.data and veld.data == self.van.data:
            raise ValidationError("Kies twee verschillende mensen.")
