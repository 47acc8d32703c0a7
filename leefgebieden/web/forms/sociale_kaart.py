"""A place on the sociale kaart, and a list from a spreadsheet."""

from collections.abc import Sequence
from typing import Any

from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are of 3.2

from leefgebieden.domain.sociale_kaart import LENGTE
from leefgebieden.store.team import Team
from leefgebieden.web.forms.basis import Formulier, FormulierMetId, keuze, regel, vak
from leefgebieden.web.forms.versie import FormulierMetVersie

LIJST_HOOGUIT = 200_000


class _Plek(Formulier):
    naam = regel("Hoe heet deze plek of persoon?", verplicht="Vul een naam in.", hooguit=LENGTE["naam"])
    waarvoor = regel(
        "Waarvoor kun je er terecht?", verplicht="Schrijf op waarvoor je er terecht kunt.", hooguit=LENGTE["waarvoor"]
    )
    adres = regel("Adres", hooguit=LENGTE["adres"])
    open = regel("Wanneer is het open?", hooguit=LENGTE["open"])
    vraag_naar = regel("Naar wie vraag je?", hooguit=LENGTE["vraag naar"])
    telefoon = regel("Telefoon", hooguit=LENGTE["telefoon"])

    def read_regel(self) -> dict[str, str]:
        """What was typed, by column. Only after validation."""
        return {kolom: self[kolom.replace(" ", "_")].data or "" for kolom in LENGTE}


class _MetTeam(Formulier):
    team = keuze("Van welk team?", (), verplicht="Kies een team.")

    teams: Sequence[Team] = ()

    def process(self, *args: Any, **kwargs: Any) -> None:
        super().process(*args, **kwargs)
        self.offer_teams(self.teams)

    def offer_teams(self, teams: Sequence[Team]) -> None:
        """Let it choose one of these teams; the only one is chosen already, and is not asked."""
        self.teams = teams
        self.team.choices = [SelectChoice(value=team.id, label=team.naam) for team in teams]
        if len(teams) == 1:
            self.team.data, self.team.raw_data = teams[0].id, [teams[0].id]


class NieuwePlekFormulier(FormulierMetId, _Plek, _MetTeam):
    pass


class PlekFormulier(FormulierMetVersie, _Plek):
    pass


class LijstFormulier(_MetTeam):
    lijst = vak("Plak hier je lijst", hooguit=LIJST_HOOGUIT)
