"""The catalogue of a form: every cell with its address, labels, unit, kind and place.

Nothing here states a fact about the form; everything is read off the classes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from ..cells import (
    CELL,
    PART,
    CellField,
    FormPart,
    Kind,
    PartField,
    Role,
    part_classes,
    require_cell,
)
from ..text import Bilingual, Language

__all__ = ["Cell", "Position", "Table", "cells_of", "tables_of"]

UNLABELLED_ROW: Final = Bilingual("（无行标题）", "Cases (the template has no row label)")
"""Table four has one row, and prints no label before it."""

_NUMERALS: Final = "〇一二三四五六七八九十"


@attrs.frozen
class Position:
    """Where a cell stands in print.

    Its table's number, and its row and column among the rows and columns of that table that
    hold values, counted from 1.
    """

    table: int
    row: int
    column: int


@attrs.frozen
class Table:
    """One of the numbered tables of a form."""

    name: str
    """The first step of its cells' addresses."""
    number: str
    """二, 三 or 四, as printed."""
    title: Bilingual
    corner: Bilingual | None = None
    """What is printed above its row labels."""
    has_row_labels: bool = True
    """Whether a label is printed before each of its rows."""
    is_uniform: bool = True
    """Whether all of its rows have the same columns."""

    @property
    def place(self) -> int:
        """Its number: 2, 3 or 4."""
        return _NUMERALS.index(self.number)

    def short(self, language: Language) -> str:
        """How one refers to the table: 表三, table 3."""
        return f"表{self.number}" if language == "zh" else f"table {self.place}"


@attrs.frozen
class Cell:
    """One cell of a form."""

    address: str
    """JSON Pointer within a report document; with dots for slashes, the attribute path."""
    index: int
    """Its place in the order of the form, from 0."""
    table: Table
    headings: tuple[Bilingual, ...]
    """Headings above its row, outermost first."""
    row: Bilingual
    """Label of its row."""
    columns: tuple[Bilingual, ...]
    """Headings above its column label, outermost first."""
    column: Bilingual
    """Label of its column."""
    kind: Kind
    unit: Bilingual
    position: Position
    notice: str
    """The notice that fixed the form."""
    topics: frozenset[str]
    """What its column, its row and the blocks around it are about, see :class:`~gxstats.Topic`."""

    def row_name(self, language: Language) -> str:
        """The row's label as one would say it.

        An item of a list within a list is named with the heading it stands under.
        """
        if len(self.headings) > 1:
            separator = " " if language == "zh" else ": "
            return f"{self.headings[-1][language]}{separator}{self.row[language]}"
        return self.row[language]

    def column_name(self, language: Language) -> str:
        """The column's label as one would say it: in table four, with the remedy."""
        if self.row == UNLABELLED_ROW:
            return (
                f"{self.columns[-1][language]}{'：' if language == 'zh' else ': '}"
                + (self.column[language])
            )
        return self.column[language]

    def name(self, language: Language) -> str:
        """The cell as a clerk would point at it.

        >>> form("2021")["/requests/outcomes/refused/state_secret/total"].name("zh")
        '表三“（三）不予公开 1.属于国家秘密”行“总计”列'
        """
        table = self.table.short(language)
        column = self.column_name(language)
        if self.row == UNLABELLED_ROW:
            return f"{table}“{column}”" if language == "zh" else f'{table}, column "{column}"'
        row = self.row_name(language)
        if language == "zh":
            return f"{table}“{row}”行“{column}”列"
        return f'{table}, row "{row}", column "{column}"'

    def require(self, value: object) -> None:
        """Raise the error that names this cell, if it cannot hold the value."""
        require_cell(self.kind, self.address, value)


def tables_of(report_class: type, parts: Mapping[str, type[FormPart]]) -> Iterator[Table]:
    """The tables of a report, in the order of the form."""
    for name, part in parts.items():
        field: PartField = getattr(attrs.fields(report_class), name).metadata[PART]
        rows = {(last.role, cls) for _, (*_, last), _, cls in _leaves(part, (name,), (field,))}
        labelled = all(role is not Role.COLUMN_GROUP for role, _ in rows)
        yield Table(name, field.number, field.label, field.corner, labelled, len(rows) == 1)


def cells_of(
    tables: tuple[Table, ...], parts: Mapping[str, type[FormPart]], notice: str
) -> Iterator[Cell]:
    """Every cell, in the order of the form."""
    index = 0
    for table in tables:
        rows: dict[str, int] = {}
        columns: dict[str, int] = {}
        for path, above, leaf, _ in _leaves(parts[table.name], (table.name,), ()):
            last = above[-1]
            if last.role is Role.COLUMN_GROUP:
                headings: tuple[Bilingual, ...] = ()
                row = UNLABELLED_ROW
                over = (*last.under, last.label, *leaf.under)
                row_key, column_key = "", "/".join(path)
            else:
                headings = (*(part.label for part in above[:-1]), *last.under)
                row = last.label
                over = leaf.under
                row_key, column_key = "/".join(path[:-1]), path[-1]
            row_number = rows.setdefault(row_key, len(rows) + 1)
            if table.is_uniform:
                column_number = columns.setdefault(column_key, len(columns) + 1)
            else:  # the columns change from block to block
                column_number = 1 + sum(key.startswith(row_key + "/") for key in columns)
                columns[f"{row_key}/{column_key}"] = column_number
            yield Cell(
                address="/" + "/".join(path),
                index=index,
                table=table,
                headings=headings,
                row=row,
                columns=over,
                column=leaf.label,
                kind=leaf.kind,
                unit=leaf.unit,
                position=Position(table.place, row_number, column_number),
                notice=notice,
                topics=frozenset(
                    {*leaf.topics, *(topic for part in above for topic in part.topics)}
                ),
            )
            index += 1


def _leaves(
    cls: type, path: tuple[str, ...], parts: tuple[PartField, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[PartField, ...], CellField, type]]:
    for field in attrs.fields(cls):
        if CELL in field.metadata:
            yield (*path, field.name), parts, field.metadata[CELL], cls
        elif PART in field.metadata:
            inner = part_classes(cls, field.name)[0]
            yield from _leaves(inner, (*path, field.name), (*parts, field.metadata[PART]))
