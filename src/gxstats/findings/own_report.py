"""What one report shows by itself: its form, decimals, fees, what the template left, and rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, get_args

from ..cells import Kind
from ..forms.catalogue import Cell
from ..forms.instructions import INSTRUCTION
from ..forms.report import Report
from ..forms.topics import Topic
from ..text import Bilingual
from .finding import Finding, Passage, Section
from .kinds import FindingKind, FindingStrength
from .numerals import Folded
from .rule_makers import why_no_rules

__all__ = [
    "decimal_counts",
    "fee_confused",
    "other_form",
    "rules_without_power",
    "template_instructions",
]


# --- the form -------------------------------------------------------------------------------------


def other_form(report: Report) -> Iterator[Finding]:
    """The report is on a form that is not that of its year."""
    form, year = report.form, report.year
    if year is None or not form.is_of_another_year(year):
        return
    first, last = form.fiscal_years
    asked_zh = f"{first} 年度起" if last is None else f"{first}—{last} 年度"
    asked_en = f"from fiscal year {first} on" if last is None else f"for {first} to {last}"
    yield Finding(
        kind=FindingKind.OTHER_FORM,
        strength=FindingStrength.FACT,
        cells=(),
        found=Bilingual(
            f"{year} 年度的报告用的是{form.title.zh}表样",
            f"the report for {year} is on the form of {form.title.en}",
        ),
        expected=Bilingual(
            f"这一表样用于{asked_zh}（{form.notice}）",
            f"that form is asked for {asked_en} (notice {form.notice})",
        ),
        years=(year,),
    )


# --- decimals -------------------------------------------------------------------------------------

_DECIMAL: Final = re.compile(r"(?<![0-9.,])[0-9][0-9,]{0,20}\.[0-9]{1,20}+(?!\.)")
_PRINTED: Final = 200
"""Characters of what is printed in a cell that are looked at."""


def decimal_counts(report: Report, printed: Mapping[str, str]) -> Iterator[Finding]:
    """Cells for whole numbers in which a decimal is printed.

    ``printed`` is what is known of cells besides the remarks, such as what a reader doubted.
    """
    shown = {**printed, **{remark.cell: remark.printed for remark in report.remarks}}
    for cell in report.form:
        text = shown.get(cell.address)
        if text is None or cell.kind is Kind.AMOUNT:
            continue
        found = _DECIMAL.search(Folded.of(text[:_PRINTED]).text)
        if found is not None:
            yield Finding(
                kind=FindingKind.DECIMAL_COUNT,
                strength=FindingStrength.FACT,
                cells=(cell.address,),
                found=Bilingual(
                    f"{cell.name('zh')}印作“{text[:_PRINTED]}”",
                    f'{cell.name("en")} is printed as "{text[:_PRINTED]}"',
                ),
                expected=Bilingual(
                    f"此格以{cell.unit.zh}计，应为整数",
                    f"it counts {cell.unit.en} and holds a whole number",
                ),
            )


# --- the information-processing fee ---------------------------------------------------------------

_FEE: Final = re.compile(
    r"信息处理费用?[^。;；\n0-9费]{0,20}(?P<amount>[0-9](?:,?[0-9]){0,14}(?:\.[0-9]{1,8})?)(?P<unit>万?元)"
)
_TEN_THOUSAND: Final = 10_000


def fee_confused(report: Report) -> Iterator[Finding]:
    """The processing fee that the text states is what table two has, in one unit or the other."""
    text = report.narrative.other
    for cell in report.form.about(Topic.FEES, Topic.CHARGED):
        if text and report[cell]:
            yield from _fees_of(report, cell, text)


def _fees_of(report: Report, cell: str, text: str) -> Iterator[Finding]:
    amount = report[cell]
    folded = Folded.of(text)
    for found in _FEE.finditer(folded.text):
        number = Decimal(found["amount"].replace(",", ""))
        yuan = number * _TEN_THOUSAND if found["unit"] == "万元" else number
        same_print = yuan == amount
        if yuan and (same_print or yuan == amount * _TEN_THOUSAND):
            yield _fee_finding(report, report.form[cell], yuan, found, folded)
            return


def _fee_finding(
    report: Report, cell: Cell, yuan: Decimal, found: re.Match[str], folded: Folded
) -> Finding:
    amount, text = report[cell.address], report.narrative.other or ""
    same_print = yuan == amount
    end = found.end("unit")
    passage = Passage.cut(
        "other",
        text,
        folded.span(found.start(), end),
        folded.span(found.start("amount"), found.end("amount")),
    )
    return Finding(
        kind=FindingKind.FEE_CONFUSED,
        strength=FindingStrength.UNLIKELY if same_print else FindingStrength.HINT,
        cells=(cell.address,),
        found=Bilingual(
            f"文字写明信息处理费 {yuan:f} 元，{cell.name('zh')}填 {amount:f} {cell.unit.zh}，"
            + ("数字相同而单位不同" if same_print else "换算后是同一笔钱"),
            f"the text states an information-processing fee of {yuan:f} yuan, and "
            f"{cell.name('en')} holds {amount:f} (in {cell.unit.en}): "
            + ("the same digits in another unit" if same_print else "the same sum of money"),
        ),
        expected=Bilingual(
            "表样要求信息处理费在第六部分报告；"
            + ("表二以万元为单位" if same_print else "通知没有写明它是否也计入表二"),
            "the form has this fee reported in section six; "
            + (
                "table two is in ten thousands of yuan"
                if same_print
                else "the notices do not say whether table two counts it too"
            ),
        ),
        passage=passage,
    )


# --- the template ---------------------------------------------------------------------------------


def template_instructions(report: Report) -> Iterator[Finding]:
    """Instructions of the template that still stand in a section of the text, one each."""
    for section in get_args(Section):
        text = getattr(report.narrative, section) or ""
        found = INSTRUCTION.search(text)
        if found is not None:
            yield Finding(
                kind=FindingKind.TEMPLATE_INSTRUCTION,
                strength=FindingStrength.FACT,
                cells=(),
                found=Bilingual(
                    f"文字中留有表样的填写说明“{found[0]}”",
                    "the text still prints an instruction of the template",
                ),
                expected=Bilingual(
                    "填写说明应当删去", "the instructions of the template are to be deleted"
                ),
                passage=Passage.cut(section, text, found.span(), found.span()),
            )


# --- rules ----------------------------------------------------------------------------------------


def rules_without_power(report: Report) -> Iterator[Finding]:
    """Rules (规章) in table two of a body that by its name or division cannot make them."""
    reason = why_no_rules(report.organ)
    if reason is None:
        return
    told = [report.form[one] for one in report.form.about(Topic.RULES) if report[one]]
    if not told:
        return
    made = [c for c in told if c.topics >= {Topic.ISSUED}]
    numbers_zh = "，".join(f"“{c.column.zh}” {report[c.address]}" for c in told)
    numbers_en = ", ".join(f'"{c.column.en}" {report[c.address]}' for c in told)
    row = told[0].row
    yield Finding(
        kind=FindingKind.RULES_WITHOUT_POWER,
        strength=FindingStrength.UNLIKELY if made else FindingStrength.HINT,
        cells=tuple(cell.address for cell in told),
        found=Bilingual(
            f"表{told[0].table.number}“{row.zh}”行填有 {numbers_zh}",
            f'{told[0].table.short("en")}, row "{row.en}", holds {numbers_en}',
        ),
        expected=Bilingual(f"{reason.zh}，这一行应为 0", f"{reason.en}; the row should be 0"),
    )
