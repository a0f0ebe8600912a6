"""Has nothing imported from packages that are named in a file, as if they were not installed.

Python runs this by itself where its folder is in ``PYTHONPATH``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

ABSENT = frozenset(Path(os.environ["GXSTATS_ABSENT"]).read_text(encoding="utf-8").split())
PRESENT = frozenset(Path(os.environ["GXSTATS_PRESENT"]).read_text(encoding="utf-8").split())


class Absent:
    """Finds nothing of what is absent, and says so."""

    @staticmethod
    def find_spec(name: str, *_: Any) -> None:
        if name.partition(".")[0] in ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def distributions(**given: Any) -> Iterator[metadata.Distribution]:
    """What is installed: nothing else has entry points."""
    for one in REAL(**given):
        if one.name.lower().replace("_", "-").replace(".", "-") in PRESENT:
            yield one


sys.meta_path.insert(0, Absent)  # type: ignore[arg-type]
REAL, metadata.distributions = metadata.distributions, distributions  # type: ignore[assignment]
