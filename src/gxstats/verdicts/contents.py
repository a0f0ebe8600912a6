"""What a file holds, and what is said of a report beside its sums: for one file and for thousands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from ..errors import InvalidDocument
from ..forms.report import Report
from ..reading import Limits, Reading, Unreadable, read, read_all
from ..reading.sniffing import container_of
from ..wire.document import JSONLimits

if TYPE_CHECKING:
    from ..findings import Finding

__all__ = ["DIAGNOSIS_STEPS", "MOST_BYTES", "beside", "named", "report_in", "reports_in"]

DIAGNOSIS_STEPS: Final = 10_000
"""How far a search goes for what is said beside a verdict; ``gxstats diagnose`` goes further."""

MOST_BYTES: Final = max(Limits().bytes, JSONLimits().bytes)
"""Bytes that any reader takes: of a larger file, one byte more is enough to refuse it."""


def report_in(
    data: bytes, name: str, limits: Limits | None = None
) -> tuple[Report, Reading | None]:
    """The report in a file; its content tells whether it is a report document, which is not read.

    Raises :class:`~gxstats.Unreadable`, :class:`~gxstats.InvalidDocument` or
    :class:`~gxstats.MissingExtra`.
    """
    if not name.lower().endswith(".json"):
        try:
            reading = read(data, limits=limits)
        except Unreadable as error:
            if error.code != "read.document":
                raise
        else:
            return reading.report, reading
    from ..wire import from_json

    try:
        return from_json(data), None
    except InvalidDocument:
        _require_report_document(data)
        raise


def _require_report_document(data: bytes) -> None:
    """Of JSON that is something else altogether, say what it is instead of all that it lacks."""
    try:
        container_of(data, Limits())
    except Unreadable as error:
        if error.code == "read.json":
            raise error from None


def reports_in(
    data: bytes, name: str, limits: Limits | None = None
) -> list[tuple[str, Report, Reading | None]]:
    """Every report in a file, each with the name that it has in what is written; one at least.

    Raises as :func:`report_in` does.
    """
    if not name.lower().endswith(".json"):
        try:
            readings = read_all(data, limits=limits)
        except Unreadable as error:
            if error.code != "read.document":
                raise
        else:
            named_so = zip(named(readings, name), readings, strict=True)
            return [(own, reading.report, reading) for own, reading in named_so]
    return [(name, *report_in(data, name, limits))]


def named(readings: Sequence[Reading], name: str) -> list[str]:
    """Names for the reports of one file: its own where there is one only.

    Else the name of the file in it that was read follows, and the number of the report where
    there are several in one.
    """
    if len(readings) == 1:
        return [name]
    members = [reading.member for reading in readings]
    names = []
    for place, member in enumerate(members):
        own = name if member is None else f"{name}:{member}"
        if members.count(member) > 1:
            own += f"#{members[:place].count(member) + 1}"
        names.append(own)
    return names


def beside(report: Report, reading: Reading | None) -> Iterator[Finding]:
    """What the figures betray beside the sums; what the reading says itself is not said again."""
    from ..findings import FindingKind, findings

    printed: dict[str, str] = {}
    told = False
    if reading is not None:
        printed = {doubt.cell: doubt.printed for doubt in reading.doubts if doubt.cell}
        told = any(notice.code == "form.year" for notice in reading.notices)
    for finding in findings(report, printed=printed):
        if not (told and finding.kind is FindingKind.OTHER_FORM):
            yield finding
