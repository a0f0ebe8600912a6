"""Making room for slips: adding to a report what they need, so that it still adds up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import Any, Final

from ..cells import Kind
from ..diagnosis import Evidence
from .corruption import MadeSlips
from .numbers import ZERO, amount_of
from .page import Choose, Page
from .places import Places
from .slips import make_slip

__all__ = ["is_possible", "slipped"]

_PLANTINGS: Final = 8
"""How often something is added to a report before slips for which there is no room are left out."""
_ENDINGS: Final = tuple(
    number for number in range(10, 100) if number % 10 and number % 10 != number // 10
)
"""Last two digits of a number with which every slip of digits is possible."""
_OF_DIGITS: Final = frozenset(
    {
        Evidence.TRANSPOSED,
        Evidence.DIGIT_DROPPED,
        Evidence.DIGIT_ADDED,
        Evidence.DIGIT_CHANGED,
    }
)
_TRIES: Final = 40
"""Cases that are tried before another kind of slip takes the place of one."""
_FEW: Final = 20
_AMOUNTS: Final = 50_000


def slipped(
    kinds: Sequence[Evidence], allowed: Sequence[Evidence], page: Page
) -> tuple[Page, MadeSlips]:
    """Slips of these kinds side by side, on a report to which is added what they need.

    The first is always made. Where the form has no room for a further one beside those before,
    another that is allowed takes its place, and it is left out if there is none.
    """
    plantings = _PLANTINGS
    made: MadeSlips = []
    while len(made) < len(kinds):
        kind = kinds[len(made)]
        wrong = make_slip(kind, page)
        if wrong is None:
            values = _planted(kind, page, _TRIES if made else None) if plantings else None
            if values is None and not made:
                values = _planted(kind, _zeros(page.places, page.choose))
            if values is not None:
                plantings = max(0, plantings - 1)
                page, made = Page(page.places, values, page.choose), []
                continue
            another = _another(allowed, page)
            if another is None:
                break
            kind, wrong = another
        made.append((kind, wrong))
    return page, made


def _another(allowed: Sequence[Evidence], page: Page) -> tuple[Evidence, dict[int, Any]] | None:
    """A slip of any kind that is allowed and for which there is room."""
    for kind in page.around(allowed):
        wrong = make_slip(kind, page)
        if wrong is not None:
            return kind, wrong
    return None


def _planted(kind: Evidence, page: Page, tries: int | None = None) -> list[Any] | None:
    """The numbers with a case added that makes the slip possible; they still add up."""
    holding = {Evidence.UNIT: Kind.AMOUNT, Evidence.SIGN: Kind.CHANGE}.get(kind)
    places, choose = page.places, page.choose
    for case in islice(page.around(places.cases_with[holding]), tries):
        values = page.values.copy()
        times = 1 + choose(_FEW)
        if kind in _OF_DIGITS:
            seen = next(cell for cell, _ in case if cell not in places.outside)
            times = (page.pick(_ENDINGS) - values[seen]) % 100 or 100
        for cell, number in case:
            if cell in places.amounts:
                values[cell] = amount_of(1 + choose(_AMOUNTS))
            else:
                values[cell] += times * number
        tried = Page(places, values, choose)
        tried.taken |= page.taken
        if make_slip(kind, tried) is not None:
            return values
    return None


def _zeros(places: Places, choose: Choose) -> Page:
    return Page(places, [ZERO[cell.kind] for cell in places.form], choose)


@cache
def is_possible(kind: Evidence, places: Places) -> bool:
    """Whether there is a report on which such a slip can be made."""
    page = _zeros(places, lambda _: 0)
    return _planted(kind, page) is not None or make_slip(kind, page) is not None
