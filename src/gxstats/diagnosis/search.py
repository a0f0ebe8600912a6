"""All smallest sets of cells whose change makes every equation hold: an exact search.

An equation that does not hold contains a wrong cell. The search takes such an equation, tries each
of its cells in turn, and eliminates the cell from all equations (the idea of Fellegi and Holt:
what follows from the equations once a cell may be anything). A set is found when every equation
left holds. Each set is met once, because a cell that has been tried is ruled out for its later
neighbours. Since an equation is a node and a cell an arc, to eliminate a cell is to join two nodes,
which is why so little work is needed.

Where the values that a set forces are negative, or blanks leave room, an exact linear program
decides, and where it finds no solution its reason says which cells could help.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from typing import Final, TypeAlias

import attrs

from ..cells import COUNT_MAXIMUM
from .equations import Equation, Equations
from .feasible import Infeasible, Number, Program
from .flows import Contradicted, Flow, arcs_of

__all__ = ["Exhausted", "Found", "Problem", "smallest"]


@attrs.frozen
class Found:
    """One smallest set of cells, with the values they must have."""

    values: Mapping[int, int]
    """The new value of each cell of the set (one of the possible ones, where it has a range)."""
    ranges: Mapping[int, tuple[int, int | None]]
    """The least and the greatest value of those cells whose value the set does not force."""


class Exhausted(Exception):
    """The search was stopped: nothing smaller than ``at_least`` explains the report."""

    def __init__(self, at_least: int, steps: int) -> None:
        super().__init__(at_least, steps)
        self.at_least = at_least
        self.steps = steps


@attrs.frozen(eq=False)
class Problem:
    """Equations with the values of their cells, some of them blank, some known to be right."""

    equations: Equations
    values: Sequence[int | None]
    """By cell; cells that stand in no equation do not matter."""
    residuals: Sequence[int]
    """What the known cells of each equation sum to."""
    fixed: frozenset[int] = frozenset()
    """Cells that are known to be right."""
    weights: Mapping[int, int] = attrs.field(factory=dict)
    """What it costs to change a cell, from 1 up; 1 where nothing is said."""
    blanks: frozenset[int] = frozenset()
    """The cells without a value."""


def smallest(problem: Problem, component: int, steps: int) -> tuple[int, list[Found], int]:
    """The cost of the smallest sets for one component of the equations, the sets, and the steps.

    The cost is 0, with one empty set, if they hold; there is no set where they cannot be made to
    hold. Raises :class:`Exhausted` when the search takes more steps than allowed, or where numbers
    would be needed that no cell can hold.
    """
    cost = 0
    tried = 0
    found: list[Found] = []
    if problem.weights:
        pass
    elif problem.blanks.isdisjoint(problem.equations.cells_of[component]):
        found, tried = _matched(problem, component, steps)
    else:
        with suppress(NotImplementedError):  # equations that are no network
            found, tried = _beside_blanks(problem, component, steps)
            cost = 2
    if found:
        return len(found[0].values), found, tried
    search = _Search(problem, component, steps, tried if cost else 0)
    while True:
        try:
            found = search.of_cost(cost)
        except _OutOfSteps:
            raise Exhausted(cost, search.steps) from None
        if found or not search.pruned:
            return cost, found, search.steps
        cost += 1


def _beside_blanks(problem: Problem, component: int, steps: int) -> tuple[list[Found], int]:
    """The empty set or all sets of one cell, whichever will do, with the steps taken.

    Whether blanks leave a way is a matter of what flows through them, and where they leave none,
    some equations contradict each other: a cell that helps must stand in one of them alone.
    """
    equations = problem.equations
    places = equations.components[component]
    values = list(problem.values)
    arcs = arcs_of(equations)
    try:
        Flow(arcs, values, places)
    except Contradicted as contradicted:
        against = contradicted.rows
    else:
        return [Found({}, {})], _FLOW
    found: list[Found] = []
    tried = _FLOW
    for cell in sorted(equations.cells_of[component] - problem.blanks - problem.fixed):
        if len(against.intersection(equations.rows_of[cell])) != 1:
            continue
        tried += _FLOW
        if tried > steps:
            raise Exhausted(1, tried)
        values[cell] = None
        try:
            least, greatest = Flow(arcs, values, places).range(cell)
        except Contradicted:
            pass
        else:
            ranges = {} if least == greatest else {cell: (least, greatest)}
            found.append(Found({cell: least}, ranges))
        values[cell] = problem.values[cell]
    return found, tried


def _matched(problem: Problem, component: int, steps: int) -> tuple[list[Found], int]:
    """The sets in which every cell stands in two equations that are off, and in no other one.

    With how many cells were tried. No smaller set will do, since no cell is in more than two
    equations; and of as many cells there is no other set, since each of them must be in two. Most
    slips are of this kind, and are found at once.
    """
    equations, residuals = problem.equations, problem.residuals
    off = [place for place in equations.components[component] if residuals[place]]
    found: list[Found] = []
    tried = 0
    if len(off) == 1:  # a cell of this equation alone
        cells = equations.joining.get(tuple(off), ())
        for cell in cells:
            value = _value(problem, cell, off)
            if value is not None:
                found.append(Found({cell: value}, {}))
        return found, len(cells)
    if equations.most_rows > 2:
        return found, tried

    def match(places: Sequence[int], values: Mapping[int, int]) -> None:
        nonlocal tried
        if not places:
            found.append(Found(dict(sorted(values.items())), {}))
            return
        first, *rest = places
        for other in rest:
            for cell in equations.joining.get((first, other), ()):
                tried += 1
                if tried > steps:
                    raise _OutOfSteps
                value = _value(problem, cell, (first, other))
                if value is not None:
                    left = [place for place in rest if place != other]
                    match(left, {**values, cell: value})

    try:
        match(off, {})
    except _OutOfSteps:  # there are very many of them
        return [], tried
    return found, tried


def _value(problem: Problem, cell: int, places: Sequence[int]) -> int | None:
    """What a cell must hold so that these equations hold; None if they do not agree on it."""
    if cell in problem.fixed:
        return None
    rows, residuals = problem.equations.rows, problem.residuals
    by = -residuals[places[0]] // rows[places[0]][cell]
    value = (problem.values[cell] or 0) + by
    holding = all(rows[place][cell] * by == -residuals[place] for place in places)
    return value if holding and 0 <= value <= COUNT_MAXIMUM else None


class _OutOfSteps(Exception):
    """More steps than allowed."""


_FLOW: Final = 10
"""Steps that a flow through the blanks counts for."""
_PROGRAM: Final = 100
"""Steps that a linear program counts for: it takes about as long."""


_Chosen: TypeAlias = tuple[int, Equation, int]
"""A cell to be changed, and the equation that then gives its value, with what it is off by."""
_Rows: TypeAlias = Mapping[int, Equation]


class _Search:
    def __init__(self, problem: Problem, component: int, allowed: int, taken: int) -> None:
        self.problem = problem
        self.steps_allowed = allowed
        self.steps = taken
        self.found: list[Found] = []
        equations = problem.equations
        self.places = places = equations.components[component]
        self.most = equations.most_rows
        rows: _Rows = {place: equations.rows[place] for place in places}
        residuals: Mapping[int, int] = {place: problem.residuals[place] for place in places}
        self.blanks = sorted(problem.blanks & equations.cells_of[component])
        for blank in self.blanks:  # which may have any value: one of its equations says which
            having = [place for place, row in rows.items() if blank in row]
            if having:
                place = min(having, key=lambda one: len(rows[one]))
                rows, residuals = _without(blank, place, rows, residuals)
        self.start = rows, residuals

    def of_cost(self, cost: int) -> list[Found]:
        """All sets of this cost, if there is none of less."""
        rows, residuals = self.start
        self.pruned = False
        if self._enough(cost, sum(map(bool, residuals.values()))):
            self._choose(rows, residuals, (), self.problem.fixed, cost)
        return self.found

    def _step(self, number: int) -> None:
        self.steps += number
        if self.steps > self.steps_allowed:
            raise _OutOfSteps

    # --- by elimination ---------------------------------------------------------------------------

    def _choose(
        self,
        rows: _Rows,
        residuals: Mapping[int, int],
        chosen: tuple[_Chosen, ...],
        excluded: frozenset[int],
        left: int,
    ) -> None:
        """Every set that has these cells; what is left is enough for the equations that are off."""
        active = [place for place, residual in residuals.items() if residual]
        if not active:
            self._finish(chosen, excluded, left)
            return
        weights = self.problem.weights
        place = min(active, key=lambda one: len(rows[one]))
        row, residual = rows[place], residuals[place]
        tried: list[int] = []
        for cell in sorted(row):
            if cell in excluded:
                continue
            self._step(1)
            own = row[cell]
            after = len(active) - 1  # equations off, once the cell is eliminated
            for other in [one for one, theirs in rows.items() if cell in theirs]:
                before = residuals[other]
                if not before:
                    after += 1
                elif other != place:
                    after -= before * own == rows[other][cell] * residual
            rest = left - weights.get(cell, 1)
            if self._enough(rest, after):
                self._choose(
                    *_without(cell, place, rows, residuals),
                    (*chosen, (cell, row, residual)),
                    excluded.union(tried),
                    rest,
                )
            tried.append(cell)

    def _enough(self, left: int, off: int) -> bool:
        """Whether so many equations may all come to hold: a cell stands in so many at most."""
        enough = left * self.most >= off
        self.pruned |= not enough
        return enough

    # --- what a set of cells forces ---------------------------------------------------------------

    def _finish(self, chosen: tuple[_Chosen, ...], excluded: frozenset[int], left: int) -> None:
        """Look at the values that the chosen cells must have: a cell can have no negative one."""
        if self.blanks:
            self._extend(tuple(cell for cell, _, _ in chosen), excluded, left)
            return
        change: dict[int, int] = {}
        values = self.problem.values
        for cell, row, residual in reversed(chosen):  # each depends on those chosen after it
            others = sum(row[one] * by for one, by in change.items() if one in row)
            by, rest = divmod(-residual - others, row[cell])
            if rest or not 0 <= (values[cell] or 0) + by <= COUNT_MAXIMUM:
                self._extend(tuple(one for one, _, _ in chosen), excluded, left)
                return
            change[cell] = by
        self._add({cell: (values[cell] or 0) + by for cell, by in change.items()}, {})

    def _extend(self, cells: tuple[int, ...], excluded: frozenset[int], left: int) -> None:
        """Decide by a linear program; where there is no solution, try the cells that could help."""
        self._step(_PROGRAM)
        unknown = {*cells, *self.blanks}
        rows = [self.problem.equations.rows[place] for place in self.places]
        values = self.problem.values
        own = [{cell: n for cell, n in row.items() if cell in unknown} for row in rows]
        sides = [
            -sum(n * (values[cell] or 0) for cell, n in row.items() if cell not in unknown)
            for row in rows
        ]
        needed = [i for i, (row, side) in enumerate(zip(own, sides, strict=True)) if row or side]
        try:
            program = Program([own[i] for i in needed], [sides[i] for i in needed])
        except Infeasible as reason:
            helping = self._helping(
                {needed[i]: number for i, number in reason.multipliers.items()}, rows, unknown
            )
        else:
            least = {cell: program.least(cell) for cell in cells}
            greatest = {cell: program.greatest(cell) for cell in cells}
            if all(isinstance(value, int) for value in least.values()):
                ranges = {
                    cell: (int(least[cell]), None if high is None else int(high))
                    for cell, high in greatest.items()
                    if high != least[cell]
                }
                chosen = {cell: int(value) for cell, value in least.items()}
                if ranges:
                    chosen = _one_by_one(own, sides, cells)
                self._add(chosen, ranges)
                return
            helping = sorted({cell for row in rows for cell in row} - unknown)
        weights = self.problem.weights
        tried: list[int] = []
        for cell in helping:
            if cell in excluded:
                continue
            rest = left - weights.get(cell, 1)
            if rest < 0:
                self.pruned = True
                continue
            self._extend((*cells, cell), excluded.union(tried), rest)
            tried.append(cell)

    def _helping(
        self, multipliers: Mapping[int, Number], rows: Sequence[Equation], unknown: Collection[int]
    ) -> list[int]:
        """The cells that stand in the contradiction, and can change so as to resolve it."""
        factors: dict[int, Number] = {}
        for place, number in multipliers.items():
            for cell, factor in rows[place].items():
                factors[cell] = factors.get(cell, 0) + number * factor
        return sorted(
            cell
            for cell, factor in factors.items()
            if cell not in unknown and (factor > 0 or (factor < 0 and self.problem.values[cell]))
        )

    def _add(
        self, values: Mapping[int, int], ranges: Mapping[int, tuple[int, int | None]]
    ) -> None:
        if any(value > COUNT_MAXIMUM for value in values.values()):
            raise _OutOfSteps  # what else would do is not looked for
        self.found.append(Found(values=dict(sorted(values.items())), ranges=ranges))


def _without(
    cell: int, place: int, rows: _Rows, residuals: Mapping[int, int]
) -> tuple[_Rows, Mapping[int, int]]:
    """The equations with a cell eliminated by one of them, which is used up."""
    row, residual = rows[place], residuals[place]
    mine = row[cell]
    new_rows, new_residuals = dict(rows), dict(residuals)
    del new_rows[place], new_residuals[place]
    for other in [one for one, theirs in new_rows.items() if cell in theirs]:
        times = rows[other][cell]
        merged = {one: mine * number for one, number in rows[other].items()}
        for one, number in row.items():
            total = merged.get(one, 0) - times * number
            if total:
                merged[one] = total
            else:
                del merged[one]
        new_rows[other] = merged
        new_residuals[other] = mine * residuals[other] - times * residual
    return new_rows, new_residuals


def _one_by_one(
    rows: Sequence[Mapping[int, int]], sides: Sequence[int], cells: Sequence[int]
) -> dict[int, int]:
    """Values of some unknowns that go together: of the first the least, then of the next."""
    known: dict[int, int] = {}
    for cell in sorted(cells):
        left = [{c: n for c, n in row.items() if c not in known} for row in rows]
        taken = [sum(n * known[c] for c, n in row.items() if c in known) for row in rows]
        program = Program(left, [side - done for side, done in zip(sides, taken, strict=True)])
        known[cell] = int(program.least(cell))
    return known
