"""The checkers of pages that are not Python: axe in the browser, the Nu HTML checker in java."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / ".cache" / "test-tools"


def tool(name: str, file: str) -> Path:
    """The path of a fetched checker; FileNotFoundError says how to get it."""
    path = FOLDER / name / file
    if not path.is_file():
        raise FileNotFoundError(f"{name} is missing: run `sh .ci/install-test-tools.sh`")
    return path
