"""From characters to words, lines of text, and the text of a cell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from math import floor
from operator import itemgetter
from typing import Final, NamedTuple

from ..grid import LOWERED, OBJECT, RAISED, STRUCK, UNSURE, unsure
from .page import Box, Character, around

__all__ = [
    "Line", "Word", "distinct", "is_figure", "joints", "lines_of", "parts_of", "rows_of",
    "runs_of", "text_of",
]  # fmt: skip

_REPLACEMENT: Final = "\ufffd"
_SAME: Final = 0.25
"""Part of a character by which a second print of it is moved, to make it look bold."""
_FIELD: Final = 4.0
"""Times the size: sides of the fields of a page in which second prints are looked for."""
_OVER: Final = 0.6
"""Part of a digit within which another one hides it."""
_SPACED: Final = 0.7
"""Part of the size by which Chinese characters of one word may be spaced."""
_JOINT: Final = 0.1
"""Part of the size: a gap within a word at which it may have to be parted."""
_LEVEL: Final = 0.45
"""Part of the size by which characters of one line may differ in height."""
_MARKS: Final = dict.fromkeys(map(ord, OBJECT + UNSURE + RAISED + LOWERED + STRUCK))
_SMALL: Final = 0.8
"""Part of the size of the digits beside it that a digit has if it is no part of their number."""
_SHIFT: Final = 0.2
"""Part of the size by which such a digit is raised or lowered."""
_FOOT: Final = 0.2
"""Part of the height of a character that is below the line it stands on."""
_TOUCHING: Final = 0.01
"""Points of a gap that is none: no font is so small that words stand so close."""
_left: Final[Callable[[Character], float]] = itemgetter(1)
_size: Final[Callable[[Character], float]] = itemgetter(5)
_FIGURE: Final = re.compile(r"[\d.,%+\-‐‑‒–—―−－﹣/\\／]+|无|不适用|N/A|[减增]\d+")


class Word(NamedTuple):
    """Characters of one line without a wide gap between them."""

    characters: tuple[Character, ...]
    text: str
    box: Box

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.box[1] + self.box[3]) / 2

    @property
    def size(self) -> float:
        """Of its font, in points."""
        return max(map(_size, self.characters))


class Line(NamedTuple):
    """Words that stand at one height, from left to right."""

    words: tuple[Word, ...]
    text: str
    """Its words, with a space where one is printed."""
    box: Box
    """Around its words."""

    @classmethod
    def of(cls, words: Sequence[Word]) -> Line:
        """The line that words make."""
        first = words[0]
        if len(words) == 1:
            return cls((first,), first.text, first.box)
        text = first.text
        for before, after in pairwise(words):
            text += (" " if _is_space(before, after) else "") + after.text
        return cls(tuple(words), text, around([word.box for word in words]))

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return sum(word.middle for word in self.words) / len(self.words)

    @property
    def size(self) -> float:
        """Of its largest font, in points."""
        return max(word.size for word in self.words)


@lru_cache(maxsize=4096)
def is_figure(text: str) -> bool:
    """Whether a word can stand for a number, or a blank.

    >>> is_figure("4,875.699"), is_figure("－"), is_figure("1.属于")
    (True, True, False)
    """
    plain = text.translate(_MARKS)
    if plain != text and not plain:
        return True
    return _FIGURE.fullmatch(unicodedata.normalize("NFKC", plain)) is not None


def distinct(characters: Iterable[Character]) -> tuple[Character, ...]:
    """The characters without those printed a second time at the same place, to look bold."""
    seen: dict[tuple[float, int], dict[tuple[str, int], list[tuple[float, float]]]] = {}
    kept: list[Character] = []
    before: tuple[float, ...] = ()
    y = field = high = 0.0
    rows: set[int] = set()
    line: dict[tuple[str, int], list[tuple[float, float]]] = {}
    for character in characters:
        text, left, top, right, bottom, size, _, _ = character
        if before != (before := (top, bottom, size)):  # most stand level with the one before
            y, field, high = (top + bottom) / 2, _FIELD * size, _SAME * size
            rows = {floor((y - high) / field), floor((y + high) / field)}
            line = seen.setdefault((size, floor(y / field)), {})
        x, wide = (left + right) / 2, min(_SAME * (right - left), size)
        spot, margin = x / field, wide / field
        column = floor(spot)
        own = text, column
        if len(rows) == 1 and margin <= spot - column < 1 - margin:  # most of the time
            near = line.get(own, ())
        else:
            fields = [seen.get((size, row), {}) for row in rows]
            spots = [(text, at) for at in {floor(spot - margin), floor(spot + margin)}]
            near = [place for one in fields for at in spots for place in one.get(at, ())]
        for other, beside in near:
            if abs(other - x) <= wide and abs(beside - y) <= high:
                break
        else:
            line.setdefault(own, []).append((x, y))
            kept.append(character)
    return tuple(kept)


def lines_of(characters: Iterable[Character]) -> list[Line]:
    """The lines of text that characters make, from top to bottom."""
    return [Line.of([_word(run) for run in runs_of(row)]) for row in rows_of(characters)]


def joints(word: Word) -> list[int]:
    """Where a word may be two: before characters that stand apart from those before them.

    That is where a wide and a narrow character, drawn one by one, leave more room than touching
    ones do, and no more than texts of two widths do in one line.
    """
    return [
        place
        for place, (before, after) in enumerate(pairwise(word.characters), 1)
        if before.piece != after.piece
        and _is_wide(before) != _is_wide(after)
        and after.left - before.right > _JOINT * min(before.size, after.size)
    ]


def parts_of(word: Word, places: Sequence[int]) -> list[Word]:
    """A word cut before some of its characters."""
    if not places:
        return [word]
    ends = [0, *places, len(word.characters)]
    return [_word(word.characters[start:end]) for start, end in pairwise(ends)]


def text_of(characters: Iterable[Character]) -> str:
    """The text of a cell, line by line."""
    return "\n".join(line.text for line in lines_of(characters))


def rows_of(characters: Iterable[Character]) -> Iterator[list[Character]]:
    """The characters that stand at one height, from left to right."""
    ordered = sorted(characters, key=_middle)
    if not ordered:
        return
    apart = (_middle(ordered[-1]) - _middle(ordered[0])) / 2
    if apart <= _LEVEL * min(map(_size, ordered)):  # most cells hold one line
        yield sorted(ordered, key=_left)
        return
    row: list[Character] = []
    mean = 0.0
    for character in ordered:
        middle = (character[2] + character[4]) / 2
        if row and middle - mean > _LEVEL * min(character.size, row[-1].size):
            yield sorted(row, key=_left)
            row = []
        row.append(character)
        mean += (middle - mean) / len(row)
    yield sorted(row, key=_left)


def runs_of(row: Sequence[Character]) -> Iterator[list[Character]]:
    """The characters of each word of a row."""
    before = row[0]
    word = [before]
    for after in row[1:]:
        apart = after.left - before.right
        if apart > _TOUCHING and apart > _gap(before, after):
            yield word
            word = []
        word.append(after)
        before = after
    yield word


def _word(characters: Sequence[Character]) -> Word:
    if len(characters) == 1:
        (only,) = characters
        text = _marked(only.text, [only.mark]) if only.mark else only.text
        return Word((only,), text, only[1:5])
    texts, lefts, tops, rights, bottoms, sizes, _, marks = zip(*characters, strict=True)
    box = min(lefts), min(tops), max(rights), max(bottoms)
    if sum(map(str.isdigit, texts)) > 1:
        if len({*tops}) > 1 or len({*bottoms}) > 1 or len({*sizes}) > 1:
            marks = _levels(characters, marks)
        for place, (before, after) in enumerate(pairwise(characters), 1):
            if _hides(before, after):
                texts = (*texts[:place], _REPLACEMENT + after.text, *texts[place + 1 :])
    text = _marked(texts, marks) if any(marks) else "".join(texts)
    return Word(tuple(characters), text, box)


def _levels(characters: Sequence[Character], marks: Sequence[str]) -> tuple[str, ...]:
    """The marks, with those of digits that are smaller than those beside them, or stand higher."""
    digits = [n for n, character in enumerate(characters) if character.text.isdigit()]
    first = characters[max(digits, key=lambda n: characters[n].size)]
    line = first.bottom - _FOOT * (first.bottom - first.top)
    found = list(marks)
    for number in digits:
        own = characters[number]
        rise = line - (own.bottom - _FOOT * (own.bottom - own.top))
        if abs(rise) > _SHIFT * first.size:
            found[number] = found[number] or (RAISED if rise > 0 else LOWERED)
        elif own.size < _SMALL * first.size:
            found[number] = found[number] or UNSURE
    return tuple(found)


def _marked(texts: Sequence[str], marks: Sequence[str]) -> str:
    """A text with its marks, each before what it is said of; those of labels are left out."""
    text = ""
    for mark, run in groupby(zip(texts, marks, strict=True), key=itemgetter(1)):
        own = "".join(piece for piece, _ in run)
        if mark == UNSURE:
            text += unsure(own)
        elif mark and any(letter.isdigit() for letter in own):
            text += f"{STRUCK}{own}{STRUCK}" if mark == STRUCK else mark + own
        else:
            text += own
    return text


def _middle(character: Character) -> float:
    return character[2] + character[4]


def _is_wide(character: Character) -> bool:
    """Whether it is as wide as a Chinese one; a Latin one is none, however bold."""
    return (
        character.right - character.left > 0.75 * character.size and not character.text.isascii()
    )


def _gap(before: Character, after: Character) -> float:
    """The widest gap between two characters of one word."""
    size = min(before.size, after.size)
    wide = _is_wide(before) + _is_wide(after)
    if wide == 2:  # they touch, unless they are spaced, or belong to two cells
        return size * (0.3 if before.piece == after.piece else 0.1)
    return size * (0.17, 0.4)[wide]


def _is_space(before: Word, after: Word) -> bool:
    """Whether the gap between two words is wider than letters are sometimes spaced."""
    last, first = before.characters[-1], after.characters[0]
    spaced = _is_wide(last) and _is_wide(first)
    return not spaced or first.left - last.right > _SPACED * min(last.size, first.size)


def _hides(before: Character, after: Character) -> bool:
    """Whether two digits stand on one another, so that neither can be trusted."""
    width = min(before.right - before.left, after.right - after.left)
    digits = before.text.isdigit() and after.text.isdigit()
    return digits and after.centre - before.centre < _OVER * width
