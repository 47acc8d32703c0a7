"""What is not needed to start is loaded at its first use: a command answers soon, and a laptop is ready soon."""

import subprocess
import sys
from pathlib import Path

import pytest

LATER = (
    "alembic",
    "authlib",
    "icalendar",
    "pikepdf",
    "PIL",
    "psycopg",
    "pyotp",
    "reportlab",
    "requests",
    "segno",
    "webauthn",
)
COMMAND = "import leefgebieden.cli"
APP = """
from pathlib import Path
from leefgebieden import create_app
hier = Path.cwd()
create_app({"INSTANCE": hier / "instance", "SLEUTELS": hier / "sleutels", "SECRET_KEY": "alleen voor tests"})
"""


@pytest.mark.parametrize("code", [COMMAND, APP], ids=["command", "app"])
def test_what_draws_signs_in_and_migrates_is_not_loaded_at_the_start(code: str, tmp_path: Path) -> None:
    vraag = f"import sys\n{code}\nprint(*(naam for naam in {LATER!r} if naam in sys.modules))"
    antwoord = subprocess.run(
        [sys.executable, "-c", vraag],
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(__file__).parent.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert antwoord.stdout.split() == []
