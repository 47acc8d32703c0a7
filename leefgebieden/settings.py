"""Settings: the defaults here, then instance/settings.py, then the environment, then what a test passes in."""

import os
import runpy
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PAKKET = Path(__file__).resolve().parent
MB = 1024 * 1024
BESTAND = "leefgebieden.sqlite3"
POSTGRESQL = ("postgresql", "postgres", "postgresql+psycopg")


class InstellingVerkeerd(ValueError):
    """A setting says something that cannot be; the sentence names it and says what it should be."""


def find_folder(naam: str) -> Path:
    """`templates` or `static`: beside the package's files in a wheel, beside the package in a checkout."""
    in_pakket = PAKKET / naam
    return in_pakket if in_pakket.is_dir() else PAKKET.parent / naam


def find_instance() -> Path:
    """The folder of this instance: LEEFGEBIEDEN_INSTANCE, else instance/ of the checkout, else the user's data folder."""
    if gekozen := os.environ.get("LEEFGEBIEDEN_INSTANCE"):
        return Path(gekozen).absolute()
    checkout = PAKKET.parent / "instance"
    return checkout if (PAKKET.parent / "pyproject.toml").is_file() else _user_folder("data") / "leefgebieden"


def find_sleutels(instance: Path) -> Path:
    """Where keys live: LEEFGEBIEDEN_SLEUTELS, else a folder of the user's own configuration, never inside the instance."""
    if gekozen := os.environ.get("LEEFGEBIEDEN_SLEUTELS"):
        return Path(gekozen).absolute()
    naam = str(instance.absolute()).strip("/\\").replace("/", "-").replace("\\", "-").replace(":", "")
    return _user_folder("config") / "leefgebieden" / naam


def _user_folder(soort: str) -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home() / "AppData" / "Local")))
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    standaard = {"data": (".local", "share"), "config": (".config",)}[soort]
    return Path(os.environ.get(f"XDG_{soort.upper()}_HOME", str(Path.home().joinpath(*standaard))))


