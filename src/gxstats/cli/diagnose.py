"""``gxstats diagnose``: which cell is wrong, and what it should be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import attrs
import click

from ..errors import GxstatsError, UnknownAddress, suggest
from ..text import Bilingual, Language
from . import texts
from .framework import Command, Help, Usage, argument, common_options, format_option, option
from .streams import JSONArray, deliver, json_bytes, printable

if TYPE_CHECKING:
    from ..diagnosis import Diagnosis
    from ..forms.report import Report
    from .printing import Printer
    from .verdict import Failure, Judged

__all__ = ["command"]

_LAST_YEAR, _FIXED, _KNOWN, _REPAIR = "--last-year", "--fixed", "--known", "--repair"
_MOST_BLANKS = 5
"""Blanks that are told of, unless everything is asked for."""


def command(language: Language) -> click.Command:
    """The command, in one language."""
    return Command(
        "diagnose",
        language,
        Help(
            texts.DIAGNOSE,
            texts.DIAGNOSE_MORE,
            texts.DIAGNOSE_EXAMPLES,
            texts.EXIT,
            after=texts.EXIT_WORST,
        ),
        params=[
            argument("file", nargs=-1, required=True),
            option(_LAST_YEAR, text=texts.LAST_YEAR_OPTION, language=language, metavar="FILE"),
            option(
                _FIXED, text=texts.FIXED_OPTION, language=language, multiple=True, metavar="CELL"
            ),
            option(
                _KNOWN,
                text=texts.KNOWN_OPTION,
                language=language,
                multiple=True,
                metavar="CELL=NUMBER",
            ),
            option(_REPAIR, text=texts.REPAIR_OPTION, language=language, metavar="OUT"),
            format_option(language),
            option("--all", "everything", text=texts.ALL_OPTION, language=language, is_flag=True),
            *common_options(language),
        ],
        callback=lambda **given: _diagnose(language, **given),
    )


@attrs.frozen
class _Given:
    """What is known beside the report itself."""

    last_year: Report | None
    fixed: tuple[str, ...]
    known: dict[str, int]


def _diagnose(
    language: Language,
    *,
    file: tuple[str, ...],
    last_year: str | None,
    fixed: tuple[str, ...],
    known: tuple[str, ...],
    repair: str | None,
    format_: str,
    everything: bool,
) -> int:
    from .outputs import require_apart
    from .sources import load, require_one_standard_input
    from .verdict import Failure, worst

    require_one_standard_input(
        (*file, last_year) if last_year else file, click.get_current_context()
    )
    if len(file) > 1:
        for name, value in ((_LAST_YEAR, last_year), (_REPAIR, repair)):
            if value:
                raise _usage(texts.NOT_ONE_FILE.format(option=name))
    require_apart((*file, last_year), {_REPAIR: repair})
    given = _Given(load(last_year).report if last_year else None, fixed, _numbers(known))
    codes = []
    found = (_found(name, given) for name in file)
    if format_ == "json":
        with JSONArray() as array:
            for one in found:
                codes.append(one.exit_code)
                if repair and isinstance(one, _Found):
                    one.write(repair, language)
                array.add(one.to_dict(language))
        return worst(codes)
    from .printing import Printer

    printer = Printer()
    for one in found:
        if codes:
            printer.line()
        codes.append(one.exit_code)
        if isinstance(one, Failure):
            one.show(printer, language, None)
            continue
        if repair:  # first: whoever reads the rest may stop reading
            one.write(repair, language)
        one.show(printer, language, everything=everything)
    return worst(codes)


def _usage(meaning: Bilingual) -> Usage:
    return Usage(meaning, click.get_current_context())


def _numbers(known: Sequence[str]) -> dict[str, int]:
    """Numbers by address, from ``ADDRESS=NUMBER``."""
    found = {}
    for text in known:
        address, _, number = text.partition("=")
        if not (number.isascii() and number.isdigit() and len(number) < 13):
            raise _usage(texts.NO_NUMBER.format(option=_KNOWN, found=printable(text)))
        found[address] = int(number)
    return found


def _found(name: str, given: _Given) -> _Found | Failure:
    from ..diagnosis import diagnose
    from ..relations import PREVIOUS
    from .sources import load, require_following
    from .verdict import Failure, Judged

    try:
        judged = Judged.of(name, load(name))
    except GxstatsError as error:
        return Failure(name, error)
    report, before = judged.loaded.report, given.last_year
    require_following(_LAST_YEAR, before, report, click.get_current_context())
    for option_, addresses in ((_FIXED, given.fixed), (_KNOWN, given.known)):
        for address in addresses:
            if address not in report.form and not address.startswith(PREVIOUS):
                near = suggest(address, report.form.index)
                hint = texts.DID_YOU_MEAN.format(near=near) if near else Bilingual("", "")
                raise _usage(
                    texts.NO_CELL.format(option=option_, found=printable(address), near=hint)
                )
    try:
        diagnosis = diagnose(report, fixed=given.fixed, known=given.known, last_year=before)
    except UnknownAddress as error:
        return Failure(name, error)
    return _Found(judged, diagnosis, before)


@attrs.frozen
class _Found:
    """A report that was read, checked and diagnosed."""

    judged: Judged
    diagnosis: Diagnosis
    last_year: Report | None

    @property
    def exit_code(self) -> int:
        """As for ``gxstats check``; 1 also where a known number is not what the report says."""
        from .verdict import VIOLATED

        return VIOLATED if self.diagnosis.size else self.judged.exit_code

    def to_dict(self, language: Language) -> dict[str, Any]:  # noqa: ARG002 - a failure needs it
        """As JSON values."""
        from ..diagnosis import deduce

        return {
            **self.judged.head(),
            **self.diagnosis.to_dict(),
            "deduction": deduce(self.diagnosis.report, last_year=self.last_year).to_dict(),
            "doubts": [doubt.to_dict() for doubt in self.judged.loaded.doubts],
        }

    def show(self, printer: Printer, language: Language, *, everything: bool) -> None:
        """Print what is wrong, why, and the tables concerned."""
        from ..relations import Outcome
        from .verdict import VERDICT_STYLES

        judged, diagnosis = self.judged, self.diagnosis
        judged.show_headline(printer, language)
        explanations, why = diagnosis.sentences(
            language, None if everything else _MOST_EXPLANATIONS
        )
        for place, sentence in enumerate(explanations):
            mark = texts.DIAGNOSIS[language]
            style = VERDICT_STYLES[Outcome.VIOLATED]
            printer.finding(mark if not place else " " * _width(mark), sentence, style)
        if diagnosis.size:
            printer.finding(texts.WHY[language], why, "dim")
        if diagnosis.certain and diagnosis.size:
            count = len(diagnosis.certain)
            printer.finding(
                texts.CERTAIN[language], texts.CERTAIN_CELLS.format(count=count)[language], "green"
            )
        self._show_blanks(printer, language, everything=everything)
        judged.show_doubts(printer, language, None if everything else _MOST_BLANKS)
        self._show_tables(printer, language)

    def _show_blanks(self, printer: Printer, language: Language, *, everything: bool) -> None:
        from ..diagnosis import deduce, repair

        report = self.diagnosis.report
        if self.diagnosis.unique:
            repaired = repair(report, self.diagnosis.explanations[0])
            report = repaired.report.replace({change.cell: None for change in repaired.left})
        forced = deduce(report, last_year=self.last_year).forced
        sentences = [one.explain(language) for one in forced if one.evidence]
        most = None if everything else _MOST_BLANKS
        for sentence in sentences[:most]:
            printer.finding(texts.MISSING[language], sentence, "yellow")
        printer.rest(len(sentences), most, language)

    def _show_tables(self, printer: Printer, language: Language) -> None:
        from ..writing import TerminalForm

        form = self.judged.check.form
        concerned = {form[cell].table for cell in self.diagnosis.suspects if cell in form}
        tables = tuple(table for table in form.tables if table in concerned)
        if tables:
            printer.line()
            drawing = TerminalForm(
                form, self.diagnosis.report, language, tables, diagnosis=self.diagnosis
            )
            printer.console.print(drawing, soft_wrap=False)

    def write(self, name: str, language: Language) -> None:
        """Write the repaired report, if there is one explanation only."""
        from ..diagnosis import repair
        from ..wire import to_json
        from .printing import Printer, file_name

        printer = Printer.to_errors()
        if not self.diagnosis.unique:
            said = texts.NOT_REPAIRED.format(name=file_name(name))[language]
            printer.finding(texts.DOUBT[language], said, "yellow", indent=0)
            return
        repaired = repair(self.diagnosis.report, self.diagnosis.explanations[0])
        for change in repaired.left:
            printer.finding(texts.DOUBT[language], change.explain(language), "yellow", indent=0)
        if repaired.left and not repaired.changes:
            said = texts.NOTHING_REPAIRED.format(name=file_name(name))[language]
            printer.line(said, style="dim")
            return
        document = to_json(repaired.report, indent=2).decode().rstrip("\n")
        deliver(json_bytes(document + "\n"), name)
        printer.line(texts.WRITTEN.format(name=file_name(name))[language], style="dim")


_MOST_EXPLANATIONS = 8
"""Explanations that are written out, unless everything is asked for."""


def _width(mark: str) -> int:
    from rich.cells import cell_len

    return cell_len(mark)
