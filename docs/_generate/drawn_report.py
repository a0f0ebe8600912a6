"""The bundled report with a slip, drawn: what ``gxstats show`` makes of it."""

from __future__ import annotations

from gxstats import examples, read
from gxstats.text import Language
from gxstats.writing import Marks, report_fragment

__all__ = ["drawn_report"]

_SLIP = {"/requests/outcomes/granted/natural_person": 34}


def drawn_report(language: Language) -> str:
    """The report as a part of the page, in one block that Markdown leaves as it is."""
    report = read(examples.path(examples.names()[0])).report
    drawn = report_fragment(Marks.diagnosed(report.replace(_SLIP)), language)
    return "\n".join(line for line in drawn.splitlines() if line.strip())
