"""What can be compared across all editions: cell by cell, with the rule for each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import attrs

from ..cells import CellValue
from ..forms.catalogue import FORMS, Cell, form_of
from ..mappings import FrozenMapping
from ..report import Report
from ..text import Bilingual
from .converting import convert, loss, step_between

__all__ = ["Comparable", "comparable_cells", "compared"]

_COMMON = "2021-undivided"
"""The form on which everything that compares has a cell."""


@attrs.frozen
class Comparable:
    """A cell that means the same in every edition."""

    cell: Cell
    """The cell, on the form on which all that compares has a place."""
    summed: Mapping[str, tuple[str, ...]] = attrs.field(hash=False)
    """By the id of a form, the cells whose sum it is there; forms that print it are not named."""

    @property
    def address(self) -> str:
        """Its address, by which the views of all editions name it."""
        return self.cell.address

    @property
    def rule(self) -> Bilingual:
        """How it is had in each edition."""
        if not self.summed:
            return Bilingual("各版表样都有这一格", "every edition has this cell")
        forms = [FORMS[id] for id in self.summed]
        zh = "、".join(form.title.zh for form in forms)
        en = ", ".join(form.title.en for form in forms)
        rows = len(next(iter(self.summed.values())))
        return Bilingual(
            f"{zh}中分为 {rows} 行，取其和；有空白则为空白",
            f"the sum of {rows} rows in {en}; blank if one of them is",
        )


@cache
def comparable_cells() -> tuple[Comparable, ...]:
    """Every cell that can be compared across all editions, in the order of the form.

    Table four is there whole, and table three with （六）其他处理 as one row; of table two, the
    numbers of decisions.

    >>> len(comparable_cells()), sum(bool(one.summed) for one in comparable_cells())
    (179, 7)
    """
    common = FORMS[_COMMON]
    found: list[Comparable] = []
    for cell in common:
        sums: dict[str, tuple[str, ...]] = {}
        for form in FORMS.values():
            if cell.address in form:
                if form is not common and cell.address in loss(form, common):
                    break
                continue
            parts = step_between(form, common).summed.get(cell.address)
            if parts is None:
                break
            sums[form.id] = parts
        else:
            found.append(Comparable(cell, FrozenMapping(sums)))
    return tuple(found)


def compared(report: Report) -> Mapping[str, CellValue]:
    """The numbers of a report that can be compared with those of any other edition, by address.

    >>> from gxstats import examples, read
    >>> numbers = compared(read(examples.path("yindu-2019")).report)
    >>> numbers["/requests/received/total"], numbers["/requests/outcomes/other/total"]
    (50, 3)
    """
    made = report if form_of(report).id == _COMMON else convert(report, _COMMON).report
    return FrozenMapping({one.address: made[one.address] for one in comparable_cells()})
