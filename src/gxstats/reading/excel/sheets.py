"""What both kinds of Excel files share: from the cells that a sheet holds to grids and lines.

A workbook is taken as it is seen: hidden sheets, rows and columns are no part of what is
published. The sheets of a workbook that hides them all are taken none the less.
Rows of one text alone, such as titles and paragraphs, become lines; all others become tables,
whose blank cells are kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Context, Decimal
from functools import lru_cache
from itertools import groupby
from typing import Final, TypeAlias

import attrs

from ..grid import Document, Grid, GridCell, Place, Shape
from ..limits import Limits
from ..numbers import looks_like_figure
from ..unreadable import Unreadable

__all__ = [
    "BUILT_IN_FORMATS",
    "GENERAL",
    "Range",
    "Sheet",
    "Tally",
    "document_of_sheets",
    "formula_text",
    "printed_number",
    "printed_text",
    "reference_of",
    "without_controls",
]

Range: TypeAlias = tuple[int, int, int, int]
"""First row, first column, last row and last column, from 0."""

_LINES_GROUP: Final = 0
_LONGEST_LABEL: Final = 60
"""Characters of a text that may stand in a table with nothing beside it; a longer one is prose."""
_LONGEST_GAP: Final = 20
"""Blank cells side by side, or blank lines, that may be cells of one row: the longest row of
the form has fifteen."""
_CONTROLS: Final = dict.fromkeys(i for i in range(32) if chr(i) not in "\t\n")


def without_controls(text: str) -> str:
    """A cell's text with one kind of line break and without control characters."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)


def reference_of(row: int, column: int) -> str:
    """A cell as spreadsheets name it.

    >>> reference_of(6, 1), reference_of(0, 16383)
    ('B7', 'XFD1')
    """
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"


@attrs.define(eq=False)
class Tally:
    """What all sheets of a workbook hold together, bounded as it comes."""

    limits: Limits
    cells: int = 0
    characters: int = 0

    def take(self, cells: int, characters: int = 0) -> None:
        """Count some cells, and characters in them."""
        self.cells += cells
        self.characters += characters
        self.limits.require("area", self.cells)
        self.limits.require("characters", self.characters)


@attrs.define(eq=False)
class Sheet:
    """A sheet as its file gives it: only the cells that are there."""

    name: str
    tally: Tally
    texts: dict[int, dict[int, str]] = attrs.field(factory=dict)
    """Texts that are not blank, by row and column from 0."""
    ruled: dict[int, list[tuple[int, int]]] = attrs.field(factory=dict)
    """By row, the runs of columns with a border: of rows with text, and of each row below one."""
    merged: list[Range] = attrs.field(factory=list)
    hidden_rows: list[tuple[int, int]] = attrs.field(factory=list)
    hidden_columns: list[tuple[int, int]] = attrs.field(factory=list)
    _filled: set[int] = attrs.field(factory=set)

    def expect(self, row: int) -> None:
        """Take in that a row holds a cell, whose text is to come."""
        self._filled.add(row)
        self.tally.take(1)

    def put(self, row: int, column: int, text: str, *, expected: bool = False) -> None:
        """Take in a cell's text. A file that holds a cell twice does not tell what it shows."""
        if not text.strip():
            return
        cells = self.texts.setdefault(row, {})
        if column in cells:
            where = f"{self.name}!{reference_of(row, column)}"
            raise Unreadable("read.damaged", found=f"{where} × 2")
        cells[column] = text
        self._filled.add(row)
        self.tally.take(0 if expected else 1, len(text))

    def rule(self, row: int, first: int, last: int) -> None:
        """Take in that some cells have a border. Rows must come in order."""
        if row not in self._filled and row - 1 not in self._filled:
            return  # nothing that could be a row of a table
        runs = self.ruled.setdefault(row, [])
        if runs and runs[-1][1] + 1 == first:
            runs[-1] = (runs[-1][0], last)
            return
        runs.append((first, last))
        self.tally.take(1)

    def merge(self, range: Range) -> None:
        """Take in cells that are merged."""
        if range[0] <= range[2] and range[1] <= range[3]:
            self.merged.append(range)
            self.tally.take(1)

    def hide_rows(self, first: int, last: int) -> None:
        """Take in that rows are hidden."""
        _extend(self.hidden_rows, first, last)

    def hide_columns(self, first: int, last: int) -> None:
        """Take in that columns are hidden."""
        _extend(self.hidden_columns, first, last)


