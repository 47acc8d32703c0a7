"""The one place where content becomes what stands in a row, and back.

Every call says to which table, casus, row and version the content belongs: that is what binds it to its place.
"""

import json
from typing import Any


def close_inhoud(tabel: str, casus_id: str, rij_id: str, versie: int, waarde: Any) -> str:
    """Plain JSON values as the text for the column `inhoud` of this row."""
    del tabel, casus_id, rij_id, versie  # bind the content once it is encrypted
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":"))


def open_inhoud(tabel: str, casus_id: str, rij_id: str, versie: int, inhoud: str) -> Any:
    """The JSON values that `close_inhoud` put in this row."""
    del tabel, casus_id, rij_id, versie
    return json.loads(inhoud)
