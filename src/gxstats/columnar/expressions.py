"""What a relation comes to over columns, as narwhals expressions: the one definition.

Polars, DuckDB, pandas, pyarrow and PySpark compute them; so does any other engine that narwhals speaks
to. Sums are written ``a + b + c``, in 64-bit integers: a horizontal sum would skip nulls, and a
sum with a blank in it is not known. Twelve digits and some twenty terms stay far within.

The columns are computed in :func:`stages`, each from those before: few engines notice that they
are asked for one thing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from ..forms.rules import Strength
from ..relations import Comparison, Outcome
from ..relations.linear import lowering, raising
from .extras import needed
from .relations import ColumnRelation, ColumnTerm

if TYPE_CHECKING:
    import narwhals as nw
else:
    nw = needed("narwhals")

__all__ = ["NAMESPACE", "RelationExpressions", "any_of", "filled", "flags", "on_one_of", "stages"]

VERDICT: Final = "verdict"
"""The column for a report as a whole."""
NAMESPACE: Final = "gxstats: "
"""What the names of the columns begin with that are added for the time of the computation."""


def on_one_of(forms: Iterable[str]) -> str:
    """The name of the column that says whether a report is on one of these forms."""
    return f"{NAMESPACE}on {' '.join(sorted(forms))}"


def flags(relations: Iterable[ColumnRelation]) -> Sequence[nw.Expr]:
    """The columns that say of each report whether its form has a relation, or a term of it.

    They need the column ``form`` alone; with them, :attr:`RelationExpressions.found` can be asked.
    """
    wanted = {
        forms
        for relation in relations
        for forms in (relation.forms, *(term.forms for term in relation.terms))
    }
    form = nw.col("form")
    return [
        form.is_in(sorted(forms)).alias(on_one_of(forms)) for forms in sorted(wanted, key=sorted)
    ]


def stages(relations: Sequence[ColumnRelation]) -> tuple[Sequence[nw.Expr], ...]:
    """The columns to add to a frame that has the :func:`flags`, stage by stage.

    Afterwards the frame has all that :class:`RelationExpressions` speaks of. It needs the
    columns of the relations as ``int64``, and neither reads nor changes any other: a frame
    joined with last year's columns will do as well.
    """
    of_all = [RelationExpressions(relation) for relation in relations]
    return (
        [column for one in of_all for column in one.sums()],
        [one.verdict() for one in of_all],
    )


def filled(column: str) -> nw.Expr:
    """A cell with 0 in place of a blank."""
    return _column(column).fill_null(0)


@attrs.frozen
class RelationExpressions:
    """A relation over the columns of a frame."""

    relation: ColumnRelation

    # --- with the flags ---

    @property
    def applies(self) -> nw.Expr:
        """Whether the report's form has the relation."""
        return _column(on_one_of(self.relation.forms))

    @property
    def found(self) -> nw.Expr:
        """Whether the relation is anything but held; never null.

        A blank leaves it open or makes it false. So one sum is enough here, null where a cell is
        blank: in a corpus where most relations hold, that is nearly all there is to compute.
        """
        residual = _sum(self.relation.terms, self._or_nothing)
        equal = self.relation.comparison is Comparison.EQUAL
        false = (residual != 0) if equal else (residual > 0)
        blank = [
            self._is_blank(term) for term in self.relation.terms if not self._is_always_there(term)
        ]
        return any_of([false.fill_null(True), *blank]) & self.applies  # noqa: FBT003 - a value

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

    # --- with the columns of all stages ---

    @property
    def known(self) -> nw.Expr:
        """Left minus right, with blanks taken for 0."""
        return _column(self._name("known"))

    @property
    def open(self) -> nw.Expr:
        """Whether a cell of the relation is blank; never null."""
        falls, rises = _column(self._name("falls")), _column(self._name("rises"))
        return (falls | rises) & self.applies

    @property
    def violated(self) -> nw.Expr:
        """Whether the relation is false, whatever stands in the blanks; never null."""
        return _column(self._name("violated"))

    @property
    def undecided(self) -> nw.Expr:
        """Whether a blank leaves the relation open; never null."""
        return self.open & ~self.violated

    @property
    def outcome(self) -> nw.Expr:
        """``"held"``, ``"violated"`` or ``"undecided"``; null on a form without the relation."""
        return in_words(self.violated, self.undecided, self.applies)

    # --- how they are computed ---

    def sums(self) -> tuple[nw.Expr, ...]:
        """What is known of the sum, and whether a blank could lower or raise it."""
        known = _sum(self.relation.terms, lambda term: filled(term.address))
        return (
            known.alias(self._name("known")),
            self._blank_in(lowering(self.relation.terms)).alias(self._name("falls")),
            self._blank_in(raising(self.relation.terms)).alias(self._name("rises")),
        )

    def verdict(self) -> nw.Expr:
        """Whether the relation is false: a sum too large is mended by a blank that lowers it."""
        false = (self.known > 0) & ~_column(self._name("falls"))
        if self.relation.comparison is Comparison.EQUAL:
            false |= (self.known < 0) & ~_column(self._name("rises"))
        return (false & self.applies).alias(self._name("violated"))

    def _name(self, what: str) -> str:
        # Spark takes a dot in the name of a column for the field of a struct.
        return f"{NAMESPACE}{what} {self.relation.id.replace('.', ' ')}"

    def _is_always_there(self, term: ColumnTerm) -> bool:
        return term.forms == self.relation.forms

    def _is_blank(self, term: ColumnTerm) -> nw.Expr:
        null = _column(term.address).is_null()
        return null if self._is_always_there(term) else null & _column(on_one_of(term.forms))

    def _blank_in(self, terms: Sequence[ColumnTerm]) -> nw.Expr:
        """Whether a cell of some terms is blank."""
        return any_of([self._is_blank(term) for term in terms])

    def _side(self, terms: Sequence[ColumnTerm]) -> nw.Expr:
        if terms:
            return _sum(terms, self._known)
        # A literal has no rows in DuckDB and becomes a float in pandas; a column does neither.
        return filled(self.relation.terms[0].address) * 0

    def _or_nothing(self, term: ColumnTerm) -> nw.Expr:
        """The term's cell; null where it is blank, if all forms have it, and otherwise 0."""
        cell = _column(term.address)
        return cell if self._is_always_there(term) else cell.fill_null(0)

    def _known(self, term: ColumnTerm) -> nw.Expr:
        """The term's cell; null where it is blank, 0 where the form does not have it."""
        if self._is_always_there(term):
            return _column(term.address)
        return nw.when(~self._is_blank(term)).then(filled(term.address))


