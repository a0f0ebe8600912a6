"""From grids to the printed rows of the form: which label each number follows.

One collector takes rows with real columns and lines in reading order alike; what it cannot
know yet (the edition, the column of each number) is left to the placing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple, TypeAlias

import attrs

from .anchors import MATRIX, UNLABELLED, UNLABELLED_CELLS, Anchor, Meaning, Role
from .grid import OBJECT, Document, Grid, GridCell, Place, Shape
from .limits import Limits
from .numbers import RUN, SIGNS, is_blank, looks_like_figure
from .segments import Label, Segments, segmented

__all__ = ["HeaderColumn", "Heading", "Order", "PrintedCell", "PrintedRow", "Rows", "printed_rows"]

_PAGE_NUMBER: Final = re.compile(
    r"\s*(?:[-—–－~·]+\s*\d{1,4}\s*[-—–－~·]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?"
    r"|\d{1,4}\s*/\s*\d{1,4}|[Pp]age\s*\d{1,4})\s*"
)
_GLUED: Final = re.compile(rf"(?P<label>.*[^\s\d.,(（、{SIGNS}])(?P<digits>{RUN})\s*", re.DOTALL)
_LONGEST_CELL: Final = 24
"""Characters of a text that may be a cell, or the label of a row that the form lacks."""
_LONGEST_RUN: Final = 500
"""Lines of text taken at once; the longest real run, the head of table three, has about forty."""
_LONGEST_HEADER: Final = 64
"""Labels of columns that one header can have; table four's has eighteen, and is printed twice at
most before its row."""
_COLUMN_ROLES: Final = (Role.COLUMN, Role.GROUP)
_TITLES: Final = (Role.TABLE, Role.SECTION)
_SECOND_DISPUTES_ROW: Final = UNLABELLED_CELLS // 2 + 1
"""Numbers in a row without a label that may be a second row of table four: most of its cells."""
DISPUTES: Final = f"/{UNLABELLED}"
"""What stands for a label of table four's row."""

Order: TypeAlias = tuple[int, int]
"""The number of a grid and of a row in it: grows through the document."""


class PrintedCell(NamedTuple):
    """A cell that follows a row's label: a number, a blank, or something that is neither."""

    text: str
    place: Place
    start: int
    """First column it covers, from 0; it tells nothing but in a table."""
    end: int
    glued: bool = False
    """It stood against its label, or its neighbour, without any separator."""
    merged: bool = False
    """It stands across several rows."""
    kept: bool = False
    """The source marks it as a cell even if it is blank."""
    comment: str = ""
    """What a comment of a workbook says of it."""

    @property
    def blank(self) -> bool:
        """Whether nothing is printed in it, or a mark for nothing."""
        return is_blank(self.text)


class HeaderColumn(NamedTuple):
    """A column's label as printed."""

    anchor: Anchor
    meanings: tuple[Meaning, ...]
    note: str
    start: int
    end: int
    group: int
    """The group of grids in which it stands: columns of one group can be compared."""
    order: Order
    """Its line."""


@attrs.define(eq=False)
class PrintedRow:
    """A row of the form as printed, with what follows its label."""

    prefix: str | None
    """The address of its cells but for the last step; ``None`` for a row the form lacks."""
    label: str
    table: str
    shape: Shape
    group: int
    place: Place
    header: tuple[HeaderColumn, ...]
    cells: list[PrintedCell] = attrs.field(factory=list)
    """The cells after the label, in order; in lines, blank lines among them."""
    ends_table: bool = False
    """The next thing printed is a heading, or nothing: blank lines after it may be many."""
    other_heads: tuple[GridCell, ...] = ()
    """Labels of columns that the form lacks."""

    def is_headed(self, cell: PrintedCell) -> bool:
        """Whether a cell stands below the label of a column that the form lacks."""
        return any(h.column < cell.end and cell.start < h.end for h in self.other_heads)


@attrs.frozen
class Heading:
    """The heading of a table or of a section of text, as a line of its own."""

    role: Role
    key: str
    number: str
    order: Order
    last: int
    """The row of its grid on which it ends."""


