"""The form as Markdown: tables of GitHub's flavour, which have no spans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from ..cells import CellValue
from ..text import Language
from . import texts
from .found import sections
from .layout import PrintedCell, PrintedRole, PrintedTable, printed_tables
from .marks import Mark, MarkKind, Marks, number_text
from .shown import legend_label, shown

__all__ = ["report_markdown"]

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~#&])")
_LISTED: Final = re.compile(r"^(\d{1,9})?([-+=.)])")
"""What begins a list or underlines a heading at the beginning of a line."""
_AFTER: Final = {"zh": "{number}（{sign}）", "en": "{number} ({sign})"}
"""In brackets after a number, where those who read tables expect an annotation."""
_BLANK_SIGNS: Final = {MarkKind.BLANK: "—", MarkKind.DOUBTFUL: "…", MarkKind.DEDUCED: "/"}
"""Prints of a blank cell; in a table that is read back, a number would be taken for the report's."""
_BETWEEN_HEADS: Final = "　"
_UNDERLINE: Final = "=" * 8


def report_markdown(marks: Marks, language: Language = "zh") -> str:
    """A report as Markdown of GitHub's flavour, with its marks and a list of what was found.

    What the form prints over several columns or beside several rows is repeated at each, and
    every block of a table is a table. A mark stands in brackets after its number; a blank cell
    shows a dash, ``/`` where it follows from the others, ``…`` where the source is in doubt.
    :func:`gxstats.read` reads the same numbers back from the Chinese text.

    >>> from gxstats import examples, read
    >>> report = read(examples.path("yindu-2019")).report
    >>> print(report_markdown(Marks.of(report), "en").splitlines()[0])
    殷都区人民政府: Annual report on open government information, 2019
    """
    return "\n".join(_Markdown(marks, language).lines()) + "\n"


@attrs.frozen
class _Markdown:
    """One report in one language."""

    marks: Marks
    language: Language

    def lines(self) -> Iterator[str]:
        language = self.language
        # A heading that is underlined: its text stands alone in its line, as in other plain text.
        title = _plain(texts.report_title(self.marks.report, language))
        yield from (_LISTED.sub(r"\1\\\2", title), _UNDERLINE)
        for table in printed_tables(self.marks.report.form):
            yield from ("", f"## {_plain(table.table.title[language])}")
            for block in _blocks(table):
                yield from self._table(table, block)
        legend = texts.LEGEND_ITEMS[language].join(self._legend())
        if legend:
            yield from ("", legend)
        yield from ("", f"## {texts.FOUND[language]}", "")
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
        return _BETWEEN_HEADS.join(
            self._words(one)
            for one in over
            if one.role is not PrintedRole.NOTE and not _is_over_all(table, one)
        )

    def _cell(self, cell: PrintedCell) -> str:
        if cell.address is None:
            return self._words(cell)
        value = self.marks.report[cell.address]
        return self._value(value, self.marks.by_cell.get(cell.address))

    def _words(self, cell: PrintedCell) -> str:
        return _plain(cell.text[self.language]) if cell.text else ""

    def _value(self, value: CellValue, mark: Mark | None) -> str:
        if value is None:
            return _sign_of_blank(mark)
        number = number_text(value)
        if mark is None:
            return number
        after = shown(value, mark).after or mark.kind.sign
        return _AFTER[self.language].format(number=number, sign=_plain(after))

    def _legend(self) -> Iterator[str]:
        for kind in self.marks.kinds:
            sign = _BLANK_SIGNS.get(kind, kind.sign)
            label = legend_label(kind)[self.language]
            if kind is MarkKind.DEDUCED:
                label = texts.SEE_BELOW[self.language].format(label=label)
            yield texts.LEGEND_ITEM[self.language].format(sign=_plain(sign), label=_plain(label))


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


def _sign_of_blank(mark: Mark | None) -> str:
    kind = MarkKind.BLANK if mark is None else mark.kind
    return _BLANK_SIGNS.get(kind, _BLANK_SIGNS[MarkKind.BLANK])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Text that is no markup, in one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
