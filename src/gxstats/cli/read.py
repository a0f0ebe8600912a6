"""``gxstats read``: from a published report to a report document."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import attrs
import click

from ..errors import GxstatsError
from ..organ import SCOPES
from ..report import Report
from ..text import Bilingual, Language
from . import texts
from .framework import Command, Help, OneOf, Usage, WholeNumber, argument, common_options, option
from .streams import STANDARD, deliver, printable

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """The command, in one language."""
    return Command(
        "read",
        language,
        Help(texts.READ, texts.READ_MORE, texts.READ_EXAMPLES, texts.READ_EXIT),
        params=[
            argument("file", required=True),
            option(
                "-o",
                "--output",
                "out",
                text=texts.OUT_OPTION,
                language=language,
                metavar="OUT",
                default=STANDARD,
            ),
            option("--reading", text=texts.READING_OPTION, language=language, metavar="OUT"),
            option(
                "--year",
                text=texts.YEAR_OPTION,
                language=language,
                type=WholeNumber(),
                metavar="YEAR",
            ),
            option("--organ-name", text=texts.NAME_OPTION, language=language, metavar="NAME"),
            option("--organ-code", text=texts.CODE_OPTION, language=language, metavar="CODE"),
            option("--division", text=texts.DIVISION_OPTION, language=language, metavar="CODE"),
            option("--scope", text=texts.SCOPE_OPTION, language=language, type=OneOf(SCOPES)),
            *common_options(language),
        ],
        callback=lambda **given: _read(language, **given),
    )


def _read(
    language: Language,
    *,
    file: str,
    out: str,
    reading: str | None,
    year: int | None,
    organ_name: str | None,
    organ_code: str | None,
    division: str | None,
    scope: str | None,
) -> int:
    from ..wire import to_json
    from .printing import Printer
    from .sources import load
    from .verdict import HELD, OPEN, Failure

    try:
        loaded = load(file)
    except GxstatsError as error:
        failure = Failure(file, error)
        failure.show(Printer(sys.stderr), language, None)
        return failure.exit_code
    if reading is not None and loaded.reading is None:
        raise Usage(texts.NO_READING, click.get_current_context())
    supplied = [
        _Supplied("--year", "year", year),
        _Supplied("--organ-name", "name", organ_name),
        _Supplied("--organ-code", "code", organ_code),
        _Supplied("--division", "division", division),
        _Supplied("--scope", "scope", scope),
    ]
    report = _completed(loaded.report, supplied)
    deliver(to_json(report, indent=2).rstrip(b"\n") + b"\n", out)
    if reading is not None and loaded.reading is not None:
        document = json.dumps(loaded.reading.to_dict(), ensure_ascii=False, indent=1)
        deliver(document.encode() + b"\n", reading)

    printer = Printer(sys.stderr)
    contradictions = list(_contradictions(loaded.report, supplied))
    for contradiction in contradictions:
        printer.finding(texts.DOUBT[language], contradiction[language], "yellow", indent=0)
    for doubt in loaded.doubts:
        printer.finding(texts.DOUBT[language], doubt.explain(language), "yellow", indent=0)
    for notice in loaded.notices:
        printer.finding(texts.NOTICE[language], notice.explain(language), "dim", indent=0)
    for path in (out, reading):
        if path not in {None, STANDARD}:
            printer.line(texts.WRITTEN.format(name=printable(str(path)))[language], style="dim")
    return OPEN if loaded.doubts or contradictions else HELD


@attrs.frozen
class _Supplied:
    """A fact about the report that was given on the command line."""

    option: str
    field: str
    value: int | str | None

    def printed(self, report: Report) -> object:
        """What the page says of it."""
        return getattr(report if self.field == "year" else report.organ, self.field)


def _completed(report: Report, supplied: list[_Supplied]) -> Report:
    """The report with what the page does not print."""
    missing: dict[str, Any] = {
        fact.field: fact.value
        for fact in supplied
        if fact.value is not None and fact.printed(report) is None
    }
    year = missing.pop("year", report.year)
    changed: dict[str, Any] = {"year": year, "organ": attrs.evolve(report.organ, **missing)}
    return attrs.evolve(report, **changed)


def _contradictions(report: Report, supplied: list[_Supplied]) -> Iterator[Bilingual]:
    for fact in supplied:
        printed = fact.printed(report)
        if fact.value is not None and printed not in {None, fact.value}:
            yield texts.CONTRADICTION.format(printed=printed, option=fact.option, given=fact.value)
