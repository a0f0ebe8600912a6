"""A frame from outside, with the columns that are computed from in the types they are computed in.

What an engine has for text, whole numbers and columns without any value is taken; floats are not,
as they do not say whether they are exact.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from ..cells import AMOUNT_DECIMALS
from ..errors import Problem
from ..text import Bilingual
from .evolution import KnownForms, forms_in
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
    in_arrow = frame.implementation.is_pyarrow()
    metadata = frame.to_native().schema.metadata if in_arrow else None
    present = frame.collect_schema().names()
    forms, problems = forms_in(present, [*numbers, *amounts], metadata)
    lacking = {problem.address for problem in problems}
    absent = {one for one in (*numbers, *amounts) if one not in present and one not in lacking}
    frame = (_of_arrow if in_arrow else _cast)(frame, numbers, ("form", *texts), amounts, absent)
    schema = frame.collect_schema()
    in_pandas = frame.implementation.is_pandas()
    require_columns(schema, numbers, texts, amounts, problems, in_pandas=in_pandas)
    return _on_forms(frame, forms)


def _on_forms(frame: Any, forms: KnownForms) -> Any:
    """The frame, whose reports are on some of the known forms.

    Raises :class:`InvalidColumns` where the frame is in memory. A lazy one raises what its engine
    raises for a text that is no number, with the form in the message, when it is computed.
    """
    form = nw.col("form")
    known = form.is_in(sorted(forms.ids))
    if isinstance(frame, nw.DataFrame):
        others = frame.filter(~known, ~form.is_null())["form"].unique().to_list()
        if others:
            raise InvalidColumns([forms.problem("form", one) for one in sorted(others)])
        return frame
    text = nw.when(known).then(nw.lit("0")).otherwise(nw.concat_str(nw.lit(_NOT_KNOWN), form))
    return frame.with_columns(nw.when(text.cast(nw.Int64) == 0).then(form).alias("form"))


_NOT_KNOWN: Final = (
    "未知或缺列的表样，请安装带来该表样的程序包 · a form that is not known here or has no columns; "
    "install the package that brings it: "
)


def _of_arrow(
    frame: Any,
    numbers: Collection[str],
    texts: Collection[str],
    amounts: Collection[str],
    absent: Collection[str],
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
                if name in absent:
                    table = table.append_column(name, pa.nulls(len(table), wanted))
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
    frame: Any,
    numbers: Collection[str],
    texts: Collection[str],
    amounts: Collection[str],
    absent: Collection[str],
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
        elif name in absent or (
            found not in (None, nw.Int64, nw.Decimal) and _is_blank(frame, name)
        ):
            blank.append(name)
    if blank and frame.implementation.is_pandas():
        pandas = needed("pandas")
        of_arrow = needed("pyarrow").decimal128(20, AMOUNT_DECIMALS) if amounts else None
        nothing = {
            name: pandas.array(
                [None] * len(frame),
                dtype="Int64" if name in numbers else pandas.ArrowDtype(of_arrow),
            )
            for name in blank
        }
        frame = nw.from_native(frame.to_native().assign(**nothing))
        blank = []
    decimal = nw.Decimal(20, AMOUNT_DECIMALS) if amounts else nw.Int64
    for name in blank:
        kind = nw.Int64 if name in numbers else decimal
        made[name] = nw.lit(None, kind) if name in absent else nw.col(name).cast(kind)
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
