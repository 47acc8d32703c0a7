"""The commands that guard the logboek. They do without the app: a look at the chain is quick, and needs little to be right."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError

from leefgebieden.settings import load_settings
from leefgebieden.store.keten import Keten, LogboeksleutelOntbreekt
from leefgebieden.store.nakijken import check_logboek, make_anker

OPDRACHTEN = ("verify-logboek", "anker")
NIET_HEEL = 1
"""The exit code when the chain is not whole: a mistake of the caller is 2."""


def main(argv: Sequence[str]) -> int:
    """Run one of these commands. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="leefgebieden")
    add_opdrachten(parser.add_subparsers(required=True))
    keuzes = parser.parse_args(argv)
    return int(keuzes.doe(None, keuzes))


def add_opdrachten(delen: Any) -> None:
    """Add these commands to a parser, so that `leefgebieden --help` names them too."""
    kijk = delen.add_parser("verify-logboek", help="kijk na of er met het logboek is geknoeid")
    kijk.add_argument("--anker", metavar="FILE", type=Path, help="ankers die je ergens anders bewaart")
    kijk.set_defaults(doe=_verify)
    anker = delen.add_parser("anker", help="geef de laatste regel van het logboek als anker, om elders te bewaren")
    anker.set_defaults(doe=_anker)


def _verify(_: object, keuzes: argparse.Namespace) -> int:
    try:
        uri, keten = _find_logboek()
        bevinding = check_logboek(uri, keten, keuzes.anker)
    except (OSError, ValueError, DBAPIError, LogboeksleutelOntbreekt) as fout:
        return _say_mistake(fout)
    for zin in (*bevinding.fouten, *bevinding.uitleg):
        print(zin)
    if bevinding.fouten:
        print(f"Het logboek is niet heel: {len(bevinding.fouten)} bevindingen in {bevinding.regels} regels.")
        return NIET_HEEL
    print(f"Het logboek is heel: {bevinding.regels} regels, {bevinding.ankers} ankers.")
    return 0


def _anker(_: object, keuzes: argparse.Namespace) -> int:
    del keuzes
    try:
        uri, keten = _find_logboek()
        anker = make_anker(uri)
        if anker is not None:
            keten.add_anker(anker)
    except (OSError, ValueError, DBAPIError) as fout:
        return _say_mistake(fout)
    print("Het logboek is nog leeg." if anker is None else anker.write())
    return 0


def _find_logboek() -> tuple[str, Keten]:
    # no key for sessions is made here: nobody signs in
    settings = load_settings({"SECRET_KEY": ""})
    return settings["SQLALCHEMY_DATABASE_URI"], Keten(Path(settings["SLEUTELS"]))


def _say_mistake(fout: Exception) -> int:
    if isinstance(fout, OSError):
        zin = f"{fout.filename or ''}: {fout.strerror or fout}"
    elif isinstance(fout, DBAPIError):
        zin = f"het logboek is niet te lezen: {fout.orig}. Is de database bij? Probeer: leefgebieden migrate"
    else:
        zin = str(fout)
    print(f"leefgebieden: {zin}", file=sys.stderr)
    return 2
