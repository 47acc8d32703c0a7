"""Bring the borrowed stylesheets into static/vendor/, as static/vendor/lock.json says.

Run by hand when the lock changes: `python .ci/vendor.py`. Standard library and npm only. The results are committed.
Only the rules that are used are taken: the whole library is 400 kB, and a page on a phone should be small.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from npm_pack import fetch_package

VENDOR = Path(__file__).resolve().parent.parent / "static" / "vendor"


def split_rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield each top-level rule as (selector on one line, rule as written)."""
    css = re.sub(r"/\*.*?\*/|@charset[^;]*;", "", css, flags=re.DOTALL)
    depth = start = 0
    for place, sign in enumerate(css):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign == "}" and depth == 0:
            rule = css[start : place + 1].strip()
            start = place + 1
            yield " ".join(rule.partition("{")[0].split()), rule


def cut_stylesheet(name: str, entry: dict[str, str], css: str) -> str:
    """Return the wanted rules of `css`, unchanged but for white space; ValueError if one is not there."""
    wanted, kept = dict.fromkeys(entry["selectors"], False), []
    for selector, rule in split_rules(css):
        if selector in wanted:
            wanted[selector] = True
            kept.append(re.sub(r"\(\s+", "(", re.sub(r"\s+\)", ")", " ".join(rule.split()))))
    missing = [selector for selector, found in wanted.items() if not found]
    if missing:
        raise ValueError(f"{name} {entry['version']} has no rule {missing[0]}")
    owners = sorted({line.strip(" *") for line in re.findall(r"^.*Copyright \(c\).*$", css, flags=re.MULTILINE)})
    holders = ", ".join(sorted({re.sub(r"^Copyright \(c\) [\d-]+ ", "", owner) for owner in owners}))
    head = f"/*! A part of {name} {entry['version']}. {entry['licence']}, (c) 2020-2025 {holders} */"
    return "\n".join([head, *kept, ""])


def main() -> None:
    lock = json.loads((VENDOR / "lock.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as temporary:
        for name, entry in lock.items():
            package = fetch_package(name, entry["version"], entry["integrity"], Path(temporary))
            folder = VENDOR / entry["folder"]
            folder.mkdir(exist_ok=True)
            css = (package / entry["stylesheet"]).read_text("utf-8")
            (folder / f"{entry['folder']}.css").write_text(cut_stylesheet(name, entry, css), "utf-8")
            shutil.copy(package / entry["licence_file"], folder / entry["licence_file"])


if __name__ == "__main__":
    main()
