"""Commands for the accounts of medewerkers."""

import argparse
import secrets

from flask import Flask

from leefgebieden.actions.medewerker import EmailBezet, add_medewerker, set_wachtwoord, to_mens
from leefgebieden.actions.tweedestap import reset_tweede_stap
from leefgebieden.commands.basis import Misgegaan, get_context, get_hasher
from leefgebieden.store.medewerker import fetch_medewerker_by_email
from leefgebieden.store.opstarten import open_database


def add_opdrachten(delen: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands of this module, with what they ask."""
    nieuw = delen.add_parser("add-medewerker", help="voeg een medewerker toe")
    nieuw.add_argument("email", metavar="EMAIL")
    nieuw.add_argument("naam", metavar="NAAM")
    nieuw.set_defaults(doe=_add_medewerker)

    nieuw_woord = delen.add_parser("set-wachtwoord", help="geef een medewerker een nieuw wachtwoord")
    nieuw_woord.add_argument("email", metavar="EMAIL")
    nieuw_woord.set_defaults(doe=_set_wachtwoord)

    wis = delen.add_parser("reset-tweede-stap", help="wis de tweede stap van wie telefoon en codes kwijt is")
    wis.add_argument("email", metavar="EMAIL")
    wis.set_defaults(doe=_reset_tweede_stap)


def _add_medewerker(app: Flask, keuzes: argparse.Namespace) -> None:
    open_database(get_context(app).now())
    if "@" not in keuzes.email.strip()[1:-1] or len(keuzes.email) > 254:
        raise Misgegaan(f"{keuzes.email!r} is geen e-mailadres.")
    if not keuzes.naam.strip() or len(keuzes.naam) > 80:
        raise Misgegaan("de naam moet 1 tot 80 tekens hebben.")
    wachtwoord = secrets.token_urlsafe(12)
    try:
        add_medewerker(get_context(app), get_hasher(app), keuzes.email, keuzes.naam.strip(), wachtwoord)
    except EmailBezet:
        raise Misgegaan(f"er is al een medewerker met {keuzes.email}.") from None
    print(f"Medewerker toegevoegd. Log in met {keuzes.email} en wachtwoord {wachtwoord}")


def _set_wachtwoord(app: Flask, keuzes: argparse.Namespace) -> None:
    open_database(get_context(app).now())
    medewerker = fetch_medewerker_by_email(keuzes.email)
    if medewerker is None:
        raise Misgegaan(f"er is geen medewerker met {keuzes.email}.")
    wachtwoord = secrets.token_urlsafe(12)
    set_wachtwoord(get_context(app), get_hasher(app), medewerker, wachtwoord)
    print(f"Log in met {keuzes.email} en wachtwoord {wachtwoord}. Alle andere sessies zijn afgemeld.")


def _reset_tweede_stap(app: Flask, keuzes: argparse.Namespace) -> None:
    open_database(get_context(app).now())
    medewerker = fetch_medewerker_by_email(keuzes.email)
    if medewerker is None:
        raise Misgegaan(f"er is geen medewerker met {keuzes.email}.")
    reset_tweede_stap(get_context(app), to_mens(medewerker))
    print(f"De tweede stap van {keuzes.email} is gewist. Bij het volgende aanmelden stelt hij hem opnieuw in.")
