"""``gxstats workbook``: the form as an Excel file that checks itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from ..forms import FORMS, Form
from ..text import Language
from . import texts
from .framework import Command, Help, OneOf, Usage, argument, common_options, option
from .streams import STANDARD, deliver

if TYPE_CHECKING:
    from ..forms.report import Report

__all__ = ["command"]

_TOTALS: Final = ("formulas", "inputs")
_LAST_YEAR: Final = "--last-year"


def command(language: Language) -> click.Command:
    """The command, in one language."""
    return Command(
        "workbook",
        language,
        Help(
            texts.WORKBOOK,
            texts.WORKBOOK_MORE.format(names=", ".join(FORMS.own)),
            texts.WORKBOOK_EXAMPLES,
            texts.WORKBOOK_EXIT,
        ),
        params=[
            argument("edition", required=True),
            option(
                "-o",
                "--output",
                text=texts.WORKBOOK_OUT_OPTION,
                language=language,
                metavar="OUT",
            ),
            option(
                "--totals",
                text=texts.TOTALS_OPTION,
                language=language,
                type=OneOf(_TOTALS),
                default=_TOTALS[0],
            ),
            option("--report", text=texts.FILL_OPTION, language=language, metavar="FILE"),
            option(
                _LAST_YEAR, text=texts.LAST_YEAR_FILL_OPTION, language=language, metavar="FILE"
            ),
            *common_options(language),
        ],
        callback=lambda **given: _workbook(language, **given),
    )


def _workbook(
    language: Language,
    *,
    edition: str,
    output: str | None,
    totals: str,
    report: str | None,
    last_year: str | None,
) -> int:
    from ..writing.workbook import Totals, form_workbook
    from .outputs import require_apart
    from .printing import tell_written
    from .show import form_named
    from .sources import require_following

    context = click.get_current_context()
    if output is None:
        raise Usage(texts.MISSING_ARGUMENT.format(found="-o"), context)
    form = form_named(edition)
    if report == last_year == STANDARD:
        raise Usage(texts.STDIN_TWICE, context)
    require_apart((report, last_year), {"-o": output})
    filled, open_here = _loaded(report, language)
    before, open_before = _loaded(last_year, language)
    _require_form(form, filled, context)
    if filled is not None:
        require_following(_LAST_YEAR, before, filled, context)
    data = form_workbook(form, filled, language, totals=Totals(totals), last_year=before)
    deliver(data, output)
    tell_written(output, language)
    return max(open_here, open_before)


def _loaded(name: str | None, language: Language) -> tuple[Report | None, int]:
    """The report in a file, and the exit code for what its reading left in doubt."""
    if name is None:
        return None, 0
    from .printing import Printer
    from .sources import load
    from .verdict import HELD, OPEN

    loaded = load(name)
    printer = Printer.to_errors()
    for doubt in loaded.doubts:
        printer.finding(texts.DOUBT[language], doubt.explain(language), "yellow", indent=0)
    return loaded.report, OPEN if loaded.doubts else HELD


def _require_form(form: Form, report: Report | None, context: click.Context) -> None:
    if report is not None and report.form is not form:
        meaning = texts.ANOTHER_FORM.format(
            option="--report", found=report.form.id, expected=form.id
        )
        raise Usage(meaning, context)
