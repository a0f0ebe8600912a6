"""A page kept as one line of text, cut into the lines that a page of lines would have.

Archives keep what a page says without its markup, and messages without line breaks: labels and
numbers follow each other, parted by spaces or by nothing. Where several rows of the form stand in
one line, it is cut before each label and after each row; prose stays whole.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, takewhile
from typing import Final

import attrs

from ..traditional import simplified
from .anchors import Role, anchors
from .grid import Document, Grid, GridCell, Shape
from .normalize import ENUMERATOR, NOTE, WORDS, normalized
from .numbers import RUN, looks_like_figure

__all__ = ["in_lines"]

_ROWS: Final = 2
"""Rows of the form in one line that make it several lines."""
_FIGURE: Final = re.compile(r"\d++(?![年月日])")
_NUMBER: Final = re.compile(rf"(?:{ENUMERATOR.pattern})$")
_LONGEST_NUMBER: Final = 6
_DIGIT: Final = re.compile(r"\d[.、]$")
"""A running number of one digit: the form has no longer one, and digits of the row before may
stand against it."""
_LEADING: Final = re.compile(RUN)
_LONGEST_DATE: Final = 4


@attrs.frozen
class _Label:
    """A label in a line, by the places of its first and after its last character."""

    start: int
    """Where its running number begins, if it has one."""
    end: int
    """Where its filling note ends, if it has one."""
    heads: bool
    """It is the heading of a table or of a section of text, with its number."""
    after_figures: int = 0
    """Where the numbers that follow it end; its own end if there are none."""
    joined: bool = False
    """The next label follows, with nothing but numbers between."""


def in_lines(document: Document) -> Document:
    """The document, with every line that holds several rows of the form cut into lines."""
    grids = [_cut(grid) if grid.shape is Shape.LINES else grid for grid in document.grids]
    return attrs.evolve(document, grids=tuple(grids))


def _cut(grid: Grid) -> Grid:
    lines: list[GridCell] = []
    for (cell,) in grid.rows:
        pieces = _pieces(cell.text)
        if len(pieces) < 2:
            lines.append(cell)
            continue
        for number, piece in enumerate(pieces, 1):
            place = cell.place._replace(column=number) if cell.place.line else cell.place
            lines.append(cell._replace(text=piece, place=place))
    if len(lines) == len(grid.rows):
        return grid
    return attrs.evolve(
        grid, rows=tuple((line._replace(row=row),) for row, line in enumerate(lines))
    )


def _pieces(line: str) -> list[str]:
    """The lines in a line."""
    if len(_FIGURE.findall(line)) < _ROWS or not _may_hold_rows(line):
        return [line]
    labels = _labels(line)
    rows = sum(
        label.after_figures > label.end and (label.joined or before.joined)
        for before, label in pairwise([_NOTHING, *labels])
    )
    if rows < _ROWS:
        return [line]
    cuts = [0]
    for before, label in pairwise([_NOTHING, *labels]):
        if label.heads or label.joined or before.joined:
            cuts += [label.start, label.after_figures]
    pieces = [line[start:end].strip() for start, end in pairwise([*cuts, len(line)])]
    return [piece for piece in pieces if piece]


def _may_hold_rows(line: str) -> bool:
    """Whether as many labels of rows stand in a line as they are printed: a look at little cost."""
    text = "".join(simplified(line).split())
    return sum(label in text for label in _labels_of_rows()) >= _ROWS


@cache
def _labels_of_rows() -> tuple[str, ...]:
    return tuple(label for label, anchor in anchors().items() if anchor.having(Role.ROW))


_NOTHING: Final = _Label(0, 0, heads=False)


@cache
def _any_label() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(anchors(), key=len, reverse=True))))


def _labels(line: str) -> list[_Label]:
    """The labels in a line, with what follows each of them."""
    plain, places = _plain(line)
    found: list[_Label] = []
    end = 0
    for match in _any_label().finditer(plain):
        if match.start() < end:  # within a filling note
            continue
        start = _number_before(plain, match.start(), end)
        note = NOTE.match(plain, match.end())
        end = note.end() if note else match.end()
        roles = {meaning.role for meaning in anchors()[match.group()].meanings}
        heads = bool(roles & {Role.TABLE, Role.SECTION}) and start < match.start()
        found.append(_Label(places[start], places[end], heads=heads))
    return [
        _followed(line, label, following.start)
        for label, following in pairwise([*found, _Label(len(line), len(line), heads=False)])
    ]


def _followed(line: str, label: _Label, end: int) -> _Label:
    """A label with the numbers that stand after it."""
    between = line[label.end : end]
    tokens = between.split()
    if all(looks_like_figure(token) or _LEADING.fullmatch(token) for token in tokens):
        after = label.end + len(between.rstrip())
        return attrs.evolve(label, after_figures=after, joined=end < len(line))
    after = label.end
    for token in takewhile(looks_like_figure, tokens):
        after = line.index(token, after) + len(token)
    if after == label.end:
        after += len(between) - len(between.lstrip()) + _leading_digits(tokens[0])
    return attrs.evolve(label, after_figures=after)


def _leading_digits(token: str) -> int:
    """How many characters of a text that stands against digits are these digits."""
    found = _LEADING.match(token)
    if found is None:
        return 0
    following = token[found.end() : found.end() + 1]
    if following in {".", "．", "、"}:  # the last digit numbers what follows
        return found.end() - 1
    is_date = following in {"年", "月", "日"} and found.end() <= _LONGEST_DATE
    return 0 if is_date else found.end()


def _number_before(plain: str, start: int, least: int) -> int:
    """Where the running number before a label begins; where the label begins if it has none."""
    before = plain[max(least, start - _LONGEST_NUMBER) : start]
    if _DIGIT.search(before):
        return start - 2
    number = _NUMBER.search(before)
    return number.start() + start - len(before) if number else start


def _plain(line: str) -> tuple[str, list[int]]:
    """The line without spaces and differences of print, and where each character stood."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(line):
        same = normalized(character)
        characters.append(same)
        places += [place] * len(same)
    places.append(len(line))
    plain = "".join(characters)
    for printed, meant in WORDS.items():
        plain = plain.replace(printed, meant)
    return plain, places
