"""The form as Markdown: tables of GitHub's flavour, which have no spans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

import attrs

from ..cells import CellValue
from ..notes import FOUND, HEADS_APART, NOTES_LINK
from ..text import Language
from . import texts
from .found import sections
from .layout import PrintedCell, PrintedRole, PrintedTable, printed_tables
from .marks import Mark, Marks
from .shown import legend, shown
from .source import facts_line, prints_of, sections_of

__all__ = ["report_markdown"]

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~#&])")
_LISTED: Final = re.compile(r"^(\d{1,9})?([-+=.)])")
"""What begins a list or underlines a heading at the beginning of a line."""
_MARKED: Final = f"[{{sign}}](#{NOTES_LINK})"
"""A sign links to what was found: so it is told from what the report prints itself."""
_BREAK: Final = "\\"
"""At the end of a line: the next one is a new line, and no new paragraph."""
_UNDERLINE: Final = "=" * 8


def report_markdown(marks: Marks, language: Language = "zh") -> str:
    """A report as Markdown of GitHub's flavour, with its marks and a list of what was found.

    What the form prints over several columns or beside several rows is repeated at each, and
    every block of a table is a table. A mark stands after its number, or in the blank cell, as a
    link to what was found. :func:`gxstats.read` reads the report back.

    >>> from gxstats import examples, read
    >>> report = read(examples.path("yindu-2019")).report
    >>> print(report_markdown(Marks.of(report), "en").splitlines()[0])
    殷都区人民政府: Annual report on open government information, 2019
    """
    return "\n".join(_Markdown(marks, language).lines()) + "\n"


@attrs.frozen(slots=False)
class _Markdown:
    """One report in one language."""

    marks: Marks
    language: Language

    def lines(self) -> Iterator[str]:
        language = self.language
        # A heading that is underlined: its text stands alone in its line, as in other plain text.
        title = _plain(texts.report_title(self.marks.report, language))
        yield from (_LISTED.sub(r"\1\\\2", title), _UNDERLINE)
        yield from ("", _text(facts_line(self.marks.report, language)))
        yield from self._sections(before_tables=True)
        for table in printed_tables(self.marks.report.form):
            yield from ("", f"## {_plain(table.table.title[language])}")
            for block in _blocks(table):
                yield from self._table(table, block)
        yield from self._sections(before_tables=False)
        yield from ("", f'## <a id="{NOTES_LINK}"></a>{FOUND[language]}', "")
        if self.marks.kinds:
            yield from (_plain(legend(self.marks.kinds, language)), "")
        yield _plain(self.marks.check.explain(language).splitlines()[0])
        for section in sections(self.marks, language):
            yield from ("", f"### {_plain(section.title[language])}", "")
            for sentence in section.before:
                yield from (_plain(sentence), "")
            yield from (f"- {_plain(found.said)}" for found in section.found)
            for sentence in section.after:
                yield from ("", _plain(sentence))

    def _table(self, table: PrintedTable, rows: Sequence[int]) -> Iterator[str]:
        """A block: its headings in one row, then the rows of values."""
        values = [row for row in rows if row in table.value_rows]
        across = [
            table.at[row, 0]
            for row in rows
            if row not in values and table.at[row, 0].column_span == table.columns
        ]
        for heading in across:
            yield from ("", f"**{self._words(heading)}**")
        columns = [
            self._heads(table, [row for row in rows if row not in values], cell)
            for cell in _along(table, values[0])
        ]
        yield from ("", _row(columns), _row(["---"] * len(columns)))
        for row in values:
            yield _row([self._cell(cell) for cell in _along(table, row)])

    def _heads(self, table: PrintedTable, heads: Sequence[int], cell: PrintedCell) -> str:
        """What stands over a cell, outermost first, without what stands over all values."""
        over = dict.fromkeys(table.at[row, cell.column] for row in heads)
        return HEADS_APART.join(
            self._words(one)
            for one in over
            if one.role is not PrintedRole.NOTE and not _is_over_all(table, one)
        )

    def _cell(self, cell: PrintedCell) -> str:
        if cell.address is None:
            return self._words(cell)
        value = self.marks.report[cell.address]
        printed = self._prints.get(cell.address)
        return _value(value, self.marks.by_cell.get(cell.address), printed)

    def _words(self, cell: PrintedCell) -> str:
        return _plain(cell.text[self.language]) if cell.text else ""

    @cached_property
    def _prints(self) -> Mapping[str, str]:
        return prints_of(self.marks.report)

    def _sections(self, *, before_tables: bool) -> Iterator[str]:
        narrative = self.marks.report.narrative
        for heading, text in sections_of(narrative, before_tables=before_tables):
            if not text:
                continue
            lines = text.split("\n")
            yield from ("", f"## {_plain(heading[self.language])}", "")
            yield from (f"{_text(line)}{_BREAK}" for line in lines[:-1])
            yield _text(lines[-1])


def _value(value: CellValue, mark: Mark | None, printed: str | None) -> str:
    """The number with its sign; of a blank cell, the sign."""
    content = shown(value, mark, printed)
    number = "<br>".join(_escaped(line) for line in content.number.split("\n"))
    if mark is None:
        return number
    of_blank = content.before + content.after
    sign = of_blank if value is None else content.after or mark.kind.sign
    return " ".join(filter(None, [number, _MARKED.format(sign=_plain(sign))]))


def _blocks(table: PrintedTable) -> Iterator[list[int]]:
    """The rows of a table, cut before every head that follows values."""
    block: list[int] = []
    for row in range(table.rows):
        if block and row not in table.value_rows and block[-1] in table.value_rows:
            yield block
            block = []
        block.append(row)
    yield block


def _along(table: PrintedTable, row: int) -> Iterator[PrintedCell]:
    """The rectangles of a row from left to right: a label once for every column that it covers."""
    for column in range(table.columns):
        cell = table.at[row, column]
        if cell.address is None or cell.column == column:
            yield cell


def _is_over_all(table: PrintedTable, heading: PrintedCell) -> bool:
    """Whether a heading stands over all values: that need not be said at each of them."""
    values = {cell.column for cell in table.cells if cell.role is PrintedRole.VALUE}
    covered = range(heading.column, heading.column + heading.column_span)
    return heading.role is PrintedRole.HEADING and values <= set(covered)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _text(text: str) -> str:
    """A line of text that is no markup and begins none."""
    return _LISTED.sub(r"\1\\\2", _escaped(text))


def _plain(text: str) -> str:
    """Text that is no markup, in one line."""
    return _escaped(" ".join(text.split()))
