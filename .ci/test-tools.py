"""Fetches the two page checkers (axe, Nu) into .cache/test-tools, each checked against test-tools.lock.

They are only used by the tests, are large and change often: so they are not kept in the repository. What is already
there and whole is not fetched again.
"""

import base64
import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / ".cache" / "test-tools"


def main() -> int:
    for line in (HERE / "test-tools.lock").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, version, files, sha512 = line.split()
            if not is_there(name, files.split(","), sha512):
                fetch(name, version, files.split(","), sha512)
    return 0


def is_there(name: str, files: list[str], sha512: str) -> bool:
    folder = TARGET / name
    stamp = folder / "sha512"
    return (
        stamp.is_file()
        and stamp.read_text(encoding="ascii") == sha512
        and all((folder / Path(file).name).is_file() for file in files)
    )


def fetch(name: str, version: str, files: list[str], sha512: str) -> None:
    print(f"Fetching {name} {version} ...", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        # --ignore-scripts: a package that is only unpacked has no business running anything
        subprocess.run(
            ["npm", "pack", "--silent", "--ignore-scripts", "--pack-destination", temporary, f"{name}@{version}"],
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "npm_config_update_notifier": "false", "npm_config_cache": f"{temporary}/npm"},
        )
        (archive,) = Path(temporary).glob("*.tgz")
        found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode("ascii")
        if found != sha512:
            sys.exit(f"{name} {version} is not what test-tools.lock names: {found}")
        folder = TARGET / name
        folder.mkdir(parents=True, exist_ok=True)
        with tarfile.open(archive) as package:
            for file in files:
                member = package.extractfile(f"package/{file}")
                if member is None:
                    sys.exit(f"{name} {version} holds no {file}")
                (folder / Path(file).name).write_bytes(member.read())
        # last, so that a fetch that was cut off is done again
        (folder / "sha512").write_text(sha512, encoding="ascii")


if __name__ == "__main__":
    sys.exit(main())
