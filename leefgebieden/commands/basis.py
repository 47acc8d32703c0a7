"""What the commands share: the mistake that is told in one line, who acts, and which casus is meant."""

import argparse

from argon2 import PasswordHasher
from flask import Flask

from leefgebieden.actions.lezen import find_casussen
from leefgebieden.actions.medewerker import to_mens
from leefgebieden.context import Context
from leefgebieden.domain.casus import HeleCasus, Soort
from leefgebieden.domain.casusbestand import read_casusbestand
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.vorm import Vormfout
from leefgebieden.store.medewerker import Medewerker, fetch_medewerker_by_email, fetch_medewerkers


class Misgegaan(Exception):
    """What is wrong and how to mend it, in one line."""


def get_context(app: Flask) -> Context:
    context: Context = app.extensions["context"]
    return context


def get_hasher(app: Flask) -> PasswordHasher:
    hasher: PasswordHasher = app.extensions["hasher"]
    return hasher


def add_als(deel: argparse.ArgumentParser) -> None:
    deel.add_argument("--als", metavar="EMAIL", help="wie dit doet (standaard de eerste medewerker)")
    deel.add_argument("--reden", default="", help="waarom: nodig bij echte mensen, komt in het logboek")


def find_actor(keuzes: argparse.Namespace) -> Mens:
    medewerker: Medewerker | None
    if keuzes.als:
        medewerker = fetch_medewerker_by_email(keuzes.als)
        if medewerker is None:
            raise Misgegaan(f"er is geen medewerker met {keuzes.als}.")
    else:
        medewerker = next(iter(fetch_medewerkers()), None)
        if medewerker is None:
            raise Misgegaan("er is nog geen medewerker. Maak er een met: leefgebieden add-medewerker EMAIL NAAM")
    return to_mens(medewerker)


def find_casus(app: Flask, door: Mens, gevraagd: str) -> tuple[str, Soort]:
    """The casus with this id, or the only one with this name."""
    gevonden = find_casussen(get_context(app), door, gevraagd)
    if not gevonden:
        raise Misgegaan(f"er is niemand met id of naam {gevraagd!r}.")
    if len(gevonden) > 1:
        raise Misgegaan(f"er zijn {len(gevonden)} mensen met naam {gevraagd!r}. Geef het id.")
    return gevonden[0].id, gevonden[0].soort


def need_reden(keuzes: argparse.Namespace, soort: Soort) -> str:
    reden: str = keuzes.reden.strip()
    if soort is Soort.ECHT and not reden:
        raise Misgegaan('dit gaat over een echt mens. Zeg waarom je dit doet met --reden "...".')
    return reden


def read_bestand(inhoud: bytes, waar: str, app: Flask) -> HeleCasus:
    try:
        return read_casusbestand(inhoud, get_context(app).content)
    except Vormfout as fout:
        raise Misgegaan(f"{waar}: {fout}. Er is niets veranderd.") from None
