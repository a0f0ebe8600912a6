"""A relation of the form: a named, exact, integer-linear statement about cells."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

import attrs

from ..cells import Kind
from ..forms.rules import Strength
from ..text import Bilingual

if TYPE_CHECKING:
    from ..forms.report import Form

__all__ = ["Blank", "Comparison", "Relation", "Strength", "Term", "lowering", "raising"]


class Comparison(enum.Enum):
    """How the two sides of a relation compare."""

    EQUAL = "eq"
    AT_MOST = "le"

    @property
    def sign(self) -> str:
        """The sign as printed in a sum."""
        return "＝" if self is Comparison.EQUAL else "≤"


class Blank(enum.Enum):
    """What the number that is missing from a blank cell can do to a sum that takes it for 0."""

    RAISES = "raises"
    LOWERS = "lowers"
    EITHER = "either"


@attrs.frozen
class Term:
    """A cell with its whole-number coefficient."""

    coefficient: int
    address: str
    kind: Kind = Kind.COUNT
    """The kind of number in the cell."""

    @property
    def blank(self) -> Blank:
        """What the cell, while it is blank, can do to the sum of the terms."""
        if self.kind is Kind.CHANGE:  # 本年增/减 has a sign of its own
            return Blank.EITHER
        return Blank.RAISES if self.coefficient > 0 else Blank.LOWERS


_Term = TypeVar("_Term", bound=Term)


def raising(terms: Iterable[_Term]) -> list[_Term]:
    """The terms whose cells, while they are blank, leave open that the sum is greater."""
    return [term for term in terms if term.blank is not Blank.LOWERS]


def lowering(terms: Iterable[_Term]) -> list[_Term]:
    """The terms whose cells, while they are blank, leave open that the sum is less."""
    return [term for term in terms if term.blank is not Blank.RAISES]


@attrs.frozen(cache_hash=True)
class Relation:
    """One cross-check (勾稽关系): the left side equals, or is at most, the right side."""

    id: str
    """Stable name, such as ``requests.balance.natural_person``."""
    strength: Strength
    comparison: Comparison
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    source: Bilingual
    """Where the form says so, or why it follows."""
    note: Bilingual | None

    @property
    def terms(self) -> tuple[Term, ...]:
        """The relation with everything on the left: the terms sum to 0 (or to at most 0)."""
        moved = (attrs.evolve(term, coefficient=-term.coefficient) for term in self.right)
        return (*self.left, *moved)

    @property
    def addresses(self) -> tuple[str, ...]:
        """The cells, left side first."""
        return tuple(term.address for term in self.left + self.right)

    def text(self, form: Form) -> Bilingual:
        """The sum spelt with the form's own labels.

        >>> from gxstats import form, relation
        >>> relation("disputes.total.reconsideration").text(form("2021")).zh
        '表四“行政复议”：总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结'
        """
        from .wording import relation_text

        return relation_text(self, form)

    def residual(self, values: Mapping[str, int]) -> int:
        """Left minus right, for known values of every cell."""
        return sum(term.coefficient * values[term.address] for term in self.terms)
