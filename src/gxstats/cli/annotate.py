"""``gxstats annotate``: the organ's own file with comments on its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from ..text import Language
from . import texts
from .framework import Command, Help, Usage, argument, common_options, option
from .streams import STANDARD, contents, deliver

if TYPE_CHECKING:
    from ..annotating import Annotated

__all__ = ["command"]

_OUTPUT: Final = "-o"
_LAST_YEAR: Final = "--last-year"


def command(language: Language) -> click.Command:
    """The command, in one language."""
    return Command(
        "annotate",
        language,
        Help(texts.ANNOTATE, texts.ANNOTATE_MORE, texts.ANNOTATE_EXAMPLES, texts.EXIT),
        params=[
            argument("file", required=True),
            option(
                _OUTPUT,
                "--output",
                text=texts.WORKBOOK_OUT_OPTION,
                language=language,
                metavar="OUT",
            ),
            option(_LAST_YEAR, text=texts.LAST_YEAR_OPTION, language=language, metavar="FILE"),
            *common_options(language),
        ],
        callback=lambda **given: _annotate(language, **given),
    )


def _annotate(language: Language, *, file: str, output: str | None, last_year: str | None) -> int:
    from ..annotating import annotate
    from ..reading import Limits, read
    from .outputs import require_apart
    from .sources import load, require_following

    context = click.get_current_context()
    if output is None:
        raise Usage(texts.MISSING_ARGUMENT.format(found=_OUTPUT), context)
    if file == last_year == STANDARD:
        raise Usage(texts.STDIN_TWICE, context)
    require_apart((file, last_year), {_OUTPUT: output})
    data = contents(file, Limits().bytes)
    before = None if last_year is None else load(last_year).report
    if before is not None:
        require_following(_LAST_YEAR, before, read(data).report, context)
    annotated = annotate(data, language=language, last_year=before)
    deliver(annotated.data, output)
    return _told(annotated, file, output, language)


def _told(annotated: Annotated, file: str, output: str, language: Language) -> int:
    """Say on standard error what was marked; the exit code."""
    from ..writing.marks import number_text
    from .printing import Printer, file_name
    from .sources import Loaded
    from .verdict import Judged

    printer = Printer.to_errors()
    judged = Judged.of(file, Loaded(annotated.reading.report, annotated.reading))
    judged.show_headline(printer, language)
    form = annotated.reading.form
    for placed in annotated.placed:
        mark, place = placed.mark, placed.place
        told = form[mark.cell].name(language)
        if mark.new is not None:
            told += f" → {number_text(mark.new)}"
        where = texts.AT_THE_HEAD[language] if place is None else place.describe(language)
        told += texts.IN_BRACKETS.format(inner=where)[language]
        printer.finding(mark.kind.label[language], told, "red")
    printer.line(
        texts.ANNOTATED.format(count=annotated.comments, name=file_name(output))[language],
        style="dim",
    )
    return judged.exit_code
