"""Commands that read, write or draw one casus."""

import argparse
from pathlib import Path

from flask import Flask

from leefgebieden.actions.fouten import AlleenOefenen, Botsing
from leefgebieden.actions.lezen import reading_casus
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.actions.uitwisseling import IdElders, export_casus, import_casus
from leefgebieden.commands.basis import (
    Misgegaan,
    add_als,
    find_actor,
    find_casus,
    get_context,
    need_reden,
    read_bestand,
)
from leefgebieden.domain.casus import Namen, Soort
from leefgebieden.domain.casusbestand import BESTAND_MAX_BYTES
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.samenvatting import Gelezen, compose_samenvatting
from leefgebieden.store.grafsteen import Gewist
from leefgebieden.store.opstarten import open_database


def add_opdrachten(delen: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands of this module, with what they ask."""
    lees = delen.add_parser("import-casus", help="lees een casus uit een bestand")
    lees.add_argument("bestand", metavar="FILE", type=Path)
    add_als(lees)
    lees.set_defaults(doe=_import_casus)

    schrijf = delen.add_parser("export-casus", help="schrijf een casus naar een bestand")
    schrijf.add_argument("casus", metavar="CASUS", help="id, of een naam als die één keer voorkomt")
    schrijf.add_argument("-o", dest="naar", metavar="FILE", type=Path, required=True)
    add_als(schrijf)
    schrijf.set_defaults(doe=_export_casus)

    teken = delen.add_parser("draw-samenvatting", help="teken de A4 van een casus")
    teken.add_argument("casus", metavar="CASUS", help="id, of een naam als die één keer voorkomt")
    teken.add_argument("-o", dest="naar", metavar="FILE.pdf", type=Path, required=True)
    teken.add_argument("--namen", choices=[str(n) for n in Namen], default=Namen.INITIALEN.value)
    add_als(teken)
    teken.set_defaults(doe=_draw_samenvatting)


def _import_casus(app: Flask, keuzes: argparse.Namespace) -> None:
    open_database(get_context(app).now())
    door = find_actor(keuzes)
    with keuzes.bestand.open("rb") as bron:
        # one more than may be is enough to refuse it: what is larger never gets into memory
        inhoud = bron.read(BESTAND_MAX_BYTES + 1)
    hele = read_bestand(inhoud, str(keuzes.bestand), app)
    grond = need_reden(keuzes, hele.casus.soort)
    try:
        bewaard = import_casus(get_context(app), door, hele, grond)
    except Botsing:
        raise Misgegaan(
            f"{keuzes.bestand}: deze casus is hier al, met een andere inhoud. Er is niets veranderd."
        ) from None
    except Gewist:
        raise Misgegaan(
            f"{keuzes.bestand}: deze casus is hier gewist en komt niet terug. Er is niets veranderd."
        ) from None
    except AlleenOefenen:
        raise Misgegaan(f"{keuzes.bestand}: hier wordt alleen geoefend; iemand echt komt er niet in.") from None
    except IdElders as fout:
        raise Misgegaan(f"{keuzes.bestand}: {fout}. Er is niets veranderd.") from None
    print("De casus is al aanwezig." if bewaard is Bewaard.AL_ONTVANGEN else f"De casus is ingelezen: {hele.casus.id}")


def _export_casus(app: Flask, keuzes: argparse.Namespace) -> None:
    open_database(get_context(app).now())
    door = find_actor(keuzes)
    casus_id, soort = find_casus(app, door, keuzes.casus)
    grond = need_reden(keuzes, soort)
    keuzes.naar.write_bytes(export_casus(get_context(app), door, casus_id, grond))
    print(f"De casus staat in {keuzes.naar}")


def _draw_samenvatting(app: Flask, keuzes: argparse.Namespace) -> None:
    from leefgebieden.pdf.samenvatting import draw_samenvatting  # the PDF library is only needed here

    open_database(get_context(app).now())
    context, door, namen = get_context(app), find_actor(keuzes), Namen(keuzes.namen)
    casus_id, soort = find_casus(app, door, keuzes.casus)
    grond = need_reden(keuzes, soort)
    with reading_casus(context, door, casus_id, Actie.A4_GETEKEND, velden=(namen.value,), grond=grond) as (gelezen, _):
        pass
    samenvatting = compose_samenvatting(
        gelezen.hele, context.content, namen=namen, gelezen=Gelezen.NOG_NIET, maker=door.naam, nu=context.now()
    )
    merk = "OEFENEN. Deze persoon bestaat niet." if soort is Soort.OEFENING else ""
    keuzes.naar.write_bytes(draw_samenvatting(samenvatting, merk))
    print(f"De A4 staat in {keuzes.naar}")
