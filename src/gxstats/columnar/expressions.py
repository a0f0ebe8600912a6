"""What a relation comes to over columns, as narwhals expressions: the one definition.

Polars, DuckDB, pandas and pyarrow compute them; so does any other engine that narwhals speaks
to. Sums are written ``a + b + c``, in 64-bit integers: a horizontal sum would skip nulls, and a
sum with a blank in it is not known. Twelve digits and some twenty terms stay far within.

The columns are computed in :func:`stages`, each from those before: few engines notice that they
are asked for one thing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from ..cells import Kind
from ..relations import Comparison, Outcome
from .extras import needed
from .relations import ColumnRelation, ColumnTerm

if TYPE_CHECKING:
    import narwhals as nw
else:
    nw = needed("narwhals")

__all__ = ["NAMESPACE", "Columns", "RelationExpressions", "on_one_of", "stages"]

NAMESPACE: Final = "gxstats: "
"""What the names of the columns begin with that are added for the time of the computation."""

Columns: TypeAlias = "Mapping[str, nw.Expr]"
"""Columns by name."""


def on_one_of(forms: Iterable[str]) -> str:
    """The name of the column that says whether a report is on one of these forms."""
    return f"{NAMESPACE}on {' '.join(sorted(forms))}"


def stages(relations: Iterable[ColumnRelation]) -> tuple[Columns, ...]:
    """The columns to add to a frame, stage by stage.

    Afterwards the frame has all that :class:`RelationExpressions` speaks of. It needs the
    columns of the relations as ``int64`` and the column ``form``, and neither reads nor changes
    any other: a frame joined with last year's columns will do as well.
    """
    of_all = [RelationExpressions(relation) for relation in relations]
    made: tuple[dict[str, nw.Expr], ...] = ({}, {}, {}, {})
    for one in of_all:
        for stage, columns in zip(made, one.stages(), strict=True):
            stage.update(columns)
    return made


@attrs.frozen
class RelationExpressions:
    """A relation over the columns of a frame.

    All of it needs the columns that :func:`stages` adds.
    """

    relation: ColumnRelation

    @property
    def applies(self) -> nw.Expr:
        """Whether the report's form has the relation."""
        return _column(on_one_of(self.relation.forms))

    @property
    def left(self) -> nw.Expr:
        """The left side; null where one of its cells is blank."""
        return self._side(self.relation.left)

    @property
    def right(self) -> nw.Expr:
        """The right side; null where one of its cells is blank."""
        return self._side(self.relation.right)

    @property
    def residual(self) -> nw.Expr:
        """Left minus right; null where a cell is blank."""
        return _sum(self.relation.terms, self._known)

    @property
    def violated(self) -> nw.Expr:
        """Whether the relation is false, whatever stands in the blanks; never null."""
        return _column(self._name("violated"))

    @property
    def undecided(self) -> nw.Expr:
        """Whether a blank leaves the relation open; never null."""
        return _column(self._name("undecided"))

    @property
    def outcome(self) -> nw.Expr:
        """``"held"``, ``"violated"`` or ``"undecided"``; null on a form without the relation."""
        return in_words(self.violated, self.undecided, self.applies)

    # --- how they are computed ---

    def stages(self) -> tuple[Columns, Columns, Columns, Columns]:
        """What this relation adds in each of the :func:`stages`."""
        terms = self.relation.terms
        flags = {
            on_one_of(forms): _column("form").is_in(sorted(forms))
            for forms in (self.relation.forms, *(term.forms for term in terms))
        }
        blanks = {self._blank(term): self._is_blank(term) for term in terms}
        sums = {
            self._name("known"): _sum(terms, lambda term: _column(term.column).fill_null(0)),
            self._name("falls"): _any(self._blank_that_moves(-1)),
            self._name("rises"): _any(self._blank_that_moves(1)),
        }
        known = _column(self._name("known"))
        falls, rises = _column(self._name("falls")), _column(self._name("rises"))
        # A sum too large is mended by a blank that lowers it, and by no other.
        false = (known > 0) & ~falls
        if self.relation.comparison is Comparison.EQUAL:
            false |= (known < 0) & ~rises
        violated = {self._name("violated"): false & self.applies}
        undecided = {self._name("undecided"): (falls | rises) & ~self.violated & self.applies}
        return {**flags, **blanks}, sums, violated, undecided

    def _name(self, what: str) -> str:
        return f"{NAMESPACE}{what} {self.relation.id}"

    def _blank(self, term: ColumnTerm) -> str:
        where = "" if self._is_always_there(term) else " ".join(sorted(term.forms))
        return f"{NAMESPACE}blank {term.column} {where}"

    def _is_always_there(self, term: ColumnTerm) -> bool:
        return term.forms == self.relation.forms

    def _is_blank(self, term: ColumnTerm) -> nw.Expr:
        null = _column(term.column).is_null()
        if self._is_always_there(term):
            return null
        return null & _column("form").is_in(sorted(term.forms))

    def _blank_that_moves(self, direction: int) -> list[nw.Expr]:
        """Of each cell that could raise (1) or lower (-1) the residual, whether it is blank."""
        return [
            _column(self._blank(term))
            for term in self.relation.terms
            if term.kind is Kind.CHANGE or term.coefficient * direction > 0  # a change does both
        ]

    def _side(self, terms: Sequence[ColumnTerm]) -> nw.Expr:
        if terms:
            return _sum(terms, self._known)
        # A literal has no rows in DuckDB and becomes a float in pandas; a column does neither.
        return _column(self.relation.terms[0].column).fill_null(0) * 0

    def _known(self, term: ColumnTerm) -> nw.Expr:
        """The term's cell; null where it is blank, 0 where the form does not have it."""
        cell = _column(term.column)
        if self._is_always_there(term):
            return cell
        return nw.when(~_column(self._blank(term))).then(cell.fill_null(0))


def in_words(violated: nw.Expr, undecided: nw.Expr, applies: nw.Expr) -> nw.Expr:
    """The outcome as a word; null where there is nothing to judge."""
    unless_open = nw.when(applies).then(nw.lit(Outcome.HELD.value))
    unless_false = nw.when(undecided).then(nw.lit(Outcome.UNDECIDED.value)).otherwise(unless_open)
    return nw.when(violated).then(nw.lit(Outcome.VIOLATED.value)).otherwise(unless_false)


def _any(conditions: Sequence[nw.Expr]) -> nw.Expr:
    if not conditions:
        return nw.lit(False)  # noqa: FBT003 - a value, not a switch
    return reduce(or_, conditions)


def _column(name: str) -> nw.Expr:
    return nw.col(name)


def _sum(terms: Sequence[ColumnTerm], value: Callable[[ColumnTerm], nw.Expr]) -> nw.Expr:
    """The sum of some terms, of one at least, each cell as ``value`` gives it."""
    total: nw.Expr | None = None
    for term in terms:
        cell = value(term)
        part = cell if abs(term.coefficient) == 1 else cell * abs(term.coefficient)
        if total is None:
            total = part if term.coefficient > 0 else nw.lit(0, nw.Int64) - part
        else:
            total = total + part if term.coefficient > 0 else total - part
    assert total is not None
    return total
