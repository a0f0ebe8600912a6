"""The kinds of findings: what each means, and how it can be wrong although it is right."""

from __future__ import annotations

import enum
from typing import Final

import attrs

from ..forms.report import FORMS
from ..forms.topics import Topic
from ..forms.units import TEN_THOUSAND_YUAN
from ..text import Bilingual

__all__ = ["HISTORY_NEEDED", "PEERS_NEEDED", "FindingKind", "FindingStrength"]

HISTORY_NEEDED: Final = 4
"""Earlier changes of an organ that a jump is judged by: reports of five years in a row before."""
PEERS_NEEDED: Final = 20
"""Peers, each with a report for the year and for the year before, that a jump is judged by."""


def _label(topic: Topic) -> str:
    """What the newest of our forms calls a row."""
    *_, label = (form.label_of(topic) for form in FORMS.own.values())
    return label.zh if label is not None else ""


class FindingStrength(enum.Enum):
    """How much a finding says."""

    FACT = "fact"
    """It can be seen in the report itself and needs no judgement."""
    CONTRADICTION = "contradiction"
    """Two statements of the report cannot both be true under any reading that was tried."""
    UNLIKELY = "unlikely"
    """It can be in order, but seldom is."""
    HINT = "hint"
    """Worth a look; it is often in order."""

    @property
    def label(self) -> Bilingual:
        """The strength in words."""
        return _STRENGTHS[self]


_STRENGTHS: Final = {
    FindingStrength.FACT: Bilingual("事实", "a fact"),
    FindingStrength.CONTRADICTION: Bilingual("前后矛盾", "a contradiction"),
    FindingStrength.UNLIKELY: Bilingual("可疑", "unlikely to be in order"),
    FindingStrength.HINT: Bilingual("仅供提示", "a hint only"),
}


class FindingKind(enum.Enum):
    """What figures betray beyond sums, in the order in which findings are given."""

    OTHER_FORM = "form_of_another_year"
    TEXT_AGAINST_TABLE = "text_against_table"
    DECIMAL_COUNT = "decimal_in_count"
    FEE_CONFUSED = "processing_fee_confused"
    TEMPLATE_INSTRUCTION = "template_instruction"
    RULES_WITHOUT_POWER = "rules_without_power"
    COPIED = "copied_from_year_before"
    JUMP = "jump"

    @property
    def label(self) -> Bilingual:
        """The name of the kind."""
        return _KINDS[self].label

    @property
    def explanation(self) -> Bilingual:
        """What a finding of this kind says, and how it is found."""
        return _KINDS[self].explanation

    @property
    def false_positives(self) -> Bilingual:
        """When a finding of this kind is nothing wrong: what to look at before believing it."""
        return _KINDS[self].false_positives


@attrs.frozen
class _Said:
    label: Bilingual
    explanation: Bilingual
    false_positives: Bilingual


