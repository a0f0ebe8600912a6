"""Environments with some extras of gxstats and nothing more."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

__all__ = ["closure", "environment_with"]


def closure(extras: Iterable[str]) -> set[str]:
    """The names of the distributions that gxstats needs with these extras."""
    found: set[str] = set()
    seen: set[tuple[str, str]] = set()
    waiting = [("gxstats", extra) for extra in ("", *extras)]
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        name, extra = one
        found.add(name)
        for line in distribution(name).requires or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                own = canonicalize_name(needed.name)
                waiting += [(own, further) for further in ("", *needed.extras)]
    return found


def environment_with(extras: Iterable[str], folder: Path) -> dict[str, str]:
    """What makes Python processes find only what these extras install."""
    there = closure(extras)
    absent = [
        module
        for module, names in packages_distributions().items()
        if not {canonicalize_name(name) for name in names} & there
    ]
    listed, kept = folder / "absent.txt", folder / "present.txt"
    listed.write_text("\n".join(absent), encoding="utf-8")
    kept.write_text("\n".join(there), encoding="utf-8")
    here = Path(__file__).with_name("only_extras")
    bin_ = str(Path(sys.executable).parent)
    return {
        **os.environ,
        "PYTHONPATH": str(here),
        "GXSTATS_ABSENT": str(listed),
        "GXSTATS_PRESENT": str(kept),
        "PATH": bin_ + os.pathsep + os.environ.get("PATH", ""),
    }
