"""Put the stylesheets together into the one file that a page loads before it shows anything, and compress what browsers get.

`python .ci/build-static.py` writes static/css/leefgebieden.css and the compressed copies of it and of our scripts; `--check`
writes nothing and fails when they are not up to date. Standard library only. The borrowed rules come first, so that ours win.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = [
    "static/vendor/utrecht/utrecht.css",
    *(
        f"static/css/{name}.css"
        for name in (
            "tokens",
            "base",
            "balken",
            "velden",
            "chips",
            "kaarten",
            "gebieden",
            "meldingen",
            "blad",
            "afdruk",
        )
    ),
]
TARGET = ROOT / "static" / "css" / "leefgebieden.css"


def build_stylesheet() -> str:
    """Return the parts one after the other, without comments (a licence, `/*!`, stays) and indentation."""
    whole = "\n".join((ROOT / part).read_text("utf-8") for part in PARTS)
    bare = re.sub(r"/\*(?!!).*?\*/", "", whole, flags=re.DOTALL)
    return "\n".join(line.strip() for line in bare.splitlines() if line.strip()) + "\n"


def main(arguments: list[str]) -> int:
    built = build_stylesheet()
    if arguments == ["--check"]:
        old = [TARGET] if not TARGET.exists() or TARGET.read_text("utf-8") != built else []
        old += [path for path in list_compressed() if read_copy(path) != path.read_bytes()]
        for path in old:
            print(f"{path.relative_to(ROOT)} is out of date: run `python .ci/build-static.py`.", file=sys.stderr)
        return 1 if old else 0
    TARGET.write_text(built, "utf-8")
    for path in list_compressed():
        if read_copy(path) != path.read_bytes():
            name_copy(path).write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
    for left in (ROOT / "static" / "js").glob("*.js.gz"):
        if not left.with_suffix("").exists():
            left.unlink()
    return 0


def list_compressed() -> list[Path]:
    """What browsers get compressed."""
    return [TARGET, *sorted((ROOT / "static" / "js").glob("*.js"))]


def name_copy(path: Path) -> Path:
    return path.with_name(f"{path.name}.gz")


def read_copy(path: Path) -> bytes:
    """What stands in the compressed copy; the bytes of the copy itself differ from one zlib to another."""
    return gzip.decompress(name_copy(path).read_bytes()) if name_copy(path).exists() else b""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
