"""All smallest sets of wrong cells, by an integer program: slow, and independent of the search.

The relations are taken as the published data has them, redundant ones too; nothing of
``gxstats.diagnosis`` is used.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

from gxstats import Form, Strength, rulebook


def equations(form: Form) -> list[dict[int, int]]:
    return [
        {form.index[term.address]: term.coefficient for term in relation.terms}
        for relation in rulebook(form)
        if relation.strength is not Strength.SOFT
    ]


class Unsettled(Exception):
    """The solver was stopped before it had proved anything."""


STOPPED = 1
"""What the solver says then."""


class Oracle:
    """Which cells change, as an integer program: for each cell by how much, and whether at all.

    Two kinds of constraints follow from the equations, and only help the solver: a row that is off
    has a wrong cell, and in a row that holds no cell is wrong alone.
    """

    def __init__(
        self,
        rows: Sequence[Mapping[int, int]],
        values: Sequence[int | None],
        fixed: Collection[int] = (),
        nodes: int = 200,
        weights: Mapping[int, int] | None = None,
    ) -> None:
        self.nodes = nodes  # not seconds: those depend on the machine
        self.cells = sorted({cell for row in rows for cell in row})
        self.place = {cell: i for i, cell in enumerate(self.cells)}
        count = self.count = len(self.cells)
        known = np.array([values[cell] or 0 for cell in self.cells], dtype=float)
        blank = np.array([values[cell] is None for cell in self.cells])
        matrix = lil_array((len(rows), 2 * count))
        for i, row in enumerate(rows):
            for cell, factor in row.items():
                matrix[i, self.place[cell]] = factor
        off = matrix.tocsr()[:, :count] @ known
        # no change in a smallest set needs to be larger than everything that is off, put
        # together (where coefficients are larger than 1, than so many times that); a blank may
        # have to hold what the known cells sum to besides
        largest = max(abs(factor) for row in rows for factor in row.values())
        room = float(np.abs(off).sum()) * largest**2 + 1.0
        if blank.any():
            room += float(known.sum())
        lower = np.concatenate([np.where(blank, 0, np.maximum(-known, -room)), np.zeros(count)])
        upper = np.concatenate([np.full(count, room), np.where(blank, 0, 1)])
        for cell in fixed:
            i = self.place[cell]
            lower[i] = upper[i] = upper[count + i] = 0
        self.bounds = Bounds(lower, upper)
        costs = np.array([(weights or {}).get(cell, 1) for cell in self.cells])
        self.cost = np.concatenate([np.zeros(count), np.where(blank, 0, costs)])
        free = [i for i in range(count) if not blank[i]]
        linked = lil_array((2 * len(free), 2 * count))
        for k, i in enumerate(free):
            linked[2 * k, i], linked[2 * k, count + i] = 1, -room
            linked[2 * k + 1, i], linked[2 * k + 1, count + i] = -1, -room
        self.constraints = [
            LinearConstraint(matrix.tocsr(), -off, -off),
            LinearConstraint(linked.tocsr(), -np.inf, 0),
        ]
        helping = []
        for i, row in enumerate(rows):
            own = [count + self.place[cell] for cell in row]
            if any(blank[one - count] for one in own):
                continue
            if off[i]:
                helping.append((dict.fromkeys(own, 1), 1))
            else:
                helping += [({**dict.fromkeys(own, 1), one: -1}, 0) for one in own]
        if helping:
            helps = lil_array((len(helping), 2 * count))
            for k, (coefficients, _) in enumerate(helping):
                for one, factor in coefficients.items():
                    helps[k, one] = factor
            least = np.array([bound for _, bound in helping], dtype=float)
            self.constraints.append(LinearConstraint(helps.tocsr(), least, np.inf))

    def smallest(self) -> int | None:
        """How many cells must change, or what they cost; None if no change will do."""
        return self._costing(self._solved(self.constraints))

    def smallest_once_more(self) -> int | None:
        """The same without the solver's presolve, which has been seen to lose the optimum."""
        return self._costing(self._solved(self.constraints[:2], presolve="off"))

    def _costing(self, chosen: frozenset[int] | None) -> int | None:
        if chosen is None:
            return None
        return round(sum(self.cost[self.count + self.place[cell]] for cell in chosen))

    def another(self, size: int, sets: Collection[frozenset[int]]) -> frozenset[int] | None:
        """A set that costs no more, will do and is none of those; None if there is none."""
        cuts = lil_array((len(sets) + 1, 2 * self.count))
        most = [len(one) - 1 for one in sets]
        for k, one in enumerate(sets):
            for cell in one:
                cuts[k, self.count + self.place[cell]] = 1
        cuts[len(sets), self.count :] = self.cost[self.count :]
        limits = LinearConstraint(cuts.tocsr(), -np.inf, np.array([*most, size], dtype=float))
        return self._solved([*self.constraints, limits])

    def _solved(
        self, constraints: Sequence[LinearConstraint], presolve: str = "on"
    ) -> frozenset[int] | None:
        done = milp(
            self.cost,
            integrality=np.ones(2 * self.count),
            bounds=self.bounds,
            constraints=constraints,
            options={
                "node_limit": self.nodes,
                "mip_rel_gap": 0.0,
                "presolve": presolve == "on",
            },
        )
        if done.status == STOPPED:
            raise Unsettled
        if not done.success:
            return None
        chosen = done.x[self.count :] * self.cost[self.count :] > 0.5
        return frozenset(cell for cell, wrong in zip(self.cells, chosen, strict=True) if wrong)


