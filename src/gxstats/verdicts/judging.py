"""One file judged: read, checked, diagnosed and looked over."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from ..errors import GxstatsError, InvalidDocument, Problem
from ..forms.report import Report
from ..reading import Doubt, Notice, Place, Reading, Slip
from ..relations import Check, LinkedCheck, Outcome, check
from ..relations.years import cell_name
from ..text import LANGUAGES, Bilingual, Language
from . import wording
from .contents import DIAGNOSIS_STEPS, MOST_BYTES, beside, report_in, reports_in
from .failures import code_of, failure_of
from .names import printable

if TYPE_CHECKING:
    from ..diagnosis import Diagnosis
    from ..findings import Finding
    from .baseline import Accepted
    from .points import Point

__all__ = [
    "HELD",
    "OPEN",
    "UNREADABLE",
    "VIOLATED",
    "Failure",
    "Judged",
    "Skipped",
    "Spot",
    "Verdict",
    "judge",
    "judge_all",
    "judge_all_bytes",
    "judge_bytes",
    "worst",
]

HELD, VIOLATED, UNREADABLE, OPEN = 0, 1, 2, 3
_SEVERITY: Final = (HELD, OPEN, VIOLATED, UNREADABLE)
_NO_JSON: Final = "document.syntax"
_OF_LINES: Final = frozenset({"text", "csv"})
"""The kinds of file whose lines are lines of the file."""


def worst(codes: Iterable[int]) -> int:
    """The exit code of several files.

    >>> worst([0, 3]), worst([3, 1]), worst([1, 2, 0]), worst([])
    (3, 1, 2, 0)
    """
    return max(codes, key=_SEVERITY.index, default=HELD)


@attrs.frozen(kw_only=True)
class Spot:
    """Where in a file something stands, as far as that is known."""

    line: int | None = None
    """Line of the file, from 1, where it is a file of text."""
    column: int | None = None
    """Character of that line, from 1."""
    place: Place | None = None
    """Page, table, row and cell, or sheet and cell, where it was read from one."""

    def describe(self, language: Language = "zh") -> str:
        """The spot in words; empty where nothing is known."""
        if self.place is not None:
            return self.place.describe(language)
        if self.line is None:
            return ""
        return wording.SPOT.format(line=self.line, column=self.column or 1)[language]


@attrs.frozen(slots=False)
class _OnFile:
    """What every verdict has."""

    name: str
    """The file, as it was named."""
    document: bytes | None = attrs.field(repr=False, eq=False, kw_only=True, default=None)
    """The file itself, where it is a report document: it tells where an address stands."""

    @cached_property
    def _text(self) -> str:
        if self.document is None or len(self.document) > MOST_BYTES:
            return ""
        try:
            return self.document.decode("utf-8-sig")
        except UnicodeDecodeError:
            return ""

    @cached_property
    def _positions(self) -> Mapping[str, tuple[int, int]]:
        from ..wire.locating import positions

        return positions(self._text)

    def spot(self, address: str) -> Spot:
        """Where an address of a report document stands; of a key that is missing, what lacks it."""
        while address and address not in self._positions:
            address = address.rpartition("/")[0]
        if address not in self._positions:
            return Spot()
        line, column = self._positions[address]
        return Spot(line=line, column=column)

    def where(self, point: Point) -> Spot:
        """Where in the file the thing stands that a point tells of first."""
        from ..wire.locating import end_of_json

        if point.rule == _NO_JSON and self._text and (end := end_of_json(self._text)):
            line, column = end
            return Spot(line=line, column=column)
        address = point.cells[0] if point.cells else point.address
        return self.spot(address) if address else Spot()

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Everything that there is to say of the file, one by one."""
        from .points import PointKind, points_of

        quiet = PointKind.UNDECIDED_HINT
        return tuple(point for point in points_of(self) if point.kind is not quiet)  # type: ignore[arg-type]


