"""Reports of a corpus that one wrong cell explains, and that cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from ..cells import COUNT_MAXIMUM, CellValue
from ..diagnosis import diagnose
from ..forms.narrative import Narrative
from ..forms.organ import Organ
from ..forms.report import FORMS, report_of_values
from ..forms.rules import Strength
from .checking import corpus_of
from .equations import CellEquations, ColumnEquations, column_equations
from .expressions import (
    NAMESPACE,
    RelationExpressions,
    any_of,
    filled,
    on_one_of,
)
from .extras import needed
from .names import IDENTITY, cell_kinds
from .relations import ColumnRelation, column_relations
from .taking import keys_of
from .tidying import not_held, staged
from .unpivoting import unpivoted

if TYPE_CHECKING:
    import narwhals as nw
    from narwhals.typing import IntoFrameT
else:
    nw = needed("narwhals")

__all__ = ["slips"]

_OFF: Final = f"{NAMESPACE}off "
_NEW: Final = f"{NAMESPACE}new "
_NUMBER: Final = f"{NAMESPACE}equations off"
_BY: Final = f"{NAMESPACE}off by"
_SEARCHING: Final = f"{NAMESPACE}takes a search"
_CELL: Final = "cell"
_COUNT: Final = "count"
_NUMBERS: Final = ("old", "new", _COUNT)
_PACKED: Final = f"{NAMESPACE}packed"


def slips(corpus: IntoFrameT, *, keys: Sequence[str] = IDENTITY) -> IntoFrameT:
    """The cells that alone explain why sums of a report fail: a row for each report and cell.

    Beside the ``keys``: ``cell`` (its address), ``old`` (what it holds), ``new`` (what it must
    hold so that every stated and implied relation comes out), and ``count``, how many cells
    would do; where that is 1, the cell is found. These are the explanations that
    :func:`gxstats.diagnosis.diagnose` gives where the smallest ones have one cell.

    A blank may hold whatever makes the sums come out; where a wrong cell could then be one of
    several numbers, ``new`` is null. Of a report that needs more than one cell there is no row, nor
    of one in which no stated or implied relation is violated. The order of the rows is the engine's.

    >>> from gxstats import examples, read
    >>> from gxstats.columnar import to_arrow
    >>> report = read(examples.path("yindu-2019")).report
    >>> slip = report.replace({"/requests/outcomes/granted/natural_person": 34})
    >>> [found] = slips(to_arrow([report, slip]), keys=["year"]).to_pylist()
    >>> found["cell"], found["old"], found["new"], found["count"]
    ('/requests/outcomes/granted/natural_person', 34, 43, 1)

    Reports with a blank in the same table as a sum that does not come out are handed to
    :func:`~gxstats.diagnosis.diagnose`, one by one. Spark and DuckDB find the reports in which not all
    is well and pass them on in Arrow batches: the executors of Spark need gxstats for it, and a
    relation of DuckDB is computed at once.

    Takes and raises what :func:`~gxstats.columnar.outcomes` does.
    """
    whole: Any = corpus
    relations = _binding()
    keys = keys_of(keys, (_CELL, *_NUMBERS))
    frame = corpus_of(whole, relations, keys)
    if frame.implementation.is_spark_like():
        return cast("IntoFrameT", _in_spark(_few(frame), keys))
    if frame.implementation is nw.Implementation.DUCKDB:
        return cast("IntoFrameT", _in_duckdb(_few(frame), keys))
    if frame.implementation.is_polars() and isinstance(frame, nw.DataFrame):
        return cast("IntoFrameT", _slips(frame.lazy(), keys).collect().to_native())
    return cast("IntoFrameT", _slips(frame, keys).to_native())


def _few(frame: Any) -> Any:
    """The reports of a frame in which not all is well, as a frame of its engine."""
    used = frame.collect_schema().names()
    return not_held(frame, _binding()).select(*used).to_native()


@cache
def _binding() -> tuple[ColumnRelation, ...]:
    return tuple(one for one in column_relations() if one.strength is not Strength.SOFT)


def _in_spark(few: Any, keys: Sequence[str]) -> Any:
    """The slips of a frame of Spark, batch by batch, by Python on the executors."""
    types = needed("pyspark.sql.types", "spark")
    numbers = [types.StructField(name, types.LongType()) for name in _NUMBERS]
    cell = types.StructField(_CELL, types.StringType())
    schema = types.StructType([*(few.schema[key] for key in keys), cell, *numbers])

    def judged(batches: Iterator[Any]) -> Iterator[Any]:
        table = needed("pyarrow").Table
        for batch in batches:
            yield from slips(table.from_batches([batch]), keys=keys).to_batches()

    return few.mapInArrow(judged, schema)


def _in_duckdb(few: Any, keys: Sequence[str]) -> Any:
    """The slips of a relation of DuckDB, as a relation of the same connection."""
    pa = needed("pyarrow")
    reader = pa.RecordBatchReader.from_stream(few)
    parts = [slips(pa.Table.from_batches([batch]), keys=keys) for batch in reader]
    found = pa.concat_tables(parts or [slips(reader.schema.empty_table(), keys=keys)])  # noqa: F841 - the query finds it by its name
    return few.query("few", "SELECT * FROM found")


def _slips(frame: Any, keys: Sequence[str]) -> Any:
    """The slips of a narwhals frame that is in memory, or of a lazy one of polars."""
    equations = column_equations()
    relations = _binding()
    used = frame.collect_schema().names()
    frame = _with_residuals(staged(not_held(frame, relations), relations), equations)
    found = _told_by_columns(frame.filter(~nw.col(_SEARCHING)), equations, keys)
    violated = any_of([RelationExpressions(one).violated for one in relations])
    left = frame.filter(nw.col(_SEARCHING) & violated).select(*used)
    return nw.concat([found, _searched_like(found, left, keys)])


def _searched_like(found: Any, left: Any, keys: Sequence[str]) -> Any:
    """The slips of the reports that take a search, in the types of those that do not."""
    schema = found.collect_schema()
    if isinstance(left, nw.LazyFrame):
        pl = needed("polars")

        def searched(part: Any) -> Any:
            return pl.from_arrow(_searched(part.to_arrow(), keys)).cast(types)

        types = found.to_native().collect_schema()
        return nw.from_native(left.to_native().map_batches(searched, schema=types))
    table = _searched(left.to_arrow(), keys)
    if left.implementation.is_pandas():  # by way of floats it would lose its blanks
        native = table.to_pandas(types_mapper=needed("pandas").ArrowDtype)
        return nw.from_native(native.astype(found.to_native().dtypes))
    made = nw.from_arrow(table, backend=left.implementation)
    return made.select(nw.col(name).cast(type) for name, type in schema.items())


def _searched(table: Any, keys: Sequence[str]) -> Any:
    """The slips of the reports in a table of Arrow, each diagnosed by itself."""
    pa = needed("pyarrow")
    cells = [name for name in table.column_names if name in cell_kinds()]
    places: list[int] = []
    found: list[tuple[str, CellValue, CellValue, int]] = []
    values = zip(*(table.column(cell).to_pylist() for cell in cells), strict=True)
    for place, (form, row) in enumerate(
        zip(table.column("form").to_pylist(), values, strict=True)
    ):
        held = dict(zip(cells, row, strict=True))
        of_form = tuple(held.get(cell.address) for cell in FORMS[form])
        nameless = Organ(name=None)
        report = report_of_values(FORMS[form], of_form, None, nameless, Narrative(), ())
        diagnosis = diagnose(report)
        if not diagnosis.complete or diagnosis.size != 1:
            continue
        for explanation in diagnosis.explanations:
            [change] = explanation.changes
            places.append(place)
            found.append((change.cell, change.old, change.new, diagnosis.count))
    columns = list(zip(*found, strict=True)) or [()] * (1 + len(_NUMBERS))
    types = (pa.string(), *(pa.int64() for _ in _NUMBERS))
    made = [pa.array(column, type) for column, type in zip(columns, types, strict=True)]
    kept = table.select(list(keys)).take(pa.array(places, pa.int64()))
    return pa.table([*kept.columns, *made], names=[*keys, _CELL, *_NUMBERS])


def _told_by_columns(frame: Any, equations: ColumnEquations, keys: Sequence[str]) -> Any:
    """The slips of reports without a blank beside a sum that is off."""
    cells = equations.cells
    frame = frame.filter(nw.col(_NUMBER) > 0, nw.col(_NUMBER) < 3)  # a cell is in two at most
    frame = frame.with_columns(_new(cell).alias(_NEW + cell.column) for cell in cells)
    possible = [nw.col(_NEW + cell.column) for cell in cells]
    count = len(cells) - nw.sum_horizontal(*(new.is_null().cast(nw.Int64) for new in possible))
    frame = frame.with_columns(count.alias(_COUNT)).filter(nw.col(_COUNT) > 0)
    # An engine makes a frame long by one column: whether the number must rise goes in with it.
    packed = [_packed(cell).alias(cell.column) for cell in cells]
    index = [*keys, _COUNT, _BY]
    long = unpivoted(frame.select(*index, *packed), index, _CELL, _PACKED)
    long = long.filter(~nw.col(_PACKED).is_null())
    new = nw.col(_PACKED) // 2
    rises = nw.col(_PACKED) - new * 2 == 1
    by = nw.col(_BY)
    old = nw.when(rises).then(new - by).otherwise(new + by)
    return long.select(*keys, _CELL, old.alias("old"), new.alias("new"), _COUNT)


def _with_residuals(frame: Any, equations: ColumnEquations) -> Any:
    """By how much each equation is off, how many are, and whether that takes a search."""
    by_id = {relation.id: RelationExpressions(relation) for relation in equations.relations}
    frame = frame.with_columns(
        nw.when(one.applies & (one.known != 0)).then(one.known).alias(_off(id))
        for id, one in by_id.items()
    )
    searching = [
        any_of([~nw.col(_off(id)).is_null() for id in ids])
        & any_of([by_id[id].open for id in ids])
        for ids in equations.components
    ]
    off = [nw.col(_off(id)) for id in by_id]
    return frame.with_columns(
        any_of(searching).alias(_SEARCHING),
        nw.sum_horizontal(*((~one.is_null()).cast(nw.Int64) for one in off)).alias(_NUMBER),
        nw.max_horizontal(*(one.abs() for one in off)).alias(_BY),
    )


def _off(id: str) -> str:
    return _OFF + id.replace(".", " ")


def _new(cell: CellEquations) -> nw.Expr:
    """What the cell must hold for every equation to hold; null where no such number will do."""
    (first, coefficient), *others = cell.rows
    off = nw.col(_off(first))
    explains = nw.col(on_one_of(cell.forms))
    if not others:
        explains &= nw.col(_NUMBER) == 1
    for other, own in others:  # both are off, hence no more: there are two at most
        also = nw.col(_off(other))
        explains &= off == (also if own == coefficient else 0 - also)
    now = filled(cell.column)
    new = now - off if coefficient > 0 else now + off
    return nw.when(explains & new.is_between(0, COUNT_MAXIMUM)).then(new)


def _packed(cell: CellEquations) -> nw.Expr:
    [(first, coefficient), *_] = cell.rows
    off = nw.col(_off(first))
    rises = off < 0 if coefficient > 0 else off > 0
    return nw.col(_NEW + cell.column) * 2 + rises.cast(nw.Int64)