@attrs.define
class Rows:
    """Everything that was found."""

    rows: list[PrintedRow] = attrs.field(factory=list)
    extra: list[PrintedRow] = attrs.field(factory=list)
    labels: list[tuple[Label, Meaning]] = attrs.field(factory=list)
    """Every label met, with what it stands for: the evidence for the edition."""
    headings: list[Heading] = attrs.field(factory=list)
    table_lines: set[Order] = attrs.field(factory=set)
    """Orders of the lines on which the labels of tables begin."""
    page_numbers: set[Order] = attrs.field(factory=set)
    """Orders of the lines that hold nothing but a page number."""
    damaged: list[tuple[str, Place]] = attrs.field(factory=list)


def printed_rows(document: Document, limits: Limits) -> Rows:
    """All rows of the form that a document prints, and what else stands in its tables."""
    texts = (cell.text for grid in document.grids for row in grid.rows for cell in row)
    limits.require("text", sum(map(len, texts)))
    collector = _Collector(limits)
    for number, grid in enumerate(document.grids):
        if grid.shape is Shape.LINES:
            collector.lines(grid, number)
        else:
            collector.ruled(grid, number)
    collector.end_table()
    return collector.found


class _Collector:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.found = Rows()
        self.row: PrintedRow | None = None
        self.header: list[HeaderColumn] = []
        self.header_table: str | None = ""
        """The one table to which all labels of the header can belong; ``None`` before one looks."""
        self.shared_header: tuple[HeaderColumn, ...] = ()
        """Of the last row: rows below one head have one and the same."""
        self.header_used = False
        self.other_heads: list[tuple[Order, GridCell]] = []
        self.table = ""
        self.compared = 0
        self.disputes_header: Sequence[HeaderColumn] = ()
        self.disputes_group: int | None = None

    # --- lines in reading order --------------------------------------------------------------

    def lines(self, grid: Grid, number: int) -> None:
        """Take in a grid of one cell a line."""
        texts: list[tuple[int, str]] = []  # the run of text since the last number
        blanks: list[tuple[int, PrintedCell]] = []
        at_page_end = False
        for index, (cell,) in enumerate(grid.rows):
            if not cell.text.strip():
                if cell.kept or not at_page_end:
                    blanks.append((index, _printed("", cell, kept=cell.kept)))
                continue
            at_page_end = _PAGE_NUMBER.fullmatch(cell.text) is not None
            if at_page_end:  # blank lines around it belong to the page
                before = index - 1
                while blanks and blanks[-1][0] == before and not blanks[-1][1].kept:
                    blanks.pop()
                    before -= 1
                self.found.page_numbers.add((number, index))
                continue
            text, values = _split(cell)
            if text:
                texts.append((index, text))
            if values or len(texts) == _LONGEST_RUN:
                self._run(grid, number, texts, blanks)
                texts, blanks = [], []
            if values:
                self._values(values, grid, cell.place)
        self._run(grid, number, texts, blanks)

    def _values(self, values: list[PrintedCell], grid: Grid, place: Place) -> None:
        if self.row is None and self._header_table() == UNLABELLED:
            self._open(DISPUTES, "", UNLABELLED, grid, place)  # a row without a label
        if self.row is not None:
            self.row.cells += values
        elif self._is_below_head() and any(not cell.blank for cell in values):
            header = tuple(self.header)
            stray = PrintedRow(None, "", self.table, grid.shape, grid.group, place, header, values)
            self.found.extra.append(stray)

    def _is_below_head(self) -> bool:
        """Whether the head of a table was the last thing that was read, and no label since."""
        return bool(self.header and self.table and not self.header_used)

    def _run(
        self,
        grid: Grid,
        number: int,
        texts: list[tuple[int, str]],
        blanks: list[tuple[int, PrintedCell]],
    ) -> None:
        """Take in the text between two numbers, with the blank lines in it."""
        self.limits.require_time()
        found = self._segmented([text for _, text in texts])
        within: set[int] = set()  # where labels go on: blank lines there are no cells
        events: list[tuple[int, Label | str | PrintedCell]] = []
        for label in found.labels:
            first, last = texts[label.first][0], texts[label.last][0]
            within.update(range(first, last))
            events.append((last, label))
        events += [texts[line] for line in found.foreign]
        events += [(index, cell) for index, cell in blanks if index not in within]
        events.sort(key=lambda event: event[0])
        near = _tables_of_columns(found.labels)
        for last, event in events:
            if isinstance(event, PrintedCell):
                self._values([event], grid, event.place)
            elif isinstance(event, str):
                (cell,) = grid.rows[last]
                self._foreign(event, grid, cell)
            else:
                first = texts[event.first][0]
                (cell,) = grid.rows[first]
                self._label(event, near, grid, cell, (number, first), last)

    def _foreign(self, text: str, grid: Grid, cell: GridCell) -> None:
        row = self.row
        if row is not None and row.prefix == DISPUTES and len(text) <= _LONGEST_CELL:
            # table four's row has no label: text in it can only be a cell that is no number
            row.cells.append(_printed(text.strip(), cell))
            return
        if row is not None and row.prefix is None and not row.cells and row.label:
            row.label += text.strip()  # its label is broken over lines
            if len(row.label) > _LONGEST_CELL:
                self.row = None
            return
        in_tables = row is not None and row.prefix is not None
        self.close()
        if in_tables and len(text) <= _LONGEST_CELL:
            # perhaps the label of a row that the form lacks: what follows is not the form's
            self.row = PrintedRow(
                None, text.strip(), self.table, grid.shape, grid.group, cell.place, ()
            )

    # --- rows and columns ----------------------------------------------------------------------

    def ruled(self, grid: Grid, number: int) -> None:
        """Take in a grid whose rows are marked."""
        for index, row in enumerate(grid.rows):
            self.limits.require_time()
            self._ruled_row(grid, row, (number, index))
        if grid.shape is Shape.TABLE:
            self.close()

    def _ruled_row(self, grid: Grid, row: Sequence[GridCell], order: Order) -> None:
        found = [
            None if (lines := _lines_of(cell.text)) is None else self._segmented(lines)
            for cell in row
        ]
        near = _tables_of_columns(
            [label for part in found if part is not None for label in part.labels]
        )
        self.close()
        slots: list[PrintedCell] = []
        unknown: str | None = None
        crowd: list[PrintedRow] = []
        # the row of table four has no label: text in it is a cell that is no number
        unlabelled = self._header_table() == UNLABELLED
        for cell, part in zip(row, found, strict=True):
            if part is not None:
                text, values = _split(cell)
                if values and self._glued_label(text, near, grid, cell, order):
                    slots = [*values]
                    continue
                if part.labels and not part.foreign:
                    labelled: list[PrintedRow] = []
                    for label in part.labels:
                        opened = self.row
                        self._label(label, near, grid, cell, order)
                        if self.row is not opened:
                            if opened is not None:
                                opened.cells += slots
                            slots = []  # what stood before the label, such as a running number
                            labelled += [self.row] if self.row is not None else []
                    crowd = _not_nested(labelled) if len(labelled) > 1 else []
                    continue
                if self.row is None and unknown is None and not unlabelled:
                    unknown = cell.text
                    slots.clear()
                    continue
            merged = cell.row_span > 1
            slots.append(
                PrintedCell(
                    cell.text,
                    cell.place,
                    cell.column,
                    cell.end,
                    merged=merged,
                    kept=True,
                    comment=cell.comment,
                )
            )
        if near and grid.shape is Shape.TABLE:
            beside = [c for c, part in zip(row, found, strict=True) if part and not part.labels]
            self.other_heads += [(order, cell) for cell in beside]
        if self.row is None and slots:
            self._unlabelled_row(grid, row, slots, unknown)
        if len(crowd) > 1 and any(not cell.blank for cell in slots):
            # several rows in one: which numbers are whose?
            slots = [cell._replace(merged=True) for cell in slots]
            for crowded in crowd[:-1]:
                crowded.cells += slots
        if self.row is not None:
            self.row.cells += slots
            if self.row.cells:
                self.close()

    def _unlabelled_row(
        self,
        grid: Grid,
        row: Sequence[GridCell],
        slots: Sequence[PrintedCell],
        unknown: str | None,
    ) -> None:
        figures = any(looks_like_figure(cell.text) for cell in row)
        whole = len(slots) == len(row) >= UNLABELLED_CELLS and not _is_words(slots)
        place = slots[0].place
        if not (figures or whole):
            return
        if self._header_table() == UNLABELLED:
            self._open(DISPUTES, "", UNLABELLED, grid, place)
        elif self._is_disputes_again(unknown, grid, slots):
            self._begin_header(self.disputes_header)
            self._open(DISPUTES, "", UNLABELLED, grid, place)
        elif self.table and (unknown or figures):
            name = unknown or ""
            self.row = PrintedRow(None, name, self.table, grid.shape, grid.group, place, ())

    def _is_disputes_again(
        self, unknown: str | None, grid: Grid, slots: Sequence[PrintedCell]
    ) -> bool:
        """Whether another row of numbers stands right below the one of table four."""
        filled = sum(not cell.blank for cell in slots)
        return (
            unknown is None
            and self.disputes_group == grid.group
            and filled >= _SECOND_DISPUTES_ROW
        )

    def _glued_label(
        self, text: str, near: frozenset[str], grid: Grid, cell: GridCell, order: Order
    ) -> bool:
        part = self._segmented([text])
        if not part.labels:
            return False
        for label in part.labels:
            self._label(label, near, grid, cell, order)
        return True

    def _segmented(self, lines: Sequence[str]) -> Segments:
        found = segmented(lines)
        if found.compared:
            self.compared += found.compared
            self.limits.require("comparisons", self.compared)
            self.limits.require_time()
        return found

    # --- both ------------------------------------------------------------------------------------

    def _label(
        self,
        label: Label,
        near: frozenset[str],
        grid: Grid,
        cell: GridCell,
        order: Order,
        last: int | None = None,
    ) -> None:
        """Take in a label of a line, or of several, of which ``last`` is the last one."""
        meanings = self._meant(label, near)
        meaning = meanings[0]
        self.disputes_group = None
        if meaning.role in _TITLES:
            if label.damage and not label.number:
                self._foreign(label.anchor.text, grid, cell)
                return
            self.end_table()
            self.found.headings.append(
                Heading(
                    meaning.role,
                    meaning.key,
                    label.number,
                    order,
                    order[1] if last is None else last,
                )
            )
            if _is_section_number(label.number):
                self._begin_header()
                if meaning.role is Role.TABLE:
                    self.table = meaning.key
            return
        self.found.labels.append((label, meaning))
        self.limits.require("labels", len(self.found.labels))
        if label.damage:
            self.found.damaged.append((label.anchor.text, cell.place))
        self.found.table_lines.add(order)
        if meaning.table:
            self.table = meaning.table
        row = self.row
        if (
            meaning.role in _COLUMN_ROLES
            and row is not None
            and row.prefix == DISPUTES
            and all(printed.blank for printed in row.cells)
        ):
            self.row, self.header_used = None, False  # blanks within the header, not a row
        if meaning.role is Role.ROW:
            self._open(meaning.key, label.anchor.text, meaning.table, grid, cell.place)
            return
        self.close()
        if meaning.role in _COLUMN_ROLES:
            if self.header_used or len(self.header) == _LONGEST_HEADER:
                self._begin_header()
            self.header_table = None
            self.header.append(
                HeaderColumn(
                    label.anchor, meanings, label.note, cell.column, cell.end, grid.group, order
                )
            )

    def _meant(self, label: Label, near: frozenset[str]) -> tuple[Meaning, ...]:
        """What a label stands for here: of several meanings, those that fit the place."""
        here = next(iter(near)) if len(near) == 1 else self.table
        is_row = self.table == MATRIX and not near
        return _meanings(label.anchor, bool(label.number), is_row, here)

    def _open(self, prefix: str, label: str, table: str, grid: Grid, place: Place) -> None:
        self.close()
        self.header_used = True
        header = tuple(self.header) if self._header_table() == table else ()
        if header != self.shared_header:
            self.shared_header = header
        header = self.shared_header
        self.row = PrintedRow(prefix, label, table, grid.shape, grid.group, place, header)
        if header and self.other_heads:
            self.row.other_heads = tuple(
                cell for order, cell in self.other_heads if order >= header[0].order
            )

    def end_table(self) -> None:
        """End the row, and with it the table."""
        if self.row is not None:
            self.row.ends_table = True
        self.close()

    def close(self) -> None:
        """End the row that is being collected."""
        if self.row is None:
            return
        if self.row.prefix is not None:
            self.found.rows.append(self.row)
        elif any(not cell.blank for cell in self.row.cells):
            self.found.extra.append(self.row)
        if self.row.prefix == DISPUTES:
            self.disputes_header, self.disputes_group = self.row.header, self.row.group
            self._begin_header()
        self.row = None

    def _begin_header(self, columns: Iterable[HeaderColumn] = ()) -> None:
        self.header, self.header_table, self.header_used = [*columns], None, False

    def _header_table(self) -> str:
        if self.header_table is None:
            tables = [{meaning.table for meaning in column.meanings} for column in self.header]
            common = set.intersection(*tables) if tables else set()
            self.header_table = common.pop() if len(common) == 1 else ""
        return self.header_table


