"""The printed tables with a field to fill in for every value."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Final

from ..cells import Kind
from ..forms.report import Form
from ..text import LANGUAGES, Bilingual, Language
from ..writing.layout import PrintedCell, PrintedRole, PrintedTable, printed_tables

__all__ = ["LANGUAGE_TAGS", "table_html", "words_of"]

LANGUAGE_TAGS: Final[Mapping[Language, str]] = {"zh": "zh-Hans", "en": "en"}
_MODES: Final = {Kind.COUNT: "numeric", Kind.CHANGE: "text", Kind.AMOUNT: "decimal"}
"""Which keyboard a telephone shows: the numeric one has no minus sign."""


def words_of(form: Form) -> dict[str, dict[Language, str]]:
    """The printed words of a form's tables in both languages, by the id of their element."""
    found: dict[str, Bilingual] = {}
    for table in printed_tables(form):
        found[_caption(table)] = table.table.title
        for cell in table.cells:
            if cell.text is not None:
                found[_id(table, cell)] = cell.text
    return {id: {language: text[language] for language in LANGUAGES} for id, text in found.items()}


def table_html(form: Form, table: PrintedTable, language: Language) -> str:
    """A table with its caption, its headings and its fields."""
    lines = [
        f'<div class="scroll"><table class="form" data-table="{table.table.name}">',
        f'<caption id="{_caption(table)}">{escape(table.table.title[language])}</caption>',
    ]
    for row in range(table.rows):
        cells = (cell for cell in table.cells if cell.row == row)
        lines += ["<tr>", *(_rectangle(form, table, cell, language) for cell in cells), "</tr>"]
    return "\n".join([*lines, "</table></div>"])


def _caption(table: PrintedTable) -> str:
    return f"caption-{table.table.name}"


def _id(table: PrintedTable, cell: PrintedCell) -> str:
    return f"word-{table.table.name}-{cell.row}-{cell.column}"


def _rectangle(form: Form, table: PrintedTable, cell: PrintedCell, language: Language) -> str:
    if cell.role is PrintedRole.VALUE:
        return _field(form, table, cell, language)
    text = escape(cell.text[language]) if cell.text else ""
    named = f'id="{_id(table, cell)}"'
    if cell.role is PrintedRole.NOTE:
        return f'<td {named} class="note"{_spans(cell)}>{text}</td>'
    if cell.row in table.value_rows:
        scope = "rowgroup" if cell.row_span > 1 else "row"
    else:
        scope = "colgroup" if cell.column_span > 1 else "col"
    return f'<th {named} class="{cell.role.value}" scope="{scope}"{_spans(cell)}>{text}</th>'


def _field(form: Form, table: PrintedTable, printed: PrintedCell, language: Language) -> str:
    cell = form[printed.address or ""]
    headers = " ".join(_id(table, header) for header in table.headers(printed))
    return (
        f'<td class="value" headers="{headers}"{_spans(printed)}'
        f' data-row="{printed.row}" data-column="{printed.column}">'
        f'<input id="cell-{cell.index}" data-cell="{cell.index}" type="text" autocomplete="off"'
        f' spellcheck="false" inputmode="{_MODES[cell.kind]}"'
        f' aria-label="{escape(cell.name(language))}"></td>'
    )


def _spans(cell: PrintedCell) -> str:
    return "".join(
        _given(name, span)
        for name, span in (("rowspan", cell.row_span), ("colspan", cell.column_span))
    )


def _given(name: str, span: int) -> str:
    return f' {name}="{span}"' if span > 1 else ""
