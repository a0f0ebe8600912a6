"""Every command line that writes a file, with the file that it reads."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from gxstats import DisputeResults, to_json

from .simple_reports import zeros

__all__ = ["OTHER_SOURCES", "WRITING", "arguments", "make_sources", "options_that_write"]

_FORMATS: Final = ("text", "json", "sarif", "github", "junit", "csv", "html", "xlsx")
WRITING: Final[dict[str, tuple[str, ...]]] = {
    **{f"check {name}": ("check", "SOURCE", "--format", name, "-o", "OUT") for name in _FORMATS},
    **{
        f"show {name}": ("show", "SOURCE", "--format", name, "-o", "OUT")
        for name in ("text", "html", "markdown")
    },
    "read": ("read", "SOURCE", "-o", "OUT"),
    "read reading": ("read", "PAGE", "-o", os.devnull, "--reading", "OUT"),
    "annotate": ("annotate", "PAGE", "-o", "OUT"),
    "diagnose": ("diagnose", "SOURCE", "--repair", "OUT"),
    "diagnose json": ("diagnose", "SOURCE", "--format", "json", "--repair", "OUT"),
    "workbook": ("workbook", "2021", "--report", "SOURCE", "-o", "OUT"),
    "page": ("page", "2021", "-o", "OUT"),
}
"""By what they are called. ``SOURCE``, ``PAGE`` and ``OUT`` stand for names of files: a report as a
document, which is quickly read, or as a page where that is needed."""

OTHER_SOURCES: Final[dict[str, tuple[str, ...]]] = {
    "show last year": ("show", "SOURCE", "--last-year", "BEFORE", "-o", "OUT"),
    "annotate last year": ("annotate", "PAGE", "--last-year", "BEFORE", "-o", "OUT"),
    "diagnose last year": ("diagnose", "SOURCE", "--last-year", "BEFORE", "--repair", "OUT"),
    "workbook last year": ("workbook", "2021", "--last-year", "BEFORE", "-o", "OUT"),
}
"""Command lines that read another file beside, or instead."""


def options_that_write() -> set[tuple[str, str]]:
    """Every option of every command that names a file to be written."""
    from gxstats.cli.application import application

    return {
        (name, one.opts[0])
        for name, command in application("en").commands.items()
        for one in command.params
        if one.metavar == "OUT"
    }


def make_sources(folder: Path) -> dict[str, Path]:
    """A report with one wrong total, as a document and as a page; and the report before it."""
    from gxstats.writing import Marks, report_page

    row = DisputeResults(upheld=10, corrected=1, other=0, pending=0, total=0)
    report = zeros(requests__received__total=3).replace({"/disputes/reconsideration": row})
    made = {"PAGE": "report.html", "SOURCE": "report.json", "BEFORE": "2022.json"}
    paths = {name: folder / file for name, file in made.items()}
    paths["PAGE"].write_bytes(report_page(Marks.of(report)).encode())
    paths["SOURCE"].write_bytes(to_json(report))
    paths["BEFORE"].write_bytes(to_json(zeros(year=2022)))
    return paths


def arguments(command: tuple[str, ...], **names: object) -> list[str]:
    """The words of a command line, with these files."""
    return [str(names.get(word, word)) for word in command]
