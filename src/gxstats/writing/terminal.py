"""The form in a terminal: ruled tables where they fit, lists where the terminal is narrow."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

import attrs

from ..diagnosis import Diagnosis
from ..errors import MissingExtra
from ..forms.catalogue import UNLABELLED_ROW, Cell, Form, Table
from ..report import Report
from ..text import Bilingual, Language
from .content import Content
from .layout import PrintedCell, PrintedRole, printed_tables
from .marks import number_text
from .ruling import NoRoom, ruled

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.padding import Padding
    from rich.text import Text

__all__ = ["TerminalForm"]

BLANK_SIGN: Final = "·"
VIOLATED_SIGN: Final = "!"
"""Says without colour what red says."""

CHANGE_SIGN: Final = "→"
SUSPECT_SIGN: Final = "?"

_LEGEND_CHANGED: Final = Bilingual(
    f"{CHANGE_SIGN} 原数{CHANGE_SIGN}应为　{BLANK_SIGN} 空白",
    f"{CHANGE_SIGN} what stands there{CHANGE_SIGN}what it should be   {BLANK_SIGN} blank",
)
_LEGEND_SUSPECTS: Final = Bilingual(
    f"{SUSPECT_SIGN} 可能有误　{BLANK_SIGN} 空白",
    f"{SUSPECT_SIGN} may be wrong   {BLANK_SIGN} blank",
)
_LEGEND: Final = Bilingual(
    f"{VIOLATED_SIGN} 在不符的勾稽关系中　{BLANK_SIGN} 空白",
    f"{VIOLATED_SIGN} in a cross-check that fails   {BLANK_SIGN} blank",
)
_PURPOSE: Final = Bilingual("在终端中显示表格", "drawing the form in a terminal")

_STYLES: Final = {
    PrintedRole.HEADING: "bold",
    PrintedRole.COLUMN: "bold",
    PrintedRole.LABEL: "",
    PrintedRole.NOTE: "dim",
    PrintedRole.VALUE: "",
}
_ALIGNMENTS: Final = {
    PrintedRole.HEADING: "center",
    PrintedRole.COLUMN: "center",
    PrintedRole.LABEL: "left",
    PrintedRole.NOTE: "left",
    PrintedRole.VALUE: "right",
}


@attrs.frozen
class TerminalForm:
    """A form, empty or filled in, that a rich console can print.

    A blank is shown as ``·`` and a number in a violated sum is red and preceded by ``!``. With a
    diagnosis, ``34→43`` is a wrong number and what it should be, and ``?`` stands before those of
    which some must be wrong; the other numbers are then not marked.
    ``rich.print(TerminalForm(report.form, report))`` draws it as wide as the console is.

    Raises :class:`ValueError` when the report is on another form, and
    :class:`~gxstats.MissingExtra` when printed without rich.
    """

    form: Form
    report: Report | None = None
    language: Language = "zh"
    tables: tuple[Table, ...] = attrs.Factory(lambda self: self.form.tables, takes_self=True)
    """Which tables are drawn; all of them unless given."""
    diagnosis: Diagnosis | None = attrs.field(default=None, kw_only=True, repr=False)
    """What :func:`gxstats.diagnosis.diagnose` says of the report, if it is to be shown."""
    content: Content = attrs.field(
        init=False,
        repr=False,
        default=attrs.Factory(
            lambda self: Content.of(self.form, self.report, self.diagnosis), takes_self=True
        ),
    )

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[Padding | Text]:
        """The tables, each under its title, in the width that there is."""
        try:
            from rich.text import Text
        except ImportError as error:  # pragma: no cover - tested in an environment without it
            raise MissingExtra(_PURPOSE, "rich", "cli") from error

        for table in printed_tables(self.form):
            if table.table not in self.tables:
                continue
            yield Text(table.table.title[self.language], style="bold")
            try:
                yield from ruled(table, self._shown, options.max_width)
            except NoRoom:
                yield from self._listed(table.table)
            yield Text("")
        if self.content.values is not None:
            yield Text(self._legend()[self.language], style="dim")

    def _legend(self) -> Bilingual:
        if self.diagnosis is None:
            return _LEGEND
        return _LEGEND_CHANGED if self.content.changed else _LEGEND_SUSPECTS

    def _shown(self, cell: PrintedCell) -> tuple[str, str, str]:
        """The text of a rectangle, its style and its alignment."""
        text = cell.text[self.language] if cell.text else ""
        style = _STYLES[cell.role]
        if cell.address is not None:
            text, style = self._value(cell.address)
        return text, style, _ALIGNMENTS[cell.role]

    def _value(self, address: str) -> tuple[str, str]:
        if self.content.values is None:
            return "", ""
        value = self.content.values[address]
        text = BLANK_SIGN if value is None else number_text(value)
        if self.diagnosis is not None:
            if address in self.content.changed:
                right = number_text(self.content.changed[address])
                return f"{text}{CHANGE_SIGN}{right}", "bold red"
            if address in self.content.suspects:
                return f"{SUSPECT_SIGN}{text}", "bold yellow"
            return text, "dim" if value is None else ""
        if address in self.content.violated:
            return VIOLATED_SIGN + text, "bold red"
        return text, "dim" if value is None else ""

    def _listed(self, table: Table) -> Iterator[Padding]:
        """A table as indented lines, for a terminal in which it cannot be ruled."""
        from rich.columns import Columns
        from rich.padding import Padding
        from rich.text import Text

        above: tuple[Bilingual, ...] = ()
        cells = [cell for cell in self.form if cell.table == table]
        for path, group in groupby(cells, _path_in_list):
            for depth, heading in enumerate(path):
                if above[: depth + 1] != path[: depth + 1]:
                    yield Padding(Text(heading[self.language], style="bold"), (0, 0, 0, 2 * depth))
            above = path
            items = [
                Text.assemble((f"{cell.column[self.language]} ", "dim"), self._value(cell.address))
                for cell in group
            ]
            yield Padding(Columns(items, padding=(0, 2)), (0, 0, 0, 2 * len(path)))


def _path_in_list(cell: Cell) -> tuple[Bilingual, ...]:
    """The lines over a cell in the list."""
    return cell.columns if cell.row == UNLABELLED_ROW else (*cell.headings, cell.row)
