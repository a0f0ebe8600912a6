"""Every relation on every report of a corpus, in the engine that holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Final

from ..forms.catalogue import FORMS
from ..forms.rules import Strength
from .expressions import NAMESPACE, RelationExpressions, in_words, on_one_of, stages
from .extras import needed
from .invalid import require_columns
from .names import IDENTITY
from .relations import ColumnRelation, column_relations
from .unpivoting import unpivoted

if TYPE_CHECKING:
    import narwhals as nw
    from narwhals.typing import IntoFrameT
else:
    nw = needed("narwhals")

__all__ = ["VERDICT", "findings", "judged", "outcomes"]

VERDICT: Final = "verdict"
"""The column of :func:`outcomes` for a report as a whole."""


def judged(frame: Any, relations: Sequence[ColumnRelation]) -> Any:
    """A narwhals frame with the columns that :class:`RelationExpressions` speaks of."""
    for columns in stages(relations):
        frame = frame.with_columns(**columns)
    return frame


def outcomes(corpus: IntoFrameT, *, keys: Sequence[str] = IDENTITY) -> IntoFrameT:
    """For every report, what comes of each relation: a column a relation, named by its id.

    Each holds ``"held"``, ``"violated"`` or ``"undecided"``, as :func:`gxstats.check` finds it,
    and null where the report's form has no such relation. The column ``verdict`` sums up those
    that are binding. ``keys`` are the columns of the corpus that are kept, to know the reports
    by; the order of the reports is that of the corpus if the engine keeps one.

    The corpus is a frame in the wide layout (:func:`to_arrow`): of polars, lazy or not, of
    pandas or pyarrow, or a relation of DuckDB; the answer is of the same kind, and lazy if the
    corpus is.

    >>> from gxstats import Organ, form
    >>> from gxstats.columnar import to_arrow
    >>> report = form("2021").report(
    ...     {"/requests/received/total": 7}, year=2023, organ=Organ(name="某局"))
    >>> outcomes(to_arrow([report])).column("requests.applicant_total.received").to_pylist()
    ['undecided']

    Raises :class:`~gxstats.columnar.InvalidColumns` where a column is missing or is not of its
    type, and :class:`~gxstats.MissingExtra` without narwhals.
    """
    relations = column_relations()
    frame = judged(_corpus(corpus, relations, keys), relations)
    of_all = [RelationExpressions(relation) for relation in relations]
    binding = [one for one in of_all if one.relation.strength is not Strength.SOFT]
    verdict = in_words(
        reduce(or_, (one.violated for one in binding)),
        reduce(or_, (one.undecided for one in binding)),
        nw.col(on_one_of(FORMS)),
    )
    columns = [one.outcome.alias(one.relation.id) for one in of_all]
    answer: IntoFrameT = frame.select(*keys, verdict.alias(VERDICT), *columns).to_native()
    return answer


def findings(corpus: IntoFrameT, *, keys: Sequence[str] = IDENTITY) -> IntoFrameT:
    """The relations that do not hold: a row for each report and relation violated or undecided.

    Beside the ``keys``, columns of the corpus to know the reports by: ``relation`` (its id),
    ``strength``, ``outcome``, the two sides ``left`` and ``right``, null where a cell of that
    side is blank, and ``residual``, left minus right, null where either is. The order of the rows is
    the engine's. Soft relations are among them: their strength says so.

    >>> from gxstats import Organ, form
    >>> from gxstats.columnar import to_arrow
    >>> cells = {cell.address: 0 for cell in form("2021")}
    >>> cells["/disputes/reconsideration/upheld"] = 10
    >>> report = form("2021").report(cells, year=2023, organ=Organ(name="某局"))
    >>> [found] = findings(to_arrow([report])).to_pylist()
    >>> found["relation"], found["outcome"]
    ('disputes.total.reconsideration', 'violated')
    >>> found["left"], found["right"], found["residual"]
    (0, 10, -10)

    Takes and raises what :func:`outcomes` does.
    """
    relations = column_relations()
    of_all = [RelationExpressions(relation) for relation in relations]
    frame = judged(_corpus(corpus, relations, keys), relations)
    frame = frame.filter(reduce(or_, (_found(one) for one in of_all)))
    packed = [_packed(one).alias(one.relation.id) for one in of_all]
    long = unpivoted(frame.select(*keys, *packed), keys, "relation", _PACKED)
    long = long.filter(~nw.col(_PACKED).is_null())
    answer: IntoFrameT = long.select(*keys, *_unpacked(relations)).to_native()
    return answer


_PACKED: Final = f"{NAMESPACE}packed"
_WIDTH: Final = 20
"""Characters of the longest 64-bit integer."""
_BLANK: Final = "*" * _WIDTH


def _found(one: RelationExpressions) -> nw.Expr:
    return one.violated | one.undecided


def _packed(one: RelationExpressions) -> nw.Expr:
    """Both sides and the outcome of a finding as one text; null where there is none.

    A frame is made long one column at a time, and no engine can be trusted to keep two in step.
    """
    return nw.when(_found(one)).then(
        nw.concat_str([_as_text(one.left), _as_text(one.right), one.outcome])
    )


def _as_text(side: nw.Expr) -> nw.Expr:
    # pandas writes whole numbers as floats where there are nulls: here there are none
    digits = side.fill_null(0).cast(nw.String).str.zfill(_WIDTH)
    return nw.when(side.is_null()).then(nw.lit(_BLANK)).otherwise(digits)


def _unpacked(relations: Sequence[ColumnRelation]) -> Iterator[nw.Expr]:
    packed = nw.col(_PACKED)

    def side(offset: int) -> nw.Expr:
        text = packed.str.slice(offset, _WIDTH)
        number = nw.when(text != _BLANK).then(text).otherwise(nw.lit("0")).cast(nw.Int64)
        return nw.when(text != _BLANK).then(number)

    yield nw.col("relation")
    yield _strength(relations).alias("strength")
    yield packed.str.slice(2 * _WIDTH).alias("outcome")
    yield side(0).alias("left")
    yield side(_WIDTH).alias("right")
    yield (side(0) - side(_WIDTH)).alias("residual")


def _strength(relations: Sequence[ColumnRelation]) -> nw.Expr:
    ids: dict[Strength, list[str]] = {}
    for relation in relations:
        ids.setdefault(relation.strength, []).append(relation.id)
    first, *others = ids
    strength = nw.lit(first.value)
    for other in others:
        is_other = nw.col("relation").is_in(ids[other])
        strength = nw.when(is_other).then(nw.lit(other.value)).otherwise(strength)
    return strength


def _corpus(corpus: Any, relations: Sequence[ColumnRelation], keys: Sequence[str]) -> Any:
    """The corpus as a narwhals frame, with the columns that are needed and no others."""
    frame = nw.from_native(corpus)
    used = dict.fromkeys(column for relation in relations for column in relation.columns)
    require_columns(frame.collect_schema(), used, keys)
    return frame.select(*dict.fromkeys(["form", *keys, *used]))
