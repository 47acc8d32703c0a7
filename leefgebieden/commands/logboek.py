"""The commands that say what somebody did, and that take old lines out of the logboek. Those that look whether it is whole are
in `logboekwacht.py`.
"""

import argparse
from datetime import date, timedelta
from pathlib import Path

from flask import Flask

from leefgebieden.actions.opruimen import Ankerbreuk, Kloksprong, trim_logboek
from leefgebieden.actions.spoor import take_spoor
from leefgebieden.commands.basis import Misgegaan, add_als, find_actor, get_context, need_reden
from leefgebieden.domain.casus import Soort
from leefgebieden.domain.keten import JAREN
from leefgebieden.domain.logboek import Uitslag
from leefgebieden.domain.spoor import write_rekenblad, write_spoorregel
from leefgebieden.domain.vorm import EERSTE_JAAR, LAATSTE_JAAR
from leefgebieden.store.casus import count_echte
from leefgebieden.store.medewerker import fetch_medewerker_by_email
from leefgebieden.store.opstarten import open_database


def add_opdrachten(delen: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands of this module, with what they ask."""
    toon = delen.add_parser(
        "logboek", help="wat één medewerker in een tijd bekeek en meenam, bijvoorbeeld bij een datalek"
    )
    toon.add_argument("--medewerker", metavar="EMAIL", required=True)
    toon.add_argument("--van", metavar="DAG", required=True, help="de eerste dag, als 2026-07-14")
    toon.add_argument("--tot", metavar="DAG", required=True, help="de laatste dag, die telt mee")
    toon.add_argument(
        "-o", dest="naar", metavar="FILE.csv", type=Path, help="schrijf het als bestand voor een rekenblad"
    )
    add_als(toon)
    toon.set_defaults(doe=_show_logboek)

    ruim = delen.add_parser("ruim-logboek", help=f"haal regels van meer dan {JAREN} jaar oud uit het logboek")
    ruim.set_defaults(doe=_ruim_logboek)


def _show_logboek(app: Flask, keuzes: argparse.Namespace) -> None:
    van, tot = _read_dag("--van", keuzes.van), _read_dag("--tot", keuzes.tot)
    if tot < van:
        raise Misgegaan("--tot ligt voor --van.")
    open_database(get_context(app).now())
    door, wie = find_actor(keuzes), fetch_medewerker_by_email(keuzes.medewerker)
    if wie is None:
        raise Misgegaan(f"er is geen medewerker met {keuzes.medewerker}.")
    grond = need_reden(keuzes, Soort.ECHT if count_echte() else Soort.VOORBEELD)
    regels = take_spoor(get_context(app), door, wie.id, van, tot, grond=grond)
    if keuzes.naar is not None:
        # with a byte order mark, so that Excel reads the accents
        keuzes.naar.write_text(write_rekenblad(regels), "utf-8-sig", newline="")
    else:
        for een in regels:
            print(write_spoorregel(een))
    waar = f" in {keuzes.naar}" if keuzes.naar else ""
    mensen = len({een.casus_id for een in regels if een.casus_id and een.regel.uitslag is Uitslag.OK})
    regels_woord, mensen_woord = "regel" if len(regels) == 1 else "regels", "mens" if mensen == 1 else "mensen"
    print(f"{len(regels)} {regels_woord}{waar}, over {mensen} {mensen_woord}.")


def _read_dag(naam: str, tekst: str) -> date:
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        raise Misgegaan(f"{naam} {tekst!r}: schrijf een dag als 2026-07-14.") from None
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise Misgegaan(f"{naam} {tekst!r}: dit jaar kennen we niet.")
    return dag


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
