"""``gxstats batch``: folders of thousands of reports, into Parquet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, Final, cast

import click

from ..text import Bilingual, Language
from . import texts
from .framework import INTERRUPTED, Command, Help, Usage, WholeNumber, argument, common_options
from .framework import option as option_of
from .streams import StandardError, complain

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..batch import Progress, Summary
    from .printing import Printer

__all__ = ["command"]

_MOST: Final = 10
"""Relations, years or codes that are shown; summary.json has all."""
_MOST_WORKERS: Final = 256


def command(language: Language) -> click.Command:
    """The command, in one language."""

    def option(*names: str, text: Bilingual, **settings: Any) -> click.Option:
        return option_of(*names, text=text, language=language, **settings)

    return Command(
        "batch",
        language,
        Help(
            texts.BATCH, texts.BATCH_MORE, texts.BATCH_EXAMPLES, texts.EXIT, after=texts.EXIT_WORST
        ),
        params=[
            argument("source", nargs=-1, required=True),
            option("-o", "out", text=texts.BATCH_OUT_OPTION, metavar="OUT"),
            option("--workers", text=texts.WORKERS_OPTION, type=WholeNumber()),
            option("--archives", text=texts.ARCHIVES_OPTION, is_flag=True),
            option("--years", text=texts.YEARS_OPTION, is_flag=True),
            option("--follow-links", text=texts.FOLLOW_OPTION, is_flag=True),
            option("--again", text=texts.AGAIN_OPTION, is_flag=True),
            option("--quiet", text=texts.QUIET_OPTION, is_flag=True),
            *common_options(language),
        ],
        callback=lambda **given: _batch(language, **given),
    )


def _batch(
    language: Language,
    *,
    source: tuple[str, ...],
    out: str | None,
    workers: int | None,
    archives: bool,
    follow_links: bool,
    years: bool,
    again: bool,
    quiet: bool,
) -> int:
    from ..batch import Interrupted, clear, run
    from ..batch.sources import named
    from .printing import Printer, file_name

    context = click.get_current_context()
    if out is None:
        raise Usage(texts.MISSING_ARGUMENT.format(found="-o OUT"), context)
    if workers is not None and not 1 <= workers <= _MOST_WORKERS:
        expected = f"1–{_MOST_WORKERS}"
        found = f"--workers {workers}"
        raise Usage(texts.NOT_A_CHOICE.format(found=found, expected=expected), context)
    if again:
        named(source, out, follow=follow_links)  # before anything is removed
        clear(out)
    try:
        with _shown(language, quiet=quiet) as progress:
            summary = run(
                source,
                out,
                workers=workers,
                archives=archives,
                follow_links=follow_links,
                years=years,
                progress=progress,
            )
    except Interrupted as interruption:
        count = interruption.summary.files
        said = texts.BATCH_INTERRUPTED.format(name=file_name(out), count=count)
        complain(said[language])
        return INTERRUPTED
    if not quiet:
        _show(summary, file_name(out), Printer(), language)
    return _exit_code(summary)


@contextmanager
def _shown(language: Language, *, quiet: bool) -> Iterator[Callable[[Progress], None]]:
    """Progress on standard error, if that is a terminal."""
    from rich.console import Console

    from .many import progress_bar, short_name

    console = Console(file=cast("IO[str]", StandardError()))
    if quiet or not console.is_terminal:
        yield lambda _: None
        return
    bar = progress_bar(console, language)
    task = bar.add_task("", total=None)

    def show(now: Progress) -> None:
        name = short_name(now.name)
        bar.update(task, completed=now.done, total=now.total, description=name, refresh=True)

    try:
        bar.start()
        yield show
    finally:
        bar.stop()


def _exit_code(summary: Summary) -> int:
    from .verdict import HELD, OPEN, UNREADABLE, VIOLATED, worst

    reports = sum(summary.verdicts.values())
    found = (
        (UNREADABLE, summary.statuses.get("unreadable", 0) or not reports),
        (VIOLATED, summary.verdicts.get("violated", 0) or summary.links.get("violated", 0)),
        (
            OPEN,
            summary.verdicts.get("undecided", 0)
            or summary.links.get("undecided", 0)
            or summary.statuses.get("doubtful", 0),
        ),
    )
    return worst([HELD, *(code for code, count in found if count)])


def _show(summary: Summary, out: str, printer: Printer, language: Language) -> None:
    """Print what a person wants to know first; summary.json has all of it."""
    from ..forms.report import FORMS
    from .many import show_passed

    _show_results(summary, printer, language)
    titles = {form.edition: form.title[language] for form in FORMS.values() if form.is_main}
    unknown = texts.BATCH_UNKNOWN[language]
    years = {year or unknown: count for year, count in summary.years.items()}
    editions = {titles.get(name, name): count for name, count in summary.editions.items()}
    for head, unit, counts in (
        (texts.BATCH_EDITIONS, texts.BATCH_REPORTS, editions),
        (texts.BATCH_YEARS, texts.BATCH_REPORTS, years),
        (texts.BATCH_LINKS, texts.BATCH_REPORTS, _links(summary, language)),
        (texts.BATCH_RELATIONS, texts.BATCH_TIMES, summary.relations),
        (texts.BATCH_FINDINGS, texts.BATCH_TIMES, _kinds(summary, language)),
        (texts.BATCH_CODES, texts.BATCH_TIMES, summary.codes),
    ):
        _table(head, unit, counts, printer, language)
    if summary.unreadable:
        title = texts.UNREADABLE[language] + texts.COLON[language].rstrip()
        printer.line(title, style="bold")
    for failure in summary.unreadable:
        first, *_ = failure.message[language].split("\n")
        printer.finding(failure.file, first, "bold red")
    rest = summary.statuses.get("unreadable", 0) - len(summary.unreadable)
    if rest:
        printer.line("  " + texts.REST.format(count=rest)[language], "dim")
    for one in summary.passed:
        show_passed(printer, one.why, one.count, one.names, language)
    seconds, rate = f"{summary.seconds:.1f}", f"{summary.rate:.1f}"
    said = texts.BATCH_READ.format(
        read=summary.read, seconds=seconds, rate=rate, kept=summary.kept
    )
    printer.line(said[language])
    if summary.absent:
        printer.line(texts.BATCH_ABSENT.format(name=out, count=summary.absent)[language])
    if not summary.verdicts:
        sentence = texts.BATCH_EXIT_NO_REPORT[language]
        printer.finding(texts.UNREADABLE[language], sentence, "red", indent=0)
    printer.line(texts.BATCH_WRITTEN.format(name=out)[language], style="bold")


def _show_results(summary: Summary, printer: Printer, language: Language) -> None:
    from .many import FAILED, NO_REPORT, Sort, show_counts

    violated = Sort(texts.VIOLATED, texts.VIOLATED_FILE, "red", 1)
    undecided = Sort(texts.UNDECIDED, texts.UNDECIDED_FILE, "yellow", 3)
    doubted = Sort(texts.DOUBT, texts.DOUBTED_FILE, "yellow", 3)
    held = Sort(texts.HELD, texts.HELD_FILE, "green", 0)
    counts = {
        violated: summary.verdicts.get("violated", 0),
        doubted: summary.held_in_doubt,
        undecided: summary.verdicts.get("undecided", 0),
        held: summary.verdicts.get("held", 0) - summary.held_in_doubt,
        FAILED: summary.statuses.get("unreadable", 0),
        NO_REPORT: summary.statuses.get("no_report", 0),
    }
    show_counts(printer, tuple(counts), counts, language)


def _links(summary: Summary, language: Language) -> dict[str, int]:
    return {texts.LINKS[name][language]: count for name, count in summary.links.items()}


def _kinds(summary: Summary, language: Language) -> dict[str, int]:
    from ..findings import FindingKind

    return {FindingKind(name).label[language]: count for name, count in summary.findings.items()}


def _table(
    head: Bilingual,
    unit: Bilingual,
    counts: Mapping[str, int],
    printer: Printer,
    language: Language,
) -> None:
    if not counts:
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1))
    table.add_column(head[language])
    table.add_column(unit[language], justify="right")
    for name, count in list(counts.items())[:_MOST]:
        table.add_row(Text(name), str(count))
    if len(counts) > _MOST:
        table.add_row(Text(texts.REST.format(count=len(counts) - _MOST)[language], "dim"), "")
    printer.console.print(table, soft_wrap=False)
