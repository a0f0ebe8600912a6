"""Corpora as columns."""

# pyarrow brings no types.
# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import assert_type

import pandas as pd
import polars as pl
import pyarrow as pa

from gxstats import Report
from gxstats.columnar import (
    ArrowStream,
    InvalidColumns,
    amount_roll_ups,
    arrow_schema,
    findings,
    from_arrow,
    outcomes,
    read_pandas,
    read_parquet,
    roll_ups,
    scan_parquet,
    slips,
    stream,
    stream_long,
    to_arrow,
    to_arrow_long,
    with_findings,
    write_parquet,
    year_findings,
    year_outcomes,
)


def columns(reports: Iterable[Report], path: Path) -> None:
    corpus = to_arrow(reports)
    assert_type(corpus, pa.Table)
    assert_type(to_arrow_long(reports, language="en"), pa.Table)
    assert_type(stream(reports, batch=10), pa.RecordBatchReader)
    assert_type(stream_long(reports), pa.RecordBatchReader)
    assert_type(arrow_schema(), pa.Schema)
    assert_type(from_arrow(corpus), Iterator[Report])
    write_parquet(corpus, path)
    assert_type(read_parquet(path), pa.Table)
    assert_type(read_pandas(str(path)), pd.DataFrame)
    assert_type(scan_parquet(path), pl.LazyFrame)

    to_arrow(path)  # E: argument
    to_arrow_long(reports, language="fr")  # E: argument
    stream(reports, 10)  # E: call
    stream_long(reports, batch="10")  # E: argument
    arrow_schema("2021")  # E: call
    from_arrow(path)  # E: argument
    write_parquet(reports, path)  # E: argument
    read_parquet(5)  # E: argument
    read_pandas(reports)  # E: argument
    scan_parquet()  # E: call


def judged(frame: pl.DataFrame, lazy: pl.LazyFrame, own: pd.DataFrame, given: ArrowStream) -> None:
    assert_type(outcomes(frame, keys=["year"]), pl.DataFrame)
    assert_type(findings(lazy), pl.LazyFrame)
    assert_type(with_findings(own), pd.DataFrame)
    assert_type(slips(frame), pl.DataFrame)
    assert_type(year_outcomes(lazy), pl.LazyFrame)
    assert_type(year_findings(frame), pl.DataFrame)
    assert_type(roll_ups(frame, by=["year"]), pl.DataFrame)
    assert_type(amount_roll_ups(frame, by=["year"]), pl.DataFrame)
    assert_type(from_arrow(given), Iterator[Report])
    InvalidColumns(())

    outcomes(frame, ["year"])  # E: call
    findings(5)  # E: bound
    with_findings(frame, keys=["year"])  # E: call
    slips(frame, keys=5)  # E: argument
    year_outcomes()  # E: call
    year_findings(frame, by=["year"])  # E: call
    roll_ups(frame)  # E: call
    amount_roll_ups(frame, by=5)  # E: argument
    InvalidColumns()  # E: call
