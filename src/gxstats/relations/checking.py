"""Checking a report against the relations of its form."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NoReturn

import attrs

from ..errors import GxstatsError, Problem, WrongArgument
from ..forms.report import Form, Report, form_of
from ..forms.rules import Strength
from ..text import Bilingual, Language
from .linear import Relation, Term
from .rulebooks import rulebook
from .systems import Bits

__all__ = ["Check", "InconsistentReport", "Outcome", "Outcomes", "Result", "check"]


class Outcome(enum.Enum):
    """What a check finds of a relation, or of a report as a whole."""

    HELD = "held"
    VIOLATED = "violated"
    UNDECIDED = "undecided"

    @property
    def label(self) -> Bilingual:
        """The outcome in words."""
        return _OUTCOME_LABELS[self]


_OUTCOME_LABELS = {
    Outcome.HELD: Bilingual("相符", "held"),
    Outcome.VIOLATED: Bilingual("不符", "violated"),
    Outcome.UNDECIDED: Bilingual("无法判断", "undecided"),
}


@attrs.frozen
class Result:
    """One relation on one report: held, violated, or undecided because a cell is blank."""

    relation: Relation
    outcome: Outcome
    form: Form = attrs.field(repr=False)
    cells: Mapping[str, int | None] = attrs.field(hash=False)
    """The relation's cells with their values, left side first."""

    @property
    def left(self) -> int | None:
        """The left side, or None where one of its cells is blank."""
        return self.side(self.relation.left)

    @property
    def right(self) -> int | None:
        """The right side, or None where one of its cells is blank."""
        return self.side(self.relation.right)

    @property
    def residual(self) -> int | None:
        """Left minus right, or None where a cell is blank."""
        left, right = self.left, self.right
        return None if left is None or right is None else left - right

    def side(self, terms: Sequence[Term]) -> int | None:
        """The sum of some terms, or None where one of their cells is blank."""
        total = 0
        for term in terms:
            value = self.cells[term.address]
            if value is None:
                return None
            total += term.coefficient * value
        return total

    def known(self, terms: Sequence[Term]) -> int:
        """The sum of those terms whose cells are not blank."""
        return sum(term.coefficient * (self.cells[term.address] or 0) for term in terms)

    def explain(self, language: Language = "zh") -> str:
        """The sentence a clerk needs, with the numbers."""
        from .wording import result_text

        return result_text(self, language)


class Outcomes:
    """The results of several relations, sorted by what became of them."""

    def __bool__(self) -> NoReturn:
        """Refused: whoever asks *if check(report)* must say what is asked.

        Raises :class:`~gxstats.WrongArgument`.
        """
        expected = Bilingual(
            ".verdict（核对结论）、.violated（不成立的关系），或 .require()（不成立时报错）",
            ".verdict, .violated, or .require(), which raises if a relation is violated",
        )
        raise WrongArgument(
            Problem("truth.undefined", f"bool({type(self).__name__})", "", expected)
        )

    @cached_property
    def results(self) -> tuple[Result, ...]:
        """A result for each relation."""
        raise NotImplementedError

    @property
    def violated(self) -> tuple[Result, ...]:
        """The binding relations (stated and implied) that do not hold."""
        return self._select(Outcome.VIOLATED)

    @property
    def undecided(self) -> tuple[Result, ...]:
        """The binding relations that a blank leaves open."""
        return self._select(Outcome.UNDECIDED)

    @property
    def held(self) -> tuple[Result, ...]:
        """The binding relations that hold."""
        return self._select(Outcome.HELD)

    @property
    def hints(self) -> tuple[Result, ...]:
        """The soft relations that do not hold: worth a look, never an error."""
        return tuple(
            result
            for result in self.results
            if result.outcome is Outcome.VIOLATED and result.relation.strength is Strength.SOFT
        )

    def _select(self, outcome: Outcome) -> tuple[Result, ...]:
        return tuple(
            result
            for result in self.results
            if result.outcome is outcome and result.relation.strength is not Strength.SOFT
        )

    @property
    def verdict(self) -> Outcome:
        """Violated if a binding relation is, else undecided if one is, else held.

        Soft relations do not count: they are given as :attr:`hints`.
        """
        if self.violated:
            return Outcome.VIOLATED
        return Outcome.UNDECIDED if self.undecided else Outcome.HELD

    def require_held(self) -> None:
        """Raise :class:`InconsistentReport`, with the violations, if a binding one is violated."""
        violated = self.violated
        if violated:
            raise InconsistentReport(violated)

    def explain(self, language: Language = "zh") -> str:
        """The verdict and what matters first: violations, then hints, then what is open."""
        from .wording import check_text

        return check_text(self, language)


