"""Excel files of both formats: their sheets as tables and lines."""

from __future__ import annotations

__all__: list[str] = []
