"""The sheet of findings: what fails comes first, then every relation with its arithmetic."""

from __future__ import annotations

from typing import Any, Final

from ...forms.rules import Strength
from ...relations import Outcome
from ...relations.years import PREVIOUS
from . import texts
from .content import Filled
from .formulas import label_of, quoted, state
from .places import lines_of, reference
from .sentences import live_sentence
from .styles import AMBER, GREEN, RED, YELLOW, Styles
from .workings_sheet import (
    BLANKS,
    FIRST,
    GROWS,
    RANK,
    RESIDUAL,
    SHRINKS,
    SIDES,
    sort_of,
    span,
)
from .writer import PROTECTION, condition, write_formula

__all__ = ["OUTCOME", "SENTENCE", "START", "outcome_place", "outcomes", "write_findings"]

LISTED: Final = 10
"""Findings that are listed on top."""
START: Final = 5 + LISTED
"""The row of the first relation."""
OUTCOME, BASIS, WHERE, SUM, LEFT, RIGHT, DIFFERENCE, SENTENCE = range(8)
_WIDTHS: Final = (11, 14, 8, 60, 9, 9, 9, 60)
_HEADS: Final = (
    texts.OUTCOME,
    texts.STRENGTH,
    texts.WHERE,
    texts.SUM,
    texts.LEFT,
    texts.RIGHT,
    texts.DIFFERENCE,
    texts.EXPLANATION,
)


def outcome_place(place: int, content: Filled) -> str:
    """Where the outcome of a relation stands."""
    sheet = texts.FINDINGS_SHEET[content.language]
    return f"'{sheet}'!{reference(START + place, OUTCOME)}"


def outcomes(content: Filled, first: int, last: int) -> dict[Outcome, str]:
    """How many of some binding relations are violated, undecided and held, as formulas."""
    sheet = texts.FINDINGS_SHEET[content.language]

    def over(column: int) -> str:
        ends = reference(START + first, column), reference(START + last - 1, column)
        return f"'{sheet}'!{ends[0]}:{ends[1]}"

    soft = quoted(Strength.SOFT.label[content.language])
    return {
        outcome: f"SUMPRODUCT(({over(OUTCOME)}={quoted(outcome.label[content.language])})"
        f"*({over(BASIS)}<>{soft}))"
        for outcome in (Outcome.VIOLATED, Outcome.UNDECIDED, Outcome.HELD)
    }


def write_findings(sheet: Any, content: Filled, styles: Styles) -> None:
    """Write the sheet."""
    language = content.language
    sheet.protect("", PROTECTION)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(START - 1)
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    title = styles.head(font_size=14, text_wrap=False)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, texts.FINDINGS_TITLE[language], title)
    _write_listed(sheet, content, styles)
    head = styles.head(border=1, align="center", bg_color="#EFEFEF")
    for column, text in enumerate(_HEADS):
        sheet.write_string(START - 1, column, text[language], head)
    for place in range(len(content.results)):
        _write_relation(sheet, place, content, styles)
    last = START + len(content.results) - 1
    for label, colours in (
        (texts.HINT, AMBER),
        (Outcome.VIOLATED.label, RED),
        (Outcome.UNDECIDED.label, YELLOW),
        (Outcome.HELD.label, GREEN),
    ):
        own = f"=$A{START + 1}={quoted(label[language])}"
        condition(sheet, (START, 0, last, 0), own, styles.mark(colours))


