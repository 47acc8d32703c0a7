"""Put the stylesheets together into the one file that a page loads before it shows anything, and compress what browsers get.

`python .ci/build-static.py` writes static/css/leefgebieden.css and the compressed copies of it and of our scripts; `--check`
writes nothing and fails when they are not up to date. Standard library only. The borrowed rules come first, so that ours win.
The compressed copy of a script has no lines that are only comment: they are for who reads the source, and a third of its bytes.
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
    """Return the parts one after the other, without comments (a licence, `/*!`, stays) and white space that says nothing."""
    whole = "\n".join((ROOT / part).read_text("utf-8") for part in PARTS)
    bare = re.sub(r"/\*(?!!).*?\*/", "", whole, flags=re.DOTALL)
    lines = (line.strip() for line in bare.splitlines() if line.strip())
    # a selector never has a space behind its colon, and no value of ours has a string with these signs
    return "\n".join(re.sub(r" ?([{};,]) ?|(?<=:) ", r"\1", line).replace(";}", "}") for line in lines) + "\n"


def strip_comment(script: str) -> str:
    """The script without the lines that are only comment; ValueError where such a line could be inside a string."""
    kept: list[str] = []
    for line in script.splitlines():
        if not line.lstrip().startswith("//"):
            kept.append(line)
        elif "\n".join(kept).count("`") % 2:
            raise ValueError(f"this line may be no comment, but part of a string: {line}")
    return "\n".join(kept) + "\n"


def main(arguments: list[str]) -> int:
    built = build_stylesheet()
    if arguments == ["--check"]:
        old = [TARGET] if not TARGET.exists() or TARGET.read_text("utf-8") != built else []
        old += [path for path in list_compressed() if read_copy(path) != read_packed(path)]
        for path in old:
            print(f"{path.relative_to(ROOT)} is out of date: run `python .ci/build-static.py`.", file=sys.stderr)
        return 1 if old else 0
    TARGET.write_text(built, "utf-8")
    for path in list_compressed():
        if read_copy(path) != read_packed(path):
            name_copy(path).write_bytes(gzip.compress(read_packed(path), 9, mtime=0))
    for left in (ROOT / "static" / "js").glob("*.js.gz"):
        if not left.with_suffix("").exists():
            left.unlink()
    return 0


def list_compressed() -> list[Path]:
    """What browsers get compressed."""
    return [TARGET, ROOT / "static" / "css" / "fonts.css", *sorted((ROOT / "static" / "js").glob("*.js"))]


def name_copy(path: Path) -> Path:
    return path.with_name(f"{path.name}.gz")


def read_packed(path: Path) -> bytes:
    """What goes into the compressed copy."""
    return strip_comment(path.read_text("utf-8")).encode() if path.suffix == ".js" else path.read_bytes()


def read_copy(path: Path) -> bytes:
    """What stands in the compressed copy; the bytes of the copy itself differ from one zlib to another."""
    return gzip.decompress(name_copy(path).read_bytes()) if name_copy(path).exists() else b""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
