"""Corpora: thousands or millions of reports as columns.

A report is a row and a cell is a column, named by the cell's address, beside the columns that say
whose report it is (:func:`to_arrow`), or a cell is a row (:func:`to_arrow_long`). Arrow carries
them to polars, pandas, DuckDB and R without a copy, and Parquet into files; :func:`outcomes` and
:func:`findings` judge every relation where the corpus lies, in the engine that holds it, with the
answers of :func:`gxstats.check`.

Forms share one table, which has a column for every cell of any of them. Null is a blank cell;
or the report is on a form that has no such cell, as the column ``form`` tells.

It needs the extra ``columnar``. Its libraries are imported when they are first needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import lazily

if TYPE_CHECKING:
    from .checking import findings, outcomes, with_findings
    from .files import read_pandas, read_parquet, scan_parquet, write_parquet
    from .invalid import InvalidColumns
    from .long import stream_long, to_arrow_long
    from .names import IDENTITY, SCHEMA_VERSION
    from .regions import amount_roll_ups, roll_ups
    from .reports import from_arrow
    from .schema import ArrowStream, arrow_schema
    from .slips import slips
    from .wide import stream, to_arrow
    from .years import year_findings, year_outcomes

__all__ = [
    "IDENTITY",
    "SCHEMA_VERSION",
    "ArrowStream",
    "InvalidColumns",
    "amount_roll_ups",
    "arrow_schema",
    "findings",
    "from_arrow",
    "outcomes",
    "read_pandas",
    "read_parquet",
    "roll_ups",
    "scan_parquet",
    "slips",
    "stream",
    "stream_long",
    "to_arrow",
    "to_arrow_long",
    "with_findings",
    "write_parquet",
    "year_findings",
    "year_outcomes",
]

_LAZY = {
    "IDENTITY": ".names",
    "SCHEMA_VERSION": ".names",
    "ArrowStream": ".schema",
    "InvalidColumns": ".invalid",
    "arrow_schema": ".schema",
    "findings": ".checking",
    "from_arrow": ".reports",
    "outcomes": ".checking",
    "read_pandas": ".files",
    "read_parquet": ".files",
    "amount_roll_ups": ".regions",
    "roll_ups": ".regions",
    "scan_parquet": ".files",
    "slips": ".slips",
    "stream": ".wide",
    "stream_long": ".long",
    "to_arrow": ".wide",
    "to_arrow_long": ".long",
    "with_findings": ".checking",
    "write_parquet": ".files",
    "year_findings": ".years",
    "year_outcomes": ".years",
}

if not TYPE_CHECKING:  # to a checker, every name would then exist
    __getattr__, __dir__ = lazily(__name__, _LAZY)
