"""Facts about a report that are given on the command line, beside what its page prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from ..forms.report import Report
from ..text import Bilingual
from . import texts

__all__ = ["Supplied", "completed", "contradictions"]


@attrs.frozen
class Supplied:
    """A fact about the report that was given on the command line."""

    option: str
    field: str
    value: int | str | None

    def printed(self, report: Report) -> object:
        """What the page says of it."""
        return getattr(report if self.field == "year" else report.organ, self.field)


def completed(report: Report, supplied: Sequence[Supplied]) -> Report:
    """The report with what the page does not print."""
    missing: dict[str, Any] = {
        fact.field: fact.value
        for fact in supplied
        if fact.value is not None and fact.printed(report) is None
    }
    year = missing.pop("year", report.year)
    changed: dict[str, Any] = {"year": year, "organ": attrs.evolve(report.organ, **missing)}
    return attrs.evolve(report, **changed)


def contradictions(report: Report, supplied: Sequence[Supplied]) -> Iterator[Bilingual]:
    """Where the page and the command line do not agree."""
    for fact in supplied:
        printed = fact.printed(report)
        if fact.value is not None and printed not in {None, fact.value}:
            yield texts.CONTRADICTION.format(printed=printed, option=fact.option, given=fact.value)
