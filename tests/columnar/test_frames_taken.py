"""What engines have for text, whole numbers and nothing is taken; what may not be exact is not."""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from tests.support.column_engines import rows
from tests.support.simple_reports import zeros

from gxstats import MissingExtra, Organ
from gxstats.columnar import (
    InvalidColumns,
    amount_roll_ups,
    findings,
    from_arrow,
    outcomes,
    read_pandas,
    roll_ups,
    slips,
    to_arrow,
    with_findings,
    write_parquet,
    year_findings,
    year_outcomes,
)
from gxstats.text import LANGUAGES

TOTAL = "/requests/received/total"
REPORTS = [
    zeros("2021", organ="甲局", year=2022),
    zeros("2021", organ="甲局", year=2023).replace({TOTAL: 6}),
    zeros("2021", organ="甲局", year=2024).replace({"/requests/received/natural_person": None}),
    zeros("2021", year=2024).replace(organ=Organ(name="某市", scope="region")),
]
TABLE = to_arrow(REPORTS)
JUDGES = {
    "outcomes": lambda corpus: outcomes(corpus, keys=["organ_name", "year"]),
    "findings": lambda corpus: findings(corpus, keys=["organ_name", "year"]),
    "slips": lambda corpus: slips(corpus, keys=["organ_name", "year"]),
    "year_outcomes": lambda corpus: year_outcomes(corpus, keys=["organ_name", "year"]),
    "year_findings": lambda corpus: year_findings(corpus, keys=["organ_name", "year"]),
    "roll_ups": lambda corpus: roll_ups(corpus, by=["year"]),
    "amount_roll_ups": lambda corpus: amount_roll_ups(corpus, by=["year"]),
}


def text_as(made: Any) -> pa.Table:
    """The corpus with its columns of text in another type."""
    table = TABLE
    for place, field in enumerate(TABLE.schema):
        if pa.types.is_string(field.type):
            table = table.set_column(place, field.name, made(TABLE.column(place)))
    return table


def without_types() -> pa.Table:
    """The corpus as a table whose columns without any value have the type null."""
    table = TABLE
    for place, field in enumerate(TABLE.schema):
        if TABLE.column(place).null_count == len(TABLE):
            table = table.set_column(place, field.name, pa.nulls(len(TABLE)))
    return table


def narrow() -> pa.Table:
    """The corpus with its counts in 32 bits."""
    types = [pa.int32() if pa.types.is_int64(one.type) else one.type for one in TABLE.schema]
    return TABLE.cast(pa.schema(zip(TABLE.schema.names, types, strict=True)))


FRAMES = {
    "large strings": lambda: text_as(lambda column: column.cast(pa.large_string())),
    "string views": lambda: text_as(lambda column: column.cast(pa.string_view())),
    "dictionaries": lambda: text_as(lambda column: column.dictionary_encode()),
    "nulls": without_types,
    "32 bits": narrow,
    "polars": lambda: pl.DataFrame(TABLE),
    "polars, given to Arrow": lambda: pa.table(pl.DataFrame(TABLE)),
    "polars, to Arrow": lambda: pl.DataFrame(TABLE).to_arrow(),
    "polars, categorical": lambda: pl.DataFrame(TABLE).cast({"form": pl.Categorical}),
    "polars, nulls": lambda: pl.DataFrame(without_types()),
    "polars, lazy nulls": lambda: pl.DataFrame(without_types()).lazy(),
    "polars, 32 bits": lambda: pl.DataFrame(narrow()),
    "pandas, categorical": lambda: TABLE.to_pandas(types_mapper=pd.ArrowDtype).astype(
        {"form": "category"}
    ),
    "pandas, nulls": lambda: without_types().to_pandas(types_mapper=pd.ArrowDtype),
    "DuckDB, nulls": lambda: duckdb.connect().from_arrow(without_types()),
}


def content(found: Any) -> list[str]:
    def plain(value: Any) -> Any:
        if value is None or value != value or value is pd.NA:  # noqa: PLR0124 - NaN
            return None
        return int(value) if isinstance(value, float) else value

    return sorted(
        str(sorted((name, plain(value)) for name, value in row.items())) for row in rows(found)
    )


@cache
def expected(judge: str) -> list[str]:
    return content(JUDGES[judge](TABLE))


CASES = [
    *((frame, "outcomes") for frame in FRAMES),
    *((frame, "slips") for frame in ("large strings", "string views", "dictionaries", "32 bits")),
    *(("nulls", judge) for judge in JUDGES),
]


