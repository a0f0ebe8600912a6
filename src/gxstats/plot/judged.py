"""What comes of the relations: of reports, or of the frames that :mod:`gxstats.columnar` gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, TypeAlias

import attrs

from ..forms.report import FORMS, Form, Report, each_report, newest_first
from ..forms.rules import Strength
from ..relations import Outcome, Relation, check, rulebook
from ..text import Bilingual
from .problems import require_pyarrow
from .results import numbered
from .wording import short

__all__ = [
    "FAMILIES",
    "Arrow",
    "JudgedReport",
    "Residuals",
    "binding_relations",
    "family_of",
    "judged",
    "relation_label",
    "residuals_of",
]

Arrow: TypeAlias = Any
"""A frame of any library that speaks the Arrow PyCapsule interface."""

FAMILIES: Final[Mapping[str, Bilingual]] = {
    rule.family: rule.label for form in FORMS.values() for rule in form.rules if rule.label
}
"""The binding relations by what they say: the beginning of their ids."""


def family_of(id: str) -> str:
    """The beginning of the id of a relation that says what it is about."""
    return ".".join(id.split(".")[:2])


@attrs.frozen
class JudgedReport:
    """A report and what comes of its relations."""

    name: str | None
    """The name of the organ."""
    year: int | None
    outcomes: Mapping[str, Outcome]
    """By id of the relation; those that its form does not have are not there."""

    def count(self, outcome: Outcome) -> int:
        """How many relations this came of."""
        return sum(one is outcome for one in self.outcomes.values())


@cache
def binding_relations() -> Mapping[str, tuple[Relation, Form]]:
    """The stated and implied relations of all forms, by id, in the order of the forms.

    One that only some forms have stands where those forms have it.
    """
    order: list[str] = []
    found: dict[str, tuple[Relation, Form]] = {}
    for form in newest_first():
        place = 0
        for relation in rulebook(form):
            if relation.strength is Strength.SOFT:
                continue
            if relation.id in found:
                place = order.index(relation.id) + 1
                continue
            order.insert(place, relation.id)
            found[relation.id] = relation, form
            place += 1
    return {id: found[id] for id in order}


def relation_label(relation: Relation, form: Form) -> Bilingual:
    """The row, or the column, that a relation is about."""
    cells = [form[address] for address in relation.addresses]
    first = cells[0]
    if not first.table.has_row_labels:
        return first.columns[-1]
    if len({cell.position.row for cell in cells}) > 1:
        return first.column
    row = short(first.row)
    return numbered(first.headings[-1], row) if len(first.headings) > 1 else row


def judged(reports: Iterable[Report] | Arrow) -> list[JudgedReport]:
    """What comes of the binding relations on each report.

    ``reports`` may be what :func:`gxstats.columnar.outcomes` gives.
    """
    rows = _rows_of(reports)
    if rows is None:
        return [_judged(report) for report in each_report(reports)]
    words = {outcome.value: outcome for outcome in Outcome}
    known = binding_relations()
    columns = [id for id in known if rows and id in rows[0]]
    if rows and not columns:
        raise ValueError("a frame without a column for any relation: expected that of outcomes()")
    return [
        JudgedReport(
            row.get("organ_name"),
            row.get("year"),
            {id: words[row[id]] for id in columns if row[id] is not None},
        )
        for row in rows
    ]


def _judged(report: Report) -> JudgedReport:
    return JudgedReport(
        report.organ.name,
        report.year,
        {
            result.relation.id: result.outcome
            for result in check(report)
            if result.relation.strength is not Strength.SOFT
        },
    )


@attrs.frozen
class Residuals:
    """What the binding relations leave over."""

    reports: int | None
    """How many reports there were; None where that is not known."""
    held: int | None
    """How many relations hold; None where that is not known."""
    undecided: int
    violated: tuple[tuple[str, int], ...]
    """Those that do not hold: their ids, and left minus right."""
    unknown: int
    """How many more do not hold whatever a blank stands for: by how much is not known."""


def residuals_of(reports: Iterable[Report] | Arrow) -> Residuals:
    """The residuals of the binding relations.

    ``reports`` may be what :func:`gxstats.columnar.findings` gives: it has no row for a relation
    that holds.
    """
    rows = _rows_of(reports)
    if rows is not None:
        missing = {"relation", "strength", "outcome", "residual"} - {*(rows[0] if rows else ())}
        if rows and missing:
            raise ValueError(
                f"a frame without {', '.join(sorted(missing))}: expected that of findings()"
            )
        found = [
            (row["relation"], Outcome(row["outcome"]), row["residual"])
            for row in rows
            if row["strength"] != Strength.SOFT.value
        ]
        return _counted(found, None)
    known = list(each_report(reports))
    return _counted(list(_findings(known)), len(known))


_Finding: TypeAlias = tuple[str, Outcome, int | None]


def _findings(reports: Sequence[Report]) -> Iterator[_Finding]:
    for report in reports:
        checked = check(report)
        for result in (*checked.held, *checked.violated, *checked.undecided):
            yield result.relation.id, result.outcome, result.residual


def _counted(found: Sequence[_Finding], reports: int | None) -> Residuals:
    violated = [(id, left) for id, outcome, left in found if outcome is Outcome.VIOLATED]
    return Residuals(
        reports=reports,
        held=None if reports is None else sum(outcome is Outcome.HELD for _, outcome, _ in found),
        undecided=sum(outcome is Outcome.UNDECIDED for _, outcome, _ in found),
        violated=tuple((id, left) for id, left in violated if left is not None),
        unknown=sum(left is None for _, left in violated),
    )


def _rows_of(reports: Iterable[Report] | Arrow) -> list[dict[str, Any]] | None:
    """The rows of a frame; None if it is none."""
    if not hasattr(reports, "__arrow_c_stream__"):
        return None
    table: Callable[[Any], Any] = require_pyarrow().table
    rows: list[dict[str, Any]] = table(reports).to_pylist()
    return rows
