"""The verdict on one file: for a clerk as text, for a program as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import attrs

from ..batch.contents import DIAGNOSIS_STEPS, beside
from ..errors import GxstatsError, InvalidDocument, Problem
from ..reading import Doubt, Slip, Whose
from ..relations import Check, Outcome, check
from ..report import Report
from ..text import LANGUAGES, Language
from ..writing import TerminalForm
from . import texts
from .printing import Printer, shown_name
from .sources import Loaded
from .streams import printable

if TYPE_CHECKING:
    from ..diagnosis import Diagnosis
    from ..findings import Finding

__all__ = [
    "HELD",
    "OPEN",
    "UNREADABLE",
    "VERDICT_STYLES",
    "VIOLATED",
    "Failure",
    "Judged",
    "Judgement",
    "known_facts",
    "worst",
]

HELD, VIOLATED, UNREADABLE, OPEN = 0, 1, 2, 3
_SEVERITY: Final = (HELD, OPEN, VIOLATED, UNREADABLE)

VERDICT_STYLES: Final = {
    Outcome.HELD: "bold green",
    Outcome.VIOLATED: "bold red",
    Outcome.UNDECIDED: "bold yellow",
}
_WHOSE: Final = {
    Whose.PUBLISHER: texts.WHOSE_PUBLISHER,
    Whose.READER: texts.WHOSE_READER,
    Whose.UNDECIDABLE: texts.WHOSE_UNDECIDABLE,
}
_MOST_BESIDE: Final = 3
_NOTICE_LENGTH: Final = 120
"""Characters of a notice, unless everything is asked for."""


def worst(codes: Sequence[int]) -> int:
    """The exit code of several files.

    >>> worst([0, 3]), worst([3, 1]), worst([1, 2, 0]), worst([])
    (3, 1, 2, 0)
    """
    return max(codes, key=_SEVERITY.index, default=HELD)


def _facts_of(report: Report, language: Language) -> tuple[str, str, str]:
    """The organ, the year and the form of a report, in words."""
    year = texts.YEAR.format(year=report.year) if report.year else texts.YEAR_UNKNOWN
    organ = report.organ.name or texts.ORGAN_UNKNOWN[language]
    return organ, year[language], report.form.title[language]


def known_facts(report: Report, language: Language) -> list[str]:
    """The organ and the year of a report, as one text, as far as they are known."""
    facts = [report.organ.name] if report.organ.name else []
    if report.year:
        facts.append(texts.YEAR.format(year=report.year)[language])
    return [" · ".join(facts)] if facts else []


@attrs.frozen
class Failure:
    """A file from which no report could be had."""

    name: str
    error: GxstatsError

    @property
    def exit_code(self) -> int:
        """Always 2."""
        return UNREADABLE

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with a document, each with its address."""
        return self.error.problems if isinstance(self.error, InvalidDocument) else ()

    def to_dict(self, language: Language) -> dict[str, Any]:
        """As JSON values."""
        return {
            "file": printable(self.name),
            "error": self.error.explain(language),
            "problems": [
                {
                    "code": problem.code,
                    "address": problem.address,
                    "found": problem.found,
                    "expected": {lang: problem.expected[lang] for lang in LANGUAGES},
                }
                for problem in self.problems
            ],
        }

    def show(self, printer: Printer, language: Language, most: int | None) -> None:
        """Print it."""
        printer.line(shown_name(self.name, language), style="bold")
        if self.problems:
            printer.problems(self.problems, language, most)
        else:
            sentence = self.error.explain(language)
            printer.finding(texts.UNREADABLE[language], sentence, "bold red", indent=0)


