"""Page numbers and running heads: what stands at the margins of pages and is no part of the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from .page import Page
from .words import Line, is_figure

__all__ = ["without_margins"]

_MARGIN: Final = 0.12
"""Part of the page's height, at the top and at the bottom, in which they stand."""
_MOST: Final = 3
"""Lines at one margin."""
_APART: Final = 3.0
"""Points by which a running head may move from page to page."""
_NEXT: Final = 2.2
"""Times the size: the farthest line below another one of the same text."""
_FLUSH: Final = 0.5
"""Points by which lines of one text may differ in where they begin."""
_MARKS: Final = frozenset("-—–－/／|·")
_NUMBER: Final = re.compile(
    r"[-—–―~·.|/\\<\[(]*\s*(?:第|[Pp]age|[Pp]\.?)?\s*(?:\d{1,4}|[IVXivx]{1,6}|[一二三四五六七八九十]{1,3})\s*"
    r"(?:页|頁)?\s*(?:[,，/|·of共()]+\s*(?:共|of)?\s*\d{1,4}\s*(?:页|頁)?)?\s*[-—–―~·.|/\\>\])]*"
)


def without_margins(pages: Sequence[Page], lines: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines of each page that stand outside of tables, without page numbers and heads."""
    edges = [_at_margins(page, own) for page, own in zip(pages, lines, strict=True)]
    printed_on: dict[tuple[str, int], set[int]] = {}
    for number, own in enumerate(edges):
        for line in own:
            printed_on.setdefault((_pattern(line), int(line.middle // _APART)), set()).add(number)
    often = max(2, (len(pages) + 2) // 3)
    kept: list[list[Line]] = []
    for own, at_margin in zip(lines, edges, strict=True):
        drop = {
            id(line)
            for line in at_margin
            if (_is_number(line) and not _is_of_text(line, own))
            or _is_repeated(line, printed_on, often)
        }
        kept.append([line for line in own if id(line) not in drop])
    return kept


def _at_margins(page: Page, lines: list[Line]) -> list[Line]:
    top, bottom = _MARGIN * page.height, (1 - _MARGIN) * page.height
    above = [line for line in lines if line.box[3] < top]
    below = [line for line in lines if line.box[1] > bottom]
    return above[:_MOST] + below[-_MOST:]


def _folded(line: Line) -> str:
    return unicodedata.normalize("NFKC", line.text.replace(" ", ""))


def _is_number(line: Line) -> bool:
    """Whether a line holds nothing but the number of its page."""
    text = _folded(line)
    alone = len(line.words) < 3 or not all(is_figure(word.text) for word in line.words)
    marks = [word.text for word in line.words if not word.text.isdigit()]
    marked = len(line.words) - len(marks) < 3 and marks and set(marks) <= _MARKS
    return (alone or bool(marked)) and _NUMBER.fullmatch(text) is not None


def _is_of_text(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line stands flush with the one right above or below it."""
    return any(
        other is not line
        and abs(other.box[0] - line.box[0]) <= _FLUSH
        and abs(other.middle - line.middle) <= _NEXT * max(line.size, other.size)
        for other in lines
    )


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "0", _folded(line))


def _is_repeated(line: Line, printed_on: Mapping[tuple[str, int], set[int]], often: int) -> bool:
    """Whether several pages print the same at the same place, numbers aside."""
    own, place = _pattern(line), int(line.middle // _APART)
    if not re.search(r"[^\W\d_]", own):
        return False
    pages = set[int]().union(*(printed_on.get((own, place + d), ()) for d in (-1, 0, 1)))
    return len(pages) >= often
