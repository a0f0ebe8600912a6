"""The edition of 2027, which nobody issued, as a package that may be installed or not."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

__all__ = ["PACKAGE", "environment_with_2027"]

PACKAGE = Path(__file__).parent.parent / "editions"
"""Where the package is, with its pyproject.toml."""


def environment_with_2027(folder: Path) -> dict[str, str]:
    """The environment of a process that finds the package, as if it were installed.

    ``folder`` takes what an installer writes of it: its name and its entry points.
    """
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text("utf-8"))["project"]
    installed = folder / f"gxstats_2027-{project['version']}.dist-info"
    installed.mkdir(exist_ok=True)
    about = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (installed / "METADATA").write_text(about, "utf-8")
    lines = [
        line
        for group, points in project["entry-points"].items()
        for line in (f"[{group}]", *(f"{name} = {value}" for name, value in points.items()))
    ]
    (installed / "entry_points.txt").write_text("\n".join(lines) + "\n", "utf-8")
    before = os.environ.get("PYTHONPATH")
    path = [str(folder), str(PACKAGE), *([before] if before else [])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path)}
