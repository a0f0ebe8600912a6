"""What the sums of a report say of its blanks: which numbers they force, and within which bounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from ..forms.report import Form, Report, form_of, require_report
from ..relations import PREVIOUS, Relation
from ..relations.wording import relation_name
from ..relations.years import cell_name
from ..text import LANGUAGES, Language
from .equations import Equations, equations_of
from .evidence import Evidence
from .flows import Arcs, Contradicted, Flow, arcs_of

__all__ = ["Bounds", "Contradiction", "Deduced", "Deduction", "deduce"]


@attrs.frozen(kw_only=True)
class Deduced:
    """A blank that can hold one number only."""

    cell: str
    """Its address."""
    value: int
    relations: tuple[Relation, ...]
    """The relations that force it; none of them can be left out."""
    form: Form = attrs.field(repr=False, eq=False)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Whether a number is missing here: a blank that must be 0 is no slip."""
        return (Evidence.BLANK,) if self.value else ()

    def explain(self, language: Language = "zh") -> str:
        """The number, and how it follows."""
        name = cell_name(self.form, self.cell, language)
        names = [relation_name(relation, self.form)[language] for relation in self.relations]
        if language == "zh":
            by = "、".join(names)
            together = "合起来" if len(names) > 1 else ""
            return f"{name}空着，只能是 {self.value}（由{by}{together}推出）"
        by = "; ".join(names)
        together = " together" if len(names) > 1 else ""
        return f"{name} is blank and can only be {self.value} (from {by}{together})"

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "cell": self.cell,
            "value": self.value,
            "relations": [relation.id for relation in self.relations],
            "evidence": [kind.value for kind in self.evidence],
            "message": {language: self.explain(language) for language in LANGUAGES},
        }


@attrs.frozen(kw_only=True)
class Bounds:
    """A blank that can hold several numbers."""

    cell: str
    """Its address."""
    least: int
    greatest: int | None
    """``None`` where the sums set no bound: a cell holds twelve digits at most."""

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return attrs.asdict(self)


@attrs.frozen(kw_only=True)
class Contradiction:
    """Relations that cannot all hold, whatever the blanks are filled with."""

    relations: tuple[Relation, ...]
    """In the order of the form; none of them can be left out."""
    form: Form = attrs.field(repr=False, eq=False)

    def explain(self, language: Language = "zh") -> str:
        """Which relations they are."""
        names = [relation_name(relation, self.form)[language] for relation in self.relations]
        if language == "zh":
            if len(names) == 1:
                return f"{names[0]}一式，空白处无论填多少都不相符"
            return f"{'、'.join(names)}各式，空白处无论填多少都不能同时相符"
        if len(names) == 1:
            return f"{names[0]}: whatever stands in the blanks, this cannot be correct"
        return f"{'; '.join(names)}: whatever stands in the blanks, these cannot all be correct"

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "relations": [relation.id for relation in self.relations],
            "message": {language: self.explain(language) for language in LANGUAGES},
        }


@attrs.frozen(kw_only=True, repr=False)
class Deduction:
    """What the stated and implied relations of a report say of its blanks."""

    report: Report
    forced: tuple[Deduced, ...]
    """The blanks that can hold one number only, in the order of the form."""
    open: tuple[Bounds, ...]
    """The blanks in relations that can hold several, with their bounds."""
    contradictions: tuple[Contradiction, ...]
    """What cannot be true whatever the blanks hold. Of blanks that are tied to such relations
    nothing is said."""

    def filled(self) -> Report:
        """The report with the forced numbers filled in; the report itself stays as it is."""
        return self.report.replace(
            {one.cell: one.value for one in self.forced if not one.cell.startswith(PREVIOUS)}
        )

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "forced": [one.to_dict() for one in self.forced],
            "open": [one.to_dict() for one in self.open],
            "contradictions": [one.to_dict() for one in self.contradictions],
        }

    def __repr__(self) -> str:
        return (
            f"<Deduction: {len(self.forced)} blanks forced, {len(self.open)} open, "
            f"{len(self.contradictions)} contradictions>"
        )


def deduce(report: Report, *, last_year: Report | None = None) -> Deduction:
    """Which numbers the sums force in the blanks of a report, and what the others can be.

    Numbers are taken as they stand, and no blank is filled unless
    :meth:`Deduction.filled` is asked for. With ``last_year``, what that report carried over
    counts too.

    >>> from gxstats import examples, read
    >>> report = read(examples.path("yindu-2019")).report
    >>> gap = report.replace({"/requests/outcomes/total/natural_person": None})
    >>> for one in deduce(gap).forced:
    ...     print(one.cell, one.value, [relation.id for relation in one.relations])
    /requests/outcomes/total/natural_person 48 ['requests.balance.natural_person']
    """
    form = form_of(report)
    values: list[Any] = list(report.values())
    if last_year is None:
        equations = equations_of(form)
    else:
        require_report(last_year, "last_year")
        equations = equations_of(form, form_of(last_year))
        tied = equations.addresses[len(values) :]
        values += [last_year[address.removeprefix(PREVIOUS)] for address in tied]
    arcs = arcs_of(equations)
    forced: list[tuple[int, Deduced]] = []
    open_: list[tuple[int, Bounds]] = []
    contradictions: list[Contradiction] = []
    for places, cells in zip(equations.components, equations.cells_of, strict=True):
        # an equation without blanks says nothing of any
        rows = [row for row in places if any(values[c] is None for c in equations.rows[row])]
        try:
            flow = Flow(arcs, values, rows)
        except Contradicted as found:
            least = _least_contradiction(arcs, values, found.rows)
            contradictions.append(Contradiction(relations=_relations(equations, least), form=form))
            continue
        for cell in sorted(cell for cell in cells if values[cell] is None):
            low, high = flow.range(cell)
            address = equations.addresses[cell]
            if low == high:
                why = _least_reason(arcs, values, cell, low, rows)
                known = Deduced(
                    cell=address, value=low, relations=_relations(equations, why), form=form
                )
                forced.append((cell, known))
            else:
                open_.append((cell, Bounds(cell=address, least=low, greatest=high)))
    return Deduction(
        report=report,
        forced=tuple(one for _, one in sorted(forced, key=lambda pair: pair[0])),
        open=tuple(one for _, one in sorted(open_, key=lambda pair: pair[0])),
        contradictions=tuple(contradictions),
    )


def _relations(equations: Equations, rows: Sequence[int]) -> tuple[Relation, ...]:
    return tuple(equations.relations[row] for row in sorted(rows))


def _least_contradiction(
    arcs: Arcs, values: Sequence[int | None], rows: frozenset[int]
) -> list[int]:
    """Of equations that contradict each other, some that do so by themselves."""
    left = sorted(rows)
    for row in sorted(rows):
        fewer = [one for one in left if one != row]
        try:
            Flow(arcs, values, fewer)
        except Contradicted as found:
            left = sorted(found.rows)
    return left


def _least_reason(
    arcs: Arcs, values: Sequence[int | None], cell: int, value: int, rows: Sequence[int]
) -> list[int]:
    """Some equations that force a blank by themselves, none of which can be left out."""
    own = arcs.equations.rows_of[cell]
    for row in own:  # most follow from one equation alone
        if Flow(arcs, values, [row]).range(cell) == (value, value):
            return [row]
    left = list(rows)
    for row in sorted(rows, key=lambda one: one in own):
        fewer = [one for one in left if one != row]
        if Flow(arcs, values, fewer).range(cell) == (value, value):
            left = fewer
    return left
