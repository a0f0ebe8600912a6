"""Whether a linear system has a solution in numbers that are not negative: exact, with a reason.

A small simplex method over whole numbers (fractions where a system needs them), by Bland's rule,
so that it always ends. Where there is no solution it gives a combination of the equations that
shows it (Farkas).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from operator import gt, lt
from typing import TypeAlias

import attrs

__all__ = ["Infeasible", "Number", "Program"]

Number: TypeAlias = int | Fraction


@attrs.frozen
class Infeasible(Exception):
    """No solution: the equations, multiplied so and added up, contradict each other."""

    multipliers: Mapping[int, Number]
    """By place of the equation. Added up, every unknown has a factor of at most 0, and the
    right side is greater than 0."""


class Program:
    """Equations over unknowns that are at least 0.

    ``rows`` are the factors of the unknowns, none of them 0, ``sides`` the right sides. Raises
    :class:`Infeasible` if there is no solution.
    """

    def __init__(self, rows: Sequence[Mapping[int, int]], sides: Sequence[int]) -> None:
        # Row i is written with its artificial unknown ~i, which then records by what each original
        # equation went into the row.
        self._rows: list[dict[int, Number]] = []
        self._sides: list[Number] = []
        self._basis: list[int] = []
        for place, (row, side) in enumerate(zip(rows, sides, strict=True)):
            whole: dict[int, Number] = {**row, ~place: 1}
            self._rows.append(whole if abs(side) == side else {u: -n for u, n in whole.items()})
            self._sides.append(abs(side))
            self._basis.append(~place)
        self._make_feasible()

    def greatest(self, unknown: int) -> Number | None:
        """The largest value that an unknown can have; None if there is no bound."""
        return self._optimum(unknown, gt)

    def least(self, unknown: int) -> Number:
        """The smallest value that an unknown can have."""
        found = self._optimum(unknown, lt)
        assert found is not None, "no unknown is below 0"
        return found

    # --- the method ------------------------------------------------------------------------------

    def _make_feasible(self) -> None:
        cost: dict[int, Number] = {}
        total: Number = 0
        for row, side in zip(self._rows, self._sides, strict=True):
            total += side
            for unknown, factor in row.items():
                if unknown >= 0:
                    cost[unknown] = cost.get(unknown, 0) + factor
        while total:
            entering = min((u for u, gain in cost.items() if gain > 0), default=None)
            if entering is None:
                raise Infeasible(self._multipliers())
            leaving = self._leaving(entering)
            if leaving is None:  # pragma: no cover - the sum of artificial unknowns is bounded
                raise AssertionError
            gain = cost[entering]
            self._pivot(leaving, entering)
            for unknown, factor in self._rows[leaving].items():
                if unknown >= 0:
                    cost[unknown] -= gain * factor
            total -= gain * self._sides[leaving]

    def _multipliers(self) -> dict[int, Number]:
        """The rows still carried by artificial unknowns, in terms of the original equations."""
        found: dict[int, Number] = {}
        for place, row in enumerate(self._rows):
            if self._basis[place] == ~place:
                for unknown, factor in row.items():
                    if unknown < 0:
                        found[~unknown] = found.get(~unknown, 0) + factor
        return {place: factor for place, factor in found.items() if factor}

    def _leaving(self, entering: int) -> int | None:
        ratios = [
            (_divided(self._sides[place], row[entering]), self._basis[place], place)
            for place, row in enumerate(self._rows)
            if row.get(entering, 0) > 0
        ]
        return min(ratios)[2] if ratios else None

    def _pivot(self, leaving: int, entering: int) -> None:
        row = self._rows[leaving]
        factor = row[entering]
        row = {unknown: _divided(number, factor) for unknown, number in row.items()}
        self._rows[leaving] = row
        self._sides[leaving] = _divided(self._sides[leaving], factor)
        for place, other in enumerate(self._rows):
            times = other.get(entering, 0)
            if place == leaving or not times:
                continue
            for unknown, number in row.items():
                left = other.get(unknown, 0) - times * number
                if left:
                    other[unknown] = left
                else:
                    other.pop(unknown, None)
            self._sides[place] -= times * self._sides[leaving]
        self._basis[leaving] = entering

    def _optimum(self, wanted: int, better: Callable[[Number, int], bool]) -> Number | None:
        self._drive_out_artificial()
        while True:
            value, reduced = self._seen_from(wanted)
            entering = min((u for u, gain in reduced.items() if better(gain, 0)), default=None)
            if entering is None:
                return value
            leaving = self._leaving(entering)
            if leaving is None:
                return None
            self._pivot(leaving, entering)

    def _seen_from(self, wanted: int) -> tuple[Number, dict[int, Number]]:
        """The value of an unknown, and what it gains by each unknown that is 0 now."""
        if wanted in self._basis:
            place = self._basis.index(wanted)
            return self._sides[place], {
                unknown: -factor
                for unknown, factor in self._rows[place].items()
                if unknown >= 0 and unknown != wanted
            }
        return 0, {wanted: 1}

    def _drive_out_artificial(self) -> None:
        """Artificial unknowns are 0 now and must stay so: out of the basis, or their row is idle."""
        for place, basic in enumerate(self._basis):
            if basic == ~place:
                unknown = min((u for u in self._rows[place] if u >= 0), default=None)
                if unknown is not None:
                    self._pivot(place, unknown)


def _divided(number: Number, by: Number) -> Number:
    if by == 1:
        return number
    found = Fraction(number) / by
    return int(found) if found.denominator == 1 else found
