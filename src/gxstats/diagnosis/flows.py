"""The equations of a form as a network, and what flows through it where cells are blank.

Each equation is a node and each cell an arc with its number flowing along: what flows into a node
flows out of it. What a blank can hold is then a matter of the paths that lead around it, and where
no flow is possible a set of nodes shows why (Ford and Fulkerson). All in whole numbers.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from functools import cache, cached_property
from typing import Final, TypeAlias

import attrs

from ..cells import COUNT_MAXIMUM
from .equations import Equations

__all__ = ["Arcs", "Contradicted", "Flow", "arcs_of"]

Node: TypeAlias = int
"""The place of an equation; :data:`OUTSIDE` for where a cell of one equation alone leads to."""
OUTSIDE: Final = -1
_UNBOUNDED: Final = 1 << 62
_Step: TypeAlias = tuple[int, int, Node]
"""A cell on a path, 1 or -1 as it is gone along or against, and the node at one of its ends."""


@attrs.frozen(eq=False, slots=False)
class Arcs:
    """Equations as nodes, with every cell an arc between two of them.

    Raises :class:`NotImplementedError` where the equations have not that structure: a cell in
    more than two of them, or with a coefficient other than 1 and -1.
    """

    equations: Equations

    @cached_property
    def ends(self) -> Mapping[int, tuple[Node, Node]]:
        """For each cell the nodes from which and to which its number flows."""
        signs = self._signs()
        found: dict[int, tuple[Node, Node]] = {}
        for cell, places in self.equations.rows_of.items():
            ends = {}
            for place in places:
                ends[signs[place] * self.equations.rows[place][cell]] = place
            if len(ends) != len(places) or not ends.keys() <= {1, -1}:
                raise NotImplementedError(f"{self.equations.addresses[cell]} is no arc")
            found[cell] = ends.get(-1, OUTSIDE), ends.get(1, OUTSIDE)
        return found

    def _signs(self) -> list[int]:
        """By which sign each equation is taken, so that a cell leaves one and enters the other."""
        rows, rows_of = self.equations.rows, self.equations.rows_of
        signs = [0] * len(rows)
        for start in range(len(rows)):
            if signs[start]:
                continue
            signs[start] = 1
            waiting = [start]
            while waiting:
                place = waiting.pop()
                for cell, factor in rows[place].items():
                    for other in rows_of[cell]:
                        if not signs[other]:
                            alike = factor == rows[other][cell]
                            signs[other] = -signs[place] if alike else signs[place]
                            waiting.append(other)
        return signs


@cache
def arcs_of(equations: Equations) -> Arcs:
    """The equations as a network, made once."""
    return Arcs(equations)


@attrs.frozen
class Contradicted(Exception):
    """No flow: these equations, added up, contradict each other whatever the blanks hold."""

    rows: frozenset[int]


class Flow:
    """A flow through the blanks that makes some of the equations hold, if there is any.

    ``values`` are by cell, with None for blanks; the ``rows`` are the equations that must hold,
    all others are left out of account. Raises :class:`Contradicted`.
    """

    def __init__(self, arcs: Arcs, values: Sequence[int | None], rows: Collection[int]) -> None:
        self._inside = frozenset(rows)
        self._largest = COUNT_MAXIMUM
        self._flow: dict[int, int] = {}
        self._ends: dict[int, tuple[Node, Node]] = {}
        self._at: dict[Node, list[int]] = {}
        excess = dict.fromkeys(self._inside, 0)
        for cell, ends in arcs.ends.items():
            tail, head = map(self._node, ends)
            value = values[cell]
            if tail == head:
                continue
            if value is None:
                self._flow[cell] = 0
                self._ends[cell] = tail, head
                self._at.setdefault(tail, []).append(cell)
                self._at.setdefault(head, []).append(cell)
            else:
                if tail != OUTSIDE:
                    excess[tail] -= value
                if head != OUTSIDE:
                    excess[head] += value
        self._settle(excess)

    def _node(self, node: Node) -> Node:
        return node if node in self._inside else OUTSIDE

    def _settle(self, excess: dict[Node, int]) -> None:
        """Send what is too much at some nodes to where something is missing, or outside."""
        for node in sorted(excess):
            while excess[node] > 0:
                goals = {other for other, value in excess.items() if value < 0} | {OUTSIDE}
                path, reached = self._path(node, goals, None)
                if path is None:
                    raise Contradicted(frozenset(reached))
                goal = path[-1][2]
                room = excess[node] if goal == OUTSIDE else min(excess[node], -excess[goal])
                sent = self._send(path, room)
                excess[node] -= sent
                if goal != OUTSIDE:
                    excess[goal] += sent
        for node in sorted(excess):
            while excess[node] < 0:
                path, reached = self._path(OUTSIDE, {node}, None)
                if path is None:
                    raise Contradicted(self._inside - reached)
                excess[node] += self._send(path, -excess[node])

    def _path(
        self, start: Node, goals: Collection[Node], without: int | None
    ) -> tuple[list[_Step] | None, set[Node]]:
        """A shortest way on which more can flow: cells, each with its sign and where it leads.

        Else None, with the nodes that can be reached.
        """
        came: dict[Node, _Step] = {}
        seen = {start}
        waiting = deque([start])
        while waiting:
            node = waiting.popleft()
            for cell in self._at.get(node, ()):
                if cell == without:
                    continue
                tail, head = self._ends[cell]
                sign, other = (1, head) if tail == node else (-1, tail)
                if other in seen or not self._room(cell, sign):
                    continue
                seen.add(other)
                came[other] = cell, sign, node
                if other in goals:
                    return _traced(came, start, other), seen
                waiting.append(other)
        return None, seen

    def _room(self, cell: int, sign: int) -> int:
        """How much more can flow along a blank, or against it: no cell holds more than its maximum."""
        return self._flow[cell] if sign == -1 else self._largest - self._flow[cell]

    def _send(self, path: Sequence[_Step], most: int) -> int:
        sent = min([most, *(self._room(cell, sign) for cell, sign, _ in path)])
        for cell, sign, _ in path:
            self._flow[cell] += sign * sent
        return sent

    def range(self, cell: int) -> tuple[int, int | None]:
        """The least and the greatest number that a blank can hold.

        The greatest is None where the sums set no bound, and only cells' own maximum does.
        """
        if cell not in self._ends:  # a blank of other equations
            return 0, None
        tail, head = self._ends[cell]
        kept = dict(self._flow)
        least = kept[cell] - self._around(tail, head, cell, kept[cell])
        self._flow = dict(kept)
        greatest = kept[cell] + self._around(head, tail, cell, COUNT_MAXIMUM - kept[cell])
        unbounded = False
        if least < greatest:  # whether it is the sums that set it
            self._flow, self._largest = dict(kept), _UNBOUNDED
            most = COUNT_MAXIMUM - kept[cell]
            unbounded = self._around(head, tail, cell, most) == most
            self._largest = COUNT_MAXIMUM
        self._flow = kept
        return least, None if unbounded else greatest

    def _around(self, start: Node, goal: Node, cell: int, most: int) -> int:
        """How much can flow from one node to another without using a cell, up to so much."""
        sent = 0
        while sent < most:
            path, _ = self._path(start, {goal}, cell)
            if path is None:
                break
            sent += self._send(path, most - sent)
        return sent


def _traced(came: Mapping[Node, _Step], start: Node, goal: Node) -> list[_Step]:
    """The path from one node to another, from how each node was reached."""
    path: list[_Step] = []
    node = goal
    while node != start:
        cell, sign, before = came[node]
        path.append((cell, sign, node))
        node = before
    return path[::-1]
