"""Several reports in one document, one after the other: each is a document of its own.

A new report begins at a title that names another year or organ, if rows of the form that stand
before it are printed again after it. A page that only prints its tables twice is one report, and
so is one that ends in links to those of other years.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

import attrs

from ..traditional import simplified
from .circumstances import LOOKS_LIKE_ORGAN, title_of
from .grid import Document
from .limits import Limits
from .one_line import in_lines
from .own_drawing import as_published
from .recognizer import recognized
from .results import Reading
from .rows import Order, Rows, printed_rows

__all__ = ["readings_of"]

_ROWS_AGAIN: Final = 3
"""Rows of the form printed before and after a title that make two reports."""
_Title: TypeAlias = tuple[int, str]
"""Year and organ; the organ may be empty."""


def readings_of(document: Document, limits: Limits) -> tuple[Reading, ...]:
    """The reports of a document, of which there is one at least.

    Raises :class:`~gxstats.Unreadable` if no table is found.
    """
    document = as_published(in_lines(document))
    rows = printed_rows(document, limits)
    parts = [(document, rows)]
    filled = [row.prefix for row in rows.rows if any(cell.text.strip() for cell in row.cells)]
    if len(filled) - len(set(filled)) >= _ROWS_AGAIN:
        parts = _parts(document, rows, limits)
    return tuple(recognized(part, part_rows, limits) for part, part_rows in parts)


def _parts(document: Document, rows: Rows, limits: Limits) -> list[tuple[Document, Rows]]:
    """The reports, each as a document with its rows."""
    starts: list[Order] = [(0, 0)]
    orders = [*_beginnings(document, rows), (len(document.grids), 0)]
    made = [(document, rows)]
    before: set[str | None] = set()
    for order, following in zip([(0, 0), *orders], orders, strict=False):
        limits.require_time()
        labels = _filled(printed_rows(_between(document, order, following), limits))
        if len(labels & before) >= _ROWS_AGAIN:
            starts.append(order)
            before = set()
        before |= labels
    if len(starts) == 1:
        return made
    ends = [*starts[1:], (len(document.grids), 0)]
    parts = [_between(document, *ends_of) for ends_of in zip(starts, ends, strict=True)]
    return [(part, printed_rows(part, limits)) for part in parts]


def _filled(rows: Rows) -> set[str | None]:
    """The rows of the form that have cells with a text."""
    return {row.prefix for row in rows.rows if any(cell.text.strip() for cell in row.cells)}


def _beginnings(document: Document, rows: Rows) -> Iterator[Order]:
    """Where titles stand that follow tables, and differ from all titles before these."""
    lines = sorted(rows.table_lines)
    tables = iter([*lines, (len(document.grids), 0)])
    table = next(tables)
    known: list[_Title] = []
    coming: list[_Title] = []
    start: Order | None = None
    passed = False
    for order, title in _titles(document):
        while table < order:
            passed, table = True, next(tables)
            if start is not None:
                yield start
                known, coming, start = coming, [], None
        if start is not None:
            coming.append(title)
        elif not passed:
            known.append(title)
        else:
            own = known or [found for found in [title_of(document.title or "")] if found]
            if own and all(_differ(title, one) for one in own):
                start, coming = order, [title]
            elif not own:
                known.append(title)
    if start is not None and table in rows.table_lines:
        yield start


def _titles(document: Document) -> Iterator[tuple[Order, _Title]]:
    """The titles of reports, each where it begins: it may take two lines."""
    before, begins = "", (0, 0)
    for number, grid in enumerate(document.grids):
        for index, row in enumerate(grid.rows):
            for cell in row:
                text = cell.text.strip()
                if not text:
                    continue
                found = title_of(text) if "报" in text or "報" in text else None
                if found is not None:
                    joined = None
                    if not found[1] and LOOKS_LIKE_ORGAN.fullmatch(simplified(before)):
                        joined = title_of(before + text)
                    yield (begins, joined) if joined else ((number, index), found)
                before, begins = text, (number, index)


def _differ(one: _Title, other: _Title) -> bool:
    if one[0] != other[0]:
        return True
    organ, other_organ = simplified(one[1]), simplified(other[1])
    return bool(organ and other_organ) and organ not in other_organ and other_organ not in organ


def _between(document: Document, start: Order, end: Order) -> Document:
    """What stands between two places of a document."""
    grids = []
    for number, grid in enumerate(document.grids):
        first = start[1] if number == start[0] else 0
        last = end[1] if number == end[0] else len(grid.rows)
        if start[0] <= number <= end[0] and first < last:
            whole = (first, last) == (0, len(grid.rows))
            grids.append(
                (number, grid if whole else attrs.evolve(grid, rows=grid.rows[first:last]))
            )
    numbers = {number: place for place, (number, _) in enumerate(grids)}
    hidden = (
        attrs.evolve(one, grid=one.grid if one.grid is None else numbers[one.grid])
        for one in document.hidden
        if one.grid is None or one.grid in numbers
    )
    return attrs.evolve(
        document,
        grids=tuple(grid for _, grid in grids),
        title=document.title if start == (0, 0) else None,
        hidden=tuple(hidden),
    )
