"""Fetch one npm package, and nothing that it depends on, and check it against a lock."""

from __future__ import annotations

import base64
import hashlib
import subprocess
import tarfile
from pathlib import Path


def fetch_package(name: str, version: str, integrity: str, into: Path) -> Path:
    """Return the unpacked folder of `name@version`; ValueError when the sha512 is not the locked one.

    `npm pack` and not `npm install`: it brings one tarball, runs no scripts and brings no tree.
    """
    into.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        ["npm", "pack", "--ignore-scripts", "--silent", f"{name}@{version}"],
        cwd=into, check=True, capture_output=True, text=True,
    )  # fmt: skip
    tarball = into / done.stdout.strip().splitlines()[-1]
    found = "sha512-" + base64.b64encode(hashlib.sha512(tarball.read_bytes()).digest()).decode()
    if found != integrity:
        raise ValueError(f"{name}@{version}: the lock says {integrity}, the tarball is {found}")
    folder = into / tarball.stem
    with tarfile.open(tarball) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"
