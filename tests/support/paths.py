"""Where the project is, the real reports that it keeps, and those that lie beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

__all__ = ["FIXTURES", "ROOT", "SHARED"]

ROOT: Final = Path(__file__).resolve().parents[2]
FIXTURES: Final = ROOT / "tests" / "fixtures"
SHARED: Final = ROOT.parent / "shared"
"""Material of third parties beside the project; what needs it is skipped where it is absent."""
