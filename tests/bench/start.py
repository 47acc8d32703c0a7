"""The start of the process, against a Python that does nothing."""

import subprocess
import sys
from collections.abc import Callable

from tests.bench.meting import ratio


def measure_start() -> None:
    def run(code: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, "-c", code], check=True)

    ratio("start of the process / python -c pass", run("import leefgebieden.cli"), run("pass"), "<= 35x", rounds=7)
