"""The sheet with last year's figures, beside this year's."""

from __future__ import annotations

from typing import Any, Final

from ...forms.report import Report
from ...relations.years import LAST_YEAR
from . import texts
from .content import LAST_YEAR_COLUMN, Filled, stored
from .places import reference
from .styles import Styles
from .validation import validate
from .writer import PROTECTION, write_formula, write_number

__all__ = ["write_last_year"]

_WIDTHS: Final = (70, 10, 14, 14, 14)


def write_last_year(sheet: Any, content: Filled, last_year: Report, styles: Styles) -> None:
    """Write a row for each cell of last year's form."""
    language = content.language
    sheet.protect("", PROTECTION)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(2)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    title = styles.head(font_size=14, text_wrap=False)
    sheet.write_string(0, 0, texts.LAST_YEAR_TITLE[language], title)
    heads = (texts.CELL, texts.WHERE, texts.LAST, texts.THIS, texts.GROWTH)
    head = styles.head(border=1, align="center", bg_color="#EFEFEF")
    for column, text in enumerate(heads):
        sheet.write_string(2, column, text[language], head)
    for cell, value in last_year.cells():
        row, column = content.last_places[cell.address]
        sheet.write_string(
            row, 0, f"{LAST_YEAR[language]}{cell.name(language)}", styles.body(border=1)
        )
        style = styles.value(cell.kind)
        if value is None:
            sheet.write_blank(row, column, None, style)
        else:
            write_number(sheet, row, column, stored(cell.kind, value), style)
        validate(sheet, row, column, cell, None, language)
        locked = styles.value(cell.kind, locked=True)
        if cell.address not in content.places.at:
            for empty in (1, 3, 4):
                sheet.write_blank(row, empty, None, locked)
            continue
        own = content.places.of(cell.address)
        at = reference(*content.places.at[cell.address])
        blue = styles.body(border=1, align="center", font_color="#0563C1", underline=1)
        sheet.write_url(
            row, 1, f"internal:'{content.places.sheet}'!{at}", blue, at.replace("$", "")
        )
        now = content.values[cell.address]
        shown = None if now is None else stored(cell.kind, now)
        this, last = reference(row, 3), reference(row, LAST_YEAR_COLUMN)
        write_formula(sheet, row, 3, f'=IF({own}="","",{own})', shown, locked)
        both = now is not None and value is not None
        numbers = both and not isinstance(shown, str)
        numbers = numbers and not isinstance(stored(cell.kind, value or 0), str)
        write_formula(
            sheet,
            row,
            4,
            f'=IF(COUNT({this},{last})<2,"",ROUND({this}-{last},8))',
            stored(cell.kind, now - value) if numbers else None,  # type: ignore[operator]
            locked,
        )
