"""Texts in the space that there is: broken into lines, cut, and numbers with their unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from ..forms.units import REQUESTS
from ..text import Bilingual, Language

__all__ = ["columns_of", "counted", "one_line", "short", "wrapped"]

_NOT_FIRST: Final = "，。、；：！？）》」』”’〕】％,.;:!?)]}%"
"""What does not stand at the beginning of a line."""
_REMARK: Final = re.compile(r"\s*[（(][^（）()]*[）)]$")


def columns_of(text: str) -> int:
    """How wide a text is, in halves of a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in text)


def one_line(text: str) -> str:
    """A text that comes from a report as it can stand in a picture: without line breaks."""
    return " ".join(text.split())


def short(label: Bilingual) -> Bilingual:
    """A label without the remark in brackets at its end.

    >>> short(Bilingual("（二）部分公开（只计这一情形）", "(2) Granted in part (only)")).zh
    '（二）部分公开'
    """
    return Bilingual(*(_REMARK.sub("", text) or text for text in (label.zh, label.en)))


def counted(number: int, language: Language) -> str:
    """A number of requests with its unit."""
    unit = REQUESTS[language]
    if language == "en" and number == 1:
        unit = unit.removesuffix("s")
    return f"{number:,} {unit}"


def wrapped(text: str, columns: int, lines: int | None = None) -> str:
    r"""A text in lines of so many halves of a Chinese character, and at most so many lines.

    >>> wrapped("（一）予以公开", 8)
    '（一）予\n以公开'
    """
    made: list[str] = []
    line = ""
    for piece in _pieces(text):
        fits = columns_of(line + piece.rstrip()) <= columns
        if line.strip() and not fits and piece[0] not in _NOT_FIRST:
            made.append(line.strip())
            line = ""
        line += piece
    made.append(line.strip())
    if lines is not None and len(made) > lines:
        made = [*made[: lines - 1], f"{made[lines - 1].rstrip()}…"]
    return "\n".join(made)


def _pieces(text: str) -> Iterator[str]:
    """What is not broken: a word with the space after it, or a Chinese character."""
    yield from re.findall(r"\s+|[^\s⺀-\U0003FFFF]+\s*|.", text)