@pytest.mark.parametrize(("frame", "judge"), dict.fromkeys(CASES))
def test_every_type_that_can_hold_the_values_is_taken(frame: str, judge: str) -> None:
    assert content(JUDGES[judge](FRAMES[frame]())) == expected(judge)


@pytest.mark.parametrize("frame", ["large strings", "string views", "dictionaries", "nulls"])
def test_the_reports_of_which_something_does_not_hold_keep_their_columns(frame: str) -> None:
    found = with_findings(FRAMES[frame]())
    assert found.num_rows == with_findings(TABLE).num_rows
    assert found.column_names == TABLE.column_names


# --- pandas -------------------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Any) -> Any:
    write_parquet(TABLE, tmp_path / "corpus.parquet")
    return tmp_path / "corpus.parquet"


def test_our_parquet_is_read_into_pandas_in_one_call(file: Any) -> None:
    frame = read_pandas(file)
    assert isinstance(frame, pd.DataFrame)
    assert list(from_arrow(pa.Table.from_pandas(frame))) == REPORTS
    assert content(JUDGES["outcomes"](frame)) == expected("outcomes")


@pytest.mark.parametrize("backend", ["numpy_nullable", "pyarrow"])
def test_what_pandas_makes_floats_of_is_refused_with_the_cure(file: Any, backend: str) -> None:
    floats = pd.read_parquet(file)
    for judge in (outcomes, slips, lambda frame: list(from_arrow(pa.Table.from_pandas(frame)))):
        with pytest.raises(InvalidColumns) as raised:
            judge(floats)
        for problem in raised.value.problems:
            assert problem.code == "column.type"
            for language in ("zh", "en"):
                assert f'"{backend}"' in problem.message(language)
                assert "gxstats.columnar.read_pandas" in problem.message(language)
        assert "/requests/received/natural_person" in {
            one.address for one in raised.value.problems
        }
    cured = pd.read_parquet(file, dtype_backend=backend)
    assert content(JUDGES["outcomes"](cured)) == expected("outcomes")


def test_floats_of_another_engine_are_refused_without_that_cure() -> None:
    floats = pl.DataFrame(TABLE).cast({TOTAL: pl.Float64})
    with pytest.raises(InvalidColumns) as raised:
        outcomes(floats)
    (problem,) = raised.value.problems
    assert problem.address == TOTAL
    assert "pandas" not in problem.message("en")


# --- keys ---------------------------------------------------------------------------------------

ANSWERS = {
    "outcomes": (outcomes, "verdict"),
    "outcomes, of a relation": (outcomes, "requests.balance.total"),
    "findings": (findings, "relation"),
    "findings, a side": (findings, "left"),
    "slips": (slips, "cell"),
    "slips, a number": (slips, "count"),
    "year_outcomes": (year_outcomes, "verdict"),
    "year_findings": (year_findings, "residual"),
}


@pytest.mark.parametrize(("judge", "key"), ANSWERS.values(), ids=ANSWERS)
def test_a_key_with_the_name_of_a_column_of_the_answer_is_refused_by_name(
    judge: Any, key: str
) -> None:
    corpus = TABLE.append_column(key, TABLE.column("year"))
    with pytest.raises(InvalidColumns) as raised:
        judge(corpus, keys=["year", key])
    assert [(one.code, one.address) for one in raised.value.problems] == [("column.key", key)]


@pytest.mark.parametrize("key", ["region", "cell", "known", "blank", "organs", "ties"])
@pytest.mark.parametrize("judge", [roll_ups, amount_roll_ups])
def test_so_is_one_of_a_region(judge: Any, key: str) -> None:
    with pytest.raises(InvalidColumns) as raised:
        judge(TABLE.append_column(key, TABLE.column("year")), by=[key])
    assert [(one.code, one.address) for one in raised.value.problems] == [("column.key", key)]


@pytest.mark.parametrize("judge", [outcomes, findings, slips, year_outcomes, year_findings])
def test_a_key_given_twice_is_refused_by_name(judge: Any) -> None:
    with pytest.raises(InvalidColumns, match="each column once"):
        judge(TABLE, keys=["year", "organ_name", "year"])


def test_so_is_one_that_regions_go_by() -> None:
    with pytest.raises(InvalidColumns, match="each column once"):
        roll_ups(TABLE, by=["year", "year"])


def test_one_key_may_be_given_by_its_name() -> None:
    assert outcomes(TABLE, keys="year").equals(outcomes(TABLE, keys=["year"]))


def test_what_no_extra_brings_is_installed_by_itself(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra) as raised:
        read_pandas("reports.parquet")
    for language in LANGUAGES:
        assert raised.value.explain(language).endswith("pip install pandas")
