"""From reports to a corpus in the tidy layout: a row a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice, repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

import attrs

from ..forms.catalogue import Cell
from ..forms.organ import Organ
from ..forms.report import FORMS, Form, Report, each_report
from ..text import Language
from .extras import needed
from .names import ORGAN
from .schema import exact

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

__all__ = ["stream_long", "to_arrow_long"]

BATCH: Final = 512
"""Reports in one batch of a stream: some hundred thousand rows."""


def to_arrow_long(reports: Iterable[Report], *, language: Language = "zh") -> pa.Table:
    """A corpus as one tidy Arrow table: a row for every cell that a report's form has.

    - ``organ_name``, ``organ_code``, ``organ_division`` and ``organ_scope``: whose report it is;
    - ``year``, ``edition`` and ``form``: for which year and on which form;
    - ``table``: the number of the table, 2, 3 or 4;
    - ``row`` and ``column``: their labels, in the language asked for;
    - ``address``: the cell's address;
    - ``kind``: ``"count"``, ``"change"`` or ``"amount"``, of which an amount is in 万元;
    - ``value``: the number, as ``decimal128(20, 8)``, exact for every kind; null where blank;
    - ``printed``: what was printed where that is no plain number, from the remarks; else null.

    Texts that repeat are dictionaries in Arrow's sense. The narrative is not there.

    >>> from gxstats import Organ, form
    >>> report = form("2021").report(
    ...     {"/requests/received/total": 7}, year=2023, organ=Organ(name="某局"))
    >>> table = to_arrow_long([report])
    >>> table.num_rows
    200
    >>> [row["row"] for row in table.to_pylist() if row["value"] is not None]
    ['一、本年新收政府信息公开申请数量']

    Raises :class:`~gxstats.MissingExtra` without pyarrow.
    """
    return stream_long(reports, language=language).read_all()


def stream_long(
    reports: Iterable[Report], *, language: Language = "zh", batch: int = BATCH
) -> pa.RecordBatchReader:
    """The same rows, made while someone reads them, ``batch`` reports at a time, and once.

    >>> stream_long([]).schema.field("value").type
    Decimal128Type(decimal128(20, 8))

    Raises :class:`~gxstats.MissingExtra` without pyarrow.
    """
    reader: pa.RecordBatchReader = needed("pyarrow").RecordBatchReader.from_batches(
        _schema(), _batches(each_report(reports), language, batch)
    )
    return reader


@cache
def _schema() -> pa.Schema:
    pa = needed("pyarrow")
    word = pa.dictionary(pa.int32(), pa.string())
    of_report = dict.fromkeys(ORGAN.values(), word) | {
        "year": pa.int32(),
        "edition": word,
        "form": word,
    }
    of_cell = {"table": pa.int8()} | dict.fromkeys(("row", "column", "address", "kind"), word)
    return pa.schema([*{**of_report, **of_cell, "value": exact(), "printed": pa.string()}.items()])


def _batches(reports: Iterator[Report], language: Language, size: int) -> Iterator[pa.RecordBatch]:
    pa = needed("pyarrow")
    schema = _schema()
    while taken := list(islice(reports, size)):
        columns = [
            *_of_reports(taken),
            *_of_cells([report.form for report in taken], language),
            list(chain.from_iterable(report.values() for report in taken)),
            list(chain.from_iterable(map(_printed, taken))),
        ]
        yield pa.RecordBatch.from_arrays(columns, schema=schema)


def _of_reports(reports: Sequence[Report]) -> Iterator[Any]:
    """The columns that say whose report it is, each value as often as its form has cells."""
    pa = needed("pyarrow")
    organ = attrgetter(*(field.name for field in attrs.fields(Organ)))
    texts = [organ(report.organ) for report in reports]
    columns = [*zip(*texts, strict=True)]
    columns += [
        tuple(report.year for report in reports),
        tuple(report.form.edition for report in reports),
        tuple(report.form.id for report in reports),
    ]
    repeated = pa.array(
        list(
            chain.from_iterable(
                repeat(place, len(report.form)) for place, report in enumerate(reports)
            )
        ),
        pa.int32(),
    )
    year = len(ORGAN)
    for place, column in enumerate(columns):
        if place == year:
            yield pa.array(column, pa.int32()).take(repeated)
        else:
            yield pa.array(column, pa.string()).dictionary_encode().take(repeated)


def _of_cells(forms: Sequence[Form], language: Language) -> Iterator[Any]:
    """The columns that say which cell it is."""
    pa = needed("pyarrow")
    places = pa.array(list(chain.from_iterable(_numbers()[form.id] for form in forms)), pa.int32())
    for column in _catalogue(language):
        yield column.take(places)


@cache
def _numbers() -> dict[str, range]:
    """The place of each form's cells among those of all forms, one after the other."""
    numbers, start = {}, 0
    for form in FORMS.values():
        numbers[form.id] = range(start, start + len(form))
        start += len(form)
    return numbers


@cache
def _catalogue(language: Language) -> tuple[Any, ...]:
    pa = needed("pyarrow")
    cells: list[Cell] = list(chain.from_iterable(FORMS.values()))
    words = (
        [cell.row_name(language) for cell in cells],
        [cell.column_name(language) for cell in cells],
        [cell.address for cell in cells],
        [cell.kind.value for cell in cells],
    )
    tables = pa.array([cell.position.table for cell in cells], pa.int8())
    return (tables, *(pa.array(column).dictionary_encode() for column in words))


def _printed(report: Report) -> list[str | None]:
    """What was printed in each cell, where that is known."""
    printed: list[str | None] = [None] * len(report.form)
    for remark in report.remarks:
        printed[report.form.index[remark.cell]] = remark.printed
    return printed
