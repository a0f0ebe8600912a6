"""Many files at once: progress while they are read, a line for each, and a table at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import IO, Final, TypeVar, cast

import attrs
from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from ..batch.failures import is_no_report
from ..errors import GxstatsError
from ..text import Bilingual, Language
from ..verdicts.judging import HELD, OPEN, UNREADABLE, VIOLATED, Judged, worst
from ..verdicts.names import one_line
from . import texts
from .folders import Entry, Gathered
from .framework import fault_of, show_traceback
from .printing import Printer, file_name, shown_name
from .streams import StandardError, StandardOutput

_Result = TypeVar("_Result")

__all__ = [
    "CHECKED",
    "FAILED",
    "NO_REPORT",
    "Broken",
    "Line",
    "Run",
    "Sort",
    "attempted",
    "progress_bar",
    "short_name",
    "show_counts",
    "show_passed",
    "sort_of",
]

_SHOWN: Final = 8
"""Files of one kind that are named at the end before the rest is only counted."""
_NAME_WIDTH: Final = 30
"""Columns of a terminal for the name of the file that is being read."""
_LEAST_SAID: Final = 10
"""Columns of a terminal that are worth using for what is said of a file."""


@attrs.frozen
class Sort:
    """What can become of a file: its mark in the line, its name in the table, its colour."""

    mark: Bilingual
    label: Bilingual
    style: str
    exit_code: int


@attrs.frozen
class Line:
    """What became of a file."""

    name: str
    sort: Sort
    said: str


NO_REPORT: Final = Sort(texts.NO_REPORT, texts.NO_REPORT_FILES, "dim", 0)
FAILED: Final = Sort(texts.UNREADABLE, texts.UNREADABLE_FILE, "bold red", UNREADABLE)
_WITH_VIOLATIONS: Final = Sort(texts.VIOLATED, texts.VIOLATED_FILE, "red", VIOLATED)
_IN_DOUBT: Final = Sort(texts.DOUBT, texts.DOUBTED_FILE, "yellow", OPEN)
_LEFT_OPEN: Final = Sort(texts.UNDECIDED, texts.UNDECIDED_FILE, "yellow", OPEN)
_CONSISTENT: Final = Sort(texts.HELD, texts.HELD_FILE, "green", HELD)
CHECKED: Final = (_WITH_VIOLATIONS, _IN_DOUBT, _LEFT_OPEN, _CONSISTENT)
"""What can become of a report that is checked, the gravest first."""


def sort_of(judged: Judged) -> Sort:
    """What became of a report that was checked."""
    if judged.exit_code == OPEN:
        return _IN_DOUBT if judged.doubts else _LEFT_OPEN
    return _CONSISTENT if judged.exit_code == HELD else _WITH_VIOLATIONS


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class Broken(GxstatsError):
    """A fault of the program's own, met in one of many files: the others are still read."""

    error: Exception

    @property
    def code(self) -> str:
        """As for a fault in a batch."""
        return "file.fault"

    def explain(self, language: Language = "zh") -> str:
        """What happened, with the request to report it."""
        return texts.BROKEN.format(fault=fault_of(self.error))[language]


def attempted(work: Callable[[], _Result]) -> _Result | GxstatsError:
    """What work on one of many files gives, or what went wrong with it."""
    try:
        return work()
    except GxstatsError as error:
        return error
    except Exception as error:  # noqa: BLE001 - told as what it is; the other files are to be read
        show_traceback(error)
        return Broken(error)


