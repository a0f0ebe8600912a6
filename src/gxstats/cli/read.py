"""``gxstats read``: from published reports to report documents."""

from __future__ import annotations

import json

import click

from ..errors import GxstatsError
from ..forms.organ import SCOPES
from ..text import Language
from . import texts
from .framework import Command, Help, OneOf, Usage, WholeNumber, argument, common_options, option
from .streams import STANDARD, deliver, json_bytes
from .supplied import Supplied, completed, contradictions

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """The command, in one language."""
    return Command(
        "read",
        language,
        Help(
            texts.READ,
            texts.READ_MORE,
            texts.READ_EXAMPLES,
            texts.READ_EXIT,
            after=texts.READ_WORST,
        ),
        params=[
            argument("file", nargs=-1, required=True),
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
            option("--follow-links", text=texts.FOLLOW_OPTION, language=language, is_flag=True),
            *common_options(language),
        ],
        callback=lambda **given: _read(language, **given),
    )


def _read(
    language: Language,
    *,
    file: tuple[str, ...],
    out: str,
    reading: str | None,
    year: int | None,
    organ_name: str | None,
    organ_code: str | None,
    division: str | None,
    scope: str | None,
    follow_links: bool,
) -> int:
    from .folders import is_folder
    from .outputs import require_apart
    from .read_many import read_many

    supplied = [
        Supplied("--year", "year", year),
        Supplied("--organ-name", "name", organ_name),
        Supplied("--organ-code", "code", organ_code),
        Supplied("--division", "division", division),
        Supplied("--scope", "scope", scope),
    ]
    first, *more = file
    if more or is_folder(first):
        return read_many(language, file, out, reading, supplied, follow=follow_links)
    require_apart((first,), {"-o": out, "--reading": reading})
    return _read_one(language, first, out, reading, supplied)


def _read_one(
    language: Language, file: str, out: str, reading: str | None, supplied: list[Supplied]
) -> int:
    from ..wire import to_json
    from .printing import Printer, file_name
    from .sources import load
    from .verdict import HELD, OPEN, Failure

    try:
        loaded = load(file)
    except GxstatsError as error:
        failure = Failure(file, error)
        failure.show(Printer.to_errors(), language, None)
        return failure.exit_code
    if reading is not None and loaded.reading is None:
        raise Usage(texts.NO_READING, click.get_current_context())
    report = completed(loaded.report, supplied)
    deliver(json_bytes(to_json(report, indent=2).decode().rstrip("\n") + "\n"), out)
    if reading is not None and loaded.reading is not None:
        document = json.dumps(loaded.reading.to_dict(), ensure_ascii=False, indent=1)
        deliver(json_bytes(document + "\n"), reading)

    printer = Printer.to_errors()
    contradicted = list(contradictions(loaded.report, supplied))
    for contradiction in contradicted:
        printer.finding(texts.DOUBT[language], contradiction[language], "yellow", indent=0)
    for doubt in loaded.doubts:
        printer.finding(texts.DOUBT[language], doubt.explain(language), "yellow", indent=0)
    missing = loaded.missing
    for notice in missing:
        printer.finding(
            texts.TABLE_MISSING[language], notice.explain(language), "yellow", indent=0
        )
    for notice in loaded.notices:
        if notice in missing:
            continue
        printer.finding(texts.NOTICE[language], notice.explain(language), "dim", indent=0)
    for path in (out, reading):
        if path not in {None, STANDARD}:
            printer.line(texts.WRITTEN.format(name=file_name(str(path)))[language], style="dim")
    return OPEN if loaded.doubts or contradicted or missing else HELD
