"""From a corpus back to reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

import attrs

from ..cells import CellValue, shown
from ..errors import InvalidValue, Problem
from ..forms.narrative import Narrative, Remark, remark_problem
from ..forms.organ import Organ
from ..forms.report import FORMS, Form, Report, report_of_values, year_problem
from .corpus import REMARKS, conforming, opened
from .invalid import InvalidColumns
from .names import IDENTITY, NARRATIVE, ORGAN, cell_kinds

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

    from .schema import ArrowStream

__all__ = ["from_arrow"]


def from_arrow(corpus: ArrowStream) -> Iterator[Report]:
    """The reports of a corpus in the wide layout, in its order, one by one.

    The corpus is whatever gives its rows away through the Arrow PyCapsule interface: a table of
    pyarrow, a frame of polars or pandas, a relation of DuckDB. Only a batch of it is held at a
    time, where it comes in batches. Columns that are none of a corpus are not looked at.

    The reports are equal to those that :func:`to_arrow` was given. Amounts are equal as
    numbers: of 1.50 and 1.5 both come back as 1.5.

    >>> from gxstats import Organ, form
    >>> from gxstats.columnar import to_arrow
    >>> report = form("2019").blank(year=2019, organ=Organ(name="某局"))
    >>> list(from_arrow(to_arrow([report]))) == [report]
    True

    Raises :class:`~gxstats.columnar.InvalidColumns` where a column is missing or is not of its
    type, at once; where a report is one that no form can hold, when its batch is reached; and
    :class:`~gxstats.MissingExtra` without pyarrow.
    """
    return _reports(opened(corpus))


def _reports(batches: pa.RecordBatchReader) -> Iterator[Report]:
    start = 0
    for table in conforming(batches):
        columns = {name: table.column(name).to_pylist() for name in table.column_names}
        cells = zip(*(columns[address] for address in cell_kinds()), strict=True)
        others = zip(*(columns[name] for name in _OTHERS), strict=True)
        for row, (values, fields) in enumerate(zip(cells, others, strict=True)):
            try:
                yield _report(dict(zip(_OTHERS, fields, strict=True)), values)
            except InvalidValue as error:
                where = f"/{start + row}{error.problem.address}"
                raise InvalidColumns([attrs.evolve(error.problem, address=where)]) from error
        start += table.num_rows


_OTHERS: Final = (*IDENTITY, *NARRATIVE.values(), "remarks")
"""The columns that are no cell."""


def _report(fields: Mapping[str, Any], values: Sequence[CellValue]) -> Report:
    form = FORMS[fields["form"]]
    _refuse(year_problem(fields["year"], "/year"))
    return report_of_values(
        form,
        tuple(map(_shortest, _places(form)(values))),
        fields["year"],
        Organ(**{name: fields[column] for name, column in ORGAN.items()}),
        Narrative(**{name: fields[column] for name, column in NARRATIVE.items()}),
        tuple(_remarks(fields["remarks"], form)),
    )


def _remarks(given: Sequence[Mapping[str, str]], form: Form) -> Iterator[Remark]:
    """The remarks of a report: Arrow lets nulls stand in their place, but not for their texts."""
    seen: set[str] = set()
    _refuse_null(given, "/remarks")
    for place, one in enumerate(given):
        _refuse_null(one, f"/remarks/{place}")
        _refuse(remark_problem(one["cell"], f"/remarks/{place}/cell", form.index, seen))
        yield Remark(**one)


def _refuse_null(value: object, address: str) -> None:
    if value is None:
        raise InvalidValue(Problem("value.type", address, shown(value), REMARKS))


def _refuse(problem: Problem | None) -> None:
    if problem is not None:
        raise InvalidValue(problem)


@cache
def _places(form: Form) -> itemgetter[Any]:
    """What takes the values of a form's cells out of those of the union."""
    union = {address: place for place, address in enumerate(cell_kinds())}
    return itemgetter(*(union[cell.address] for cell in form))


def _shortest(value: CellValue) -> CellValue:
    """An amount without the zeros that its column pads it with.

    >>> _shortest(Decimal("20.50000000")), _shortest(Decimal("20.00000000"))
    (Decimal('20.5'), Decimal('20'))
    """
    if not isinstance(value, Decimal):
        return value
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()
