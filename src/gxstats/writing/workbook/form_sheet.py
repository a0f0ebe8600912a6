"""The sheet of the form: verdict, title, the facts about the report, the tables as printed."""

from __future__ import annotations

from typing import Any

from ...forms.organ import EXPECTED_CODE, EXPECTED_DIVISION
from ...forms.report import EXPECTED_YEAR, YEARS
from ...notes import COLON, FACTS, REPORT_TITLE, SCOPE_NAMES
from ...relations import Outcome
from ...text import Bilingual, Language
from ..texts import report_title
from . import cells_sheet, texts
from .content import Filled, stored
from .formulas import quoted, total
from .labels import label_text
from .places import COLUMN_WIDTHS, WIDTH, FormPlaces, Laid, reference
from .sentences import headline, headline_text
from .styles import AMBER, GREEN, RED, YELLOW, Styles
from .validation import in_both, validate
from .writer import PROTECTION, condition, write_formula, write_number

__all__ = ["write_form"]

_LAST = WIDTH - 1


def write_form(book: Any, sheet: Any, content: Filled, styles: Styles) -> None:
    """Write the sheet."""
    places = content.places
    sheet.protect("", PROTECTION)
    sheet.hide_gridlines(2)
    sheet.set_column(0, _LAST, COLUMN_WIDTHS[content.language])
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.center_horizontally()
    sheet.print_area(places.TITLE, 0, places.last_row, _LAST)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(places.TITLE)
    sheet.set_h_pagebreaks(list(places.breaks))
    sheet.set_footer("&C&P / &N")
    sheet.freeze_panes(places.TITLE, 0)
    _write_verdicts(sheet, content, styles)
    _write_facts(book, sheet, content, styles)
    for row, table in places.titles:
        _write_heading(sheet, row, table.table.title, content.language, styles)
    for section in (*places.texts_before, *places.texts_after):
        _write_heading(sheet, section.row, section.heading, content.language, styles)
        for row, paragraph in enumerate(section.paragraphs, section.row + 1):
            sheet.merge_range(row, 0, row, _LAST, "", styles.paragraph())
            sheet.write_string(row, 0, paragraph, styles.paragraph())
    for row, height in places.heights.items():
        sheet.set_row(row, height)
    remarks = {remark.cell: remark.printed for remark in content.report.remarks}
    for laid in places.laid:
        if laid.cell.address is None:
            text = "" if laid.cell.text is None else label_text(laid.cell.text, content.language)
            _write_words(sheet, laid, text, styles)
        else:
            _write_value(sheet, laid, laid.cell.address, content, styles)
            if laid.cell.address in remarks:
                note = {"author": "gxstats"}
                sheet.write_comment(laid.row, laid.column, remarks[laid.cell.address], note)
    _write_conditions(sheet, content, styles)


def _write_heading(
    sheet: Any, row: int, heading: Bilingual, language: Language, styles: Styles
) -> None:
    sheet.set_row(row, 26)
    text = label_text(heading, language).replace("\n", " ")
    sheet.write_string(row, 0, text, styles.head(font_size=12, text_wrap=False))


def _write_words(sheet: Any, laid: Laid, text: str, styles: Styles) -> None:
    style = styles.label(laid.cell.role)
    if (laid.row, laid.column) != (laid.last_row, laid.last_column):
        sheet.merge_range(laid.row, laid.column, laid.last_row, laid.last_column, "", style)
    sheet.write_string(laid.row, laid.column, text, style)


def _write_value(sheet: Any, laid: Laid, address: str, content: Filled, styles: Styles) -> None:
    cell = content.form[address]
    value = content.values[address]
    number = None if value is None else stored(cell.kind, value)
    relation = content.computed.get(address)
    style = styles.value(cell.kind) if relation is None else styles.computed(cell.kind)
    if (laid.row, laid.column) != (laid.last_row, laid.last_column):
        sheet.merge_range(laid.row, laid.column, laid.last_row, laid.last_column, "", style)
    if relation is None:
        write_number(sheet, laid.row, laid.column, number, style)
    else:
        formula = total(relation, content.sheets)
        write_formula(sheet, laid.row, laid.column, formula, number, style)
    computed = None if relation is None else (relation, content.form)
    validate(sheet, laid.row, laid.column, cell, computed, content.language)


def _write_conditions(sheet: Any, content: Filled, styles: Styles) -> None:
    """Amber for what may not stand there, red for what is in a violated relation; blanks shaded."""
    for address, (row, column) in content.places.at.items():
        for formula, colours in (
            (f"={cells_sheet.name_of(address, 'invalid')}>0", AMBER),
            (f"={cells_sheet.name_of(address, 'violated')}>0", RED),
            (f"=LEN(TRIM({reference(row, column)}))=0", YELLOW),
        ):
            condition(sheet, (row, column, row, column), formula, styles.mark(colours))


# --- above the tables -----------------------------------------------------------------------


