"""An answer at a turning point of a practice story."""

from wtforms import SelectField
from wtforms.validators import Optional

from leefgebieden.web.forms.basis import FormulierMetId, vak


class AntwoordFormulier(FormulierMetId):
    tekst = vak("Wat zou jij doen?", verplicht="Schrijf eerst iets op. Eén zin is genoeg.", hooguit=1_000)
    voor = vak("Wat pleit ervoor?", hooguit=1_000)
    tegen = vak("Wat pleit ertegen?", hooguit=1_000)
    leunt_op = SelectField("Waar leunt dit op?", validators=[Optional()])
