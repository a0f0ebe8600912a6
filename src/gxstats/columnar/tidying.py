"""Frames with what comes of their relations, and what does not hold as rows of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from ..forms.rules import Strength
from ..relations import Outcome
from .expressions import NAMESPACE, RelationExpressions, any_of, flags, stages
from .extras import needed
from .packing import PACKED, as_text, number, rest
from .relations import ColumnRelation
from .unpivoting import unpivoted

if TYPE_CHECKING:
    import narwhals as nw
else:
    nw = needed("narwhals")

ANSWER: Final = ("relation", "strength", "outcome", "left", "right", "residual")
"""The columns of findings, beside the keys."""

__all__ = ["ANSWER", "judged", "not_held", "staged", "tidy"]


def staged(frame: Any, relations: Sequence[ColumnRelation]) -> Any:
    """A narwhals frame that has the flags, with the columns of all stages."""
    for columns in stages(relations):
        frame = frame.with_columns(columns)
    return frame


def judged(frame: Any, relations: Sequence[ColumnRelation]) -> Any:
    """A narwhals frame with all that :class:`RelationExpressions` speaks of."""
    return staged(frame.with_columns(flags(relations)), relations)


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
    frame = staged(
        not_held(frame, relations), relations
    )  # of few reports, where all is well with most
    packed = [_packed(RelationExpressions(one)).alias(one.id) for one in relations]
    long = unpivoted(frame.select(*keys, *packed), keys, "relation", PACKED)
    return long.filter(~nw.col(PACKED).is_null()).select(*keys, *_unpacked(relations))


def _packed(one: RelationExpressions) -> nw.Expr:
    """Both sides and the outcome of a finding as one text; null where there is none."""
    undecided = nw.when(one.undecided).then(nw.lit(Outcome.UNDECIDED.value))
    outcome = nw.when(one.violated).then(nw.lit(Outcome.VIOLATED.value)).otherwise(undecided)
    return nw.concat_str([as_text(one.left), as_text(one.right), outcome])


def _unpacked(relations: Sequence[ColumnRelation]) -> Iterator[nw.Expr]:
    yield nw.col("relation")
    yield _strength(relations).alias("strength")
    yield rest(2).alias("outcome")
    yield number(0).alias("left")
    yield number(1).alias("right")
    yield (number(0) - number(1)).alias("residual")


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
