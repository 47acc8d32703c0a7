"""Commands for the keys outside the database."""

import argparse
from pathlib import Path

from flask import Flask

from leefgebieden.actions.logboek import logged
from leefgebieden.actions.reserve import make_herstelblad
from leefgebieden.commands.basis import Misgegaan, get_context
from leefgebieden.domain.logboek import Actie
from leefgebieden.store.bestand import write_heel
from leefgebieden.store.herstelblad import Helft, find_publiek, join_helften, read_helft, write_helft
from leefgebieden.store.kluis import Blad, open_kluis, put_back_sleutels
from leefgebieden.store.migreren import has_database
from leefgebieden.store.opstarten import open_database
from leefgebieden.store.sleutels import fetch_actieve_kek, fetch_kek_ids, get_bos, rotate_sleutels


def add_opdrachten(delen: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands of this module, with what they ask."""
    draai = delen.add_parser("rotate-sleutels", help="neem een nieuwe sleutel in gebruik en vernietig de vorige")
    draai.set_defaults(doe=_rotate_sleutels)

    blad = delen.add_parser("print-herstelblad", help="maak een herstelblad in twee delen, voor twee mensen")
    blad.add_argument("naar", metavar="DIR", type=Path)
    blad.set_defaults(doe=_print_herstelblad)

    herstel = delen.add_parser("restore-sleutel", help="maak de sleutels opnieuw met de twee delen van het herstelblad")
    herstel.add_argument("deel1", metavar="DEEL1", type=Path)
    herstel.add_argument("deel2", metavar="DEEL2", type=Path)
    herstel.add_argument("--kluis", metavar="FILE", type=Path, help="herstel.kluis (standaard die in de instance)")
    herstel.set_defaults(doe=_restore_sleutel)


def _rotate_sleutels(app: Flask, keuzes: argparse.Namespace) -> None:
    del keuzes
    open_database(get_context(app).now())
    for _ in rotate_sleutels(get_context(app).now()):
        pass
    print(f"De sleutel {fetch_actieve_kek()} is in gebruik; de vorige is vernietigd.")


def _print_herstelblad(app: Flask, keuzes: argparse.Namespace) -> None:
    open_database(get_context(app).now())
    keuzes.naar.mkdir(parents=True, exist_ok=True)

    def write(*helften: Helft) -> None:
        for helft in helften:
            write_heel(keuzes.naar / f"herstelblad-{helft.deel}.txt", write_helft(helft).encode())

    blad_id = make_herstelblad(get_context(app), write)
    print(
        f"Twee delen van blad {blad_id} staan in {keuzes.naar}. Print ze, geef ze aan twee mensen, wis de bestanden, "
        "en vernietig het vorige blad. Maak nu een reservekopie: leefgebieden backup"
    )


def _restore_sleutel(app: Flask, keuzes: argparse.Namespace) -> None:
    blad_id, geheim = join_helften(*(read_helft(deel.read_text("utf-8")) for deel in (keuzes.deel1, keuzes.deel2)))
    bos, context = get_bos(), get_context(app)
    assert bos.kluis is not None
    uit_kluis = open_kluis(keuzes.kluis or bos.kluis.bestand, blad_id, geheim)
    # a key that no database asks for was taken out of use, and must not come back
    nodig = {f"kek-{kek_id}.sleutel" for kek_id in fetch_kek_ids()} if has_database() else set()
    mist = [naam for naam in sorted(nodig) if naam not in uit_kluis and not (bos.map / naam).exists()]
    if mist:
        raise Misgegaan(f"de sleutel {mist[0]} van deze database zit niet in deze kluis. Er is niets veranderd.")
    uit_kluis = {naam: sleutel for naam, sleutel in uit_kluis.items() if not naam.startswith("kek-") or naam in nodig}
    aantal = put_back_sleutels(bos.map, uit_kluis)
    if bos.kluis.read_blad() is None:
        bos.kluis.replace_blad(Blad(blad_id, context.now(), find_publiek(geheim)))
    if not nodig:
        print(f"{aantal} sleutels zijn terug. Zet nu een reservekopie terug: leefgebieden restore BESTAND")
        return
    open_database(context.now())
    with logged(context, None, Actie.SLEUTELS_TERUGGEZET, aantal=aantal):
        pass
    print(f"{aantal} sleutels zijn terug en passen op de database.")
