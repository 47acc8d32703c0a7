"""How the worker wants to see it."""

from wtforms import BooleanField

from leefgebieden.web.forms.basis import Formulier, keuze

THEMA = [("toestel", "zoals mijn toestel"), ("licht", "licht"), ("donker", "donker")]
TEKST = [("gewoon", "gewoon"), ("groot", "groot"), ("grootst", "het grootst")]


class InstellingenFormulier(Formulier):
    thema = keuze("Licht of donker?", THEMA, standaard="toestel")
    tekst = keuze("Hoe groot zijn de letters?", TEKST, standaard="gewoon")
    linkshandig = BooleanField("Ik ben linkshandig. Zet de grote knop links.")
