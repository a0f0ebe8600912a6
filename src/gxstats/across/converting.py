"""From one edition of the form to another, step by step, with what is lost declared.

A cell that both forms have is kept. The three rows of （六）其他处理 of the 2021 form are summed where
the other form prints one row; nothing else is computed, nothing is spread, and what has no counterpart
is blank in the result. In particular 对外公开总数量 of 2019 is not 现行有效件数 of 2021.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import Final

import attrs

from ..cells import COUNT_MAXIMUM, CellValue
from ..forms.catalogue import FORMS, Form, form_of
from ..forms.catalogue import form as form_by_id
from ..report import Remark, Report

__all__ = ["Conversion", "Step", "convert", "counterparts", "loss", "step_between"]

ORDER: Final = ("2019", "2021-undivided", "2021")
"""The forms, each next to those it is most like: the way that a conversion goes, step by step."""


@attrs.frozen
class Step:
    """From one form to the next: what becomes of every cell."""

    source: Form
    target: Form
    kept: tuple[str, ...]
    """The cells that both forms have."""
    summed: Mapping[str, tuple[str, ...]] = attrs.field(hash=False)
    """Cells of the target that are the sum of cells of the source."""

    @property
    def loss(self) -> tuple[str, ...]:
        """The cells of the source that cannot be had back from the result."""
        kept = frozenset(self.kept)
        return tuple(cell.address for cell in self.source if cell.address not in kept)

    @property
    def without_counterpart(self) -> tuple[str, ...]:
        """The cells of the target that are blank in the result."""
        known = {*self.kept, *self.summed}
        return tuple(cell.address for cell in self.target if cell.address not in known)


@attrs.frozen(kw_only=True)
class Conversion:
    """A report on another form, and what did not come along."""

    report: Report
    """The report on the form that was asked for."""
    original: Report
    lost: Mapping[str, CellValue] = attrs.field(hash=False)
    """The numbers of the original that are not in the result as they were, by address: cells without
    counterpart, and cells that were summed."""
    lost_remarks: tuple[Remark, ...]
    """The remarks of the original on cells that the result does not have."""


def convert(report: Report, form: Form | str) -> Conversion:
    """The report on another form, given by itself or by its id.

    To the 2021 form leads ``"2021-undivided"``, which keeps the whole of table three; on
    ``"2021"`` the single row of （六）其他处理 is lost. A sum that no cell can hold, as it has more
    than twelve digits, is blank in the result. Raises
    :class:`~gxstats.UnknownName` for an unknown form.

    >>> from gxstats import Organ, Report2021
    >>> report = Report2021.blank(year=2023, organ=Organ(name="某局")).replace({
    ...     f"/requests/outcomes/other/{row}/total": number
    ...     for row, number in (("not_supplemented", 2), ("fee_unpaid", 0), ("miscellaneous", 3))})
    >>> older = convert(report, "2019")
    >>> older.report["/requests/outcomes/other/total"], len(older.lost)
    (5, 3)
    """
    target = form_by_id(form)
    source = form_of(report)
    made = report
    for one, next_ in pairwise(_way(source.id, target.id)):
        made = _taken(made, step_between(FORMS[one], FORMS[next_]))
    kept = target.index
    lost = {
        address: report[address] for address in loss(source, target) if report[address] is not None
    }
    return Conversion(
        report=made,
        original=report,
        lost=lost,
        lost_remarks=tuple(one for one in report.remarks if one.cell not in kept),
    )


def loss(source: Form | str, target: Form | str) -> tuple[str, ...]:
    """The cells of a form whose numbers a conversion to another one does not keep, declared.

    Converted there and back, a report is the same in all other cells.

    >>> [address for address in loss("2021", "2021-undivided") if address.endswith("/total")]
    ['/requests/outcomes/other/not_supplemented/total', '/requests/outcomes/other/fee_unpaid/total', '/requests/outcomes/other/miscellaneous/total']
    """
    first, last = form_by_id(source), form_by_id(target)
    survived = set(first.index)
    for one, next_ in pairwise(_way(first.id, last.id)):
        survived &= set(step_between(FORMS[one], FORMS[next_]).kept)
    return tuple(cell.address for cell in first if cell.address not in survived)


@cache
def counterparts(source: Form, target: Form) -> Mapping[str, tuple[str, ...]]:
    """For each cell of a form that a conversion from another one fills in, where it comes from.

    One cell is kept as it is, several are summed; a cell that is not here is blank in the result.

    >>> from gxstats import form
    >>> known = counterparts(form("2021"), form("2019"))
    >>> known["/requests/received/total"], len(known["/requests/outcomes/other/total"])
    (('/requests/received/total',), 3)
    """
    known: dict[str, tuple[str, ...]] = {cell.address: (cell.address,) for cell in source}
    for one, next_ in pairwise(_way(source.id, target.id)):
        step = step_between(FORMS[one], FORMS[next_])
        sources: dict[str, tuple[str, ...]] = {}
        for address, parts in {**{kept: (kept,) for kept in step.kept}, **step.summed}.items():
            if all(part in known for part in parts):
                sources[address] = tuple(cell for part in parts for cell in known[part])
        known = sources
    return MappingProxyType(known)


def _way(source: str, target: str) -> tuple[str, ...]:
    """The forms that a conversion goes through."""
    first, last = ORDER.index(source), ORDER.index(target)
    return ORDER[first : last + 1] if first <= last else ORDER[last : first + 1][::-1]


@cache
def step_between(source: Form, target: Form) -> Step:
    """What becomes of every cell between two forms."""
    summed: dict[str, tuple[str, ...]] = {}
    for cell in target:
        if cell.address in source:
            continue
        block, _, column = cell.address.rpartition("/")
        parts = tuple(
            other.address
            for other in source
            if other.address.startswith(f"{block}/")
            and other.address.rpartition("/")[2] == column
            and other.kind is cell.kind
        )
        if len(parts) > 1:  # the block of rows that the target prints as one row
            summed[cell.address] = parts
    return Step(
        source,
        target,
        tuple(cell.address for cell in source if cell.address in target),
        summed,
    )


def _taken(report: Report, step: Step) -> Report:
    """The report on the next form."""
    values: dict[str, CellValue] = {address: report[address] for address in step.kept}
    for address, parts in step.summed.items():
        numbers = [report[part] for part in parts]
        known = [number for number in numbers if number is not None]
        total = sum(known)
        # of a sum with a blank nothing is known, and no cell holds more than its maximum
        if len(known) == len(numbers) and total <= COUNT_MAXIMUM:
            values[address] = total
    return step.target.report(
        values,
        year=report.year,
        organ=report.organ,
        narrative=report.narrative,
        remarks=tuple(one for one in report.remarks if one.cell in step.target),
    )
