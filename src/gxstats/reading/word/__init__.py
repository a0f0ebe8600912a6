"""Word files: their markup as paragraphs and tables."""

from __future__ import annotations

__all__: list[str] = []