def _write_listed(sheet: Any, content: Filled, styles: Styles) -> None:
    """The findings on top: violations, then hints."""
    language = content.language
    head = styles.head(text_wrap=False)
    sheet.write_string(1, 0, texts.FAILING.format(count=LISTED)[language], head)
    found = sorted(
        (result for result in content.results if sort_of(result)),
        key=sort_of,
    )
    ranks = span(RANK, content)
    own = texts.FINDINGS_SHEET[language]
    last = START + len(content.results) - 1
    sentences = f"'{own}'!{reference(START, SENTENCE)}:{reference(last, SENTENCE)}"
    bases = f"'{own}'!{reference(START, BASIS)}:{reference(last, BASIS)}"
    soft = quoted(Strength.SOFT.label[language])
    marks = {True: texts.HINT[language], False: Outcome.VIOLATED.label[language]}
    for number in range(1, LISTED + 1):
        row = 1 + number
        sheet.set_row(row, 28)
        result = found[number - 1] if number <= len(found) else None
        at = f"MATCH({number},{ranks},0)"
        mark = f"IF(INDEX({bases},{at})={soft},{quoted(marks[True])},{quoted(marks[False])})"
        is_soft = result is not None and result.relation.strength is Strength.SOFT
        write_formula(
            sheet,
            row,
            0,
            f'=IF(COUNT({ranks})<{number},"",{mark})',
            None if result is None else marks[is_soft],
            styles.head(align="center"),
        )
        none = quoted(texts.NONE_FAILING[language]) if number == 1 else '""'
        said = texts.NONE_FAILING[language] if number == 1 else ""
        sheet.merge_range(row, 1, row, SENTENCE, "", styles.body())
        write_formula(
            sheet,
            row,
            1,
            f"=IF(COUNT({ranks})<{number},{none},INDEX({sentences},{at}))",
            said if result is None else result.explain(language),
            styles.body(),
        )
    over = (2, 0, 1 + LISTED, SENTENCE)
    condition(sheet, over, f"=$A3={quoted(marks[False])}", styles.mark(RED))
    condition(sheet, over, f"=$A3={quoted(marks[True])}", styles.mark(AMBER))


def _write_relation(sheet: Any, place: int, content: Filled, styles: Styles) -> None:
    language = content.language
    result = content.results[place]
    relation = result.relation
    row = START + place

    def working(column: int) -> str:
        return f"'{texts.WORKINGS_SHEET[language]}'!{reference(FIRST + place, column)}"

    text = styles.body(border=1)
    middle = styles.body(border=1, align="center")
    number = styles.body(border=1, align="center", num_format="0", shrink=True, text_wrap=False)
    outcome = state(relation, working(RESIDUAL), working(GROWS), working(SHRINKS), language)
    label = label_of(relation, result.outcome)
    write_formula(
        sheet, row, OUTCOME, outcome, label[language], styles.head(border=1, align="center")
    )
    sheet.write_string(row, BASIS, relation.strength.label[language], middle)
    own = next(t for t in relation.addresses if not t.startswith(PREVIOUS))
    at = reference(*content.places.at[own])
    link = f"internal:'{content.places.sheet}'!{at}"
    blue = styles.body(border=1, align="center", font_color="#0563C1", underline=1)
    sheet.write_url(row, WHERE, link, blue, at.replace("$", ""))
    sum_text = relation.text(result.form)[language]
    sheet.write_string(row, SUM, sum_text, text)
    left, right = reference(row, LEFT), reference(row, RIGHT)
    difference = f'=IF(OR({left}="",{right}=""),"",{left}-{right})'
    for column, formula, value in (
        (LEFT, f"={content.sheets.side(relation.left)}", result.left),
        (RIGHT, f"={content.sheets.side(relation.right)}", result.right),
        (DIFFERENCE, difference, result.residual),
    ):
        write_formula(sheet, row, column, formula, value, number)
    sentence = live_sentence(relation, result.form, language)
    words = [working(column) for column, _ in zip(SIDES, sentence.sides, strict=False)]
    formula = sentence.formula(words, reference(row, OUTCOME), working(RESIDUAL), working(BLANKS))
    said = result.explain(language)
    write_formula(sheet, row, SENTENCE, formula, said, text)
    lines = max(lines_of(sum_text, _WIDTHS[SUM] - 2), lines_of(said, _WIDTHS[SENTENCE] - 2), 2)
    sheet.set_row(row, min(lines * 13.5 + 6, 400))
