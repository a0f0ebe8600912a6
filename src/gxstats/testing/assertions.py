"""Assertions about reports, for pytest."""

from __future__ import annotations

from typing import TypeVar

from ..forms.report import Report
from ..relations import check
from ..text import Language

__all__ = ["assert_consistent"]

_Report = TypeVar("_Report", bound=Report)


def assert_consistent(report: _Report, *, language: Language = "en") -> _Report:
    """Fail, with the sentences that a clerk would read, unless the report adds up.

    No stated or implied relation may be violated, and none may be left open by a blank: a test
    that passes because there is nothing to check proves nothing. Returns the report.

    >>> from gxstats import Organ, Report2021
    >>> from gxstats.testing import assert_consistent
    >>> blank = Report2021.blank(year=2023, organ=Organ(name="某局"))
    >>> assert_consistent(blank)
    Traceback (most recent call last):
        ...
    AssertionError: Blanks leave cross-checks undecided: 42 undecided.
    ...
    """
    __tracebackhide__ = True
    found = check(report)
    if found.violated or found.undecided:
        raise AssertionError(found.explain(language))
    return report
