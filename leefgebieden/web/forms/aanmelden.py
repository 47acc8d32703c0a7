"""Signing in."""

from wtforms import BooleanField, HiddenField, PasswordField
from wtforms.validators import InputRequired

from leefgebieden.web.forms.basis import Formulier, regel


class AanmeldFormulier(Formulier):
    email = regel("E-mail", verplicht="Vul je e-mailadres in.", hooguit=254)
    wachtwoord = PasswordField("Wachtwoord", validators=[InputRequired("Vul je wachtwoord in.")])
    kantoor = BooleanField("Ik zit op kantoor")
    # where to go after it, and the words of a form that waited for it
    verder = HiddenField()
    bewaard_pad = HiddenField()
    bewaard_velden = HiddenField()


class VerborgenFormulier(Formulier):
    wachtwoord = PasswordField("Wachtwoord", validators=[InputRequired("Vul je wachtwoord in.")])