_KINDS: Final = {
    FindingKind.OTHER_FORM: _Said(
        Bilingual("表样与年度不符", "form of another year"),
        Bilingual(
            "报告所用的表样，不是通知为这一年度规定的表样。表样按行名和列名认定，不按年度推定。",
            "The report is on a form that its notice does not ask for in this year. The form is "
            "told by the labels of the report and never by its year.",
        ),
        Bilingual(
            "年度认错时会误报；不少机关在新表样施行的第一年仍沿用旧表样，数据本身不一定有误。",
            "Wrong if the year was misread. Many organs kept the old form in the first year of the "
            "new one; the figures themselves may be in order.",
        ),
    ),
    FindingKind.TEXT_AGAINST_TABLE: _Said(
        Bilingual("文字与表格不一致", "text against table"),
        Bilingual(
            "文字部分写明的件数，按各种合理的口径都与表格对不上。每种口径及其数都列在依据里。",
            "A number stated in the text is not the table's under any of the readings that the "
            "words allow. Every reading is listed with its number.",
        ),
        Bilingual(
            "文字可能只说一个办理机构、一级机关或一部分申请（此类语句点名机构的只作提示，"
            "写明“本级”“代表”等的不报）；统计截止时间不同，或口径不在所列之内，也会误报。",
            "The text may speak of one office, one level of government or some of the requests: a "
            "sentence that names an office gives a hint only, one that says so in words gives "
            "nothing. Another closing date, or a reading that is not listed, is reported wrongly.",
        ),
    ),
    FindingKind.DECIMAL_COUNT: _Said(
        Bilingual("件数带小数", "decimals in a count"),
        Bilingual(
            "只能是整数的格里印着小数。",
            "A cell that can only hold a whole number prints a decimal.",
        ),
        Bilingual(
            "点号可能是千位分隔符（1.234 表示 1234），或排版、识别时的污点。",
            "The point may separate thousands (1.234 for 1234), or be a speck in print or in "
            "character recognition.",
        ),
    ),
    FindingKind.FEE_CONFUSED: _Said(
        Bilingual("信息处理费与表二数字相同", "information-processing fee as in table two"),
        Bilingual(
            f"表样要求信息处理费在第六部分报告；表二填的是{_label(Topic.FEES)}，以{TEN_THOUSAND_YUAN.zh}计。"
            "第六部分写明的信息处理费与表二的数在换算单位前或换算后相同。",
            "The form has the information-processing fee reported in section six; table two asks "
            "for administrative fees, in ten thousands of yuan. The two numbers are the same, as "
            "they stand or after conversion.",
        ),
        Bilingual(
            "通知没有写明信息处理费是否计入表二：机关计入表二的，换算后自然相同，不一定有误；"
            "小额整数也可能碰巧相同。",
            "The notices do not say whether table two counts this fee too: where an organ counts "
            "it, the converted numbers agree and nothing need be wrong. Small round sums can agree "
            "by chance.",
        ),
    ),
    FindingKind.TEMPLATE_INSTRUCTION: _Said(
        Bilingual("表样说明未删", "instruction of the template left"),
        Bilingual(
            "文字部分留有表样的填写说明，如“该部分以表格形式报告”“（文字描述，……）”。",
            "A section of the text still prints what the template tells the person who fills it "
            "in, such as that a part is to be reported as a table.",
        ),
        Bilingual(
            "文字部分引用通知原文时会误报；数据本身不受影响。",
            "Wrong where the text quotes the notice. The figures are not affected.",
        ),
    ),
    FindingKind.RULES_WITHOUT_POWER: _Said(
        Bilingual("无权制定规章的机关填报规章", "rules reported by a body that cannot make them"),
        Bilingual(
            "规章只能由国务院部门、省级人民政府和设区的市、自治州人民政府制定。"
            f"按名称或区划代码可以认定没有这一权限的机关，在表二“{_label(Topic.RULES)}”行填了非零的数。",
            "Only departments of the State Council, governments of provincial level and governments "
            "of cities with districts and of autonomous prefectures make rules. A body that by its "
            "name or division code has no such power reports some in table two.",
        ),
        Bilingual(
            "部门可能把自己起草或执行的上级规章算作现行有效；汇总表可能包含上级数据；"
            "名称被认错，或机关名称未写全（例如省级部门只写“某局”）时会误报。"
            "县级市仅凭名称无法与设区的市区分，没有区划代码时不报。",
            "A department may count rules of a higher body that it drafted or applies as in force; "
            "a summary may include figures from above. Wrong if the organ's name was misread. A "
            "county-level city cannot be told from a city with districts by its name; without a "
            "division code it is passed over.",
        ),
    ),
    FindingKind.COPIED: _Said(
        Bilingual("疑似照抄上年", "copied from the year before"),
        Bilingual(
            "一张表中彼此独立的非零数与上年报告几乎全部相同，而这样的巧合极少。"
            "只看当年发生数，不看存量和总计；小数目相同本属常见，各格的机会按其大小计算。",
            "Nearly all independent non-zero numbers of a table are those of the year before, which "
            "chance seldom brings about. Stocks and totals are left out; that small numbers agree "
            "is common, and each cell counts by its size.",
        ),
        Bilingual(
            "所给的概率假定各格互不影响、每年随机出现；年年固定的业务量（如定额证照）不是这样，会误报。"
            "另一年的报告被当作上年报告时也会误报。检查的报告越多，碰巧相同的也越多。",
            "The chance is that of independent cells that vary by themselves. Work of a fixed size "
            "(a quota of licences) does not, and is reported wrongly; so is a file that is given as "
            "last year's and is another copy of this year's. The more reports are looked at, the "
            "more coincidences there are.",
        ),
    ),
    FindingKind.JUMP: _Said(
        Bilingual("数字突变", "a jump"),
        Bilingual(
            f"与上年相比的变化，超出本机关历年变化（至少 {HISTORY_NEEDED} 次）"
            f"和同类机关同年变化（至少 {PEERS_NEEDED} 家）所及的范围；两者有其一即可比较。"
            "变化取 ln(1+本年)−ln(1+上年)，以中位数和绝对中位差衡量，并须超过本机关历年最大偏离的三倍；数据不足时不报。",
            "The change from the year before is beyond what the organ's own earlier changes "
            f"({HISTORY_NEEDED} at least) and the changes of its peers in the same year "
            f"({PEERS_NEEDED} at least) allow; either is enough to compare with. A "
            "change is ln(1+this year) - ln(1+last year), judged by median and median absolute "
            "deviation, and must leave the median three times as far as any of the organ's own; "
            "with less data nothing is said.",
        ),
        Bilingual(
            "机构改革、职能划转、统计范围改变、个别人大量申请，都会造成真实的突变。",
            "A reform, a transfer of duties, another scope of the report, or one person with very "
            "many requests make real jumps.",
        ),
    ),
}
