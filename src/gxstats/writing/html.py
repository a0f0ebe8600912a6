"""The form as HTML: plain tables that a screen reader can read out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import Final

from ..forms.catalogue import Form
from ..report import Report
from ..text import Bilingual, Language
from .content import Content
from .layout import PrintedCell, PrintedRole, PrintedTable, printed_tables
from .marks import number_text

__all__ = ["LANGUAGE_TAGS", "form_html", "spans", "table_html"]

_BLANK: Final = Bilingual("空白", "blank")
LANGUAGE_TAGS: Final[dict[Language, str]] = {"zh": "zh-Hans", "en": "en"}
"""What HTML calls the languages."""


def form_html(form: Form, report: Report | None = None, language: Language = "zh") -> str:
    """The tables of a form as HTML, empty or filled in with a report.

    Every table is a plain ``<table>`` of class ``gxstats-form`` with a caption; every value is a
    ``<td data-address=…>`` that names its headings in ``headers``. A number that stands in a
    violated sum is in ``<mark>``, with the sentence as its title; a blank has ``data-blank``.
    No style is set: the page decides how it looks.

    >>> from gxstats import form
    >>> form_html(form("2021"), language="en").count("<table")
    3

    Raises :class:`ValueError` when the report is on another form.
    """
    content = Content.of(form, report)

    def value(cell: PrintedCell, headers: str) -> str:
        return _value(cell, headers, content, language)

    return "\n".join(
        "\n".join(
            table_html(
                form, table, language, value, prefix=f"gxstats-{form.id}-{table.table.name}"
            )
        )
        for table in printed_tables(form)
    )


def table_html(
    form: Form,
    table: PrintedTable,
    language: Language,
    value: Callable[[PrintedCell, str], str],
    *,
    prefix: str,
) -> Iterator[str]:
    """The lines of a table, every id of which begins with ``prefix``.

    ``value`` gives the element of a value, from its rectangle and the ids of its headings.
    """
    ids = {cell: f"{prefix}-{cell.row}-{cell.column}" for cell in table.cells}
    yield (
        f'<table class="gxstats-form" id="{prefix}" lang="{LANGUAGE_TAGS[language]}"'
        f' data-form="{form.id}" data-address="/{table.table.name}">'
    )
    yield f"<caption>{escape(table.table.title[language])}</caption>"
    for row in range(table.rows):
        yield "<tr>"
        for cell in table.cells:
            if cell.row != row:
                continue
            if cell.role is PrintedRole.VALUE:
                headers = " ".join(ids[header] for header in table.headers(cell))
                yield value(cell, headers)
            else:
                yield _words(cell, ids[cell], table, language)
        yield "</tr>"
    yield "</table>"


def _words(cell: PrintedCell, id: str, table: PrintedTable, language: Language) -> str:
    text = escape(cell.text[language]) if cell.text else ""
    if cell.role is PrintedRole.NOTE:
        return f'<td class="note"{spans(cell)}>{text}</td>'
    if cell.row in table.value_rows:
        scope = "rowgroup" if cell.row_span > 1 else "row"
    else:
        scope = "colgroup" if cell.column_span > 1 else "col"
    return f'<th id="{id}" class="{cell.role.value}" scope="{scope}"{spans(cell)}>{text}</th>'


def _value(cell: PrintedCell, headers: str, content: Content, language: Language) -> str:
    address = cell.address or ""
    value = content.values[address] if content.values else None
    attributes = f'data-address="{address}" headers="{headers}"{spans(cell)}'
    text = "" if value is None else number_text(value)
    if content.values and value is None:
        attributes += f' data-blank="" title="{_BLANK[language]}"'
    if address in content.violated:
        sentences = "\n".join(result.explain(language) for result in content.violated[address])
        text = f'<mark title="{escape(sentences)}">{text}</mark>'
    return f'<td class="value" {attributes}>{text}</td>'


def spans(cell: PrintedCell) -> str:
    """The attributes for the rows and columns that a rectangle covers."""
    given = (("rowspan", cell.row_span), ("colspan", cell.column_span))
    return "".join(f' {name}="{span}"' for name, span in given if span > 1)
