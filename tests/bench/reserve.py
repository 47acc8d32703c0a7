"""`python -m tests.bench.reserve [N]`: backup and restore of N casussen (10,000), and a rewrap of ten times as many keys.

Each against a bare thing of the same kind: copying the same bytes through SQLite's own backup, and wrapping keys without a
database. One round each: they take long.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import insert

from leefgebieden.actions.medewerker import add_medewerker, to_mens
from leefgebieden.actions.reserve import make_backup, restore
from leefgebieden.actions.uitwisseling import import_casus
from leefgebieden.commands.reserve import working_elders
from leefgebieden.content.load import load_content
from leefgebieden.context import make_context
from leefgebieden.domain.casusbestand import read_casusbestand
from leefgebieden.store.db import db, writing
from leefgebieden.store.opstarten import open_database
from leefgebieden.store.reservebestand import Reservebestand
from leefgebieden.store.reservekopie import Reservekopie, run
from leefgebieden.store.rijen import read_rijen, write_rijen
from leefgebieden.store.sleutels import fetch_actieve_kek, get_bos, get_dek, rotate_sleutels, wrap
from leefgebieden.store.tables import ONDERDELEN, betrokkene, casus, sleutel
from leefgebieden.store.terugzetten import find_sleutel
from leefgebieden.store.verzegeling import new_dek, seal, unseal
from leefgebieden.store.zegels import ZEGELS
from tests.people import ARGON2, WACHTWOORD, make_app


def timed(wat: str, a: Callable[[], object], bare: Callable[[], object]) -> None:
    """Time a and the bare thing once, and print how many times as long a takes."""
    begin = time.perf_counter()
    a()
    middle = time.perf_counter()
    bare()
    longer, kaal = middle - begin, time.perf_counter() - middle
    print(f"{wat:<70} {longer / kaal:7.1f}x  ({longer:.1f} s; bare {kaal:.2f} s)", flush=True)


def fill(aantal: int, frans_id: str) -> None:
    """Frans, again and again under other ids, each with a key of his own."""
    with writing():
        connection, dek = db.session.connection(), get_dek(frans_id)
        kek = get_bos().read(fetch_actieve_kek())
        tables = [casus, betrokkene, *ONDERDELEN.values()]
        rows = {
            table.name: [
                row for row in read_rijen(connection, table) if row["id" if table is casus else "casus_id"] == frans_id
            ]
            for table in tables
        }
        for number in range(aantal):
            prefix = f"{number:08x}"
            new_id, own = prefix + frans_id[8:], new_dek()
            connection.execute(
                insert(sleutel).values(
                    eigenaar_id=new_id, soort="casus", kek_id=kek.id, gewikkeld=wrap(new_id, kek, own)
                )
            )
            for table in tables:
                write_rijen(connection, table, [_copy(table.name, row, prefix, dek, own) for row in rows[table.name]])


def _copy(table: str, row: dict[str, object], prefix: str, dek: bytes, own: bytes) -> dict[str, object]:
    from base64 import b64decode, b64encode

    new = {**row}
    for column in ("id", "casus_id"):
        if column in row:
            new[column] = prefix + str(row[column])[8:]
    if table not in ZEGELS:
        return new
    sealed = [column for column in ("inhoud", "lijstregel") if column in row]
    opened: dict[str, object] = {column: b64decode(str(row[column])) for column in sealed}
    for before, after in zip(ZEGELS[table]({**row, **opened}), ZEGELS[table]({**new, **opened}), strict=True):
        column = after.plaats.split("|")[1]
        new[column] = b64encode(seal(own, unseal(dek, before.waarde, before.plaats), after.plaats)).decode()
    return new


def main(aantal: int) -> None:
    content = load_content()
    outside = make_context(content)
    frans = read_casusbestand(content.oefencasussen["frans-van-noord"].bestand, content)
    with tempfile.TemporaryDirectory() as folder:
        app = make_app(Path(folder), outside, ARGON2=ARGON2)
        with app.app_context():
            open_database(outside.now())
            anja = to_mens(add_medewerker(outside, app.extensions["hasher"], "anja@team.test", "Anja", WACHTWOORD))
            import_casus(outside, anja, frans)
            fill(aantal, frans.casus.id)
            database = Path(folder) / "leefgebieden.sqlite3"
            made: list[Reservekopie] = []

            def copy() -> None:
                with sqlite3.connect(database) as van, sqlite3.connect(Path(folder) / "kaal.sqlite3") as naar:
                    van.backup(naar)
                van.close()
                naar.close()

            def put_back() -> None:
                with Reservebestand(made[0].bestand) as bestand:
                    run(
                        restore(
                            outside,
                            bestand,
                            find_sleutel(bestand),
                            lambda uri: working_elders(app, SQLALCHEMY_DATABASE_URI=uri),
                            over=True,
                        )
                    )

            timed(
                f"backup of {aantal} casussen, read back and opened / SQLite's own copy",
                lambda: made.append(run(make_backup(outside, Path(folder) / "kopie"))),
                copy,
            )
            timed(f"restore of {aantal} casussen, compared / SQLite's own copy", put_back, copy)
            keys = aantal * 10
            kek = get_bos().read(fetch_actieve_kek())
            own = new_dek()
            with writing():
                db.session.execute(
                    insert(sleutel),
                    [
                        {
                            "eigenaar_id": f"proef-{n}",
                            "soort": "casus",
                            "kek_id": kek.id,
                            "gewikkeld": wrap(f"proef-{n}", kek, own),
                        }
                        for n in range(keys)
                    ],
                )
            timed(
                f"rewrap of {keys} keys in the database / the same without one",
                lambda: list(rotate_sleutels(outside.now())),
                lambda: [wrap(f"proef-{n}", kek, own) for n in range(keys * 2)],
            )
            db.session.remove()
            db.engine.dispose()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
