"""Where everything stands on the sheets; nothing here depends on the library that writes them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import ClassVar, Final

import attrs

from ...forms.narrative import Narrative
from ...forms.report import Form
from ...text import Bilingual, Language
from ..layout import PrintedCell, PrintedRole, PrintedTable, printed_tables
from ..source import sections_of
from . import texts
from .labels import label_text

__all__ = ["FormPlaces", "Laid", "LaidText", "reference", "reference_list"]

WIDTH: Final = 15
"""Columns of the sheet: those of table four, the widest; the other tables merge some."""
COLUMN_WIDTHS: Final[Mapping[Language, float]] = {"zh": 6.4, "en": 9.6}
LINE_HEIGHT: Final = 14.5
HIGHEST: Final = 409.0
"""Points, of a row."""
LONGEST: Final = 32_000
"""Characters of a cell; a longer paragraph goes on in the next row."""
ROOM: Final = 3
"""Rows of a section without a text, to type one."""
PAGE_HEIGHTS: Final[Mapping[Language, float]] = {"zh": 820, "en": 1240}
"""Points of rows that one printed page takes, with the sheet as wide as A4 is."""


def reference(row: int, column: int) -> str:
    """The name of a cell: ``$I$20``."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"${letters}${row + 1}"


def reference_list(places: Sequence[tuple[int, int]], sheet: str) -> str:
    """Cells as the arguments of a function, neighbours as ranges.

    >>> reference_list([(0, 0), (1, 0), (2, 0), (4, 4)], "S")
    "'S'!$A$1:$A$3,'S'!$E$5"
    """
    runs: list[list[tuple[int, int]]] = []
    for place in places:
        if runs and _continues(runs[-1], place):
            runs[-1].append(place)
        else:
            runs.append([place])
    return ",".join(
        f"'{sheet}'!{reference(*run[0])}" + (f":{reference(*run[-1])}" if len(run) > 1 else "")
        for run in runs
    )


def _continues(run: Sequence[tuple[int, int]], place: tuple[int, int]) -> bool:
    step = place[0] - run[-1][0], place[1] - run[-1][1]
    before = step if len(run) == 1 else (run[1][0] - run[0][0], run[1][1] - run[0][1])
    return step in {(0, 1), (1, 0)} and step == before


@attrs.frozen
class Laid:
    """A printed rectangle on the sheet; the last row and column are its own."""

    cell: PrintedCell
    row: int
    column: int
    last_row: int
    last_column: int


@attrs.frozen
class LaidText:
    """A section of text: its heading, and a row for each paragraph below it."""

    heading: Bilingual
    row: int
    paragraphs: tuple[str, ...]

    @property
    def end(self) -> int:
        """The row after its last."""
        return self.row + 1 + len(self.paragraphs)


