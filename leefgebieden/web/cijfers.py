"""How many requests were answered, and how: counted for who watches the server, without an address or a name."""

import mmap
import struct
import threading
from typing import cast

from flask import Flask, Response

KLASSEN = ("1xx", "2xx", "3xx", "4xx", "5xx")
_GETAL = struct.Struct("<Q")


class Telling:
    """Counters that the processes of one server share when it is made before they are.

    Two processes that count in the same moment may lose one: these are figures to watch, not to settle with.
    """

    def __init__(self) -> None:
        self._geheugen = mmap.mmap(-1, _GETAL.size * len(KLASSEN))
        self._slot = threading.Lock()

    def count(self, status: int) -> None:
        plaats = min(max(status // 100, 1), 5) - 1
        with self._slot:
            (tot_nu,) = _GETAL.unpack_from(self._geheugen, plaats * _GETAL.size)
            _GETAL.pack_into(self._geheugen, plaats * _GETAL.size, tot_nu + 1)

    def read(self) -> dict[str, int]:
        """How many answers of each class since the start."""
        return {
            klasse: int(_GETAL.unpack_from(self._geheugen, plaats * _GETAL.size)[0])
            for plaats, klasse in enumerate(KLASSEN)
        }


def init_cijfers(app: Flask) -> None:
    telling = app.extensions["telling"] = Telling()

    @app.after_request
    def _count(antwoord: Response) -> Response:
        telling.count(antwoord.status_code)
        return antwoord


def get_telling(app: Flask) -> Telling:
    return cast(Telling, app.extensions["telling"])
