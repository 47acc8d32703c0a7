"""A gesprek: had, not succeeded, or still to come."""

from datetime import datetime, timedelta
from typing import Any

from wtforms import DateField, TimeField
from wtforms.validators import Optional

from leefgebieden.domain.datum import make_moment
from leefgebieden.domain.gesprek import Contact
from leefgebieden.web.formats import KANALEN
from leefgebieden.web.forms.basis import Formulier, FormulierMetId, datum, keuze, regel
from leefgebieden.web.forms.versie import FormulierMetVersie
from leefgebieden.web.huis import get_context

KOMT_NOG = "komt-nog"
STANDEN = [
    (Contact.GELUKT, "contact gelukt"),
    (Contact.NIET_GELUKT, "contact niet gelukt"),
    (KOMT_NOG, "komt nog"),
]
KLOK_LOOPT_VOOR = timedelta(minutes=5)
TIJD_FOUT = "Deze tijd kennen we niet. Schrijf hem zo: 14:30."


class Tijdveld(TimeField):
    """A time of day that says in Dutch what is wrong, and takes 14.30 as well as what a browser sends."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        formaten = ["%H:%M", "%H:%M:%S", "%H.%M"]
        super().__init__(label, format=formaten, validators=[Optional()], **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata([waarde.strip() for waarde in valuelist])
        except ValueError:
            raise ValueError(TIJD_FOUT) from None


class _Gesprek(Formulier):
    kanaal = keuze("Hoe?", KANALEN.items(), verplicht="Kies hoe jullie elkaar spreken.")
    dag: DateField = datum("Welke dag?")
    tijd = Tijdveld("Hoe laat?")
    stand = keuze("Is het gelukt?", STANDEN)
    plaats = regel("Waar?", hooguit=120)
    aanwezig = regel("Wie erbij?", hooguit=300)

    def validate(self, extra_validators: Any = None) -> bool:
        goed: bool = super().validate(extra_validators)
        for veld, zin in ((self.dag, "Vul de dag in."), (self.tijd, "Vul een tijd in. Ongeveer is goed.")):
            if veld.data is None and not veld.errors:
                veld.errors = [zin]
                goed = False
        if self._is_too_early():
            self.stand.errors = ["Dit moment is nog niet geweest. Kies komt nog, of kijk naar de dag en de tijd."]
            goed = False
        return goed

    def _is_too_early(self) -> bool:
        """What is still to come can not have succeeded or failed yet."""
        if self.stand.data == KOMT_NOG or self.dag.data is None or self.tijd.data is None:
            return False
        return self.begonnen_op > get_context().now() + KLOK_LOOPT_VOOR

    @property
    def begonnen_op(self) -> datetime:
        """The moment, in UTC. Only when day and time are there."""
        assert self.dag.data is not None
        assert self.tijd.data is not None
        return make_moment(self.dag.data, self.tijd.data)

    @property
    def contact(self) -> Contact | None:
        """Whether contact succeeded; None when it is still to come or was not said."""
        return Contact(self.stand.data) if self.stand.data in set(Contact) else None


class NieuwGesprekFormulier(FormulierMetId, _Gesprek):
    """A new one."""


class GesprekFormulier(FormulierMetVersie, _Gesprek):
    """One that was noted or planned before."""
