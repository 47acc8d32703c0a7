"""The epoch of this server: it changes when a database is put back, so that devices offer again what they still hold."""

from collections.abc import Callable
from pathlib import Path


def fetch_epoch(instance: Path, new_id: Callable[[], str]) -> str:
    """The epoch that stands beside the database; a server that has none begins one."""
    bestand = instance / "epoch"
    try:
        return bestand.read_text("ascii")
    except FileNotFoundError:
        instance.mkdir(parents=True, exist_ok=True)
        bestand.write_text(new_id(), "ascii")
        return bestand.read_text("ascii")
