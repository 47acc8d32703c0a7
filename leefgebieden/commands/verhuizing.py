"""The command that moves an instance to another database."""

import argparse

from flask import Flask

from leefgebieden.commands.basis import Misgegaan
from leefgebieden.settings import find_uri
from leefgebieden.store.db import db
from leefgebieden.store.verhuizing import VerhuizingMislukt, copy_database

BESTAND = "sqlite:///"


def add_opdrachten(delen: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands of this module, with what they ask."""
    kopie = delen.add_parser("copy-to", help="zet alles over in een lege database op een server (stop eerst de app)")
    kopie.add_argument("naar", metavar="postgresql://…", help="of terug: sqlite:///MAP/leefgebieden.sqlite3")
    kopie.set_defaults(doe=_copy_to)


def _copy_to(app: Flask, keuzes: argparse.Namespace) -> None:
    gevraagd: str = keuzes.naar
    uri = gevraagd if gevraagd.startswith(BESTAND) else find_uri(gevraagd or "leeg", app.config["INSTANCE"])
    try:
        verhuisd = copy_database(db.engine, uri)
    except VerhuizingMislukt as fout:
        raise Misgegaan(f"{fout}. Er is niets veranderd.") from None
    print(
        f"{verhuisd.rijen} rijen in {verhuisd.tabellen} tabellen staan in {verhuisd.naar}; aantallen en hashes zijn gelijk. "
        "Zet dat adres nu in DATABASE. De oude database is niet veranderd."
    )
