"""Reports of a corpus that one wrong cell explains, and that cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from ..cells import COUNT_MAXIMUM
from .checking import corpus_of, with_findings
from .equations import CellEquations, ColumnEquations, column_equations
from .expressions import (
    NAMESPACE,
    RelationExpressions,
    any_of,
    filled,
    on_one_of,
)
from .extras import needed
from .names import IDENTITY
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
_COUNT: Final = "count"
_PACKED: Final = f"{NAMESPACE}packed"


def slips(corpus: IntoFrameT, *, keys: Sequence[str] = IDENTITY) -> IntoFrameT:
    """The cells that alone explain why sums of a report fail: a row for each report and cell.

    Beside the ``keys``: ``cell`` (its address), ``old`` (what it holds), ``new`` (what it must
    hold so that every stated and implied relation comes out), and ``count``, how many cells
    would do; where that is 1, the cell is found. These are the explanations that
    :func:`gxstats.diagnosis.diagnose` gives where the smallest ones have one cell.

    Of a report that needs more than one cell there is no row. Nor is there of one with a blank in
    the same table as a sum that does not come out: what a blank could hold takes a search, which is
    ``diagnose``'s. The order of the rows is the engine's.

    >>> from gxstats import examples, read
    >>> from gxstats.columnar import to_arrow
    >>> report = read(examples.path("yindu-2019")).report
    >>> slip = report.replace({"/requests/outcomes/granted/natural_person": 34})
    >>> [found] = slips(to_arrow([report, slip]), keys=["year"]).to_pylist()
    >>> found["cell"], found["old"], found["new"], found["count"]
    ('/requests/outcomes/granted/natural_person', 34, 43, 1)

    Takes and raises what :func:`~gxstats.columnar.outcomes` does. For a frame of Spark, whose
    optimizer does not get through the query, the executors compute it in Arrow batches of the
    reports that :func:`~gxstats.columnar.with_findings` leaves; they need gxstats for it.
    """
    whole: Any = corpus
    equations = column_equations()
    frame = corpus_of(whole, equations.relations, keys)
    if frame.implementation.is_spark_like():
        few: Any = with_findings(whole)
        used = frame.collect_schema().names()
        in_batches: IntoFrameT = _in_arrow_batches(few.select(*used), keys)
        return in_batches
    cells = equations.cells
    frame = _with_residuals(frame, equations)
    frame = frame.filter(nw.col(_NUMBER) > 0, nw.col(_NUMBER) < 3)  # a cell is in two at most
    frame = frame.with_columns(_new(cell).alias(_NEW + cell.column) for cell in cells)
    possible = [nw.col(_NEW + cell.column) for cell in cells]
    count = nw.sum_horizontal(*((~new.is_null()).cast(nw.Int64) for new in possible))
    frame = frame.with_columns(count.alias(_COUNT)).filter(nw.col(_COUNT) > 0)
    # An engine makes a frame long by one column: whether the number must rise goes in with it.
    packed = [_packed(cell).alias(cell.column) for cell in cells]
    index = [*keys, _COUNT, _BY]
    long = unpivoted(frame.select(*index, *packed), index, "cell", _PACKED)
    long = long.filter(~nw.col(_PACKED).is_null())
    new = nw.col(_PACKED) // 2
    rises = nw.col(_PACKED) - new * 2 == 1
    by = nw.col(_BY)
    old = nw.when(rises).then(new - by).otherwise(new + by)
    answer: IntoFrameT = long.select(
        *keys, "cell", old.alias("old"), new.alias("new"), _COUNT
    ).to_native()
    return answer


def _in_arrow_batches(few: Any, keys: Sequence[str]) -> Any:
    """The slips of a frame of Spark, batch by batch, by Python on the executors."""
    types = needed("pyspark.sql.types", "spark")
    numbers = [types.StructField(name, types.LongType()) for name in ("old", "new", _COUNT)]
    cell = types.StructField("cell", types.StringType())
    schema = types.StructType([*(few.schema[key] for key in keys), cell, *numbers])

    def judged(batches: Iterator[Any]) -> Iterator[Any]:
        table = needed("pyarrow").Table
        for batch in batches:
            yield from slips(table.from_batches([batch]), keys=keys).to_batches()

    return few.mapInArrow(judged, schema)


def _with_residuals(frame: Any, equations: ColumnEquations) -> Any:
    """The reports with an equation off, and by how much each is; without those that take a search."""
    relations = equations.relations
    frame = staged(not_held(frame, relations), relations)
    by_id = {relation.id: RelationExpressions(relation) for relation in relations}
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
    return frame.filter(~any_of(searching)).with_columns(
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
    return nw.when(explains & (new >= 0) & (new <= COUNT_MAXIMUM)).then(new)


def _packed(cell: CellEquations) -> nw.Expr:
    [(first, coefficient), *_] = cell.rows
    off = nw.col(_off(first))
    rises = off < 0 if coefficient > 0 else off > 0
    return nw.col(_NEW + cell.column) * 2 + rises.cast(nw.Int64)
