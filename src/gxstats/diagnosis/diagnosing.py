"""From a report whose sums fail to all smallest explanations, ordered by what speaks for each."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from math import prod
from operator import itemgetter
from typing import Any, TypeAlias

import attrs

from ..cells import CellValue
from ..forms.report import Form, Report, form_of, unknown_address
from ..relations import PREVIOUS
from ..relations.year_checking import require_following
from ..text import LANGUAGES, Bilingual, Language
from .equations import Equations, equations_of
from .evidence import Observed, evidence_of, weigh
from .explanations import Change, Explanation
from .search import Exhausted, Found, Problem, smallest

__all__ = ["Budget", "Diagnosis", "diagnose"]


@attrs.frozen(kw_only=True)
class Budget:
    """How far a search goes before it says that it has not come to an end."""

    steps: int = attrs.field(default=50_000, validator=attrs.validators.ge(1))
    """Cells that are tried in one table, some 200,000 a second; where blanks or numbers that would be
    negative take a linear program, it counts for a hundred."""
    explanations: int = attrs.field(default=1_000, validator=attrs.validators.ge(1))
    """Explanations that are listed; they are counted whatever their number."""


_BUDGET = Budget()


@attrs.frozen(kw_only=True, repr=False, slots=False)
class Diagnosis:
    """All smallest explanations of a report's failing sums."""

    report: Report
    explanations: tuple[Explanation, ...]
    """Those for which most speaks first; the order is always the same."""
    count: int
    """How many there are; more than are listed only if the budget was passed."""
    size: int
    """Cells that must be wrong at least (with weights: what they cost)."""
    complete: bool
    """Whether the search came to its end. If not, there are no explanations, and ``size`` is only
    known to be reached or passed."""
    given: int
    """Cells that do not hold the number that is known of them."""
    failing: int
    """Equations without blanks that do not hold, not counting those that follow from others."""
    bound: int
    """Cells that must be wrong: those of :attr:`given`, and as many more as there must be because
    a cell stands in so few of the failing equations."""
    steps: int
    """Cells that were tried."""
    problem: Problem = attrs.field(repr=False, eq=False)
    """The equations, with what is known of their cells."""
    places: frozenset[int] = attrs.field(repr=False)
    """Cells that are wrong under some smallest explanation, by their place in the equations."""

    @property
    def unique(self) -> bool:
        """Whether there is one smallest explanation, and no other."""
        return self.count == 1

    @cached_property
    def suspects(self) -> frozenset[str]:
        """Cells that are wrong under some smallest explanation, by address."""
        addresses = self.problem.equations.addresses
        return frozenset(addresses[place] for place in self.places)

    @cached_property
    def certain(self) -> tuple[str, ...]:
        """The cells in relations that are right under every smallest explanation, by address."""
        if not self.count:
            return ()
        addresses = self.problem.equations.addresses
        return tuple(
            addresses[cell]
            for cell in self.problem.equations.cells
            if self.problem.values[cell] is not None and cell not in self.places
        )

    @property
    def reason(self) -> Bilingual:
        """Why it takes no fewer cells: the proof in words."""
        from .wording import reason

        return reason(self)

    def summary(self, language: Language = "zh") -> str:
        """What is wrong, in one line: the explanation, or the likeliest of several."""
        from .wording import summary

        return summary(self, language)

    def sentences(self, language: Language, most: int | None = 8) -> tuple[list[str], str]:
        """The explanations in words, so many of them, and the proof that it takes no fewer cells."""
        from .wording import sentences

        return sentences(self, language, most), self.reason[language]

    def explain(self, language: Language = "zh") -> str:
        """What is wrong, how sure that is, and why."""
        explanations, why = self.sentences(language)
        return "\n".join([*explanations, why])

    def in_short(self) -> dict[str, Any]:
        """As JSON values, with the explanations in one sentence."""
        return {
            "unique": self.unique,
            "complete": self.complete,
            "size": self.size,
            "count": self.count,
            "message": {language: self.summary(language) for language in LANGUAGES},
        }

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "unique": self.unique,
            "complete": self.complete,
            "size": self.size,
            "count": self.count,
            "explanations": [one.to_dict() for one in self.explanations],
            "certain": list(self.certain),
            "reason": {language: self.reason[language] for language in LANGUAGES},
        }

    def __repr__(self) -> str:
        if not self.complete:
            return f"<Diagnosis: at least {self.size} cells wrong, search not finished>"
        cells = f"{self.size} cell{'' if self.size == 1 else 's'} wrong"
        return f"<Diagnosis: {cells}, {self.count} explanation{'' if self.count == 1 else 's'}>"


