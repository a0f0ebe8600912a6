"""What the verdict on a file says, in both languages."""

from __future__ import annotations

from typing import Final

from ..text import Bilingual

__all__: list[str] = []  # the texts are used as wording.NAME

COLON: Final = Bilingual("：", ": ")
YEAR_UNKNOWN: Final = Bilingual("年份不详", "year unknown")
ORGAN_UNKNOWN: Final = Bilingual("机关不详", "organ unknown")
YEAR: Final = Bilingual("{year} 年度", "fiscal year {year}")
ALL_HELD: Final = Bilingual("{held} 条勾稽关系全部相符。", "All {held} cross-checks hold.")
SOME_VIOLATED: Final = Bilingual(
    "{violated} 条勾稽关系不符，{held} 条相符{open}。",
    "{violated} of {binding} cross-checks violated, {held} held{open}.",
)
SOME_OPEN: Final = Bilingual(
    "没有不符；{held} 条勾稽关系相符{open}。", "Nothing violated; {held} cross-checks held{open}."
)
OPEN: Final = Bilingual("，{undecided} 条因空白无法判断", ", {undecided} left open by blanks")
READ_IN_DOUBT: Final = Bilingual(
    "另有 {doubts} 处读得不准。", "Not read with certainty: {doubts}."
)
BLANKS: Final = Bilingual(
    "{undecided} 条因空白无法判断，空白共 {blank} 格，如 {names}。",
    "Cross-checks left open by blanks: {undecided}. Blank cells: {blank}, such as {names}.",
)
AND_CELLS: Final = Bilingual("；同一行另有 {count} 格", "; likewise {count} more cells of the row")
LIST: Final = Bilingual("、", "; ")
PROBLEMS: Final = Bilingual("{count} 处问题。", "{count} problems.")
ONE_PROBLEM: Final = Bilingual("1 处问题。", "1 problem.")
WHOSE: Final = {
    "publisher": Bilingual("原文如此", "published so"),
    "reader": Bilingual("或为读取之误", "perhaps misread"),
    "undecidable": Bilingual(
        "无法判定是原文还是读取之误", "published so or misread: that cannot be told"
    ),
}
"""Whose slip a violated relation is, by its value."""
IN_BRACKETS: Final = Bilingual("（{inner}）", " ({inner})")
SUMMARY: Final = Bilingual("共 {files} 份：{parts}。", "{files} files: {parts}.")
ONE_FILE: Final = Bilingual("共 1 份：{parts}。", "1 file: {parts}.")
SUMMARY_PART: Final = Bilingual("{count} 份{what}", "{count} {what}")
SUMMARY_SEPARATOR: Final = Bilingual("，", ", ")
HELD_FILE: Final = Bilingual("相符", "consistent")
VIOLATED_FILE: Final = Bilingual("不符", "with violations")
OPEN_FILE: Final = Bilingual("有未定或存疑之处", "left open or in doubt")
UNREADABLE_FILE: Final = Bilingual("读不出", "unreadable")
UNREADABLE: Final = Bilingual("读不出", "unreadable")
VIOLATED: Final = Bilingual("不符", "violated")
ACCEPTED: Final = Bilingual("已接受", "accepted")
ACCEPTED_BECAUSE: Final = Bilingual(
    "{said}（接受的理由：{reason}）", "{said} (accepted: {reason})"
)
ACCEPTED_ENTRY: Final = Bilingual(
    "{organ} {year} 年度 {relation}，左右相差 {residual}",
    "{organ}, {year}: {relation}, left minus right {residual}",
)
ALL_ACCEPTED: Final = Bilingual("，都已接受", "; all of them are accepted")
SOME_ACCEPTED: Final = Bilingual("，其中 {count} 条已接受", "; {count} of them are accepted")
HINT: Final = Bilingual("提示", "hint")
BESIDE: Final = Bilingual("另见", "beside")
DOUBT: Final = Bilingual("存疑", "doubt")
NOTICE: Final = Bilingual("说明", "note")
UNDECIDED: Final = Bilingual("未定", "open")
DIAGNOSIS: Final = Bilingual("诊断", "diagnosis")
INVALID: Final = Bilingual("不合格", "invalid")
NO_REPORT: Final = Bilingual("非报告", "no report")
NO_REPORT_FILES: Final = Bilingual("不是报告的文件", "files of other kinds")
STANDARD_INPUT: Final = Bilingual("（标准输入）", "(standard input)")
SPOT: Final = Bilingual("第 {line} 行第 {column} 字", "line {line}, character {column}")
VERDICT: Final = Bilingual("结论", "verdict")

FILES: Final = {
    "violated": VIOLATED_FILE,
    "open": OPEN_FILE,
    "unreadable": UNREADABLE_FILE,
    "skipped": NO_REPORT_FILES,
    "held": HELD_FILE,
}
"""What can become of a file, by :attr:`~gxstats.verdicts.Judged.outcome`."""

KINDS: Final = {
    "violated": VIOLATED,
    "accepted": ACCEPTED,
    "hint": HINT,
    "undecided": UNDECIDED,
    "undecided_hint": UNDECIDED,
    "diagnosis": DIAGNOSIS,
    "finding": BESIDE,
    "doubt": DOUBT,
    "notice": NOTICE,
    "problem": INVALID,
    "unreadable": UNREADABLE,
    "skipped": NO_REPORT,
}
"""The kinds of points, by their values."""

LEVELS: Final = {
    "error": Bilingual("错误", "error"),
    "warning": Bilingual("警告", "warning"),
    "note": Bilingual("提示", "note"),
    "none": Bilingual("无", "none"),
}
"""The levels of points, by their values."""

MISSING_EXTRA: Final = Bilingual("缺少可选的依赖", "an optional dependency is not installed")
DIAGNOSIS_RULE: Final = Bilingual(
    "哪些格有误、应为多少", "which cells are wrong, and what they should be"
)
RELATED: Final = Bilingual("{name}：{value}", "{name}: {value}")
BLANK: Final = Bilingual("空白", "blank")

# --- tables ---------------------------------------------------------------------------------

FILE: Final = Bilingual("文件", "file")
ORGAN: Final = Bilingual("机关", "organ")
FISCAL_YEAR: Final = Bilingual("年度", "fiscal year")
FORM: Final = Bilingual("表样", "form")
LEVEL: Final = Bilingual("轻重", "level")
KIND: Final = Bilingual("类别", "kind")
RULE: Final = Bilingual("规则", "rule")
SENTENCE: Final = Bilingual("内容", "what there is to say")
WHERE: Final = Bilingual("位置", "where")
CELLS: Final = Bilingual("单元格", "cells")
LEFT: Final = Bilingual("左边", "left side")
RIGHT: Final = Bilingual("右边", "right side")
RESIDUAL: Final = Bilingual("相差", "difference")
STRENGTH: Final = Bilingual("效力", "strength")
SLIP: Final = Bilingual("归属", "whose slip")
POINTS_SHEET: Final = Bilingual("明细", "points")
FILES_SHEET: Final = Bilingual("汇总", "files")
TOTAL: Final = Bilingual("合计", "total")
PAGE_TITLE: Final = Bilingual("政府信息公开工作年度报告校验结果", "Disclosure reports checked")
WORKBOOK: Final = Bilingual("写 xlsx 工作簿", "Writing a workbook")
NO_FILES: Final = Bilingual("没有文件。", "There are no files.")
DRAWN: Final = Bilingual("填好的表样", "The form as it was filled in")
TO_TOP: Final = Bilingual("回到汇总", "Back to the summary")
