"""A flow through the blanks of a small network: their ranges, and what contradicts each other."""

from __future__ import annotations

from random import Random

import attrs
import numpy as np
import pytest
from scipy.optimize import linprog
from tests.support.effort import often

from gxstats import form
from gxstats.diagnosis import flows
from gxstats.diagnosis.equations import equations_of
from gxstats.diagnosis.flows import Arcs, Contradicted, Flow

Row = dict[int, int]


def arcs(rows: list[Row]) -> Arcs:
    return Arcs(attrs.evolve(equations_of(form("2021")), rows=tuple(rows)))


def drawn(rng: Random) -> tuple[list[Row], list[int | None], list[int]]:
    """A network whose equations have any signs, numbers and blanks, and some of its equations."""
    rows: list[Row] = [{} for _ in range(rng.randint(2, 5))]
    cells = range(rng.randint(4, 10))
    for cell in cells:
        for row, sign in zip(rng.sample(rows, rng.choice([1, 2, 2])), (1, -1), strict=False):
            row[cell] = sign
    right = [rng.choice([0, 0, 1, 2, 5]) for _ in cells]
    for row in rows:  # a cell of its own makes it hold
        total = sum(n * right[cell] for cell, n in row.items())
        row[len(right)] = -1 if total > 0 else 1
        right.append(abs(total))
    values = [None if rng.random() < 0.5 else value for value in right]
    for cell in rng.sample(range(len(values)), rng.choice([0, 2, 4])):
        values[cell] = rng.choice([0, 1, 7])
    rows = [row if rng.random() < 0.5 else {c: -n for c, n in row.items()} for row in rows]
    return rows, values, [place for place in range(len(rows)) if rng.random() < 0.8]


def bounds(
    rows: list[Row], values: list[int | None], cell: int, largest: int | None = None
) -> tuple[int, int | None] | None:
    """The range of a blank by a linear program; None if the equations contradict each other."""
    blanks = [place for place, value in enumerate(values) if value is None]
    matrix = np.array([[row.get(c, 0) for c in blanks] for row in rows]).reshape(-1, len(blanks))
    sides = [-sum(n * (values[c] or 0) for c, n in row.items()) for row in rows]
    ends: list[int | None] = []
    for sign in (1, -1):
        cost = [sign * (one == cell) for one in blanks]
        done = linprog(cost, A_eq=matrix, b_eq=sides, bounds=(0, largest), method="highs")
        if done.status == 2:
            return None
        ends.append(None if done.status == 3 else round(sign * done.fun))
    assert ends[0] is not None
    return ends[0], ends[1]


def require_the_same(
    rows: list[Row], values: list[int | None], places: list[int], rng: Random
) -> bool:
    """Whether there is a flow."""
    chosen = [rows[place] for place in places]
    values = [*values, None]  # a blank of no equation
    try:
        flow = Flow(arcs(rows), values, places)
    except Contradicted as found:
        contradicting = found.rows
    else:
        contradicting = None
    if contradicting is not None:
        assert contradicting <= set(places)
        assert bounds([rows[place] for place in contradicting], values, len(values) - 1) is None
        return False
    assert bounds(chosen, values, len(values) - 1) == (0, None)
    blanks = [cell for cell, value in enumerate(values) if value is None]
    for cell in rng.sample(blanks, min(3, len(blanks))):
        assert flow.range(cell) == bounds(chosen, values, cell)
        assert flow.range(cell) == flow.range(cell)
    return True


@pytest.mark.parametrize("largest", [0, 1, 3, 8])
def test_no_blank_holds_more_than_a_cell_can(
    largest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flows, "COUNT_MAXIMUM", largest)
    for seed in range(often(60)):
        rng = Random(seed)
        rows, values, places = drawn(rng)
        chosen = [rows[place] for place in places]
        values = [*values, None]  # a blank of no equation
        bounded = bounds(chosen, values, len(values) - 1, largest)
        try:
            flow = Flow(arcs(rows), values, places)
        except Contradicted as found:
            contradicting = [rows[place] for place in found.rows]
            assert bounds(contradicting, values, len(values) - 1, largest) is None
            continue
        assert bounded is not None
        used = {cell for row in chosen for cell in row}
        for cell in (cell for cell, value in enumerate(values) if value is None and cell in used):
            least, greatest = flow.range(cell)
            expected = bounds(chosen, values, cell, largest)
            by_sums_alone = bounds(chosen, values, cell)
            if greatest is None:
                assert expected is not None
                assert expected[0] == least < expected[1]
                assert by_sums_alone[1] is None or by_sums_alone[1] >= largest
            else:
                assert (least, greatest) == expected


def test_the_ranges_of_blanks_are_those_of_a_linear_program() -> None:
    found = []
    for seed in range(often(250)):
        rng = Random(seed)
        found.append(require_the_same(*drawn(rng), rng))
    assert 8 < sum(found) < len(found) - 8


@pytest.mark.parametrize(
    "rows",
    [
        [{0: 1}, {0: 1}, {0: 1}],
        [{0: 2}],
        [{0: -2}],
        [{0: 1, 1: 1}, {0: 1, 1: -1}],
    ],
    ids=["three equations", "a coefficient", "a negative one", "signs that no node has"],
)
def test_what_is_no_network_is_refused(rows: list[Row]) -> None:
    with pytest.raises(NotImplementedError, match="is no arc"):
        _ = arcs(rows).ends


def test_a_number_runs_from_the_equation_that_it_lowers_to_the_one_that_it_raises() -> None:
    rows = [{0: 1, 1: -1}, {1: 1, 2: -1}, {2: -1, 3: 1}]
    ends = arcs(rows).ends
    assert ends[1] == (0, 1)
    assert (
        ends[2][0] == 1
    )  # out of the second, into the third, whose signs are the other way round
    assert ends[2][1] == 2
    assert ends[0] == (-1, 0)
    assert ends[3] == (2, -1)
