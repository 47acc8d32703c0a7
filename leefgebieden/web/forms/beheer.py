"""Teams, roles, invitations; and what who is invited fills in."""

from collections.abc import Iterable
from typing import Any

from wtforms import BooleanField, HiddenField, PasswordField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are of 3.2
from wtforms.validators import InputRequired, Length, ValidationError

from leefgebieden.content.wachtwoorden.veelgebruikt import is_veelgebruikt
from leefgebieden.domain.toegang import TEAMROLLEN, VRIJE_ROLLEN, Rol
from leefgebieden.domain.wachtwoord import judge_wachtwoord, normalise_wachtwoord
from leefgebieden.store.team import Plek, Team
from leefgebieden.web.forms.basis import Formulier, FormulierMetId, keuze, meer, regel

ROLLEN = {
    Rol.WERKER: "outreachend werker",
    Rol.TEAMLEIDER: "teamleider",
    Rol.KERNTEAMLID: "kernteamlid",
    Rol.BEHEERDER: "beheerder",
    Rol.DOCENT: "docent",
    Rol.STUDENT: "student",
}


def check_email(form: Any, veld: Any) -> None:
    """Enough to catch a slip; whether it exists shows when it is used."""
    voor, apenstaartje, achter = (veld.data or "").rpartition("@")
    if veld.data and (not apenstaartje or not voor or "." not in achter or " " in veld.data):
        raise ValidationError("Dit is geen e-mailadres. Schrijf het zoals naam@organisatie.nl.")


class UitnodigFormulier(FormulierMetId):
    email = regel("E-mail", verplicht="Vul een e-mailadres in.", hooguit=254)
    roepnaam = regel("Hoe heet je collega?", verplicht="Vul een naam in.", hooguit=80)
    team = keuze("In welk team?", (), verplicht="Kies een team.")
    rollen = meer("Wat doet je collega?", [(rol.value, ROLLEN[rol]) for rol in Rol])

    def validate_email(self, veld: Any) -> None:
        check_email(self, veld)

    def validate_rollen(self, veld: Any) -> None:
        if not veld.data:
            raise ValidationError("Kies minstens één ding dat je collega doet.")

    def fill_teams(self, teams: Iterable[Team]) -> None:
        self.team.choices = [SelectChoice(value=team.id, label=team.naam) for team in teams]


class PlekkenFormulier(Formulier):
    """All roles of one medewerker: `plekken` holds `rol` or `rol team-id`."""

    plekken = meer("Wat doet deze collega?", ())

    def fill_plekken(self, teams: Iterable[Team]) -> None:
        self.plekken.choices = [
            SelectChoice(value=f"{rol.value} {team.id}", label=f"{ROLLEN[rol]} in {team.naam}")
            for team in teams
            for rol in TEAMROLLEN
        ] + [SelectChoice(value=rol.value, label=ROLLEN[rol]) for rol in VRIJE_ROLLEN]

    def get_plekken(self) -> frozenset[Plek]:
        """What was ticked. Only after validation."""
        return frozenset(
            Plek(Rol(rol), team_id or None)
            for rol, _, team_id in (waarde.partition(" ") for waarde in self.plekken.data or ())
        )


def write_plek(plek: Plek) -> str:
    """The value of a rol in the form."""
    return f"{plek.rol.value} {plek.team_id}" if plek.team_id else plek.rol.value


class TeamFormulier(FormulierMetId):
    naam = regel("Hoe heet het team?", verplicht="Vul een naam in.", hooguit=80)


class TeamWijzigFormulier(Formulier):
    naam = regel("Hoe heet het team?", verplicht="Vul een naam in.", hooguit=80)
    lezen_mee = BooleanField("Teamgenoten lezen bij elkaar mee")


class WelkomFormulier(Formulier):
    naam = regel("Hoe heet je?", verplicht="Vul je naam in.", hooguit=80)
    wachtwoord = PasswordField("Kies een wachtwoord", validators=[InputRequired("Kies een wachtwoord.")])

    def validate_wachtwoord(self, veld: Any) -> None:
        bezwaar = judge_wachtwoord(normalise_wachtwoord(veld.data or ""), is_veelgebruikt, (self.naam.data or "",))
        if bezwaar:
            raise ValidationError(bezwaar)


class AfvinkFormulier(Formulier):
    """Which old recovery sheet was destroyed."""

    blad = HiddenField(validators=[InputRequired(), Length(max=20)])
