"""A run of text, however broken over lines, glued or damaged, cut into the form's labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby, islice
from typing import Literal, TypeAlias

import attrs

from .anchors import Anchor, anchors, nearest
from .normalize import ENUMERATOR, normalized, notes_of

__all__ = ["Label", "Segments", "segmented"]

_SKIP = 1.0
_PIECE = 0.01
_DAMAGE = 0.6
_JOIN = 4
"""Lines that a damaged label may be broken over; an undamaged one may be broken anywhere."""
_LONGEST_LINE = 160
"""A longer line is prose. The longest header, table four glued into one, has 96 characters."""
_PROSE = 2_000
"""Characters of a line that need not be normalized to see that it is prose."""
_LONGEST_LABEL = 60
"""Characters of the longest label with its filling notes, with room to spare."""
_REMEMBERED = 4
"""Lines of a cell's text whose labels are kept in memory: cells repeat, runs do not."""


@attrs.frozen
class Label:
    """A label found in a run."""

    anchor: Anchor
    number: str
    """The number printed before it, normalized, or empty."""
    first: int
    """Line of the run on which it begins, from 0, its number included."""
    last: int
    """Line on which it ends, its filling notes included."""
    damage: int
    """Characters by which the print differs from the label."""
    note: str
    """The filling notes printed after it, normalized."""


@attrs.frozen
class Segments:
    """What a run of lines holds."""

    labels: tuple[Label, ...]
    foreign: tuple[int, ...]
    """Lines that hold text other than labels, from 0."""
    compared: int
    """Times that text was compared with the labels to find a damaged one: the dear part."""


_Kind: TypeAlias = Literal["skip", "number", "label"]
_Near: TypeAlias = tuple[Anchor, int]
"""A label, and the characters by which the print differs from it."""
_Step: TypeAlias = tuple[int, _Kind, _Near | None]
"""Where a piece of the text begins, what it is, and which label."""
_Piece: TypeAlias = tuple[int, int, _Kind, _Near | None]
"""Where a piece of the text begins and ends, what it is, and which label."""


@cache
def _by_first_character() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for label in sorted(anchors(), key=len, reverse=True):
        found.setdefault(label[0], []).append(label)
    return found


def segmented(lines: Sequence[str]) -> Segments:
    """The labels in consecutive lines of text, and the lines that hold something else."""
    if len(lines) <= _REMEMBERED:
        return _remembered(tuple(lines))
    return _segmented(tuple(lines))


@cache
def _any_label() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, anchors())))


def _is_prose(line: str) -> bool:
    """Whether a line is too long for a label, or for several glued together."""
    if len(line) <= _LONGEST_LABEL:
        return False
    return len(line) > _LONGEST_LINE or _any_label().search(line) is None


@lru_cache(maxsize=2048)
def _remembered(lines: tuple[str, ...]) -> Segments:
    return _segmented(lines)


def _segmented(lines: tuple[str, ...]) -> Segments:
    # a line of prose may grow without bound in normalizing, and is none of the labels
    parts = [line if len(line) > _PROSE else normalized(line) for line in lines]
    labels: list[Label] = []
    foreign: list[int] = []
    compared = 0
    for prose, group in groupby(range(len(parts)), lambda line: _is_prose(parts[line])):
        own = list(group)
        if prose:
            foreign += own
            continue
        found = _run([parts[line] for line in own])
        labels += [
            attrs.evolve(label, first=own[label.first], last=own[label.last])
            for label in found.labels
        ]
        foreign += [own[line] for line in found.foreign]
        compared += found.compared
    return Segments(tuple(labels), tuple(foreign), compared)


