"""The form drawn: as printed tables, as HTML, as Markdown, in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import lazily

if TYPE_CHECKING:
    from .html import form_html
    from .layout import PrintedCell, PrintedRole, PrintedTable, printed_tables
    from .markdown import report_markdown
    from .marked_page import report_fragment, report_page
    from .marks import Mark, MarkKind, Marks
    from .terminal import TerminalForm
    from .texts import report_title

__all__ = [
    "Mark",
    "MarkKind",
    "Marks",
    "PrintedCell",
    "PrintedRole",
    "PrintedTable",
    "TerminalForm",
    "form_html",
    "printed_tables",
    "report_fragment",
    "report_markdown",
    "report_page",
    "report_title",
]

_LAZY = {
    "Mark": ".marks",
    "MarkKind": ".marks",
    "Marks": ".marks",
    "PrintedCell": ".layout",
    "PrintedRole": ".layout",
    "PrintedTable": ".layout",
    "TerminalForm": ".terminal",
    "form_html": ".html",
    "printed_tables": ".layout",
    "report_fragment": ".marked_page",
    "report_markdown": ".markdown",
    "report_page": ".marked_page",
    "report_title": ".texts",
}

if not TYPE_CHECKING:  # to a checker, every name would then exist
    __getattr__, __dir__ = lazily(__name__, _LAZY)
