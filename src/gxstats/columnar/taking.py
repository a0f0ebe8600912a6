"""A frame from outside, with the columns that are computed from in the types they are computed in.

What an engine has for text, whole numbers and columns without any value is taken; floats are not,
as they do not say whether they are exact.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ..cells import AMOUNT_DECIMALS
from ..errors import Problem
from ..text import Bilingual
from .extras import needed
from .invalid import InvalidColumns, require_columns

if TYPE_CHECKING:
    import narwhals as nw
else:
    nw = needed("narwhals")

__all__ = ["keys_of", "taken"]


def keys_of(keys: str | Sequence[str], answer: Iterable[str]) -> tuple[str, ...]:
    """The columns that an answer keeps beside its own; one may be given by its name alone.

    Raises :class:`InvalidColumns` for one that is given twice, or is named as a column of the
    answer is.
    """
    keys = (keys,) if isinstance(keys, str) else tuple(keys)
    own = list(answer)
    problems = [
        Problem("column.key", key, "", Bilingual("每列只列一次", "each column once"))
        for key in dict.fromkeys(keys)
        if keys.count(key) > 1
    ]
    renamed = Bilingual(
        "结果中没有的列名：请先将该列改名",
        "a name that no column of the answer has: rename this column first",
    )
    problems += [Problem("column.key", key, "", renamed) for key in keys if key in own]
    if problems:
        raise InvalidColumns(problems)
    return keys


def taken(
    corpus: Any, numbers: Collection[str], texts: Collection[str], amounts: Collection[str] = ()
) -> Any:
    """The corpus as a narwhals frame, these columns of whole numbers, texts and amounts in it.

    The column ``form`` is one of the texts, and the keys are. Raises :class:`InvalidColumns` where
    one is missing, or has a type in which its values cannot be.
    """
    frame: Any = nw.from_native(corpus)
    if frame.implementation.is_pyarrow():
        frame = _of_arrow(frame, numbers, ("form", *texts), amounts)
    else:
        frame = _cast(frame, numbers, ("form", *texts), amounts)
    require_columns(
        frame.collect_schema(), numbers, texts, amounts, in_pandas=frame.implementation.is_pandas()
    )
    return frame


def _of_arrow(
    frame: Any, numbers: Collection[str], texts: Collection[str], amounts: Collection[str]
) -> Any:
    """The same for a table of Arrow, of whose types narwhals does not know all."""
    pa = needed("pyarrow")
    types = pa.types
    table = frame.to_native()
    viewed = [one.name for one in table.schema if types.is_string_view(one.type)]
    for names, wanted, fits in (
        (numbers, pa.int64(), types.is_integer),
        ([*texts, *viewed], pa.string(), _is_text),  # few kernels take views
        (amounts, pa.decimal128(20, AMOUNT_DECIMALS), types.is_integer),
    ):
        for name in names:
            place = table.schema.get_field_index(name)
            if place < 0:
                continue
            column = table.column(place)
            own = column.type.value_type if types.is_dictionary(column.type) else column.type
            blank = column.null_count == len(column) and wanted != pa.string()
            if column.type != wanted and (fits(own) or types.is_null(own) or blank):
                nothing = pa.chunked_array([pa.nulls(len(column), wanted)])
                made = nothing if blank else column.cast(wanted)
                table = table.set_column(place, name, made)
    return nw.from_native(table)


def _is_text(found: Any) -> bool:
    types = needed("pyarrow").types
    return bool(
        types.is_string(found) or types.is_large_string(found) or types.is_string_view(found)
    )


def _cast(
    frame: Any, numbers: Collection[str], texts: Collection[str], amounts: Collection[str]
) -> Any:
    schema = frame.collect_schema()
    made = {
        name: nw.col(name).cast(nw.String)
        for name in texts
        if schema.get(name) in (nw.Categorical, nw.Enum)
        or (schema.get(name) == nw.Unknown and _is_blank(frame, name))
    }
    blank = []
    for name in (*numbers, *amounts):
        found = schema.get(name)
        if name in numbers and found in _NARROWER:
            made[name] = nw.col(name).cast(nw.Int64)
        elif found is not None and found not in (nw.Int64, nw.Decimal) and _is_blank(frame, name):
            blank.append(name)
    if blank and frame.implementation.is_pandas():
        pandas = needed("pandas")
        nothing = {
            name: pandas.array([None] * len(frame), dtype="Int64" if name in numbers else object)
            for name in blank
        }
        frame = nw.from_native(frame.to_native().assign(**nothing))
        blank = []
    decimal = nw.Decimal(20, AMOUNT_DECIMALS) if amounts else nw.Int64
    for name in blank:
        made[name] = nw.col(name).cast(nw.Int64 if name in numbers else decimal)
    return frame.with_columns(**made) if made else frame


_NARROWER = (nw.Int8, nw.Int16, nw.Int32, nw.UInt8, nw.UInt16, nw.UInt32)


def _is_blank(frame: Any, name: str) -> bool:
    """Whether a column holds no value: by its type, or, where the frame is in memory, as one sees."""
    if isinstance(frame, nw.DataFrame):
        return bool(frame[name].is_null().all())
    native: Any = frame.to_native()
    if frame.implementation.is_polars():
        return bool(native.collect_schema()[name] == needed("polars").Null)
    if frame.implementation is nw.Implementation.DUCKDB:
        return str(native.types[native.columns.index(name)]) == '"NULL"'
    return False
