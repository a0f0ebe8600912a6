"""The laws that hold for any bytes. Each law returns whether it accepted the input."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pyarrow as pa

from gxstats import InvalidDocument, MissingExtra, Report, Unreadable, check
from gxstats.annotating import Unannotatable, annotate, unannotated
from gxstats.cells import cell_problem
from gxstats.columnar import InvalidColumns, from_arrow, to_arrow
from gxstats.errors import GxstatsError
from gxstats.reading import Limits, Reading, read
from gxstats.text import LANGUAGES
from gxstats.wire import JSONLimits, from_json, to_json
from gxstats.wire.decoding import read_plainly
from gxstats.wire.document import text_of
from gxstats.wire.encoding import template_json
from gxstats.wire.fast import report_of
from gxstats.wire.strict import read_strictly

LIMITS = Limits(
    bytes=100_000, members=50, inflated=200_000, pages=4, characters=20_000, depth=60, nodes=2_000,
    attributes=50, glyphs=2_000, span=50, area=4_000, labels=500, text=10_000, comparisons=300,
    alignments=100,
)  # fmt: skip
"""Small enough for one input to take milliseconds, and to be reached."""


def reads_or_refuses(data: bytes) -> bool:
    """A file is read or :class:`Unreadable`, and whatever was read can be used."""
    try:
        reading = read(data, limits=LIMITS)
    except (Unreadable, MissingExtra) as error:
        return _explained(error)
    json.dumps(reading.to_dict(), ensure_ascii=False).encode()
    checked = check(reading.report)
    for language in LANGUAGES:
        assert checked.explain(language)
        for remark in (*reading.doubts, *reading.notices):
            assert remark.explain(language)
    _require_sound([reading.report])
    return True


def judges_as_the_strict_path(data: bytes) -> bool:
    """A document is a report for all paths, and written back as it was read, or for none."""
    limits = JSONLimits()
    try:
        report = from_json(data)
    except InvalidDocument as error:
        return _explained(error)
    for other in (
        report_of(data),
        read_plainly(text_of(data, limits)),
        read_strictly(data, limits),
    ):
        if other is not None:
            assert other == report
            assert template_json(other, None) == to_json(report)  # the amounts as they are spelt
    _require_sound([report])
    return True


def columns_are_reports_or_refused(table: pa.Table) -> bool:
    """A table is a corpus, which comes back as it is, or :class:`InvalidColumns`."""
    try:
        reports = list(from_arrow(table))
    except InvalidColumns as error:
        return _explained(error)
    _require_sound(reports)
    assert list(from_arrow(to_arrow(reports))) == reports
    return True


def annotates_or_refuses(data: bytes) -> bool:
    """A file that is annotated, and then no more, reads as it did before."""
    try:
        annotated = annotate(data, limits=LIMITS, language=LANGUAGES[len(data) % 2])
    except (Unreadable, Unannotatable, MissingExtra) as error:
        # Of a malformed object pypdf may take less than pdfium, which is then only seen when the
        # file is read again; with other files, that is a mistake of ours.
        if getattr(error, "code", "") == "annotate.changed" and b"%PDF-" not in data:
            raise
        return _explained(error)
    bare = unannotated(annotated.data, limits=LIMITS)
    assert _contents(read(bare, limits=LIMITS)) == _contents(annotated.reading)
    return True


def _explained(error: GxstatsError) -> bool:
    """False, for an error that can be explained in every language; its problems are data."""
    assert all(error.explain(language) for language in LANGUAGES)
    assert not isinstance(error, InvalidDocument) or error.problems
    return False


def _require_sound(reports: Iterable[Report]) -> None:
    """Reports that hold only what the form allows, by its own definition and by that of JSON."""
    for report in reports:
        for cell, value in zip(report.form, report.values(), strict=True):
            assert cell_problem(cell.kind, cell.address, value) is None
        assert from_json(to_json(report)) == report


def _contents(reading: Reading) -> tuple[object, ...]:
    return reading.report, reading.form, reading.doubts, reading.notices