def outcomes_of(relations: Sequence[ColumnRelation], applies: nw.Expr) -> Iterator[nw.Expr]:
    """The column ``verdict``, of the binding relations, and one for each relation, named by its id.

    ``applies`` says of which reports there is a verdict. They need the columns of all stages.
    """
    of_all = [RelationExpressions(relation) for relation in relations]
    binding = [one for one in of_all if one.relation.strength is not Strength.SOFT]
    violated = any_of([one.violated for one in binding])
    undecided = any_of([one.undecided for one in binding])
    yield in_words(violated, undecided, applies).alias(VERDICT)
    for one in of_all:
        yield one.outcome.alias(one.relation.id)


def in_words(violated: nw.Expr, undecided: nw.Expr, applies: nw.Expr) -> nw.Expr:
    """The outcome as a word; null where there is nothing to judge."""
    unless_open = nw.when(applies).then(nw.lit(Outcome.HELD.value))
    unless_false = nw.when(undecided).then(nw.lit(Outcome.UNDECIDED.value)).otherwise(unless_open)
    return nw.when(violated).then(nw.lit(Outcome.VIOLATED.value)).otherwise(unless_false)


def any_of(conditions: Sequence[nw.Expr]) -> nw.Expr:
    """Whether one of some conditions holds, none of which is ever null."""
    if not conditions:
        return nw.lit(False)  # noqa: FBT003 - a value, not a switch
    return nw.any_horizontal(*conditions, ignore_nulls=False)


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
