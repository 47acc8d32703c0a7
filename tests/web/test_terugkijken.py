"""What looking back says of four tries: an empty, a copied, a hostile and a brilliant one. Kept in docs/terugkijken.md.

LEEFGEBIEDEN_BEELDEN=1 writes that page again.
"""

import os
from pathlib import Path

from flask import Flask

from leefgebieden.content.model import Content
from leefgebieden.context import Context
from leefgebieden.domain.toegang import Rol
from leefgebieden.store.team import Plek
from tests.page import tag, words
from tests.pages import PagesClient, make_client
from tests.people import add_mens, sign_in

PAGINA = Path(__file__).parents[2] / "docs" / "terugkijken.md"
KOP = """# Terugkijken: vier pogingen

Wat de app zegt als iemand met Frans oefende en dan op **Kijk terug** tikt. Zo staat het er echt: een test maakt deze pagina.
Er komt nooit een cijfer, en nooit dat iets fout is.
"""
HUIS, MENSEN = {"plaatsen": ["huisvesting"]}, {"plaatsen": ["netwerk"]}
BRILJANT: tuple[tuple[str, dict[str, list[str]]], ...] = (
    ("‘Het helpt toch allemaal niet’, zegt hij.", {"van_wie": ["zelf"], "plaatsen": ["psychisch"]}),
    ("Hij gaf ons de codes van de bel. Dat deed hij zelf.", {"van_wie": ["gezien"], "wat": ["kracht"], **HUIS}),
    (
        "Pizzadozen tot het plafond. Tegen het lawaai en de tocht, zegt hij.",
        {"van_wie": ["zelf", "gezien"], "wat": ["lastig", "verklaart"], **HUIS},
    ),
    ("De vrijwilliger van de kerk haalt elke week boodschappen.", {"wat": ["kracht"], **MENSEN}),
    (
        "Hij wil Harrie zo graag zien.",
        {"van_wie": ["zelf"], "wanneer": ["wens"], "wat": ["kracht"], "plaatsen": ["sociaal-functioneren"]},
    ),
    (
        "Misschien doet hij de deur dicht voordat een ander het doet.",
        {"van_wie": ["gezien"], "wat": ["verklaart"], **MENSEN},
    ),
)


def look_back(client: PagesClient, notities: list[tuple[str, dict[str, list[str]]]]) -> str:
    """Begin with Frans, write these down, and look back: what the page then says, a line for each piece."""
    client.get("/oefenen")
    client.submit("/oefenen/frans-van-noord")
    begin = client.page.url.removesuffix("/oefening")
    for tekst, labels in notities:
        client.get(f"{begin}/notities/nieuw")
        client.submit(fields={"tekst": tekst, **labels})
    pagina = client.get(f"{begin}/oefening/terugkijken")
    (inhoud,) = pagina.all("main")
    regels = []
    for stuk in inhoud.iter():
        if tag(stuk) in {"h2", "h3", "p", "summary"} and (zin := words(stuk)):
            regels.append(f"**{zin}**" if tag(stuk) in {"h2", "h3"} else zin)
    return "\n\n".join(regels[: regels.index("**Dit stond er ook**")])


def test_four_tries_read_as_they_stand_in_the_documentation(app: Flask, outside: Context, content: Content) -> None:
    gekopieerd = content.oefeningen["frans-van-noord"].fragmenten[3].alineas
    pogingen: list[tuple[str, list[tuple[str, dict[str, list[str]]]]]] = [
        ("Niets opgeschreven", []),
        ("Overgeschreven uit het verhaal", [(alinea, {}) for alinea in gekopieerd]),
        (
            "Boos geschreven",
            [("Wat een zorgmijder. Hij liegt alles bij elkaar!", {"wat": ["lastig"]}), ("Rotoefening", {})],
        ),
        ("Goed geluisterd", list(BRILJANT)),
    ]
    delen = [KOP]
    for nummer, (naam, notities) in enumerate(pogingen):
        client = sign_in(make_client(app), add_mens(app, outside, f"Student{nummer}", Plek(Rol.STUDENT)))
        delen.append(f"## {naam}\n\n{look_back(client, notities)}\n")
    tekst = "\n".join(delen)
    if os.environ.get("LEEFGEBIEDEN_BEELDEN") == "1":
        PAGINA.write_text(tekst, "utf-8")
    assert tekst == PAGINA.read_text("utf-8")
