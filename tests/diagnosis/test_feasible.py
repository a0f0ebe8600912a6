"""A linear program ends with exact bounds, or with equations that contradict each other."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from random import Random

import numpy as np
import pytest
from scipy.optimize import linprog
from tests.support.effort import often

from gxstats.diagnosis.feasible import Infeasible, Program

Row = dict[int, int]


def drawn(seed: int) -> tuple[list[Row], list[int]]:
    """A few equations, some of which follow from others; half of them have a solution for sure."""
    rng = Random(seed)
    unknowns = range(rng.randint(1, 5))
    rows = [
        {u: n for u in unknowns if (n := rng.randint(-3, 3))} for _ in range(rng.randint(1, 3))
    ]
    if rng.random() < 0.5:
        solution = [rng.choice([0, 0, 1, 2, 5]) for _ in unknowns]
        sides = [sum(n * solution[u] for u, n in row.items()) for row in rows]
    else:
        sides = [rng.randint(-6, 6) for _ in rows]
    if rng.random() < 0.3:
        other = rng.randrange(len(rows))
        rows.append({u: -2 * n for u, n in rows[other].items()})
        sides.append(-2 * sides[other])
    return rows, sides


def bound(rows: list[Row], sides: list[int], unknown: int, sign: int) -> Fraction | None:
    """The least (1) or the greatest (-1) value of an unknown, in floats; None if there is none."""
    size = 1 + max(unknown, *(u for row in rows for u in row), 0)
    cost = sign * np.eye(size)[unknown]
    matrix = [[row.get(u, 0) for u in range(size)] for row in rows]
    done = linprog(cost, A_eq=matrix, b_eq=sides, bounds=(0, None), method="highs")
    assert done.status in {0, 3}
    return None if done.status == 3 else Fraction(sign * done.fun).limit_denominator(1_000)


def require_exact(rows: list[Row], sides: list[int]) -> bool:
    """Whether there is a solution; either answer is proved by what comes with it."""
    try:
        program = Program(rows, sides)
    except Infeasible as reason:
        require_contradiction(rows, sides, reason.multipliers)
        return False
    for unknown in sorted({u for row in rows for u in row})[:2]:
        assert program.greatest(unknown) == bound(rows, sides, unknown, -1)
        assert program.least(unknown) == bound(rows, sides, unknown, 1)
        assert program.greatest(unknown) == bound(rows, sides, unknown, -1)
    return True


def require_contradiction(
    rows: list[Row], sides: list[int], multipliers: Mapping[int, int | Fraction]
) -> None:
    """What is at least 0, taken at most 0 times, is to be more than 0."""
    added = {u: 0 for row in rows for u in row}
    for place, times in multipliers.items():
        assert times
        for unknown, factor in rows[place].items():
            added[unknown] += times * factor
    assert all(factor <= 0 for factor in added.values())
    assert sum(times * sides[place] for place, times in multipliers.items()) > 0


def test_bounds_are_exact_and_a_contradiction_is_one() -> None:
    found = [require_exact(*drawn(seed)) for seed in range(often(400))]
    assert 10 < sum(found) < len(found) - 10


def test_a_bound_may_be_a_fraction_and_a_whole_number_is_none() -> None:
    program = Program([{0: 2, 1: 1}], [3])
    assert (program.least(0), program.greatest(0)) == (0, Fraction(3, 2))
    assert (program.least(1), program.greatest(1)) == (0, 3)
    assert type(program.greatest(1)) is int


def test_an_unknown_that_can_only_be_0_has_it_as_both_bounds() -> None:
    for unknowns in ((0,), (1,), (0, 1)):
        program = Program([dict.fromkeys(unknowns, -1)], [0])
        assert {program.greatest(u) for u in unknowns} == {program.least(u) for u in unknowns}
        assert {program.greatest(u) for u in unknowns} == {0}


def test_an_unknown_of_no_equation_has_no_bound() -> None:
    program = Program([{0: 1}], [3])
    assert (program.least(7), program.greatest(7)) == (0, None)
    assert (program.least(0), program.greatest(0)) == (3, 3)


@pytest.mark.parametrize(
    ("rows", "sides"), [([{}], [1]), ([{}], [-1]), ([{0: 1}], [-2]), ([{0: 1}, {0: 1}], [1, 2])]
)
def test_what_has_no_solution_is_refused_with_the_reason(
    rows: list[Row], sides: list[int]
) -> None:
    assert not require_exact(rows, sides)
