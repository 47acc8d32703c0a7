"""The name of the file of an A4: a day and three characters, never a name of somebody."""

from datetime import date
from uuid import UUID

_TEKENS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without what looks alike: 0 and o, 1, i and l."""


def write_bestandsnaam(voor: str, dag: date, *, soort: str = "samenvatting", einde: str = "pdf") -> str:
    """ "samenvatting-2026-07-14-k7q.pdf"; `voor` is a UUID, and the same one gives the same characters."""
    rest = UUID(voor).int
    code = ""
    for _ in range(3):
        rest, plek = divmod(rest, len(_TEKENS))
        code += _TEKENS[plek]
    return f"{soort}-{dag.isoformat()}-{code}.{einde}"
