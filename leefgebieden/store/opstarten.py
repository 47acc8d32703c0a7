"""Opening the database of an instance: the newest shape, and every key in its place, before anything is read."""

from datetime import datetime

from leefgebieden.store.grafsteen import replay_grafstenen
from leefgebieden.store.ketensleutel import check_ketensleutel
from leefgebieden.store.migreren import migrate
from leefgebieden.store.sleutels import check_sleutels, needs_rotation
from leefgebieden.store.wissen import destroy_resten


def open_database(nu: datetime) -> str | None:
    """Migrate, check the keys, and finish an erasure that was cut off. Returns the shape that the database had.

    Raises SleutelOntbreekt, SleutelVerkeerd or LogboeksleutelOntbreekt.
    """
    eerder = migrate()
    check_sleutels(nu)
    check_ketensleutel()
    replay_grafstenen()
    if needs_rotation():
        for _ in destroy_resten(nu):
            pass
    return eerder