def _write_verdicts(sheet: Any, content: Filled, styles: Styles) -> None:
    """The lines on top: what the sums come to, and what is blank or wrong."""
    language = content.language
    counts = cells_sheet.counts(content)
    formula = f"={headline(counts.own, language)}"
    text = headline_text(content.check, language)
    _line(sheet, FormPlaces.VERDICT, formula, text, styles.head(font_size=12))
    lines = [(FormPlaces.VERDICT, cells_sheet.OWN)]
    if content.year_check is None:
        sheet.set_row(FormPlaces.YEARS_VERDICT, 4)
    else:
        before, after = texts.YEARS[language].split("{headline}")
        formula = f"={quoted(before)}&{headline(counts.years, language)}&{quoted(after)}"
        text = before + headline_text(content.year_check, language) + after
        _line(sheet, FormPlaces.YEARS_VERDICT, formula, text, styles.head())
        lines.append((FormPlaces.YEARS_VERDICT, cells_sheet.YEARS))
    for row, whose in lines:
        for outcome, colours in (
            (Outcome.VIOLATED, RED),
            (Outcome.UNDECIDED, YELLOW),
            (Outcome.HELD, GREEN),
        ):
            name = cells_sheet.count_name(whose, outcome)
            condition(sheet, (row, 0, row, _LAST), f"={name}>0", styles.mark(colours))
    blank, invalid = (
        f"SUM({cells_sheet.span(column, content)})"
        for column in (cells_sheet.BLANK, cells_sheet.INVALID)
    )
    marks = {"cells": len(content.form), "blank": "{blank}", "invalid": "{invalid}"}
    template = texts.STATE.format(**marks)[language]
    first, _, rest = template.partition("{blank}")
    second, _, third = rest.partition("{invalid}")
    formula = f"={quoted(first)}&{blank}&{quoted(second)}&{invalid}&{quoted(third)}"
    blanks = list(content.values.values()).count(None)
    text = template.format(blank=blanks, invalid=0)
    _line(sheet, FormPlaces.STATE, formula, text, styles.body())


def _line(sheet: Any, row: int, formula: str, text: str, style: Any) -> None:
    sheet.set_row(row, 24)
    sheet.merge_range(row, 0, row, _LAST, "", style)
    write_formula(sheet, row, 0, formula, text, style)


def _write_facts(book: Any, sheet: Any, content: Filled, styles: Styles) -> None:
    """The title, and the year, name and codes that it is made of."""
    language = content.language
    report = content.report
    style = styles.head(font_size=16, align="center")
    name, year = reference(*FormPlaces.NAME), reference(*FormPlaces.YEAR)
    title = quoted(REPORT_TITLE.zh)
    formula = f'={name}&IF({year}="","",{year}&{quoted(texts.TITLE_YEAR)})&{title}'
    sheet.set_row(FormPlaces.TITLE, 34)
    sheet.merge_range(FormPlaces.TITLE, 0, FormPlaces.TITLE, _LAST, "", style)
    write_formula(sheet, FormPlaces.TITLE, 0, formula, report_title(report, "zh"), style)
    for row, said in (
        (FormPlaces.FORM, f"{_fact('form', language)}{content.form.title[language]}"),
        (FormPlaces.NOTICE, f"{_fact('notice', language)}{content.form.notice}"),
    ):
        sheet.merge_range(row, 0, row, _LAST, said, styles.body(align="center"))
    organ = report.organ
    scope = SCOPE_NAMES[organ.scope][language] if organ.scope else None
    for (row, column), fact, value, key in (
        (FormPlaces.SCOPE, "scope", scope, "organ.scope"),
        (FormPlaces.CODE, "code", organ.code, "organ.code"),
        (FormPlaces.DIVISION, "division", organ.division, "organ.division"),
        (FormPlaces.NAME, "name", organ.name, "organ.name"),
    ):
        _field(sheet, row, column, _fact(fact, language), styles.field(), styles)
        sheet.write_string(row, column, value or "", styles.field())
        book.define_name(key, f"='{content.places.sheet}'!{reference(row, column)}")
    number = styles.field(num_format="0", align="left")
    row, column = FormPlaces.YEAR
    _field(sheet, row, column, _fact("year", language), number, styles)
    write_number(sheet, row, column, report.year, number)
    book.define_name("report.year", f"='{content.places.sheet}'!{year}")
    scopes = [name[language] for name in SCOPE_NAMES.values()]
    expected_scope = Bilingual(
        "、".join(name.zh for name in SCOPE_NAMES.values()),
        ", ".join(name.en for name in SCOPE_NAMES.values()),
    )
    years = {"criteria": "between", "minimum": YEARS[0], "maximum": YEARS[1]}
    for place, rule, expected in (
        (FormPlaces.YEAR, {"validate": "integer", **years}, EXPECTED_YEAR),
        (FormPlaces.CODE, _of_length(18), EXPECTED_CODE),
        (FormPlaces.DIVISION, _of_length(6), EXPECTED_DIVISION),
        (FormPlaces.SCOPE, {"validate": "list", "source": scopes}, expected_scope),
    ):
        said_of = {"error_title": texts.INVALID_TITLE, "error_message": in_both(expected)}
        sheet.data_validation(*place, *place, {**rule, **said_of})


def _fact(fact: str, language: Language) -> str:
    return f"{FACTS[fact][language]}{COLON[language]}"


def _of_length(length: int) -> dict[str, object]:
    return {"validate": "length", "criteria": "==", "value": length}


def _field(sheet: Any, row: int, column: int, label: str, style: Any, styles: Styles) -> None:
    """The label of a field, and the room for what is typed there."""
    sheet.set_row(row, 22)
    start, end = (9, _LAST) if column >= 9 else (0, _LAST if row == FormPlaces.NAME[0] else 8)
    sheet.merge_range(row, start, row, column - 1, label, styles.body(align="right"))
    sheet.merge_range(row, column, row, end, "", style)
