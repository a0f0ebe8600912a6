"""From reports to a corpus in the wide layout: a row a report, a column a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

import attrs

from ..forms.narrative import Narrative, Remark
from ..forms.organ import Organ
from ..forms.report import Report, each_report
from .extras import needed
from .names import REMARK, placing
from .schema import arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

__all__ = ["row_of", "stream", "to_arrow"]

BATCH: Final = 8_192
"""Reports in one batch of a stream: some 20 MB, objects included."""


def to_arrow(reports: Iterable[Report]) -> pa.Table:
    """A corpus as one Arrow table, in the layout of :func:`arrow_schema`.

    Polars, pandas, DuckDB and R take the table as it is, through the PyCapsule interface.

    >>> from gxstats import Organ, form
    >>> report = form("2021").report(
    ...     {"/requests/received/total": 7}, year=2023, organ=Organ(name="某局"))
    >>> table = to_arrow([report])
    >>> table.column("/requests/received/total").to_pylist()
    [7]

    Everything that a report document holds is there; :func:`from_arrow` gives equal reports.
    Raises :class:`~gxstats.MissingExtra` without pyarrow.
    """
    batches = list(_batches(each_report(reports), BATCH))
    return needed("pyarrow").Table.from_batches(batches, arrow_schema())


def stream(reports: Iterable[Report], *, batch: int = BATCH) -> pa.RecordBatchReader:
    """The same corpus, made batch by batch while someone reads it: for more than memory holds.

    The reports are drawn only as they are needed, ``batch`` of them at a time, and once.

    >>> stream([]).read_all().num_rows
    0

    Raises :class:`~gxstats.MissingExtra` without pyarrow.
    """
    reader: pa.RecordBatchReader = needed("pyarrow").RecordBatchReader.from_batches(
        arrow_schema(), _batches(each_report(reports), batch)
    )
    return reader


def _batches(reports: Iterator[Report], size: int) -> Iterator[pa.RecordBatch]:
    pa = needed("pyarrow")
    schema = arrow_schema()
    while rows := [row_of(report) for report in islice(reports, size)]:
        yield pa.RecordBatch.from_arrays(list(zip(*rows, strict=True)), schema=schema)


def row_of(report: Report) -> tuple[Any, ...]:
    """The values of a report in the order of the schema."""
    form = report.form
    return (
        form.id,
        form.edition,
        report.year,
        *_fields(Organ)(report.organ),
        *placing(form)(report.values()),
        *_fields(Narrative)(report.narrative),
        [dict(zip(REMARK, _fields(Remark)(one), strict=True)) for one in report.remarks],
    )


@cache
def _fields(cls: type) -> Any:
    return attrgetter(*(field.name for field in attrs.fields(cls)))
