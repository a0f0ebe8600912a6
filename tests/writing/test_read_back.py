"""Whatever gxstats draws, writes or annotates is read back as the very report."""

from __future__ import annotations

import base64
import io
import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import tries
from tests.support.simple_reports import zeros

from gxstats import Narrative, Organ, Remark, Unreadable, form, read, read_all
from gxstats.cells import Kind
from gxstats.testing import corrupted_reports_with_blanks, reports, reports_with_blanks
from gxstats.testing.facts import credit_code
from gxstats.text import LANGUAGES
from gxstats.writing import Marks, form_html, report_fragment, report_markdown, report_page
from gxstats.writing.workbook import Totals, form_workbook, texts

NAMES = [
    "某局",
    "上海市人民政府办公厅",
    "某区卫生健康委员会（疾病预防控制局）",
    "第3管理处",
    "A & B <局>",
    "Bureau of Work Safety 某局",
    "某局 · 统计范围：本机关 · Fiscal year: 2019",
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
        "　　首行缩进，中间　　两个全角空格。",
        "甲  乙\t丙",
        "",
        "共 3 件",
        "Total",
        "Open data: 3 of 4",
        "2023",
        "7",
    ]
)
TEXTS = st.lists(LINES, max_size=4).map(lambda lines: "\n".join(lines).strip("\n") or None)
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
@given(documents(), st.sampled_from(LANGUAGES))
@tries(25)
def test_what_is_drawn_is_read_back_as_the_report(name, report, language):
    for marks in (Marks.of(report), Marks.diagnosed(report)):
        require_same(read(FORMS[name](marks, language).encode()), report)


def test_tables_in_english_without_the_facts_of_a_report_are_refused_as_such():
    with pytest.raises(Unreadable) as caught:
        read(form_html(form("2021"), zeros(), "en").encode())
    assert caught.value.code == "read.no_table.english"


@given(st.lists(documents(), min_size=2, max_size=2), st.sampled_from(LANGUAGES))
@tries(6)
def test_reports_drawn_on_one_page_are_read_back_as_they_are(several, language):
    one, other = several
    one = one.replace(year=2022, organ=Organ(name="某局"))
    other = other.replace(year=2023, organ=Organ(name="某委员会"))
    page = report_page([Marks.of(one), Marks.of(other)], language)
    readings = read_all(page.encode())
    assert len(readings) == 2
    for reading, report in zip(readings, (one, other), strict=True):
        require_same(reading, report)


def on_paper(text):
    """A text as far as paper tells it: a space between Latin characters, and any other is none.

    Lines end where there is no more room, and Chinese characters stand apart from Latin ones
    whether or not there is a space.
    """
    return re.sub(r"(?<![!-~])\s+|\s+(?![!-~])", "", re.sub(r"\s+", " ", text or ""))


def as_printed(report):
    """Name, text and remarks of a report, as far as paper tells them."""
    texts = [on_paper(text) for text in attrs.astuple(report.narrative)]
    remarks = {remark.cell: on_paper(remark.printed) for remark in report.remarks}
    return on_paper(report.organ.name), texts, remarks


def test_a_drawing_that_a_browser_prints_is_read_back_or_doubted(browser, tmp_path):
    path = tmp_path / "page.html"

    @given(documents(), st.sampled_from(LANGUAGES))
    @tries(10)
    def law(report, language):
        path.write_text(report_page(Marks.of(report), language), encoding="utf-8")
        browser.get(path.as_uri())
        printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
        require_same_or_doubted(read(base64.b64decode(printed["data"])), report)

    law()


def require_same_or_doubted(reading, report):
    again, doubted = reading.report, {doubt.cell for doubt in reading.doubts}
    assert again.form is report.form
    wrong = {cell.address for cell, value in report.cells() if again[cell.address] != value}
    assert wrong <= doubted
    assert again.year == report.year
    assert attrs.evolve(again.organ, name=None) == attrs.evolve(report.organ, name=None)
    name, texts, remarks = as_printed(again)
    own_name, own_texts, own_remarks = as_printed(report)
    assert (name, texts) == (own_name, own_texts)
    assert remarks.items() <= own_remarks.items()
    assert own_remarks.keys() - remarks.keys() <= doubted


@given(documents(), st.sampled_from(LANGUAGES), st.sampled_from(Totals))
@tries(6)
def test_a_workbook_is_read_back_as_the_report(report, language, totals):
    pytest.importorskip("xlsxwriter")
    require_same(read(form_workbook(report.form, report, language, totals=totals)), report)


def full():
    """A report with everything that a workbook holds beside its figures."""
    report = zeros()
    rule, _, blank, *_, last = report.form.index
    return report.replace({rule: 22, blank: None, last: 3}).replace(
        year=2023,
        organ=Organ(name="某局", code=credit_code(7), division="310115", scope="region"),
        narrative=Narrative(overview="　　一是。\n\n二是  x。", problems="无。", other="3"),
        remarks=(
            Remark(cell=rule, printed="22（其中修订 2 件）"),
            Remark(cell=blank, printed="不适用"),
            Remark(cell=last, printed="3件"),
        ),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_remark_of_a_workbook_lasts_as_long_as_its_number(language):
    openpyxl = pytest.importorskip("openpyxl")
    report = full()
    data = form_workbook(report.form, report, language)
    require_same(read(data), report)
    book = openpyxl.load_workbook(io.BytesIO(data))
    book[texts.FORM_SHEET[language]][
        read(data).cells[next(iter(report.form.index))].place.reference
    ] = 23
    changed = io.BytesIO()
    book.save(changed)
    again = read(changed.getvalue()).report
    assert again[next(iter(report.form.index))] == 23
    assert again.remarks == report.remarks[1:]


@pytest.mark.engines
def test_a_workbook_that_another_program_saved_is_read_back_as_the_report(tmp_path):
    recalculation = pytest.importorskip("tests.support.libreoffice_recalculation")
    report = full()
    books = [form_workbook(report.form, report, language) for language in LANGUAGES]
    for book in recalculation.recalculated(books, tmp_path):
        require_same(read(book), report)
