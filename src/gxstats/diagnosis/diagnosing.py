"""From a report whose sums fail to all smallest explanations, ordered by what speaks for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice, product
from math import prod
from typing import Any

import attrs

from ..cells import CellValue
from ..forms.catalogue import Form, form_of
from ..report import Report, unknown_address
from ..text import LANGUAGES, Bilingual, Language
from .equations import Equations, equations_of
from .evidence import Evidence, Observed, evidence_of, weigh
from .search import Exhausted, Found, Problem, smallest

__all__ = ["Budget", "Change", "Diagnosis", "Explanation", "diagnose", "repair"]


@attrs.frozen(kw_only=True)
class Budget:
    """How far a search goes before it says that it has not come to an end."""

    steps: int = attrs.field(default=50_000, validator=attrs.validators.ge(1))
    """Cells that are tried in one table; some 200,000 a second."""
    explanations: int = attrs.field(default=1_000, validator=attrs.validators.ge(1))
    """Explanations that are listed; they are counted whatever their number."""


@attrs.frozen(kw_only=True)
class Change:
    """A cell that is wrong under an explanation, and what it should be."""

    cell: str
    """Its address."""
    old: CellValue
    """What the report says."""
    new: int
    """What it should be: the least of the possible values, where there are several."""
    room: tuple[int, int | None] | None = None
    """The least and the greatest value it may have, where the sums leave it open; the greatest is
    ``None`` where there is no bound."""
    evidence: tuple[Evidence, ...] = ()
    """How the wrong number may have come about, as far as anything speaks for it."""
    form: Form = attrs.field(repr=False, eq=False)

    def explain(self, language: Language = "zh") -> str:
        """The change as a clerk can act on it.

        >>> from gxstats import form
        >>> Change(cell="/requests/outcomes/granted/natural_person", old=34, new=43,
        ...        evidence=(Evidence.TRANSPOSED,), form=form("2021")).explain("zh")
        '表三“（一）予以公开”行“自然人”列应为 43（现为 34，疑似两位数字颠倒）'
        """
        name = self.form[self.cell].name(language)
        said = [kind.label[language] for kind in self.evidence]
        if language == "zh":
            should = f"应为 {self.new}" if self.room is None else f"应改为{_range_zh(self.room)}"
            return f"{name}{should}（现为 {self.old}{''.join(f'，{text}' for text in said)}）"
        should = (
            f"should be {self.new}" if self.room is None else f"should be {_range_en(self.room)}"
        )
        return f"{name} {should} (now {self.old}{''.join(f'; {text}' for text in said)})"

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "cell": self.cell,
            "from": self.old,
            "to": self.new,
            **({} if self.room is None else {"room": list(self.room)}),
            "evidence": [kind.value for kind in self.evidence],
            "message": {language: self.explain(language) for language in LANGUAGES},
        }


def _range_zh(room: tuple[int, int | None]) -> str:
    least, greatest = room
    return f"不小于 {least} 的数" if greatest is None else f" {least} 到 {greatest} 之间的数"


def _range_en(room: tuple[int, int | None]) -> str:
    least, greatest = room
    return f"{least} or more" if greatest is None else f"from {least} to {greatest}"


@attrs.frozen
class Explanation:
    """One smallest set of changes that makes every stated and implied relation hold."""

    changes: tuple[Change, ...]
    """In the order of the form."""
    evidence: tuple[tuple[Evidence, tuple[str, ...]], ...] = ()
    """What speaks for several cells together: an exchange, a shifted line; with their addresses."""

    def explain(self, language: Language = "zh") -> str:
        """All changes, one after the other."""
        between, before = {"zh": ("；", "："), "en": ("; ", ": ")}[language]
        text = between.join(change.explain(language) for change in self.changes)
        said = between.join(kind.label[language] for kind, _ in self.evidence)
        return f"{said}{before}{text}" if said else text

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "changes": [change.to_dict() for change in self.changes],
            "evidence": [
                {"kind": kind.value, "cells": list(cells)} for kind, cells in self.evidence
            ],
        }


@attrs.frozen(kw_only=True, repr=False)
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
    failing: int
    """Equations that do not hold, not counting those that follow from others."""
    bound: int
    """Cells that must be wrong because a cell stands in so few of the failing equations."""
    steps: int
    """Cells that were tried."""
    suspects: frozenset[str]
    """Cells that are wrong under some smallest explanation, by address."""

    @property
    def unique(self) -> bool:
        """Whether there is one smallest explanation, and no other."""
        return self.complete and self.count == 1

    @property
    def certain(self) -> tuple[str, ...]:
        """The cells in relations that are right under every smallest explanation, by address."""
        if not self.complete or not self.count:
            return ()
        form = form_of(self.report)
        values = self.report.values()
        return tuple(
            cell.address
            for cell in form
            if cell.index in equations_of(form).rows_of
            and values[cell.index] is not None
            and cell.address not in self.suspects
        )

    @property
    def reason(self) -> Bilingual:
        """Why it takes no fewer cells: the proof in words."""
        return _reason(self)

    def explain(self, language: Language = "zh") -> str:
        """What is wrong, how sure that is, and why."""
        return "\n".join(_lines(self, language))

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
        return f"<Diagnosis: {self.size} cells wrong, {self.count} explanations>"


def diagnose(
    report: Report,
    *,
    fixed: Iterable[str] = (),
    weights: Mapping[str, int] | None = None,
    last_year: Report | None = None,
    budget: Budget | None = None,
) -> Diagnosis:
    """All smallest sets of cells whose change makes every stated and implied relation hold.

    ``fixed`` are addresses of cells known to be right. ``weights`` say how much it takes to doubt
    a cell (1 where nothing is said): the explanations are then those of least weight. A blank may
    be filled with whatever makes the sums hold; it is never counted as wrong. ``last_year`` only
    serves as evidence: a number copied from it.

    Raises :class:`~gxstats.UnknownAddress` for an address that the form does not have.
    """
    budget = Budget() if budget is None else budget
    form = form_of(report)
    equations = equations_of(form)
    values: list[Any] = list(report.values())
    problem = Problem(
        equations=equations,
        values=values,
        fixed=frozenset(_index(form, address) for address in fixed),
        weights={_index(form, address): weight for address, weight in (weights or {}).items()},
    )
    if any(weight < 1 for weight in problem.weights.values()):
        raise ValueError("a weight is a whole number from 1 up")
    parts: list[list[Found]] = []
    size = bound = steps = 0
    complete = True
    for places in _components(equations):
        failing = sum(problem.side(equations.rows[place]) != 0 for place in places)
        bound += -(-failing // equations.most_rows)
        try:
            cost, found, tried = smallest(problem, places, budget.steps)
        except Exhausted as exhausted:
            cost, found, tried, complete = exhausted.at_least, [], budget.steps, False
        size += cost
        steps += tried
        parts.append(found)
    observed = Observed(form, dict(enumerate(values)), _numbers_of(last_year, form))
    count = prod(map(len, parts)) if complete else 0
    return Diagnosis(
        report=report,
        explanations=_ordered(parts, observed, budget) if count else (),
        count=count,
        size=size,
        complete=complete,
        failing=sum(problem.side(row) != 0 for row in equations.rows),
        bound=bound,
        steps=steps,
        suspects=frozenset(
            form.cells[cell].address for part in parts for found in part for cell in found.values
        ),
    )


def repair(report: Report, explanation: Explanation) -> Report:
    """The report with the changes of an explanation; the report that is given stays as it is.

    Where the sums leave room, the least of the possible values is taken.
    """
    return report.replace({change.cell: change.new for change in explanation.changes})


def _index(form: Form, address: str) -> int:
    if address not in form.index:
        raise unknown_address(form, address)
    return form.index[address]


def _numbers_of(last_year: Report | None, form: Form) -> dict[int, int | None]:
    if last_year is None:
        return {}
    known = dict(zip(form_of(last_year).index, last_year.values(), strict=True))
    return {
        place: value
        for address, place in form.index.items()
        if isinstance(value := known.get(address), int)
    }


@cache
def _components(equations: Equations) -> tuple[tuple[int, ...], ...]:
    """The equations in groups that share no cell, so that each can be explained by itself."""
    group = list(range(len(equations.rows)))
    for places in equations.rows_of.values():
        first, *others = places
        for other in others:
            old, new = group[other], group[first]
            group = [new if one == old else one for one in group]
    return tuple(
        tuple(place for place, one in enumerate(group) if one == name)
        for name in dict.fromkeys(group)
    )


def _ordered(
    parts: list[list[Found]], observed: Observed, budget: Budget
) -> tuple[Explanation, ...]:
    """Every choice of one set for each part, those for which most speaks first."""
    ranked = []
    for part in parts:
        weighed = [
            (weigh(found.values, evidence_of(found.values, observed)), sorted(found.values), found)
            for found in part
        ]
        weighed.sort(key=lambda one: one[:2])
        ranked.append(weighed)
    chosen = [
        (sum(one[0] for one in choice), sorted(cell for one in choice for cell in one[1]), choice)
        for choice in islice(product(*ranked), budget.explanations)
    ]
    chosen.sort(key=lambda one: one[:2])
    return tuple(_explanation([one[2] for one in choice], observed) for _, _, choice in chosen)


def _explanation(found: list[Found], observed: Observed) -> Explanation:
    form = observed.form
    values = {cell: value for one in found for cell, value in one.values.items()}
    rooms = {cell: room for one in found for cell, room in one.ranges.items()}
    evidence = evidence_of(values, observed)
    alone: dict[int, list[Evidence]] = {cell: [] for cell in values}
    together = []
    for kind, groups in evidence.items():
        for cells in groups:
            if len(cells) == 1:
                alone[cells[0]].append(kind)
            else:
                together.append((kind, tuple(form.cells[cell].address for cell in cells)))
    changes = tuple(
        Change(
            cell=form.cells[cell].address,
            old=observed.old[cell],
            new=value,
            room=rooms.get(cell),
            evidence=tuple(alone[cell]),
            form=form,
        )
        for cell, value in sorted(values.items())
    )
    return Explanation(changes, tuple(together))


# --- in words ---------------------------------------------------------------------------------


def _reason(diagnosis: Diagnosis) -> Bilingual:
    size, failing = diagnosis.size, diagnosis.failing
    most = equations_of(form_of(diagnosis.report)).most_rows
    if not diagnosis.complete:
        return Bilingual(
            f"试过 {diagnosis.steps} 步，尚未找全；只改 {size - 1} 格的办法都不成立。",
            f"After {diagnosis.steps} steps the search was not finished; nothing that changes "
            f"{size - 1} cells will do.",
        )
    if not diagnosis.count:
        return Bilingual(
            "在认定无误的格不变的前提下，怎样改也不能使各项等式都成立。",
            "With the cells that are known to be right, no change makes all relations hold.",
        )
    if size == 0:
        return Bilingual("没有不成立的等式。", "No relation fails.")
    if size == 1:
        return Bilingual(
            "等式不成立，至少有一格有误；改这一格就都成立。",
            "A relation fails, so at least one cell is wrong; this change makes all relations hold.",
        )
    if diagnosis.bound == size:
        return Bilingual(
            f"有 {failing} 条独立的等式不成立，一格至多出现在其中 {most} 条，不同的表没有共同的格，"
            f"所以至少有 {size} 格有误。",
            f"{failing} independent relations fail; a cell stands in {most} of them at most, and "
            f"no cell in two tables, so at least {size} cells are wrong.",
        )
    return Bilingual(
        f"不成立的等式中各格都试过（{diagnosis.steps} 步）：改动少于 {size} 格，总有等式不成立或有格变为负数。",
        f"Every cell of the failing relations was tried ({diagnosis.steps} steps): with fewer than "
        f"{size} cells changed, some relation fails still or some cell becomes negative.",
    )


def _lines(diagnosis: Diagnosis, language: Language) -> list[str]:
    zh = language == "zh"
    reason = diagnosis.reason[language]
    if not diagnosis.complete or not diagnosis.count or not diagnosis.size:
        return [reason]
    shown = diagnosis.explanations[:_SHOWN]
    if diagnosis.unique:
        (only,) = shown
        head = "只有一种最小的解释：" if zh else "There is one smallest explanation: "
        return [head + only.explain(language) + ("。" if zh else "."), reason]
    head = (
        f"有 {diagnosis.count} 种同样小的解释（各改 {diagnosis.size} 格），可能性大的在前："
        if zh
        else f"There are {diagnosis.count} explanations of the same size ({diagnosis.size} cells), "
        "the likelier first:"
    )
    lines = [head, *(f"{i}. {one.explain(language)}" for i, one in enumerate(shown, 1))]
    if diagnosis.count > len(shown):
        lines.append("……" if zh else "…")
    return [*lines, reason]


_SHOWN = 8
"""Explanations that are written out."""
