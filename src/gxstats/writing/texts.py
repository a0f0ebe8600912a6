"""The words of a drawing that are neither the form's nor a finding's, in both languages."""

from __future__ import annotations

from typing import Final

from ..forms.report import Report, require_report
from ..notes import REPORT_TITLE
from ..text import Bilingual, Language

__all__ = ["report_title"]  # and the texts, as texts.NAME

TITLE_OF: Final = Bilingual("{organ}{year}{title}", "{organ}{title}{year}")
OF_YEAR: Final = Bilingual("{year}年", ", {year}")
OF_ORGAN: Final = Bilingual("{organ}", "{organ}: ")
REPORTS: Final = Bilingual("{count} 份报告", "{count} reports")
NO_REPORTS: Final = Bilingual("没有报告。", "There is no report.")
CONTENTS: Final = Bilingual("目录", "Contents")

ORGAN_UNKNOWN: Final = Bilingual("未印机关名称", "organ not printed")
YEAR_UNKNOWN: Final = Bilingual("未印年份", "year not printed")
SKIP_TO_TABLES: Final = Bilingual("跳到表格", "Skip to the tables")
SKIP_TO_FOUND: Final = Bilingual("跳到校验结果", "Skip to the findings")
NOTHING: Final = Bilingual("没有需要指出的地方。", "There is nothing to point out.")
LEGEND: Final = Bilingual("图例", "Legend")
LEGEND_ITEMS: Final = Bilingual("　", "   ")
LEGEND_ITEM: Final = Bilingual("{sign} {label}", "{sign} {label}")
LEGEND_CHANGE: Final = Bilingual("原数→应为", "what stands there→what it should be")
DIAGNOSIS: Final = Bilingual("哪一格有误", "Which cell is wrong")
VIOLATED: Final = Bilingual("不符的勾稽关系", "Cross-checks that fail")
DOUBTS: Final = Bilingual("原件不清之处", "In doubt in the source")
DEDUCED: Final = Bilingual("空白处应为何数", "What the blanks must hold")
HINTS: Final = Bilingual("提示（不算错误）", "Hints (no errors)")
REMARKS: Final = Bilingual("原件格中所印", "As printed in the source")
ASIDES: Final = Bilingual("其他", "Other")

CELLS: Final = Bilingual("涉及：", "Cells: ")
BETWEEN_CELLS: Final = Bilingual("、", ", ")
ZERO_BLANKS: Final = Bilingual(
    "另有 {count} 格空白只能是 0。", "The blanks that can only be 0: {count}."
)
NAMED: Final = Bilingual("{name}：{said}", "{name}: {said}")

SPOKEN: Final = Bilingual("{label}：", "{label}: ")
"""Said to those who do not see a sign, before the number."""
SPOKEN_SHOULD_BE: Final = Bilingual("有误，应为 ", "wrong, should be ")
SPOKEN_OPEN: Final = Bilingual("有误，应为何数未定", "wrong; what it should be is open")
SPOKEN_DEDUCED: Final = Bilingual("空白，应为 ", "blank, must be ")


def report_title(report: Report, language: Language, organ: str | None = None) -> str:
    """How a report is headed: by its organ and its year, as far as they are known.

    ``organ`` stands for the organ's name, where that is not to be set as it is.
    """
    require_report(report)
    name = organ or report.organ.name
    return TITLE_OF[language].format(
        organ=OF_ORGAN[language].format(organ=name) if name else "",
        title=REPORT_TITLE[language],
        year=OF_YEAR[language].format(year=report.year) if report.year else "",
    )