@attrs.frozen(eq=False, slots=False, repr=False)
class Check(Outcomes):
    """Every relation of a form, evaluated on one report.

    Iteration gives a :class:`Result` for each relation; ``check(report)["requests.balance.total"]``
    is one of them.
    """

    report: Report
    form: Form
    values: tuple[object, ...]
    violated_bits: Bits
    undecided_bits: Bits

    def __eq__(self, other: object) -> bool:
        return self.report == other.report if isinstance(other, Check) else NotImplemented

    def __hash__(self) -> int:
        return hash((Check, self.report))

    @cached_property
    def results(self) -> tuple[Result, ...]:
        """A result for each relation, in the order of the rulebook."""
        return tuple(self._result(place) for place in range(len(rulebook(self.form))))

    def _result(self, place: int) -> Result:
        relation = rulebook(self.form).relations[place]
        if self.violated_bits >> place & 1:
            outcome = Outcome.VIOLATED
        elif self.undecided_bits >> place & 1:
            outcome = Outcome.UNDECIDED
        else:
            outcome = Outcome.HELD
        index = self.form.index
        cells: dict[str, int | None] = {
            address: self.values[index[address]]  # type: ignore[misc]
            for address in relation.addresses
        }
        return Result(relation, outcome, self.form, cells)

    def __iter__(self) -> Iterator[Result]:
        return iter(self.results)

    def __len__(self) -> int:
        return len(self.results)

    def __getitem__(self, id: str) -> Result:
        """The result of the relation with this id."""
        return self._result(rulebook(self.form).place(id))

    @property
    def verdict(self) -> Outcome:
        """Violated if a binding relation is, else undecided if one is, else held.

        Soft relations do not count: they are given as :attr:`hints`.
        """
        binding = rulebook(self.form).binding
        if self.violated_bits & binding:
            return Outcome.VIOLATED
        if self.undecided_bits & binding:
            return Outcome.UNDECIDED
        return Outcome.HELD

    def require(self) -> Report:
        """The report, if no binding relation is violated.

        Raises :class:`InconsistentReport`, which carries the violations. Relations that a blank
        leaves open do not count: they are in :attr:`undecided`.
        """
        self.require_held()
        return self.report

    def __repr__(self) -> str:
        return (
            f"<Check {self.form.id} {self.verdict.value}: {len(self.held)} held, "
            f"{len(self.violated)} violated, {len(self.undecided)} undecided, "
            f"{len(self.hints)} hints>"
        )


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class InconsistentReport(GxstatsError, ValueError):
    """A report whose numbers do not add up; carries the violated relations."""

    violations: tuple[Result, ...]

    def __attrs_post_init__(self) -> None:
        super().__init__(*self.violations)

    def explain(self, language: Language = "zh") -> str:
        """Every violation, a line each."""
        return "\n".join(violation.explain(language) for violation in self.violations)


def check(report: Report) -> Check:
    """Evaluate every relation of the report's form.

    Each relation is held, violated, or undecided because a cell is blank; a blank that could
    hold nothing to make the sum come out does not save it from being violated.

    >>> from gxstats import DisputeResults, Organ, Report2021
    >>> report = Report2021.blank(year=2023, organ=Organ(name="某局")).replace({
    ...     "/disputes/reconsideration": DisputeResults(
    ...         upheld=10, corrected=1, other=0, pending=0, total=0)})
    >>> print(check(report)["disputes.total.reconsideration"].explain("zh"))
    表四“行政复议”：总计填 0，各项之和为 11（结果维持 10 ＋ 结果纠正 1，其余 2 项为 0），总计比各项之和少 11。
    """
    form = form_of(report)
    values = report.values()
    violated, undecided = rulebook(form).evaluate(values)
    return Check(report, form, values, violated, undecided)
