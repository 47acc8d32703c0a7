"""Commands for backups: making one, putting one back, and testing that this works."""

import argparse
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from leefgebieden import create_app
from leefgebieden.actions.reserve import Bezet, drill, find_versie, make_backup, restore
from leefgebieden.commands.basis import Misgegaan, get_context
from leefgebieden.domain.datum import to_dag, write_hele_dag, write_tijd
from leefgebieden.store.db import db
from leefgebieden.store.herstelblad import join_helften, read_helft
from leefgebieden.store.herstelplek import InGebruik
from leefgebieden.store.instantie import RESERVEKOPIE, fetch_feit
from leefgebieden.store.kluis import KLUIS, open_kluis
from leefgebieden.store.opstarten import open_database
from leefgebieden.store.reservebestand import Manifest, Reservebestand
from leefgebieden.store.reservekopie import list_halve, list_reservekopieen, run
from leefgebieden.store.sleutelbos import Kek, SleutelOntbreekt
from leefgebieden.store.sleutels import get_bos
from leefgebieden.store.terugzetten import find_sleutel


def add_opdrachten(delen: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands of this module, with what they ask."""
    kopie = delen.add_parser("backup", help="maak een reservekopie, ook terwijl de app draait")
    kopie.add_argument("naar", metavar="DIR", type=Path, nargs="?", help="map (standaard de instelling RESERVE_DIR)")
    kopie.set_defaults(doe=_backup)

    terug = delen.add_parser("restore", help="zet een reservekopie terug; stop eerst de app")
    terug.add_argument("bestand", metavar="FILE", type=Path)
    terug.add_argument("--over", action="store_true", help="ook als er al gegevens staan: die gaan dan opzij")
    terug.set_defaults(doe=_restore)

    oefen = delen.add_parser("drill", help="hersteltest: zet een reservekopie ergens anders terug en vergelijk alles")
    oefen.add_argument(
        "bestand", metavar="FILE", type=Path, nargs="?", help="bestand of map (standaard de nieuwste kopie)"
    )
    oefen.add_argument(
        "--herstelblad", metavar=("DEEL1", "DEEL2"), type=Path, nargs=2, help="met de sleutel van papier"
    )
    oefen.add_argument("--kluis", metavar="FILE", type=Path, help=f"standaard {KLUIS} naast de reservekopie")
    oefen.set_defaults(doe=_drill)


def find_map(app: Flask) -> Path:
    """Where backups go when nobody says where."""
    return Path(app.config["RESERVE_DIR"] or app.config["INSTANCE"] / "reserve")


def open_bijgewerkt(app: Flask) -> str | None:
    """Open the database; before its shape changes a backup is made."""
    return open_database(get_context(app).now(), find_map(app), find_versie())


def _backup(app: Flask, keuzes: argparse.Namespace) -> None:
    open_bijgewerkt(app)
    map_ = keuzes.naar or find_map(app)
    kopie = run(make_backup(get_context(app), map_))
    halve = list_halve(map_)
    let_op = f" Let op: {len(halve)} eerdere kopie is niet gelukt, zoals {halve[-1].name}." if halve else ""
    print(f"Reservekopie gemaakt en nagelezen: {kopie.bestand} ({kopie.manifest.count_rijen()} rijen).{let_op}")


def _restore(app: Flask, keuzes: argparse.Namespace) -> None:
    with Reservebestand(keuzes.bestand) as bestand:
        sleutel = find_sleutel(bestand)

        @contextmanager
        def elders(uri: str) -> Iterator[Flask]:
            with working_elders(app, SQLALCHEMY_DATABASE_URI=uri) as ander:
                yield ander

        try:
            hersteld = run(restore(get_context(app), bestand, sleutel, elders, over=keuzes.over))
        except (Bezet, InGebruik) as fout:
            raise Misgegaan(f"{fout}.") from None
    opzij = f" Wat er stond, staat in {hersteld.opzij}." if hersteld.opzij else ""
    print(f"Hersteld naar {_write_moment(hersteld.manifest)}.{opzij} Iedereen meldt zich opnieuw aan.")


def _drill(app: Flask, keuzes: argparse.Namespace) -> None:
    open_bijgewerkt(app)
    pad = _find_reservekopie(app, keuzes.bestand)
    with Reservebestand(pad) as bestand:
        if keuzes.herstelblad:
            blad_id, sleutel = _open_met_blad(bestand, keuzes.herstelblad, keuzes.kluis or pad.parent / KLUIS)
        else:
            blad_id, sleutel = None, find_sleutel(bestand)
        waarden = drill(get_context(app), bestand, sleutel, _scratch(app), blad_id)
    met = " met het herstelblad" if blad_id else ""
    print(
        f"Hersteltest{met} gelukt: {pad.name} van {_write_moment(bestand.manifest)}, "
        f"{bestand.manifest.count_rijen()} rijen gelijk, {waarden} waarden geopend."
    )


def _find_reservekopie(app: Flask, gevraagd: Path | None) -> Path:
    """The file that is meant: the one that is named, the newest in a folder, or the last one that was made."""
    if gevraagd is not None and not gevraagd.is_dir():
        return gevraagd
    laatste = fetch_feit(RESERVEKOPIE)
    if gevraagd is None and laatste is not None and Path(laatste).is_file():
        return Path(laatste)
    gevonden = list_reservekopieen(gevraagd or find_map(app))
    if not gevonden:
        raise Misgegaan(f"in {gevraagd or find_map(app)} staat geen reservekopie. Maak er een met: leefgebieden backup")
    return gevonden[-1]


def _open_met_blad(bestand: Reservebestand, delen: list[Path], kluis: Path) -> tuple[str, Kek]:
    """The key of a backup by way of the paper, as somebody would who has nothing else."""
    blad_id, geheim = join_helften(*(read_helft(deel.read_text("utf-8")) for deel in delen))
    sleutels = open_kluis(kluis, blad_id, geheim)
    nodig = bestand.manifest.sleutel
    try:
        return blad_id, Kek(nodig, sleutels[f"reserve-{nodig}.sleutel"])
    except KeyError:
        raise SleutelOntbreekt(nodig, kluis) from None


@contextmanager
def _scratch(app: Flask) -> Iterator[Flask]:
    """An app with an empty instance and a folder for keys of its own; at the end nothing of it is left."""
    bij_sleutels = get_bos().map
    for map_ in (app.config["INSTANCE"], bij_sleutels):
        for rest in map_.glob(".drill-*"):
            shutil.rmtree(rest)  # of a test that was cut off
    with (
        tempfile.TemporaryDirectory(prefix=".drill-", dir=app.config["INSTANCE"]) as instance,
        tempfile.TemporaryDirectory(prefix=".drill-", dir=bij_sleutels) as sleutels,
        working_elders(
            app,
            INSTANCE=Path(instance),
            SLEUTELS=Path(sleutels),
            SQLALCHEMY_DATABASE_URI=f"sqlite:///{instance}/leefgebieden.sqlite3",
            SECRET_KEY=secrets.token_urlsafe(32),
            LOGBOEK_JSONL="",
        ) as ander,
    ):
        yield ander
        _ask_pages(ander)
        for kek_id in get_bos().list_ids():
            get_bos().destroy(kek_id)


def _ask_pages(ander: Flask) -> None:
    """Whether the restored app answers."""
    bezoeker = ander.test_client()
    for adres in ("/gezond", "/aanmelden"):
        antwoord = bezoeker.get(adres)
        if antwoord.status_code != 200:
            raise Misgegaan(f"de herstelde app antwoordt op {adres} met {antwoord.status_code}.")


@contextmanager
def working_elders(app: Flask, **anders: object) -> Iterator[Flask]:
    """Work with a second app for a while: as this one, but for these settings."""
    eigen = {naam: waarde for naam, waarde in app.config.items() if naam != "SQLALCHEMY_ENGINE_OPTIONS"}
    ander = create_app({**eigen, **anders}, get_context(app))
    with ander.app_context():
        try:
            yield ander
        finally:
            db.session.remove()
            db.engine.dispose()


def _write_moment(manifest: Manifest) -> str:
    return f"{write_hele_dag(to_dag(manifest.moment))} {write_tijd(manifest.moment)}"
