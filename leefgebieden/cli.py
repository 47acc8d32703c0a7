"""The `leefgebieden` command: parse, call an action, say in one line what was done.

A mistake is one line on stderr that names what is wrong and how to mend it; then the exit code is 2 and nothing changed.
"""

import argparse
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path

from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy.exc import OperationalError

from leefgebieden import create_app
from leefgebieden.actions.fouten import Botsing, LogboekDicht
from leefgebieden.actions.medewerker import EmailBezet, add_medewerker, set_wachtwoord, to_mens
from leefgebieden.actions.meewerker import ask_meewerker
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.actions.samenvatting import log_getekend
from leefgebieden.actions.tweedestap import reset_tweede_stap
from leefgebieden.actions.uitwisseling import IdElders, export_casus, import_casus
from leefgebieden.content.load import ContentError
from leefgebieden.context import Context
from leefgebieden.domain.casus import HeleCasus, Namen, Soort
from leefgebieden.domain.casusbestand import read_casusbestand
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.samenvatting import Gelezen, compose_samenvatting
from leefgebieden.domain.vorm import Vormfout
from leefgebieden.logboekwacht import add_opdrachten
from leefgebieden.store.casus import fetch_casus, fetch_casus_ids, fetch_kop
from leefgebieden.store.herstelblad import HerstelbladFout, join_helften, read_helft, split_kek, write_helft
from leefgebieden.store.medewerker import Medewerker, fetch_medewerker_by_email, fetch_medewerkers
from leefgebieden.store.migreren import migrate
from leefgebieden.store.opstarten import open_database
from leefgebieden.store.sleutelbos import SleutelOnleesbaar, SleutelOntbreekt
from leefgebieden.store.sleutels import SleutelVerkeerd, fetch_actieve_kek, fetch_kek_ids, get_bos, rotate_sleutels

DEMO = (("jan@voorbeeld.test", "Jan"), ("esme@voorbeeld.test", "Esmé"))
PROBEER_POORTEN = 20


class Misgegaan(Exception):
    """What is wrong and how to mend it, in one line."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code."""
    keuzes = _make_parser().parse_args(argv)
    try:
        app = create_app()
        with app.app_context():
            return int(keuzes.doe(app, keuzes) or 0)
    except (Misgegaan, ContentError, HerstelbladFout, SleutelOntbreekt, SleutelOnleesbaar, SleutelVerkeerd) as fout:
        print(f"leefgebieden: {fout}", file=sys.stderr)
    except OperationalError as fout:
        print(f"leefgebieden: de database doet het niet: {fout.orig}", file=sys.stderr)
    except LogboekDicht as fout:
        print(f"leefgebieden: het logboek doet het niet, dus er is niets gedaan: {fout.__cause__}", file=sys.stderr)
    except OSError as fout:
        print(f"leefgebieden: {fout.filename or ''}: {fout.strerror or fout}", file=sys.stderr)
    return 2


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="leefgebieden", description="Van een gesprek aan de keukentafel naar één A4.")
    delen = parser.add_subparsers(title="opdrachten", required=True, metavar="OPDRACHT")

    start = delen.add_parser("start", help="start de app in je browser")
    start.add_argument("--host", default="127.0.0.1", help="adres om op te luisteren (standaard alleen dit apparaat)")
    start.add_argument("--port", type=int, default=5000, help="poort; is hij bezet, dan de volgende vrije")
    start.set_defaults(doe=_start)

    demo = delen.add_parser("demo", help="zet het voorbeeld Frans van Noord klaar, met twee medewerkers")
    demo.set_defaults(doe=_demo)

    check = delen.add_parser("check-content", help="lees de kaart, de vragen en de voorbeelden na")
    check.set_defaults(doe=_check_content)

    nieuw = delen.add_parser("add-medewerker", help="voeg een medewerker toe")
    nieuw.add_argument("email", metavar="EMAIL")
    nieuw.add_argument("naam", metavar="NAAM")
    nieuw.set_defaults(doe=_add_medewerker)

    lees = delen.add_parser("import-casus", help="lees een casus uit een bestand")
    lees.add_argument("bestand", metavar="FILE", type=Path)
    _add_als(lees)
    lees.set_defaults(doe=_import_casus)

    schrijf = delen.add_parser("export-casus", help="schrijf een casus naar een bestand")
    schrijf.add_argument("casus", metavar="CASUS", help="id, of een naam als die één keer voorkomt")
    schrijf.add_argument("-o", dest="naar", metavar="FILE", type=Path, required=True)
    _add_als(schrijf)
    schrijf.set_defaults(doe=_export_casus)

    teken = delen.add_parser("draw-samenvatting", help="teken de A4 van een casus")
    teken.add_argument("casus", metavar="CASUS", help="id, of een naam als die één keer voorkomt")
    teken.add_argument("-o", dest="naar", metavar="FILE.pdf", type=Path, required=True)
    teken.add_argument("--namen", choices=[str(n) for n in Namen], default=Namen.INITIALEN.value)
    _add_als(teken)
    teken.set_defaults(doe=_draw_samenvatting)

    wis = delen.add_parser("reset-tweede-stap", help="wis de tweede stap van wie telefoon en codes kwijt is")
    wis.add_argument("email", metavar="EMAIL")
    wis.set_defaults(doe=_reset_tweede_stap)

    draai = delen.add_parser("rotate-sleutels", help="neem een nieuwe sleutel in gebruik en vernietig de vorige")
    draai.set_defaults(doe=_rotate_sleutels)

    blad = delen.add_parser("print-herstelblad", help="schrijf de sleutel in twee delen, voor twee mensen")
    blad.add_argument("naar", metavar="DIR", type=Path)
    blad.set_defaults(doe=_print_herstelblad)

    herstel = delen.add_parser("restore-sleutel", help="maak de sleutel opnieuw met de twee delen van het herstelblad")
    herstel.add_argument("deel1", metavar="DEEL1", type=Path)
    herstel.add_argument("deel2", metavar="DEEL2", type=Path)
    herstel.set_defaults(doe=_restore_sleutel)

    delen.add_parser("migrate", help="breng de database naar deze versie").set_defaults(doe=_migrate)
    add_opdrachten(delen)
    return parser


