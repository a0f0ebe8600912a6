"""All smallest sets of wrong cells, by an integer program: slow, and independent of the search.

The relations are taken as the published data has them, redundant ones too; nothing of
``gxstats.diagnosis`` is used.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from gxstats import Form, Strength, rulebook


def equations(form: Form) -> list[dict[int, int]]:
    return [
        {form.index[term.address]: term.coefficient for term in relation.terms}
        for relation in rulebook(form)
        if relation.strength is not Strength.SOFT
    ]


def optima(
    rows: Sequence[Mapping[int, int]],
    values: Sequence[int | None],
    fixed: Collection[int] = (),
    most: int = 400,
) -> tuple[int, set[frozenset[int]]] | None:
    """The size of the smallest sets and all of them; None if no set will do."""
    cells = sorted({cell for row in rows for cell in row})
    place = {cell: i for i, cell in enumerate(cells)}
    count = len(cells)
    known = np.array([values[cell] or 0 for cell in cells], dtype=float)
    blank = np.array([values[cell] is None for cell in cells])
    matrix = np.zeros((len(rows), count))
    for i, row in enumerate(rows):
        for cell, factor in row.items():
            matrix[i, place[cell]] = factor
    off = matrix @ known
    # no change in a smallest set needs to be larger than everything that is off, put together;
    # a blank may have to hold what the known cells sum to besides
    room = float(np.abs(off).sum()) + 1.0
    if blank.any():
        room += float(known.sum())
    # unknowns: change of each cell, then whether it changes
    lower = np.concatenate([np.where(blank, 0, np.maximum(-known, -room)), np.zeros(count)])
    upper = np.concatenate([np.full(count, room), np.where(blank, 0, 1)])
    for cell in fixed:
        lower[place[cell]] = upper[place[cell]] = upper[count + place[cell]] = 0
    cost = np.concatenate([np.zeros(count), np.where(blank, 0, 1)])
    constraints = [LinearConstraint(np.hstack([matrix, np.zeros_like(matrix)]), -off, -off)]
    free = [i for i in range(count) if not blank[i]]
    linked = np.zeros((2 * len(free), 2 * count))
    for k, i in enumerate(free):
        linked[2 * k, i], linked[2 * k, count + i] = 1, -room
        linked[2 * k + 1, i], linked[2 * k + 1, count + i] = -1, -room
    constraints.append(LinearConstraint(linked, -np.inf, 0))
    found: set[frozenset[int]] = set()
    size = None
    while len(found) < most:
        done = milp(
            cost,
            integrality=np.ones(2 * count),
            bounds=Bounds(lower, upper),
            constraints=constraints,
        )
        if not done.success:
            break
        chosen = [i for i in range(count) if done.x[count + i] > 0.5]
        if size is None:
            size = len(chosen)
        elif len(chosen) > size:
            break
        found.add(frozenset(cells[i] for i in chosen))
        if not chosen:
            break
        cut = np.zeros(2 * count)
        cut[[count + i for i in chosen]] = 1
        constraints.append(LinearConstraint(cut, -np.inf, len(chosen) - 1))
    return None if size is None else (size, found)


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
    """Such a table with some cells wrong, and some blank."""
    values: list[int | None] = [None] * len(form)
    for address, value in consistent(form, rng).items():
        values[form.index[address]] = value
    cells = [place for place, value in enumerate(values) if value is not None]
    for cell in rng.sample(cells, rng.randint(0, most)):
        values[cell] = max(0, values[cell] + rng.choice([1, -1, 2, -2, 5, rng.randint(-30, 30)]))
    if rng.random() < 0.3:
        for cell in rng.sample(cells, rng.choice([1, 2, 4])):
            values[cell] = None
    return values
