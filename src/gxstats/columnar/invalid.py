"""What is refused: a table that is not a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from ..cells import AMOUNT_DECIMALS
from ..errors import InvalidDocument, Problem
from ..text import Bilingual
from .extras import needed

__all__ = [
    "AMOUNTS",
    "READ_BY_PANDAS",
    "TEXT",
    "WHOLE_NUMBERS",
    "InvalidColumns",
    "missing",
    "require_columns",
    "wrong_type",
]


class InvalidColumns(InvalidDocument):
    """A table that is not a corpus of reports; carries every problem found in it.

    The address of a problem is the name of a column, or, where one report is at fault, its row,
    counted from 0, with the address within its document: ``/12/requests/received/total``.
    """


WHOLE_NUMBERS: Final = Bilingual("64 位整数（int64）", "64-bit integers (int64)")
AMOUNTS: Final = Bilingual(
    f"十进制数（decimal，小数 {AMOUNT_DECIMALS} 位）",
    f"exact decimals (decimal with {AMOUNT_DECIMALS} places)",
)
READ_BY_PANDAS: Final = Bilingual(
    f'{WHOLE_NUMBERS.zh}：pandas 读入时请写 dtype_backend="numpy_nullable" 或 "pyarrow"，'
    "读 Parquet 请用 gxstats.columnar.read_pandas",
    f'{WHOLE_NUMBERS.en}: have pandas read them with dtype_backend="numpy_nullable" or '
    '"pyarrow", and Parquet with gxstats.columnar.read_pandas',
)
"""Whole numbers, where pandas made floats of them for the sake of blanks."""
TEXT: Final = Bilingual("文字（string）", "text (string)")
_PRESENT: Final = Bilingual(
    "gxstats.columnar.to_arrow 所给的列", "a column as gxstats.columnar.to_arrow gives it"
)


def missing(column: str) -> Problem:
    """The problem of a column that is not there."""
    return Problem("column.missing", column, "", _PRESENT)


def wrong_type(column: str, found: object, expected: Bilingual) -> Problem:
    """The problem of a column that is there with another type."""
    return Problem("column.type", column, str(found), expected)


def require_columns(
    schema: Mapping[str, Any],
    numbers: Iterable[str],
    keys: Iterable[str],
    amounts: Iterable[str] = (),
    found: Iterable[Problem] = (),
    *,
    in_pandas: bool = False,
) -> None:
    """Raise :class:`InvalidColumns` unless a frame has what the relations are computed from.

    ``found`` are problems that are known of already, those of missing numbers among them.

    A float is no count: it does not say whether it is exact, nor whether NaN is a blank. Nor is
    it an amount; pandas may hold exact decimals as objects.
    """
    nw = needed("narwhals")
    problems = [
        *(missing(key) for key in keys if key not in schema and key != "form"),
        *found,
    ]
    for name, right, expected in (
        ("form", (nw.String,), TEXT),
        *((name, (nw.Int64,), WHOLE_NUMBERS) for name in numbers),
        *((name, (nw.Decimal, nw.Object), AMOUNTS) for name in amounts),
    ):
        if name not in schema:
            if name == "form":
                problems.append(missing(name))
        elif schema[name] not in right:
            made_floats = in_pandas and expected is WHOLE_NUMBERS and schema[name].is_float()
            asked = READ_BY_PANDAS if made_floats else expected
            problems.append(wrong_type(name, schema[name], asked))
    if problems:
        raise InvalidColumns(problems)