def diagnose(
    report: Report,
    *,
    fixed: Iterable[str] = (),
    known: Mapping[str, int | Decimal] | None = None,
    weights: Mapping[str, int] | None = None,
    last_year: Report | None = None,
    budget: Budget = _BUDGET,
) -> Diagnosis:
    """All smallest sets of cells whose change makes every stated and implied relation hold.

    ``fixed`` are addresses of cells that are known to be right as they stand. ``known`` are
    numbers that are known from elsewhere, such as a total that is printed a second time: the
    cell must hold this number, and is wrong if it does not. ``weights`` say how much it takes to
    doubt a cell (1 where nothing is said): the explanations are then those of least weight. A
    blank may be filled with whatever makes the sums hold; it is never counted as wrong.

    ``last_year`` is the report of the year before. What it carried over must be what this one
    took over, in all seven columns; these cells of it, addressed with ``previous:``, may be wrong
    too. Its other numbers serve as evidence: a number may be copied from it.

    Raises :class:`~gxstats.UnknownAddress` for an address that the form does not have,
    :class:`~gxstats.CellValueError` for a known number that no cell can hold, and
    :class:`ValueError` for a weight below 1 or reports whose years do not follow each other.

    >>> from gxstats import examples, read
    >>> right = read(examples.path("yindu-2019")).report
    >>> wrong = right.replace({"/disputes/reconsideration/total": 0})
    >>> diagnose(wrong).count  # the total, or the one part that is not 0
    2
    >>> diagnose(wrong, fixed=["/disputes/reconsideration/pending"]).unique
    True
    """
    form = form_of(report)
    values: list[Any] = list(report.values())
    if last_year is None:
        equations = equations_of(form)
    else:
        require_following(last_year, report)
        equations = equations_of(form, form_of(last_year))
        values += [
            last_year[address.removeprefix(PREVIOUS)]
            for address in equations.addresses[len(values) :]
        ]
    old = values
    settled = frozenset(_place(equations, address) for address in fixed)
    given: dict[int, int | Decimal] = {}
    if known:
        values = list(old)
        for address, value in known.items():
            place = _place(equations, address)
            _form_of_cell(equations, address)[address.removeprefix(PREVIOUS)].require(value)
            if old[place] is not None and old[place] != value:
                given[place] = value
            values[place] = value
        settled = settled.union(_place(equations, address) for address in known)
    costs = {_place(equations, address): weight for address, weight in (weights or {}).items()}
    if any(weight < 1 for weight in costs.values()):
        raise ValueError("a weight is a whole number from 1 up")
    blanks: frozenset[int] = frozenset()
    try:
        residuals = equations.residuals(values)
    except TypeError:  # a blank in an equation
        blanks = frozenset(place for place, value in enumerate(values) if value is None)
        residuals = equations.residuals([0 if value is None else value for value in values])
    problem = Problem(
        equations=equations,
        values=values,
        residuals=residuals,
        fixed=settled,
        weights=costs,
        blanks=blanks,
    )
    return _diagnosed(
        report, problem, Observed(form, old, _numbers_of(last_year, form)), given, budget
    )


