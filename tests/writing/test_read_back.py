"""Whatever gxstats draws, writes or annotates is read back as the very report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import tries
from tests.support.simple_reports import zeros

from gxstats import Narrative, Organ, Remark, Unreadable, read
from gxstats.cells import Kind
from gxstats.testing import corrupted_reports_with_blanks, reports, reports_with_blanks
from gxstats.testing.facts import credit_code
from gxstats.writing import Marks, report_fragment, report_markdown, report_page
from gxstats.writing.workbook import form_workbook

NAMES = [
    "某局",
    "上海市人民政府办公厅",
    "某区卫生健康委员会（疾病预防控制局）",
    "第3管理处",
    "A & B <局>",
    None,
]
LINES = st.sampled_from(
    [
        "本年度未收到政府信息公开申请。",
        "一是队伍*建设*有待_加强_；",
        "“三安全一稳定” <b>不变</b> & [见](附件)",
        "2023年共公开信息 1,234 条，其中 #1 为主。",
        "收取信息处理费 0 元|无减免。",
        "`代码` \\ 反斜线 ~~删~~",
    ]
)
TEXTS = st.none() | st.lists(LINES, min_size=1, max_size=4).map("\n".join)
BLANKS = ["/", "—", "不适用", "无", "-"]


def printed(cell, value):
    """How a source can print a value other than in plain digits."""
    if value is None:
        return st.sampled_from(BLANKS)
    if cell.kind is Kind.AMOUNT:
        return st.just(f"{value:f}万元")
    if value < 0:
        return st.sampled_from([f"减{-value}", f"减少 {-value} 件"])
    return st.sampled_from(
        [f"{value}件", f"{value}（其中修订 1 件）", f"{value}（→43）", f"{value:,}项"]
    )


@st.composite
def documents(draw):
    """Reports with blanks, slips, remarks and text, as a reading gives them."""
    report = draw(
        reports()
        | reports_with_blanks()
        | corrupted_reports_with_blanks().map(lambda one: one.corrupted)
    )
    cells = draw(
        st.lists(st.sampled_from(list(report.cells())), max_size=4, unique_by=lambda c: c[0].index)
    )
    organ = Organ(
        name=draw(st.sampled_from(NAMES)),
        code=draw(st.none() | st.integers(0, 10**18).map(credit_code)),
        division=draw(st.sampled_from([None, "310115"])),
        scope=draw(st.sampled_from([None, "organ", "region"])),
    )
    return report.replace(
        year=draw(st.sampled_from([None, report.form.fiscal_years[0] + 1])),
        organ=organ,
        narrative=Narrative(overview=draw(TEXTS), problems=draw(TEXTS), other=draw(TEXTS)),
        remarks=tuple(
            Remark(cell=cell.address, printed=draw(printed(cell, value)))
            for cell, value in sorted(cells, key=lambda one: one[0].index)
        ),
    )


def require_same(reading, report):
    again = reading.report
    assert (again.form, again.values()) == (report.form, report.values())
    assert (again.year, again.organ) == (report.year, report.organ)
    assert again.narrative == report.narrative
    assert again.remarks == report.remarks
    assert reading.doubts == ()
    assert again == report


FORMS = {"page": report_page, "fragment": report_fragment, "markdown": report_markdown}


@pytest.mark.parametrize("name", FORMS)
def test_a_drawing_in_english_is_refused_as_one(name):
    with pytest.raises(Unreadable) as caught:
        read(FORMS[name](Marks.of(zeros()), "en").encode())
    assert caught.value.code == "read.no_table.english"


@pytest.mark.parametrize("name", FORMS)
@given(documents())
@tries(25)
def test_what_is_drawn_is_read_back_as_the_report(name, report):
    for marks in (Marks.of(report), Marks.diagnosed(report)):
        require_same(read(FORMS[name](marks, "zh").encode()), report)


@given(documents())
@tries(4)
def test_a_workbook_is_read_back_with_its_figures_year_and_name(report):
    pytest.importorskip("xlsxwriter")
    plain = report.replace(
        year=report.form.fiscal_years[0],
        organ=Organ(name="某局"),
        narrative=Narrative(),
        remarks=(),
    )
    require_same(read(form_workbook(plain.form, plain, "zh")), plain)
