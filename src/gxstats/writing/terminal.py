"""The form in a terminal: ruled tables where they fit, lists where the terminal is narrow."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

import attrs

from ..diagnosis import Diagnosis
from ..errors import MissingExtra
from ..forms.catalogue import UNLABELLED_ROW, Cell, Table
from ..forms.report import Form, Report
from ..text import Bilingual, Language
from .layout import PrintedCell, PrintedRole, PrintedTable, printed_tables
from .marks import MarkKind, Marks
from .ruling import NoRoom, ruled
from .shown import legend, shown

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.padding import Padding
    from rich.text import Text

__all__ = ["TerminalForm"]

_PURPOSE: Final = Bilingual("在终端中显示表格", "drawing the form in a terminal")

_STYLES: Final = {
    PrintedRole.HEADING: "bold",
    PrintedRole.COLUMN: "bold",
    PrintedRole.LABEL: "",
    PrintedRole.NOTE: "dim",
    PrintedRole.VALUE: "",
}
_MARK_STYLES: Final = {
    MarkKind.WRONG: "bold red",
    MarkKind.SUSPECT: "bold yellow",
    MarkKind.VIOLATED: "bold red",
    MarkKind.DOUBTFUL: "bold magenta",
    MarkKind.DEDUCED: "green",
    MarkKind.BLANK: "dim",
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

    A number in a violated sum is red and preceded by ``!``, a blank is ``·``. With a diagnosis,
    ``34→43`` is a wrong number and what it should be, and ``?`` stands before those of which some
    must be wrong; the other numbers are then not marked. :attr:`marks` may tell more: ``=12`` is
    what a blank must hold, ``¿`` stands where the source is in doubt. Under the tables the signs
    that occur are explained. ``rich.print(TerminalForm(report.form, report))`` draws it as wide
    as the console is.

    Raises :class:`ValueError` when the report is on another form or the diagnosis or the marks
    are of another report, and :class:`~gxstats.MissingExtra` when printed without rich.
    """

    form: Form
    report: Report | None = None
    language: Language = "zh"
    tables: tuple[Table, ...] = attrs.Factory(lambda self: self.form.tables, takes_self=True)
    """Which tables are drawn; all of them unless given."""
    diagnosis: Diagnosis | None = attrs.field(default=None, kw_only=True, repr=False)
    """What :func:`gxstats.diagnosis.diagnose` says of the report, if it is to be shown."""
    marks: Marks | None = attrs.field(
        kw_only=True,
        repr=False,
        default=attrs.Factory(
            lambda self: _marks_of(self.form, self.report, self.diagnosis), takes_self=True
        ),
    )
    """What there is to say of the cells; of the report and the diagnosis unless given."""

    def __attrs_post_init__(self) -> None:
        if self.marks is not None and self.marks.report != self.report:
            raise ValueError("the marks are of another report")

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[Padding | Text]:
        """The tables, each under its title, in the width that there is."""
        try:
            from rich.text import Text
        except ImportError as error:  # pragma: no cover - tested in an environment without it
            raise MissingExtra(_PURPOSE, "rich", "cli") from error

        kinds: set[MarkKind] = set()
        for table in printed_tables(self.form):
            if table.table not in self.tables:
                continue
            kinds |= self._kinds(table)
            yield Text(table.table.title[self.language], style="bold")
            try:
                yield from ruled(table, self._shown, options.max_width)
            except NoRoom:
                yield from self._listed(table.table)
            yield Text("")
        if kinds:
            ordered = (kind for kind in MarkKind if kind in kinds)
            yield Text(legend(ordered, self.language), style="dim")

    def _kinds(self, table: PrintedTable) -> set[MarkKind]:
        """The kinds of marks in a table."""
        found = self.marks.by_cell if self.marks is not None else {}
        addresses = (cell.address for cell in table.cells if cell.address is not None)
        return {found[address].kind for address in addresses if address in found}

    def _shown(self, cell: PrintedCell) -> tuple[str, str, str]:
        """The text of a rectangle, its style and its alignment."""
        text = cell.text[self.language] if cell.text else ""
        style = _STYLES[cell.role]
        if cell.address is not None:
            text, style = self._value(cell.address)
        return text, style, _ALIGNMENTS[cell.role]

    def _value(self, address: str) -> tuple[str, str]:
        if self.marks is None:
            return "", ""
        mark = self.marks.by_cell.get(address)
        style = "" if mark is None else _MARK_STYLES[mark.kind]
        return shown(self.marks.report[address], mark).text, style

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


def _marks_of(form: Form, report: Report | None, diagnosis: Diagnosis | None) -> Marks | None:
    if report is None:
        return None
    if report.form is not form:
        raise ValueError(f"the report is on form {report.form.id}, not {form.id}")
    return Marks.of(report, diagnosis=diagnosis)
