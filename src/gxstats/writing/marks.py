"""What there is to say of single cells of a report: wrong, doubtful, blank or deduced, and why.

Every drawing and every annotated file shows these marks, and no other.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final, Protocol, Self

import attrs

from ..cells import CellValue
from ..diagnosis import Budget, Deduction, Diagnosis, deduce, diagnose, repair
from ..forms.report import Report
from ..notes import BLANK_SIGN
from ..relations import Check, check
from ..text import LANGUAGES, Bilingual, Language

__all__ = ["Mark", "MarkKind", "Marks", "number_text"]


def number_text(value: int | Decimal) -> str:
    """A number in plain digits, with every digit that it holds.

    >>> number_text(Decimal("4875.699")), number_text(Decimal("1E+2")), number_text(-2)
    ('4875.699', '100', '-2')
    """
    return format(value, "f") if isinstance(value, Decimal) else str(value)


class MarkKind(enum.Enum):
    """Why a cell is marked; of several kinds that apply, the first."""

    WRONG = "wrong"
    """Every smallest explanation of the failing sums is the same, and changes this cell."""
    SUSPECT = "suspect"
    """Some smallest explanations of the failing sums change this cell, and others do not."""
    VIOLATED = "violated"
    """It stands in a sum that fails, and no more is known."""
    DOUBTFUL = "doubtful"
    """The source leaves open what it holds; it was therefore not read."""
    DEDUCED = "deduced"
    """It is blank, and the sums leave one number for it."""
    BLANK = "blank"
    """It is blank."""

    @property
    def label(self) -> Bilingual:
        """The kind in words."""
        return _LABELS[self]

    @property
    def sign(self) -> str:
        """Says without colour what a colour says."""
        return _SIGNS[self]


_LABELS: Final = {
    MarkKind.WRONG: Bilingual("有误", "wrong"),
    MarkKind.SUSPECT: Bilingual("可能有误", "may be wrong"),
    MarkKind.VIOLATED: Bilingual("在不符的勾稽关系中", "in a cross-check that fails"),
    MarkKind.DOUBTFUL: Bilingual("原件不清，未读入", "in doubt in the source, not read"),
    MarkKind.DEDUCED: Bilingual("空白，可推出", "blank, follows from the others"),
    MarkKind.BLANK: Bilingual("空白", "blank"),
}
_SIGNS: Final = {
    MarkKind.WRONG: "→",
    MarkKind.SUSPECT: "?",
    MarkKind.VIOLATED: "!",
    MarkKind.DOUBTFUL: "¿",
    MarkKind.DEDUCED: "=",
    MarkKind.BLANK: BLANK_SIGN,
}
_ORDER: Final = tuple(MarkKind)


@attrs.frozen(kw_only=True)
class Mark:
    """What there is to say of one cell."""

    cell: str
    """Its address."""
    kind: MarkKind
    old: CellValue
    """What the report says."""
    new: int | Decimal | None = None
    """What it should be, of a cell that is wrong or deduced."""
    reasons: tuple[Bilingual, ...] = ()
    """The diagnosis, the doubt or the deduction, then each failing sum with its numbers."""

    def explain(self, language: Language = "zh") -> str:
        """All reasons, a line each; of a plain blank, that it is blank."""
        said = [reason[language] for reason in self.reasons]
        return "\n".join(said) or self.kind.label[language]


@attrs.frozen(kw_only=True)
class Marks:
    """A report with the marks of its cells, and the findings that the marks come from.

    >>> from gxstats import examples, read
    >>> report = read(examples.path("yindu-2019")).report
    >>> slip = report.replace({"/requests/outcomes/granted/natural_person": 34})
    >>> [mark] = [mark for mark in Marks.diagnosed(slip) if mark.kind is MarkKind.WRONG]
    >>> mark.cell, mark.old, mark.new
    ('/requests/outcomes/granted/natural_person', 34, 43)
    """

    report: Report
    check: Check
    diagnosis: Diagnosis | None = None
    deduction: Deduction | None = None
    by_cell: Mapping[str, Mark] = attrs.field(hash=False)
    """The mark of each cell that has one, by address, in the order of the form."""
    doubts: Mapping[str, Bilingual] = attrs.field(factory=dict, hash=False)
    """Why the reading left a cell open, by address."""
    asides: tuple[Bilingual, ...] = ()
    """What there is to say of the report as a whole, such as that its year is in doubt."""

    @classmethod
    def of(
        cls,
        report: Report,
        *,
        diagnosis: Diagnosis | None = None,
        deduction: Deduction | None = None,
        doubts: Mapping[str, Bilingual] | None = None,
        asides: Iterable[Bilingual] = (),
    ) -> Self:
        """The marks of a report, with what a diagnosis and a deduction say of it.

        ``doubts`` tells by address why the reading left a cell open, ``asides`` is what there is
        to say of the report as a whole. With a diagnosis that came to
        its end, the cells of failing sums that no explanation changes are not marked. Raises
        :class:`ValueError` when the diagnosis is of another report.
        """
        if diagnosis is not None and diagnosis.report != report:
            raise ValueError("the diagnosis is of another report")
        found = check(report)
        marks = _Collected(report)
        if diagnosis is not None and diagnosis.complete:
            _mark_changes(marks, diagnosis)
        else:
            for result in found.violated:
                for address in result.cells:
                    marks.add(address, MarkKind.VIOLATED)
        for address, reason in (doubts or {}).items():
            marks.add(address, MarkKind.DOUBTFUL, reason)
        for deduced in () if deduction is None else deduction.forced:
            if report[deduced.cell] is None:
                marks.add(deduced.cell, MarkKind.DEDUCED, _both(deduced), deduced.value)
        for cell, value in report.cells():
            if value is None:
                marks.add(cell.address, MarkKind.BLANK)
        for result in found.violated:
            for address in result.cells:
                marks.add_reason(address, _both(result))
        return cls(
            report=report,
            check=found,
            diagnosis=diagnosis,
            deduction=deduction,
            by_cell={
                address: mark for address in report.form.index if (mark := marks.of(address))
            },
            doubts=dict(doubts or {}),
            asides=tuple(asides),
        )

    @classmethod
    def diagnosed(
        cls,
        report: Report,
        *,
        last_year: Report | None = None,
        doubts: Mapping[str, Bilingual] | None = None,
        asides: Iterable[Bilingual] = (),
        budget: Budget | None = None,
    ) -> Self:
        """The marks of a report, diagnosed and with its blanks deduced.

        Where one explanation is the only one, the blanks are deduced from the repaired report.
        Raises what :func:`gxstats.diagnosis.diagnose` raises.
        """
        diagnosis = diagnose(report, last_year=last_year, budget=budget or Budget())
        right = repair(report, diagnosis.explanations[0]).report if diagnosis.unique else report
        deduction = deduce(right, last_year=last_year)
        return cls.of(
            report, diagnosis=diagnosis, deduction=deduction, doubts=doubts, asides=asides
        )

    def __iter__(self) -> Iterator[Mark]:
        return iter(self.by_cell.values())

    def __contains__(self, address: object) -> bool:
        return address in self.by_cell

    @property
    def kinds(self) -> tuple[MarkKind, ...]:
        """The kinds that occur, in the order of their weight."""
        there = {mark.kind for mark in self}
        return tuple(kind for kind in _ORDER if kind in there)


class _Collected:
    """Marks while they are put together: the first kind that is given to a cell stays."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.found: dict[str, Mark] = {}

    def of(self, address: str) -> Mark | None:
        return self.found.get(address)

    def add(
        self,
        address: str,
        kind: MarkKind,
        reason: Bilingual | None = None,
        new: int | Decimal | None = None,
    ) -> None:
        if address not in self.found:
            self.found[address] = Mark(cell=address, kind=kind, old=self.report[address], new=new)
        if reason is not None:
            self.add_reason(address, reason)

    def add_reason(self, address: str, reason: Bilingual) -> None:
        """A further reason, for a cell that is marked."""
        mark = self.found.get(address)
        if mark is not None and reason not in mark.reasons:
            self.found[address] = attrs.evolve(mark, reasons=(*mark.reasons, reason))


def _mark_changes(marks: _Collected, diagnosis: Diagnosis) -> None:
    """Mark what the explanations change; a cell of last year's report has no place here."""
    form = diagnosis.report.form
    if diagnosis.unique:
        for change in diagnosis.explanations[0].changes:
            if change.cell in form:
                marks.add(change.cell, MarkKind.WRONG, _both(change), change.new)
        return
    said: dict[str, list[Bilingual]] = {}
    for explanation in diagnosis.explanations:
        for change in explanation.changes:
            said.setdefault(change.cell, []).append(_both(change))
    for address in form.index:
        if address in diagnosis.suspects:
            marks.add(address, MarkKind.SUSPECT)
            for reason in said.get(address, ())[:_MOST_POSSIBILITIES]:
                marks.add_reason(address, reason)


_MOST_POSSIBILITIES: Final = 3
"""Numbers that are told of for a cell that may be wrong; the first are the likeliest."""


class _Explains(Protocol):
    """A change, a result, a deduction: whatever says itself in both languages."""

    def explain(self, language: Language = ...) -> str: ...


def _both(said: _Explains) -> Bilingual:
    return Bilingual(*(said.explain(language) for language in LANGUAGES))
