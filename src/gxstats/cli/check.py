"""``gxstats check``: the verdict on the sums of reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any, Final, cast

import click

from ..errors import GxstatsError
from ..text import Language
from ..verdicts.formats import FORMATS
from . import texts
from .framework import Command, Help, OneOf, Usage, argument, common_options, option
from .known import Known, baseline_options
from .lines import are_lines, judged_lines
from .many import attempted
from .streams import STANDARD, JSONArray, JSONLines, StandardOutput, TextOutput, printable

if TYPE_CHECKING:
    from ..verdicts.judging import Verdict
    from .folders import Entry, Gathered
    from .many import Run
    from .printing import Printer
    from .verdict import Judged, Judgement

__all__ = ["command"]

_MOST_FINDINGS = 8
"""Findings of one kind that are shown before the rest is only counted."""

_FILE_WIDTH = 120
"""Columns of the text that goes to a file."""

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
                text=texts.CHECK_FORMAT_OPTION,
                language=language,
                type=OneOf(("text", "json", "jsonl", *FORMATS)),
                metavar="FORMAT",
                default="text",
            ),
            option(
                "-o", "--output", text=texts.OUT_OPTION, language=language, metavar="OUT",
                default=STANDARD,
            ),
            option("--follow-links", text=texts.FOLLOW_OPTION, language=language, is_flag=True),
            option("--lines", text=texts.LINES_OPTION, language=language, is_flag=True),
            option("--years", text=texts.YEARS_OPTION, language=language, is_flag=True),
            *baseline_options(language),
            option("--all", "everything", text=texts.ALL_OPTION, language=language, is_flag=True),
            option("--form", text=texts.FORM_OPTION, language=language, is_flag=True),
            *common_options(language),
        ],
        callback=lambda **given: _check(language, **given),
    )  # fmt: skip


def _check(
    language: Language,
    *,
    file: tuple[str, ...],
    format_: str,
    output: str,
    everything: bool,
    form: bool,
    lines: bool,
    follow_links: bool,
    years: bool,
    baseline: str | None,
    update_baseline: bool,
) -> int:
    from .folders import gathered, is_folder
    from .outputs import require_apart
    from .printing import tell_written
    from .sources import require_one_standard_input
    from .streams import opened

    context = click.get_current_context()
    require_one_standard_input(file, context)
    require_apart(file, {"-o": output, "--baseline": baseline})
    if format_ == "xlsx" and output == STANDARD and StandardOutput().isatty():
        raise Usage(texts.NOT_TO_TERMINAL, context)
    files = None
    lines_in = {name for name in file if lines or are_lines(name)}
    if not lines_in and (format_ in FORMATS or any(map(is_folder, file))):
        files = gathered(file, follow=follow_links)
        _require_no_report(files, output, context)
        files = files.without(output).without(baseline or STANDARD)
    most = None if everything else _MOST_FINDINGS
    known = Known(baseline, update=update_baseline, language=language)
    with opened(output) as write:
        if files is not None and format_ in FORMATS:
            code = _write_verdicts(files, known, format_, write, language, years=years)
        elif files is not None:
            judging = _Judging(_judged_of, known, _names(files, language) if years else ())
            code = _check_folders(
                language, files, judging, format_, most, write, output, form=form
            )
        else:
            judgements = _judgements(file, lines_in, known, years=years)
            if format_ in FORMATS:
                code = _write_as_they_come(judgements, format_, write, language)
            elif format_ != "text":
                code = _check_for_programs(language, judgements, _JSON[format_](write))
            else:
                printer = _printer(output, write)
                code = _check_for_people(language, judgements, most, printer, form=form)
    known.end()
    tell_written(output, language)
    return code


def _require_no_report(files: Gathered, output: str, context: click.Context) -> None:
    """Complain of output that would go to a report that stands in a folder which is read.

    What an earlier run wrote there is none.
    """
    from .hook import holds_no_report
    from .printing import file_name

    if output != STANDARD and any(
        not holds_no_report(entry.name) for entry in files.met_at(output)
    ):
        raise Usage(texts.OVERWRITES.format(name=file_name(output)), context)


def _printer(output: str, write: Callable[[bytes], object]) -> Printer:
    """What prints to standard output, or plainly to a file."""
    from .printing import Printer

    if output == STANDARD:
        return Printer()
    return Printer.plain(cast("IO[str]", TextOutput(write)), _FILE_WIDTH)


class _Judging:
    """Judges the files one after the other; where years are linked, all before the first is told."""

    def __init__(
        self,
        judge: Callable[[str], Sequence[Verdict]],
        known: Known,
        entries: Iterable[str] = (),
    ) -> None:
        """``entries`` are the files whose reports are linked by their years."""
        self._judge = judge
        self._known = known
        self._linked: dict[str, Sequence[Verdict] | GxstatsError] = {}
        found = {name: attempted(partial(judge, name)) for name in entries}
        if found:
            from ..verdicts.linking import linked

            each = [
                one for own in found.values() if not isinstance(own, GxstatsError) for one in own
            ]
            coming = iter(linked(each))
            for name, own in found.items():
                if not isinstance(own, GxstatsError):
                    own = [next(coming) for _ in own]  # noqa: PLW2901 - the same, linked
                self._linked[name] = own

    def of(self, name: str) -> Sequence[Verdict] | GxstatsError:
        """The verdicts on the reports in a file, with all that there is to say, or the fault in it."""
        found = self._linked.pop(name, None)
        if found is None:
            found = attempted(partial(self._judge, name))
        return found if isinstance(found, GxstatsError) else attempted(partial(self._whole, found))

    def _whole(self, found: Sequence[Verdict]) -> Sequence[Verdict]:
        verdicts = [self._known.judged(one) for one in found]
        for one in verdicts:
            _ = one.points  # so that a fault in one is that of its file
        return verdicts


def _write_verdicts(
    files: Gathered,
    known: Known,
    format_: str,
    write: Callable[[bytes], object],
    language: Language,
    *,
    years: bool,
) -> int:
    """All files in a format for other programs; what becomes of each decides the exit code."""
    from ..verdicts.formats import pieces
    from .many import Run

    run = Run(files, (), None, language)
    judging = _Judging(_verdicts_of, known, _names(files, language) if years else ())
    verdicts = _verdicts(run, judging)
    if format_ == "xlsx":
        from ..verdicts.xlsx import write_xlsx

        book = BytesIO()  # a workbook is an archive, which standard output cannot be gone back in
        write_xlsx(verdicts, book, language)
        write(book.getvalue())
    else:
        for piece in pieces(format_, verdicts, language):
            with run.aside():
                write(piece)
    return run.end()


def _names(files: Gathered, language: Language) -> Iterator[str]:
    """The files, with progress."""
    from .many import Run

    return (entry.name for entry in Run(files, (), None, language).entries())


def _verdicts(run: Run, judging: _Judging) -> Iterator[Verdict]:
    """The verdict on each file, those aside that no report is to be expected of."""
    from ..verdicts.judging import Failure, Judged, Skipped
    from .many import Line, sort_of

    for entry in run.entries():
        name = entry.name
        found = judging.of(name)
        verdicts = (Failure(name, found),) if isinstance(found, GxstatsError) else found
        for verdict in verdicts:
            if isinstance(verdict, Judged):
                run.tell(Line(verdict.name, sort_of(verdict), ""))
                yield verdict
            elif run.fail(entry, verdict.error):
                yield verdict
            else:
                yield Skipped(name, verdict.error)
    for name, trouble in run.files.troubles:
        yield Failure(name, trouble)


def _verdicts_of(name: str) -> Sequence[Verdict]:
    from ..verdicts.contents import MOST_BYTES
    from ..verdicts.judging import judge_all_bytes
    from .streams import contents

    return judge_all_bytes(contents(name, MOST_BYTES), name)


def _judged_of(name: str) -> Sequence[Judged]:
    from .sources import load_all
    from .verdict import Judged

    return [Judged.of(own, loaded) for own, loaded in load_all(name)]


_JSON: Final[Mapping[str, type[JSONArray | JSONLines]]] = {"json": JSONArray, "jsonl": JSONLines}


def _judgements(
    names: Sequence[str], lines_in: Collection[str], known: Known, *, years: bool
) -> Iterator[Judgement]:
    """The verdicts, one after the other; of JSON Lines none is kept, unless years are linked."""
    from .many import Broken
    from .verdict import Failure

    def judge(name: str) -> Sequence[Judgement]:
        return list(judged_lines(name)) if name in lines_in else _judged_of(name)

    judging = _Judging(judge, known, names if years else ())
    for name in names:
        if name in lines_in and not years:
            yield from map(known.judged, judged_lines(name))
            continue
        found = judging.of(name)
        if isinstance(found, Broken):
            raise found.error
        if isinstance(found, GxstatsError):
            yield Failure(name, found)
        else:
            yield from cast("Sequence[Judged]", found)


def _check_for_programs(
    language: Language, judgements: Iterable[Judgement], written: JSONArray | JSONLines
) -> int:
    from .verdict import worst

    codes = set()
    with written:
        for judgement in judgements:
            codes.add(judgement.exit_code)
            written.add(judgement.to_dict(language))
    return worst(codes)


def _write_as_they_come(
    judgements: Iterable[Judgement],
    format_: str,
    write: Callable[[bytes], object],
    language: Language,
) -> int:
    """Verdicts in a format for other programs, none of them kept."""
    from ..verdicts.formats import pieces
    from ..verdicts.xlsx import write_xlsx
    from .verdict import worst

    codes = set()

    def passing() -> Iterator[Verdict]:
        for judgement in judgements:
            codes.add(judgement.exit_code)
            yield judgement

    if format_ == "xlsx":
        book = BytesIO()
        write_xlsx(passing(), book, language)
        write(book.getvalue())
    else:
        for piece in pieces(format_, passing(), language):
            write(piece)
    return worst(codes)


def _check_for_people(
    language: Language,
    judgements: Iterable[Judgement],
    most: int | None,
    printer: Printer,
    *,
    form: bool,
) -> int:
    from .verdict import Judged, worst

    codes: Counter[int] = Counter()
    for judgement in judgements:
        if codes:
            printer.line()
        codes[judgement.exit_code] += 1
        judgement.show(printer, language, most)
        if form and isinstance(judgement, Judged):
            judgement.show_tables(printer, language)
    if codes.total() > 1:
        printer.line()
        printer.line(_summary(codes, language), style="bold")
    return worst(codes)


def _check_folders(
    language: Language,
    files: Gathered,
    judging: _Judging,
    format_: str,
    most: int | None,
    write: Callable[[bytes], object],
    output: str,
    *,
    form: bool,
) -> int:
    from .many import CHECKED, Line, Run, sort_of
    from .verdict import Failure

    def more(judged: Judged, printer: Printer) -> None:
        if most is None:
            judged.show_findings(printer, language, most)
        if form:
            judged.show_tables(printer, language)

    def each(entry: Entry, run: Run) -> Iterator[Callable[[], dict[str, Any]]]:
        """Tell of a file; what it comes to as JSON values is computed if it is asked for."""
        reports = judging.of(entry.name)
        if isinstance(reports, GxstatsError):
            error = reports
            if run.fail(entry, error):
                yield lambda: Failure(entry.name, error).to_dict(language)
            else:
                yield lambda: {"file": printable(entry.name), "skipped": error.explain(language)}
            return
        for judged in cast("Sequence[Judged]", reports):
            line = Line(judged.name, sort_of(judged), judged.in_short(language))
            run.tell(line, partial(more, judged))
            yield partial(judged.to_dict, language)

    for_people = format_ == "text"
    run = Run(files, CHECKED, _printer(output, write) if for_people else None, language)
    if for_people:
        for entry in run.entries():
            for _ in each(entry, run):
                pass
        return run.end()
    with _JSON[format_](write) as written:
        for entry in run.entries():
            for item in each(entry, run):
                made = item()
                with run.aside():
                    written.add(made)
        for name, trouble in files.troubles:
            written.add(Failure(name, trouble).to_dict(language))
    return run.end()


def _summary(counts: Counter[int], language: Language) -> str:
    parts = texts.SUMMARY_SEPARATOR[language].join(
        texts.SUMMARY_PART.format(count=counts[code], what=text)[language]
        for code, text in _EXIT_TEXTS.items()
        if counts[code]
    )
    return texts.SUMMARY.format(files=counts.total(), parts=parts)[language]