@lru_cache(maxsize=4096)
def _lines_of(text: str) -> tuple[str, ...] | None:
    """The lines of a cell that may hold labels; ``None`` for a figure, and where nothing is."""
    plain = text.replace(OBJECT, "")
    return None if not plain.strip() or looks_like_figure(plain) else tuple(plain.split("\n"))


def _is_words(cells: Sequence[PrintedCell]) -> bool:
    """Whether a row is a few words, such as who filled the form in, and when: no row of cells."""
    texts = sum(not cell.blank for cell in cells)
    return 0 < 2 * texts < len(cells)


@cache
def _meanings(anchor: Anchor, numbered: bool, is_row: bool, here: str) -> tuple[Meaning, ...]:  # noqa: FBT001
    meanings = anchor.meanings
    if anchor.is_row_or_column:
        if numbered and (rows := tuple(m for m in meanings if m.role is Role.ROW and m.number)):
            return rows
        wanted = Role.ROW if is_row else Role.COLUMN
        meanings = tuple(m for m in meanings if m.role is wanted)
    return tuple(m for m in meanings if m.table == here) or meanings


def _not_nested(rows: Sequence[PrintedRow]) -> list[PrintedRow]:
    """The rows without those that are only the heading of another one."""
    return [
        row
        for row in rows
        if not any((other.prefix or "").startswith(f"{row.prefix}/") for other in rows)
    ]


