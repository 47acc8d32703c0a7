"""The one place where content becomes what stands in a row, and back.

Content is sealed with the key of its owner for exactly one place: table, column, owner, row and version. In another place,
or over another version, it does not open.
"""

import hashlib
import hmac
import json
from typing import Any

from leefgebieden.store.sleutels import get_dek
from leefgebieden.store.verzegeling import seal, unseal


def close_inhoud(eigenaar_id: str, tabel: str, kolom: str, rij_id: str, versie: int, waarde: Any) -> bytes:
    """Plain JSON values as the bytes for this column of this row. KeyError when the owner has no key (any more)."""
    tekst = json.dumps(waarde, ensure_ascii=False, separators=(",", ":"))
    return seal(get_dek(eigenaar_id), tekst.encode(), f"{tabel}|{kolom}|{eigenaar_id}|{rij_id}|{versie}")


def open_inhoud(eigenaar_id: str, tabel: str, kolom: str, rij_id: str, versie: int, inhoud: bytes) -> Any:
    """The JSON values that `close_inhoud` put in this place. Raises Zegelbreuk when it was changed or moved."""
    return json.loads(unseal(get_dek(eigenaar_id), inhoud, f"{tabel}|{kolom}|{eigenaar_id}|{rij_id}|{versie}"))


def hide_naam(eigenaar_id: str, naam: str) -> str:
    """A name that rows are found by, in a form that tells nothing without the owner's key."""
    return hmac.new(get_dek(eigenaar_id), naam.encode(), hashlib.sha256).hexdigest()
