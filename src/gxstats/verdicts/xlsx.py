"""Verdicts as a workbook: a sheet with a row a file, and a sheet with a row a point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any, BinaryIO, Final

from ..lazy import needed
from ..text import Language
from . import wording
from .github import summary
from .judging import Verdict
from .names import legible
from .points import PointKind
from .rows import COLUMNS, Value, heads, rows_of

__all__ = ["write_xlsx"]

_WIDTHS: Final = {
    "file": 36, "organ": 24, "year": 8, "form": 14, "verdict": 12, "level": 8, "kind": 10,
    "rule": 36, "sentence": 90, "where": 22, "cells": 40, "left": 10, "right": 10, "residual": 10,
    "strength": 16, "slip": 18,
}  # fmt: skip
_WIDTH: Final = 10
_OF_FILE: Final = ("file", "organ", "year", "form", "verdict", "sentence")
_COLOURS: Final = {
    "violated": "#f8d7da",
    "unreadable": "#f8d7da",
    "open": "#fff3cd",
    "error": "#f8d7da",
    "warning": "#fff3cd",
}
_NUMBERED: Final = tuple(kind for kind in PointKind if kind is not PointKind.UNDECIDED_HINT)
_LONGEST: Final = 32_767
"""Characters that a cell of a workbook holds."""
ROWS: Final = 1_048_575
"""Rows of a sheet that are filled; one more is left for the last."""
_COLOURED: Final = 5
"""Columns whose colour tells how grave a row is."""


def write_xlsx(
    verdicts: Iterable[Verdict],
    stream: BinaryIO,
    language: Language = "zh",
    *,
    base: PurePath | None = None,
) -> None:
    """Write verdicts as a workbook, row by row as they come; it stands in the stream at the end.

    Every text is a text to the workbook, also one that begins as a formula does.

    Raises :class:`~gxstats.MissingExtra` where XlsxWriter is not installed.
    """
    library = needed("xlsxwriter", wording.WORKBOOK, "workbook")
    options = {"constant_memory": True, "strings_to_urls": False}
    with library.Workbook(stream, options) as book:
        _Book(book, language, base).write(verdicts)


class _Book:
    def __init__(self, book: Any, language: Language, base: PurePath | None) -> None:
        self.book = book
        self.language: Language = language
        self.base = base
        wrapped = {"text_wrap": True, "valign": "top"}
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.plain = book.add_format(wrapped)
        self.coloured = {
            name: book.add_format({**wrapped, "bg_color": colour})
            for name, colour in _COLOURS.items()
        }

    def write(self, verdicts: Iterable[Verdict]) -> None:
        kinds = [kind.label[self.language] for kind in _NUMBERED]
        of_files = [COLUMNS[name][self.language] for name in _OF_FILE]
        files = _Sheets(
            self,
            wording.FILES_SHEET[self.language],
            [*of_files, *kinds],
            [*(_WIDTHS[name] for name in _OF_FILE), *[_WIDTH] * len(kinds)],
        )
        points = _Sheets(
            self,
            wording.POINTS_SHEET[self.language],
            heads(self.language),
            [_WIDTHS[name] for name in COLUMNS],
        )
        outcomes: Counter[str] = Counter()
        totals: Counter[PointKind] = Counter()
        for verdict in verdicts:
            outcomes[verdict.outcome] += 1
            found = Counter(point.kind for point in verdict.points)
            totals += found
            first, *rows = rows_of(verdict, self.language, self.base)
            files.add(
                [*(first.get(name) for name in _OF_FILE), *(found[kind] for kind in _NUMBERED)],
                verdict.outcome,
            )
            for row, point in zip(rows, verdict.points, strict=True):
                points.add([row.get(name) for name in COLUMNS], point.level.value)
        said = summary(outcomes, self.language)
        files.end(
            [wording.TOTAL[self.language], *[None] * (len(_OF_FILE) - 2), said]
            + [totals[kind] for kind in _NUMBERED]
        )
        points.end()


class _Sheets:
    """A table with a head that stays in sight; where a sheet is full, it goes on in another."""

    def __init__(
        self, owner: _Book, name: str, heads: Sequence[str], widths: Sequence[int]
    ) -> None:
        self.owner = owner
        self.name = name
        self.heads = heads
        self.widths = widths
        self.number = 0
        self._begin()

    def _begin(self) -> None:
        self.number += 1
        name = self.name if self.number == 1 else f"{self.name} {self.number}"
        self.sheet = self.owner.book.add_worksheet(name)
        self.sheet.freeze_panes(1, 1)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)
        for column, (head, width) in enumerate(zip(self.heads, self.widths, strict=True)):
            self.sheet.set_column(column, column, width)
            self.sheet.write_string(0, column, head, self.owner.head)
        self.row = 1

    def add(self, values: Sequence[Value], colour: str = "") -> None:
        """One more row."""
        if self.row == ROWS:
            self._filter()
            self._begin()
        plain = self.owner.plain
        for column, value in enumerate(values):
            shown = self.owner.coloured.get(colour, plain) if column < _COLOURED else plain
            if isinstance(value, int):
                self.sheet.write_number(self.row, column, value, shown)
            else:
                self.sheet.write_string(self.row, column, _cut(value), shown)
        self.row += 1

    def end(self, values: Sequence[Value] = ()) -> None:
        """The end of the table, with a last row that no filter takes in."""
        self._filter()
        for column, value in enumerate(values):
            if isinstance(value, int):
                self.sheet.write_number(self.row, column, value, self.owner.head)
            elif value is not None:
                self.sheet.write_string(self.row, column, _cut(value), self.owner.head)

    def _filter(self) -> None:
        self.sheet.autofilter(0, 0, max(self.row - 1, 1), len(self.heads) - 1)


def _cut(text: str | None) -> str:
    said = legible(text or "")
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
