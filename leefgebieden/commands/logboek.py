"""The command that takes old lines out of the logboek. Those that only look are in `logboekwacht.py`."""

import argparse
from datetime import timedelta

from flask import Flask

from leefgebieden.actions.opruimen import Ankerbreuk, Kloksprong, trim_logboek
from leefgebieden.commands.basis import Misgegaan, get_context
from leefgebieden.domain.keten import JAREN
from leefgebieden.store.opstarten import open_database


def add_opdrachten(delen: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands of this module, with what they ask."""
    ruim = delen.add_parser("ruim-logboek", help=f"haal regels van meer dan {JAREN} jaar oud uit het logboek")
    ruim.set_defaults(doe=_ruim_logboek)


def _ruim_logboek(app: Flask, keuzes: argparse.Namespace) -> None:
    del keuzes
    open_database(get_context(app).now())
    try:
        aantal = trim_logboek(get_context(app), timedelta(days=app.config["KLOK_SPRONG_DAGEN"]))
    except Kloksprong:
        raise Misgegaan(
            "misschien staat de klok verkeerd. Er is niets weggehaald. Laat een beheerder kijken bij Beheer, Klok"
        ) from None
    except Ankerbreuk as fout:
        raise Misgegaan(
            f"regel {fout} is niet meer de regel van het anker. Er is niets weggehaald. Kijk eerst: leefgebieden verify-logboek"
        ) from None
    print(f"{aantal} regels van meer dan {JAREN} jaar oud zijn weg." if aantal else "Er is nog niets oud genoeg.")
