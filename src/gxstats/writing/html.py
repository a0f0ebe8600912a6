"""The form as HTML: plain tables that a screen reader can read out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ..forms.report import Form, Report, form_of
from ..text import Language
from .layout import PrintedCell, PrintedRole, PrintedTable, printed_tables
from .marks import MarkKind, Marks, number_text
from .markup import attributes, element, in_text
from .source import prints_of

__all__ = ["LANGUAGE_TAGS", "form_html", "spans", "table_html"]

LANGUAGE_TAGS: Final[dict[Language, str]] = {"zh": "zh-Hans", "en": "en"}
"""What HTML calls the languages."""


def form_html(form: Form, report: Report | None = None, language: Language = "zh") -> str:
    """The tables of a form as HTML, empty or filled in with a report.

    Every table is a plain ``<table>`` of class ``gxstats-form`` with a caption; every value is a
    ``<td data-address=…>`` that names its headings in ``headers``. A number that stands in a
    violated sum is in ``<mark>``, with the sentence as its title; a blank has ``data-blank``.
    ``data-mark`` names the kind of the mark (:class:`~gxstats.writing.MarkKind`). No style is set: the page decides how it looks.

    >>> from gxstats import form
    >>> form_html(form("2021"), language="en").count("<table")
    3

    Raises :class:`ValueError` when the report is on another form.
    """
    if report is not None and form_of(report) is not form:
        raise ValueError(f"the report is on form {report.form.id}, not {form.id}")
    marks = None if report is None else Marks.of(report)
    prints = {} if report is None else prints_of(report)

    def value(cell: PrintedCell, headers: str) -> str:
        return _value(cell, headers, marks, prints.get(cell.address or ""), language)

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
    yield element("caption", in_text(table.table.title[language]), id=f"{prefix}-caption")
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
    text = in_text(cell.text[language]) if cell.text else ""
    if cell.role is PrintedRole.NOTE:
        return f'<td class="note"{spans(cell)}>{text}</td>'
    if cell.row in table.value_rows:
        scope = "rowgroup" if cell.row_span > 1 else "row"
    else:
        scope = "colgroup" if cell.column_span > 1 else "col"
    return f'<th id="{id}" class="{cell.role.value}" scope="{scope}"{spans(cell)}>{text}</th>'


def _value(
    cell: PrintedCell, headers: str, marks: Marks | None, printed: str | None, language: Language
) -> str:
    address = cell.address or ""
    given = f"{attributes(data_address=address, headers=headers)}{spans(cell)}"
    if marks is None:
        return f'<td class="value"{given}></td>'
    value = marks.report[address]
    mark = marks.by_cell.get(address)
    text = in_text(printed or ("" if value is None else number_text(value)))
    if value is None:
        given += attributes(data_blank="", title=MarkKind.BLANK.label[language])
    if mark is not None:
        given += attributes(data_mark=mark.kind.value)
        if mark.kind is not MarkKind.BLANK:
            text = element("mark", text, title=mark.explain(language))
    return f'<td class="value"{given}>{text}</td>'


def spans(cell: PrintedCell) -> str:
    """The attributes for the rows and columns that a rectangle covers."""
    given = (("rowspan", cell.row_span), ("colspan", cell.column_span))
    return "".join(f' {name}="{span}"' for name, span in given if span > 1)
