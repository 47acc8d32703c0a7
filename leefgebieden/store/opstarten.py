"""Opening the database of an instance: the newest shape, and every key in its place, before anything is read."""

from datetime import datetime

from leefgebieden.store.migreren import migrate
from leefgebieden.store.sleutels import check_sleutels


def open_database(nu: datetime) -> str | None:
    """Migrate and check the keys. Returns the shape that the database had. Raises SleutelOntbreekt or SleutelVerkeerd."""
    eerder = migrate()
    check_sleutels(nu)
    return eerder
