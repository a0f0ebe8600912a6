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
from ..forms.report import Report
from ..reading import Doubt, Limits, Unreadable
from ..reading.isolation import bounded_memory, bounded_time
from ..reading.packed import Member, members_of, packed_as
from ..relations import Result, check
from ..text import Bilingual
from ..verdicts.contents import MOST_BYTES, reports_in
from ..verdicts.judging import Judged
from ..verdicts.points import PointKind, points_of
from .failures import FileFailure, code_of, failure_of, is_no_report, said_of

__all__ = [
    "FileRow",
    "FoundRow",
    "Judgement",
    "Source",
    "Status",
    "failed",
    "judged",
    "source_of",
]


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
    """What comes of a report, or of a file without one."""

    file: FileRow
    found: list[FoundRow]
    report: Report | None

    def of(self, source: str) -> Judgement:
        """The same as one of several of a source: what its name has beyond that of the source."""
        report = self.file.file.removeprefix(source).removeprefix(":")
        found = [row._replace(report=report) for row in self.found]
        return Judgement(self.file._replace(report=report), found, self.report)


def judged(source: Source, *, archives: bool = False) -> list[Judgement]:
    """Read a file and judge every report in it; whatever is wrong with it becomes a row.

    ``archives``: the files in a packed one are sources of their own; else it is not looked into.
    """
    try:
        data = _contents(source.path)
        limits = Limits(isolated=False).begun()  # the worker itself is a process that may end
        with bounded_memory(limits):
            container = packed_as(data, limits)
            if container is None:
                return _judged(source, data, source.path, limits)
            if not archives:
                return [failed(source, FileFailure("file.packed", container.value))]
            members = list(members_of(data, container, limits))
            found: list[Judgement] = []
            for member in members:
                own = attrs.evolve(source, name=f"{source.name}:{member.name}", found=True)
                found += _judged_safely(own, member, limits, source)
            return found or [failed(source, Unreadable("read.empty"))]
    except GxstatsError as error:
        return [failed(source, error)]
    except Exception as error:  # noqa: BLE001 - told as what it is; the other files are to be read
        return [failed(source, _fault(error))]


def source_of(file: str, report: str | None) -> str:
    """The source of a row, whose reports may have names of their own.

    >>> source_of("a.zip:b.docx", "b.docx"), source_of("a.docx#2", "#2"), source_of("a.docx", None)
    ('a.zip', 'a.docx', 'a.docx')
    """
    if report is not None:
        for end in (f":{report}", *([report] if report.startswith("#") else [])):
            if file.endswith(end):
                return file.removesuffix(end)
    return file


def _judged_safely(own: Source, member: Member, limits: Limits, source: Source) -> list[Judgement]:
    """The judgements of a file in a packed one, in which a fault is its own."""
    try:
        limits.require_time()
        found = _judged(own, member.data, member.name, limits)
    except GxstatsError as error:
        found = [failed(own, error)]
    except Exception as error:  # noqa: BLE001
        found = [failed(own, _fault(error))]
    return [one.of(source.name) for one in found]


def _fault(error: Exception) -> FileFailure:
    return FileFailure("file.fault", f"{type(error).__name__}: {error}")


def _judged(source: Source, data: bytes, name: str, limits: Limits) -> list[Judgement]:
    """The judgements of the reports in a file that is not packed."""
    with bounded_time(limits):
        reports = reports_in(data, name, limits)
    several = len(reports) > 1
    made = []
    for own, report, reading in reports:
        found = Judged(source.name + own.removeprefix(name), report, reading, check(report))
        status = Status.DOUBTFUL if found.doubts else Status.READ
        row = FileRow(
            found.name,
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
        judgement = Judgement(row, list(_found(found)), report)
        made.append(judgement.of(source.name) if several else judgement)
    return made


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


def _contents(path: str) -> bytes:
    try:
        with Path(path).open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise failure_of(error) from error


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


def _found(judged: Judged) -> Iterator[FoundRow]:
    """Everything that was found in a report, the relations first."""
    report = judged.report
    head = (
        judged.name,
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
