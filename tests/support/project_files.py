"""The files of the project, and none that only lie beside them."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path

from .paths import ROOT

__all__ = ["project_files"]


def project_files() -> list[Path]:
    """What git tracks; outside of git, what the source distribution holds.

    A virtual environment, the folder of an editor or any other untracked file is none of it.
    """
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached"], cwd=ROOT, capture_output=True, check=True
        )
        if not (ROOT / ".git").exists():  # unpacked within the checkout of something else
            return _distributed()
    except (FileNotFoundError, subprocess.CalledProcessError):
        return _distributed()
    found = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    return [path for path in found if path.is_file()]


def _distributed() -> list[Path]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    named = (path for pattern in included for path in ROOT.glob(pattern))
    return [
        path
        for name in named
        for path in ([name] if name.is_file() else sorted(name.rglob("*")))
        if path.is_file() and "__pycache__" not in path.parts
    ]
