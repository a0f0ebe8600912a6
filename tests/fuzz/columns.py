"""Small Arrow tables made of bytes: a sound corpus, with what the bytes do to its columns."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any, Final

import pyarrow as pa

from gxstats import FORMS
from gxstats.columnar import arrow_schema, to_arrow
from tests.support.simple_reports import zeros

__all__ = ["table_of"]

_STEP: Final = 4
"""Bytes of one change: what is done, to which column, in which row, with which value."""
_REMARK: Final = {"cell": "/requests/received/total", "printed": "1"}
_VALUES: Final[tuple[Any, ...]] = (
    None, 0, -1, 1, 2023, 2100, 10**12 - 1, 10**12, -(10**12), 2**31, 2**63 - 1, 2**64 - 1, True,
    1.0, 1.5, float("nan"), Decimal("1.5"), Decimal("-0.0"), Decimal("1e-8"), Decimal("1e-9"),
    Decimal("999999999999.99999999"), Decimal(10**12), Decimal("NaN"), "", "1", "2019", "2021",
    *FORMS, "organ", "region", "410505", "914403001922038216", "\0", "\U0010ffff", "x" * 1_001,
    "x" * 200_001, b"\xff", [], [None], [_REMARK], [_REMARK, _REMARK], [{"cell": "/"}], ["x"], {},
    [{"cell": "/disputes/total", "printed": None}], [{"cell": None, "printed": "x" * 1_001}],
)  # fmt: skip
_TEXTS: Final = (pa.string(), pa.large_string(), pa.string_view(), pa.binary())
_LISTED: Final = pa.struct([("cell", pa.string()), ("printed", pa.string())])
_TYPES: Final = (
    *(pa.null(), pa.bool_(), pa.int8(), pa.int32(), pa.int64(), pa.uint64(), pa.float64()),
    *(pa.decimal128(20, 8), pa.decimal128(38, 0), pa.decimal256(50, 20), pa.date32(), *_TEXTS),
    *(pa.dictionary(pa.int8(), type_) for type_ in (pa.string(), pa.int64(), pa.null())),
    *(pa.list_(pa.string()), pa.list_(pa.null()), pa.list_(_LISTED), pa.large_list(_LISTED)),
    *(pa.list_(pa.struct([])), pa.list_(_LISTED, 1), pa.list_view(_LISTED), _LISTED),
)


@cache
def _sound() -> pa.Table:
    """A report of every form."""
    return to_arrow([zeros(form) for form in FORMS])


def table_of(data: bytes) -> pa.Table:
    """The table that a sound corpus becomes, step by step."""
    table = _sound()
    for start in range(0, len(data) - _STEP + 1, _STEP):
        table = _changed(table, *data[start : start + _STEP])
    return table


def _changed(table: pa.Table, deed: int, place: int, row: int, choice: int) -> pa.Table:
    # every second place is one of the columns that are no cells, which are few
    names = table.column_names
    facts = [name for name in names if not name.startswith("/")] or names
    if not names:
        return table
    name = facts[place // 2 % len(facts)] if place % 2 else names[place % len(names)]
    place = names.index(name)
    column, type_ = table.column(place), table.schema.field(place).type
    wanted, value = _TYPES[choice % len(_TYPES)], _VALUES[choice % len(_VALUES)]
    match deed % 7:
        case 0:
            return table.remove_column(place)
        case 6:  # the same in two batches
            return pa.concat_tables([table.slice(0, 1), table.slice(1)])
        case 1:  # a column twice
            return table.append_column(name, column)
        case 2:
            name = ["", *arrow_schema().names][row % (1 + len(arrow_schema()))]
        case 3:
            column = _tried(lambda: column.cast(wanted), pa.nulls(len(table), wanted))
        case 4:
            column = _tried(lambda: pa.array([value] * len(table)), column)
        case _:
            values = column.to_pylist()
            values[row % len(values)] = value
            column = _tried(
                lambda: pa.array(values, type_), _tried(lambda: pa.array(values), column)
            )
    return table.set_column(place, name, column)


def _tried(made: Any, instead: Any) -> Any:
    """A column, or another one where Arrow cannot make it."""
    try:
        return made()
    except (pa.ArrowException, ArithmeticError, TypeError, ValueError):
        return instead
