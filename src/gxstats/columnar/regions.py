"""The reports of regions against the sums of their organs', for a whole corpus."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from functools import cache, reduce
from itertools import product
from operator import add
from typing import TYPE_CHECKING, Any, Final, cast

from ..across.converting import counterparts
from ..cells import AMOUNT_DECIMALS, BOUNDS, Kind
from ..forms.report import FORMS
from .expressions import NAMESPACE
from .extras import needed
from .invalid import AMOUNTS, InvalidColumns, wrong_type
from .names import ORGAN, cell_kinds, with_cell
from .packing import PACKED, as_text, number
from .taking import keys_of, taken
from .unpivoting import unpivoted

if TYPE_CHECKING:
    import narwhals as nw
    from narwhals.typing import IntoFrameT
else:
    nw = needed("narwhals")

__all__ = ["amount_roll_ups", "roll_ups"]

_SCOPE: Final = ORGAN["scope"]
_REGION: Final = f"{NAMESPACE}region "
_PAIR: Final = f"{NAMESPACE}form seen from another"
_ORGANS: Final = "organs"
_ANSWER: Final = ("cell", "region", "known", "blank", _ORGANS, "ties")
_REPORTS: Final = f"{NAMESPACE}reports of the region"
_BLANKS: Final = f"{NAMESPACE}blank "


def roll_ups(corpus: IntoFrameT, *, by: Sequence[str]) -> IntoFrameT:
    """The reports of regions against the sums of their organs': a row for each region and cell.

    ``by`` are the columns of the corpus that say which reports belong together, such as a column
    with the name of the region, and the ``year``. In each group the report whose ``organ_scope`` is
    ``"region"`` is the region's; the others are its organs'. Beside ``by`` the answer has
    ``cell`` (its address), ``region`` (what the region's report says, null where it is blank),
    ``known`` (the sum over the organs' reports in which the cell is not blank), ``blank`` (in how
    many it is, or has no counterpart on their form), ``organs`` (how many there are), and ``ties``,
    null where a blank leaves it open: what :func:`gxstats.across.roll_up` finds, for counts and
    changes; of amounts of money, :func:`amount_roll_ups` says it. A sum that does not tie is a
    hint and no error.

    A group without a report of the region, with several, or without any organ has no rows.

    >>> import attrs
    >>> import pyarrow as pa
    >>> from gxstats import Organ, examples, read
    >>> from gxstats.columnar import to_arrow
    >>> report = read(examples.path("yindu-2019")).report
    >>> region = attrs.evolve(report, organ=Organ(name="某市", scope="region"))
    >>> corpus = to_arrow([report, region.replace({"/requests/received/total": 60})])
    >>> corpus = corpus.append_column("city", pa.array(["某市", "某市"]))
    >>> found = roll_ups(corpus, by=["city", "year"]).to_pylist()
    >>> [(one["cell"], one["region"], one["known"]) for one in found if one["ties"] is False]
    [('/requests/received/total', 60, 50)]

    Takes and raises what :func:`~gxstats.columnar.outcomes` does, and raises :class:`ValueError`
    where ``by`` names no column: then nothing says which reports belong together.
    """
    cells = [cell for cell, kind in cell_kinds().items() if kind is not Kind.AMOUNT]
    by = keys_of(by, _ANSWER)
    sums = _compared(_taken(cast("Any", corpus), by, cells), by, cells)
    packed = [_packed(cell).alias(cell) for cell in cells]
    index = [*by, _ORGANS]
    long = unpivoted(sums.select(*index, *packed), index, "cell", PACKED)
    long = long.filter(~nw.col(PACKED).is_null()).select(
        *by,
        "cell",
        number(0).alias("region"),
        number(1).alias("known"),
        number(2).alias("blank"),
        _ORGANS,
    )
    changes = [cell for cell, kind in cell_kinds().items() if kind is Kind.CHANGE]
    ties = (
        nw.when(nw.col("cell").is_in(changes))
        .then(_ties(Kind.CHANGE))
        .otherwise(_ties(Kind.COUNT))
    )
    answer: IntoFrameT = long.with_columns(ties.alias("ties")).to_native()
    return answer


def amount_roll_ups(corpus: IntoFrameT, *, by: Sequence[str]) -> IntoFrameT:
    """What :func:`roll_ups` says of counts, of the amounts of money: in exact decimals, in 万元.

    The same columns; ``region`` and ``known`` are decimals with eight places. A frame of pandas,
    which computes with no decimals of its own, is computed by Arrow and gets columns of Arrow.

    >>> import attrs
    >>> import pyarrow as pa
    >>> from gxstats import Organ, examples, read
    >>> from gxstats.columnar import to_arrow
    >>> report = read(examples.path("yindu-2019")).report
    >>> region = attrs.evolve(report, organ=Organ(name="某市", scope="region"))
    >>> corpus = to_arrow([report, region.replace({"/disclosure/administrative_fees/amount": "2.5"})])
    >>> found = amount_roll_ups(corpus.append_column("city", pa.array(["某市", "某市"])), by=["city"])
    >>> [(str(one["region"]), str(one["known"])) for one in found.to_pylist() if not one["ties"]]
    [('2.50000000', '1.00000000')]

    Takes and raises what :func:`roll_ups` does.
    """
    by = keys_of(by, _ANSWER)
    cells = [cell for cell, kind in cell_kinds().items() if kind is Kind.AMOUNT]
    frame: Any = _taken(cast("Any", corpus), by, cells)
    frame = frame.select("form", _SCOPE, *by, *cells)
    engine = frame.implementation
    if engine.is_pandas() or engine.is_pyarrow():
        table = _with_room(frame.to_arrow(), cells)
        found = _amounts(nw.from_native(table), by, cells)
        if engine.is_pandas():
            found = _in_pandas(found, frame, by)
    else:
        found = _amounts(frame, by, cells)
    return cast("IntoFrameT", found)


def _amounts(frame: Any, by: Sequence[str], cells: Sequence[str]) -> Any:
    sums = _compared(frame, by, cells)
    parts = [
        sums.filter(nw.col(_REGION + "form").is_in(sorted(with_cell(cell)))).select(
            *by,
            nw.lit(cell).alias("cell"),
            nw.col(_REGION + cell).alias("region"),
            nw.col(cell).alias("known"),
            nw.col(_BLANKS + cell).alias("blank"),
            _ORGANS,
        )
        for cell in cells
    ]
    return nw.concat(parts).with_columns(_ties(Kind.AMOUNT).alias("ties")).to_native()


def _with_room(table: Any, cells: Sequence[str]) -> Any:
    """A table of Arrow whose amounts have room for their sums."""
    pa = needed("pyarrow")
    decimals = pa.decimal128(38, AMOUNT_DECIMALS)
    for cell in cells:
        place = table.schema.get_field_index(cell)
        found = table.schema.field(place).type
        if pa.types.is_floating(found):  # objects of pandas, which may be anything
            raise InvalidColumns([wrong_type(cell, found, AMOUNTS)])
        table = table.set_column(place, cell, table.column(cell).cast(decimals))
    return table


def _in_pandas(table: Any, frame: Any, by: Sequence[str]) -> Any:
    """A table of Arrow as a frame of pandas, with what the groups go by in its own types."""
    pandas = needed("pandas").ArrowDtype
    own = frame.to_native().dtypes
    return table.to_pandas(types_mapper=pandas).astype({name: own[name] for name in by})


def _taken(corpus: Any, by: Sequence[str], cells: Sequence[str]) -> Any:
    if not by:
        raise ValueError("by names no column: nothing says which reports belong together")
    amounts = [cell for cell in cells if cell_kinds()[cell] is Kind.AMOUNT]
    numbers = [cell for cell in cells if cell not in amounts]
    return taken(corpus, numbers, [*by, _SCOPE], amounts)


def _compared(frame: Any, by: Sequence[str], cells: Sequence[str]) -> Any:
    """Of each group with one report of the region and some of organs, both sides of each cell."""
    frame = frame.select("form", _SCOPE, *by, *cells).filter(
        *(~nw.col(key).is_null() for key in by)
    )
    is_region = (nw.col(_SCOPE) == "region").fill_null(False)  # noqa: FBT003 - a value
    regions = (
        frame.filter(is_region)
        .select(*by, *(nw.col(name).alias(_REGION + name) for name in ("form", *cells)))
        .group_by(*by)
        # of one report, the greatest is what it says
        .agg(
            nw.len().alias(_REPORTS), nw.col(_REGION + "form", *(_REGION + c for c in cells)).max()
        )
        .filter(nw.col(_REPORTS) == 1)
    )
    joined = frame.filter(~is_region).join(regions, on=list(by), how="inner")
    kept = [_REGION + "form", *(_REGION + cell for cell in cells)]
    return _sums(joined, by, cells).join(regions.select(*by, *kept), on=list(by), how="inner")


def _sums(joined: Any, by: Sequence[str], cells: Sequence[str]) -> Any:
    """Of each group and cell the sum of what is known, and how many reports do not know it."""
    form = nw.col("form")
    region = nw.col(_REGION + "form")
    seen = nw.concat_str([form, nw.lit(" "), region]).alias(_PAIR)
    columns = [_seen(cell).alias(cell) for cell in cells]
    seen_cells = joined.with_columns(seen).select(*by, *columns)
    blanks = [nw.col(cell).is_null().cast(nw.Int64).alias(_BLANKS + cell) for cell in cells]
    groups = seen_cells.select(*by, *(nw.col(cell) for cell in cells), *blanks).group_by(*by)
    with warnings.catch_warnings():
        # pandas puts the groups before hundreds of columns one by one, and says that this is slow
        warnings.filterwarnings("ignore", "DataFrame is highly fragmented")
        return groups.agg(
            nw.len().alias(_ORGANS),
            nw.col(*cells).sum(),
            nw.col(*(_BLANKS + c for c in cells)).sum(),
        )


def _seen(cell: str) -> nw.Expr:
    """What a report says of a cell of the region's form; null where it has no counterpart."""
    made = {sources: reduce(add, map(nw.col, sources)) for sources in _sources(cell)}
    match list(made.values()):
        case [value]:  # with one source alone, it is blank where the form lacks it
            return value
    chosen: nw.Expr | None = None
    for sources, value in made.items():  # of a sum with a blank nothing is known
        here = nw.when(nw.col(_PAIR).is_in(_sources(cell)[sources])).then(value)
        chosen = here if chosen is None else here.otherwise(chosen)
    assert chosen is not None
    return chosen


@cache
def _sources(cell: str) -> Mapping[tuple[str, ...], list[str]]:
    """Of which cells it is made, each with the pairs of a report's form and the region's."""
    found: dict[tuple[str, ...], list[str]] = {}
    for source, target in product(FORMS.values(), repeat=2):
        cells = counterparts(source, target).get(cell)
        if cells is not None:
            found.setdefault(cells, []).append(f"{source.id} {target.id}")
    return found


def _packed(cell: str) -> nw.Expr:
    """The region's number, the sum and the blanks; null where the region's form has no such cell."""
    text = nw.concat_str(
        [as_text(nw.col(_REGION + cell)), as_text(nw.col(cell)), as_text(nw.col(_BLANKS + cell))]
    )
    if with_cell(cell) == frozenset(FORMS):
        return text
    return nw.when(nw.col(_REGION + "form").is_in(sorted(with_cell(cell)))).then(text)


def _ties(kind: Kind) -> nw.Expr:
    """Whether region and organs agree in cells of a kind; null where what is blank leaves it open."""
    region, known, blank = nw.col("region"), nw.col("known"), nw.col("blank")
    if kind is Kind.CHANGE:  # what is blank adds or takes away, each as much as a cell holds
        most = blank * BOUNDS[kind][1]
        refuted = ((known - region) > most) | ((region - known) > most)
    else:  # it can only add
        refuted = known > region
    decided = (blank == 0) | refuted
    return nw.when(decided & ~region.is_null()).then((region == known).fill_null(False))  # noqa: FBT003
