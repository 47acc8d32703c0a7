"""Files that must be whole or not there: written beside their place, brought to the disk, and only then given their name."""

import os
import secrets
from pathlib import Path


def write_heel(bestand: Path, inhoud: bytes) -> None:
    """Put bytes in a file that only its owner reads, whole or not at all. What stood there before is overwritten on the disk."""
    bestand.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = bestand.with_name(f".{bestand.name}.{secrets.token_hex(4)}")
    handvat = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handvat, "wb") as uit:
        uit.write(inhoud)
        uit.flush()
        os.fsync(uit.fileno())
    vorige = bestand.open("r+b") if os.name == "posix" and bestand.exists() else None
    half.replace(bestand)
    if vorige is not None:
        with vorige:  # it has no name any more, and its bytes go now; Windows does not let go of a name like this
            _overwrite(vorige.fileno())
    sync_folder(bestand.parent)


def destroy_bestand(bestand: Path) -> None:
    """Overwrite a file and take it away. One that is not there is no mistake."""
    try:
        vorige = bestand.open("r+b")
    except FileNotFoundError:
        return
    with vorige:
        _overwrite(vorige.fileno())
    bestand.unlink()
    sync_folder(bestand.parent)


def sync_folder(map_: Path) -> None:
    """Bring the names of the files in a folder to the disk."""
    if os.name == "posix":  # Windows cannot open a folder; there the rename itself has to do
        handvat = os.open(map_, os.O_RDONLY)
        try:
            os.fsync(handvat)
        finally:
            os.close(handvat)


def _overwrite(handvat: int) -> None:
    os.lseek(handvat, 0, os.SEEK_SET)
    os.write(handvat, secrets.token_bytes(os.fstat(handvat).st_size))
    os.fsync(handvat)
