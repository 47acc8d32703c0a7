"""The `leefgebieden` command: parse, call an action, say in one line what was done.

A mistake is one line on stderr that names what is wrong and how to mend it; then the exit code is 2 and nothing changed.
"""

import argparse
import sys
from collections.abc import Sequence

from sqlalchemy.exc import DBAPIError

from leefgebieden import create_app, logboekwacht
from leefgebieden.actions.fouten import LogboekDicht
from leefgebieden.commands import bericht, casus, logboek, medewerker, reserve, sleutels, start, verhuizing
from leefgebieden.commands.basis import Misgegaan
from leefgebieden.content.load import ContentError
from leefgebieden.settings import InstellingVerkeerd
from leefgebieden.store.db import DatabaseOngeschikt, UitkomstOnbekend, db
from leefgebieden.store.herstelblad import HerstelbladFout
from leefgebieden.store.keten import LogboeksleutelOntbreekt
from leefgebieden.store.kluis import KluisFout
from leefgebieden.store.migreren import VormOnbekend
from leefgebieden.store.nagelezen import Beschadigd
from leefgebieden.store.reservebestand import ReserveFout
from leefgebieden.store.sleutelbos import SleutelOnleesbaar, SleutelOntbreekt
from leefgebieden.store.sleutels import SleutelVerkeerd
from leefgebieden.store.storing import Storing, name_storing
from leefgebieden.store.verzegeling import Zegelbreuk

SLEUTELFOUTEN = (SleutelOntbreekt, SleutelOnleesbaar, SleutelVerkeerd, LogboeksleutelOntbreekt)
BESCHADIGD = "de database is beschadigd. Er is niets overschreven: zet hem opzij en zet een reservekopie terug"
HERSTELFOUTEN = (HerstelbladFout, KluisFout, ReserveFout, Beschadigd, VormOnbekend)
MODULES = (start, medewerker, casus, reserve, sleutels, verhuizing, logboek, bericht, logboekwacht)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code."""
    keuzes = _make_parser().parse_args(argv)
    try:
        app = create_app()
        with app.app_context():
            try:
                return int(keuzes.doe(app, keuzes) or 0)
            finally:
                db.session.remove()
                db.engine.dispose()
    except (Misgegaan, ContentError, InstellingVerkeerd, DatabaseOngeschikt, *HERSTELFOUTEN, *SLEUTELFOUTEN) as fout:
        print(f"leefgebieden: {fout}", file=sys.stderr)
    except UitkomstOnbekend:
        print(
            "leefgebieden: de verbinding viel weg tijdens het bewaren; misschien is het gedaan. Kijk na wat er staat en doe "
            "het dan zo nodig opnieuw",
            file=sys.stderr,
        )
    except Zegelbreuk:
        print(f"leefgebieden: {BESCHADIGD}", file=sys.stderr)
    except DBAPIError as fout:
        wat = BESCHADIGD if name_storing(fout) is Storing.BESCHADIGD else f"de database doet het niet: {fout.orig}"
        print(f"leefgebieden: {wat}", file=sys.stderr)
    except LogboekDicht as fout:
        print(f"leefgebieden: het logboek doet het niet, dus er is niets gedaan: {fout.__cause__}", file=sys.stderr)
    except OSError as fout:
        print(f"leefgebieden: {fout.filename or ''}: {fout.strerror or fout}", file=sys.stderr)
    return 2


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="leefgebieden", description="Van een gesprek aan de keukentafel naar één A4.")
    delen = parser.add_subparsers(title="opdrachten", required=True, metavar="OPDRACHT")
    for module in MODULES:
        module.add_opdrachten(delen)
    return parser
