"""``gxstats hook``: files that are to be committed; only what is wrong in them stops that."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

import click

from ..errors import GxstatsError, InvalidDocument
from ..text import Language
from . import texts
from .framework import Command, Help, OneOf, argument, common_options, option
from .known import Known, baseline_options

if TYPE_CHECKING:
    from .verdict import Judged, Judgement

__all__ = ["FAIL_ON", "command", "holds_no_report"]

FAIL_ON: Final = {"undecided": 3, "violated": 1, "unreadable": 2}
"""What may be the least that stops a commit, with its exit code."""

_MOST_FINDINGS = 8
_NOT_WORKED_ON: Final = frozenset({"read.container", "read.packed"})
"""Codes of kinds of files that are not read: nothing that is worked on."""


def command(language: Language) -> click.Command:
    """The command, in one language."""
    return Command(
        "hook",
        language,
        Help(texts.HOOK, texts.HOOK_MORE, texts.HOOK_EXAMPLES, texts.EXIT, texts.HOOK_EXIT_MORE),
        params=[
            argument("file", nargs=-1, required=True),
            option(
                "--fail-on",
                text=texts.FAIL_ON_OPTION,
                language=language,
                type=OneOf(tuple(FAIL_ON)),
                default="violated",
            ),
            *baseline_options(language),
            option("--all", "everything", text=texts.ALL_OPTION, language=language, is_flag=True),
            *common_options(language),
        ],
        callback=lambda **given: _hook(language, **given),
    )


def _hook(
    language: Language,
    *,
    file: tuple[str, ...],
    fail_on: str,
    everything: bool,
    baseline: str | None,
    update_baseline: bool,
) -> int:
    from .many import attempted
    from .outputs import require_apart
    from .printing import Printer
    from .verdict import Failure, worst

    require_apart(file, {"--baseline": baseline})
    known = Known(baseline, update=update_baseline, language=language)
    most = None if everything else _MOST_FINDINGS
    printer = Printer()
    codes: list[int] = []
    others = 0
    for name in file:
        judged = attempted(partial(_judged, name))
        if not judged:
            others += 1
            continue
        judgements: Sequence[Judgement] = (
            [Failure(name, judged)]
            if isinstance(judged, GxstatsError)
            else [known.judged(one) for one in judged]
        )
        for judgement in judgements:
            codes.append(judgement.exit_code)
            if _fails(judgement.exit_code, fail_on):
                judgement.show(printer, language, most)
                printer.line()
    counts = texts.HOOK_COUNTS.format(reports=len(codes), others=others)
    printer.line(counts[language], style="bold")
    known.end()
    code = worst(codes)
    return code if _fails(code, fail_on) else 0


def _fails(code: int, fail_on: str) -> bool:
    from .verdict import HELD, worst

    return code != HELD and worst([FAIL_ON[fail_on], code]) == code


def holds_no_report(name: str) -> bool:
    """Whether there is certainly no report in a file."""
    from .many import attempted

    return attempted(partial(_judged, name)) == []


def _judged(name: str) -> list[Judged]:
    """The verdicts on the reports in a file; none if there is no report in it.

    Raises what :func:`~gxstats.cli.sources.load` raises of a file that may hold one.
    """
    from ..reading import Unreadable
    from ..reading.unreadable import NO_REPORT_CODES
    from .sources import load_all
    from .verdict import Judged

    try:
        return [Judged.of(own, loaded) for own, loaded in load_all(name)]
    except Unreadable as error:
        if error.code in NO_REPORT_CODES | _NOT_WORKED_ON:  # a damaged file might hold one
            return []
        raise
    except InvalidDocument as error:
        if _is_other_json(name, error):
            return []
        raise


def _is_other_json(name: str, error: InvalidDocument) -> bool:
    """Whether a JSON file is none that was meant to be a report document, right or wrong."""
    from ..batch.failures import is_no_report
    from ..forms import FORMS
    from ..wire import JSONLimits
    from .streams import STANDARD, contents

    if any(problem.code.startswith("document.") for problem in error.problems):
        # Nothing in it has been looked at. Without its zero bytes, UTF-16 is read like ASCII.
        known = b"" if name == STANDARD else contents(name, JSONLimits().bytes)
        return name != STANDARD and b'"edition"' not in known.replace(b"\0", b"")
    missing = {problem.address for problem in error.problems if problem.code == "key.missing"}
    tables = {f"/{table}" for form in FORMS.values() for table in form.parts}
    return is_no_report(name, error) or tables <= missing
