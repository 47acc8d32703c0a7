"""Turning the pages of a long list of lines of the logboek: the newest first, a hundred at a time."""

from flask import request

PER_PAGINA = 100
HOOGSTE = 2**31


def read_voor() -> int | None:
    """The number in the address before which to go on; None for the first page, and for what is no such number."""
    gevraagd = request.args.get("voor", type=int)
    return gevraagd if gevraagd is not None and 0 < gevraagd < HOOGSTE else None
