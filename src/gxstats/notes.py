"""How what gxstats writes into a page is told from what was published."""

from __future__ import annotations

from typing import Final

from .text import Bilingual

__all__ = ["CELLS_SHEET", "NOTES", "NOTE_NUMBER", "WORKINGS_SHEET"]

NOTES: Final = "gxstats-notes"
"""Class of an ``<aside>`` that is no part of the report: :mod:`gxstats.reading` passes over it."""

NOTE_NUMBER: Final = "'['attr(data-note)']'"
"""What the style of our marks writes after a number: no reader takes it for digits of it."""

CELLS_SHEET: Final = Bilingual("单元格", "Cells")
WORKINGS_SHEET: Final = Bilingual("计算", "Workings")
"""Hidden sheets of our own workbooks: what they hold was computed from the form beside them."""
