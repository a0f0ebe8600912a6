"""Lines of text outside of drawn tables, put together to the rows that they stand in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from itertools import pairwise
from typing import Final

import attrs

from .page import Box, around
from .words import Line, Word, is_figure

__all__ = ["PageLine", "Row", "rows_of"]

_SAME_ROW: Final = 0.78
"""Part of the size by which the lines of one row may stand apart: a number stands in the middle
of a label of two lines."""
_WIDE: Final = 0.8
"""Part of the size: the gap before a number in a column of its own."""
_LONGEST_HEAD: Final = 36
"""Characters of a line that may belong to the head of a table."""


@attrs.frozen
class PageLine:
    """A line of text outside of drawn tables."""

    page: int
    number: int
    """On its page, from 1."""
    line: Line
    rules: tuple[float, ...] = ()
    """Heights of the long level lines on its page."""
    beside: bool = False
    """A drawn table stands beside it, which may hold some of its row."""


@attrs.frozen(eq=False)
class Row:
    """Lines of a page that stand beside one another."""

    page: int
    lines: list[PageLine]
    words: list[Word]
    figures: list[Word]
    """The numbers at its end."""

    @classmethod
    def of(cls, lines: list[PageLine]) -> Row:
        """The row that lines make."""
        words = sorted((w for line in lines for w in line.line.words), key=lambda w: w.box[0])
        (page,) = {line.page for line in lines}
        return cls(page, lines, words, _numbers_at_end(words))

    def joined(self, below: Row) -> Row:
        """The row with the further lines of its label, one of the two having all numbers."""
        words = [*self.words, *below.words]
        figures = self.figures or below.figures
        return Row(self.page, [*self.lines, *below.lines], words, figures)

    @cached_property
    def labels(self) -> list[Word]:
        """Its words that are no numbers at its end."""
        figures = set(map(id, self.figures))
        return [word for word in self.words if id(word) not in figures]

    @cached_property
    def box(self) -> Box:
        """Around its words."""
        return around([word.box for word in self.words])

    @property
    def middle(self) -> float:
        """The height at which its numbers stand, or its words, if it has none."""
        words = self.figures or self.words
        return sum(word.middle for word in words) / len(words)

    @property
    def size(self) -> float:
        """Of its largest font, in points."""
        return max(word.size for word in self.words)

    @property
    def text(self) -> str:
        """Its words without spaces."""
        return "".join(word.text for word in self.words)

    @property
    def is_head(self) -> bool:
        """Whether it may belong to the head of a table."""
        return self.is_label and not self.text.endswith("，")

    @property
    def is_label(self) -> bool:
        """Whether it may be a line of a label: no line of text, which is longer or ends so."""
        return not self.text.endswith(("。", "；")) and all(
            len(word.text) <= _LONGEST_HEAD for word in self.words
        )


def _numbers_at_end(words: Sequence[Word]) -> list[Word]:
    """The numbers that end a row of words, if they stand apart from what is before them."""
    count = 0
    while count < len(words) and is_figure(words[-1 - count].text):
        count += 1
    if not count:
        return []
    first = len(words) - count
    if first:
        gap = words[first].box[0] - max(word.box[2] for word in words[:first])
        if count == 1 and gap < _WIDE * words[first].size:
            return []
    elif count == 1:
        return []
    return list(words[first:])


def rows_of(lines: Sequence[PageLine]) -> Iterator[Row]:
    """The rows of text: each line with numbers is one, with the lines of the label beside it."""
    ruled = _is_ruled(lines)
    anchors: dict[int, list[PageLine]] = {}
    for line in lines:
        if all(is_figure(word.text) for word in line.line.words) or _has_numbers(line):
            anchors.setdefault(line.page, []).append(line)
    for on_page in anchors.values():
        on_page.sort(key=lambda line: line.line.middle)
    heights = {page: [a.line.middle for a in found] for page, found in anchors.items()}
    known = {id(anchor) for on_page in anchors.values() for anchor in on_page}
    rows: dict[int, list[PageLine]] = {}
    for line in lines:
        own = line
        if id(line) not in known:
            place = bisect_left(heights.get(line.page, []), line.line.middle)
            beside = anchors.get(line.page, [])[max(place - 1, 0) : place + 1]
            near = [a for a in beside if _share_row(a, line, ruled=ruled)]
            own = min(near, key=partial(_apart, line), default=line)
        rows.setdefault(id(own), []).append(line)
    made = [Row.of(together) for together in rows.values()]
    yield from sorted(made, key=lambda row: (row.page, row.middle))


def _apart(one: PageLine, other: PageLine) -> float:
    return abs(one.line.middle - other.line.middle)


def _has_numbers(line: PageLine) -> bool:
    return bool(_numbers_at_end(line.line.words))


def _share_row(one: PageLine, other: PageLine, *, ruled: bool) -> bool:
    """Whether two lines of a page belong to one row, as the lines of a label do."""
    top, bottom = sorted((one.line.middle, other.line.middle))
    if any(top < rule < bottom for rule in one.rules):
        return False
    if ruled and any(r < top for r in one.rules) and any(r > bottom for r in one.rules):
        return True
    return bottom - top <= _SAME_ROW * min(one.line.size, other.line.size)


def _is_ruled(lines: Sequence[PageLine]) -> bool:
    """Whether a level line is drawn between most rows that hold numbers."""
    numbered = [line for line in lines if _has_numbers(line)]
    close = parted = 0
    for before, after in pairwise(numbered):
        if before.page == after.page:
            close += 1
            top, bottom = before.line.middle, after.line.middle
            parted += any(top < rule < bottom for rule in before.rules)
    return close > 1 and parted >= 0.9 * close
