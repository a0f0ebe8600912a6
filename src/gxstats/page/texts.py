"""What the page says beside the form itself, with ``{names}`` for what is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..text import Bilingual

__all__ = ["TEXTS"]

TEXTS: Final[Mapping[str, Bilingual]] = {
    "title": Bilingual(
        "政府信息公开工作年度报告统计表", "Disclosure report: the statistical form"
    ),
    "skip": Bilingual("跳到表格", "Skip to the form"),
    "noscript": Bilingual(
        "填报要用 JavaScript；所有计算都在本页内，不连网。",
        "Filling in needs JavaScript; everything is computed in this page, without a network.",
    ),
    "local": Bilingual("数据只在这台电脑上，不上传。", "What you enter stays on this computer."),
    "tools": Bilingual("操作", "Tools"),
    # the buttons
    "open": Bilingual("打开…", "Open…"),
    "save": Bilingual("保存", "Save"),
    "totals": Bilingual("填合计", "Fill totals"),
    "undo": Bilingual("撤销", "Undo"),
    "print": Bilingual("打印", "Print"),
    "clear": Bilingual("清空", "Clear"),
    "language": Bilingual("English", "中文"),
    "openHelp": Bilingual(
        "打开报告文档（JSON），也可以把文件拖到页面上",
        "Open a report document (JSON); a file can also be dropped on the page",
    ),
    "saveHelp": Bilingual("保存为报告文档（JSON）", "Save as a report document (JSON)"),
    "totalsHelp": Bilingual(
        "按各项之和填写所有合计；有一项空白的合计不动",
        "Set every total to the sum of its parts; a total with a blank part stays as it is",
    ),
    "undoHelp": Bilingual(
        "撤销上一次粘贴、填合计、采纳或清空",
        "Take back the last paste, totals, correction or clearing",
    ),
    # the facts
    "facts": Bilingual("报告", "The report"),
    "year": Bilingual("年度", "Fiscal year"),
    "name": Bilingual("机关名称", "Name of the organ"),
    "code": Bilingual("统一社会信用代码", "Unified social credit code"),
    "division": Bilingual("行政区划代码", "Administrative division code"),
    "scope": Bilingual("范围", "Covers"),
    "scopeUnknown": Bilingual("未注明", "not stated"),
    "scopeOrgan": Bilingual("本机关", "the organ"),
    "scopeRegion": Bilingual("本地区", "the region"),
    "checkCharacter": Bilingual(
        "末位校验码应为 {expected}", "the last character, for checking, should be {expected}"
    ),
    # the bar
    "bar": Bilingual("校验", "Checks"),
    "filledIn": Bilingual(
        "已填 {filled} 格，空白 {blank} 格", "{filled} filled in, {blank} blank"
    ),
    "unreadable": Bilingual("{count} 格读不出", "{count} cannot be read"),
    "empty": Bilingual("还没有填写", "Nothing filled in yet"),
    "apply": Bilingual("改为 {value}", "Change to {value}"),
    "applyAt": Bilingual("{cell}改为 {value}", "Change {cell} to {value}"),
    # the findings
    "findings": Bilingual("勾稽关系", "Cross-checks"),
    "wrong": Bilingual("可能错在哪里", "What may be wrong"),
    "next": Bilingual(
        "请对照原始资料核对下列各式，先改正有把握的一格，余下的会随之缩小范围；也可保存后用 "
        "gxstats diagnose 查找。",
        "Check the sums below against your records and correct a cell that you are sure of: what is "
        "left will be narrowed down. Or save the document and run gxstats diagnose on it.",
    ),
    "several": Bilingual("其他同样小的解释", "Other explanations that are as small"),
    "violated": Bilingual("不符", "Violated"),
    "hints": Bilingual("提示", "Hints"),
    "undecided": Bilingual("因空白无法判断（{count} 条）", "Left open by blanks ({count})"),
    "faults": Bilingual("读不出的格", "Cells that cannot be read"),
    "cells": Bilingual("所涉各格", "The cells"),
    "remarks": Bilingual("备注（原文不是数的）", "Remarks (what is no plain number)"),
    # what happened
    "saved": Bilingual("已保存为 {name}。", "Saved as {name}."),
    "opened": Bilingual("已打开 {name}。", "Opened {name}."),
    "notOpened": Bilingual("{name} 打不开：", "{name} cannot be opened:"),
    "notSaved": Bilingual("没有保存，请先改正：", "Not saved; to be put right first:"),
    "otherForm": Bilingual(
        "这份报告用的是“{found}”表样，本页是“{own}”。",
        "The report is on the form “{found}”; this page is “{own}”.",
    ),
    "unreadableFile": Bilingual("文件读不出来。", "The file cannot be read."),
    "discard": Bilingual(
        "还有没保存的内容，放弃吗？", "There is something that is not saved. Discard it?"
    ),
    "clearing": Bilingual("清空全部内容？", "Clear everything?"),
    "restored": Bilingual(
        "已恢复上次没有保存的内容（{time}）。", "What was not saved last time is back ({time})."
    ),
    "discardButton": Bilingual("不要了", "Discard"),
    "noAutosave": Bilingual(
        "浏览器不允许自动保留内容，请记得保存。",
        "The browser does not let the page keep what you enter: remember to save.",
    ),
    "totalsFilled": Bilingual("填了 {count} 处合计。", "{count} totals filled in."),
    "totalsNone": Bilingual("合计没有要改的。", "No total to be changed."),
    "pasted": Bilingual("粘贴了 {count} 格。", "{count} cells pasted."),
    "pastedHeads": Bilingual(
        "粘贴了 {count} 格；略去了 {rows} 行表头、{columns} 列行名。",
        "{count} cells pasted; {rows} rows of heads and {columns} columns of labels left out.",
    ),
    "notPasted": Bilingual("没有粘贴：", "Not pasted:"),
    "beyondRows": Bilingual(
        "这一表从这一格往下只有 {room} 行，粘贴的有 {rows} 行",
        "the table has {room} rows from this cell down, and what is pasted has {rows}",
    ),
    "beyondColumns": Bilingual(
        "第 {row} 行有 {columns} 个数，表中从这一列起只有 {room} 格",
        "row {row} has {columns} numbers, and the table only {room} cells from this column on",
    ),
    "nothingToPaste": Bilingual("剪贴板里没有数", "there is no number in the clipboard"),
    "applied": Bilingual("{cell}已改为 {value}。", "{cell} changed to {value}."),
    "cleared": Bilingual("已清空。", "Cleared."),
    "undone": Bilingual("已撤销。", "Taken back."),
    "dismiss": Bilingual("关闭", "Close"),
    "remarkAt": Bilingual("备注：{printed}", "remark: {printed}"),
    "blank": Bilingual("空白", "blank"),
    "unit": Bilingual("单位：{unit}", "in {unit}"),
}
"""By the names that the page's code knows them by."""
