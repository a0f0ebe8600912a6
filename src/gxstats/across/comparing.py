"""What can be compared across editions: cell by cell, with the rule for each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import attrs

from ..cells import CellValue
from ..forms.catalogue import Cell
from ..forms.report import FORMS, Form, Report
from ..forms.report import form as form_by_id
from ..mappings import FrozenMapping
from ..text import Bilingual
from .converting import convert, counterparts

__all__ = ["Comparable", "comparable_cells", "compared"]


@attrs.frozen
class Comparable:
    """A cell that means the same in several editions."""

    cell: Cell
    """The cell, on the form on which all that compares has a place."""
    form: Form
    """That form."""
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


def comparable_cells(*forms: Form | str) -> tuple[Comparable, ...]:
    """Every cell that can be compared across forms, in their order; without forms, across all.

    Across the editions of 2019 and 2021, table four is there whole, and table three with （六）其他处理
    as one row; of table two, the numbers of decisions.

    >>> cells = comparable_cells("2019", "2021")
    >>> len(cells), sum(bool(one.summed) for one in cells)
    (179, 7)
    """
    return _comparable_cells(tuple(form_by_id(one) for one in forms) or tuple(FORMS.values()))


@cache
def _comparable_cells(forms: tuple[Form, ...]) -> tuple[Comparable, ...]:
    def shared(common: Form) -> list[str]:
        known = [counterparts(form, common) for form in forms]
        return [address for address in common.index if all(address in one for one in known)]

    common = max(FORMS.values(), key=lambda form: (len(shared(form)), form.order))
    return tuple(
        Comparable(
            common[address],
            common,
            FrozenMapping(
                {
                    form.id: cells
                    for form in forms
                    if len(cells := counterparts(form, common)[address]) > 1
                }
            ),
        )
        for address in shared(common)
    )


def compared(report: Report, *forms: Form | str) -> Mapping[str, CellValue]:
    """The numbers of a report that can be compared with those on other forms, by address.

    Without forms, with those on any other.

    >>> from gxstats import examples, read
    >>> numbers = compared(read(examples.path("yindu-2019")).report, "2019", "2021")
    >>> numbers["/requests/received/total"], numbers["/requests/outcomes/other/total"]
    (50, 3)
    """
    cells = comparable_cells(*forms)
    if not cells:
        return FrozenMapping({})
    made = convert(report, cells[0].form).report
    return FrozenMapping({one.address: made[one.address] for one in cells})
