"""A verdict point by point: what every format tells, once."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from ..errors import GxstatsError, Problem
from ..forms.rules import Strength
from ..reading import Doubt, Notice, Slip
from ..relations import Check, Outcome, Result
from ..text import LANGUAGES, Bilingual, Language
from . import wording
from .failures import said_of
from .judging import Failure, Judged, Skipped, Verdict

if TYPE_CHECKING:
    from ..diagnosis import Diagnosis
    from ..findings import Finding

__all__ = ["DIAGNOSIS", "Level", "Origin", "Point", "PointKind", "points_of", "with_slip"]

DIAGNOSIS: Final = "diagnosis"
"""The rule of the point that says which cells are wrong."""

Origin: TypeAlias = "Result | Diagnosis | Finding | Doubt | Notice | Problem | GxstatsError"
"""What a point tells of."""


class Level(enum.Enum):
    """How much a point weighs."""

    ERROR = "error"
    """A binding sum is violated, or there is no report."""
    WARNING = "warning"
    """Something was not read with certainty."""
    NOTE = "note"
    """Worth a look; it does not decide the verdict."""
    NONE = "none"
    """Nothing that could be said to be wrong: left open, or no report."""

    @property
    def label(self) -> Bilingual:
        """The level in words."""
        return wording.LEVELS[self.value]


class PointKind(enum.Enum):
    """What a point tells of."""

    VIOLATED = "violated"
    """A binding relation that does not hold."""
    ACCEPTED = "accepted"
    """A binding relation that does not hold, as is known and accepted."""
    HINT = "hint"
    """A soft relation that does not hold."""
    UNDECIDED = "undecided"
    """A binding relation that a blank leaves open."""
    UNDECIDED_HINT = "undecided_hint"
    """A soft relation that a blank leaves open: nothing that anybody need be told."""
    DIAGNOSIS = "diagnosis"
    """Which cells are wrong."""
    FINDING = "finding"
    """Something that the figures betray beside the sums."""
    DOUBT = "doubt"
    """Something that was not read with certainty."""
    NOTICE = "notice"
    """Something worth saying of the source."""
    PROBLEM = "problem"
    """Something that is wrong with a report document."""
    UNREADABLE = "unreadable"
    """A file from which no report could be had."""
    SKIPPED = "skipped"
    """A file that is no report, and that nobody would take for one."""

    @property
    def label(self) -> Bilingual:
        """The kind in words."""
        return wording.KINDS[self.value]


_KINDS: Final = {
    (Outcome.VIOLATED, False): PointKind.VIOLATED,
    (Outcome.VIOLATED, True): PointKind.HINT,
    (Outcome.UNDECIDED, False): PointKind.UNDECIDED,
    (Outcome.UNDECIDED, True): PointKind.UNDECIDED_HINT,
}
_LEVELS: Final = {
    PointKind.VIOLATED: Level.ERROR,
    PointKind.ACCEPTED: Level.NONE,
    PointKind.HINT: Level.NOTE,
    PointKind.UNDECIDED: Level.NONE,
    PointKind.UNDECIDED_HINT: Level.NONE,
    PointKind.DIAGNOSIS: Level.NOTE,
    PointKind.FINDING: Level.NOTE,
    PointKind.DOUBT: Level.WARNING,
    PointKind.NOTICE: Level.NOTE,
    PointKind.PROBLEM: Level.ERROR,
    PointKind.UNREADABLE: Level.ERROR,
    PointKind.SKIPPED: Level.NONE,
}


@attrs.frozen(kw_only=True)
class Point:
    """One thing that there is to say of a file."""

    kind: PointKind
    rule: str
    """The id of a relation, the kind of a finding, or a code: all are part of the contract."""
    message: Bilingual
    """The sentence, with the numbers."""
    origin: Origin = attrs.field(repr=False)
    cells: tuple[str, ...] = ()
    """The cells concerned, by address, the first of them first to look at."""
    address: str = ""
    """Where in a report document, as a JSON Pointer; empty for the whole of it."""
    slip: Slip | None = None
    """Whose slip it is that a relation does not hold, where that can be told."""

    @property
    def level(self) -> Level:
        """How much it weighs."""
        return _LEVELS[self.kind]

    def sentence(self, language: Language = "zh") -> str:
        """The message, with whose slip it is where that is known."""
        said = self.message[language]
        return with_slip(said, self.slip, language) if self.kind is PointKind.VIOLATED else said

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "kind": self.kind.value,
            "rule": self.rule,
            "level": self.level.value,
            "message": {language: self.sentence(language) for language in LANGUAGES},
            "cells": list(self.cells),
            "address": self.address,
        }


def with_slip(said: str, slip: Slip | None, language: Language) -> str:
    """What is said of a violated relation, with whose slip it is where that is known."""
    if slip is None:
        return said
    return said + wording.IN_BRACKETS.format(inner=wording.WHOSE[slip.whose.value])[language]


def points_of(verdict: Verdict) -> Iterator[Point]:
    """Everything that there is to say of a file.

    The relations in the order of the form, then the diagnosis, the findings, the doubts and the
    notices.
    """
    if isinstance(verdict, Failure):
        yield from _of_failure(verdict)
    else:
        yield from _of_report(verdict)


def _of_failure(failure: Failure) -> Iterator[Point]:
    if isinstance(failure, Skipped) or not failure.problems:
        skipped = isinstance(failure, Skipped)
        yield Point(
            kind=PointKind.SKIPPED if skipped else PointKind.UNREADABLE,
            rule=failure.code,
            message=said_of(failure.error),
            origin=failure.error,
        )
        return
    for problem in failure.problems:
        yield Point(
            kind=PointKind.PROBLEM,
            rule=problem.code,
            message=_both(problem.message),
            origin=problem,
            address=problem.address,
        )


def _of_report(judged: Judged) -> Iterator[Point]:
    found = judged.check
    all_held = isinstance(found, Check) and not found.violated_bits | found.undecided_bits
    for result in () if all_held else found:
        if result.outcome is not Outcome.HELD:
            yield _of_result(result, judged)
    if judged.diagnosis is not None and len(judged.accepted) < len(found.violated):
        yield Point(
            kind=PointKind.DIAGNOSIS,
            rule=DIAGNOSIS,
            message=_both(judged.diagnosis.summary),
            origin=judged.diagnosis,
            cells=_first_changes(judged.diagnosis),
        )
    for finding in judged.findings:
        yield Point(
            kind=PointKind.FINDING,
            rule=finding.kind.value,
            message=_both(finding.explain),
            origin=finding,
            cells=finding.cells,
        )
    for doubt in judged.doubts:
        yield Point(
            kind=PointKind.DOUBT,
            rule=doubt.code,
            message=Bilingual(judged.doubt(doubt, "zh"), judged.doubt(doubt, "en")),
            origin=doubt,
            cells=() if doubt.cell is None else (doubt.cell,),
        )
    for notice in judged.notices:
        yield Point(
            kind=PointKind.NOTICE,
            rule=notice.code,
            message=_both(notice.explain),
            origin=notice,
        )


def _of_result(result: Result, judged: Judged) -> Point:
    soft = result.relation.strength is Strength.SOFT
    known = judged.accepted.get(result.relation.id)
    message = _both(result.explain)
    if known is not None and known.reason:
        message = wording.ACCEPTED_BECAUSE.format(said=message, reason=known.reason)
    return Point(
        kind=_KINDS[result.outcome, soft] if known is None else PointKind.ACCEPTED,
        rule=result.relation.id,
        message=message,
        origin=result,
        cells=tuple(result.cells),
        slip=judged.slips.get(result.relation.id),
    )


def _first_changes(diagnosis: Diagnosis) -> tuple[str, ...]:
    """What the first explanation changes; nothing where the search came to none."""
    if not diagnosis.explanations:
        return ()
    return tuple(change.cell for change in diagnosis.explanations[0].changes)


def _both(explain: Any) -> Bilingual:
    return Bilingual(*(explain(language) for language in LANGUAGES))
