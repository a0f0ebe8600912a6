"""Labels that publishers print otherwise than the notice does: each with where it was seen.

A label that is merely damaged or broken needs no entry: see :mod:`gxstats.reading.anchors` for
the tolerance. What stands here is worded otherwise, beyond any tolerance.
"""

from __future__ import annotations

from typing import Final

import attrs

__all__ = ["OTHER_WORDS", "VARIANTS", "Variant"]


@attrs.frozen
class Variant:
    """Another print of a label."""

    printed: str
    labels: tuple[str, ...]
    """The form's labels it stands for; of several, in turn, from left to right."""
    reason: str
    """Where it was seen, or why it is to be expected."""


VARIANTS: Final = (
    Variant(
        "规范性文件",
        ("行政规范性文件",),
        "the label of 2019 kept in the 2021 form: 长安区统计局, FY2023",
    ),
    Variant(
        "行政规范性文件", ("规范性文件",), "the label of 2021 in the 2019 form, the same way round"
    ),
    Variant(
        "本年新",
        ("本年新制作数量", "本年新公开数量"),
        "headers cut after the line break of the official Word form: 乌海市工信局 FY2020, "
        "孝感市政府研究室 FY2019, 杨林镇 FY2023",
    ),
    Variant("逾期不补正", ("申请人无正当理由逾期不补正",), "shortened: 宿迁市, FY2023 and FY2024"),
    Variant("逾期不缴费", ("申请人逾期未按收费通知要求缴纳费用",), "shortened: 宿迁市, the same"),
    Variant(
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        ("政府信息公开行政复议、行政诉讼情况",),
        "heading reworded; listed in FORMS.md",
    ),
    Variant(
        "存在主要问题及改进情况", ("存在的主要问题及改进情况",), "heading reworded, often seen"
    ),
    Variant(
        "政府信息公开工作存在的主要问题及改进情况",
        ("存在的主要问题及改进情况",),
        "heading as the notice's own text words it",
    ),
    Variant("需要报告的其他事项", ("其他需要报告的事项",), "heading reworded, words turned round"),
)

OTHER_WORDS: Final = ("单位:万元", "单位:件", "小计")
"""Words that publishers print in the tables beside the form's own. They name no cell."""
