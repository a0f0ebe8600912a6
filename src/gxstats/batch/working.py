"""What a worker gives back of a chunk: rows, and the reports as an Arrow stream."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from ..columnar.extras import needed
from .judging import FileRow, FoundRow, Source, judged
from .tables import reports_table

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

__all__ = ["Results", "judge_all", "reports_in"]


class Results(NamedTuple):
    """What comes of some files."""

    files: list[FileRow]
    found: list[FoundRow]
    reports: bytes
    """An Arrow stream; empty where there are no reports."""


def judge_all(sources: Iterable[Source]) -> Results:
    """Read and judge some files, one after the other."""
    files: list[FileRow] = []
    found: list[FoundRow] = []
    names, reports = [], []
    for source in sources:
        judgement = judged(source)
        files.append(judgement.file)
        found += judgement.found
        if judgement.report is not None:
            names.append(source.name)
            reports.append(judgement.report)
    return Results(files, found, _stream(reports_table(names, reports)) if reports else b"")


def _stream(table: pa.Table) -> bytes:
    pa = needed("pyarrow")
    sink = pa.BufferOutputStream()
    with needed("pyarrow.ipc").new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def reports_in(results: Results) -> pa.Table | None:
    """The reports of some files, if there are any."""
    if not results.reports:
        return None
    return needed("pyarrow.ipc").open_stream(results.reports).read_all()
