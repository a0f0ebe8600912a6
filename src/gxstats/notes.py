"""How what gxstats writes into a page is told from what was published."""

from __future__ import annotations

from typing import Final

__all__ = ["NOTES", "NOTE_NUMBER"]

NOTES: Final = "gxstats-notes"
"""Class of an ``<aside>`` that is no part of the report: :mod:`gxstats.reading` passes over it."""

NOTE_NUMBER: Final = "'['attr(data-note)']'"
"""What the style of our marks writes after a number: no reader takes it for digits of it."""
