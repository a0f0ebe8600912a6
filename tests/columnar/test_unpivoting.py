"""A frame is made long alike in every engine, whatever its columns are called."""

from __future__ import annotations

import duckdb
import narwhals as nw
import pyarrow as pa
import pytest
from tests.support.column_engines import ENGINES, rows

from gxstats.columnar.unpivoting import unpivoted

OTHER = duckdb.connect()  # its relations end with it
MADE = {**ENGINES, "DuckDB, of another connection": OTHER.from_arrow}


@pytest.mark.parametrize("keys", [[], ["the key"], ["year", "the key"]])
@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_there_is_a_row_for_each_row_and_each_column_that_is_no_key(make, keys):
    known = {"the key": ["甲", "乙"], "year": [2021, 2022]}
    held = {'/say/"it"': [1, None], "/it's, so": [3, 4]}
    table = pa.table({name: known[name] for name in keys} | held)
    long = unpivoted(nw.from_native(make(table)), keys, "the cell", "value").to_native()
    expected = [
        {name: known[name][row] for name in keys} | {"the cell": cell, "value": values[row]}
        for cell, values in held.items()
        for row in range(2)
    ]
    assert sorted(rows(long), key=repr) == sorted(expected, key=repr)
