"""What a drawing shows as the source has it: the facts beside the title, and prints of cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from ..forms.narrative import SECTION, Narrative
from ..forms.report import Report
from ..notes import COLON, FACTS, FACTS_APART, SCOPE_NAMES
from ..text import Bilingual, Language
from . import texts

__all__ = ["facts_line", "prints_of", "sections_of"]

_BEFORE_TABLES: Final = ("overview",)


def facts_line(report: Report, language: Language) -> str:
    """The form, what the title cannot tell, and codes and scope: one line, read back by its labels.

    >>> from gxstats import form
    >>> form_2021 = form("2021")
    >>> facts_line(form_2021.report({}, year=None, organ="某局"), "zh")
    '未印年份 · 表样：2021 年版 · 机关名称：某局 · 依据：国办公开办函〔2021〕30号'
    """
    from ..reading.circumstances import title_of

    organ = report.organ
    missing = [] if organ.name else [texts.ORGAN_UNKNOWN[language]]
    missing += [] if report.year else [texts.YEAR_UNKNOWN[language]]
    title = texts.report_title(report, language)
    untold = title_of(title) != (report.year, organ.name or "")
    facts: dict[str, str | int | None] = {
        "form": report.form.title[language],
        "year": report.year if untold else None,
        "code": organ.code,
        "division": organ.division,
        "scope": SCOPE_NAMES[organ.scope][language] if organ.scope else None,
        "name": organ.name if untold else None,
        "notice": report.form.notice,
    }
    said = [
        f"{FACTS[fact][language]}{COLON[language]}{value}"
        for fact, value in facts.items()
        if value
    ]
    return FACTS_APART.join([*missing, *said])


def prints_of(report: Report) -> Mapping[str, str]:
    """What the source printed in a cell, by address, where that says what the cell holds.

    A remark that does not read as the cell's value is no print that could stand for it.
    """
    from ..reading.limits import Limits
    from ..reading.numbers import figure

    found: dict[str, str] = {}
    for remark in report.remarks:
        cell = report.form[remark.cell]
        read = figure(remark.printed, cell.kind, cell.unit.zh, Limits())
        if not read.fault and read.value == report[remark.cell] and remark.printed.strip():
            found[remark.cell] = remark.printed
    return found


def sections_of(
    narrative: Narrative, *, before_tables: bool
) -> Iterator[tuple[Bilingual, str | None]]:
    """The sections of text before or after the tables: each heading, and its text."""
    for field in attrs.fields(Narrative):
        if (field.name in _BEFORE_TABLES) == before_tables:
            yield field.metadata[SECTION], getattr(narrative, field.name)
