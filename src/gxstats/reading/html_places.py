"""Where in the text of a page the places stand that its reader gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from .grid import OBJECT, Place
from .html import Walk, cells_of, page_of, rows_of
from .limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["HtmlLine", "HtmlPlaces", "html_places"]

_START_TAG: Final = re.compile(r"<([a-zA-Z][a-zA-Z0-9:]*)(?=[\s/>])")
_AT: Final = "data-gxstats-at"


@attrs.frozen
class HtmlLine:
    """Where a line of text begins."""

    after: int
    """Where a tag begins after which the line stands."""
    text: str | None
    """The first piece of its text; ``None`` where it is blank."""


@attrs.frozen
class HtmlPlaces:
    """Where the cells and lines of a page begin in its text."""

    cells: dict[tuple[int, int, int], int]
    """Where the tag of a cell begins, by table, row and cell."""
    lines: dict[int, HtmlLine]
    """Lines outside of tables."""

    def cell(self, place: Place) -> int | None:
        """Where the tag of the cell begins at a place, if it is one of a table."""
        if place.table is None or place.row is None or place.cell is None:
            return None
        return self.cells.get((place.table, place.row, place.cell))


def html_places(text: str, limits: Limits) -> HtmlPlaces:
    """The places of a page that :func:`~.html.read_html` reads, counted as it counts.

    Each tag is given an attribute that tells where it stood, and the page is parsed as ever: a
    parser knows what is a tag, and what only looks like one.
    """
    told = _START_TAG.sub(lambda tag: f"{tag[0]} {_AT}={tag.start()} ", text)
    root = page_of(told, limits)
    walk = _Walk(limits)
    if root is not None:
        walk.element(root, ())
        walk.flush(())
    return HtmlPlaces(walk.cells, walk.begun)


class _Buffer(list[str]):
    """The text of a line while it is collected, with the tag before its first piece."""

    def __init__(self) -> None:
        super().__init__()
        self.tag = 0
        self.first: HtmlLine | None = None
        self.last: HtmlLine | None = None

    def append(self, piece: str) -> None:
        super().append(piece)
        if self.first is None and piece.replace(OBJECT, "").strip():
            self.first = HtmlLine(self.tag, piece)

    def clear(self) -> None:
        super().clear()
        self.first, self.last = None, self.first


class _Walk(Walk):
    """Keeps where each place begins."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self.buffer = self.begins = _Buffer()
        self.cells: dict[tuple[int, int, int], int] = {}
        self.begun: dict[int, HtmlLine] = {}

    def element(self, element: _Element, ancestors: tuple[int, ...]) -> None:
        """Take in an element with all it holds."""
        if (at := _start(element)) is not None:
            self.begins.tag = at
        super().element(element, ancestors)

    def _line(self, text: str, ancestors: tuple[int, ...]) -> None:
        super()._line(text, ancestors)
        first = self.begins.last if text else None
        self.begun[self.line] = first or HtmlLine(self.begins.tag, None)

    def _table(self, table: _Element, ancestors: tuple[int, ...]) -> None:
        super()._table(table, ancestors)
        for number, row in enumerate(rows_of(table), 1):
            for order, cell in enumerate(cells_of(row), 1):
                if (at := _start(cell)) is not None:
                    self.cells[self.table, number, order] = at


def _start(element: _Element) -> int | None:
    given = element.get(_AT) or ""
    return int(given) if given.isdigit() else None
