"""``gxstats show``: reports drawn as the printed form, with what is wrong marked in it."""

from __future__ import annotations

import click

from ..text import Language
from . import texts
from .framework import Command, Help, OneOf, argument, common_options, option
from .streams import STANDARD, deliver

__all__ = ["command"]


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
                type=OneOf(("text", "html")),
                default="text",
            ),
            option(
                "-o", "--output", text=texts.OUT_OPTION, language=language, metavar="OUT",
                default=STANDARD,
            ),
            *common_options(language),
        ],
        callback=lambda **given: _show(language, **given),
    )  # fmt: skip


def _show(language: Language, *, file: tuple[str, ...], format_: str, output: str) -> int:
    import io
    import sys

    from rich.console import Console

    from ..errors import GxstatsError
    from ..writing import Marks, TerminalForm, report_page
    from .printing import Printer
    from .sources import load, require_one_standard_input
    from .verdict import Failure, Judged, worst

    require_one_standard_input(file, click.get_current_context())
    drawn: list[Marks] = []
    codes = []
    for name in file:
        try:
            judged = Judged.of(name, load(name))
        except GxstatsError as error:
            failure = Failure(name, error)
            failure.show(Printer(sys.stderr), language, None)
            codes.append(failure.exit_code)
            continue
        codes.append(judged.exit_code)
        doubts = {
            doubt.cell: doubt.message for doubt in judged.loaded.doubts if doubt.cell is not None
        }
        drawn.append(Marks.diagnosed(judged.loaded.report, doubts=doubts))
    if not drawn:
        return worst(codes)
    if format_ == "html":
        deliver(report_page(drawn, language).encode(), output)
        return worst(codes)
    printer = Printer() if output == STANDARD else None
    written = io.StringIO()
    console = printer.console if printer else Console(file=written, width=120, no_color=True)
    for marks in drawn:
        form, report = marks.report.form, marks.report
        drawing = TerminalForm(form, report, language, diagnosis=marks.diagnosis)
        console.print(f"{report.organ.name or ''} {report.year or ''}".strip(), markup=False)
        console.print(drawing, soft_wrap=False)
    if printer is None:
        deliver(written.getvalue().encode(), output)
    return worst(codes)
