"""What every container gives: grids of cells, each with its place in the source."""

from __future__ import annotations

import enum
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

import attrs

from ..text import Language
from .limits import Limits

__all__ = [
    "LOWERED", "OBJECT", "RAISED", "STRUCK", "UNSURE",
    "Beside", "Document", "Grid", "GridCell", "HiddenText", "Place", "Shape",
    "is_numeric", "legible", "rows_below", "ruled", "trimmed", "unsure",
]  # fmt: skip

RAISED: Final = "^"
LOWERED: Final = "_"
STRUCK: Final = "~~"
"""What a container writes before a text that is raised or lowered, and around one that is struck
out: it must not run together with the digits beside it."""
OBJECT: Final = "\ufffc"
"""What a container writes where a cell holds a picture or an object, which may show a number."""
UNSURE: Final = "␦"
"""What a container writes before a text of which it cannot tell whether a person sees it so."""

_NUMERIC: Final = re.compile(
    r"[\s,，.．%+\-－/()（）件项个条次份宗元万亿]*\d[\s\d,，.．%+\-－/()（）件项个条次份宗元万亿]*"
    r"(?:[(（][^()（）]*[)）]\s*)?"
)
"""A text that alone or with what stands beside it may be read as a number."""
_AROUND: Final = re.compile(r"\A[^\S\u3000]+|\s+\Z|\A\s+\Z")
_COUNTED: Final = {
    "page": "页",
    "table": "表",
    "row": "行",
    "cell": "格",
    "line": "行",
    "column": "列",
}
"""What a place counts, from the large to the small, with the Chinese word for it."""


class Place(NamedTuple):
    """Where something stands in the source; counted from 1, ``None`` where it does not apply."""

    line: int | None = None
    """Line of the source text."""
    column: int | None = None
    """Cell of that line, where a line holds several."""
    table: int | None = None
    """Table of the source, in reading order."""
    row: int | None = None
    """Row of that table."""
    cell: int | None = None
    """Cell of that row as marked up, not counting cells that reach into it from above."""
    page: int | None = None
    """Page of the source."""
    box: tuple[float, float, float, float] | None = None
    """Where on that page: left, top, right and bottom, in points from its top left corner."""
    sheet: str | None = None
    """Sheet of a workbook, by name."""
    reference: str | None = None
    """Cell of that sheet, as a spreadsheet names it: B7."""

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in self.to_dict().items())
        return f"Place({given})"

    def describe(self, language: Language = "zh") -> str:
        """The place in words.

        >>> Place(line=3, column=2).describe("en")
        'line 3, column 2'
        """
        given = [
            (name, number) for name in _COUNTED if (number := getattr(self, name)) is not None
        ]
        if language == "zh":
            parts = [f"第 {number} {_COUNTED[name]}" for name, number in given]
            if self.sheet is not None:
                parts.insert(0, f"工作表“{self.sheet}”")
            if self.reference is not None:
                parts.append(f"{self.reference} 单元格")
            return "".join(parts)
        parts = [f"{name} {number}" for name, number in given]
        if self.sheet is not None:
            parts.insert(0, f'sheet "{self.sheet}"')
        if self.reference is not None:
            parts.append(f"cell {self.reference}")
        return ", ".join(parts)

    def to_dict(self) -> dict[str, Any]:
        """What applies, as JSON values."""
        return {name: value for name, value in self._asdict().items() if value is not None}


class Shape(enum.Enum):
    """How much a grid tells about which cell stands under which."""

    TABLE = "table"
    """Rows, columns and spans are marked up."""
    ROWS = "rows"
    """Cells of one row stand together; columns need not line up."""
    LINES = "lines"
    """One cell a line, in reading order; whether blank cells are kept is not known."""


class GridCell(NamedTuple):
    """One cell: its text as printed, the rows and columns it covers, and its place."""

    text: str
    row: int
    column: int
    row_span: int
    column_span: int
    place: Place
    kept: bool = False
    """In lines: the line is marked as a cell even where it is blank."""
    comment: str = ""
    """What a spreadsheet shows where the cell is pointed at; nothing of it counts but in a
    workbook of ours."""

    @property
    def end(self) -> int:
        """The column after its last."""
        return self.column + self.column_span


@attrs.frozen
class Grid:
    """Cells that stand together, row by row; a cell stands in the row in which it begins."""

    shape: Shape
    rows: tuple[tuple[GridCell, ...], ...]
    group: int
    """Grids of one group share their columns."""
    ancestors: tuple[int, ...] = ()
    """In markup: the elements around it, outermost first, by number."""

    def __iter__(self) -> Iterator[GridCell]:
        for row in self.rows:
            yield from row


