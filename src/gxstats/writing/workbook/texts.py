"""The words of a workbook that are not the form's own, in both languages."""

from __future__ import annotations

from typing import Final

from ... import notes
from ...text import Bilingual

__all__: list[str] = []  # the texts are used as texts.NAME

PURPOSE: Final = Bilingual("制作工作簿", "Making a workbook")

FORM_SHEET: Final = Bilingual("填报", "Form")
FINDINGS_SHEET: Final = Bilingual("勾稽关系", "Cross-checks")
LAST_YEAR_SHEET: Final = Bilingual("上年", "Last year")
CELLS_SHEET: Final = notes.CELLS_SHEET
WORKINGS_SHEET: Final = notes.WORKINGS_SHEET

TITLE_YEAR: Final = "年"
STATE: Final = Bilingual(
    "共 {cells} 格，空白 {blank} 格，填写有误 {invalid} 格。详见“勾稽关系”表。",
    'Cells: {cells}; blank: {blank}; with what they may not hold: {invalid}. See "Cross-checks".',
)
YEARS: Final = Bilingual("与上年报告：{headline}", "With last year's report: {headline}")

INVALID_TITLE: Final = "不能这样填 / Not allowed"
COMPUTED: Final = Bilingual("自动合计：{sum}", "Added up by itself: {sum}")
UNIT: Final = Bilingual("{name}（单位：{unit}）", "{name} (in {unit})")

FINDINGS_TITLE: Final = Bilingual("勾稽关系校验", "Cross-checks of the form")
FAILING: Final = Bilingual(
    "不符和提示（前 {count} 条）", "Violated, and hints (the first {count})"
)
NONE_FAILING: Final = Bilingual("没有不符之处。", "Nothing is violated.")
OUTCOME: Final = Bilingual("结果", "Outcome")
STRENGTH: Final = Bilingual("依据", "Basis")
WHERE: Final = Bilingual("位置", "Where")
SUM: Final = Bilingual("勾稽关系", "Cross-check")
LEFT: Final = Bilingual("左边", "Left")
RIGHT: Final = Bilingual("右边", "Right")
DIFFERENCE: Final = Bilingual("相差", "Difference")
EXPLANATION: Final = Bilingual("说明", "Explanation")
HINT: Final = Bilingual("提示", "hint")

LAST_YEAR_TITLE: Final = Bilingual(
    "上年报告的数（可以改正）", "The figures of last year's report (they may be corrected)"
)
CELL: Final = Bilingual("单元格", "Cell")
ADDRESS: Final = Bilingual("地址", "Address")
LAST: Final = Bilingual("上年", "Last year")
THIS: Final = Bilingual("本年", "This year")
GROWTH: Final = Bilingual("增减", "Change")
BLANK: Final = Bilingual("空白", "Blank")
INVALID: Final = Bilingual("有误", "Invalid")
VIOLATED: Final = Bilingual("不符条数", "Violated")

ANOTHER_FORM: Final = Bilingual(
    "报告用的是 {found} 表，不是 {expected} 表",
    "the report is on form {found}, not on {expected}",
)
