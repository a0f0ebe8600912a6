"""A run of text, however broken over lines, glued or damaged, cut into the form's labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

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
    start = compared = 0
    for index in range(len(parts) + 1):
        if index == len(parts) or _is_prose(parts[index]):
            if start < index:
                found = _run(parts[start:index])
                labels += [
                    attrs.evolve(label, first=label.first + start, last=label.last + start)
                    for label in found.labels
                ]
                foreign += [line + start for line in found.foreign]
                compared += found.compared
            if index < len(parts):
                foreign.append(index)
            start = index + 1
    return Segments(tuple(labels), tuple(foreign), compared)


def _run(parts: list[str]) -> Segments:
    text, line_of, notes = _without_notes(parts)
    size = len(text)
    starts = [i == 0 or line_of[i] != line_of[i - 1] for i in range(size)] + [True]
    cost = [0.0] + [float("inf")] * size
    back: list[tuple[int, str, Anchor | None, int]] = [(0, "", None, 0)] * (size + 1)
    after_number = [False] * (size + 1)

    def reach(j: int, price: float, step: tuple[int, str, Anchor | None, int]) -> None:
        whole = cost[step[0]] + price
        if whole < cost[j] - 1e-9:
            cost[j] = whole
            back[j] = step

    by_first = _by_first_character()
    compared = 0
    for i in range(size):
        reach(i + 1, _SKIP, (i, "skip", None, 0))
        number = ENUMERATOR.match(text, i)
        if number:
            reach(number.end(), 2 * _PIECE, (i, "number", None, 0))
            after_number[number.end()] = True
        for label in by_first.get(text[i], ()):
            if text.startswith(label, i):
                reach(i + len(label), _PIECE, (i, "label", anchors()[label], 0))
        if starts[i] or after_number[i]:
            ends = _line_ends(i, line_of, starts)
            for place, end in enumerate(ends):
                if _holds_label(text, i, end, ends[:place]):
                    continue
                compared += 1
                near = _nearest_cached(text[i:end])
                if near:
                    reach(end, _PIECE + _DAMAGE * near[1], (i, "label", *near))

    pieces: list[tuple[int, int, str, Anchor | None, int]] = []
    j = size
    while j:
        i, kind, anchor, damage = back[j]
        pieces.append((i, j, kind, anchor, damage))
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
    ends: list[int] = []
    for j in range(i + 1, min(len(line_of), i + _LONGEST_LABEL) + 1):
        if starts[j]:
            ends.append(j)
            if len(ends) == _JOIN:
                break
    return ends


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
    pieces: list[tuple[int, int, str, Anchor | None, int]],
    notes: list[tuple[int, int, str]],
    compared: int,
) -> Segments:
    skipped = [0] * len(parts)
    length = [0] * len(parts)
    for i, line in enumerate(line_of):
        length[line] += text[i] not in "、.:;,"
    for i, _, kind, _, _ in pieces:
        if kind == "skip" and text[i] not in "、.:;,)(":
            skipped[line_of[i]] += 1
    foreign = {
        line
        for line in range(len(parts))
        if skipped[line] > 2 or 3 * skipped[line] > length[line] > 0
    }
    labels: list[Label] = []
    number, number_line = "", 0
    for i, j, kind, anchor, damage in pieces:
        if kind == "number":
            number, number_line = text[i:j], line_of[i]
        elif kind == "label" and anchor is not None:
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
