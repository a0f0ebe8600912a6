"""A report for the year before, made up for the slip of copying from it."""

from __future__ import annotations

from typing import Any, Final

from ..cells import COUNT_MAXIMUM
from .cases import PlacedCase
from .numbers import COUNTS, amount_of
from .page import Page

__all__ = ["year_before"]

_BUSY: Final = 12
"""Cases of the year before, at most, beside the requests that it handed over."""
_FREQUENT: Final = 170
"""Where the table of numbers leaves what an organ could count in a year."""


def year_before(page: Page) -> list[Any]:
    """The numbers of a consistent report for the year before.

    It carries out what this year carries in, and in some cell where a slip may be made it has
    another number, if cases that hand nothing over can bring that about.
    """
    places = page.places
    values: list[Any] = [0] * len(places.form)
    room = COUNT_MAXIMUM

    def count(case: PlacedCase, times: int) -> None:
        nonlocal room
        times = min(times, room)
        room -= times
        for cell, number in case:
            values[cell] += times * number

    def written() -> list[Any]:
        made = values.copy()
        for cell in places.amounts:
            made[cell] = amount_of(made[cell])
        return made

    for carried_in, case in places.handed_over:
        count(case, page.values[carried_in] or 0)
    for _ in range(page.choose(_BUSY)):
        count(page.pick(places.settled), COUNTS[page.choose(_FREQUENT)])
    free = page.free(range(len(values)))
    helpful = [case for case in places.settled if not page.taken.issuperset(dict(case))]
    for case in page.around(helpful):
        made = written()
        if any(made[cell] != page.values[cell] for cell in free):
            return made
        count(case, 1)
    return written()