def consistent(form: Form, rng: random.Random) -> dict[str, int]:
    """Table three with small numbers, many of them 0, that adds up."""
    prefix = "/requests"
    rows = list(dict.fromkeys(a.rpartition("/")[0] for a in form.index if a.startswith(prefix)))
    columns = [a.rpartition("/")[2] for a in form.index if a.startswith(f"{prefix}/received/")]
    outcomes = [
        r for r in rows if r.startswith(f"{prefix}/outcomes/") and r.split("/")[3] != "total"
    ]
    values: dict[str, int] = {}
    share = rng.choice([0.1, 0.5, 0.9])
    for column in columns[:-1]:
        for row in outcomes:
            values[f"{row}/{column}"] = rng.randrange(30) if rng.random() < share else 0
        total = sum(values[f"{row}/{column}"] for row in outcomes)
        values[f"{prefix}/outcomes/total/{column}"] = total
        out = rng.randrange(5) if rng.random() < share else 0
        carried = rng.randint(0, min(4, total + out))
        values[f"{prefix}/carried_out/{column}"] = out
        values[f"{prefix}/carried_in/{column}"] = carried
        values[f"{prefix}/received/{column}"] = total + out - carried
    for row in rows:
        values[f"{row}/{columns[-1]}"] = sum(values[f"{row}/{c}"] for c in columns[:-1])
    return values


def slipped(form: Form, rng: random.Random, most: int) -> list[int | None]:
    """Such a table with up to so many cells wrong, and some blank."""
    values: list[int | None] = [None] * len(form)
    for address, value in consistent(form, rng).items():
        values[form.index[address]] = value
    cells = [place for place, value in enumerate(values) if value is not None]
    if most:
        kinds = [_anywhere, _anywhere, _in_a_line, _around, _around]
        rng.choice(kinds)(form, values, cells, rng, most)
    if rng.random() < 0.3:
        for cell in rng.sample(cells, rng.choice([1, 2, 4])):
            values[cell] = None
    return values


def _anywhere(form: Form, values: list, cells: list, rng: random.Random, most: int) -> None:
    for cell in rng.sample(cells, rng.randint(0, most)):
        by = rng.choice([1, -1, 2, -2, 5, rng.randint(-30, 30), -values[cell]])
        values[cell] = max(0, values[cell] + by)


def _in_a_line(form: Form, values: list, cells: list, rng: random.Random, most: int) -> None:
    """Wrong cells of one row or one column, as when a line is shifted."""
    name = form.cells[rng.choice(cells)].address
    whole, last = name.rpartition("/")[::2]
    line = [
        cell
        for cell in cells
        if form.cells[cell].address.startswith(f"{whole}/")
        or (rng.random() < 0.2 and form.cells[cell].address.endswith(f"/{last}"))
    ]
    for cell in rng.sample(line, min(len(line), rng.randint(1, most))):
        values[cell] = rng.choice([values[cell] + 1, 0, values[line[0]], rng.randint(0, 9)])


def _around(form: Form, values: list, cells: list, rng: random.Random, most: int) -> None:
    """Wrong cells that nearly cancel: the corners of rectangles, one of them driven to 0.

    Where the search would take a number below 0, another set of cells must be found.
    """
    rows = sorted({form.cells[cell].address.rpartition("/")[0] for cell in cells})
    columns = sorted({form.cells[cell].address.rpartition("/")[2] for cell in cells})
    for _ in range(rng.randint(1, max(1, most // 2))):
        two, few = rng.sample(rows, 2), rng.sample(columns, 2)
        corners = [form.index[f"{row}/{column}"] for row in two for column in few]
        by = rng.choice([1, 2, 3, values[corners[0]] + 1])
        for corner, sign in zip(
            corners, rng.choice([(1, -1, -1, 1), (-1, 1, 1, -1)]), strict=True
        ):
            if rng.random() < 0.8:
                values[corner] = max(0, values[corner] + sign * by)
    if rng.random() < 0.5:
        values[rng.choice(corners)] += rng.choice([1, 2, 7])


COLUMNS = 7


def tied_to_last_year(
    form: Form, values: list[int | None], rng: random.Random
) -> tuple[list[int | None], list[dict[int, int]]]:
    """What last year's report carried over, mostly right, with the equations that tie it.

    The seven cells come after those of the form.
    """
    columns = [a.rpartition("/")[2] for a in form.index if a.startswith("/requests/received/")]
    carried = [values[form.index[f"/requests/carried_in/{column}"]] for column in columns]
    before: list[int | None] = [rng.randrange(4) if one is None else one for one in carried[:-1]]
    before.append(sum(before))
    for place in rng.sample(range(COLUMNS), rng.choice([0, 0, 1, 2])):
        before[place] = rng.choice([before[place] + 1, max(0, before[place] - 1), 0, None])
    first = len(form)
    rows = [
        {form.index[f"/requests/carried_in/{column}"]: 1, first + place: -1}
        for place, column in enumerate(columns)
    ]
    rows.append({first + 6: 1, **{first + place: -1 for place in range(6)}})
    return before, rows
