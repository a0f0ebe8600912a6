"""Tables whose cells are drawn: ruling lines make a grid, missing inner lines make spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from ..limits import Limits
from .cells import RuledCell, filled, split_cells
from .objects import objects_beside, objects_of, with_objects
from .page import DASH, Box, Character, Page, Rule

__all__ = ["RuledTable", "merged", "ruled_tables"]

SNAP: Final = 3.2
"""Points within which lines are one: double lines, and lines that do not quite meet."""
_SHORTEST: Final = 5.0
"""Points of the shortest line that makes an edge."""
_SLIVER: Final = 0.75
"""Part of the size of the smallest text that a row is high, at least."""
_COVERED: Final = 0.5
"""Part of a cell's side that a line must cover to be its edge."""


@attrs.frozen
class RuledTable:
    """A table as drawn on one page."""

    page: int
    columns: tuple[float, ...]
    """Where its columns begin and end, from left to right."""
    rows: tuple[float, ...]
    cells: tuple[RuledCell, ...]
    open_top: bool
    """No line closes it at the top: its first row may have begun on the page before."""
    open_bottom: bool

    @property
    def box(self) -> Box:
        """Its outer edges."""
        return self.columns[0], self.rows[0], self.columns[-1], self.rows[-1]


@attrs.frozen
class _Frame:
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    open_top: bool
    open_bottom: bool


def ruled_tables(
    page: Page, characters: Sequence[Character], limits: Limits
) -> tuple[list[RuledTable], list[Character]]:
    """The drawn tables of a page, and the characters that stand in none."""
    level, upright = merged(page.level), merged(page.upright)
    frames = [
        frame
        for level_part, upright_part in _connected(level, upright)
        if (frame := _frame(level_part, upright_part)) is not None
    ]
    frames.sort(key=lambda f: (f.columns[-1] - f.columns[0]) * (f.rows[-1] - f.rows[0]))
    rest = list(characters)
    objects = objects_of(page)
    tables: list[RuledTable] = []
    for drawn in frames:  # the smaller first: a table within a cell keeps its own text
        limits.require("area", (len(drawn.columns) - 1) * (len(drawn.rows) - 1))
        inside = _within(rest, drawn)
        if not inside:
            continue
        frame = _without_slivers(drawn, inside)
        cells = split_cells(
            filled(_cells(frame), inside, frame.columns, frame.rows), frame.columns, frame.rows
        )
        if objects:
            cells = tuple(with_objects(cells, objects, frame.columns, frame.rows))
        taken = set(map(id, inside))
        rest = [c for c in rest if id(c) not in taken]
        tables.append(
            RuledTable(
                page.number, frame.columns, frame.rows, cells, frame.open_top, frame.open_bottom
            )
        )
    if objects:
        rest += objects_beside(objects, [table.box for table in tables], characters)
    beyond = [c for c in page.hidden if not (0 < c.centre < page.width)]
    found = [_without_blanks_beside(table, [*rest, *beyond]) for table in tables]
    return sorted(found, key=lambda table: (table.box[1], table.box[0])), rest


