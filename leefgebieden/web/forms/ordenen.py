"""Giving a notitie its place afterwards."""

from leefgebieden.domain.notitie import Wat
from leefgebieden.web.forms.basis import meer
from leefgebieden.web.forms.notitie import Plaatsing
from leefgebieden.web.forms.versie import FormulierMetVersie


class OrdenFormulier(FormulierMetVersie, Plaatsing):
    wat = meer("Is het kracht of lastig?", [(Wat.KRACHT, "kracht of kans"), (Wat.LASTIG, "lastig")])
