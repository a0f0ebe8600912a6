"""The labels of a table that is not drawn: words set too close, and labels of several lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median
from typing import Final

import attrs

from .page import around
from .rows import Row
from .words import Word, is_figure, joints, parts_of

__all__ = ["LABEL_LINE", "stacked", "whole_rows", "with_last_lines"]

LABEL_LINE: Final = 1.7
"""Times the size: the farthest line below another one of the same label."""
_PITCH: Final = 1.35
"""Rows are this much farther apart than the lines of one label."""
_FLUSH: Final = 0.5
"""Points by which texts of one column may differ in where they begin."""
_BEGIN: Final = 2
"""Other texts that begin at one place if a column begins there."""


def stacked(words: Sequence[Word]) -> list[list[Word]]:
    """Words in groups from left to right; those that stand over one another are one."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.box[0]):
        if groups and word.box[0] < max(other.box[2] for other in groups[-1]) - _FLUSH:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def whole_rows(head: Sequence[Row], body: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of a head and a body, each label of the body with its words and lines together.

    What is set too close to the label beside it, or to a number, is parted from it; further
    lines of a label are put to the row that they belong to, from the end of the head, too.
    """
    rows = list(_parted(body))
    above = list(_parted_head(head, rows))
    numbered = [row for row in rows if row.figures]
    pitches = [b.middle - a.middle for a, b in pairwise(numbered) if a.page == b.page]
    pitch = median(pitches) if pitches else inf
    right = _right(rows)
    _join_centred(above, rows, right)
    while above and rows and _begins(above[-1], rows[0], pitch, right):
        rows.insert(0, above.pop())
    pending: list[Row] = []
    for row in rows:
        if pending and _continues(pending[-1], row, pitch, right):
            pending[-1] = pending[-1].joined(row)
        else:
            pending.append(row)
    whole: list[Row] = []
    for row in pending:
        if whole and whole[-1].page + 1 == row.page:
            whole[-1:] = _over_break(whole[-1], row, right)
        else:
            whole.append(row)
    stray = [place for place, row in enumerate(above) if whole and row.page + 1 == whole[0].page]
    if stray:  # what a page break has cut off, before the head that is printed again
        cut = _over_break(above[stray[-1]], whole[0], right)
        above[stray[-1] : stray[-1] + 1] = cut[:-1]
        whole[0] = cut[-1]
    return above, whole


def with_last_lines(
    last: Row, before: Sequence[Row], head: Sequence[Row], body: Sequence[Row]
) -> tuple[Row, list[Row]]:
    """The last row before a page break, and a head after it without what belongs to that row.

    Right below the head may stand the last lines of a label that the break has cut.
    """
    if not head or head[-1].page != body[0].page or not body[0].figures:
        return last, list(head)
    if head[-1].box[2] > body[0].figures[0].box[0]:
        return last, list(head)
    joined, *rest = _over_break(last, head[-1], _right(before))
    return joined, [*head[:-1], *rest]


def _right(rows: Sequence[Row]) -> float:
    """How far the labels of some rows reach."""
    return max((word.box[2] for row in rows for word in row.labels), default=0.0)


# --- words that are set too close -------------------------------------------------------------


def _parted(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, with their words parted where a column begins within one."""
    most = max((len(row.figures) for row in rows), default=0)
    first = [row.figures[0].box for row in rows if most and len(row.figures) == most]
    band = min((box[0] for box in first), default=0.0), max((box[2] for box in first), default=0.0)
    begins = sorted(word.box[0] for row in rows for word in row.labels)
    for row in rows:
        words: list[Word] = []
        figures = list(row.figures)
        lacks = len(figures) == most - 1
        for word in row.labels:
            places = [
                place
                for place in joints(word)
                if _begin_at(begins, word.characters[place].left)
                or (lacks and _is_number_in(band, word, place))
            ]
            parts = parts_of(word, places)
            if len(parts) > 1 and lacks and _is_number_in(band, word, places[-1]):
                figures.insert(0, parts[-1])
            words += parts
        yield attrs.evolve(
            row,
            words=sorted([*words, *row.figures], key=lambda word: word.box[0]),
            figures=figures,
        )


def _parted_head(head: Sequence[Row], body: Sequence[Row]) -> Iterator[Row]:
    """The rows of a head, with their words parted between two columns of numbers."""
    bands: list[tuple[float, float]] = []
    for box in sorted(word.box for row in body for word in row.figures):
        if bands and box[0] < bands[-1][1]:
            bands[-1] = bands[-1][0], max(bands[-1][1], box[2])
        else:
            bands.append((box[0], box[2]))
    ends = [band[1] for band in bands]
    for row in head:
        words: list[Word] = []
        for word in row.words:
            places = []
            for place in joints(word):
                before, after = word.characters[place - 1 : place + 1]
                right = bisect_left(ends, after.left)  # the first column that ends beyond the gap
                if 0 < right < len(bands) and before.right < bands[right][0]:
                    places.append(place)
            words += parts_of(word, places)
        yield attrs.evolve(row, words=words)


def _begin_at(begins: Sequence[float], left: float) -> bool:
    """Whether several texts begin at one place."""
    first = bisect_left(begins, left - _FLUSH)
    return first + _BEGIN <= len(begins) and begins[first + _BEGIN - 1] <= left + _FLUSH


def _is_number_in(band: tuple[float, float], word: Word, place: int) -> bool:
    """Whether a word ends in a number that stands in a column."""
    left = word.characters[place].left
    text = "".join(character.text for character in word.characters[place:])
    return left < band[1] and word.box[2] > band[0] and is_figure(text)


# --- labels of several lines ------------------------------------------------------------------


def _joint(above: Row, row: Row) -> tuple[Word, Word] | None:
    """The words between which a label would go on from one row to the next."""
    if not above.labels or not row.labels or (above.figures and row.figures):
        return None
    edge = max(word.box[2] for word in row.labels)
    lines = [word for word in row.labels if word.box[2] >= edge - word.size]
    first = min(lines, key=lambda word: word.middle)
    over = [word for word in above.labels if word.box[2] > first.box[0]]  # not the headings beside
    if not over:
        return None
    lowest = max(word.middle for word in over)
    beside = [word for word in over if word.middle > lowest - word.size / 2]
    return max(beside, key=lambda word: word.box[2]), first


def _is_full(last: Word, first: Word, right: float) -> bool:
    """Whether a line is as long as its column allows, and the next one no longer."""
    return last.box[2] >= right - 2 * last.size and first.box[2] <= last.box[2] + last.size


def _continues(above: Row, row: Row, pitch: float, right: float) -> bool:
    """Whether a row is the next line of the label above it: one of them has no numbers."""
    joint = _joint(above, row) if above.page == row.page else None
    if joint is None:
        return False
    last, first = joint
    apart = first.middle - last.middle
    if any(last.middle < rule < first.middle for rule in above.lines[0].rules):
        return False
    full = _is_full(last, first, right)
    return full and apart <= LABEL_LINE * last.size and pitch >= _PITCH * apart


def _join_centred(above: list[Row], rows: list[Row], right: float) -> None:
    """Join the lines of labels whose number stands beside the line in their middle, in place.

    As many lines without numbers stand above it as below, close by, flush, and each but the last
    as long as its column: where rows stand as close as lines, this alone tells that they are one.
    """
    heads = len(above)
    lines = [*above, *rows]
    place = heads
    while place < len(lines):
        depth = 0
        while (
            lines[place].figures
            and place - depth > 0
            and place + depth + 1 < len(lines)
            and _is_line(lines[place - depth - 1], lines[place - depth], right)
            and _is_line(lines[place + depth], lines[place + depth + 1], right)
            and not lines[place - depth - 1].figures
            and not lines[place + depth + 1].figures
        ):
            depth += 1
        if depth:
            first, last = place - depth, place + depth + 1
            whole = lines[first]
            for line in lines[first + 1 : last]:
                whole = whole.joined(line)
            lines[first:last] = [whole]
            heads = min(heads, first)
            place = first
        place += 1
    above[:], rows[:] = lines[:heads], lines[heads:]


def _is_line(above: Row, row: Row, right: float) -> bool:
    """Whether a row goes on right below a full line of the label above it, flush with it."""
    joint = _joint(above, row) if above.page == row.page else None
    if joint is None:
        return False
    last, first = joint
    apart = first.middle - last.middle
    if any(last.middle < rule < first.middle for rule in above.lines[0].rules):
        return False
    flush = abs(last.box[0] - first.box[0]) <= _FLUSH
    return flush and apart <= LABEL_LINE * last.size and _is_full(last, first, right)


def _begins(above: Row, row: Row, pitch: float, right: float) -> bool:
    """Whether the last line of a head is in truth the first one of the label below it."""
    joint = _joint(above, row)
    if joint is None or not row.figures or above.box[2] > row.figures[0].box[0]:
        return False
    last, _ = joint
    flush = min(abs(last.box[0] - word.box[0]) for word in row.labels) <= _FLUSH
    return flush and _continues(above, row, pitch, right)


def _over_break(above: Row, row: Row, right: float) -> list[Row]:
    """Rows on two pages: one, if its label goes on from the one to the other."""
    joint = _joint(above, row)
    if joint is None or not (above.figures or row.figures):
        return [above, row]
    last, first = joint
    upper = next(group for group in stacked(above.labels) if any(w is last for w in group))
    lower = next(group for group in stacked(row.labels) if any(w is first for w in group))
    flush = abs(min(w.box[0] for w in upper) - min(w.box[0] for w in lower)) <= _FLUSH
    if not flush or not _is_full(last, first, right):
        return [above, row]
    lines = sorted(upper, key=lambda w: w.box[1]) + sorted(lower, key=lambda w: w.box[1])
    text = "\n".join(word.text for word in lines)
    found: list[Row] = []
    for part, group in ((above, upper), (row, lower)):
        rest = [word for word in part.words if not any(word is own for own in group)]
        if part.figures:
            label = group[0]._replace(text=text, box=around([w.box for w in group]))
            words = sorted([label, *rest], key=lambda word: word.box[0])
            found.append(attrs.evolve(part, words=words))
        elif rest:
            found.append(attrs.evolve(part, words=rest))
    return found
