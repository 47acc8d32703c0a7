"""Changing what was saved: the form carries the version that it showed, so that nobody overwrites somebody else unseen."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any, cast

from wtforms import HiddenField

from leefgebieden.domain.datum import write_hele_dag
from leefgebieden.web.forms.basis import Formulier, VersieVeld


@dataclass(frozen=True)
class Verschil:
    """One field of which the saved value and the typed one differ, both as they read on a page."""

    label: str
    nu: str
    jouw: str


class FormulierMetVersie(Formulier):
    """A form that changes something. `versie` is the number of the version that it showed."""

    versie = VersieVeld()

    @property
    def op_versie(self) -> int:
        """The version that the change is based on; 0, which never was, when the form does not say."""
        return int(self.versie.data or 0)

    def find_verschillen(self, nu: "FormulierMetVersie") -> list[Verschil]:
        """What was typed here over another version than the one of `nu`. Empty when it is the same version."""
        if self.op_versie == nu.op_versie:
            return []
        return [
            Verschil(veld.label.text, _write(nu[veld.name]), _write(veld))
            for veld in self
            if not isinstance(veld, HiddenField) and _write(veld) != _write(nu[veld.name])
        ]

    def take_versie(self, versie: int) -> None:
        """Base the form on this version from now on: what differed was shown."""
        cast(Any, self.versie).data = versie  # a hidden field is thought to hold text; this one holds a number


def _write(veld: Any) -> str:
    if veld.raw_data and veld.data is None:
        return " ".join(str(waarde) for waarde in veld.raw_data)
    if veld.data is None:
        return ""
    if hasattr(veld, "iter_choices"):
        return next((str(label) for waarde, label in _choices(veld) if waarde == veld.data), str(veld.data))
    if isinstance(veld.data, date):
        return write_hele_dag(veld.data)
    if isinstance(veld.data, time):
        return f"{veld.data:%H:%M}"
    return str(veld.data)


def _choices(veld: Any) -> list[tuple[str, str]]:
    return [(optie.value, optie.label or optie.value) for optie in veld.choices]