def load_settings(overrides: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The settings of one app. An unreadable instance/settings.py raises its own SyntaxError: it is the team's file."""
    overrides = overrides or {}
    instance = Path(overrides.get("INSTANCE", find_instance()))
    sleutels = Path(overrides.get("SLEUTELS", find_sleutels(instance)))
    settings: dict[str, Any] = {
        "INSTANCE": instance,
        "SLEUTELS": sleutels,
        # the database of a team: postgresql://name@server/database; empty: a file in the instance
        "DATABASE": "",
        "MAX_CONTENT_LENGTH": 2 * MB,
        "MAX_FORM_MEMORY_SIZE": 1 * MB,
        "MAX_FORM_PARTS": 500,
        "SESSION_COOKIE_NAME": "leefgebieden",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "WTF_CSRF_TIME_LIMIT": None,
        # how many proxies of one's own stand before the app; only their word about address and https is taken
        "PROXIES": "0",
        # who may read /gezond/cijfers from another computer says this word; without it only this computer may
        "CIJFERS_WOORD": "",
        "ARGON2": {},
        # each line of the logboek as one line of JSON, for a log server: a path, or - for stdout
        "LOGBOEK_JSONL": "",
        # "verplicht", "vrij" or "automatisch": a second step is asked of everybody, except while only demo accounts exist
        "TWEEDE_STAP": "automatisch",
        # the account of an organisation (OpenID Connect): the address of its provider, and what it gave this app
        "OIDC_ISSUER": "",
        "OIDC_CLIENT_ID": "",
        "OIDC_CLIENT_SECRET": "",
        # minutes without a request until a screen locks, and hours until one signs in again; a worker may only shorten them
        "SLOT_ONDERWEG": 5,
        "SLOT_KANTOOR": 15,
        "SESSIE_UREN": 8,
        # years that a person's pages are kept after the last contact: without a report under a law, and under which law
        "BEWAREN_OUTREACH": 2,
        "BEWAREN_WMO": 15,
        "BEWAREN_JEUGDWET": 20,
        # people whose term is over: shown at once, and how many one teamleider may erase in a day without a second
        "OPRUIMEN_PER_KEER": 20,
        "VIER_OGEN_VANAF": 5,
        # hours that who works alone waits before he can erase what he asked for
        "WISSEN_WACHT_UREN": 24,
        # days without a line in the logboek after which the clock is not believed before somebody looked at it
        "KLOK_SPRONG_DAGEN": 31,
        # so often refused on one day: then the beheerder is told
        "WEIGERINGEN_PER_DAG": 10,
        # days that words which were typed and not saved are kept
        "CONCEPT_DAGEN": 14,
        # where backups go when no folder is named, as before an upgrade; empty: `reserve` in the instance
        "RESERVE_DIR": "",
        # in days: after how many the backups get a new key, and after how many an old key is destroyed
        "RESERVE_SLEUTEL_DAGEN": 7,
        "RESERVE_BEWAAR_DAGEN": 30,
        # "aan" or "uit": whether notities may be written without a network; then they wait, sealed, on the device
        "OFFLINE": "aan",
        # "aan" or "uit": a school, where nobody real can be written down
        "OEFENEN": "uit",
        # e-mail, only "er staat iets voor je klaar": the server; empty is no e-mail. "starttls", "tls" or "geen" (this computer)
        "SMTP_SERVER": "",
        "SMTP_POORT": 587,
        "SMTP_BEVEILIGING": "starttls",
        "SMTP_GEBRUIKER": "",
        "SMTP_WACHTWOORD": "",
        "MAIL_VAN": "",
        # where the app is found, for the link in an e-mail: https://...
        "ADRES": "",
        # what a team fills in once: the blanks of the vragenlijst (inhoud.md 2)
        "TEAM_LOKET": "",
        "TEAM_STADSDEEL": "het stadsdeel",
        "TEAM_ORGANISATIE": "",
        "TEAM_AANVULLEN": "",
        "TEAM_CRISISNUMMER": "",
    }
    settings.update(_read_instance_settings(instance / "settings.py"))
    settings.update(_read_environment(settings))
    settings.update(overrides)
    settings.setdefault("SQLALCHEMY_DATABASE_URI", find_uri(settings["DATABASE"], instance))
    if "SECRET_KEY" not in settings:
        settings["SECRET_KEY"] = _read_or_make_secret(sleutels / "sessie")
    return settings


def find_uri(database: str, instance: Path) -> str:
    """What SQLAlchemy calls this database; an empty one is the file in the instance. Raises InstellingVerkeerd."""
    if not database:
        return f"sqlite:///{instance / BESTAND}"
    soort, _, rest = database.partition("://")
    if soort not in POSTGRESQL or not rest:
        raise InstellingVerkeerd(
            "DATABASE begint met postgresql://, bijvoorbeeld postgresql://leefgebieden@localhost/leefgebieden"
        )
    return f"postgresql+psycopg://{rest}"


def _read_instance_settings(bestand: Path) -> dict[str, Any]:
    if not bestand.is_file():
        return {}
    return {naam: waarde for naam, waarde in runpy.run_path(str(bestand)).items() if naam.isupper()}


def _read_environment(settings: Mapping[str, Any]) -> dict[str, Any]:
    """`LEEFGEBIEDEN_TEAM_LOKET` and the like: texts and whole numbers that exist, so a misspelt name makes no new setting."""
    gelezen: dict[str, Any] = {}
    for naam, waarde in settings.items():
        uit_omgeving = os.environ.get(f"LEEFGEBIEDEN_{naam}")
        if uit_omgeving is None or isinstance(waarde, bool):
            continue
        if isinstance(waarde, str):
            gelezen[naam] = uit_omgeving
        elif isinstance(waarde, int) and uit_omgeving.isascii() and uit_omgeving.isdigit():
            gelezen[naam] = int(uit_omgeving)
    return gelezen


def _read_or_make_secret(bestand: Path) -> str:
    try:
        return bestand.read_text("ascii")
    except FileNotFoundError:
        bestand.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        geheim = secrets.token_urlsafe(48)
        handvat = os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handvat, "w", encoding="ascii") as uit:
            uit.write(geheim)
        return geheim
