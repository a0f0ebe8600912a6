"""Writes every hostile file into a folder: ``python -m tests.support.hostile DIR``."""

from __future__ import annotations

import sys
from pathlib import Path

from . import write_all

for written in write_all(Path(sys.argv[1])):
    print(f"{written.stat().st_size:>10}  {written.name}")  # noqa: T201 - its output
