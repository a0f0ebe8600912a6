"""``gxstats validate``: report documents against the strict rules and the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..errors import GxstatsError, Problem
from ..text import Language
from . import texts
from .framework import Command, Help, argument, common_options

if TYPE_CHECKING:
    from .printing import Printer

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """The command, in one language."""
    return Command(
        "validate",
        language,
        Help(texts.VALIDATE, examples=texts.VALIDATE_EXAMPLES, exit_codes=texts.VALIDATE_EXIT),
        params=[argument("file", nargs=-1, required=True), *common_options(language)],
        callback=lambda **given: _validate(language, **given),
    )


def _validate(language: Language, *, file: tuple[str, ...]) -> int:
    from ..wire import JSONLimits
    from ..wire.validation import validate
    from .outputs import require_apart
    from .printing import Printer, shown_name
    from .sources import require_one_standard_input
    from .streams import contents
    from .verdict import HELD, UNREADABLE

    require_one_standard_input(file, click.get_current_context())
    require_apart(file, {})
    printer = Printer()
    code = HELD
    for place, name in enumerate(file):
        if place:
            printer.line()
        printer.line(shown_name(name, language), style="bold")
        try:
            problems = validate(contents(name, JSONLimits().bytes))
        except GxstatsError as error:
            printer.finding(texts.UNREADABLE[language], error.explain(language), "red", indent=0)
            code = UNREADABLE
            continue
        if not problems:
            printer.finding(
                texts.VALID[language], texts.VALID_REPORT[language], "bold green", indent=0
            )
            continue
        code = UNREADABLE
        _show(printer, problems, language)
    return code


def _show(printer: Printer, problems: tuple[Problem, ...], language: Language) -> None:
    printer.problems(problems, language)
    if any(problem.code == "document.syntax" for problem in problems):
        printer.finding(texts.HINT[language], texts.NOT_JSON[language], "cyan")
