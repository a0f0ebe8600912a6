"""``gxstats validate``: report documents against the strict rules and the schema."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

import click

from ..errors import GxstatsError, Problem
from ..text import Language
from . import texts
from .framework import Command, Help, OneOf, argument, common_options, option
from .lines import are_lines, lines_of

if TYPE_CHECKING:
    from .printing import Printer

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """The command, in one language."""
    return Command(
        "validate",
        language,
        Help(texts.VALIDATE, examples=texts.VALIDATE_EXAMPLES, exit_codes=texts.VALIDATE_EXIT),
        params=[
            argument("file", nargs=-1, required=True),
            option(
                "--format",
                "format_",
                text=texts.VALIDATE_FORMAT_OPTION,
                language=language,
                type=OneOf(("text", "jsonl")),
                metavar="FORMAT",
                default="text",
            ),
            option("--lines", text=texts.LINES_OPTION, language=language, is_flag=True),
            *common_options(language),
        ],
        callback=lambda **given: _validate(language, **given),
    )


def _validate(language: Language, *, file: tuple[str, ...], format_: str, lines: bool) -> int:
    from .outputs import require_apart
    from .sources import require_one_standard_input

    require_one_standard_input(file, click.get_current_context())
    require_apart(file, {})
    looked_at = _looked_at(file, {name for name in file if lines or are_lines(name)})
    show = _show_for_people if format_ == "text" else _show_for_programs
    return show(looked_at, language)


_Looked: TypeAlias = tuple[str, "tuple[Problem, ...] | GxstatsError"]
"""A document by its name, with all that is wrong with it, or why it cannot be looked at."""


def _looked_at(names: Iterable[str], lines_in: Collection[str]) -> Iterator[_Looked]:
    from ..wire import JSONLimits
    from ..wire.validation import validate
    from .streams import contents

    for name in names:
        try:
            if name in lines_in:
                for own, data in lines_of(name):
                    yield own, validate(data)
            else:
                yield name, validate(contents(name, JSONLimits().bytes))
        except GxstatsError as error:
            yield name, error


def _show_for_people(looked_at: Iterable[_Looked], language: Language) -> int:
    from .printing import Printer, shown_name
    from .verdict import HELD, UNREADABLE

    printer = Printer()
    code = HELD
    for place, (name, found) in enumerate(looked_at):
        if place:
            printer.line()
        printer.line(shown_name(name, language), style="bold")
        if isinstance(found, GxstatsError):
            printer.finding(texts.UNREADABLE[language], found.explain(language), "red", indent=0)
            code = UNREADABLE
        elif found:
            _show(printer, found, language)
            code = UNREADABLE
        else:
            printer.finding(
                texts.VALID[language], texts.VALID_REPORT[language], "bold green", indent=0
            )
    return code


def _show_for_programs(looked_at: Iterable[_Looked], language: Language) -> int:
    from ..errors import InvalidDocument
    from .streams import JSONLines, printable
    from .verdict import HELD, UNREADABLE, Failure

    code = HELD
    with JSONLines() as written:
        for name, found in looked_at:
            if found:
                error = found if isinstance(found, GxstatsError) else InvalidDocument(found)
                written.add({"valid": False, **Failure(name, error).to_dict(language)})
                code = UNREADABLE
            else:
                written.add({"valid": True, "file": printable(name)})
    return code


def _show(printer: Printer, problems: tuple[Problem, ...], language: Language) -> None:
    printer.problems(problems, language)
    if any(problem.code == "document.syntax" for problem in problems):
        printer.finding(texts.HINT[language], texts.NOT_JSON[language], "cyan")
