"""The reports of regions against the sums of their organs', for a whole corpus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, reduce
from itertools import product
from operator import add
from typing import TYPE_CHECKING, Any, Final

from ..across.converting import counterparts
from ..cells import Kind
from ..forms.catalogue import FORMS
from .expressions import NAMESPACE
from .extras import needed
from .invalid import require_columns
from .names import ORGAN, cell_kinds, with_cell
from .packing import PACKED, as_text, number
from .unpivoting import unpivoted

if TYPE_CHECKING:
    import narwhals as nw
    from narwhals.typing import IntoFrameT
else:
    nw = needed("narwhals")

__all__ = ["roll_ups"]

_SCOPE: Final = ORGAN["scope"]
_REGION: Final = f"{NAMESPACE}region "
_PAIR: Final = f"{NAMESPACE}form seen from another"
_ORGANS: Final = "organs"
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
    changes; amounts of money are left to that. A sum that does not tie is a hint and no error.

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
    if not by:
        raise ValueError("by names no column: nothing says which reports belong together")
    cells = [cell for cell, kind in cell_kinds().items() if kind is not Kind.AMOUNT]
    whole: Any = corpus
    frame = nw.from_native(whole)
    require_columns(frame.collect_schema(), cells, [*by, _SCOPE])
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
    sums = _sums(joined, by, cells)
    kept = [_REGION + "form", *(_REGION + cell for cell in cells)]
    sums = sums.join(regions.select(*by, *kept), on=list(by), how="inner")
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
    answer: IntoFrameT = long.with_columns(_ties().alias("ties")).to_native()
    return answer


def _sums(joined: Any, by: Sequence[str], cells: Sequence[str]) -> Any:
    """Of each group and cell the sum of what is known, and how many reports do not know it."""
    form = nw.col("form")
    region = nw.col(_REGION + "form")
    seen = nw.concat_str([form, nw.lit(" "), region]).alias(_PAIR)
    columns = [_seen(cell).alias(cell) for cell in cells]
    seen_cells = joined.with_columns(seen).select(*by, *columns)
    blanks = [nw.col(cell).is_null().cast(nw.Int64).alias(_BLANKS + cell) for cell in cells]
    return (
        seen_cells.with_columns(*blanks)
        .group_by(*by)
        .agg(
            nw.len().alias(_ORGANS),
            nw.col(*cells).sum(),
            nw.col(*(_BLANKS + c for c in cells)).sum(),
        )
    )


def _seen(cell: str) -> nw.Expr:
    """What a report says of a cell of the region's form; null where it has no counterpart."""
    chosen: nw.Expr | None = None
    for sources, pairs in _sources(cell).items():
        # of a sum with a blank nothing is known
        value = reduce(add, (nw.col(source) for source in sources))
        if len(_sources(cell)) == 1 and len(pairs) == len(FORMS) ** 2:
            return value
        here = nw.when(nw.col(_PAIR).is_in(pairs)).then(value)
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


def _ties() -> nw.Expr:
    """Whether region and organs agree; what is blank can only add to a sum of counts."""
    region, known = nw.col("region"), nw.col("known")
    decided = (nw.col("blank") == 0) | ((known > region) & (region >= 0))
    return nw.when(decided & ~region.is_null()).then((region == known).fill_null(False))  # noqa: FBT003
