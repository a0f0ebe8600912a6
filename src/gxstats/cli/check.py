"""``gxstats check``: the verdict on the sums of reports."""

from __future__ import annotations

import json
from collections import Counter

import click

from ..errors import GxstatsError
from ..text import Language
from . import texts
from .framework import Command, Help, OneOf, argument, common_options, option
from .streams import STANDARD, deliver

__all__ = ["command"]

_MOST_FINDINGS = 8
"""Findings of one kind that are shown before the rest is only counted."""

_EXIT_TEXTS = {
    1: texts.VIOLATED_FILE,
    3: texts.OPEN_FILE,
    2: texts.UNREADABLE_FILE,
    0: texts.HELD_FILE,
}


def command(language: Language) -> click.Command:
    """The command, in one language."""
    return Command(
        "check",
        language,
        Help(
            texts.CHECK, texts.CHECK_MORE, texts.CHECK_EXAMPLES, texts.EXIT, after=texts.EXIT_WORST
        ),
        params=[
            argument("file", nargs=-1, required=True),
            option(
                "--format",
                "format_",
                text=texts.FORMAT_OPTION,
                language=language,
                type=OneOf(("text", "json")),
                default="text",
            ),
            option("--all", "everything", text=texts.ALL_OPTION, language=language, is_flag=True),
            option("--form", text=texts.FORM_OPTION, language=language, is_flag=True),
            *common_options(language),
        ],
        callback=lambda **given: _check(language, **given),
    )


def _check(
    language: Language, *, file: tuple[str, ...], format_: str, everything: bool, form: bool
) -> int:
    from .printing import Printer
    from .sources import load, require_one_standard_input
    from .verdict import Failure, Judged, Judgement, worst

    require_one_standard_input(file, click.get_current_context())
    codes: list[int] = []
    documents = []
    printer = Printer()
    for name in file:
        judgement: Judgement
        try:
            judgement = Judged.of(name, load(name))
        except GxstatsError as error:
            judgement = Failure(name, error)
        codes.append(judgement.exit_code)
        if format_ == "json":
            documents.append(judgement.to_dict(language))
            continue
        if len(codes) > 1:
            printer.line()
        judgement.show(printer, language, None if everything else _MOST_FINDINGS)
        if form and isinstance(judgement, Judged):
            judgement.show_tables(printer, language)
    if format_ == "json":
        deliver(json.dumps(documents, ensure_ascii=False, indent=1).encode() + b"\n", STANDARD)
    elif len(codes) > 1:
        printer.line()
        printer.line(_summary(codes, language), style="bold")
    return worst(codes)


def _summary(codes: list[int], language: Language) -> str:
    counts = Counter(codes)
    parts = texts.SUMMARY_SEPARATOR[language].join(
        texts.SUMMARY_PART.format(count=counts[code], what=text)[language]
        for code, text in _EXIT_TEXTS.items()
        if counts[code]
    )
    return texts.SUMMARY.format(files=len(codes), parts=parts)[language]
