"""The second step."""

from leefgebieden.web.forms.basis import Formulier, regel


class CodeFormulier(Formulier):
    code = regel("Code", verplicht="Vul de code in.", hooguit=40)
