"""Commands for the keys outside the database."""

import argparse
from pathlib import Path

from flask import Flask

from leefgebieden.commands.basis import Misgegaan, get_context
from leefgebieden.store.herstelblad import join_helften, read_helft, split_kek, write_helft
from leefgebieden.store.migreren import migrate
from leefgebieden.store.opstarten import open_database
from leefgebieden.store.sleutels import SleutelVerkeerd, fetch_actieve_kek, fetch_kek_ids, get_bos, rotate_sleutels


def add_opdrachten(delen: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands of this module, with what they ask."""
    draai = delen.add_parser("rotate-sleutels", help="neem een nieuwe sleutel in gebruik en vernietig de vorige")
    draai.set_defaults(doe=_rotate_sleutels)

    blad = delen.add_parser("print-herstelblad", help="schrijf de sleutel in twee delen, voor twee mensen")
    blad.add_argument("naar", metavar="DIR", type=Path)
    blad.set_defaults(doe=_print_herstelblad)

    herstel = delen.add_parser("restore-sleutel", help="maak de sleutel opnieuw met de twee delen van het herstelblad")
    herstel.add_argument("deel1", metavar="DEEL1", type=Path)
    herstel.add_argument("deel2", metavar="DEEL2", type=Path)
    herstel.set_defaults(doe=_restore_sleutel)


def _rotate_sleutels(app: Flask, keuzes: argparse.Namespace) -> None:
    del keuzes
    open_database(get_context(app).now())
    for _ in rotate_sleutels(get_context(app).now()):
        pass
    print(f"De sleutel {fetch_actieve_kek()} is in gebruik; de vorige is vernietigd. Maak een nieuw herstelblad.")


def _print_herstelblad(app: Flask, keuzes: argparse.Namespace) -> None:
    open_database(get_context(app).now())
    keuzes.naar.mkdir(parents=True, exist_ok=True)
    for helft in split_kek(get_bos().read(fetch_actieve_kek())):
        bestand = keuzes.naar / f"herstelblad-{helft.deel}.txt"
        bestand.touch(mode=0o600)
        bestand.write_text(write_helft(helft), "utf-8")
    print(f"Twee delen staan in {keuzes.naar}. Print ze, geef ze aan twee mensen, en wis de bestanden.")


def _restore_sleutel(app: Flask, keuzes: argparse.Namespace) -> None:
    helften = [read_helft(deel.read_text("utf-8")) for deel in (keuzes.deel1, keuzes.deel2)]
    kek = join_helften(*helften)
    if get_bos().find_bestand(kek.id).exists():
        raise Misgegaan(f"de sleutel {kek.id} is er al. Er is niets veranderd.")
    migrate()
    if kek.id not in fetch_kek_ids():
        raise Misgegaan(f"de sleutel {kek.id} hoort niet (meer) bij deze database. Er is niets veranderd.")
    get_bos().write(kek)
    try:
        open_database(get_context(app).now())
    except SleutelVerkeerd:
        get_bos().destroy(kek.id)
        raise
    print(f"De sleutel {kek.id} is terug en past op de database.")