def _without_blanks_beside(table: RuledTable, rest: Sequence[Character]) -> RuledTable:
    """The table, with its blanks doubted where a number stands outside of it, beside its row.

    It may stand outside of the page, too.
    """
    heights = {c.middle for c in rest if c.text.isdigit()}
    beside = {
        row
        for row, (top, bottom) in enumerate(pairwise(table.rows))
        if any(top <= height <= bottom for height in heights)
    }
    cells = tuple(
        cell._replace(clash=True)
        if not cell.lines and cell.row in beside and cell.row_span == 1
        else cell
        for cell in table.cells
    )
    return attrs.evolve(table, cells=cells)


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules with those that continue one another, or lie side by side, made one.

    Lines of different tables that nearly lie below one another stay where each is drawn.
    """
    found: list[Rule] = []
    for bundle in _bundles(rules):
        run: list[Rule] = []
        end = 0.0
        for rule in sorted(bundle, key=lambda rule: rule.start):
            if run and rule.start - end > DASH:
                found.append(_united(run, end))
                run = []
            end = max(end, rule.end) if run else rule.end
            run.append(rule)
        if run:
            found.append(_united(run, end))
    return [rule for rule in found if rule.end - rule.start >= _SHORTEST]


def _united(run: Sequence[Rule], end: float) -> Rule:
    return Rule(sum(rule.at for rule in run) / len(run), run[0].start, end)


def _bundles(rules: Iterable[Rule]) -> Iterator[list[Rule]]:
    bundle: list[Rule] = []
    for rule in sorted(rules):
        if bundle and rule.at - bundle[0].at > SNAP:
            yield bundle
            bundle = []
        bundle.append(rule)
    if bundle:
        yield bundle


def _connected(
    level: Sequence[Rule], upright: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Rules that touch one another, directly or through others."""
    parent = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, across in enumerate(level):
        for j, down in enumerate(upright, len(level)):
            if (
                across.start - SNAP <= down.at <= across.end + SNAP
                and down.start - SNAP <= across.at <= down.end + SNAP
            ):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i in range(len(parent)):
        parts = groups.setdefault(root(i), ([], []))
        if i < len(level):
            parts[0].append(level[i])
        else:
            parts[1].append(upright[i - len(level)])
    yield from groups.values()


def _frame(level: list[Rule], upright: list[Rule]) -> _Frame | None:
    """The grid of connected rules, with outer edges where the rules reach but none is drawn."""
    if not level or not upright:
        return None
    columns, rows = _positions(upright), _positions(level)
    left, right = _reach(level, columns)
    top, bottom = _reach(upright, rows)
    if left is not None:
        columns.insert(0, left)
    if right is not None:
        columns.append(right)
    if top is not None:
        rows.insert(0, top)
    if bottom is not None:
        rows.append(bottom)
    if len(columns) < 2 or len(rows) < 2 or len(columns) + len(rows) < 5:
        return None
    span = Rule(0, rows[0], rows[-1])
    upright += [span._replace(at=at) for at in (columns[0], columns[-1])]
    across = Rule(0, columns[0], columns[-1])
    level += [across._replace(at=at) for at in (rows[0], rows[-1])]
    return _Frame(
        tuple(level),
        tuple(upright),
        tuple(columns),
        tuple(rows),
        top is not None,
        bottom is not None,
    )


def _positions(rules: Iterable[Rule]) -> list[float]:
    return [sum(r.at for r in bundle) / len(bundle) for bundle in _bundles(rules)]


def _reach(rules: Sequence[Rule], edges: Sequence[float]) -> tuple[float | None, float | None]:
    """How far rules reach beyond the outermost edges across them, where several agree."""
    starts = [rule.start for rule in rules if rule.start < edges[0] - 2 * SNAP]
    ends = [rule.end for rule in rules if rule.end > edges[-1] + 2 * SNAP]
    first, last = min(starts, default=0.0), max(ends, default=0.0)
    return (
        first if sum(start - first <= SNAP for start in starts) >= 2 else None,
        last if sum(last - end <= SNAP for end in ends) >= 2 else None,
    )


def _without_slivers(frame: _Frame, inside: Sequence[Character]) -> _Frame:
    """The frame without rows that are too thin for any text: of their two lines the longer stays.

    A browser that moves a row down at a page break ends the cell that spans it where it would
    have ended, a few points above the line of the row.
    """
    thinnest = _SLIVER * min(character.size for character in inside)
    if min(b - a for a, b in pairwise(frame.rows)) >= thinnest:
        return frame
    heights = sorted(character.middle for character in inside)
    lengths = dict.fromkeys(frame.rows, 0.0)
    for rule in frame.level:
        lengths[_closest(frame.rows, rule.at)] += rule.end - rule.start
    rows = [frame.rows[0]]
    moved: dict[float, float] = {}
    for at in frame.rows[1:]:
        above = rows[-1]
        is_last = at == frame.rows[-1]
        is_row = bisect_left(heights, above) < bisect_left(heights, at)
        if at - above >= thinnest or is_row or (len(rows) == 1 and is_last):
            rows.append(at)
        elif len(rows) > 1 and (is_last or lengths[at] > lengths[above]):
            moved[above] = rows[-1] = at
        else:
            moved[at] = above
    level = []
    for rule in frame.level:
        at = _closest(frame.rows, rule.at)
        if at in moved:
            while at in moved:
                at = moved[at]
            level.append(rule._replace(at=at))
        else:
            level.append(rule)
    return attrs.evolve(frame, level=tuple(level), rows=tuple(rows))