@attrs.frozen(slots=False)
class FormPlaces:
    """The sheet of the form: its head, then the tables under one another."""

    form: Form
    language: Language
    narrative: Narrative = attrs.field(factory=Narrative)

    VERDICT: ClassVar[int] = 0
    YEARS_VERDICT: ClassVar[int] = 1
    STATE: ClassVar[int] = 2
    TITLE: ClassVar[int] = 3
    FORM: ClassVar[int] = 4
    YEAR: ClassVar[tuple[int, int]] = (5, 3)
    SCOPE: ClassVar[tuple[int, int]] = (5, 12)
    CODE: ClassVar[tuple[int, int]] = (6, 3)
    DIVISION: ClassVar[tuple[int, int]] = (6, 12)
    NAME: ClassVar[tuple[int, int]] = (7, 3)
    NOTICE: ClassVar[int] = 8
    """The name comes last but for the notice: what is between is all of the name."""
    FIRST: ClassVar[int] = 10
    """Row of the first section's heading."""

    @cached_property
    def sheet(self) -> str:
        """The name of the sheet."""
        return texts.FORM_SHEET[self.language]

    @cached_property
    def titles(self) -> tuple[tuple[int, PrintedTable], ...]:
        """Each table with the row of its title."""
        found = []
        row = self.texts_before[-1].end + 1
        for table in printed_tables(self.form):
            found.append((row, table))
            row += table.rows + 2
        return tuple(found)

    @cached_property
    def texts_before(self) -> tuple[LaidText, ...]:
        """The sections of text above the tables."""
        return tuple(_laid_texts(self.narrative, self.FIRST, before_tables=True))

    @cached_property
    def texts_after(self) -> tuple[LaidText, ...]:
        """Those below them."""
        first = max(laid.last_row for laid in self.laid) + 2
        return tuple(_laid_texts(self.narrative, first, before_tables=False))

    @cached_property
    def laid(self) -> tuple[Laid, ...]:
        """Every rectangle of every table."""
        return tuple(laid for row, table in self.titles for laid in _laid(table, row + 1))

    @cached_property
    def at(self) -> Mapping[str, tuple[int, int]]:
        """The row and column of each cell of the form, in the order of the form."""
        found = {laid.cell.address: (laid.row, laid.column) for laid in self.laid}
        return {address: found[address] for address in self.form.index}

    def of(self, address: str) -> str:
        """A cell of the form as a formula names it."""
        return f"'{self.sheet}'!{reference(*self.at[address])}"

    @cached_property
    def last_row(self) -> int:
        """The last row that is printed."""
        return self.texts_after[-1].end - 1

    @cached_property
    def heights(self) -> Mapping[int, float]:
        """How high each row of the tables is, so that its labels fit."""
        width = COLUMN_WIDTHS[self.language]
        lines: dict[int, int] = {}
        for row, table in self.titles:
            for value_row in range(row + 1, row + 1 + table.rows):
                lines[value_row] = 1
        for laid in sorted(self.laid, key=lambda laid: laid.last_row - laid.row):
            if laid.cell.text is None:
                continue
            room = width * (laid.last_column - laid.column + 1) - 1
            needed = lines_of(label_text(laid.cell.text, self.language), room)
            rows = range(laid.row, laid.last_row + 1)
            missing = needed - sum(lines[row] for row in rows)
            for i in range(max(missing, 0)):
                lines[rows[i % len(rows)]] += 1
        for section in (*self.texts_before, *self.texts_after):
            for row, paragraph in enumerate(section.paragraphs, section.row + 1):
                lines[row] = lines_of(paragraph, width * WIDTH - 1)
        heights = {row: max(count * LINE_HEIGHT + 4, 20) for row, count in lines.items()}
        return {row: min(height, HIGHEST) for row, height in heights.items()}

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """The rows before which a new page begins: no table is cut that fits on a page."""
        found = []
        used = 150.0
        blocks = [(text.row, len(text.paragraphs)) for text in self.texts_before]
        blocks += [(row, table.rows) for row, table in self.titles]
        blocks += [(text.row, len(text.paragraphs)) for text in self.texts_after]
        page = PAGE_HEIGHTS[self.language]
        for row, rows in blocks:
            height = 40 + sum(self.heights[r] for r in range(row + 1, row + 1 + rows))
            if row != self.FIRST and used + height > page:
                found.append(row)
                used = 40.0
            used = (used + height) % page
        return tuple(found)


def _laid_texts(narrative: Narrative, row: int, *, before_tables: bool) -> Iterator[LaidText]:
    """Sections of text under one another, each with room to type more."""
    for heading, text in sections_of(narrative, before_tables=before_tables):
        paragraphs = _paragraphs(text) if text else []
        paragraphs += [""] * (1 if text else ROOM)
        laid = LaidText(heading, row, tuple(paragraphs))
        yield laid
        row = laid.end + 1


def _paragraphs(text: str) -> list[str]:
    """The lines of a text, blank ones with those around them: a sheet has no blank lines of text."""
    made: list[str] = []
    for line in text.split("\n"):
        if made and not (line.strip() and made[-1].rpartition("\n")[2].strip()):
            made[-1] += f"\n{line}"
        else:
            made.append(line)
    return [one[at : at + LONGEST] for one in made for at in range(0, max(len(one), 1), LONGEST)]


def lines_of(text: str, room: float) -> int:
    """How many lines a text takes, of so many digits' width each.

    >>> lines_of("（三）不予公开", 8), lines_of("Total", 8)
    (2, 1)
    """
    count = 0
    for paragraph in text.split("\n"):
        used = 0.0
        count += 1
        for word in _words(paragraph):
            width = sum(_width(character) for character in word)
            if used and used + width > room:
                count += 1
                used = 0.0
            while width > room:
                count += 1
                width -= room
            used += width
    return count


def _words(text: str) -> Iterator[str]:
    word = ""
    for character in text:
        if character == " " or _width(character) > 1.5:
            yield word + character if character == " " else word
            word = "" if character == " " else character
        else:
            word += character
    yield word


def _width(character: str) -> float:
    return 2.0 if unicodedata.east_asian_width(character) in "WFA" else 1.0


def _laid(table: PrintedTable, first: int) -> Iterator[Laid]:
    starts = _starts(table)
    for cell in table.cells:
        yield Laid(
            cell,
            first + cell.row,
            starts[cell.column],
            first + cell.row + cell.row_span - 1,
            starts[cell.column + cell.column_span] - 1,
        )


def _starts(table: PrintedTable) -> list[int]:
    """The column of the sheet in which each column of a table starts, and the end."""
    labels = min(cell.column for cell in table.cells if cell.role is PrintedRole.VALUE)
    values = table.columns - labels
    of_values = max(1, (WIDTH * 3 // 5) // values) if labels else WIDTH // values
    spans = [*range(1, labels), WIDTH - of_values * values - sum(range(1, labels))]
    widths = spans[:labels] + [of_values] * values
    starts = [0]
    for width in widths:
        starts.append(starts[-1] + width)
    return [*starts[:-1], WIDTH]
