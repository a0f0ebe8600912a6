"""Excel formulas generated from the relations: sums, and what becomes of each relation.

Only functions that Excel has had since 2007 and that LibreOffice computes alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

import attrs

from ...cells import AMOUNT_DECIMALS, BOUNDS, Kind
from ...forms.catalogue import Cell
from ...forms.rules import Strength
from ...relations import Outcome, Relation
from ...relations.linear import Comparison, Term, lowering, raising
from ...text import Bilingual, Language
from . import texts
from .places import reference_list

__all__ = ["Sheets", "invalid", "quoted", "state", "total"]

Place: TypeAlias = tuple[int, int]
_LONGEST_TEXT: Final = 250
"""Characters of one text within a formula; Excel takes 255."""


def quoted(text: str) -> str:
    r"""A text within a formula.

    >>> quoted("3. It's")
    '"3. It\'s"'
    """
    if not text:
        return '""'
    pieces = [text[i : i + _LONGEST_TEXT] for i in range(0, len(text), _LONGEST_TEXT)]
    doubled = (piece.replace('"', '""') for piece in pieces)
    return "&".join(f'"{piece}"' for piece in doubled)


@attrs.frozen
class Sheets:
    """Where the cells of this year and of last year stand."""

    place: Callable[[str], tuple[str, Place]]
    """The sheet, and the row and column on it, of a cell by its address."""

    def one(self, term: Term) -> str:
        """The cell of a term."""
        return self.cells([term])

    def cells(self, terms: Sequence[Term]) -> str:
        """The cells of some terms, as arguments."""
        by_sheet: dict[str, list[Place]] = {}
        for term in terms:
            sheet, place = self.place(term.address)
            by_sheet.setdefault(sheet, []).append(place)
        return ",".join(reference_list(places, sheet) for sheet, places in by_sheet.items())

    def count(self, terms: Sequence[Term]) -> str:
        """How many cells of some terms hold a number."""
        return f"COUNT({self.cells(terms)})" if terms else "0"

    def blanks(self, terms: Sequence[Term]) -> str:
        """How many cells of some terms are blank."""
        return f"{len(terms)}-{self.count(terms)}" if terms else "0"

    def known(self, terms: Sequence[Term]) -> str:
        """The sum of some terms, as far as they are filled in."""
        coefficients = sorted({term.coefficient for term in terms}, reverse=True)
        text = ""
        for coefficient in coefficients:
            cells = self.cells([term for term in terms if term.coefficient == coefficient])
            times = "" if abs(coefficient) == 1 else f"{abs(coefficient)}*"
            text += ("-" if coefficient < 0 else "+") + f"{times}SUM({cells})"
        return text.removeprefix("+") or "0"

    def side(self, terms: Sequence[Term]) -> str:
        """The sum of some terms, or an empty text where one of them is blank."""
        if not terms:
            return "0"
        return f'IF({self.count(terms)}={len(terms)},{self.known(terms)},"")'

    def residual(self, relation: Relation) -> str:
        """Left minus right, as far as the cells are filled in."""
        return f"{self.known(relation.left)}-({self.known(relation.right)})"

    def grows(self, relation: Relation) -> str:
        """How many blanks can make the residual larger."""
        return self.blanks(raising(relation.terms))

    def shrinks(self, relation: Relation) -> str:
        """How many blanks can make the residual smaller."""
        return self.blanks(lowering(relation.terms))


def total(relation: Relation, sheets: Sheets) -> str:
    """The sum that a cell is defined as; blank while one of the parts is.

    A part that is left out is not 0: a total of those that are there would be a number that
    nobody reported.
    """
    return f"={sheets.side(relation.right)}"


def label_of(relation: Relation, outcome: Outcome) -> Bilingual:
    """What an outcome of a relation is called: where a soft one does not hold, it is a hint."""
    soft = relation.strength is Strength.SOFT
    return texts.HINT if soft and outcome is Outcome.VIOLATED else outcome.label


def state(relation: Relation, residual: str, grows: str, shrinks: str, language: Language) -> str:
    """What becomes of a relation: exactly what :func:`gxstats.check` finds.

    A blank leaves it undecided, unless nothing that it could hold would make it true.
    """
    labels = {outcome: quoted(label_of(relation, outcome)[language]) for outcome in Outcome}
    false = f"AND({residual}>0,{shrinks}=0)"
    if relation.comparison is Comparison.EQUAL:
        false = f"OR({false},AND({residual}<0,{grows}=0))"
    return (
        f"=IF({false},{labels[Outcome.VIOLATED]},"
        f"IF({grows}+{shrinks}>0,{labels[Outcome.UNDECIDED]},{labels[Outcome.HELD]}))"
    )


def invalid(cell: Cell, place: str) -> str:
    """1 where a cell holds what it may not, else 0: for what was pasted past the validation."""
    if cell.kind is Kind.AMOUNT:
        number = f"IFERROR(VALUE({place}),-1)"
        right = f"AND({number}>=0,{number}<=1E12,ROUND({number},{AMOUNT_DECIMALS})={number})"
    else:
        least, largest = BOUNDS[cell.kind]
        right = (
            f"IF(ISNUMBER({place}),AND({place}>={least},{place}<={largest},INT({place})={place}),"
            "FALSE)"
        )
    return f"=IF(LEN(TRIM({place}))=0,0,IF({right},0,1))"
