"""One file: read, checked, diagnosed and looked over, as rows of the tables that are written.

This is what the workers do. What leaves here is small and holds no objects of the model.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

import attrs

from ..diagnosis import Diagnosis
from ..errors import GxstatsError
from ..findings import Finding
from ..reading import Doubt, Limits, Reading
from ..reading.isolation import bounded_memory
from ..relations import Result, check
from ..report import Report
from ..text import Bilingual
from ..verdicts.contents import MOST_BYTES, report_in
from ..verdicts.judging import Judged
from ..verdicts.points import PointKind, points_of
from .failures import FileFailure, code_of, failure_of, is_no_report, said_of

__all__ = ["FileRow", "FoundRow", "Judgement", "Source", "Status", "failed", "judged"]


class Status(Enum):
    """What became of a file."""

    READ = "read"
    """Read, and nothing in doubt."""
    DOUBTFUL = "doubtful"
    """Read, with doubts."""
    UNREADABLE = "unreadable"
    """No report could be had from it."""
    NO_REPORT = "no_report"
    """Found in a folder, and nothing that anybody would take for a report, such as a picture."""


@attrs.frozen
class Source:
    """A file to be read."""

    name: str
    """As it is called in what is written."""
    path: str
    """As it is opened."""
    size: int
    """Bytes."""
    modified: int
    """When it was last changed, in nanoseconds since 1970."""
    found: bool
    """It was found, and not named itself."""


class FileRow(NamedTuple):
    """A row of the table ``files``, without the part that it is in."""

    file: str
    report: str | None
    size: int
    modified: int
    status: str
    verdict: str | None = None
    edition: str | None = None
    form: str | None = None
    year: int | None = None
    organ_name: str | None = None
    code: str | None = None
    message_zh: str | None = None
    message_en: str | None = None


class FoundRow(NamedTuple):
    """A row of the table ``findings``."""

    file: str
    report: str | None
    organ_name: str | None
    organ_code: str | None
    year: int | None
    form: str
    kind: str
    id: str
    strength: str | None
    outcome: str | None
    left: int | None
    right: int | None
    residual: int | None
    whose: str | None
    cells: list[str]
    changes: list[dict[str, str | None]] | None
    message_zh: str
    message_en: str


class Judgement(NamedTuple):
    """What comes of a file."""

    file: FileRow
    found: list[FoundRow]
    report: Report | None


def judged(source: Source) -> Judgement:
    """Read a file and judge what is in it; whatever is wrong with it becomes a row."""
    try:
        report, reading = _loaded(source.path)
        found = Judged(source.name, report, reading, check(report))
        status = Status.DOUBTFUL if found.doubts else Status.READ
        row = FileRow(
            source.name,
            None,
            source.size,
            source.modified,
            status.value,
            found.check.verdict.value,
            report.edition,
            found.check.form.id,
            report.year,
            report.organ.name,
        )
        return Judgement(row, list(_found(source, found)), report)
    except GxstatsError as error:
        return failed(source, error)
    except Exception as error:  # noqa: BLE001 - told as what it is; the other files are to be read
        return failed(source, FileFailure("file.fault", f"{type(error).__name__}: {error}"))


def failed(source: Source, error: GxstatsError) -> Judgement:
    """The row of a file that gave no report."""
    none = source.found and is_no_report(source.name, error)
    message = said_of(error)
    row = FileRow(
        source.name,
        None,
        source.size,
        source.modified,
        (Status.NO_REPORT if none else Status.UNREADABLE).value,
        code=code_of(error),
        message_zh=_without_surrogates(message.zh),
        message_en=_without_surrogates(message.en),
    )
    return Judgement(row, [], None)


def _without_surrogates(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def _loaded(path: str) -> tuple[Report, Reading | None]:
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise failure_of(error) from error
    limits = Limits(isolated=False)  # the worker itself is a process that may end
    with bounded_memory(limits):
        return report_in(data, path, limits)


_KINDS = {
    PointKind.VIOLATED: "relation",
    PointKind.HINT: "relation",
    PointKind.UNDECIDED: "relation",
    PointKind.UNDECIDED_HINT: "relation",
    PointKind.DIAGNOSIS: "diagnosis",
    PointKind.FINDING: "finding",
    PointKind.DOUBT: "doubt",
}
"""What a point is called in the table; the others are not in it."""


def _found(source: Source, judged: Judged) -> Iterator[FoundRow]:
    """Everything that was found in a report, the relations first."""
    report = judged.report
    head = (
        source.name,
        None,
        report.organ.name,
        report.organ.code,
        report.year,
        judged.check.form.id,
    )
    for point in points_of(judged):
        kind = _KINDS.get(point.kind)
        if kind is None:
            continue
        origin, message = point.origin, point.message
        strength = outcome = changes = None
        sides: tuple[int | None, int | None, int | None] = (None, None, None)
        if isinstance(origin, Result):
            strength, outcome = origin.relation.strength.value, origin.outcome.value
            sides = origin.left, origin.right, origin.residual
        elif isinstance(origin, Diagnosis):
            outcome, changes = _how_sure(origin), _changes(origin)
        elif isinstance(origin, Finding):
            strength = origin.strength.value
        elif isinstance(origin, Doubt):
            message = Bilingual(origin.explain("zh"), origin.explain("en"))
        yield FoundRow(
            *head,
            kind,
            point.rule,
            strength,
            outcome,
            *sides,
            None if point.slip is None else point.slip.whose.value,
            list(point.cells),
            changes,
            _without_surrogates(message.zh),
            _without_surrogates(message.en),
        )


def _changes(diagnosis: Diagnosis) -> list[dict[str, str | None]]:
    """What the first explanation changes; nothing where the search came to none."""
    if not diagnosis.explanations:
        return []
    return [
        {"cell": change.cell, "from": _as_text(change.old), "to": _as_text(change.new)}
        for change in diagnosis.explanations[0].changes
    ]


def _as_text(value: Any) -> str | None:
    return None if value is None else str(value)


def _how_sure(diagnosis: Diagnosis) -> str:
    if not diagnosis.complete:
        return "unfinished"
    return "unique" if diagnosis.unique else "several"
