"""The slips: how each of them is made on the numbers of a report.

A slip is never tried and thrown away. Each kind looks for the cells where it is possible, takes
one of them, and says which cells must stay as they are for it to be what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, TypeAlias

import attrs

from ..cells import COUNT_MAXIMUM, CellValue
from ..diagnosis import Evidence
from .page import Page
from .places import Line
from .year_before import year_before

__all__ = ["Slip", "WrongCell", "make_slip"]


@attrs.frozen
class WrongCell:
    """A cell that a slip left wrong."""

    cell: str
    """Its address."""
    right: CellValue
    """The number that belongs there."""
    wrong: CellValue
    """What was filled in instead."""


@attrs.frozen
class Slip:
    """One slip, and the cells that it left wrong."""

    kind: Evidence
    cells: tuple[WrongCell, ...]
    """In the order of the form."""


_Made: TypeAlias = tuple[dict[int, Any], Iterable[int]]
"""The wrong numbers by cell, and the cells that must stay as they are."""


def make_slip(kind: Evidence, page: Page) -> dict[int, Any] | None:
    """The wrong numbers by cell, or None where such a slip is not possible."""
    made = _MAKERS[kind](page)
    if made is None:
        return None
    wrong, kept = made
    page.taken.update(wrong, kept)
    return wrong


# --- digits ---------------------------------------------------------------------------------------


def _without_a_digit(digits: str) -> list[str]:
    """The digits with one of them left out, but for what begins with a 0.

    >>> _without_a_digit("120")
    ['20', '10', '12']
    """
    shorter = (digits[:place] + digits[place + 1 :] for place in range(len(digits)))
    return [text for text in shorter if text[0] != "0"]


def _with_another_digit(digits: str) -> list[str]:
    return [
        digits[:place] + digit + digits[place:]
        for place in range(len(digits) + 1)
        for digit in "0123456789"
        if place or digit != "0"
    ]


def _with_a_changed_digit(digits: str) -> list[str]:
    return [
        digits[:place] + digit + digits[place + 1 :]
        for place in range(len(digits))
        for digit in "0123456789"
        if digit != digits[place] and (place or digit != "0")
    ]


def _with_two_digits_transposed(digits: str) -> list[str]:
    """The digits with two neighbours exchanged, but for what begins with a 0.

    >>> _with_two_digits_transposed("1022")
    ['1202']
    """
    return [
        digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        for place in range(len(digits) - 1)
        if digits[place] != digits[place + 1] and (place or digits[1] != "0")
    ]


def _of_digits(
    least: int, rewritten: Callable[[str], list[str]], most: int = COUNT_MAXIMUM
) -> Callable[[Page], _Made | None]:
    """A slip that makes other digits of those of a number, if its size is between two bounds."""

    def make(page: Page) -> _Made | None:
        values = page.values
        large = [
            cell for cell in page.free(page.places.whole) if least <= abs(values[cell]) <= most
        ]
        for cell in page.around(large):
            right = values[cell]
            texts = rewritten(str(abs(right)))
            if texts:
                wrong = int(page.pick(texts))
                return {cell: -wrong if right < 0 else wrong}, ()
        return None

    return make


# --- totals ---------------------------------------------------------------------------------------


def _total_zero(page: Page) -> _Made | None:
    totals = page.filled(page.places.totals)
    return ({page.pick(totals): 0}, ()) if totals else None


def _total_stale(page: Page) -> _Made | None:
    """A part got its number last; before it had another, and the total is still of that."""
    values = page.values
    for total in page.around(page.filled(page.places.totals)):
        parts = page.filled(page.places.totals[total])
        if not parts:
            continue
        part = page.pick(parts)
        right, now = values[total], values[part]
        others = right - now
        least = max(0, 1 - others)  # left at 0 would be another slip
        most = min(2 * now + _CORRECTION, COUNT_MAXIMUM - others)
        before = least + page.choose(most - least)
        before += before >= now
        return {total: others + before}, (part,)
    return None


_CORRECTION: Final = 10
"""How much a part may have come down before its total was looked at, beside its own size."""


def _exchanged(page: Page, one: int, other: int) -> _Made:
    return {one: page.values[other], other: page.values[one]}, ()


def _total_swapped(page: Page) -> _Made | None:
    values = page.values
    for total in page.around(page.filled(page.places.totals)):
        parts = page.free(page.places.totals[total])
        others = [part for part in parts if values[part] != values[total]]
        if others:
            return _exchanged(page, total, page.pick(others))
    return None


# --- numbers in the wrong place -------------------------------------------------------------------


def _swapped(page: Page) -> _Made | None:
    """Two cells of one line, since these are looked at together; not a total and its part."""
    values, in_line = page.values, page.places.in_line
    for cell in page.around(page.filled(in_line)):
        others = [other for other in page.free(in_line[cell]) if values[other] != values[cell]]
        if others:
            return _exchanged(page, cell, page.pick(others))
    return None


def _neighbour(page: Page, beside: Mapping[int, Line]) -> _Made | None:
    """A number repeated in the next cell, or written there and not where it belongs."""
    values = page.values
    for cell in page.around(page.filled(beside)):
        nearby = [near for near in page.free(beside[cell]) if values[near] != values[cell]]
        if nearby:
            near = page.pick(nearby)
            if page.choose(2):
                return {near: values[cell], cell: 0}, ()
            return {near: values[cell]}, (cell,)
    return None


_LEAST_SHIFTED: Final = 3
"""Cells that must be wrong before a line is called shifted rather than two numbers."""


def _shifted(page: Page, lines: Sequence[Line]) -> _Made | None:
    """All numbers of a line one place further on or back; the last falls off, a 0 comes in."""
    values, taken = page.values, page.taken
    for line in page.around(lines):
        right = [values[cell] for cell in line]
        if not any(right) or not taken.isdisjoint(line):
            continue
        for shifted in page.around(([0, *right[:-1]], [*right[1:], 0])):
            wrong = {
                cell: number
                for cell, number, true in zip(line, shifted, right, strict=True)
                if number != true
            }
            if len(wrong) >= _LEAST_SHIFTED:
                return wrong, line
    return None


# --- another year, another unit, another sign, nothing --------------------------------------------


def _last_year(page: Page) -> _Made | None:
    values = page.values
    if page.last_year is None:
        page.last_year = year_before(page)
    before = page.last_year
    cells = [
        cell
        for cell in page.free(range(len(values)))
        if before[cell] is not None and before[cell] != values[cell]
    ]
    if not cells:
        return None
    cell = page.pick(cells)
    return {cell: before[cell]}, ()


def _unit(page: Page) -> _Made | None:
    amounts = [cell for cell in page.filled(page.places.amounts) if _yuan(page.values[cell])]
    if not amounts:
        return None
    cell = page.pick(amounts)
    return {cell: _yuan(page.values[cell])}, ()


def _yuan(amount: Decimal) -> Decimal | None:
    """An amount of 万元 in 元, if it can stand in a cell.

    >>> _yuan(Decimal("1.2345")), _yuan(Decimal("999999999.9"))
    (Decimal('12345'), None)
    """
    if amount.adjusted() + 4 > 11:
        return None
    yuan = 10_000 * amount
    whole = yuan.to_integral_value()
    return whole if whole == yuan else yuan


def _sign(page: Page) -> _Made | None:
    changes = page.filled(page.places.changes)
    if not changes:
        return None
    cell = page.pick(changes)
    return {cell: -page.values[cell]}, ()


def _blank(page: Page) -> _Made | None:
    cells = page.free(range(len(page.values)))
    return ({page.pick(cells): None}, ()) if cells else None


_MAKERS: Final[Mapping[Evidence, Callable[[Page], _Made | None]]] = {
    Evidence.TRANSPOSED: _of_digits(10, _with_two_digits_transposed),
    Evidence.DIGIT_DROPPED: _of_digits(10, _without_a_digit),
    Evidence.DIGIT_ADDED: _of_digits(1, _with_another_digit, most=COUNT_MAXIMUM // 10),
    Evidence.DIGIT_CHANGED: _of_digits(10, _with_a_changed_digit),
    Evidence.TOTAL_ZERO: _total_zero,
    Evidence.TOTAL_STALE: _total_stale,
    Evidence.SWAPPED: _swapped,
    Evidence.TOTAL_SWAPPED: _total_swapped,
    Evidence.NEIGHBOUR_COLUMN: lambda page: _neighbour(page, page.places.beside_in_row),
    Evidence.NEIGHBOUR_ROW: lambda page: _neighbour(page, page.places.beside_in_column),
    Evidence.ROW_SHIFTED: lambda page: _shifted(page, page.places.shiftable_rows),
    Evidence.COLUMN_SHIFTED: lambda page: _shifted(page, page.places.shiftable_columns),
    Evidence.LAST_YEAR: _last_year,
    Evidence.UNIT: _unit,
    Evidence.SIGN: _sign,
    Evidence.BLANK: _blank,
}
