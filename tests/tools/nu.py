"""The Nu HTML checker: valid HTML, as the standard has it today."""

import json
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.tools import tool


def check_nu(pages: Mapping[str, str | Path]) -> list[str]:
    """One line per error or warning: name of the page, line, what is wrong. Empty when all is well.

    pages: a name for each page, and its HTML (str) or a file that holds it (Path). All go in one call, because
    starting java takes longer than checking.
    """
    if not pages:
        return []
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for number, (name, page) in enumerate(pages.items()):
            file = Path(folder) / f"{number}.html"
            file.write_text(page.read_text(encoding="utf-8") if isinstance(page, Path) else page, encoding="utf-8")
            files[file.name] = name
        run = subprocess.run(
            [
                "java",
                "-Xss2m",
                "-jar",
                str(tool("vnu-jar", "vnu.jar")),
                "--format",
                "json",
                "--exit-zero-always",
            ]
            + [str(Path(folder) / file) for file in files],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            timeout=300,
        )
    return [_readable(message, files) for message in json.loads(run.stderr)["messages"]]


def _readable(message: dict[str, Any], files: Mapping[str, str]) -> str:
    name = files.get(message.get("url", "").rpartition("/")[2], "?")
    extract = " ".join(message.get("extract", "").split())
    return f"{name}, line {message.get('lastLine', '?')}: {message['message']} [{extract}]"
