"""The command that sends e-mail: only that something waits, to who asked for it. A timer runs it once a day."""

import argparse
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Any

from flask import Flask

from leefgebieden.actions.bericht import send_berichten
from leefgebieden.commands.basis import Misgegaan, get_context
from leefgebieden.store.opstarten import open_database

WACHT = 20
"""Seconds that the mail server may take to answer."""


def add_opdrachten(delen: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands of this module, with what they ask."""
    stuur = delen.add_parser(
        "stuur-berichten", help="mail wie dat wil dat er iets klaarstaat, zonder namen en zonder inhoud"
    )
    stuur.set_defaults(doe=_stuur_berichten)


def _stuur_berichten(app: Flask, keuzes: argparse.Namespace) -> None:
    del keuzes
    if not app.config["SMTP_SERVER"] or "@" not in app.config["MAIL_VAN"]:
        raise Misgegaan("zet in settings.py SMTP_SERVER en MAIL_VAN. Er is niets verstuurd.")
    open_database(get_context(app).now())
    try:
        with _open_server(app.config) as verstuur:
            aantal = send_berichten(get_context(app), verstuur)
    except (smtplib.SMTPException, OSError) as fout:
        raise Misgegaan(f"de mailserver doet het niet: {fout}. Wie nog geen bericht kreeg, krijgt het later.") from None
    print(f"{aantal} {'bericht' if aantal == 1 else 'berichten'} verstuurd.")


@contextmanager
def _open_server(config: Any) -> Iterator[Callable[[str], None]]:
    wijze = config["SMTP_BEVEILIGING"]
    if wijze not in ("starttls", "tls", "geen"):
        raise Misgegaan('SMTP_BEVEILIGING is "starttls", "tls" of "geen". Er is niets verstuurd.')
    soort = smtplib.SMTP_SSL if wijze == "tls" else smtplib.SMTP
    with soort(config["SMTP_SERVER"], int(config["SMTP_POORT"]), timeout=WACHT) as server:
        if wijze == "starttls":
            server.starttls(context=ssl.create_default_context())
        if config["SMTP_GEBRUIKER"]:
            server.login(config["SMTP_GEBRUIKER"], config["SMTP_WACHTWOORD"])
        yield lambda naar: _send(server, config, naar)


def _send(server: smtplib.SMTP, config: Any, naar: str) -> None:
    server.send_message(make_bericht(config["MAIL_VAN"], naar, config["ADRES"]))


def make_bericht(van: str, naar: str, adres: str) -> EmailMessage:
    """The e-mail: who reads it over a shoulder learns nothing."""
    bericht = EmailMessage()
    bericht["From"], bericht["To"] = van, naar
    bericht["Subject"] = "Er staat iets voor je klaar"
    bericht["Date"], bericht["Message-ID"] = formatdate(), make_msgid(domain=van.rpartition("@")[2])
    # no answer by itself, such as "I am on holiday"
    bericht["Auto-Submitted"] = "auto-generated"
    waar = f"\n{adres}\n" if adres else ""
    bericht.set_content(
        f"Er staat iets voor je klaar in leefgebieden. Log in om het te lezen.\n{waar}\n"
        "Geen e-mail meer? Zet het uit bij Instellingen, Je account.\n"
    )
    return bericht
