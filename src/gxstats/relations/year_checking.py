"""Checking a report against that of the year before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

from ..forms.report import Form, Report, form_of, require_report
from .checking import Check, Outcome, Outcomes, Result, check
from .linear import Comparison, Relation, lowering, raising
from .rulebooks import unknown_relation
from .years import PREVIOUS, year_links

__all__ = ["LinkedCheck", "YearCheck", "check_linked", "check_years", "require_following"]


@attrs.frozen(slots=False, repr=False)
class YearCheck(Outcomes):
    """Every relation that ties a report to that of the year before, evaluated on the two.

    Iteration and ``check_years(…)["requests.carried_over.total"]`` give a
    :class:`~gxstats.Result`; cells of the year before are addressed with ``previous:``.
    """

    last_year: Report
    report: Report

    @cached_property
    def results(self) -> tuple[Result, ...]:
        """A result for each relation, in the order in which the form declares them."""
        form, before = form_of(self.report), form_of(self.last_year)
        return tuple(self._result(relation, form) for relation in year_links(form, before))

    def _result(self, relation: Relation, form: Form) -> Result:
        cells: dict[str, int | None] = {
            address: self.last_year[address.removeprefix(PREVIOUS)]
            if address.startswith(PREVIOUS)
            else self.report[address]
            for address in relation.addresses
        }
        return Result(relation, _outcome(relation, cells), form, cells)

    def __iter__(self) -> Iterator[Result]:
        return iter(self.results)

    def __getitem__(self, id: str) -> Result:
        """The result of the relation with this id."""
        for result in self.results:
            if result.relation.id == id:
                return result
        raise unknown_relation(id, [result.relation.id for result in self.results])

    def __len__(self) -> int:
        return len(self.results)

    def __repr__(self) -> str:
        return (
            f"<YearCheck {self.last_year.year} to {self.report.year} {self.verdict.value}: "
            f"{len(self.held)} held, {len(self.violated)} violated, "
            f"{len(self.undecided)} undecided, {len(self.hints)} hints>"
        )


@attrs.frozen(slots=False)
class LinkedCheck(Outcomes):
    """A report's own relations, and those that tie it to the report of the year before."""

    own: Check
    years: YearCheck

    @property
    def report(self) -> Report:
        """The report that was checked."""
        return self.own.report

    @property
    def form(self) -> Form:
        """Its form."""
        return self.own.form

    @property
    def last_year(self) -> Report:
        """The report of the year before."""
        return self.years.last_year

    @cached_property
    def results(self) -> tuple[Result, ...]:
        """A result for each relation: the report's own first."""
        return (*self.own.results, *self.years.results)

    def __iter__(self) -> Iterator[Result]:
        return iter(self.results)


def check_linked(last_year: Report, report: Report) -> LinkedCheck:
    """Evaluate every relation of a report, and those that tie it to that of the year before.

    Raises :class:`ValueError` if their years do not follow each other.
    """
    years = check_years(last_year, report)
    return LinkedCheck(check(report), years)


def check_years(last_year: Report, report: Report) -> YearCheck:
    """Evaluate every relation that ties a report to that of the year before.

    The two may be on different forms. Raises :class:`ValueError` if their years do not follow
    each other.

    >>> import attrs
    >>> from gxstats import examples, read
    >>> report = read(examples.path("yindu-2019")).report
    >>> before = attrs.evolve(report, year=2018).replace({"/requests/carried_out/total": 3})
    >>> for result in check_years(before, report).violated:
    ...     print(result.explain("zh"))
    表三“总计”列：上年结转政府信息公开申请数量填 0，上年报告结转下年度继续办理填 3，前者比后者少 3。
    """
    require_following(last_year, report)
    return YearCheck(last_year, report)


def require_following(last_year: Report, report: Report) -> None:
    """Raise :class:`ValueError` if the years of two reports are known and do not follow."""
    require_report(report)
    require_report(last_year, "last_year")
    years = last_year.year, report.year
    if None not in years and years[0] + 1 != years[1]:  # type: ignore[operator]
        raise ValueError(f"the report of {years[0]} is not that of the year before {years[1]}")


def _outcome(relation: Relation, cells: Mapping[str, int | None]) -> Outcome:
    """Held, violated, or undecided because a blank could make it true."""
    terms = relation.terms
    residual = sum(term.coefficient * (cells[term.address] or 0) for term in terms)
    grows = any(cells[term.address] is None for term in raising(terms))
    shrinks = any(cells[term.address] is None for term in lowering(terms))
    too_much = residual > 0 and not shrinks
    too_little = residual < 0 and not grows and relation.comparison is Comparison.EQUAL
    if too_much or too_little:
        return Outcome.VIOLATED
    return Outcome.UNDECIDED if grows or shrinks else Outcome.HELD