@attrs.frozen(slots=False)
class Judged:
    """A report that was read and checked."""

    name: str
    loaded: Loaded
    check: Check

    @classmethod
    def of(cls, name: str, loaded: Loaded) -> Judged:
        """Check a loaded report."""
        return cls(name, loaded, check(loaded.report))

    @property
    def exit_code(self) -> int:
        """0 if all holds, 1 if something is violated, 3 if something is open or in doubt."""
        if self.check.verdict is Outcome.VIOLATED:
            return VIOLATED
        if self.check.verdict is Outcome.UNDECIDED or self.loaded.doubts:
            return OPEN
        return HELD

    def to_dict(self, language: Language) -> dict[str, Any]:  # noqa: ARG002 - a failure needs it
        """As JSON values."""
        return {
            **self.head(),
            "relations": [
                {
                    "id": result.relation.id,
                    "strength": result.relation.strength.value,
                    "outcome": result.outcome.value,
                    "left": result.left,
                    "right": result.right,
                    "residual": result.residual,
                    "cells": dict(result.cells),
                }
                for result in self.check
            ],
            "doubts": [doubt.to_dict() for doubt in self.loaded.doubts],
            "slips": [slip.to_dict() for slip in self.loaded.slips],
            "diagnosis": None if self.diagnosis is None else self.diagnosis.in_short(),
            "findings": [finding.to_dict() for finding in self.findings],
        }

    def head(self) -> dict[str, Any]:
        """Which file it is, on which form, and the verdict, as JSON values."""
        return {
            "file": printable(self.name),
            "edition": self.loaded.report.edition,
            "form": self.check.form.id,
            "verdict": self.check.verdict.value,
        }

    def show(self, printer: Printer, language: Language, most: int | None) -> None:
        """Print what a clerk needs: the verdict, then what matters first.

        ``most`` is how many findings of one kind are shown; None shows all.
        """
        self.show_headline(printer, language)
        self.show_findings(printer, language, most)

    def show_headline(self, printer: Printer, language: Language) -> None:
        """Print the file, the organ, the year and the form, and the verdict in one line."""
        found = self.check
        printer.line(self._title(language), style="bold")
        style = VERDICT_STYLES[found.verdict]
        if found.verdict is Outcome.HELD and self.loaded.doubts:
            style = VERDICT_STYLES[Outcome.UNDECIDED]
        printer.finding(found.verdict.label[language], self._sentence(language), style, indent=0)

    def show_doubts(self, printer: Printer, language: Language, most: int | None) -> None:
        """Print what the reading left in doubt."""
        sentences = self._doubts(language, most)
        for sentence in sentences[:most]:
            printer.finding(texts.DOUBT[language], sentence, "yellow")
        printer.rest(len(sentences), most, language)

    def show_findings(self, printer: Printer, language: Language, most: int | None) -> None:
        """Print what there is to say under the verdict."""
        found = self.check
        beside = None if most is None else _MOST_BESIDE
        groups = (
            (texts.VIOLATED, "red", self._violated(language), most),
            (texts.DIAGNOSIS, "magenta", self._diagnosis(language), None),
            (texts.HINT, "cyan", [result.explain(language) for result in found.hints], beside),
            (texts.BESIDE, "cyan", [one.explain(language) for one in self.findings], beside),
            (texts.DOUBT, "yellow", self._doubts(language, most), most),
            (texts.UNDECIDED, "yellow", self._undecided(language, beside), None),
            (texts.NOTICE, "dim", self._notices(language, beside), beside),
        )
        for mark, colour, sentences, limit in groups:
            for sentence in sentences[:limit]:
                printer.finding(mark[language], sentence, colour)
            printer.rest(len(sentences), limit, language)

    def show_tables(self, printer: Printer, language: Language) -> None:
        """Draw the tables in which a sum is violated."""
        form = self.check.form
        violated = {
            form[address].table for result in self.check.violated for address in result.cells
        }
        tables = tuple(table for table in form.tables if table in violated)
        if tables:
            printer.line()
            drawing = TerminalForm(form, self.loaded.report, language, tables)
            printer.console.print(drawing, soft_wrap=False)

    def in_short(self, language: Language) -> str:
        """The verdict in one line: the sums, whose slips they are, the organ and the year."""
        found = self.check
        comma = texts.SUMMARY_SEPARATOR[language]
        whose = Counter(slip.whose for slip in self._slips_of_violated().values())
        slips = comma.join(
            texts.SLIPS.format(count=count, whose=_WHOSE[one])[language]
            for one, count in whose.items()
        )
        counts = (
            (texts.COUNT_VIOLATED, len(found.violated)),
            (texts.COUNT_HELD, len(found.held)),
            (texts.COUNT_OPEN, len(found.undecided)),
            (texts.COUNT_DOUBTS, len(self.loaded.doubts)),
        )
        said = []
        for text, count in counts:
            if count:
                said.append(text.format(count=count)[language])
            if count and text is texts.COUNT_VIOLATED and slips:
                said[-1] += texts.IN_BRACKETS.format(inner=slips)[language]
        return "  ".join([comma.join(said), *known_facts(self.loaded.report, language)])

    def _title(self, language: Language) -> str:
        facts = _facts_of(self.loaded.report, language)
        return f"{shown_name(self.name, language)}  {' · '.join(facts)}"

    def _slips_of_violated(self) -> dict[str, Slip]:
        """Whose slip a violated relation is, by its id; nothing is known of a report document."""
        violated = {result.relation.id for result in self.check.violated}
        return {slip.relation: slip for slip in self.loaded.slips if slip.relation in violated}

    def _violated(self, language: Language) -> list[str]:
        """The violated relations, each with whose slip it is where that is known."""
        slips = self._slips_of_violated()
        sentences = []
        for result in self.check.violated:
            sentence = result.explain(language)
            if slip := slips.get(result.relation.id):
                whose = _WHOSE[slip.whose][language]
                sentence += texts.IN_BRACKETS.format(inner=whose)[language]
            sentences.append(sentence)
        return sentences

    @cached_property
    def diagnosis(self) -> Diagnosis | None:
        """Which cells are wrong, as far as a short search tells; None if no sum is violated."""
        if not self.check.violated:
            return None
        from ..diagnosis import Budget, diagnose

        return diagnose(self.loaded.report, budget=Budget(steps=DIAGNOSIS_STEPS))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the figures betray beside the sums; that never decides the verdict."""
        return tuple(beside(self.loaded.report, self.loaded.reading))

    def _diagnosis(self, language: Language) -> list[str]:
        return [] if self.diagnosis is None else [self.diagnosis.summary(language)]

    def _sentence(self, language: Language) -> str:
        found = self.check
        held, violated = len(found.held), len(found.violated)
        undecided = len(found.undecided)
        left_open = texts.OPEN.format(undecided=undecided)[language] if undecided else ""
        if found.verdict is Outcome.HELD:
            sentence = texts.ALL_HELD.format(held=held)
        elif found.verdict is Outcome.VIOLATED:
            sentence = texts.SOME_VIOLATED.format(
                violated=violated, held=held, open=left_open, binding=held + violated + undecided
            )
        else:
            sentence = texts.SOME_OPEN.format(held=held, open=left_open)
        said = sentence[language]
        if self.loaded.doubts:
            doubts = texts.READ_IN_DOUBT.format(doubts=len(self.loaded.doubts))[language]
            said += doubts if language == "zh" else f" {doubts}"
        return said

    def _undecided(self, language: Language, most: int | None) -> list[str]:
        """The sums that blanks leave open: one by one if they are few, else the blanks."""
        undecided = self.check.undecided
        if most is None or len(undecided) <= most:
            return [result.explain(language) for result in undecided]
        blank = dict.fromkeys(
            address
            for result in undecided
            for address, value in result.cells.items()
            if value is None
        )
        names = [self.check.form[address].name(language) for address in list(blank)[:most]]
        sentence = texts.BLANKS.format(
            undecided=len(undecided), blank=len(blank), names=texts.LIST[language].join(names)
        )
        return [sentence[language]]

    def _notices(self, language: Language, most: int | None) -> list[str]:
        sentences = [notice.explain(language) for notice in self.loaded.notices]
        if most is None:
            return sentences
        return [
            sentence if len(sentence) <= _NOTICE_LENGTH else sentence[:_NOTICE_LENGTH] + "…"
            for sentence in sentences
        ]

    def _doubts(self, language: Language, most: int | None) -> list[str]:
        """The doubts; those that one line of the source raises are told once."""
        if most is None:
            return [self._doubt(doubt, language) for doubt in self.loaded.doubts]
        sentences = []
        for _, group in groupby(self.loaded.doubts, self._line_of_doubt):
            first, *others = group
            sentence = self._doubt(first, language)
            if others:
                sentence += texts.AND_CELLS.format(count=len(others))[language]
            sentences.append(sentence)
        return sentences

    def _line_of_doubt(self, doubt: Doubt) -> object:
        if doubt.cell is None:
            return doubt
        position = self.check.form[doubt.cell].position
        return doubt.code, doubt.printed, position.table, position.row

    def _doubt(self, doubt: Doubt, language: Language) -> str:
        if doubt.cell is None:
            return doubt.explain(language)
        # A clerk knows the cell by its place in the table, not by its address.
        place = self.check.form[doubt.cell].name(language)
        return f"{place}{texts.COLON[language]}{doubt.reason[language]}"


Judgement = Judged | Failure
