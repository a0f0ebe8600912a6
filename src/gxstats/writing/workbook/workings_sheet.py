"""The hidden sheet on which each relation has a row, with what its outcome and sentence are of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from ...forms.rules import Strength
from ...relations import Outcome, Result
from ...relations.linear import Term, lowering, raising
from . import texts
from .content import Filled
from .formulas import label_of, quoted
from .places import reference
from .sentences import live_sentence
from .styles import Styles
from .writer import PROTECTION, write_formula

__all__ = ["FIRST", "RANK", "RESIDUAL", "SIDES", "blank_counts", "span", "write_workings"]

FIRST: Final = 1
"""The row of the first relation."""
ID, SORT, RANK, RESIDUAL, GROWS, SHRINKS, BLANKS = range(7)
_SIDE: Final = 7
"""Where three columns for each side begin: numbers, blanks, words."""
_TERMS: Final = 13
SIDES: Final = (9, 12)
"""The columns with the words of the sides."""


def span(column: int, content: Filled) -> str:
    """A column over all relations."""
    sheet = texts.WORKINGS_SHEET[content.language]
    first, last = FIRST, FIRST + len(content.results) - 1
    return f"'{sheet}'!{reference(first, column)}:{reference(last, column)}"


def blank_counts(result: Result) -> tuple[int, int]:
    """How many blanks can make the residual larger, and smaller."""
    blank = [term for term in result.relation.terms if result.cells[term.address] is None]
    return len(raising(blank)), len(lowering(blank))


def sort_of(result: Result) -> int:
    """1 for a violation, 2 for a hint, 0 for what need not be listed."""
    if result.outcome is not Outcome.VIOLATED:
        return 0
    return 2 if result.relation.strength is Strength.SOFT else 1


def write_workings(sheet: Any, content: Filled, styles: Styles) -> None:
    """Write a row for each relation."""
    from .findings_sheet import outcome_place

    plain = styles.body(text_wrap=False)
    sheet.protect("", PROTECTION)
    heads = ("id", "sort", "rank", "residual", "grows", "shrinks", "blanks")
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, plain)
    sorts = [sort_of(result) for result in content.results]
    ranked = sorted((place for place in range(len(sorts)) if sorts[place]), key=lambda p: sorts[p])
    for place, result in enumerate(content.results):
        row = FIRST + place
        relation = result.relation
        grows, shrinks = blank_counts(result)
        blanks = list(result.cells.values()).count(None)
        listed = 2 if relation.strength is Strength.SOFT else 1
        failing = quoted(label_of(relation, Outcome.VIOLATED)[content.language])
        here = reference(row, SORT)
        all_sorts = f"{reference(FIRST, SORT)}:{reference(FIRST + len(sorts) - 1, SORT)}"
        above = f"COUNTIF({reference(FIRST, SORT)}:{here},{here})"
        before = f'COUNTIF({all_sorts},"<"&{here})-COUNTIF({all_sorts},0)'
        residual = result.known(relation.left) - result.known(relation.right)
        sheet.write_string(row, ID, relation.id, plain)
        for column, formula, value in (
            (SORT, f"=IF({outcome_place(place, content)}={failing},{listed},0)", sorts[place]),
            (
                RANK,
                f'=IF({here}=0,"",{above}+{before})',
                ranked.index(place) + 1 if sorts[place] else None,
            ),
            (RESIDUAL, f"={content.sheets.residual(relation)}", residual),
            (GROWS, f"={content.sheets.grows(relation)}", grows),
            (SHRINKS, f"={content.sheets.shrinks(relation)}", shrinks),
            (BLANKS, f"={content.sheets.blanks(relation.terms)}", blanks),
            *_words(result, row, content),
            *_mirrors(result.relation.left + result.relation.right, result, content),
        ):
            write_formula(sheet, row, column, formula, value, plain)


def _mirrors(
    terms: Sequence[Term], result: Result, content: Filled
) -> Iterator[tuple[int, str, int | None]]:
    for i, term in enumerate(terms):
        cell = content.sheets.one(term)
        yield _TERMS + i, f'=IF(ISNUMBER({cell}),{cell},"")', result.cells[term.address]


def _words(result: Result, row: int, content: Filled) -> Iterator[tuple[int, str, str]]:
    """The words of the sides, and what they are put together from."""
    sentence = live_sentence(result.relation, result.form, content.language)
    start = _TERMS
    for number, side in enumerate(sentence.sides):
        count = len(side.terms)
        cells = [reference(row, start + i) for i in range(count)]
        values = [result.cells[term.address] for term in side.terms]
        first = cells[0]
        column = _SIDE + 3 * number
        named, blanks = reference(row, column), reference(row, column + 1)
        if count > 1:

            def span_to(last: int, first: str = first, cells: list[str] = cells) -> str:
                return f"{first}:{cells[last]}"

            yield column, f"={side.named(cells)}", side.named_now(values)
            yield column + 1, f"={side.blanks(cells, span_to)}", side.blanks_now(values)
        words = side.formula(cells, f"{first}:{cells[-1]}", side.first_named(named), blanks)
        yield column + 2, f"={words}", side.words(values)
        start += count
