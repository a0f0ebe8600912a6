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


CARRIED_IN = [cell for cell in FORM if cell.address.startswith("/requests/carried_in/")]


def _table_three(*, blurred: bool, cells: list[str]) -> bytes:
    """The head of table three, with two labels in one cell where a line is missing, and one row."""
    own = "<td colspan=6>商业企业<br>科研机构</td>" if blurred else ""
    rest = "<td>社会公益组织</td><td>法律服务机构</td><td>其他</td>"
    numbers = "".join(f"<td>{cell}</td>" for cell in cells)
    return (
        "<h3>三、收到和处理政府信息公开申请情况</h3><table>"
        "<tr><td colspan=9>申请人情况</td><td>总计</td></tr>"
        f"<tr>{own}{rest}</tr>"
        f"<tr><td colspan=3>一、本年新收政府信息公开申请数量</td>{'<td>1</td>' * 6}<td>6</td></tr>"
        f"<tr><td colspan=3>二、上年结转政府信息公开申请数量</td>{numbers}</tr></table>"
    ).encode()


def test_labels_in_one_cell_of_the_head_do_not_move_numbers_to_the_next_column() -> None:
    """A cell with two labels stood over the column before theirs, which had no label at all."""
    cells = ["860", "817", "", "0", "0", "0", "1677"]
    reading = read(_table_three(blurred=True, cells=cells))
    assert [reading.report[cell.address] for cell in CARRIED_IN] == [
        *(860, 817, None, 0, 0, 0, 1677)
    ]
    assert [doubt.cell for doubt in reading.doubts if doubt.cell] == []


def test_a_head_that_stands_beside_its_column_is_a_doubt() -> None:
    """The only number of the row stood beside the head, and a blank cell below it."""
    page = (
        "<h3>二、主动公开政府信息情况</h3><table><tr><td>第二十条第（六）项</td></tr>"
        "<tr><td></td><td>信息内容</td><td></td><td>本年处理决定数量</td></tr>"
        "<tr><td>行政处罚</td><td></td><td></td><td>3</td></tr>"
        "<tr><td>行政强制</td><td></td><td>7</td><td></td></tr></table>"
    )
    reading = read(page.encode())
    assert reading.report["/disclosure/administrative_penalty/decisions"] == 3
    compulsion = "/disclosure/administrative_compulsion/decisions"
    assert reading.report[compulsion] is None
    assert [doubt.cell for doubt in reading.doubts if doubt.cell == compulsion]


@pytest.mark.parametrize("last", ["15", ""])
def test_a_blank_is_a_zero_in_the_sums_of_other_rows_only_if_its_own_row_allows(last: str) -> None:
    """A total that is left blank decides nothing about a row that lacks a cell."""
    rows = {
        "一、本年新收政府信息公开申请数量": ["1", "2", "3", "4", "5", "15"],
        "二、上年结转政府信息公开申请数量": ["0"] * 7,
        "（七）总计": ["1", "2", "0", "3", "4", "5", last],
        "四、结转下年度继续办理": ["0"] * 7,
    }
    lines = ["三、收到和处理政府信息公开申请情况"]
    lines += ["\t".join([label, *cells]) for label, cells in rows.items()]
    reading = read("\n".join(lines).encode())
    received = [cell.address for cell in FORM if cell.address.startswith("/requests/received/")]
    assert [reading.report[address] for address in received] == [1, 2, None, 3, 4, 5, 15]
    assert {reading.cells[a].certainty.value for a in received} == {"inferred", "absent"}
    assert [doubt.cell for doubt in reading.doubts if doubt.cell] == []
