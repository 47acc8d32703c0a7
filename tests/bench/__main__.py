"""Ratios within one run: `python -m tests.bench [casus|postgresql|a4|start|mensen|herkennen|drukte …]`, or everything."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from leefgebieden.content.load import load_content
from leefgebieden.domain.casusbestand import read_casusbestand
from tests.bench.a4 import measure_a4
from tests.bench.casus import measure_casus, measure_postgresql
from tests.bench.drukte import measure_drukte
from tests.bench.herkennen import measure_herkennen
from tests.bench.mensen import measure_mensen
from tests.bench.start import measure_start


def main(gevraagd: list[str]) -> None:
    content = load_content()
    frans = read_casusbestand(content.oefencasussen["frans-van-noord"].bestand, content)
    with tempfile.TemporaryDirectory() as folder:
        map_ = Path(folder)
        metingen: dict[str, Callable[[], None]] = {
            "casus": lambda: measure_casus(map_ / "casus", frans),
            "postgresql": lambda: measure_postgresql(map_ / "postgresql", frans),
            "a4": lambda: measure_a4(frans),
            "start": measure_start,
            "mensen": lambda: measure_mensen(map_ / "mensen"),
            "herkennen": measure_herkennen,
            "drukte": lambda: measure_drukte(map_ / "drukte", frans.casus.id),
        }
        for naam in gevraagd or metingen:
            metingen[naam]()


if __name__ == "__main__":
    main(sys.argv[1:])
