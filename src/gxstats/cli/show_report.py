"""``gxstats show``: reports drawn as the printed form, with what is wrong marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import click

from ..errors import GxstatsError
from ..text import Language
from ..verdicts.names import legible
from . import texts
from .framework import Command, Help, OneOf, Usage, argument, common_options, option
from .streams import STANDARD, deliver

if TYPE_CHECKING:
    from ..forms.report import Report
    from ..writing import Marks
    from .printing import Printer
    from .sources import Loaded

__all__ = ["command"]

_LAST_YEAR: Final = "--last-year"
_WIDTH: Final = 120
"""Columns of a drawing that is written to a file."""
_BULLET: Final = "-"


def command(language: Language) -> click.Command:
    """The command, in one language."""
    return Command(
        "show",
        language,
        Help(texts.SHOW, texts.SHOW_MORE, texts.SHOW_EXAMPLES, texts.EXIT, after=texts.EXIT_WORST),
        params=[
            argument("file", nargs=-1, required=True),
            option(
                "--format",
                "format_",
                text=texts.SHOW_FORMAT_OPTION,
                language=language,
                type=OneOf(("text", "html", "markdown")),
                default="text",
            ),
            option(
                "-o", "--output", text=texts.OUT_OPTION, language=language, metavar="OUT",
                default=STANDARD,
            ),
            option(_LAST_YEAR, text=texts.LAST_YEAR_OPTION, language=language, metavar="FILE"),
            *common_options(language),
        ],
        callback=lambda **given: _show(language, **given),
    )  # fmt: skip


def _show(
    language: Language, *, file: tuple[str, ...], format_: str, output: str, last_year: str | None
) -> int:
    from .outputs import require_apart
    from .printing import Printer, tell_written
    from .sources import load, require_following, require_one_standard_input
    from .verdict import Failure, Judged, worst

    context = click.get_current_context()
    require_one_standard_input((*file, last_year) if last_year else file, context)
    if last_year and len(file) > 1:
        raise Usage(texts.NOT_ONE_FILE.format(option=_LAST_YEAR), context)
    require_apart((*file, last_year), {"-o": output})
    before = load(last_year).report if last_year else None
    drawn: list[Marks] = []
    codes = []
    for name in file:
        try:
            judged = Judged.of(name, load(name))
        except GxstatsError as error:
            failure = Failure(name, error)
            failure.show(Printer.to_errors(), language, None)
            codes.append(failure.exit_code)
            continue
        codes.append(judged.exit_code)
        require_following(_LAST_YEAR, before, judged.loaded.report, context)
        drawn.append(_marks(judged.loaded, before))
    if drawn:
        _draw(drawn, language, format_, output)
        tell_written(output, language)
    return worst(codes)


def _marks(loaded: Loaded, before: Report | None) -> Marks:
    """The marks of a report, with all that its reading left in doubt."""
    from ..writing import Marks

    of_report = [doubt.reason for doubt in loaded.doubts if doubt.cell is None]
    return Marks.diagnosed(
        loaded.report,
        last_year=before,
        doubts={doubt.cell: doubt.reason for doubt in loaded.doubts if doubt.cell is not None},
        asides=[*of_report, *(notice.message for notice in loaded.notices)],
    )


def _draw(drawn: Sequence[Marks], language: Language, format_: str, output: str) -> None:
    from ..writing import report_markdown, report_page

    if format_ == "html":
        deliver(legible(report_page(drawn, language)).encode(), output)
    elif format_ == "markdown":
        text = "\n".join(report_markdown(one, language) for one in drawn)
        deliver(legible(text).encode(), output)
    else:
        _draw_text(drawn, language, output)


def _draw_text(drawn: Sequence[Marks], language: Language, output: str) -> None:
    import io

    from .printing import Printer

    if output == STANDARD:
        _print(drawn, language, Printer())
        return
    written = io.StringIO()
    _print(drawn, language, Printer.plain(written, _WIDTH))
    deliver(written.getvalue().encode(), output)


def _print(drawn: Sequence[Marks], language: Language, printer: Printer) -> None:
    """Each report under its title, and below it what was found."""
    from ..writing import TerminalForm, report_title
    from ..writing.found import sections
    from .verdict import VERDICT_STYLES

    for place, marks in enumerate(drawn):
        if place:
            printer.line()
        report = marks.report
        printer.line(report_title(report, language), style="bold")
        drawing = TerminalForm(report.form, report, language, marks=marks)
        printer.console.print(drawing, soft_wrap=False)
        printer.line()
        headline = marks.check.explain(language).splitlines()[0]
        printer.line(headline, style=VERDICT_STYLES[marks.check.verdict])
        for section in sections(marks, language):
            printer.line(section.title[language], style="bold")
            for said in (
                *section.before,
                *(found.said for found in section.found),
                *section.after,
            ):
                printer.finding(_BULLET, said, "")
