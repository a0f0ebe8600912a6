"""What a drawing puts into a cell: the number of the report, and the signs of its mark."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from ..cells import CellValue
from ..text import Bilingual, Language
from . import texts
from .marks import Mark, MarkKind, number_text

__all__ = ["Shown", "legend", "legend_label", "shown"]

_OPEN: Final = "…"
"""Stands for what a wrong number should be where the sums leave that open."""


@attrs.frozen
class Shown:
    """The text of a cell in three parts; only the second is the report's own.

    >>> from gxstats.writing.marks import Mark, MarkKind
    >>> mark = Mark(cell="/requests/received/total", kind=MarkKind.WRONG, old=34, new=43)
    >>> shown(34, mark).text
    '34→43'
    """

    before: str
    number: str
    """Empty where the cell is blank."""
    after: str

    @property
    def text(self) -> str:
        """All of it."""
        return f"{self.before}{self.number}{self.after}"


def shown(value: CellValue, mark: Mark | None, printed: str | None = None) -> Shown:
    """What a cell with this value and this mark shows; ``printed`` is how the source prints it."""
    number = printed or ("" if value is None else number_text(value))
    if mark is None:
        return Shown("", number, "")
    sign, blank = mark.kind.sign, "" if number else MarkKind.BLANK.sign
    if mark.kind is MarkKind.WRONG:
        return Shown(blank, number, sign + _new(mark))
    if mark.kind is MarkKind.DEDUCED:
        return Shown("", number, sign + _new(mark))
    if mark.kind in {MarkKind.BLANK, MarkKind.DOUBTFUL}:
        return Shown(sign, number, "")
    return Shown(sign + blank, number, "")


def _new(mark: Mark) -> str:
    return _OPEN if mark.new is None else number_text(mark.new)


def legend(kinds: Iterable[MarkKind], language: Language) -> str:
    """What the signs mean, of those kinds that occur.

    >>> legend([MarkKind.SUSPECT, MarkKind.BLANK], "zh")
    '? 可能有误　· 空白'
    """
    return texts.LEGEND_ITEMS[language].join(
        texts.LEGEND_ITEM[language].format(sign=kind.sign, label=legend_label(kind)[language])
        for kind in kinds
    )


def legend_label(kind: MarkKind) -> Bilingual:
    """What the sign of a kind means."""
    return texts.LEGEND_CHANGE if kind is MarkKind.WRONG else kind.label
