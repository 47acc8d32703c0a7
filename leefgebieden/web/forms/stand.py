"""The stand of each deelgebied of one leefgebied, in one form."""

from collections.abc import Iterable, Mapping
from typing import Any

from wtforms import HiddenField

from leefgebieden.content.model import Deelgebied
from leefgebieden.domain.casus import StandSoort
from leefgebieden.web.forms.basis import Formulier, keuze

NOG_NIET = "nog-niet"
WOORDEN = {
    NOG_NIET: "Nog niet over gepraat",
    StandSoort.OVER_GEPRAAT.value: "Over gepraat",
    StandSoort.WIL_NU_NIET.value: "Wil er nu niet over praten",
}


class StandenFormulier(Formulier):
    """Made by `make_standen_formulier`: per deelgebied what is chosen, and what the page showed."""

    def read_gekozen(self, deelgebieden: Iterable[Deelgebied]) -> dict[str, StandSoort | None]:
        """What is chosen, by deelgebied. Only after validation."""
        return {d.key: _to_stand(self[_veld(d)].data) for d in deelgebieden}

    def read_getoond(self, nu: Mapping[str, StandSoort | None]) -> dict[str, StandSoort | None]:
        """What the page showed; what it does not say counts as what it is now."""
        getoond = {key: self[f"was-{key}"].data for key in nu}
        return {key: _to_stand(w) if w in WOORDEN else nu[key] for key, w in getoond.items()}


def make_standen_formulier(nu: Mapping[Deelgebied, StandSoort | None]) -> StandenFormulier:
    """The form with a choice for each of these deelgebieden, as it is now."""
    velden: dict[str, Any] = {}
    for deelgebied, stand in nu.items():
        waarde = NOG_NIET if stand is None else stand.value
        velden[_veld(deelgebied)] = keuze(f"{deelgebied.naam}: is er over gepraat?", WOORDEN.items(), standaard=waarde)
        velden[f"was-{deelgebied.key}"] = HiddenField(default=waarde)
    formulier: StandenFormulier = type("StandenFormulier", (StandenFormulier,), velden)()
    return formulier


def _veld(deelgebied: Deelgebied) -> str:
    return f"stand-{deelgebied.key}"


def _to_stand(waarde: str | None) -> StandSoort | None:
    return None if waarde in (None, NOG_NIET) else StandSoort(waarde)
