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
        "SQLALCHEMY_DATABASE_URI": f"sqlite:///{instance / 'leefgebieden.sqlite3'}",
        "MAX_CONTENT_LENGTH": 2 * MB,
        "MAX_FORM_MEMORY_SIZE": 1 * MB,
        "MAX_FORM_PARTS": 500,
        "SESSION_COOKIE_NAME": "leefgebieden",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "WTF_CSRF_TIME_LIMIT": None,
        # how many proxies of one's own stand before the app; only their word about address and https is taken
        "PROXIES": "0",
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
        # "aan" or "uit": whether notities may be written without a network; then they wait, sealed, on the device
        "OFFLINE": "aan",
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
    if "SECRET_KEY" not in settings:
        settings["SECRET_KEY"] = _read_or_make_secret(sleutels / "sessie")
    return settings


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
