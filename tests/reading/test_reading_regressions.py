"""Faults that long runs and real use have found, one test each."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from gxstats import Organ, examples, form, read
from gxstats.writing import form_html

FORM = form("2021")
EXAMPLE = examples.path("yindu-2019").read_text(encoding="utf-8")
AMOUNT = "/disclosure/centralized_procurement/amount"


def test_a_row_of_blank_cells_before_its_only_number_is_a_row() -> None:
    cells = [cell for cell in FORM if cell.table.number == "四"]
    heads = [
        "行政复议\t行政诉讼",
        "\t".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3),
    ]
    row = "\t" * (len(cells) - 1) + "7"
    table_two = (
        "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0"
    )
    text = "\n".join([table_two, FORM.tables[2].title.zh, *heads, row])
    reading = read(text.encode())
    assert [reading.report[cell.address] for cell in cells] == [None] * (len(cells) - 1) + [7]
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("note", "value"),
    [
        ("（单位：万元）", "4875.699"),
        ("（单位：元）", "0.4875699"),
        ("（人民币万元）", "4875.699"),
        ("", "4875.699"),
    ],
)
def test_money_is_read_in_the_unit_that_the_header_names(note: str, value: str) -> None:
    reading = read(re.sub("采购总金额.*", f"采购总金额{note}", EXAMPLE).encode())
    assert reading.report[AMOUNT] == Decimal(value)
    assert reading.doubts == ()


def test_a_unit_of_money_that_is_not_understood_makes_the_cell_doubtful() -> None:
    reading = read(re.sub("采购总金额.*", "采购总金额（单位：某元）", EXAMPLE).encode())
    assert reading.report[AMOUNT] is None
    assert [doubt.cell for doubt in reading.doubts] == [AMOUNT]


@pytest.mark.parametrize(
    ("title", "organ"),
    [
        ("<li>政务公开</li><h1>某区人民政府2023年政府信息公开工作年度报告</h1>", "某区人民政府"),
        ("<li>政务公开</li><h1>2023年政府信息公开工作年度报告</h1>", None),
        ("<h1>某市某区人民政府</h1><h2>2023年政府信息公开工作年度报告</h2>", "某市某区人民政府"),
    ],
)
def test_a_link_above_the_title_is_no_part_of_the_organs_name(
    title: str, organ: str | None
) -> None:
    report = FORM.report(dict.fromkeys(FORM.index, 0), year=2023, organ=Organ())
    reading = read(f"<body>{title}{form_html(FORM, report)}</body>".encode())
    assert (reading.report.year, reading.report.organ.name) == (2023, organ)
    assert reading.report.values() == report.values()