@attrs.frozen(slots=False)
class Failure(_OnFile):
    """A file from which no report could be had."""

    error: GxstatsError

    @property
    def exit_code(self) -> int:
        """Always 2."""
        return UNREADABLE

    @property
    def outcome(self) -> str:
        """What became of the file: ``"unreadable"``."""
        return "unreadable"

    @property
    def code(self) -> str:
        """The code of what went wrong; of several problems, that of the first."""
        return code_of(self.error)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with a document, each with its address."""
        return self.error.problems if isinstance(self.error, InvalidDocument) else ()

    def sentence(self, language: Language = "zh") -> str:
        """What is wrong, in one sentence."""
        count = len(self.problems)
        if not count:
            return self.error.explain(language)
        return (wording.ONE_PROBLEM if count == 1 else wording.PROBLEMS.format(count=count))[
            language
        ]

    def to_dict(self, language: Language = "zh") -> dict[str, Any]:
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
                    "message": {lang: problem.message(lang) for lang in LANGUAGES},
                }
                for problem in self.problems
            ],
        }


@attrs.frozen(slots=False)
class Skipped(Failure):
    """A file met in a folder that nobody would take for a report, such as a picture."""

    @property
    def exit_code(self) -> int:
        """Always 0: nothing is wrong with it."""
        return HELD

    @property
    def outcome(self) -> str:
        """What became of the file: ``"skipped"``."""
        return "skipped"

    def to_dict(self, language: Language = "zh") -> dict[str, Any]:
        """As JSON values."""
        return {"file": printable(self.name), "skipped": self.error.explain(language)}


@attrs.frozen(slots=False)
class Judged(_OnFile):
    """A report that was read and checked."""

    report: Report
    reading: Reading | None
    """How it was read; ``None`` for a report document, which leaves nothing in doubt."""
    check: Check | LinkedCheck
    """With the ties to last year's report, where that was beside it."""
    accepted: Mapping[str, Accepted] = attrs.field(factory=dict, eq=False, kw_only=True)
    """The violations that a :class:`Baseline` accepts, by the id of the relation."""

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What the reading left open."""
        return self.reading.doubts if self.reading else ()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the reading has to say beside."""
        return self.reading.notices if self.reading else ()

    @cached_property
    def slips(self) -> Mapping[str, Slip]:
        """Whose slip each relation is that fails or that a doubt leaves open, by its id."""
        return {slip.relation: slip for slip in self.reading.slips} if self.reading else {}

    @property
    def exit_code(self) -> int:
        """0 if all holds or is accepted, 1 if something is violated, 3 if something is open."""
        if len(self.check.violated) > len(self.accepted):
            return VIOLATED
        if self.check.undecided or self.doubts:
            return OPEN
        return HELD

    @property
    def outcome(self) -> str:
        """What became of the file: ``"violated"``, ``"open"`` or ``"held"``."""
        return {VIOLATED: "violated", OPEN: "open", HELD: "held"}[self.exit_code]

    @cached_property
    def diagnosis(self) -> Diagnosis | None:
        """Which cells are wrong, as far as a short search tells; None if no sum is violated."""
        if not self.check.violated:
            return None
        from ..diagnosis import Budget, diagnose

        last_year = self.check.last_year if isinstance(self.check, LinkedCheck) else None
        budget = Budget(steps=DIAGNOSIS_STEPS)
        return diagnose(self.report, last_year=last_year, budget=budget)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the figures betray beside the sums; that never decides the verdict."""
        return tuple(beside(self.report, self.reading))

    def spot(self, address: str) -> Spot:
        """Where a cell stands in the file."""
        if self.reading is None:
            return super().spot(address)
        source = self.reading.cells.get(address)
        return self.spot_of(None if source is None else source.place)

    def where(self, point: Point) -> Spot:
        """Where in the file the cell stands that a point names first, or what it is about."""
        if point.cells:
            return self.spot(point.cells[0])
        return self.spot_of(getattr(point.origin, "place", None))

    def spot_of(self, place: Place | None) -> Spot:
        """A place of the source as a spot of the file."""
        if place is None or self.reading is None:
            return Spot()
        return Spot(line=place.line if self.reading.container in _OF_LINES else None, place=place)

    def facts(self, language: Language = "zh") -> tuple[str, str, str]:
        """The organ, the year and the form, in words."""
        year = (
            wording.YEAR.format(year=self.report.year)
            if self.report.year
            else wording.YEAR_UNKNOWN
        )
        organ = self.report.organ.name or wording.ORGAN_UNKNOWN[language]
        return organ, year[language], self.report.form.title[language]

    def sentence(self, language: Language = "zh") -> str:
        """The verdict in one sentence."""
        found = self.check
        held, violated = len(found.held), len(found.violated)
        undecided = len(found.undecided)
        left_open = wording.OPEN.format(undecided=undecided)[language] if undecided else ""
        if found.verdict is Outcome.HELD:
            sentence = wording.ALL_HELD.format(held=held)
        elif found.verdict is Outcome.VIOLATED:
            sentence = wording.SOME_VIOLATED.format(
                violated=violated, held=held, open=left_open, binding=held + violated + undecided
            )
        else:
            sentence = wording.SOME_OPEN.format(held=held, open=left_open)
        said = sentence[language]
        if self.accepted:
            some = wording.SOME_ACCEPTED.format(count=len(self.accepted))
            told = wording.ALL_ACCEPTED if len(self.accepted) == violated else some
            said = said[:-1] + told[language] + said[-1]
        if self.doubts:
            doubts = wording.READ_IN_DOUBT.format(doubts=len(self.doubts))[language]
            said += doubts if language == "zh" else f" {doubts}"
        return said

    def blanks(self, most: int) -> Bilingual:
        """How many sums which blanks leave open, the first few blanks by name."""
        undecided = self.check.undecided
        blank = dict.fromkeys(
            address
            for result in undecided
            for address, value in result.cells.items()
            if value is None
        )
        names = Bilingual(
            *(
                wording.LIST[language].join(
                    cell_name(self.check.form, address, language) for address in list(blank)[:most]
                )
                for language in LANGUAGES
            )
        )
        return wording.BLANKS.format(undecided=len(undecided), blank=len(blank), names=names)

    def doubt(self, doubt: Doubt, language: Language = "zh") -> str:
        """A doubt as a clerk knows its cell: by the place in the table, not by the address."""
        if doubt.cell is None:
            return doubt.explain(language)
        place = self.check.form[doubt.cell].name(language)
        return f"{place}{wording.COLON[language]}{doubt.reason[language]}"

    def doubts_by_line(self, language: Language = "zh") -> list[str]:
        """The doubts; those that one line of the source raises are told once."""
        sentences = []
        for first, others in self.first_doubts:
            said = self.doubt(first, language)
            if others:
                said += wording.AND_CELLS.format(count=others)[language]
            sentences.append(said)
        return sentences

    @property
    def first_doubts(self) -> tuple[tuple[Doubt, int], ...]:
        """The first doubt that each line of the source raises, and how many more it raises."""
        grouped = (tuple(group) for _, group in groupby(self.doubts, self._line_of_doubt))
        return tuple((first, len(others)) for first, *others in grouped)

    def _line_of_doubt(self, doubt: Doubt) -> object:
        if doubt.cell is None:
            return doubt
        position = self.check.form[doubt.cell].position
        return doubt.code, doubt.printed, position.table, position.row

    def head(self) -> dict[str, Any]:
        """Which file it is, on which form, and the verdict, as JSON values."""
        return {
            "file": printable(self.name),
            "edition": self.report.edition,
            "form": self.check.form.id,
            "verdict": self.check.verdict.value,
        }

    def to_dict(self, language: Language = "zh") -> dict[str, Any]:  # noqa: ARG002 - a failure needs it
        """As JSON values."""
        linked = self.check.last_year.year if isinstance(self.check, LinkedCheck) else None
        return {
            **self.head(),
            "last_year": linked,
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
            "accepted": [attrs.asdict(one) for one in self.accepted.values()],
            "doubts": [doubt.to_dict() for doubt in self.doubts],
            "slips": [slip.to_dict() for slip in self.slips.values()],
            "diagnosis": None if self.diagnosis is None else self.diagnosis.in_short(),
            "findings": [finding.to_dict() for finding in self.findings],
        }


Verdict: TypeAlias = Judged | Failure


def judge(source: str | os.PathLike[str]) -> Verdict:
    """The verdict on a file: a published report of any readable kind, or a report document.

    Its content tells which of the two it is. Nothing that is wrong with a file is raised: it is
    the verdict, a :class:`Failure`. A file with several reports is for :func:`judge_all`.

    >>> from gxstats import examples
    >>> verdict = judge(examples.path("yindu-2019"))
    >>> verdict.exit_code, verdict.sentence("en")
    (0, 'All 40 cross-checks hold.')
    >>> judge("no such file").sentence("en")
    'no such file'
    """
    name = os.fspath(source)
    data = _contents(name)
    return data if isinstance(data, Failure) else judge_bytes(data, name)


def judge_all(source: str | os.PathLike[str]) -> tuple[Verdict, ...]:
    """The verdict on every report in a file, as :func:`gxstats.read_all` finds them.

    Where there are several, each has a name of its own: ``FILE:MEMBER`` in a packed file,
    ``FILE#2`` in a document. A file that gives no report has one verdict, a :class:`Failure`.
    """
    name = os.fspath(source)
    data = _contents(name)
    return (data,) if isinstance(data, Failure) else judge_all_bytes(data, name)


def _contents(name: str) -> bytes | Failure:
    try:
        with Path(name).open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        return Failure(name, failure_of(error))
    except ValueError:  # a NUL in the name
        return Failure(name, failure_of(FileNotFoundError()))


def judge_bytes(data: bytes, name: str) -> Verdict:
    """The verdict on a file of which the bytes are there, such as an upload.

    ``name`` is how it is called in the verdict.

    >>> judge_bytes(b"", "empty.html").to_dict("en")["error"]
    'the file is empty'
    """
    (verdict,) = _verdicts(data, name, lambda: [(name, *report_in(data, name))])
    return verdict


def judge_all_bytes(data: bytes, name: str) -> tuple[Verdict, ...]:
    """The verdict on every report in a file of which the bytes are there: see :func:`judge_all`."""
    return _verdicts(data, name, lambda: reports_in(data, name))


def _verdicts(
    data: bytes, name: str, reports: Callable[[], list[tuple[str, Report, Reading | None]]]
) -> tuple[Verdict, ...]:
    try:
        found = reports()
    except InvalidDocument as error:
        return (Failure(name, error, document=data),)
    except GxstatsError as error:
        return (Failure(name, error),)
    return tuple(
        Judged(own, report, reading, check(report), document=None if reading else data)
        for own, report, reading in found
    )
