"""From pages of characters and ruling lines to grids, in reading order over all pages.

Nothing here knows PDF: any format that fixes its marks on pages can be read this way.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final, TypeAlias

from ..grid import OBJECT, Beside, Grid, GridCell, HiddenText, Place, Shape, rows_below
from ..limits import Limits
from .columns import PageLine, Run, column_grid, opened, runs_of
from .joined import belongs_to, ruled_grid
from .margins import without_margins
from .page import Character, Page
from .ruled import RuledTable, merged, ruled_tables
from .strikes import with_strikes
from .text import paragraphs
from .words import Line, distinct, lines_of

__all__ = ["grids_of", "hidden_texts", "pictures_beside"]

_LONG_RULE: Final = 0.3
"""Part of the page's width that a level line takes if it parts rows."""

_OF_A_TABLE: Final = 0.3, 0.03
"""Parts of the page's width and height that a picture of a table takes at least."""
_ABOVE: Final = 0.1
"""Points by which a text comes before the table that it stands beside."""

_Part: TypeAlias = PageLine | RuledTable


def grids_of(pages: Sequence[Page], limits: Limits) -> tuple[Grid, ...]:
    """The grids of a document: drawn tables, tables by alignment, and text between them."""
    tables: list[list[RuledTable]] = []
    lines: list[list[Line]] = []
    for page in pages:
        limits.require_time()
        seen = with_strikes(page)
        drawn, rest = ruled_tables(seen, distinct(seen.characters), limits)
        tables.append(drawn)
        lines.append(lines_of(rest))
    parts: list[_Part] = []
    for page, drawn, own in zip(pages, tables, without_margins(pages, lines), strict=True):
        long = [r for r in merged(page.level) if r.end - r.start >= _LONG_RULE * page.width]
        rules = tuple(rule.at for rule in long)
        numbered = [
            PageLine(page.number, i, line, rules, bool(_beside(drawn, line)))
            for i, line in enumerate(own, 1)
        ]
        parts += sorted([*numbered, *drawn], key=partial(_top, drawn))
    maker = _Maker(limits)
    grids = tuple(maker.grids(parts))
    if not maker.is_uneven:
        return grids
    # the tables of a report are set alike
    return tuple(opened(grid) if grid.group in maker.aligned else grid for grid in grids)


def _top(drawn: Sequence[RuledTable], part: _Part) -> float:
    """Where a part begins on its page; text beside a table does not stand between its parts."""
    if isinstance(part, RuledTable):
        return part.box[1]
    beside = [table.box[1] - _ABOVE for table in _beside(drawn, part.line)]
    return min([*beside, part.line.box[1]])


def _beside(drawn: Sequence[RuledTable], line: Line) -> list[RuledTable]:
    return [table for table in drawn if table.box[1] <= line.middle <= table.box[3]]


class _Maker:
    """Makes the grids, one after the other."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.tables = 0
        self.aligned: set[int] = set()
        """The numbers of the tables that are not drawn."""
        self.is_uneven = False
        """The cells of one row stand at several heights in any of them."""

    def grids(self, parts: Sequence[_Part]) -> Iterator[Grid]:
        """The grids of all parts, in their order."""
        lines: list[PageLine] = []
        drawn: list[RuledTable] = []
        for part in parts:
            if isinstance(part, PageLine):
                if drawn and not part.beside:
                    yield self._ruled(drawn, part)
                    drawn = []
                lines.append(part)
                continue
            if drawn and belongs_to(part, drawn[-1]):
                drawn.append(part)  # what stands beside it comes after it
                continue
            if drawn:
                yield self._ruled(drawn, part)
            yield from self._unruled(lines)
            lines, drawn = [], [part]
        if drawn:
            yield self._ruled(drawn, None)
        yield from self._unruled(lines)

    def _ruled(self, drawn: Sequence[RuledTable], following: _Part | None) -> Grid:
        self.limits.require_time()
        self.tables += 1
        at_break = following is not None and following.page > drawn[-1].page
        return ruled_grid(drawn, self.tables, self.limits, at_break=at_break)

    def _unruled(self, lines: Sequence[PageLine]) -> Iterator[Grid]:
        text: list[PageLine] = []
        for part in runs_of(lines, self.limits):
            if isinstance(part, Run):
                yield from self._text(text)
                text = []
                self.limits.require_time()
                self.tables += 1
                self.aligned.add(self.tables)
                grid, is_uneven = column_grid(part, self.tables)
                self.is_uneven |= is_uneven
                yield grid
            else:
                text.append(part)
        yield from self._text(text)

    def _text(self, lines: Sequence[PageLine]) -> Iterator[Grid]:
        if not lines:
            return
        rows: list[tuple[GridCell, ...]] = []
        for part in paragraphs((line.page, line.number, line.line) for line in lines):
            left, top, right, bottom = (round(edge, 1) for edge in part.box)
            place = Place(page=part.page, line=part.line, box=(left, top, right, bottom))
            if text := part.text.replace(OBJECT, "").strip():
                rows.append((GridCell(text, len(rows), 0, 1, 1, place),))
        if rows:
            yield Grid(Shape.LINES, tuple(rows), 0)


def hidden_texts(pages: Sequence[Page], grids: Sequence[Grid]) -> tuple[HiddenText, ...]:
    """What nobody sees on the pages: each line of it with its place, and the grid it stands in."""
    ends: list[tuple[int, float]] = []
    for grid in grids:
        own = [(c.place.page or 0, c.place.box[3] if c.place.box else 0.0) for c in grid]
        ends.append(max([*own, *ends[-1:]], default=(0, 0.0)))
    found: list[HiddenText] = []
    for page in pages:
        shown = {_spot(character) for character in page.characters} if page.hidden else set()
        for line in lines_of(c for c in page.hidden if _spot(c) not in shown):
            left, top, right, bottom = (round(edge, 1) for edge in line.box)
            place = Place(page=page.number, box=(left, top, right, bottom))
            found.append(
                HiddenText(
                    line.text, place, min(bisect_left(ends, (page.number, top)), len(grids) - 1)
                )
            )
    return tuple(found)


def pictures_beside(pages: Sequence[Page], grids: Sequence[Grid]) -> Beside:
    """The pictures that may show a table."""
    wide, high = _OF_A_TABLE
    spots = [
        (page.number, top)
        for page in pages
        for left, top, right, bottom in page.pictures
        if right - left >= wide * page.width and bottom - top >= high * page.height
    ]
    return Beside(
        rows_below(grids, spots, lambda at: (at.page or 0, at.box[1] if at.box else 0.0))
    )


def _spot(character: Character) -> tuple[str, int, int]:
    """A character and about where it stands: what is printed twice is seen if one print is."""
    size = character.size
    return character.text, round(character.centre / size), round(character.middle / size)
