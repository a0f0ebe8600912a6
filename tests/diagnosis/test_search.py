"""The search on small systems of any kind: cells in many equations, coefficients, blanks, weights."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from random import Random

import attrs
import pytest
from tests.support.effort import often
from tests.support.integer_program import Oracle

from gxstats import form
from gxstats.diagnosis.equations import Equations, equations_of
from gxstats.diagnosis.search import Exhausted, Problem, smallest

Row = dict[int, int]


def system(rows: list[Row]) -> Equations:
    """Equations over numbered cells that are on no form."""
    return attrs.evolve(equations_of(form("2021")), rows=tuple(rows))


def problem(
    rows: list[Row], values: list[int | None], fixed: set[int], weights: dict[int, int]
) -> Problem:
    return Problem(
        equations=system(rows),
        values=values,
        residuals=[sum(n * (values[cell] or 0) for cell, n in row.items()) for row in rows],
        fixed=frozenset(fixed),
        weights=weights,
        blanks=frozenset(cell for cell, value in enumerate(values) if value is None),
    )


def found_by_search(problem: Problem) -> tuple[int, list[dict[int, int]]]:
    """What all components together cost, and every choice of a set for each."""
    parts = [
        smallest(problem, component, steps=50_000)
        for component in range(len(problem.equations.components))
    ]
    choices = product(*([one.values for one in found] for _, found, _ in parts))
    sets = [{c: v for values in choice for c, v in values.items()} for choice in choices]
    return sum(cost for cost, _, _ in parts), sets


Drawn = tuple[list[Row], list[int | None], set[int], dict[int, int]]


def drawn_network(rng: Random) -> Drawn:
    """Every cell in two equations at most, with blanks, as on the forms; anything may be wrong."""
    rows: list[Row] = [{} for _ in range(rng.randint(2, 5))]
    cells = range(rng.randint(3, 9))
    for cell in cells:
        for row, sign in zip(rng.sample(rows, rng.choice([1, 2, 2])), (1, -1), strict=False):
            row[cell] = sign
    values = [rng.choice([0, 0, 1, 1, 2, 3, None]) for _ in cells]
    fixed = {cell for cell in cells if rng.random() < 0.1 and values[cell] is not None}
    weights = {c: rng.randint(1, 3) for c in cells} if rng.random() < 0.3 else {}
    return [row for row in rows if row], values, fixed, weights


def drawn_system(rng: Random) -> Drawn:
    """Cells in up to three equations and with other coefficients; up to two numbers are wrong."""
    rows: list[Row] = [{} for _ in range(rng.randint(2, 4))]
    cells = range(rng.randint(3, 7))
    for cell in cells:
        for row in rng.sample(rows, rng.choice([1, 2, min(3, len(rows))])):
            row[cell] = rng.choice([1, 1, -1, -1, 2])
    values: list[int | None] = [rng.choice([0, 1, 2, 3, 12]) for _ in cells]
    for row in rows:  # a cell of its own makes it hold
        total = sum(n * values[cell] for cell, n in row.items())
        row[len(values)] = -1 if total > 0 else 1
        values.append(abs(total))
    for cell in rng.sample(range(len(values)), rng.choice([1, 2, 2])):
        values[cell] = max(0, values[cell] + rng.choice([1, -1, 2, 5, -values[cell]]))
    fixed = {cell for cell in cells if rng.random() < 0.05}
    weights = {c: rng.randint(1, 3) for c in cells} if rng.random() < 0.2 else {}
    return rows, values, fixed, weights


@pytest.mark.parametrize("draw", [drawn_network, drawn_system])
def test_the_sets_of_small_systems_are_those_of_an_integer_program(
    draw: Callable[[Random], Drawn],
) -> None:
    explained = [require_the_same(*draw(Random(seed))) for seed in range(often(150))]
    assert sum(explained) > len(explained) / 2


def require_the_same(
    rows: list[Row], values: list[int | None], fixed: set[int], weights: dict[int, int]
) -> bool:
    """Whether there is any set that will do."""
    oracle = Oracle(rows, values, fixed & {c for row in rows for c in row}, weights=weights)
    expected = oracle.smallest()
    cost, sets = found_by_search(problem(rows, values, fixed, weights))
    if expected is None:
        assert sets == []
        return False
    assert cost == expected
    chosen = {frozenset(one) for one in sets}
    assert len(chosen) == len(sets) > 0
    for one in sets:
        assert sum(weights.get(cell, 1) for cell in one) == cost
        assert not fixed & one.keys()
        assert all(one[cell] != values[cell] for cell in one)
        require_a_solution(rows, [one.get(cell, value) for cell, value in enumerate(values)])
    assert oracle.another(cost, chosen) is None
    return True


def require_a_solution(rows: list[Row], values: list[int | None]) -> None:
    assert all(value is None or value >= 0 for value in values)
    if any(values[cell] is None for row in rows for cell in row):
        assert Oracle(rows, values).smallest() == 0
    else:
        assert not any(sum(n * values[cell] for cell, n in row.items()) for row in rows)


def test_a_cell_that_an_elimination_took_out_of_an_equation_as_well_is_left_out_of_it() -> None:
    rows = [{0: 1, 1: 1, 2: 2, 3: -1}, {0: 1, 2: 2, 4: -1}, {0: 2, 1: -1, 2: 2, 5: -1}]
    assert require_the_same(rows, [5, 0, 6, 2, 2, 2], set(), {})


def test_two_pairs_of_equations_may_as_well_be_three_and_one() -> None:
    rows = [{0: 1, 2: 1, 4: -1}, {0: 1, 2: 1, 5: -1}, {1: 1, 2: 1, 6: -1}, {1: 1, 3: 1, 7: -1}]
    assert require_the_same(rows, [1] * 8, fixed={4, 5, 6, 7}, weights={})
    _, sets = found_by_search(problem(rows, [1] * 8, {4, 5, 6, 7}, {}))
    assert {0: 0, 1: 0} in sets
    assert {2: 0, 3: 0} in sets


def test_a_cell_that_counts_twice_can_help_one_that_would_be_negative() -> None:
    rows = [{0: 1, 1: -2, 2: 1}]
    assert require_the_same(rows, [1, 0, 4], fixed={2}, weights={})
    assert found_by_search(problem(rows, [1, 0, 4], {2}, {})) == (2, [{0: 0, 1: 2}])


# --- steps --------------------------------------------------------------------------------------
WEIGHTED = {0: 1}
"""Which changes nothing, but that pairs of equations are not matched first."""


def test_a_cell_is_tried_only_where_what_is_left_can_mend_the_equations_that_are_off() -> None:
    rows = [{0: 1, 1: 1, 2: -1}, {1: -1, 3: 1, 4: -1}]
    off = problem(rows, [10, 10, 17, 30, 15], set(), WEIGHTED)
    cost, found, steps = smallest(off, 0, steps=50)
    assert (cost, len(found)) == (2, 3 + 3 + 2)
    # one cell: all of the first equation, and no further. Two cells: those of the first, and with
    # each those of the second that were not tried before
    assert steps == 3 + 3 + 3 + 3 + 2
    broken = problem([{0: 1, 1: -1}, {0: -1, 2: 1}], [5, 2, 5], set(), WEIGHTED)
    cost, found, steps = smallest(broken, 0, steps=50)
    assert [one.values for one in found] == [{1: 5}]
    assert (cost, steps) == (1, 2)  # cell 0 would break the equation that holds


def test_a_search_of_any_kind_takes_no_more_steps_than_it_is_allowed() -> None:
    off = problem([{0: 1, 1: 1, 2: -1}], [1, 1, 5], set(), WEIGHTED)
    assert smallest(off, 0, steps=3)[1:] == smallest(off, 0, steps=99)[1:]
    with pytest.raises(Exhausted) as stopped:
        smallest(off, 0, steps=2)
    assert (stopped.value.at_least, stopped.value.steps) == (1, 3)


def test_a_linear_program_is_tried_with_each_cell_that_could_help() -> None:
    program = 100
    off = problem([{0: 1, 1: 1, 2: -1, 3: 1}], [3, 3, 1, 0], {2}, {})  # 5 too many
    cost, (found,), steps = smallest(off, 0, steps=1_000)
    assert (cost, found.values, found.ranges) == (2, {0: 0, 1: 1}, {0: (0, 1), 1: (0, 1)})
    # one cell: each would be negative. Two: cell 0 is helped by cell 1, but not by cell 3, which
    # is 0 and would have to be less; the others only by cells that were tried
    assert steps == (3 + 3 * program) + (3 + 4 * program)


def test_a_cell_that_cancels_in_a_contradiction_does_not_help() -> None:
    program = 100
    rows = [{0: 1, 1: 1, 2: -1, 3: 1}, {0: -1, 2: 1}]  # added up: cells 1 and 3 are to be 0
    cost, found, steps = smallest(problem(rows, [1, 2, 3, 2], {1}, {}), 0, steps=1_000)
    assert (cost, found) == (2, [])  # with a third cell nothing would be tried
    # one cell: both of the shorter equation. Two: each of them with cell 3, which would be negative
    assert steps == 2 + 2 * (1 + 1 + program)