def _add_als(deel: argparse.ArgumentParser) -> None:
    deel.add_argument("--als", metavar="EMAIL", help="wie dit doet (standaard de eerste medewerker)")
    deel.add_argument("--reden", default="", help="waarom: nodig bij echte mensen, komt in het logboek")


def _start(app: Flask, keuzes: argparse.Namespace) -> None:
    from leefgebieden.serve import find_port, serve  # the server is only needed here

    open_database(_context(app).now())
    medewerkers = fetch_medewerkers()
    if not medewerkers:
        email, wachtwoord = "werker@leefgebieden.test", secrets.token_urlsafe(9)
        add_medewerker(_context(app), _hasher(app), email, "Werker", wachtwoord)
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
    serve(app, keuzes.host, poort)


def _demo(app: Flask, keuzes: argparse.Namespace) -> None:
    del keuzes
    open_database(_context(app).now())
    if any(not medewerker.is_demo for medewerker in fetch_medewerkers()):
        raise Misgegaan(
            "hier werken al echte mensen; de demo komt daar niet bij. Begin met een andere LEEFGEBIEDEN_INSTANCE."
        )
    context, hasher = _context(app), _hasher(app)
    wachtwoorden = {}
    for email, naam in DEMO:
        wachtwoorden[email] = secrets.token_urlsafe(9)
        bestaand = fetch_medewerker_by_email(email)
        if bestaand is None:
            add_medewerker(context, hasher, email, naam, wachtwoorden[email], is_demo=True)
        else:
            set_wachtwoord(context, hasher, bestaand, wachtwoorden[email])
    jan, esme = fetch_medewerkers()[:2]
    for oefencasus in context.content.oefencasussen.values():
        hele = read_casusbestand(oefencasus.bestand, context.content)
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
    content = _context(app).content
    kaart = content.kaart
    for oefencasus in content.oefencasussen.values():
        _read(oefencasus.bestand, oefencasus.key, app)
    print(
        f"In orde: {len(kaart.leefgebieden)} leefgebieden, {len(kaart.deelgebieden)} deelgebieden, "
        f"{sum(len(d.aandachtspunten) for d in kaart.deelgebieden.values())} aandachtspunten, "
        f"{len(content.vragen)} vragen, {len(content.oefencasussen)} voorbeeld."
    )


def _add_medewerker(app: Flask, keuzes: argparse.Namespace) -> None:
    open_database(_context(app).now())
    if "@" not in keuzes.email.strip()[1:-1] or len(keuzes.email) > 254:
        raise Misgegaan(f"{keuzes.email!r} is geen e-mailadres.")
    if not keuzes.naam.strip() or len(keuzes.naam) > 80:
        raise Misgegaan("de naam moet 1 tot 80 tekens hebben.")
    wachtwoord = secrets.token_urlsafe(12)
    try:
        add_medewerker(_context(app), _hasher(app), keuzes.email, keuzes.naam.strip(), wachtwoord)
    except EmailBezet:
        raise Misgegaan(f"er is al een medewerker met {keuzes.email}.") from None
    print(f"Medewerker toegevoegd. Log in met {keuzes.email} en wachtwoord {wachtwoord}")


