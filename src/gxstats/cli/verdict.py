"""The verdict on one file, printed for a clerk."""

from __future__ import annotations

from collections import Counter
from typing import Final

import attrs

from ..forms.report import Report
from ..reading import Slip
from ..relations import Outcome, check
from ..text import Language
from ..verdicts import judging
from ..verdicts.judging import HELD, OPEN, UNREADABLE, VIOLATED, worst
from ..verdicts.points import PointKind, with_slip
from ..verdicts.wording import ACCEPTED, WHOSE
from . import texts
from .printing import Printer, shown_name
from .sources import Loaded

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

VERDICT_STYLES: Final = {
    Outcome.HELD: "bold green",
    Outcome.VIOLATED: "bold red",
    Outcome.UNDECIDED: "bold yellow",
}
_MOST_BESIDE: Final = 3
_NOTICE_LENGTH: Final = 120
"""Characters of a notice, unless everything is asked for."""


def known_facts(report: Report, language: Language) -> list[str]:
    """The organ and the year of a report, as one text, as far as they are known."""
    facts = [report.organ.name] if report.organ.name else []
    if report.year:
        facts.append(texts.YEAR.format(year=report.year)[language])
    return [" · ".join(facts)] if facts else []


@attrs.frozen(slots=False)
class Failure(judging.Failure):
    """A file from which no report could be had."""

    def show(self, printer: Printer, language: Language, most: int | None) -> None:
        """Print it."""
        printer.line(shown_name(self.name, language), style="bold")
        if self.problems:
            printer.problems(self.problems, language, most)
        else:
            sentence = self.error.explain(language)
            printer.finding(texts.UNREADABLE[language], sentence, "bold red", indent=0)


@attrs.frozen(slots=False)
class Judged(judging.Judged):
    """A report that was read and checked."""

    @classmethod
    def of(cls, name: str, loaded: Loaded) -> Judged:
        """Check a loaded report."""
        return cls(name, loaded.report, loaded.reading, check(loaded.report))

    @property
    def loaded(self) -> Loaded:
        """What the file holds."""
        return Loaded(self.report, self.reading)

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
        label, style = found.verdict.label, VERDICT_STYLES[found.verdict]
        if self.exit_code != VIOLATED and (self.doubts or self.accepted):
            label = ACCEPTED if self.accepted else label
            style = VERDICT_STYLES[Outcome.UNDECIDED]
        printer.finding(label[language], self.sentence(language), style, indent=0)

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
            (ACCEPTED, "dim", self._accepted(language), most),
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
            form[address].table
            for result in self.check.violated
            for address in result.cells
            if address in form
        }
        tables = tuple(table for table in form.tables if table in violated)
        if tables:
            from ..writing import TerminalForm

            printer.line()
            drawing = TerminalForm(form, self.report, language, tables)
            printer.console.print(drawing, soft_wrap=False)

    def in_short(self, language: Language) -> str:
        """The verdict in one line: the sums, whose slips they are, the organ and the year."""
        found = self.check
        comma = texts.SUMMARY_SEPARATOR[language]
        whose = Counter(slip.whose for slip in self._slips_of_violated().values())
        slips = comma.join(
            texts.SLIPS.format(count=count, whose=WHOSE[one.value])[language]
            for one, count in whose.items()
        )
        counts = (
            (texts.COUNT_VIOLATED, len(found.violated) - len(self.accepted)),
            (texts.COUNT_ACCEPTED, len(self.accepted)),
            (texts.COUNT_HELD, len(found.held)),
            (texts.COUNT_OPEN, len(found.undecided)),
            (texts.COUNT_DOUBTS, len(self.doubts)),
        )
        said = []
        for text, count in counts:
            if count:
                said.append(text.format(count=count)[language])
            if count and text is texts.COUNT_VIOLATED and slips:
                said[-1] += texts.IN_BRACKETS.format(inner=slips)[language]
        return "  ".join([comma.join(said), *known_facts(self.report, language)])

    def _title(self, language: Language) -> str:
        facts = self.facts(language)
        return f"{shown_name(self.name, language)}  {' · '.join(facts)}"

    def _slips_of_violated(self) -> dict[str, Slip]:
        """Whose slip a violated relation is, by its id; nothing is known of a report document."""
        violated = {result.relation.id for result in self.check.violated}
        return {id: slip for id, slip in self.slips.items() if id in violated}

    def _violated(self, language: Language) -> list[str]:
        """The violated relations, each with whose slip it is where that is known."""
        return [
            with_slip(result.explain(language), self.slips.get(result.relation.id), language)
            for result in self.check.violated
            if result.relation.id not in self.accepted
        ]

    def _accepted(self, language: Language) -> list[str]:
        """The violated relations that a baseline accepts, each with the reason."""
        kind = PointKind.ACCEPTED
        return [point.sentence(language) for point in self.points if point.kind is kind]

    def _diagnosis(self, language: Language) -> list[str]:
        if self.diagnosis is None or len(self.accepted) == len(self.check.violated):
            return []
        return [self.diagnosis.summary(language)]

    def _undecided(self, language: Language, most: int | None) -> list[str]:
        """The sums that blanks leave open: one by one if they are few, else the blanks."""
        undecided = self.check.undecided
        if most is None or len(undecided) <= most:
            return [result.explain(language) for result in undecided]
        return [self.blanks(most)[language]]

    def _notices(self, language: Language, most: int | None) -> list[str]:
        sentences = [notice.explain(language) for notice in self.notices]
        if most is None:
            return sentences
        return [
            sentence if len(sentence) <= _NOTICE_LENGTH else sentence[:_NOTICE_LENGTH] + "…"
            for sentence in sentences
        ]

    def _doubts(self, language: Language, most: int | None) -> list[str]:
        """The doubts; those that one line of the source raises are told once."""
        if most is None:
            return [self.doubt(doubt, language) for doubt in self.doubts]
        return self.doubts_by_line(language)


Judgement = Judged | Failure
