"""Commands that make the app ready and start it."""

import argparse
import secrets
from dataclasses import replace

from flask import Flask

from leefgebieden.actions.fouten import Botsing
from leefgebieden.actions.medewerker import add_medewerker, set_wachtwoord, to_mens
from leefgebieden.actions.meewerker import ask_meewerker
from leefgebieden.actions.oefening import EchteMensen, check_school
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.actions.uitwisseling import import_casus
from leefgebieden.commands.basis import Misgegaan, get_context, get_hasher, read_bestand
from leefgebieden.commands.reserve import open_bijgewerkt
from leefgebieden.domain.casus import Soort
from leefgebieden.domain.casusbestand import read_casusbestand
from leefgebieden.domain.toegang import Rol
from leefgebieden.store.db import db
from leefgebieden.store.medewerker import fetch_medewerker_by_email, fetch_medewerkers
from leefgebieden.store.team import Plek

DEMO: tuple[tuple[str, str, Rol | None], ...] = (
    ("jan@voorbeeld.test", "Jan", None),
    ("esme@voorbeeld.test", "Esmé", None),
    ("docent@voorbeeld.test", "Ank", Rol.DOCENT),
    ("student@voorbeeld.test", "Sam", Rol.STUDENT),
)
"""Who may sign in, and as what; without a rol as anybody who is added: a worker of the first team."""
PROBEER_POORTEN = 20


def add_opdrachten(delen: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands of this module, with what they ask."""
    start = delen.add_parser("start", help="start de app in je browser")
    start.add_argument("--host", default="127.0.0.1", help="adres om op te luisteren (standaard alleen dit apparaat)")
    start.add_argument("--port", type=int, default=5000, help="poort; is hij bezet, dan de volgende vrije")
    start.add_argument("--oefenen", action="store_true", help="voor een school: hier komt niemand echt in")
    start.set_defaults(doe=_start)

    demo = delen.add_parser(
        "demo", help="zet het voorbeeld Frans van Noord klaar, met twee werkers, een docent en een student"
    )
    demo.set_defaults(doe=_demo)

    check = delen.add_parser("check-content", help="lees de kaart, de vragen en de voorbeelden na")
    check.set_defaults(doe=_check_content)

    delen.add_parser("migrate", help="breng de database naar deze versie").set_defaults(doe=_migrate)


def _start(app: Flask, keuzes: argparse.Namespace) -> None:
    from leefgebieden.serve import find_port, serve  # the server is only needed here

    open_bijgewerkt(app)
    if keuzes.oefenen:
        app.extensions["context"] = replace(get_context(app), alleen_oefenen=True)
    try:
        check_school(get_context(app))
    except EchteMensen as fout:
        raise Misgegaan(f"{fout}.") from None
    medewerkers = fetch_medewerkers()
    if not medewerkers:
        email, wachtwoord = "werker@leefgebieden.test", secrets.token_urlsafe(9)
        add_medewerker(get_context(app), get_hasher(app), email, "Werker", wachtwoord)
        print(f"Eerste medewerker gemaakt. Log in met {email} en wachtwoord {wachtwoord}")
    if keuzes.host not in ("127.0.0.1", "localhost", "::1") and any(m.is_demo for m in medewerkers):
        raise Misgegaan(
            "de demo draait alleen op dit apparaat. Laat --host weg, of begin met een andere LEEFGEBIEDEN_INSTANCE."
        )
    poort = find_port(keuzes.host, keuzes.port, PROBEER_POORTEN)
    if poort is None:
        raise Misgegaan(f"poort {keuzes.port} en de {PROBEER_POORTEN} erna zijn bezet. Kies een andere met --port.")
    naam = "localhost" if keuzes.host in ("127.0.0.1", "localhost", "::1") else keuzes.host
    print(f"leefgebieden staat klaar op http://{naam}:{poort} (stoppen: Ctrl+C)", flush=True)
    # what was looked up here must not stay open: nobody could empty the write-ahead log as long as this serves, and what is
    # erased would wait for it, and stay in it
    db.session.remove()
    serve(app, keuzes.host, poort)


def _demo(app: Flask, keuzes: argparse.Namespace) -> None:
    del keuzes
    open_bijgewerkt(app)
    if any(not medewerker.is_demo for medewerker in fetch_medewerkers()):
        raise Misgegaan(
            "hier werken al echte mensen; de demo komt daar niet bij. Begin met een andere LEEFGEBIEDEN_INSTANCE."
        )
    context, hasher = get_context(app), get_hasher(app)
    wachtwoorden = {}
    for email, naam, rol in DEMO:
        wachtwoorden[email] = secrets.token_urlsafe(9)
        bestaand = fetch_medewerker_by_email(email)
        if bestaand is None:
            plekken = None if rol is None else [Plek(rol)]
            add_medewerker(context, hasher, email, naam, wachtwoorden[email], is_demo=True, plekken=plekken)
        else:
            set_wachtwoord(context, hasher, bestaand, wachtwoorden[email])
    jan, esme = (fetch_medewerker_by_email(email) for email, _, rol in DEMO if rol is None)
    assert jan is not None
    assert esme is not None
    for oefencasus in context.content.oefencasussen.values():
        hele = read_casusbestand(oefencasus.bestand, context.content)
        if hele.casus.soort is not Soort.VOORBEELD:
            continue  # a story to practise on, at Oefenen
        try:
            if import_casus(context, to_mens(jan), hele) is Bewaard.NIEUW:
                # they went to see him together
                ask_meewerker(context, to_mens(jan), hele.casus.id, esme.id)
        except Botsing:
            print("Het voorbeeld is hier al, met wat er in is veranderd. Het blijft zo staan.")
    print("Frans van Noord staat klaar. Log in met:")
    for email, wachtwoord in wachtwoorden.items():
        print(f"  {email}  {wachtwoord}")


def _check_content(app: Flask, keuzes: argparse.Namespace) -> None:
    del keuzes
    content = get_context(app).content
    kaart = content.kaart
    for oefencasus in content.oefencasussen.values():
        read_bestand(oefencasus.bestand, oefencasus.key, app)
    print(
        f"In orde: {len(kaart.leefgebieden)} leefgebieden, {len(kaart.deelgebieden)} deelgebieden, "
        f"{sum(len(d.aandachtspunten) for d in kaart.deelgebieden.values())} aandachtspunten, "
        f"{len(content.vragen)} vragen, {len(content.oefencasussen)} verhalen om te oefenen."
    )


def _migrate(app: Flask, keuzes: argparse.Namespace) -> None:
    del keuzes
    eerder = open_bijgewerkt(app)
    print("De database is klaar." if eerder is None else f"De database is bij (was {eerder}).")
