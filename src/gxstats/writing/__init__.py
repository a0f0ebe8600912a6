"""The form drawn: as printed tables, as HTML, in a terminal."""

from __future__ import annotations

from .html import form_html
from .layout import PrintedCell, PrintedRole, PrintedTable, printed_tables
from .terminal import TerminalForm

__all__ = [
    "PrintedCell",
    "PrintedRole",
    "PrintedTable",
    "TerminalForm",
    "form_html",
    "printed_tables",
]
