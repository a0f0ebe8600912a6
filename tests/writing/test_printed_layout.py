from __future__ import annotations

import zipfile
from xml.etree import ElementTree as ET

import pytest
from tests.support.paths import SHARED

from gxstats import FORMS
from gxstats.writing import PrintedRole, printed_tables

forms = pytest.mark.parametrize("form", FORMS.values(), ids=str)


def texts(table, row):
    return [(c.text.zh, c.row_span, c.column_span) for c in table.cells if c.row == row and c.text]


@forms
def test_the_rectangles_tile_the_table_without_gap_or_overlap(form):
    for table in printed_tables(form):
        covered = [place for cell in table.cells for place in cell.places]
        everything = {(r, c) for r in range(table.rows) for c in range(table.columns)}
        assert len(covered) == len(set(covered))
        assert set(covered) == everything


@forms
def test_every_cell_of_the_form_is_printed_once_in_its_table_and_in_order(form):
    printed = [
        (table.table, cell.address)
        for table in printed_tables(form)
        for cell in table.cells
        if cell.role is PrintedRole.VALUE
    ]
    assert printed == [(cell.table, cell.address) for cell in form]


@forms
def test_words_have_a_text_and_values_have_an_address(form):
    for table in printed_tables(form):
        for cell in table.cells:
            is_value = cell.role is PrintedRole.VALUE
            assert (cell.text is None, cell.address is not None) == (is_value, is_value)


@forms
def test_the_headers_of_a_value_are_the_labels_of_the_catalogue(form):
    words = {PrintedRole.HEADING, PrintedRole.COLUMN, PrintedRole.LABEL}
    for table in printed_tables(form):
        for printed in table.cells:
            if printed.address is None:
                continue
            cell = form[printed.address]
            headers = table.headers(printed)
            assert {header.role for header in headers} <= words
            expected = {*cell.columns, cell.column, *cell.headings}
            if table.table.number != "四":  # which prints no row label
                expected.add(cell.row)
            assert {header.text for header in headers} == expected


def test_table_two_of_2021_is_printed_as_in_the_official_form():
    table = printed_tables(FORMS["2021"])[0]
    # Transcribed from the notice: text, rows and columns spanned.
    assert texts(table, 0) == [("第二十条第（一）项", 1, 4)]
    assert texts(table, 1) == [
        ("信息内容", 1, 1),
        ("本年制发件数", 1, 1),
        ("本年废止件数", 1, 1),
        ("现行有效件数", 1, 1),
    ]
    assert texts(table, 5) == [("信息内容", 1, 1), ("本年处理决定数量", 1, 3)]
    assert texts(table, 12) == [("信息内容", 1, 1), ("本年收费金额（单位：万元）", 1, 3)]


def test_table_two_of_2019_reaches_to_the_edge():
    table = printed_tables(FORMS["2019"])[0]
    assert texts(table, 13) == [
        ("信息内容", 1, 1),
        ("上一年项目数量", 1, 1),
        ("本年增/减", 1, 2),
    ]


def test_table_three_of_2021_is_printed_as_in_the_official_form():
    table = printed_tables(FORMS["2021"])[1]
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    assert texts(table, 0) == [(note, 3, 3), ("申请人情况", 1, 7)]
    assert texts(table, 1) == [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)]
    assert texts(table, 3) == [("一、本年新收政府信息公开申请数量", 1, 3)]
    assert texts(table, 5) == [("三、本年度办理结果", 22, 1), ("（一）予以公开", 1, 2)]
    assert texts(table, 7) == [("（三）不予公开", 8, 1), ("1.属于国家秘密", 1, 1)]
    assert texts(table, 27) == [("四、结转下年度继续办理", 1, 3)]


def test_table_four_is_printed_as_in_the_official_form():
    table = printed_tables(FORMS["2019"])[2]
    assert texts(table, 0) == [("行政复议", 1, 5), ("行政诉讼", 1, 10)]
    assert texts(table, 1)[:1] == [("结果维持", 2, 1)]
    assert texts(table, 1)[5:] == [("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)]
    assert len(texts(table, 2)) == 10
    assert texts(table, 3) == []


def test_an_undivided_form_prints_other_handling_as_one_row():
    table = printed_tables(FORMS["2021-undivided"])[1]
    assert ("（六）其他处理", 1, 2) in texts(table, 23)


OFFICIAL = SHARED / "forms" / "form-2021.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def official_tables():
    """Every table of the official Word form: for each place, the text of what covers it."""
    body = ET.fromstring(zipfile.ZipFile(OFFICIAL).read("word/document.xml"))
    for table in body.iter(f"{W}tbl"):
        grid = {}
        for row, line in enumerate(table.findall(f"{W}tr")):
            column = 0
            for cell in line.findall(f"{W}tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                text = "".join("".join(t.text or "" for t in cell.iter(f"{W}t")).split())
                if merge is not None and merge.get(f"{W}val") != "restart":
                    text = grid[row - 1, column]
                for _ in range(1 if span is None else int(span.get(f"{W}val"))):
                    grid[row, column] = text
                    column += 1
        yield grid


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the official form is not at hand")
def test_every_place_of_the_2021_form_is_printed_as_in_the_official_word_file():
    ours = [
        {place: cell.text.zh if cell.text else "" for place, cell in table.at.items()}
        for table in printed_tables(FORMS["2021"])
    ]
    assert ours == list(official_tables())
