"""Which rows of a sheet make a table, and which are lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..grid import Shape
from ..numbers import looks_like_figure
from .rows import Row

__all__ = ["blocks_of", "kinds_of"]

_LONGEST_LABEL: Final = 60
"""Characters of a text that may stand in a table with nothing beside it; a longer one is prose."""


def blocks_of(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that follow each other without a blank row between.

    A ruled row without any text is a row of blank cells if a row of a table is right above.
    """
    block: list[Row] = []
    for row in rows:
        follows = bool(block) and row.seen == block[-1].seen + 1
        if not row.texts:
            if follows and block[-1].is_several and row.ruled_blanks() > 1:
                block.append(row)
            continue
        if block and not follows and not any(cell.text for cell in row.above):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def kinds_of(block: Sequence[Row]) -> list[Shape]:
    """For each row of a block, whether it belongs to a table or is a line of text.

    A text with nothing beside it may be a title, or the label of a row whose cells are blank.
    Borders tell, where tables have them; else a row of a table is one that stands between
    others and does not reach over all their width.
    """
    several = [number for number, row in enumerate(block) if row.is_several]
    is_ruled = any(block[number].ruled for number in several)
    texts = [text for number in several for text in block[number].all_texts()]
    start = min((text.start for text in texts), default=0)
    end = max((text.end for text in texts), default=0)

    def is_in_table(number: int, row: Row) -> bool:
        if row.is_several or not row.texts:
            return True
        text = row.texts[0]
        if looks_like_figure(text.text):
            return bool(several)
        if len(text.text) > _LONGEST_LABEL or "。" in text.text:
            return False
        if row.ruled_blanks():
            return True
        if not several or is_ruled or (text.start <= start and text.end >= end):
            return False
        between = several[0] < number < several[-1]
        return between or (number > several[-1] and text.end - text.start > 1)

    return [
        Shape.TABLE if is_in_table(number, row) else Shape.LINES
        for number, row in enumerate(block)
    ]
