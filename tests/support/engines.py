"""Programs that the engines' tier starts, and what becomes of a test where one is absent."""

from __future__ import annotations

import shutil
from typing import Final, NoReturn

import pytest

__all__ = ["ABSENT", "ENGINES", "engine_absent", "libreoffice", "program_of"]

ENGINES: Final = (
    "Chromium", "LibreOffice", "PostgreSQL", "MariaDB", "R", "R arrow", "Spark",
    "Node", "TypeScript", "VTL parser", "quicktype", "Java", "Go", "C#", "mypy", "pyright", "ty",
)  # fmt: skip
"""As they are named in the summary of a run and by ``--require-engines``."""
ABSENT: Final = "engine absent: "
"""What the reason of a skipped test begins with; the name of the engine follows."""


def engine_absent(engine: str, why: str) -> NoReturn:
    """Skip the test, in a way that the summary counts and ``--require-engines`` refuses."""
    assert engine in ENGINES, engine
    pytest.skip(f"{ABSENT}{engine} ({why})")


def program_of(engine: str, *names: str) -> str:
    """The path of the first of these programs that is installed; without one, skip."""
    for name in names:
        if found := shutil.which(name):
            return found
    engine_absent(engine, f"no {' or '.join(names)} in the PATH")


def libreoffice() -> str:
    """The path of LibreOffice; without it, skip."""
    return program_of("LibreOffice", "soffice", "libreoffice")
