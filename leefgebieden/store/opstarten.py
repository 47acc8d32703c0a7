"""Opening the database of an instance: the newest shape, and every key in its place, before anything is read."""

from datetime import datetime

from leefgebieden.store.ketensleutel import check_ketensleutel
from leefgebieden.store.migreren import migrate
from leefgebieden.store.sleutels import check_sleutels


def open_database(nu: datetime) -> str | None:
    """Migrate and check the keys. Returns the shape that the database had. Raises SleutelOntbreekt, SleutelVerkeerd or
    LogboeksleutelOntbreekt.
    """
    eerder = migrate()
    check_sleutels(nu)
    check_ketensleutel()
    return eerder
