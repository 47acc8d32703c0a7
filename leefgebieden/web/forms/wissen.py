"""Asking for everything about a person to be erased."""

from leefgebieden.web.forms.basis import FormulierMetId, vak


class WisFormulier(FormulierMetId):
    reden = vak(
        "Waarom wis je alles?",
        verplicht="Schrijf op waarom je alles wist. Een paar woorden is genoeg.",
        hooguit=1_000,
    )