def legible(text: str) -> str:
    """The text of a cell without the marks that only a program reads.

    >>> legible(OBJECT), legible(UNSURE + "3")
    ('［图］', '3')
    """
    return text.replace(OBJECT, "［图］").replace(UNSURE, "")


def trimmed(text: str) -> str:
    """A text without white space at its ends, but for full-width spaces that indent it.

    >>> trimmed(" 　　一是。　")
    '　　一是。'
    """
    return _AROUND.sub("", text)


def is_numeric(text: str) -> bool:
    """Whether a text may be a number, alone or with what stands beside it."""
    return _NUMERIC.fullmatch(text) is not None


def unsure(text: str) -> str:
    """A text of which it cannot be told whether a person sees it so: marked, if it may be a number.

    >>> unsure("3") == UNSURE + "3", unsure("3.其他")
    (True, '3.其他')
    """
    return UNSURE + text if is_numeric(text) else text


@attrs.frozen
class HiddenText:
    """A text that a container holds and a person does not see."""

    text: str
    place: Place
    grid: int | None
    """The grid in which it stands, by its place among those of the document; ``None`` for what
    stands beside them all, as a sheet of its own."""


@attrs.frozen
class Beside:
    """What a source holds beside its text: it may explain why no table is found."""

    pictures: tuple[tuple[int, int], ...] = ()
    """Pictures outside tables: each by the number of the grid and of the row that it stands
    before."""
    files: tuple[str, ...] = ()
    """Names of the documents that the source links to."""
    frames: tuple[str, ...] = ()
    """Addresses of the pages that the source shows in itself."""
    has_scripts: bool = False
    """Whether scripts may build what is shown."""


@attrs.frozen
class Document:
    """A source as its container's reader gives it."""

    container: str
    encoding: str
    grids: tuple[Grid, ...]
    title: str | None = None
    """The title that the container declares, apart from the text."""
    replaced: int = 0
    """Characters that could not be decoded."""
    published: str | None = None
    """The date of publication that the container declares, apart from the text, as it is written
    there."""
    pictures: int = 0
    """Pages that are pictures, and could not be read."""
    hidden: tuple[HiddenText, ...] = ()
    """What nobody sees, and was therefore left out."""
    beside: Beside = Beside()


def rows_below(
    grids: Sequence[Grid], spots: Sequence[Any], spot_of: Callable[[Place], Any]
) -> tuple[tuple[int, int], ...]:
    """For each spot the first row that stands below it, by the number of its grid and its own.

    ``spot_of`` gives where the first cell of a row stands; spots can be compared.
    """
    if not spots:
        return ()
    rows = [
        (spot_of(row[0].place), (number, index))
        for number, grid in enumerate(grids)
        for index, row in enumerate(grid.rows)
        if row
    ]
    rows.sort()
    starts = [start for start, _ in rows]
    orders = [*(order for _, order in rows), (len(grids), 0)]
    return tuple(orders[bisect_right(starts, spot)] for spot in spots)


def ruled(
    rows: Sequence[Sequence[tuple[str, int, int]]], table: int, limits: Limits
) -> tuple[tuple[GridCell, ...], ...]:
    """Cells with spans, as marked up, set into rows and columns.

    Each cell is its text, row span and column span (a row span of 0 reaches to the end). What
    a cell claims beyond :attr:`Limits.span` or beyond the last row is cut.
    """
    made: list[tuple[GridCell, ...]] = []
    reach: dict[int, int] = {}  # column -> the row after the last that a cell above covers
    width = 0
    for number, row in enumerate(rows):
        limits.require_time()
        cells: list[GridCell] = []
        column = 0
        for order, (text, row_span, column_span) in enumerate(row, 1):
            while reach and reach.get(column, 0) > number:
                column += 1
            height = across = 1
            if row_span != 1:
                height = min(row_span or len(rows), len(rows) - number, limits.span)
            if column_span > 1:
                across = min(column_span, limits.span)
            place = Place(None, None, table, number + 1, order)
            cells.append(GridCell(text, number, column, height, across, place))
            if height > 1:
                limits.require("area", (column + across) * len(rows))
                for covered in range(column, column + across):
                    reach[covered] = max(reach.get(covered, 0), number + height)
            column += across
        width = max(width, column)
        limits.require("area", width * len(rows))
        made.append(tuple(cells))
    return tuple(made)
