"""The hidden sheet with a row for each cell of the form: address, place, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import attrs

from ...cells import cell_problem
from ...forms.rules import Strength
from ...relations import Outcome
from ...relations.checking import Outcomes
from . import texts
from .content import Filled
from .findings_sheet import outcome_place, outcomes
from .formulas import invalid, quoted
from .places import reference
from .styles import Styles
from .writer import PROTECTION, write_formula

__all__ = [
    "BLANK",
    "INVALID",
    "OWN",
    "YEARS",
    "Counts",
    "count_name",
    "counts",
    "name_of",
    "span",
    "write_cells",
]

FIRST: Final = 1
ADDRESS, NAME, WHERE, BLANK, INVALID, VIOLATED = range(6)
_HEADS: Final = (
    texts.ADDRESS,
    texts.CELL,
    texts.WHERE,
    texts.BLANK,
    texts.INVALID,
    texts.VIOLATED,
)


OWN: Final = "count"
YEARS: Final = "years"
"""What the names of the counts of outcomes begin with."""
_COUNTS: Final = VIOLATED + 2
"""The column of the counts of outcomes."""


def name_of(address: str, what: str = "") -> str:
    """The name of a cell in the workbook: its address, with dots for slashes.

    With ``what`` in front, the name of what is said of it.
    """
    return f"{what}{address}".removeprefix("/").replace("/", ".")


def count_name(whose: str, outcome: Outcome) -> str:
    """The name of the number of binding relations that came out so."""
    return f"{whose}.{outcome.value}"


@attrs.frozen
class Counts:
    """Where the numbers of outcomes stand, of the form's own relations and those between years."""

    own: Mapping[Outcome, str]
    years: Mapping[Outcome, str]


_ORDER: Final = (Outcome.VIOLATED, Outcome.UNDECIDED, Outcome.HELD)


def counts(content: Filled) -> Counts:
    """Where the numbers of outcomes stand."""
    sheet = texts.CELLS_SHEET[content.language]
    cells = [f"'{sheet}'!{reference(row, _COUNTS)}" for row in range(2 * len(_ORDER))]
    return Counts(
        dict(zip(_ORDER, cells, strict=False)),
        dict(zip(_ORDER, cells[len(_ORDER) :], strict=True)),
    )


def span(column: int, content: Filled) -> str:
    """A column over all cells."""
    sheet = texts.CELLS_SHEET[content.language]
    last = FIRST + len(content.form) - 1
    return f"'{sheet}'!{reference(FIRST, column)}:{reference(last, column)}"


def write_cells(book: Any, sheet: Any, content: Filled, styles: Styles) -> None:
    """Write the sheet, and name the cells of the form."""
    language = content.language
    plain = styles.body(text_wrap=False)
    sheet.protect("", PROTECTION)
    sheet.set_column(ADDRESS, NAME, 48)
    for column, head in enumerate(_HEADS):
        sheet.write_string(0, column, head[language], plain)
    standing: dict[str, list[int]] = {address: [] for address in content.form.index}
    for place, result in enumerate(content.results):
        for address in result.relation.addresses:
            if address in standing:
                standing[address].append(place)
    label = quoted(Outcome.VIOLATED.label[language])
    for cell in content.form:
        row = FIRST + cell.index
        own = content.places.of(cell.address)
        value = content.values[cell.address]
        places = standing[cell.address]
        results = [content.results[place] for place in places]
        violated = sum(
            result.outcome is Outcome.VIOLATED and result.relation.strength is not Strength.SOFT
            for result in results
        )
        counted = "+".join(f"({outcome_place(p, content)}={label})" for p in places) or "0"
        sheet.write_string(row, ADDRESS, cell.address, plain)
        sheet.write_string(row, NAME, cell.name(language), plain)
        sheet.write_string(row, WHERE, own.replace("$", ""), plain)
        bad = cell_problem(cell.kind, cell.address, value) is not None
        for column, formula, number in (
            (BLANK, f"=IF(LEN(TRIM({own}))=0,1,0)", int(value is None)),
            (INVALID, invalid(cell, own), int(bad)),
            (VIOLATED, f"={counted}+0", violated),
        ):
            write_formula(sheet, row, column, formula, number, plain)
        book.define_name(name_of(cell.address), f"={own}")
        for what, column in (("invalid", INVALID), ("violated", VIOLATED)):
            here = f"'{texts.CELLS_SHEET[language]}'!{reference(row, column)}"
            book.define_name(name_of(cell.address, what), f"={here}")
    _write_counts(book, sheet, content, plain)


def _write_counts(book: Any, sheet: Any, content: Filled, plain: Any) -> None:
    """Write and name how many binding relations came out in which way."""
    own = len(content.check.results)
    places = counts(content)
    kinds: list[tuple[str, Mapping[Outcome, str], Outcomes, int, int]]
    kinds = [(OWN, places.own, content.check, 0, own)]
    row = 0
    if content.year_check is not None:
        end = len(content.results)
        kinds.append((YEARS, places.years, content.year_check, own, end))
    for whose, named, check, first, last in kinds:
        found = {
            Outcome.VIOLATED: check.violated,
            Outcome.UNDECIDED: check.undecided,
            Outcome.HELD: check.held,
        }
        for outcome, formula in outcomes(content, first, last).items():
            name = count_name(whose, outcome)
            sheet.write_string(row, _COUNTS - 1, name, plain)
            write_formula(sheet, row, _COUNTS, f"={formula}", len(found[outcome]), plain)
            book.define_name(name, f"={named[outcome]}")
            row += 1
