"""Tables that come from outside, brought into the schema of a corpus or refused."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from ..cells import BOUNDS, EXPECTED, Kind, cell_problem
from ..errors import Problem
from ..forms.report import FORMS
from ..text import Bilingual
from .evolution import KnownForms, forms_in
from .extras import needed
from .invalid import (
    AMOUNTS,
    READ_BY_PANDAS,
    TEXT,
    WHOLE_NUMBERS,
    InvalidColumns,
    missing,
    wrong_type,
)
from .names import cell_kinds, with_cell
from .schema import ArrowStream, arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

__all__ = ["REMARKS", "completed", "conforming", "opened"]

REMARKS: Final = Bilingual(
    "由 cell 和 printed 两项文字构成的列表", "lists of structs of two texts, cell and printed"
)
_EDITION: Final = Bilingual("form 列所示表样的版本", "the edition of the form in the column form")
_NO_CELL: Final = Bilingual("空（该表没有这一格）", "null: the report's form has no such cell")


def opened(table: ArrowStream) -> pa.RecordBatchReader:
    """The batches of a table, whose columns have been found to be those of a corpus.

    Those of a form that was not known where it was written need not be there. Raises
    :class:`InvalidColumns` where another is missing, none is known for an address, or one is of
    another type: a float, above all. Whatever Arrow has for text and whole numbers will do.
    """
    reader: pa.RecordBatchReader = needed("pyarrow").RecordBatchReader.from_stream(table)
    _, found = forms_in(reader.schema.names, cell_kinds(), reader.schema.metadata)
    lacking = {problem.address for problem in found}
    problems = [problem for problem in found if problem.address not in cell_kinds()]
    for field in arrow_schema():
        place = reader.schema.get_field_index(field.name)
        if place < 0:
            if field.name not in cell_kinds() or field.name in lacking:
                problems.append(missing(field.name))
        elif (wrong := _type_problem(field, reader.schema.field(place).type)) is not None:
            problems.append(wrong)
    if problems:
        raise InvalidColumns(problems)
    return reader


def _type_problem(field: pa.Field, found: Any) -> Problem | None:
    pa = needed("pyarrow")
    types = pa.types
    if types.is_null(found):  # nothing but blanks, in a table made by hand
        return None
    if types.is_dictionary(found):
        found = found.value_type
    text = types.is_string(found) or types.is_large_string(found) or types.is_string_view(found)
    if types.is_string(field.type):
        return None if text else wrong_type(field.name, found, TEXT)
    if types.is_integer(field.type):
        if types.is_integer(found):
            return None
        expected = READ_BY_PANDAS if types.is_floating(found) else WHOLE_NUMBERS
        return wrong_type(field.name, found, expected)
    if types.is_decimal(field.type):
        right = types.is_decimal(found) or types.is_integer(found)
        return None if right else wrong_type(field.name, found, AMOUNTS)
    right = types.is_list(found) or types.is_large_list(found)
    return None if right else wrong_type(field.name, found, REMARKS)


def conforming(batches: pa.RecordBatchReader) -> Iterator[pa.Table]:
    """The same rows in the schema of a corpus, every number one that its cell may hold.

    Raises :class:`InvalidColumns` naming row and cell where one is not, or where a cell is
    filled in that the report's form does not have.
    """
    pa = needed("pyarrow")
    schema = arrow_schema()
    forms, _ = forms_in(batches.schema.names, cell_kinds(), batches.schema.metadata)
    start = 0
    for batch in batches:
        table = completed(pa.Table.from_batches([batch])).select(schema.names)
        columns = []
        problems: list[Problem] = []
        for field, column in zip(schema, table.columns, strict=True):
            try:
                columns.append(column.cast(field.type))
            except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
                problems.append(wrong_type(field.name, error, _expected(field.name)))
        if not problems:
            table = pa.Table.from_arrays(columns, schema=schema)
            problems = list(_problems(table, start, forms))
        if problems:
            raise InvalidColumns(problems)
        yield table
        start += table.num_rows


def _expected(name: str) -> Bilingual:
    if name in cell_kinds():
        return EXPECTED[cell_kinds()[name]]
    return {"remarks": REMARKS, "year": WHOLE_NUMBERS}.get(name, TEXT)


def completed(table: pa.Table) -> pa.Table:
    """A table with the cells of all forms, those that are not in it blank."""
    pa = needed("pyarrow")
    for name in cell_kinds():
        if name not in table.column_names:
            field = arrow_schema().field(name)
            table = table.append_column(field, pa.nulls(len(table), field.type))
    return table


def _problems(table: pa.Table, start: int, known: KnownForms) -> Iterator[Problem]:
    """What is wrong with the numbers of a batch, and with its forms; quick when nothing is."""
    compute = needed("pyarrow.compute")
    forms = table.column("form")
    unknown = compute.invert(compute.is_in(forms, _set(known.ids)))
    yield from _where(table, "form", unknown, start, known)
    edition = compute.fill_null(table.column("edition"), "")
    for form in FORMS.values():
        wrong = compute.and_(
            compute.equal(forms, form.id), compute.not_equal(edition, form.edition)
        )
        yield from _where(table, "edition", wrong, start)
    absent: dict[frozenset[str], Any] = {}
    for address, kind in cell_kinds().items():
        column = table.column(address)
        if column.null_count == table.num_rows:
            continue
        having = with_cell(address)
        if having != frozenset(FORMS):
            if having not in absent:
                absent[having] = compute.invert(compute.is_in(forms, _set(having)))
            wrong = compute.and_(compute.is_valid(column), absent[having])
            yield from _where(table, address, wrong, start)
        least, most = BOUNDS[Kind.COUNT if kind is Kind.AMOUNT else kind]
        found = compute.min_max(column).as_py()
        bounded = kind is not Kind.AMOUNT  # of an amount, the type has the upper bound
        if found["min"] < least or (bounded and found["max"] > most):
            wrong = compute.less(column, least)
            if bounded:
                wrong = compute.or_(wrong, compute.greater(column, most))
            yield from _where(table, address, wrong, start)


@cache
def _set(forms: frozenset[str]) -> Any:
    return needed("pyarrow").array(sorted(forms))


def _where(
    table: pa.Table, name: str, wrong: Any, start: int, known: KnownForms | None = None
) -> Iterator[Problem]:
    """The first rows that are wrong in a column, as problems."""
    compute = needed("pyarrow.compute")
    if not compute.any(wrong).as_py():
        return
    rows = compute.indices_nonzero(wrong).to_pylist()
    for row in rows[:_SHOWN]:
        value = table.column(name)[row].as_py()
        where = f"/{start + row}{name if name.startswith('/') else '/' + name}"
        kind = cell_kinds().get(name)
        problem = None if kind is None else cell_problem(kind, where, value)
        if problem is None and kind is not None:
            problem = Problem("key.unknown", where, str(value), _NO_CELL)
        if known is not None:
            problem = known.problem(where, value)
        yield problem or Problem("value.choice", where, repr(value), _EDITION)


_SHOWN: Final = 20
"""Problems of one kind that are told of one column."""
