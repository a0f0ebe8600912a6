"""What equations cannot see: cells that can be wrong together with every equation still holding.

The equations being a network (:mod:`gxstats.diagnosis.flows`), such cells go round in circles: what
is too much on the way into a node is too much on the way out. The smallest sets of them are the
shortest circles; a cell that stands in no equation is a circle by itself.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

import attrs

from .equations import Equations
from .flows import OUTSIDE, Arcs

__all__ = ["Circles"]

_Step: TypeAlias = tuple[int, int, int]
"""A cell, 1 or -1 as it is gone along or against, and the node that it leads to."""
_Steps: TypeAlias = Mapping[int, Sequence[_Step]]
"""By node, where one can go from there."""


@attrs.frozen(eq=False, slots=False)
class Circles:
    """The circles of cells in a network of equations.

    Raises :class:`NotImplementedError` where the equations are no network, or a cell can be
    nothing but 0. If no cell is such, the sum of all flows is a report that adds up and has no 0,
    and multiples of it allow every change that keeps the sums, without a negative number.
    """

    equations: Equations

    def __attrs_post_init__(self) -> None:
        for cell in range(len(self._ends)):
            self.flow(cell)

    def smallest(self, cell: int) -> Mapping[int, int]:
        """A smallest set of cells, this one among them, that can change and keep every equation.

        By cell how much it changes, 1 or -1, this one by 1. Of several sets always the same.
        """
        return self._round(cell, self._either_way)

    def flow(self, cell: int) -> Mapping[int, int]:
        """A report that adds up and has 1 in this cell: the cells that are 1; all others are 0."""
        return self._round(cell, self._along)

    def _round(self, cell: int, steps: _Steps) -> Mapping[int, int]:
        """The cell, and a shortest way from its end back to its beginning without it."""
        goal, start = self._ends[cell]
        came: dict[int, _Step] = {}
        waiting = deque([start])
        while waiting:
            node = waiting.popleft()
            for by, sign, to in steps.get(node, ()):
                if by != cell and to not in came:
                    came[to] = by, sign, node
                    waiting.append(to)
        found = {cell: 1}
        while goal != start:
            if goal not in came:
                raise NotImplementedError(f"{self.equations.addresses[cell]} can only be 0")
            by, sign, goal = came[goal]
            found[by] = sign
        return dict(sorted(found.items()))

    @cached_property
    def _ends(self) -> tuple[tuple[int, int], ...]:
        """By cell the nodes that it leads from and to."""
        ends = Arcs(self.equations).ends
        alone = OUTSIDE, OUTSIDE
        return tuple(ends.get(cell, alone) for cell in range(len(self.equations.addresses)))

    @cached_property
    def _along(self) -> _Steps:
        steps: dict[int, list[_Step]] = {}
        for cell, (tail, head) in enumerate(self._ends):
            steps.setdefault(tail, []).append((cell, 1, head))
        return steps

    @cached_property
    def _either_way(self) -> _Steps:
        steps: dict[int, list[_Step]] = {}
        for cell, (tail, head) in enumerate(self._ends):
            steps.setdefault(tail, []).append((cell, 1, head))
            steps.setdefault(head, []).append((cell, -1, tail))
        return steps
