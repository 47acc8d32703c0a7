"""How the worker wants to see it."""

from wtforms import BooleanField

from leefgebieden.web.forms.basis import Formulier, keuze

THEMA = [("toestel", "zoals mijn toestel"), ("licht", "licht"), ("donker", "donker")]
TEKST = [("gewoon", "gewoon"), ("groot", "groot"), ("grootst", "het grootst")]

VERBERG_NA = [("1", "na 1 minuut"), ("2", "na 2 minuten"), ("5", "na 5 minuten"), ("0", "nooit")]
AANSPREEK = [("u", "u"), ("je", "je")]


class InstellingenFormulier(Formulier):
    thema = keuze("Licht of donker?", THEMA, standaard="toestel")
    tekst = keuze("Hoe groot zijn de letters?", TEKST, standaard="gewoon")
    linkshandig = BooleanField("Ik ben linkshandig. Zet de grote knop links.")
    verberg_na = keuze("Wanneer verbergt het scherm zich vanzelf?", VERBERG_NA, standaard="2")
    aanspreek = keuze("Hoe spreken we iemand aan?", AANSPREEK, standaard="u")