def _closest(edges: Sequence[float], at: float) -> float:
    place = bisect_left(edges, at)
    return min(edges[max(place - 1, 0) : place + 1], key=lambda edge: abs(edge - at))


def _within(characters: Iterable[Character], frame: _Frame) -> list[Character]:
    left, right = 2 * (frame.columns[0] - SNAP), 2 * (frame.columns[-1] + SNAP)
    top, bottom = 2 * (frame.rows[0] - SNAP), 2 * (frame.rows[-1] + SNAP)
    return [
        character
        for character in characters
        if left <= character[1] + character[3] <= right
        and top <= character[2] + character[4] <= bottom
    ]


# --- cells ------------------------------------------------------------------------------------


def _cells(frame: _Frame) -> list[RuledCell]:
    """The rectangles between the lines; what is no rectangle is cut at its rows."""
    columns, rows = frame.columns, frame.rows
    right_of = _edges(frame.upright, columns, rows)
    below = _edges(frame.level, rows, columns)
    height, width = len(rows) - 1, len(columns) - 1
    free = {(row, column) for row in range(height) for column in range(width)}
    cells: list[RuledCell] = []
    for start in ((row, column) for row in range(height) for column in range(width)):
        if start not in free:
            continue
        row, column = start
        if (column + 1, row) in right_of and (row + 1, column) in below:  # what is before is told
            box = columns[column], rows[row], columns[column + 1], rows[row + 1]
            cells.append(RuledCell(row, column, 1, 1, box))
            continue
        group, todo = [], [start]
        free.remove(start)
        while todo:
            group.append(todo.pop())
            row, column = group[-1]
            for place, line, edges in (
                ((row, column + 1), (column + 1, row), right_of),
                ((row, column - 1), (column, row), right_of),
                ((row + 1, column), (row + 1, column), below),
                ((row - 1, column), (row, column), below),
            ):
                if line not in edges and place in free:
                    free.remove(place)
                    todo.append(place)
        cells += [RuledCell.over(part, columns, rows) for part in _rectangles(group)]
    return cells


def _edges(
    rules: Iterable[Rule], along: Sequence[float], across: Sequence[float]
) -> set[tuple[int, int]]:
    """Which sides a rule covers: the number of the line it lies on, and of the gap it closes."""
    covered: dict[tuple[int, int], float] = {}
    for rule in rules:
        line = along.index(_closest(along, rule.at))
        if abs(along[line] - rule.at) > SNAP:
            continue
        first = max(bisect_right(across, rule.start) - 1, 0)
        for gap in range(first, min(bisect_left(across, rule.end), len(across) - 1)):
            start, end = across[gap], across[gap + 1]
            shared = min(end, rule.end) - max(start, rule.start)
            part = shared / max(end - start, 0.1)
            covered[line, gap] = covered.get((line, gap), 0) + part
    return {place for place, part in covered.items() if part >= _COVERED}


def _rectangles(group: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    rows = {row for row, _ in group}
    columns = {column for _, column in group}
    if len(group) == len(rows) * len(columns):
        yield group
        return
    for row in sorted(rows):
        part: list[tuple[int, int]] = []
        for place in sorted(place for place in group if place[0] == row):
            if part and place[1] != part[-1][1] + 1:
                yield part
                part = []
            part.append(place)
        yield part
