"""``gxstats check``: the verdict on the sums of reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from ..errors import GxstatsError
from ..text import Language
from . import texts
from .framework import Command, Help, argument, common_options, format_option, option
from .streams import JSONArray, printable

if TYPE_CHECKING:
    from .folders import Entry
    from .verdict import Judgement

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
            format_option(language),
            option("--all", "everything", text=texts.ALL_OPTION, language=language, is_flag=True),
            option("--form", text=texts.FORM_OPTION, language=language, is_flag=True),
            *common_options(language),
        ],
        callback=lambda **given: _check(language, **given),
    )


def _check(
    language: Language, *, file: tuple[str, ...], format_: str, everything: bool, form: bool
) -> int:
    from .folders import is_folder
    from .sources import require_one_standard_input

    require_one_standard_input(file, click.get_current_context())
    most = None if everything else _MOST_FINDINGS
    if any(map(is_folder, file)):
        return _check_folders(language, file, format_, most, form=form)
    if format_ == "json":
        return _check_for_programs(language, file)
    return _check_for_people(language, file, most, form=form)


def _judged(name: str) -> Judgement:
    from .sources import load
    from .verdict import Failure, Judged

    try:
        return Judged.of(name, load(name))
    except GxstatsError as error:
        return Failure(name, error)


def _check_for_programs(language: Language, file: tuple[str, ...]) -> int:
    from .verdict import worst

    codes = []
    with JSONArray() as array:
        for judgement in map(_judged, file):
            codes.append(judgement.exit_code)
            array.add(judgement.to_dict(language))
    return worst(codes)


def _check_for_people(
    language: Language, file: tuple[str, ...], most: int | None, *, form: bool
) -> int:
    from .printing import Printer
    from .verdict import Judged, worst

    codes: list[int] = []
    printer = Printer()
    for judgement in map(_judged, file):
        if codes:
            printer.line()
        codes.append(judgement.exit_code)
        judgement.show(printer, language, most)
        if form and isinstance(judgement, Judged):
            judgement.show_tables(printer, language)
    if len(codes) > 1:
        printer.line()
        printer.line(_summary(codes, language), style="bold")
    return worst(codes)


def _check_folders(
    language: Language,
    file: tuple[str, ...],
    format_: str,
    most: int | None,
    *,
    form: bool,
) -> int:
    from .folders import gathered
    from .many import Line, Run, Sort, attempted
    from .printing import Printer
    from .sources import load
    from .verdict import HELD, OPEN, VIOLATED, Failure, Judged

    violated = Sort(texts.VIOLATED, texts.VIOLATED_FILE, "red", VIOLATED)
    doubted = Sort(texts.DOUBT, texts.DOUBTED_FILE, "yellow", OPEN)
    undecided = Sort(texts.UNDECIDED, texts.UNDECIDED_FILE, "yellow", OPEN)
    held = Sort(texts.HELD, texts.HELD_FILE, "green", HELD)

    def sort_of(judged: Judged) -> Sort:
        if judged.exit_code == OPEN:
            return doubted if judged.loaded.doubts else undecided
        return held if judged.exit_code == HELD else violated

    def more(judged: Judged, printer: Printer) -> None:
        if most is None:
            judged.show_findings(printer, language, most)
        if form:
            judged.show_tables(printer, language)

    def one(entry: Entry, run: Run) -> Callable[[], dict[str, Any]]:
        """Tell of a file; what it comes to as JSON values is computed if it is asked for."""
        judged = attempted(lambda: Judged.of(entry.name, load(entry.name)))
        if isinstance(judged, Judged):
            line = Line(entry.name, sort_of(judged), judged.in_short(language))
            run.tell(line, lambda printer: more(judged, printer))
            return lambda: judged.to_dict(language)
        if run.fail(entry, judged):
            return lambda: Failure(entry.name, judged).to_dict(language)
        return lambda: {"file": printable(entry.name), "skipped": judged.explain(language)}

    for_people = format_ == "text"
    files = gathered(file)
    sorts = (violated, doubted, undecided, held)
    run = Run(files, sorts, Printer() if for_people else None, language)
    if for_people:
        for entry in run.entries():
            one(entry, run)
        return run.end()
    with JSONArray() as array:
        for entry in run.entries():
            item = one(entry, run)()
            with run.aside():
                array.add(item)
        for name, trouble in files.troubles:
            array.add(Failure(name, trouble).to_dict(language))
    return run.end()


def _summary(codes: list[int], language: Language) -> str:
    counts = Counter(codes)
    parts = texts.SUMMARY_SEPARATOR[language].join(
        texts.SUMMARY_PART.format(count=counts[code], what=text)[language]
        for code, text in _EXIT_TEXTS.items()
        if counts[code]
    )
    return texts.SUMMARY.format(files=len(codes), parts=parts)[language]