def _extend(hidden: list[tuple[int, int]], first: int, last: int) -> None:
    if hidden and hidden[-1][1] + 1 == first <= last:
        hidden[-1] = hidden[-1][0], last
    elif 0 <= first <= last:
        hidden.append((first, last))


def document_of_sheets(
    container: str, encoding: str, sheets: Iterable[Sheet], limits: Limits
) -> Document:
    """Sheets as grids, in their order."""
    layouts = [_Layout(sheet, limits) for sheet in sheets]
    columns = _Columns(row for layout in layouts for row in layout.table_rows())
    grids: list[Grid] = []
    area = 0
    for number, layout in enumerate(layouts, 1):
        for grid in layout.grids(number, columns):
            area += sum(map(len, grid.rows))
            limits.require("area", area)
            grids.append(grid)
        limits.require_time()
    return Document(container, encoding, tuple(grids))


class _Seen:
    """Rows or columns counted without the hidden ones."""

    def __init__(self, hidden: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.before: list[int] = []
        """How many are hidden before each run of hidden ones, and at last in all."""
        total = 0
        for first, last in sorted(hidden):
            start = max(first, self.ends[-1] if self.ends else 0)
            if start <= last:
                self.starts.append(start)
                self.ends.append(last + 1)
                self.before.append(total)
                total += last + 1 - start
        self.shown = [s - b for s, b in zip(self.starts, self.before, strict=True)]
        """How many are seen before each run."""
        self.before.append(total)

    def index(self, place: int) -> int:
        """The number of a row or column among those seen; of a hidden one, that of the next."""
        found = bisect_right(self.starts, place) - 1
        if found < 0:
            return place
        return place - self.before[found] - (min(place, self.ends[found]) - self.starts[found])

    def hides(self, place: int) -> bool:
        """Whether a row or column is hidden."""
        return self.index(place) == self.index(place + 1)

    def place(self, index: int) -> int:
        """Where the row or column stands that has a number among those seen."""
        return index + self.before[bisect_right(self.shown, index)]


@attrs.define(eq=False)
class _Cell:
    """A text, or a blank range of merged cells."""

    text: str
    reference: str
    start: int
    end: int
    """Columns, among those seen."""
    first: int
    last: int
    """Rows, among those that hold something; ``last`` is the one after."""


@attrs.define(eq=False)
class _Row:
    """A row that holds something, with its cells in order."""

    index: int
    """Among such rows."""
    seen: int
    """Among the rows that are seen."""
    number: int
    """In the sheet."""
    ruled: list[tuple[int, int]]
    """Runs of columns, among those seen, that have a border."""
    own: list[_Cell] = attrs.field(factory=list)
    above: list[_Cell] = attrs.field(factory=list)
    """Cells that reach into it from above."""
    texts: list[_Cell] = attrs.field(factory=list)
    """Those of its own cells that are not blank."""
    is_several: bool = False
    """Whether several texts stand in it, so that it can only be a row of a table."""

    def settle(self) -> None:
        """Know what kind of row it is, once it has all its cells."""
        self.own.sort(key=lambda cell: cell.start)
        self.texts = [cell for cell in self.own if cell.text]
        self.is_several = len(self.texts) + sum(bool(cell.text) for cell in self.above) > 1

    def ruled_blanks(self) -> int:
        """How many columns with a border are covered by no text."""
        covered = sorted(
            column
            for cell in (*self.own, *self.above)
            if cell.text
            for column in range(cell.start, cell.end)
        )
        return sum(
            end - start - (bisect_left(covered, end) - bisect_left(covered, start))
            for start, end in self.ruled
        )


class _Layout:
    """One sheet set into rows, and these into tables and lines."""

    def __init__(self, sheet: Sheet, limits: Limits) -> None:
        self.sheet = sheet
        self.limits = limits
        self.across = _Seen(sheet.hidden_columns)
        self.down = _Seen(sheet.hidden_rows)
        self.rows = self._rows()
        self.parts = list(self._parts())

    # --- cells -------------------------------------------------------------------------------

    def _rows(self) -> list[_Row]:
        """The rows that hold a text or a border, with their cells."""
        texts = {row: dict(cells) for row, cells in self.sheet.texts.items()}
        ruled = self.sheet.ruled
        merged = self._merged(texts)
        numbers = sorted(row for row in texts.keys() | ruled.keys() if not self.down.hides(row))
        index = self.across.index
        made = [
            _Row(
                place,
                self.down.index(row),
                row,
                [(index(first), index(last + 1)) for first, last in ruled.get(row, ())],
            )
            for place, row in enumerate(numbers)
        ]
        for (r0, c0, r1, c1), text in merged:
            first, last = bisect_left(numbers, r0), bisect_right(numbers, r1)
            start, end = index(c0), index(c1 + 1)
            if first < last and start < end:
                cell = _Cell(text, reference_of(r0, c0), start, end, first, last)
                made[first].own.append(cell)
                for row in made[first + 1 : last]:
                    row.above.append(cell)
        for row in made:
            for column, text in texts.get(row.number, {}).items():
                if not self.across.hides(column):
                    start, name = index(column), reference_of(row.number, column)
                    row.own.append(_Cell(text, name, start, start + 1, row.index, row.index + 1))
            row.settle()
        return made

    def _merged(self, texts: dict[int, dict[int, str]]) -> list[tuple[Range, str]]:
        """Merged ranges cut to the used area, with their texts, which are taken from ``texts``.

        Only the first cell of merged ones is seen, whatever the others hold. A range that
        overlaps an earlier one is none.
        """
        rows = sorted(texts.keys() | self.sheet.ruled.keys())
        widest = max((max(cells) for cells in texts.values()), default=-1)
        found: list[tuple[Range, str]] = []
        covered: set[tuple[int, int]] = set()
        for r0, c0, r1, c1 in self.sheet.merged:
            end = min(c1, widest)
            reached = rows[bisect_left(rows, r0) : bisect_right(rows, r1)]
            self.limits.require("area", len(covered) + len(reached) * max(0, end + 1 - c0))
            places = [(row, column) for row in reached for column in range(c0, end + 1)]
            if not places or not covered.isdisjoint(places):
                continue
            covered.update(places)
            text = texts.get(r0, {}).get(c0, "")
            for row, column in places:
                texts.get(row, {}).pop(column, None)
            found.append(((r0, c0, r1, end), text))
        return found

    # --- tables and lines ----------------------------------------------------------------------

    def _parts(self) -> Iterator[tuple[Shape, list[_Row]]]:
        """The rows in order, in runs that are all tables or all lines."""
        if not any(row.is_several for row in self.rows):
            yield Shape.LINES, self.rows
            return
        for block in self._blocks():
            kinds = zip(_kinds(block), block, strict=True)
            for kind, run in groupby(kinds, key=lambda pair: pair[0]):
                yield kind, [row for _, row in run]

    def table_rows(self) -> Iterator[_Row]:
        """The rows of its tables."""
        return (row for kind, part in self.parts if kind is Shape.TABLE for row in part)

    def grids(self, group: int, columns: _Columns) -> Iterator[Grid]:
        """The grids of the sheet, in order; its tables share their columns."""
        spaced = len(self.parts) == 1
        for kind, part in self.parts:
            if kind is Shape.TABLE:
                yield self._table(part, group, columns)
            else:
                yield from self._lines(part, spaced=spaced)

    def _blocks(self) -> Iterator[list[_Row]]:
        """Rows that follow each other without a blank row between.

        A ruled row without any text is a row of blank cells if a row of a table is right above.
        """
        block: list[_Row] = []
        for row in self.rows:
            follows = bool(block) and row.seen == block[-1].seen + 1
            if not row.texts:
                if follows and block[-1].is_several and row.ruled_blanks() > 1:
                    block.append(row)
                continue
            if block and not follows and not any(cell.text for cell in row.above):
                yield block
                block = []
            block.append(row)
        if block:
            yield block

    def _lines(self, rows: Sequence[_Row], *, spaced: bool) -> Iterator[Grid]:
        """Rows of one text each as lines; ``spaced``: blank rows between them are blank lines."""
        lines: list[tuple[str, Place]] = []
        last: _Row | None = None
        for row in rows:
            if not row.texts:
                continue
            if spaced and last is not None:
                blank = min(row.seen - last.seen - 1, _LONGEST_GAP)
                self.limits.require("area", len(lines) + blank)
                lines += [("", Place(sheet=self.sheet.name))] * blank
            last = row
            for cell in row.texts:
                place = Place(sheet=self.sheet.name, reference=cell.reference)
                lines += [(line.strip(), place) for line in cell.text.strip().split("\n")]
        if lines:
            cells = enumerate(lines)
            made = tuple((GridCell(text, i, 0, 1, 1, place),) for i, (text, place) in cells)
            yield Grid(Shape.LINES, made, _LINES_GROUP)

    def _table(self, rows: Sequence[_Row], group: int, columns: _Columns) -> Grid:
        """Rows as a table, with blank cells over all the width of the tables around."""
        texts = [cell for row in rows for cell in (*row.own, *row.above) if cell.text]
        runs = columns.reached((cell.start, cell.end) for cell in texts)
        self.limits.require("area", len(rows) * sum(end - start for start, end in runs))
        indexes = [row.index for row in rows]
        made: list[tuple[GridCell, ...]] = []
        for number, row in enumerate(rows):
            width = {column for start, end in runs for column in range(start, end)}
            cells: list[GridCell] = []
            for cell in row.own:
                if cell.text or not width.isdisjoint(range(cell.start, cell.end)):
                    height = bisect_left(indexes, cell.last) - number
                    place = Place(sheet=self.sheet.name, reference=cell.reference)
                    across = cell.end - cell.start
                    text = cell.text.strip()
                    cells.append(
                        GridCell(text, number, cell.start, height, across, place, kept=True)
                    )
            for cell in (*row.own, *row.above):
                width.difference_update(range(cell.start, cell.end))
            for column in width:
                name = reference_of(row.number, self.across.place(column))
                place = Place(sheet=self.sheet.name, reference=name)
                cells.append(GridCell("", number, column, 1, 1, place, kept=True))
            made.append(tuple(sorted(cells, key=lambda cell: cell.column)))
        return Grid(Shape.TABLE, tuple(made), group)


class _Columns:
    """The columns that the tables of a workbook take up.

    A table must not seem narrower than it is because its last cells are blank on one sheet, or
    in one row between blank ones: what belongs to it is told by all tables together. Texts far
    apart are different tables.
    """

    def __init__(self, rows: Iterable[_Row]) -> None:
        taken = sorted(
            {(cell.start, cell.end) for row in rows for cell in row.own if cell.text},
        )
        self.runs: list[tuple[int, int]] = []
        for start, end in taken:
            if self.runs and start - self.runs[-1][1] <= _LONGEST_GAP:
                self.runs[-1] = self.runs[-1][0], max(end, self.runs[-1][1])
            else:
                self.runs.append((start, end))

    def reached(self, texts: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """The runs of columns in which some texts stand."""
        firsts = [start for start, _ in self.runs]
        found = {bisect_right(firsts, start) - 1 for start, _ in texts}
        return [self.runs[number] for number in sorted(found)]


def _extent(rows: Iterable[_Row]) -> tuple[int, int]:
    """The first column that the texts of some rows take up, and the one after the last."""
    cells = [cell for row in rows for cell in (*row.own, *row.above) if cell.text]
    if not cells:
        return 0, 0
    return min(cell.start for cell in cells), max(cell.end for cell in cells)


def _kinds(block: Sequence[_Row]) -> list[Shape]:
    """For each row, whether it belongs to a table or is a line of text.

    A text with nothing beside it may be a title, or the label of a row whose cells are blank.
    Borders tell, where tables have them; else a row of a table is one that stands between
    others and does not reach over all their width.
    """
    several = [number for number, row in enumerate(block) if row.is_several]
    ruled = any(block[number].ruled for number in several)
    extent = _extent(block[number] for number in several)
    kinds: list[Shape] = []
    for number, row in enumerate(block):
        in_table = row.is_several or not row.texts
        if not in_table:
            text = row.texts[0]
            if looks_like_figure(text.text):
                in_table = bool(several)
            elif len(text.text) > _LONGEST_LABEL or "。" in text.text:
                in_table = False
            elif row.ruled_blanks():
                in_table = True
            elif several and not ruled:
                wide = text.start <= extent[0] and text.end >= extent[1]
                between = several[0] < number < several[-1]
                partly = number > several[-1] and text.end - text.start > 1
                in_table = not wide and (between or partly)
        kinds.append(Shape.TABLE if in_table else Shape.LINES)
    return kinds


# --- numbers --------------------------------------------------------------------------------

GENERAL: Final = "General"
BUILT_IN_FORMATS: Final[dict[int, str]] = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"¥"#,##0;"¥"-#,##0',
    6: '"¥"#,##0;[Red]"¥"-#,##0',
    7: '"¥"#,##0.00;"¥"-#,##0.00',
    8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    **dict.fromkeys(
        (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "yyyy-mm-dd"
    ),
    **dict.fromkeys((37, 38), "#,##0;(#,##0)"),
    **dict.fromkeys((39, 40), "#,##0.00;(#,##0.00)"),
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
    48: "##0.0E+0",
    49: "@",
}
"""Number formats that files name without spelling them out; any other number is General."""

_EXACT: Final = Context(prec=15)
"""Significant digits that a spreadsheet shows of a number, however it stores it."""
_STORED: Final = re.compile(r"[+-]?(?:\d{1,60}(?:\.\d{0,60})?|\.\d{1,60})(?:[eE][+-]?\d{1,3})?")
_LARGEST: Final = 40
"""Powers of ten beyond which a number is given as it is stored: no cell of a form holds it."""
_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_.|\*.'
    r"|\[(?:\$(?P<symbol>[^\]-]*)[^\]]*|(?P<condition>[<>=]+-?[\d.]+)"
    r"|(?P<elapsed>[hms]+)|(?P<numerals>(?:DB|Nat)Num[^\]]*)|[^\]]*)\]"
    r"|(?P<general>General|G/通用格式|@)|(?P<meridiem>AM/PM|A/P|上午/下午)"
    r"|(?P<power>E[+-])|(?P<digits>[0#?.,]+)|(?P<percent>%)|(?P<date>[ymdhsgeb])|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION: Final = re.compile(r"(<>|<=|>=|<|>|=)(-?\d+(?:\.\d+)?)")
_SIGNS: Final = re.compile("[-－﹣−‐–—()（）△▲]")
_EPOCHS: Final = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001
_LAST_DAY: Final = 2_958_465
_FIRST_SURE_DAY: Final = 61
"""Before, spreadsheets count a day that never was."""
_LONGEST_FORMULA: Final = 200


@attrs.frozen
class _Section:
    """What one section of a number format does to a number."""

    kind: str
    """number, percent, date, nothing (no digits are shown), or other."""
    before: str
    after: str
    condition: str
    shows_zero: bool
    """Whether zero leaves a digit; ``#`` alone shows nothing for it."""


def formula_text(formula: str) -> str:
    """What stands for a cell whose value the file does not tell: the formula, from its ``=``."""
    text = " ".join(without_controls(formula).split())[:_LONGEST_FORMULA]
    return f"={text}" if text else "=?"


def printed_text(text: str, code: str) -> str:
    """A text as its cell shows it: a format may add to a text, or hide it."""
    sections = _sections(code)
    if len(sections) < 4 or not text.strip():
        return text
    section = sections[3]
    if section.kind == "nothing":
        return _shown_by(f'"{text}"', code)
    return f"{section.before}{text}{section.after}"


def printed_number(stored: str, code: str, *, from_1904: bool = False) -> str:
    """A stored number as its cell shows it, but with all of its digits.

    Where the format shows something else than the number (a share, a date, thousands for ones,
    nothing for zero), so does this; where that cannot be told for certain, or a value would be
    hidden, it is the formula ``=TEXT(value,"format")``, which no reader takes for a number.

    >>> printed_number("4875.6989999999996", "#,##0.00"), printed_number("3", '0"件"')
    ('4875.699', '3件')
    >>> printed_number("0.5", "0%"), printed_number("44000", "yyyy-m-d")
    ('50%', '2020-06-18')
    >>> printed_number("0", "0;-0;;@")
    '=TEXT(0,"0;-0;;@")'
    """
    number = _decimal(stored)
    if number is None:
        return stored
    plain = _plain(number)
    section, own_sign = _section_for(number, code)
    if section is None or section.kind in {"other", "nothing"}:
        return _shown_by(plain, code)
    if section.kind == "date":
        return _date(number, code, from_1904=from_1904)
    if number == 0 and not section.shows_zero:
        return _shown_by(plain, code)
    before, after = section.before, section.after
    if re.search(r"\d", before + after):  # digits that are none of the number's
        return _shown_by(plain, code)
    if number < 0 and own_sign:  # the section shows what is negative in its own way
        before, after = _SIGNS.sub("", before), _SIGNS.sub("", after)
    elif _SIGNS.search(before):
        return _shown_by(plain, code)
    if section.kind == "percent":
        plain = _plain(number * 100) + "%"
    if number < 0:
        return f"-{before.strip()}{plain.removeprefix('-')}{after.strip()}"
    return f"{before.strip()}{plain}{after.strip()}"


def _shown_by(value: str, code: str) -> str:
    quoted = code.replace('"', '""')
    return formula_text(f'TEXT({value},"{quoted}")')


def _decimal(stored: str) -> Decimal | None:
    """The number as a spreadsheet knows it, or None for what it does not take for one."""
    text = stored.strip()
    if not _STORED.fullmatch(text):
        return None
    number = Decimal(text)
    if number and not -_LARGEST < number.adjusted() < _LARGEST:
        return None
    return _EXACT.plus(number)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _section_for(number: Decimal, code: str) -> tuple[_Section | None, bool]:
    """The section of a format that shows a number, and whether it is for negative ones alone."""
    sections = _sections(code)
    if not sections:
        return None, False
    if any(section.condition for section in sections):
        for section in sections[:3]:
            if not section.condition:
                return section, False
            met = _meets(number, section.condition)
            if met is None:
                return None, False
            if met:
                return section, False
        return None, False
    if number < 0 and len(sections) > 1:
        return sections[1], True
    return sections[2 if number == 0 and len(sections) > 2 else 0], False


def _meets(number: Decimal, condition: str) -> bool | None:
    found = _CONDITION.fullmatch(condition)
    if found is None:
        return None
    other = Decimal(found[2])
    return {
        "<": number < other,
        "<=": number <= other,
        "=": number == other,
        "<>": number != other,
        ">=": number >= other,
        ">": number > other,
    }[found[1]]


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    """What the sections of a format do; none where it has more than four."""
    parts: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code[:1_000]):
        if token["literal"] == ";":
            parts.append([])
        else:
            parts[-1].append(token)
    return tuple(map(_section, parts)) if len(parts) <= 4 else ()


def _section(tokens: Sequence[re.Match[str]]) -> _Section:
    """What one section does, told by its tokens."""
    literals = ["", ""]
    slots = 0  # runs of places for digits; a literal may stand before or after, not between
    kinds: set[str] = set()
    condition = ""
    open_ = shows_zero = False
    for token in tokens:
        name, text = token.lastgroup, token.group()
        if name in {"quoted", "escaped", "symbol", "literal"}:
            literal = token[name or ""] or ""
            if literal:
                literals[bool(slots)] += literal
                open_ = open_ and not literal.strip()
        elif name in {"general", "digits"}:
            slots += not open_
            open_ = True
            shows_zero = shows_zero or name == "general" or "0" in text
            if name == "digits" and (text.endswith(",") or not re.search("[0#?]", text)):
                kinds.add("other")  # thousands are shown as ones
        elif name == "percent":
            kinds.add("percent")
        elif name in {"date", "elapsed", "meridiem"}:
            kinds.add("date")
        elif name == "numerals":
            kinds.add("other")
        elif name == "condition":
            condition = text.strip("[]")
    before, after = literals
    if "date" in kinds and "other" not in kinds:
        kind = "date"
    elif "other" in kinds or slots > 1:
        kind = "other"
    elif slots < 1:
        kind = "nothing"
    else:
        kind = "percent" if "percent" in kinds else "number"
    return _Section(kind, before, after, condition, shows_zero)


def _date(number: Decimal, code: str, *, from_1904: bool) -> str:
    """A date or a time, as ISO 8601 writes it."""
    if not (0 if from_1904 else _FIRST_SURE_DAY) <= number <= _LAST_DAY:
        return _shown_by(_plain(number), code)
    days, part = divmod(number, 1)
    moment = _EPOCHS[from_1904] + timedelta(days=int(days), seconds=round(part * 86_400))
    return moment.strftime("%Y-%m-%d %H:%M:%S" if part else "%Y-%m-%d")
