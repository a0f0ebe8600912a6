"""How what gxstats writes into a page is told from what was published, and how it names facts."""

from __future__ import annotations

from typing import Final

from .text import Bilingual

__all__ = [
    "BLANK_SIGN",
    "CELLS_SHEET",
    "COLON",
    "FACTS",
    "FACTS_APART",
    "FOUND",
    "HEADS_APART",
    "NOTES",
    "NOTES_LINK",
    "NOTE_NUMBER",
    "REPORT_TITLE",
    "SCOPE_NAMES",
    "TEXT",
    "VERDICTS",
    "WORKINGS_SHEET",
]

VERDICTS: Final = "gxstats check"
"""What a page of verdicts says that it was made by: the forms drawn in it are no reports."""
NOTES: Final = "gxstats-notes"
"""Class of an ``<aside>`` that is no part of the report: :mod:`gxstats.reading` passes over it."""

TEXT: Final = "gxstats-text"
"""Class of a ``<p>`` whose style shows every space of it."""

BLANK_SIGN: Final = "·"
"""What a drawing shows in a blank cell."""
FOUND: Final = Bilingual("校验结果", "Findings")
"""The heading of what was found."""

NOTES_LINK: Final = "gxstats"
"""In Markdown: the place that our notes link to. A link to it is no part of the report, nor is
anything from that place on."""

NOTE_NUMBER: Final = "'['attr(data-note)']'"
"""What the style of our marks writes after a number: no reader takes it for digits of it."""

FACTS: Final = {
    "form": Bilingual("表样", "Form"),
    "year": Bilingual("年度", "Fiscal year"),
    "code": Bilingual("统一社会信用代码", "Unified social credit code"),
    "division": Bilingual("行政区划代码", "Division code"),
    "scope": Bilingual("统计范围", "Figures of"),
    "name": Bilingual("机关名称", "Organ"),
    "notice": Bilingual("依据", "Notice"),
}
"""What our drawings print of a report beside its title. It begins with the form and ends with its
notice: no published report names them so, and what is between is therefore ours to read. The name
comes last: it may hold anything, the label of another fact too."""
COLON: Final = Bilingual("：", ": ")
FACTS_APART: Final = " · "
HEADS_APART: Final = "　"
"""Stands in Markdown between the heads that stand above one another over a column."""
REPORT_TITLE: Final = Bilingual(
    "政府信息公开工作年度报告", "Annual report on open government information"
)
"""How a report is headed, after its organ and year."""
SCOPE_NAMES: Final = {
    "organ": Bilingual("本机关", "the organ itself"),
    "region": Bilingual("全行政区域", "the whole region"),
}

CELLS_SHEET: Final = Bilingual("单元格", "Cells")
WORKINGS_SHEET: Final = Bilingual("计算", "Workings")
"""Hidden sheets of our own workbooks: what they hold was computed from the form beside them."""
