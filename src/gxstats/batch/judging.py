"""One file: read, checked, diagnosed and looked over, as rows of the tables that are written.

This is what the workers do. What leaves here is small and holds no objects of the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

import attrs

from ..diagnosis import Budget, Diagnosis, diagnose
from ..errors import GxstatsError
from ..reading import Reading
from ..relations import Check, Outcome, check
from ..report import Report
from ..text import Bilingual
from .contents import DIAGNOSIS_STEPS, MOST_BYTES, beside, report_in
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
        checked = check(report)
        doubts = reading.doubts if reading else ()
        status = Status.DOUBTFUL if doubts else Status.READ
        row = FileRow(
            source.name,
            None,
            source.size,
            source.modified,
            status.value,
            checked.verdict.value,
            report.edition,
            checked.form.id,
            report.year,
            report.organ.name,
        )
        return Judgement(row, list(_found(source, report, reading, checked)), report)
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
    return report_in(data, path)


def _found(
    source: Source, report: Report, reading: Reading | None, checked: Check
) -> Iterator[FoundRow]:
    """Everything that was found in a report, the relations first."""
    head = (
        source.name,
        None,
        report.organ.name,
        report.organ.code,
        report.year,
        checked.form.id,
    )

    def row(
        kind: str,
        id: str,
        message: Bilingual,
        cells: Iterable[str],
        *,
        strength: str | None = None,
        outcome: str | None = None,
        sides: tuple[int | None, int | None, int | None] = (None, None, None),
        whose: str | None = None,
        changes: list[dict[str, str | None]] | None = None,
    ) -> FoundRow:
        return FoundRow(
            *head, kind, id, strength, outcome, *sides, whose, list(cells), changes, *both(message)
        )

    def both(message: Bilingual) -> tuple[str, str]:
        return _without_surrogates(message.zh), _without_surrogates(message.en)

    if checked.violated_bits | checked.undecided_bits:
        slips = {slip.relation: slip.whose.value for slip in reading.slips} if reading else {}
        for result in checked:
            if result.outcome is Outcome.HELD:
                continue
            yield row(
                "relation",
                result.relation.id,
                Bilingual(result.explain("zh"), result.explain("en")),
                result.cells,
                strength=result.relation.strength.value,
                outcome=result.outcome.value,
                sides=(result.left, result.right, result.residual),
                whose=slips.get(result.relation.id),
            )
    if checked.violated:
        diagnosis = diagnose(report, budget=Budget(steps=DIAGNOSIS_STEPS))
        changes = _changes(diagnosis)
        yield row(
            "diagnosis",
            "diagnosis",
            Bilingual(diagnosis.summary("zh"), diagnosis.summary("en")),
            [str(change["cell"]) for change in changes],
            outcome=_how_sure(diagnosis),
            changes=changes,
        )
    for finding in beside(report, reading):
        message = Bilingual(finding.explain("zh"), finding.explain("en"))
        yield row(
            "finding",
            finding.kind.value,
            message,
            finding.cells,
            strength=finding.strength.value,
        )
    for doubt in reading.doubts if reading else ():
        yield row(
            "doubt",
            doubt.code,
            Bilingual(doubt.explain("zh"), doubt.explain("en")),
            [doubt.cell] if doubt.cell else [],
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