def _run(parts: list[str]) -> Segments:
    text, line_of, notes = _without_notes(parts)
    size = len(text)
    starts = [i == 0 or line_of[i] != line_of[i - 1] for i in range(size)] + [True]
    cost = [0.0] + [float("inf")] * size
    back: dict[int, _Step] = {}
    after_number: set[int] = set()

    def reach(i: int, j: int, kind: _Kind, price: float, near: _Near | None = None) -> None:
        whole = cost[i] + price
        if whole < cost[j] - 1e-9:
            cost[j] = whole
            back[j] = i, kind, near

    by_first = _by_first_character()
    compared = 0
    for i in range(size):
        reach(i, i + 1, "skip", _SKIP)
        number = ENUMERATOR.match(text, i)
        if number:
            reach(i, number.end(), "number", _PIECE)
            after_number.add(number.end())
        for label in by_first.get(text[i], ()):
            if text.startswith(label, i):
                reach(i, i + len(label), "label", _PIECE, (anchors()[label], 0))
        if starts[i] or i in after_number:
            ends = _line_ends(i, line_of, starts)
            for place, end in enumerate(ends):
                if _holds_label(text, i, end, ends[:place]):
                    continue
                compared += 1
                near = _nearest_cached(text[i:end])
                if near:
                    reach(i, end, "label", _PIECE + _DAMAGE * near[1], near)

    pieces: list[_Piece] = []
    j = size
    while j:
        i, kind, near = back[j]
        pieces.append((i, j, kind, near))
        j = i
    pieces.reverse()
    return _labels(parts, text, line_of, pieces, notes, compared)


@lru_cache(maxsize=16384)
def _nearest_cached(text: str) -> tuple[Anchor, int] | None:
    return nearest(text)


def _holds_label(text: str, start: int, end: int, cuts: Sequence[int]) -> bool:
    """Whether some of the lines are a label as they stand: then the others are no part of it."""
    known = anchors()
    return any(text[start:cut] in known or text[cut:end] in known for cut in cuts)


def _line_ends(i: int, line_of: list[int], starts: list[bool]) -> list[int]:
    """Where the line of a place ends, and the next few lines."""
    places = range(i + 1, min(len(line_of), i + _LONGEST_LABEL) + 1)
    return list(islice((j for j in places if starts[j]), _JOIN))


def _without_notes(parts: list[str]) -> tuple[str, list[int], list[tuple[int, int, str]]]:
    """The run as one text without filling notes, with what is needed to find them again.

    That is the line of each character; and for each note the place in the text after which it
    stood, and the line on which it ends.
    """
    joined = "".join(parts)
    owner = [index for index, part in enumerate(parts) for _ in part]
    kept: list[str] = []
    line_of: list[int] = []
    notes: list[tuple[int, int, str]] = []
    position = 0
    for note in notes_of(joined):
        kept.append(joined[position : note.start()])
        line_of += owner[position : note.start()]
        notes.append((len(line_of), owner[note.end() - 1], note.group()))
        position = note.end()
    kept.append(joined[position:])
    line_of += owner[position:]
    return "".join(kept), line_of, notes


def _labels(
    parts: list[str],
    text: str,
    line_of: list[int],
    pieces: list[_Piece],
    notes: list[tuple[int, int, str]],
    compared: int,
) -> Segments:
    skipped = [0] * len(parts)
    length = [0] * len(parts)
    for i, line in enumerate(line_of):
        length[line] += text[i] not in "、.:;,"
    for i, _, kind, _ in pieces:
        if kind == "skip" and text[i] not in "、.:;,)(":
            skipped[line_of[i]] += 1
    foreign = {
        line for line in range(len(parts)) if skipped[line] > 2 or 3 * skipped[line] > length[line]
    }
    labels: list[Label] = []
    number, number_line = "", 0
    for i, j, kind, near in pieces:
        if kind == "number":
            number, number_line = text[i:j], line_of[i]
        elif near is not None:
            anchor, damage = near
            first = number_line if number else line_of[i]
            last = line_of[j - 1]
            following = [(line, note) for place, line, note in notes if place == j]
            if not foreign.intersection(range(line_of[i], last + 1)):
                labels.append(
                    Label(
                        anchor,
                        number,
                        first,
                        max([last, *(line for line, _ in following)]),
                        damage,
                        "".join(note for _, note in following),
                    )
                )
            number = ""
        elif text[i] not in "、.:;,":
            number = ""
    return Segments(tuple(labels), tuple(sorted(foreign)), compared)
