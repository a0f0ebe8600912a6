"""A corpus in each engine, and what came of it as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from gxstats import Report, Result
from gxstats.columnar import to_arrow
from tests.support.effort import some

PLACE = "place"
"""A column that numbers the reports, to know them by: engines need not keep their order."""

NULLABLE = {
    pa.int8(): pd.Int8Dtype(),
    pa.int32(): pd.Int32Dtype(),
    pa.int64(): pd.Int64Dtype(),
    pa.string(): pd.StringDtype(),
}

ENGINES: Mapping[str, Callable[[pa.Table], Any]] = {
    "pyarrow": lambda table: table,
    "polars": pl.from_arrow,
    "polars, lazy": lambda table: pl.from_arrow(table).lazy(),
    "pandas, on Arrow": lambda table: table.to_pandas(types_mapper=pd.ArrowDtype),
    "pandas, nullable": lambda table: table.to_pandas(types_mapper=NULLABLE.get),
    "DuckDB": duckdb.from_arrow,
}

QUICK = ("polars", "polars, lazy")
"""Engines that plan such a query in no time; the others take seconds for each."""


_SLOW = [pytest.param(name, marks=pytest.mark.engines) for name in ENGINES if name not in QUICK]
"""Those are of the engines' tier."""
every_engine = pytest.mark.parametrize("engine", [*QUICK, *_SLOW])
eager_engines = pytest.mark.parametrize("engine", [*some(QUICK, 50), *_SLOW])
lazy_engines = pytest.mark.parametrize("engine", [*some(QUICK[::-1], 50), *_SLOW])
"""By default one quick engine, for what is computed alike in both; polars is eager or lazy."""
lazy_engine = pytest.mark.parametrize("engine", some(QUICK[::-1], 50))


def numbered(reports: Iterable[Report]) -> pa.Table:
    """A corpus with the place of each report."""
    table = to_arrow(reports)
    return table.append_column(PLACE, pa.array(range(table.num_rows), pa.int64()))


def finding_row(place: int, result: Result) -> dict[str, Any]:
    """What ``findings`` should tell of a relation that does not hold."""
    return {
        PLACE: place,
        "relation": result.relation.id,
        "strength": result.relation.strength.value,
        "outcome": result.outcome.value,
        "left": result.left,
        "right": result.right,
        "residual": result.residual,
    }


def rows(frame: Any) -> list[dict[str, Any]]:
    """The rows of a frame of any engine, blanks as None."""
    if isinstance(frame, pl.LazyFrame):
        frame = frame.collect(engine="streaming")
    if isinstance(frame, pl.DataFrame):
        return frame.to_dicts()
    if isinstance(frame, pd.DataFrame):
        columns = {
            name: [None if pd.isna(value) else value for value in frame[name].tolist()]
            for name in frame.columns
        }
        return [
            dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)
        ]
    if type(frame).__module__.startswith("pyspark."):
        return [row.asDict() for row in frame.collect()]
    if isinstance(frame, duckdb.DuckDBPyRelation):
        return [dict(zip(frame.columns, row, strict=True)) for row in frame.fetchall()]
    return frame.to_pylist()