def _import_casus(app: Flask, keuzes: argparse.Namespace) -> None:
    open_database(_context(app).now())
    door = _find_actor(keuzes)
    hele = _read(keuzes.bestand.read_bytes(), str(keuzes.bestand), app)
    grond = _need_reden(keuzes, hele.casus.soort)
    try:
        bewaard = import_casus(_context(app), door, hele, grond)
    except Botsing:
        raise Misgegaan(
            f"{keuzes.bestand}: deze casus is hier al, met een andere inhoud. Er is niets veranderd."
        ) from None
    except IdElders as fout:
        raise Misgegaan(f"{keuzes.bestand}: {fout}. Er is niets veranderd.") from None
    print("De casus is al aanwezig." if bewaard is Bewaard.AL_ONTVANGEN else f"De casus is ingelezen: {hele.casus.id}")


def _export_casus(app: Flask, keuzes: argparse.Namespace) -> None:
    open_database(_context(app).now())
    door = _find_actor(keuzes)
    casus_id, soort = _find_casus(keuzes.casus)
    grond = _need_reden(keuzes, soort)
    keuzes.naar.write_bytes(export_casus(_context(app), door, casus_id, grond))
    print(f"De casus staat in {keuzes.naar}")


def _draw_samenvatting(app: Flask, keuzes: argparse.Namespace) -> None:
    from leefgebieden.pdf.samenvatting import draw_samenvatting  # the PDF library is only needed here

    open_database(_context(app).now())
    context, door, namen = _context(app), _find_actor(keuzes), Namen(keuzes.namen)
    casus_id, soort = _find_casus(keuzes.casus)
    grond = _need_reden(keuzes, soort)
    gelezen = fetch_casus(casus_id)
    assert gelezen is not None  # it was found a moment ago
    samenvatting = compose_samenvatting(
        gelezen.hele, context.content, namen=namen, gelezen=Gelezen.NOG_NIET, maker=door.naam, nu=context.now()
    )
    pdf = draw_samenvatting(samenvatting)
    log_getekend(context, door, casus_id, namen, grond)
    keuzes.naar.write_bytes(pdf)
    print(f"De A4 staat in {keuzes.naar}")


def _migrate(app: Flask, keuzes: argparse.Namespace) -> None:
    del keuzes
    eerder = open_database(_context(app).now())
    print("De database is klaar." if eerder is None else f"De database is bij (was {eerder}).")


def _reset_tweede_stap(app: Flask, keuzes: argparse.Namespace) -> None:
    open_database(_context(app).now())
    medewerker = fetch_medewerker_by_email(keuzes.email)
    if medewerker is None:
        raise Misgegaan(f"er is geen medewerker met {keuzes.email}.")
    reset_tweede_stap(_context(app), to_mens(medewerker))
    print(f"De tweede stap van {keuzes.email} is gewist. Bij het volgende aanmelden stelt hij hem opnieuw in.")


def _rotate_sleutels(app: Flask, keuzes: argparse.Namespace) -> None:
    del keuzes
    open_database(_context(app).now())
    for _ in rotate_sleutels(_context(app).now()):
        pass
    print(f"De sleutel {fetch_actieve_kek()} is in gebruik; de vorige is vernietigd. Maak een nieuw herstelblad.")


def _print_herstelblad(app: Flask, keuzes: argparse.Namespace) -> None:
    open_database(_context(app).now())
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
        open_database(_context(app).now())
    except SleutelVerkeerd:
        get_bos().destroy(kek.id)
        raise
    print(f"De sleutel {kek.id} is terug en past op de database.")


def _context(app: Flask) -> Context:
    context: Context = app.extensions["context"]
    return context


def _hasher(app: Flask) -> PasswordHasher:
    hasher: PasswordHasher = app.extensions["hasher"]
    return hasher


def _read(inhoud: bytes, waar: str, app: Flask) -> HeleCasus:
    try:
        return read_casusbestand(inhoud, _context(app).content)
    except Vormfout as fout:
        raise Misgegaan(f"{waar}: {fout}. Er is niets veranderd.") from None


def _find_actor(keuzes: argparse.Namespace) -> Mens:
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


def _find_casus(gevraagd: str) -> tuple[str, Soort]:
    """The casus with this id, or the only one with this name."""
    gevonden = []
    for casus_id in fetch_casus_ids():
        casus, _ = fetch_kop(casus_id)
        if gevraagd in (casus.id, casus.naam, casus.roepnaam, casus.schuilnaam):
            gevonden.append((casus.id, casus.soort))
    if not gevonden:
        raise Misgegaan(f"er is niemand met id of naam {gevraagd!r}.")
    if len(gevonden) > 1:
        raise Misgegaan(f"er zijn {len(gevonden)} mensen met naam {gevraagd!r}. Geef het id.")
    return gevonden[0]


def _need_reden(keuzes: argparse.Namespace, soort: Soort) -> str:
    reden: str = keuzes.reden.strip()
    if soort is Soort.ECHT and not reden:
        raise Misgegaan('dit gaat over een echt mens. Zeg waarom je dit doet met --reden "...".')
    return reden