class _Rate(ProgressColumn):
    """Files a second."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language: Language = language

    def render(self, task: Task) -> Text:
        """The rate, once there is one."""
        if not task.speed:
            return Text("")
        return Text(texts.RATE.format(rate=f"{task.speed:.1f}")[self.language])


def progress_bar(console: Console, language: Language) -> Progress:
    """How many files are done, how many in a second, and how long the rest will take."""
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        _Rate(language),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
    )


class Run:
    """Takes the files one after the other, and tells of each.

    ``printer`` prints the lines; without one (output for programs) there are only progress and
    the exit code.
    """

    def __init__(
        self, files: Gathered, sorts: Sequence[Sort], printer: Printer | None, language: Language
    ) -> None:
        self.files = files
        self.sorts = (*sorts, FAILED, NO_REPORT)
        self.printer = printer
        self.language: Language = language
        self.lines: list[Line] = []
        self._width = max(cell_len(sort.mark[language]) for sort in self.sorts)
        self._bar: Progress | None = None

    def entries(self) -> Iterator[Entry]:
        """The files, with progress shown on standard error if that is a terminal."""
        console = Console(file=cast("IO[str]", StandardError()))
        if not console.is_terminal:
            yield from self.files.entries
            return
        self._bar = bar = progress_bar(console, self.language)
        task = bar.add_task("", total=len(self.files.entries))
        try:
            bar.start()
            for entry in self.files.entries:
                bar.update(task, description=short_name(entry.name), refresh=True)
                yield entry
                bar.advance(task)
        finally:
            bar.stop()
            self._bar = None

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Room to print where progress is shown on the same terminal."""
        if self._bar is None or not StandardOutput().isatty():
            yield
            return
        self._bar.stop()
        try:
            yield
        finally:
            self._bar.start()

    def tell(self, line: Line, more: Callable[[Printer], None] | None = None) -> None:
        """One line for a file, and what else there is to say of it."""
        said = one_line(line.said)
        self.lines.append(line)
        if self.printer is None:
            return
        with self.aside():
            mark, name = line.sort.mark[self.language], shown_name(line.name, self.language)
            text = Text().append(mark, line.sort.style)
            text.append(" " * (self._width - cell_len(mark) + 2) + name, "bold")
            if said:
                text.append(f"  {said}", "default")
            console = self.printer.console
            if console.is_terminal:
                text = _cut(text, console.width, cell_len(text.plain) - cell_len(said))
            self.printer.line(text)
            if more is not None:
                more(self.printer)

    def fail(self, entry: Entry, error: GxstatsError) -> bool:
        """Tell of a file that gave no report; False if it was none to be expected of."""
        # Only what was found in a folder can be no report; what was named was meant.
        no_report = entry.found and is_no_report(entry.name, error)
        said, *more = error.explain(self.language).split("\n")
        if more:
            said += texts.SEVERAL_PROBLEMS.format(count=1 + len(more))[self.language]
        self.tell(Line(entry.name, NO_REPORT if no_report else FAILED, said))
        return not no_report

    def end(self) -> int:
        """The table and the lists at the end; the exit code."""
        for name, trouble in self.files.troubles:
            self.tell(Line(name, FAILED, trouble.explain(self.language)))
        if self.printer is not None and self.lines:
            self._table(self.printer)
            self._list(self.printer, FAILED, None)
            self._list(self.printer, NO_REPORT, _SHOWN)
        printer = self.printer or Printer.to_errors()
        self._passed(printer)
        if all(line.sort is NO_REPORT for line in self.lines):
            nothing = texts.NO_FILES[self.language]
            printer.finding(texts.UNREADABLE[self.language], nothing, "red", indent=0)
            return UNREADABLE
        return worst([line.sort.exit_code for line in self.lines])

    def _table(self, printer: Printer) -> None:
        counts = Counter(line.sort for line in self.lines)
        show_counts(printer, self.sorts, counts, self.language)

    def _list(self, printer: Printer, sort: Sort, most: int | None) -> None:
        found = [line for line in self.lines if line.sort is sort]
        if not found:
            return
        printer.line(sort.label[self.language] + texts.COLON[self.language].rstrip(), style="bold")
        for line in found[:most]:
            printer.finding(shown_name(line.name, self.language), line.said, sort.style)
        if most is not None and len(found) > most:
            printer.line("  " + texts.REST.format(count=len(found) - most)[self.language], "dim")

    def _passed(self, printer: Printer) -> None:
        by_reason: dict[Bilingual, list[str]] = {}
        for one in self.files.passed:
            by_reason.setdefault(one.why, []).append(one.name)
        for why, names in by_reason.items():
            show_passed(printer, why, len(names), names, self.language)


def show_passed(
    printer: Printer, why: Bilingual, count: int, names: Sequence[str], language: Language
) -> None:
    """One line for what is passed over for a reason, with the first few names."""
    shown = texts.LIST[language].join(file_name(name) for name in names[:_SHOWN])
    if names and count > _SHOWN:
        shown += texts.LIST[language] + texts.REST.format(count=count - _SHOWN)[language]
    text = texts.PASSED_OVER if names else texts.PASSED_COUNT
    sentence = text.format(why=why, count=count, names=shown)[language]
    printer.finding(texts.PASSED[language], sentence, "dim", indent=0)


def show_counts(
    printer: Printer, sorts: Sequence[Sort], counts: Mapping[Sort, int], language: Language
) -> None:
    """A table of how many files became what."""
    table = Table(box=box.SIMPLE_HEAD, show_footer=True, padding=(0, 1))
    table.add_column(texts.RESULT[language], texts.TOTAL[language])
    table.add_column(texts.FILES[language], str(sum(counts.values())), justify="right")
    for sort in sorts:
        if counts.get(sort):
            label = Text(sort.label[language], style=sort.style)
            table.add_row(label, str(counts[sort]))
    printer.console.print(table, soft_wrap=False)


def _cut(text: Text, width: int, head: int) -> Text:
    """A text in one line of a terminal, if there is room for more than its head."""
    if cell_len(text.plain) <= width or width - head < _LEAST_SAID:
        return text
    while cell_len(text.plain) >= width:
        text.right_crop(1)
    return text.append("…")


def short_name(name: str) -> str:
    """The end of a file's name, in the columns that there are for it."""
    shown = file_name(name)
    if cell_len(shown) <= _NAME_WIDTH:
        return shown
    while cell_len(shown) >= _NAME_WIDTH:
        shown = shown[1:]
    return f"…{shown}"
