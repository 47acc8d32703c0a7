"""The account of who is signed in."""

from wtforms import IntegerField, PasswordField
from wtforms.validators import InputRequired

from leefgebieden.web.forms.basis import Formulier


class WachtwoordFormulier(Formulier):
    wachtwoord = PasswordField("Wachtwoord dat je nu hebt", validators=[InputRequired("Vul je wachtwoord van nu in.")])
    nieuw_wachtwoord = PasswordField("Nieuw wachtwoord", validators=[InputRequired("Vul een nieuw wachtwoord in.")])


class _Minuten(IntegerField):
    """A whole number of at most three plain digits; anything else is no number of minutes."""

    def process_formdata(self, valuelist: list[str]) -> None:
        tekst = valuelist[0].strip() if valuelist else ""
        if not (tekst.isascii() and tekst.isdigit() and len(tekst) <= 3 and int(tekst) > 0):
            self.data = None
            raise ValueError("Vul een getal in, 1 of meer.")
        self.data = int(tekst)


class SlotFormulier(Formulier):
    """How soon the screen locks. What is more than the team allows becomes what the team allows."""

    onderweg = _Minuten("Onderweg, na zoveel minuten")
    kantoor = _Minuten("Op kantoor, na zoveel minuten")
