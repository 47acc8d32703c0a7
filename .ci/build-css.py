"""Put the stylesheets together into the one file that a page loads before it shows anything.

`python .ci/build-css.py` writes static/css/leefgebieden.css and its compressed copy; `--check` writes nothing and fails when
they are not up to date. Standard library only. The borrowed rules come first, so that ours win.
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
            "tafel",
            "afdruk",
        )
    ),
]
TARGET = ROOT / "static" / "css" / "leefgebieden.css"
COMPRESSED = TARGET.with_name("leefgebieden.css.gz")


def build_stylesheet() -> str:
    """Return the parts one after the other, without comments (a licence, `/*!`, stays) and indentation."""
    whole = "\n".join((ROOT / part).read_text("utf-8") for part in PARTS)
    bare = re.sub(r"/\*(?!!).*?\*/", "", whole, flags=re.DOTALL)
    return "\n".join(line.strip() for line in bare.splitlines() if line.strip()) + "\n"


def main(arguments: list[str]) -> int:
    built = build_stylesheet()
    if arguments == ["--check"]:
        if not TARGET.exists() or TARGET.read_text("utf-8") != built or read_compressed() != built:
            print("static/css/leefgebieden.css is out of date: run `python .ci/build-css.py`.", file=sys.stderr)
            return 1
        return 0
    TARGET.write_text(built, "utf-8")
    COMPRESSED.write_bytes(gzip.compress(built.encode(), 9, mtime=0))
    return 0


def read_compressed() -> str:
    """What stands in the compressed copy that browsers get; the bytes themselves differ from one zlib to another."""
    return gzip.decompress(COMPRESSED.read_bytes()).decode() if COMPRESSED.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
