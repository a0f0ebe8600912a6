"""Text outside of tables: lines joined to paragraphs where they were only broken to fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

import attrs

from .page import Box, around
from .words import Line

__all__ = ["Paragraph", "paragraphs"]

_FULL: Final = 2.0
"""Characters that may be missing at the end of a full line, where punctuation was not to begin
the next one."""
_INDENT: Final = 1.2
"""Characters by which the first line of a paragraph is moved to the right."""
_SHORTEST: Final = 14
"""Characters of the shortest line that counts as full: what is shorter is a label or a head."""
_TABULAR: Final = 2.0
"""Characters of a gap that makes columns, not words."""


@attrs.frozen
class Paragraph:
    """A paragraph: its text, and where it begins."""

    page: int
    line: int
    text: str
    box: Box


def paragraphs(lines: Iterable[tuple[int, int, Line]]) -> list[Paragraph]:
    """Consecutive lines, each with its page and its number there, as paragraphs."""
    found: list[Paragraph] = []
    together: list[tuple[int, int, Line]] = []
    known = list(lines)
    left, right = _measure([line for _, _, line in known])
    for item in known:
        if together and not _goes_on(together[-1][2], item[2], left, right):
            found.append(_paragraph(together))
            together = []
        together.append(item)
    if together:
        found.append(_paragraph(together))
    return found


def _measure(lines: Sequence[Line]) -> tuple[float, float]:
    """Where full lines begin and end."""
    long = [line for line in lines if sum(len(w.text) for w in line.words) >= _SHORTEST]
    if not long:
        return 0.0, float("inf")
    return median(line.box[0] for line in long), max(line.box[2] for line in long)


def _goes_on(before: Line, after: Line, left: float, right: float) -> bool:
    size = before.size
    return (
        abs(before.size - after.size) < 0.1 * size
        and before.box[2] >= right - _FULL * size
        and before.box[2] - before.box[0] >= _SHORTEST * size * 0.8
        and after.box[0] <= left + _INDENT * size * 0.5
        and _widest_gap(after) < _TABULAR * size
    )


def _widest_gap(line: Line) -> float:
    return max((b.box[0] - a.box[2] for a, b in pairwise(line.words)), default=0.0)


def _paragraph(lines: Sequence[tuple[int, int, Line]]) -> Paragraph:
    page, number, first = lines[0]
    text = first.text
    for _, _, line in lines[1:]:
        text += (" " if _is_space(text[-1:], line.text[:1]) else "") + line.text
    box = around([line.box for other, _, line in lines if other == page])
    return Paragraph(page, number, text, box)


def _is_space(before: str, after: str) -> bool:
    """Whether a line of Latin text was broken at a space, and within no word or number."""
    is_number = before.isdigit() and after.isdigit()
    return before.isascii() and after.isascii() and not is_number and before not in "-/"
