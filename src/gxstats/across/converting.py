"""From one edition of the form to another, step by step, with what is lost declared.

A cell that both forms have is kept. Rows that a form divides in several are summed where the other form
prints one row (（六）其他处理 of 2021); nothing else is computed, nothing is spread, and what has no
counterpart is blank in the result. In particular 对外公开总数量 of 2019 is not 现行有效件数 of 2021. How a
form follows from its predecessor is declared by the form.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

import attrs

from ..cells import COUNT_MAXIMUM, CellValue
from ..forms.narrative import Remark
from ..forms.report import Form, Report, form_of
from ..forms.report import form as form_by_id
from ..mappings import FrozenMapping

__all__ = ["Conversion", "convert", "counterparts", "loss"]


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
    values: dict[str, CellValue] = {}
    for address, cells in counterparts(source, target).items():
        numbers = [report[cell] for cell in cells]
        known = [number for number in numbers if number is not None]
        # of a sum with a blank nothing is known, and no cell holds more than its maximum
        if len(cells) == 1:
            values[address] = numbers[0]
        elif len(known) == len(numbers) and sum(known) <= COUNT_MAXIMUM:
            values[address] = sum(known)
    places = {
        cells[0]: new for new, cells in counterparts(source, target).items() if not cells[1:]
    }
    return Conversion(
        report=target.report(
            values,
            year=report.year,
            organ=report.organ,
            narrative=report.narrative,
            remarks=tuple(
                attrs.evolve(one, cell=places[one.cell])
                for one in report.remarks
                if one.cell in places
            ),
        ),
        original=report,
        lost={cell: report[cell] for cell in loss(source, target) if report[cell] is not None},
        lost_remarks=tuple(one for one in report.remarks if one.cell not in places),
    )


def loss(source: Form | str, target: Form | str) -> tuple[str, ...]:
    """The cells of a form whose numbers a conversion to another one does not keep, declared.

    Converted there and back, a report is the same in all other cells.

    >>> [address for address in loss("2021", "2021-undivided") if address.endswith("/total")]
    ['/requests/outcomes/other/not_supplemented/total', '/requests/outcomes/other/fee_unpaid/total', '/requests/outcomes/other/miscellaneous/total']
    """
    first = form_by_id(source)
    known = counterparts(first, form_by_id(target)).values()
    kept = {cells[0] for cells in known if len(cells) == 1}
    return tuple(address for address in first.index if address not in kept)


@cache
def counterparts(source: Form, target: Form) -> Mapping[str, tuple[str, ...]]:
    """For each cell of a form that a conversion from another one fills in, where it comes from.

    One cell is kept as it is, several are summed; a cell that is not here is blank in the result.

    >>> from gxstats import form
    >>> known = counterparts(form("2021"), form("2019"))
    >>> known["/requests/received/total"], len(known["/requests/outcomes/other/total"])
    (('/requests/received/total',), 3)
    """
    known: dict[str, tuple[str, ...]] = {address: (address,) for address in source.index}
    for one, next_ in pairwise(_way(source, target)):
        known = {
            address: tuple(cell for part in parts for cell in known[part])
            for address, parts in _step(one, next_).items()
            if all(part in known for part in parts)
        }
    return FrozenMapping({address: known[address] for address in target.index if address in known})


def _way(source: Form, target: Form) -> tuple[Form, ...]:
    """The forms that a conversion goes through: back to one that both come from, then forward."""
    back, forth = source.lineage, target.lineage
    shared = next((form for form in back if form in forth), None)
    if shared is None:  # nothing is known of how they belong together
        return source, target
    return (*back[: back.index(shared)], *forth[forth.index(shared) :: -1])


def _step(source: Form, target: Form) -> dict[str, tuple[str, ...]]:
    """Where the cells of a form come from, in the form that it follows or that follows it."""
    later, earlier = (target, source) if target.predecessor is source else (source, target)
    if later.predecessor is not earlier:
        return {}
    made: dict[str, tuple[str, ...]] = {}
    for address in later.index:
        before = _before(later, address)
        if before in earlier.index and not _within(address, later.changed):
            made[address] = (before,)
    if later is target:
        return made
    backward: dict[str, tuple[str, ...]] = {
        before: (address,) for address, (before,) in made.items()
    }
    for row in later.divided:
        for address in earlier.index:
            column = address.removeprefix(row)
            if column != address:
                backward[address] = tuple(
                    cell
                    for cell in later.index
                    if cell.startswith(f"{row}/") and cell.endswith(column)
                )
    return backward


def _before(later: Form, address: str) -> str:
    """The address that a cell had on the form before."""
    for old, new in later.moved.items():
        if _within(address, (new,)):
            return old + address.removeprefix(new)
    return address


def _within(address: str, parts: tuple[str, ...]) -> bool:
    return any(address == part or address.startswith(f"{part}/") for part in parts)