def _is_section_number(number: str) -> bool:
    """A number as the sections of a report carry it (or none), not that of a paragraph."""
    return not number.startswith("(")


def _tables_of_columns(labels: Iterable[Label]) -> frozenset[str]:
    """The tables of those labels that can only be columns'."""
    return frozenset().union(*(label.anchor.heads_in for label in labels))


def _split(cell: GridCell) -> tuple[str, list[PrintedCell]]:
    """The text of a line and the numbers that follow it on the same line, if any."""
    label, values, glued = _parted(cell.text, cell.kept)
    kept = cell.kept and not label
    return label, [_printed(value, cell, glued=glued, kept=kept) for value in values]


@lru_cache(maxsize=2048)
def _parted(line: str, kept: bool) -> tuple[str, tuple[str, ...], bool]:  # noqa: FBT001
    """The text of a line, the numbers that follow it, and whether one stands against it."""
    text = line.strip()
    parts = text.split()
    count = 0
    while count < len(parts) and looks_like_figure(parts[-1 - count]):
        count += 1
    if looks_like_figure(text) or (kept and count == len(parts)):
        return "", (text,), False
    if count:
        return " ".join(parts[:-count]), tuple(parts[-count:]), False
    glued = _GLUED.fullmatch(text)
    if glued and segmented([glued["label"]]).labels:
        return glued["label"], (glued["digits"],), True
    return text, (), False


def _printed(
    text: str, cell: GridCell, *, glued: bool = False, merged: bool = False, kept: bool = False
) -> PrintedCell:
    """A cell of a row, from the cell of the grid in which it stands."""
    return PrintedCell(
        text,
        cell.place,
        cell.column,
        cell.end,
        glued=glued,
        merged=merged,
        kept=kept,
        comment=cell.comment,
    )