def _diagnosed(
    report: Report,
    problem: Problem,
    observed: Observed,
    given: Mapping[int, int | Decimal],
    budget: Budget,
) -> Diagnosis:
    equations = problem.equations
    parts: list[list[Found]] = []
    size = bound = sum(problem.weights.get(cell, 1) for cell in given)
    steps = failing = 0
    complete = True
    off = [place for place, residual in enumerate(problem.residuals) if residual]
    plain = [place for place in off if problem.blanks.isdisjoint(equations.rows[place])]
    for component in sorted({equations.component_of[place] for place in off}):
        failing_here = sum(equations.component_of[place] == component for place in plain)
        failing += failing_here
        bound += -(-failing_here // equations.most_rows)
        try:
            cost, found, tried = smallest(problem, component, budget.steps)
        except Exhausted as exhausted:
            cost, found, tried, complete = exhausted.at_least, [], exhausted.steps, False
        size += cost
        steps += tried
        parts.append(found)
    count = prod(map(len, parts)) if complete else 0
    suspects = [cell for part in parts for found in part for cell in found.values]
    return Diagnosis(
        report=report,
        explanations=(
            _ordered(parts, given, observed, equations, budget.explanations) if count else ()
        ),
        count=count,
        size=size,
        complete=complete,
        given=len(given),
        failing=failing,
        bound=bound,
        steps=steps,
        problem=problem,
        places=frozenset([*suspects, *given]),
    )


def _place(equations: Equations, address: str) -> int:
    place = equations.index.get(address)
    if place is None:
        raise unknown_address(equations.form, address)
    return place


def _form_of_cell(equations: Equations, address: str) -> Form:
    if address.startswith(PREVIOUS) and equations.previous is not None:
        return equations.previous
    return equations.form


def _numbers_of(last_year: Report | None, form: Form) -> dict[int, CellValue]:
    """The numbers of last year's report, by the place of the same cell on this form."""
    if last_year is None:
        return {}
    known = dict(zip(form_of(last_year).index, last_year.values(), strict=True))
    return {
        place: value
        for address, place in form.index.items()
        if (value := known.get(address)) is not None
    }


# --- the order ----------------------------------------------------------------------------------

_Weighed: TypeAlias = tuple[float, list[int], Found]


def _ordered(
    parts: Sequence[Sequence[Found]],
    given: Mapping[int, int | Decimal],
    observed: Observed,
    equations: Equations,
    most: int,
) -> tuple[Explanation, ...]:
    """Every choice of one set for each part, those for which most speaks first."""
    if all(len(part) == 1 for part in parts):
        return (_explanation([one for part in parts for one in part], given, observed, equations),)
    ranked: list[list[_Weighed]] = []
    for part in parts:
        weighed = [
            (weigh(found.values, evidence_of(found.values, observed)), sorted(found.values), found)
            for found in part
        ]
        weighed.sort(key=itemgetter(0, 1))
        ranked.append(weighed)
    return tuple(
        _explanation(choice, given, observed, equations) for choice in _choices(ranked, most)
    )


def _choices(ranked: Sequence[Sequence[_Weighed]], most: int) -> list[list[Found]]:
    """One of each list, by the sum of what is weighed: the first so many."""

    def key(places: tuple[int, ...]) -> tuple[float, list[int], tuple[int, ...]]:
        chosen = [part[place] for part, place in zip(ranked, places, strict=True)]
        cells = sorted(cell for one in chosen for cell in one[1])
        return sum(one[0] for one in chosen), cells, places

    start: tuple[int, ...] = (0,) * len(ranked)
    waiting = [key(start)]
    seen: set[tuple[int, ...]] = {start}
    found: list[list[Found]] = []
    while waiting and len(found) < most:
        _, _, places = heapq.heappop(waiting)
        found.append([part[place][2] for part, place in zip(ranked, places, strict=True)])
        for part, place in enumerate(places):
            if place + 1 < len(ranked[part]):
                after = (*places[:part], place + 1, *places[part + 1 :])
                if after not in seen:
                    seen.add(after)
                    heapq.heappush(waiting, key(after))
    return found


def _explanation(
    found: Sequence[Found],
    given: Mapping[int, int | Decimal],
    observed: Observed,
    equations: Equations,
) -> Explanation:
    values: dict[int, Any] = dict(given)
    rooms: dict[int, tuple[int, int | None]] = {}
    for one in found:
        values.update(one.values)
        rooms.update(one.ranges)
    evidence = evidence_of(values, observed)
    addresses = equations.addresses
    named = tuple(
        (kind, tuple(addresses[cell] for cell in cells))
        for kind, groups in evidence.items()
        for cells in groups
    )
    changes = tuple(
        Change(
            cell=addresses[cell],
            old=observed.old[cell],
            new=None if cell in rooms else values[cell],
            room=rooms.get(cell),
            evidence=tuple(kind for kind, groups in evidence.items() if (cell,) in groups),
            form=_form_of_cell(equations, addresses[cell]),
        )
        for cell in sorted(values)
    )
    return Explanation(changes, named)
