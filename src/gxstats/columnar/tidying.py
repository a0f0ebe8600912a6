"""What does not hold, as rows: a row for each report and relation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from ..forms.rules import Strength
from ..relations import Outcome
from .expressions import NAMESPACE, RelationExpressions, any_of, flags, stages
from .extras import needed
from .relations import ColumnRelation
from .unpivoting import unpivoted

if TYPE_CHECKING:
    import narwhals as nw
else:
    nw = needed("narwhals")

__all__ = ["not_held", "tidy"]


def not_held(frame: Any, relations: Sequence[ColumnRelation]) -> Any:
    """The reports of a narwhals frame for which a relation is violated or undecided.

    The :func:`~gxstats.columnar.expressions.flags` stay with them.
    """
    frame = frame.with_columns(flags(relations))
    names = [f"{NAMESPACE}found {place}" for place in range(len(relations))]
    found = zip(names, map(RelationExpressions, relations), strict=True)
    frame = frame.with_columns(
        **{name: one.found for name, one in found}
    )  # one each: side by side
    return frame.filter(any_of([nw.col(name) for name in names]))


def tidy(frame: Any, relations: Sequence[ColumnRelation], keys: Sequence[str]) -> Any:
    """A narwhals frame with a row for each report and relation that is violated or undecided."""
    frame = not_held(frame, relations)
    for columns in stages(relations):  # of few reports, where all is well with most
        frame = frame.with_columns(columns)
    packed = [_packed(RelationExpressions(one)).alias(one.id) for one in relations]
    long = unpivoted(frame.select(*keys, *packed), keys, "relation", PACKED)
    return long.filter(~nw.col(PACKED).is_null()).select(*keys, *_unpacked(relations))


PACKED: Final = f"{NAMESPACE}packed"
_WIDTH: Final = 20
"""Characters of the longest 64-bit integer."""
_BLANK: Final = "*" * _WIDTH


def _packed(one: RelationExpressions) -> nw.Expr:
    """Both sides and the outcome of a finding as one text; null where there is none.

    A frame is made long one column at a time, and no engine can be trusted to keep two in step.
    """
    undecided = nw.when(one.undecided).then(nw.lit(Outcome.UNDECIDED.value))
    outcome = nw.when(one.violated).then(nw.lit(Outcome.VIOLATED.value)).otherwise(undecided)
    return nw.concat_str([_as_text(one.left), _as_text(one.right), outcome])


def _as_text(side: nw.Expr) -> nw.Expr:
    # pandas writes whole numbers as floats where there are nulls: here there are none
    digits = side.fill_null(0).cast(nw.String).str.zfill(_WIDTH)
    return nw.when(side.is_null()).then(nw.lit(_BLANK)).otherwise(digits)


def _unpacked(relations: Sequence[ColumnRelation]) -> Iterator[nw.Expr]:
    packed = nw.col(PACKED)

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
