"""Digits that run together, parted into the numbers of their cells by the relations of the form.

Text copied without its cells (``数量64000…``) does not show where one number ends. All relations
of the form together usually leave one way to cut the digits of all rows. The search is exact: a
number is read only where every way that satisfies the relations agrees on it. The steps of the
search are counted; what is not proven when they run out stays a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Final, TypeAlias

import attrs

from ..cells import COUNT_MAXIMUM
from ..forms.catalogue import Cell
from ..forms.report import Form
from ..forms.rules import Strength
from ..relations import Comparison, Relation, rulebook
from .headers import in_printed_order
from .limits import Limits
from .numbers import figure
from .placing import Placed

__all__ = ["part"]

Cut: TypeAlias = tuple[int | None, ...]
"""The numbers of one row, in the order in which they are printed."""
Domains: TypeAlias = Sequence[Sequence[Cut]]
"""For each row, the cuts that are left."""

_STEPS: Final = 400_000
"""Steps for all rows together: less than a second of one processor."""
_STEPS_OF_ROW: Final = 40_000
_FIRST: Final = 3
"""Numbers of a row that are looked up: nothing bounds them, and three have 14³ ways at most."""
_SUMS: Final = 20_000
"""Sums of several rows that are looked at one by one; beyond, only their bounds are."""
_SURPLUS: Final = 1
"""Digits more than cells in a row that no relation ties to another one. With more, an error of
print can hide behind another cut: of slips in table four, one in five hundred did."""
_CLOCK: Final = 10_000
"""Steps after which the clock is looked at."""
_DIGITS: Final = re.compile("[0-9]+")


class _Exhausted(Exception):
    """The steps ran out."""


class _Steps:
    """Counts the steps of a search, and ends it where they run out."""

    def __init__(self, allowed: int, limits: Limits) -> None:
        self.left = allowed
        self.limits = limits
        self.until_clock = _CLOCK

    def spend(self, steps: int) -> None:
        self.left -= steps
        self.until_clock -= steps
        if self.left < 0:
            raise _Exhausted
        if self.until_clock < 0:
            self.until_clock = _CLOCK
            self.limits.require_time()


@attrs.define(eq=False)
class _Row:
    """A row of glued digits."""

    placed: Placed
    digits: str
    order: tuple[Cell, ...]
    """The cells in the order in which they are printed."""
    cuts: Sequence[Cut] | None = None
    """The cuts that the relations allow, or the row alone; None where they are too many."""
    proven: bool = False
    """One of them is what is printed."""

    @property
    def table(self) -> str:
        return self.placed.row.table

    @property
    def has_blanks(self) -> bool:
        return len(self.digits) < len(self.order)

    @property
    def surplus(self) -> int:
        """How many digits there are more than cells."""
        return len(self.digits) - len(self.order)

    @property
    def has_one_way(self) -> bool:
        """Whether the digits leave no other way, not even one with blank cells."""
        return len(self.digits) == len(self.order) and not self.digits[:-1].strip("0")


@attrs.frozen(eq=False)
class _Equation:
    """An equation over several rows: the sum is 0."""

    constant: int
    terms: Mapping[int, Sequence[tuple[int, int]]]
    """For each row, the places and coefficients of its numbers."""

    def share(self, row: int, cut: Cut) -> int:
        return sum(coefficient * (cut[place] or 0) for place, coefficient in self.terms[row])


def part(rows: Sequence[Placed], form: Form, limits: Limits) -> None:
    """Tell for each glued row what its cells are, as far as the relations of the form do."""
    glued = [
        _Row(placed, placed.glued.text.strip(), in_printed_order(placed.row, placed.columns))
        for placed in rows
        if placed.glued is not None
    ]
    if not glued:
        return
    relations = [
        relation
        for relation in rulebook(form)
        if relation.strength is not Strength.SOFT and relation.comparison is Comparison.EQUAL
    ]
    steps = _Steps(_STEPS, limits)
    with_blanks = _tables_with_blanks(rows) | {row.table for row in glued if row.has_blanks}
    searched = []
    for row in glued:
        row.proven = row.has_one_way
        if row.table in with_blanks and not row.proven:
            continue  # where one row has blank cells, any other may hide one
        own = {cell.address for cell in row.order}
        within = [relation for relation in relations if own.issuperset(relation.addresses)]
        row.cuts = _cuts_of(row, within, steps)
        if within and row.cuts is not None:
            searched.append(row)
    _search(searched, relations, _known(rows, limits), steps)
    for row in glued:
        _tell(row)


def _tables_with_blanks(rows: Iterable[Placed]) -> set[str]:
    """The tables in which a cell of another row is blank."""
    return {
        placed.row.table
        for placed in rows
        if placed.glued is None
        and sum(bool(cell.text.strip()) for cell in placed.row.cells) < len(placed.columns)
    }


def _known(rows: Iterable[Placed], limits: Limits) -> dict[str, int]:
    """The numbers of the rows that are not glued."""
    known = {}
    for placed in rows:
        if not placed.settled:
            continue
        for cell, printed in zip(placed.columns, placed.ways[0], strict=True):
            if printed is not None and not printed.merged:
                value = figure(printed.text, cell.kind, cell.unit.zh, limits).value
                if isinstance(value, int):
                    known[cell.address] = value
    return known


def _tell(row: _Row) -> None:
    """Say for each column of a row what it can be."""
    ways = row.cuts or ()
    numbers = [dict.fromkeys(way[place] for way in ways) for place in range(len(row.order))]
    by_address = {
        cell.address: tuple("" if n is None else str(n) for n in found)
        for cell, found in zip(row.order, numbers, strict=True)
    }
    row.placed.parted = tuple(by_address[cell.address] for cell in row.placed.columns)
    row.placed.sole = row.has_one_way
    row.placed.checked = row.proven and not row.has_one_way


# --- one row --------------------------------------------------------------------------------


def _cuts_of(row: _Row, relations: Sequence[Relation], steps: _Steps) -> list[Cut] | None:
    """The cuts of a row that satisfy the relations within it; None where they are too many."""
    longest = min(len(str(COUNT_MAXIMUM)), steps.limits.digits)
    size = len(row.order)
    if not _DIGITS.fullmatch(row.digits) or len(row.digits) > longest * size:
        return None
    places = {cell.address: place for place, cell in enumerate(row.order)}
    equations = [
        {places[term.address]: term.coefficient for term in relation.terms}
        for relation in relations
    ]
    own = _Steps(min(_STEPS_OF_ROW, steps.left), steps.limits)
    try:
        cuts = _cuts(row.digits, size, equations, longest, own)
        own.spend(size * len(cuts))  # which every cut costs where it is looked at
    except _Exhausted:
        return None
    else:
        return cuts
    finally:
        steps.left -= min(_STEPS_OF_ROW, steps.left) - max(own.left, 0)


@attrs.frozen
class _Term:
    """A number in an equation within its row, with what is left of the equation before it."""

    equation: int
    coefficient: int
    rest: int
    """The sign that all coefficients before it have; 0 where they differ."""
    weight: int
    """The sum of their sizes; 0 where none stands before it."""
    alone: bool
    """All numbers before it are terms of the equation."""

    def refuted(self, sum_: int, place: int, digits: int) -> bool:
        """Whether the terms before it, made of so many digits, cannot bring a sum to 0."""
        if not self.weight:
            return sum_ != 0
        if self.overshot(sum_) or abs(sum_) >= self.weight * 10**digits:
            return True
        return self.alone and self.rest != 0 and digits > place * len(str(abs(sum_)))

    def overshot(self, sum_: int) -> bool:
        """Whether the terms before it can only lead a sum away from 0."""
        return sum_ * (self.rest if self.weight else self.coefficient) > 0


def _terms(size: int, equations: Sequence[Mapping[int, int]]) -> list[list[_Term]]:
    """For each place, its terms in the equations."""
    terms: list[list[_Term]] = [[] for _ in range(size)]
    for i, equation in enumerate(equations):
        for place, coefficient in equation.items():
            before = [c for other, c in equation.items() if other < place]
            signs = {1 if c > 0 else -1 for c in before}
            sign = signs.pop() if len(signs) == 1 else 0
            weight = sum(map(abs, before))
            terms[place].append(_Term(i, coefficient, sign, weight, len(before) == place))
    return terms


def _cuts(
    digits: str, size: int, equations: Sequence[Mapping[int, int]], longest: int, steps: _Steps
) -> list[Cut]:
    """Every way to cut digits into numbers and blanks that satisfies the equations.

    No number begins with a needless 0, and a blank counts for 0. From the right, where the totals
    are printed: a total bounds the numbers before it. The first numbers are looked up by their
    sums.
    """
    terms = _terms(size, equations)
    first = min(_FIRST, size // 2)
    firsts = _firsts(digits, terms[:first], len(equations), longest, steps)
    made: dict[tuple[int, int, tuple[int, ...]], list[Cut]] = {}

    def ways(count: int, end: int, sums: tuple[int, ...]) -> list[Cut]:
        """The ways to make so many cells of the first digits that bring the sums to 0."""
        if count == first:
            return firsts.get((end, sums), [])
        found = made.get((count, end, sums))
        if found is not None:
            return found
        found = made[count, end, sums] = []
        place = count - 1
        for start in range(end, max(0, end - longest) - 1, -1):
            steps.spend(1)
            if end - start > 1 and digits[start] == "0":
                continue
            number = int(digits[start:end]) if start < end else None
            after = sums
            refuted = overshot = False
            for term in terms[place]:
                sum_ = sums[term.equation] + term.coefficient * (number or 0)
                after = (*after[: term.equation], sum_, *after[term.equation + 1 :])
                refuted = refuted or term.refuted(sum_, place, start)
                overshot = overshot or (term.overshot(sum_) and term.overshot(term.coefficient))
            if overshot:  # and a longer number more so
                break
            if not refuted:
                heads = ways(place, start, after)
                steps.spend(len(heads))
                found += [(*head, number) for head in heads]
        return found

    return ways(size, len(digits), (0,) * len(equations))


def _firsts(
    digits: str, terms: Sequence[Sequence[_Term]], equations: int, longest: int, steps: _Steps
) -> Mapping[tuple[int, tuple[int, ...]], list[Cut]]:
    """Every way to cut the first digits into the first numbers.

    They are found by how many digits they are, and by the sums of the others that they bring to 0.
    """
    made: dict[tuple[int, tuple[int, ...]], list[Cut]] = {(0, (0,) * equations): [()]}
    for own in terms:
        longer: dict[tuple[int, tuple[int, ...]], list[Cut]] = {}
        for (start, sums), heads in made.items():
            for end in range(start, min(start + longest, len(digits)) + 1):
                if end - start > 1 and digits[start] == "0":
                    break
                steps.spend(1 + len(heads))
                number = int(digits[start:end]) if start < end else None
                after = list(sums)
                for term in own:
                    after[term.equation] -= term.coefficient * (number or 0)
                found = longer.setdefault((end, tuple(after)), [])
                found += [(*head, number) for head in heads]
        made = longer
    return made


# --- all rows together ----------------------------------------------------------------------


def _search(
    rows: Sequence[_Row], relations: Iterable[Relation], known: Mapping[str, int], steps: _Steps
) -> None:
    """Leave to each row the cuts that satisfy all relations together with some of the others."""
    owner = {
        cell.address: (i, place)
        for i, row in enumerate(rows)
        for place, cell in enumerate(row.order)
    }
    equations = []
    for relation in relations:
        constant = 0
        terms: dict[int, list[tuple[int, int]]] = {}
        for term in relation.terms:
            if term.address in owner:
                row, place = owner[term.address]
                terms.setdefault(row, []).append((place, term.coefficient))
            elif term.address in known:
                constant += term.coefficient * known[term.address]
            else:
                break
        else:
            if len(terms) > 1 or (constant and terms):
                equations.append(_Equation(constant, terms))
    for group in _connected(len(rows), equations):
        domains = [row.cuts or () if i in group else () for i, row in enumerate(rows)]
        own = [equation for equation in equations if group.issuperset(equation.terms)]
        if not own and any(row.surplus > _SURPLUS for i, row in enumerate(rows) if i in group):
            continue
        found = _consistent(domains, sorted(group), own, steps)
        if found is not None:
            for i in group:
                rows[i].cuts, rows[i].proven = found[i], True


def _connected(size: int, equations: Iterable[_Equation]) -> list[set[int]]:
    """The rows in groups that no equation ties together."""
    groups = [{row} for row in range(size)]
    for equation in equations:
        touched = [group for group in groups if not group.isdisjoint(equation.terms)]
        groups = [group for group in groups if group not in touched]
        groups.append(set().union(*touched))
    return groups


def _consistent(
    domains: Domains, group: Sequence[int], equations: Sequence[_Equation], steps: _Steps
) -> Domains | None:
    """The cuts that stand in some solution; where the steps run out, some others as well.

    None where no solution without blanks is found: one that needs them may explain away an error
    of print.
    """
    supported: list[set[Cut]] = [set() for _ in domains]
    refuted: list[set[Cut]] = [set() for _ in domains]
    whole = [[cut for cut in cuts if None not in cut] for cuts in domains]
    if not all(whole[row] for row in group):
        return None
    try:
        if _solution(whole, equations, equations, steps) is None:
            return None
        narrowed = _narrowed(domains, equations, equations, steps)
    except _Exhausted:
        return None
    left = list(domains) if narrowed is None else narrowed
    try:
        for row in group:
            for cut in left[row]:
                if cut in supported[row]:
                    continue
                touched = [equation for equation in equations if row in equation.terms]
                solution = _solution(_with(left, row, cut), touched, equations, steps)
                if solution is None:
                    refuted[row].add(cut)
                    continue
                for other in group:
                    supported[other].add(solution[other][0])
            left[row] = [cut for cut in left[row] if cut not in refuted[row]]
    except _Exhausted:
        pass
    return [[cut for cut in cuts if cut not in refuted[row]] for row, cuts in enumerate(left)]


def _solution(
    domains: Domains, first: Iterable[_Equation], equations: Sequence[_Equation], steps: _Steps
) -> Domains | None:
    """One cut for each row, so that all equations hold; only the first ones may not hold yet."""
    steps.spend(len(domains) + len(equations))
    left = _narrowed(domains, equations, first, steps)
    if left is None:
        return None
    open_rows = [row for row, cuts in enumerate(left) if len(cuts) > 1]
    if not open_rows:
        return left
    row = min(open_rows, key=lambda row: len(left[row]))
    for cut in left[row]:
        touched = [equation for equation in equations if row in equation.terms]
        found = _solution(_with(left, row, cut), touched, equations, steps)
        if found is not None:
            return found
    return None


def _with(domains: Domains, row: int, cut: Cut) -> list[Sequence[Cut]]:
    changed = list(domains)
    changed[row] = [cut]
    return changed


def _narrowed(
    domains: Domains, equations: Sequence[_Equation], first: Iterable[_Equation], steps: _Steps
) -> list[Sequence[Cut]] | None:
    """The cuts that no single equation refutes; None where a row has none left."""
    left = list(domains)
    waiting = dict.fromkeys(first)
    while waiting:
        equation, _ = waiting.popitem()
        changed = _narrow(left, equation, steps)
        if changed is None:
            return None
        if changed:
            steps.spend(len(equations))
            for other in equations:
                if other is not equation and not changed.isdisjoint(other.terms):
                    waiting[other] = None
    return left


def _narrow(left: list[Sequence[Cut]], equation: _Equation, steps: _Steps) -> set[int] | None:
    """Drop the cuts that one equation refutes; the rows that lost some, None where one is empty."""
    rows = list(equation.terms)
    shares = []
    for row in rows:
        steps.spend(len(left[row]) + 1)
        shares.append({equation.share(row, cut) for cut in left[row]})
        if not shares[-1]:
            return None
    allowed = _allowed(equation.constant, shares, steps)
    changed = set()
    for row, share, kept in zip(rows, shares, allowed, strict=True):
        if len(kept) < len(share):
            steps.spend(len(left[row]))
            left[row] = [cut for cut in left[row] if equation.share(row, cut) in kept]
            changed.add(row)
            if not left[row]:
                return None
    return changed


def _allowed(constant: int, shares: Sequence[set[int]], steps: _Steps) -> list[set[int]]:
    """Of each set, the numbers that make 0 with the constant and some number of each other set."""
    least = constant + sum(map(min, shares))
    most = constant + sum(map(max, shares))
    bounded = []
    for share in shares:
        low, high = min(share) - least, max(share) - most
        bounded.append({number for number in share if high <= number <= low})
    if not all(bounded):
        return bounded
    steps.spend(sum(map(len, bounded)))
    # All sums from the left, of which only those count that the rest can bring to 0.
    lows = [*accumulate((min(share) for share in reversed(bounded)), initial=0)][::-1]
    highs = [*accumulate((max(share) for share in reversed(bounded)), initial=0)][::-1]
    reached = [{constant}]
    for share, low, high in zip(bounded, lows[1:], highs[1:], strict=True):
        pairs = len(reached[-1]) * len(share)
        if pairs > _SUMS:
            return bounded
        steps.spend(pairs)
        sums = {sum_ + number for sum_ in reached[-1] for number in share}
        reached.append({sum_ for sum_ in sums if sum_ + low <= 0 <= sum_ + high})
    allowed: list[set[int]] = []
    wanted = {0} & reached[-1]
    for share, sums in zip(reversed(bounded), reversed(reached[:-1]), strict=True):
        steps.spend(len(share) * len(wanted))
        kept = {
            (end - number, number) for end in wanted for number in share if end - number in sums
        }
        allowed.append({number for _, number in kept})
        wanted = {sum_ for sum_, _ in kept}
    return allowed[::-1]
