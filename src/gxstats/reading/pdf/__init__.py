"""PDF: from bytes to pages of characters and ruling lines, within bounds."""

from __future__ import annotations

__all__: list[str] = []
