"""Whatever Word, WPS or a converter leaves in a file, what is read is what Word shows."""

from __future__ import annotations

import io
import random
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import some, tries_as_drawn
from tests.support.paths import SHARED
from tests.support.typeset_docx import (
    FAULTS,
    MAIN_TYPE,
    OVERVIEW,
    STRICT,
    TRANSITIONAL,
    DocxTypesetter,
    Standing,
    package,
    text_box,
)
from tests.support.typeset_report import seeds
from tests.support.word_markup import cells, field, paragraph, part, run, table, tc
from tests.support.yardstick import PATIENCE, Work

from gxstats import Organ, Report, Unreadable, form, read
from gxstats.reading import Certainty, Limits, Reading
from gxstats.reading.grid import UNSURE, Grid, Shape
from gxstats.reading.word.docx import read_docx
from gxstats.testing import arbitrary_reports, reports, reports_with_blanks

FORM_2021 = SHARED / "forms" / "form-2021.docx"
PATIENT = Limits(seconds=PATIENCE)
UNITS = 500
"""The worst of the hostile files takes a fifth of it."""
all_reports = st.one_of(reports("any"), reports_with_blanks("any"), arbitrary_reports("any"))


def require_exact(report: Report, reading: Reading) -> None:
    assert reading.form is report.form
    assert reading.container == "docx"
    assert [(d.code, d.cell, d.printed) for d in reading.doubts] == []
    wrong = [(c.address, v, reading.report[c.address]) for c, v in report.cells()]
    assert [entry for entry in wrong if entry[1] != entry[2]] == []
    assert {source.certainty for source in reading.cells.values()} == {Certainty.CERTAIN}


def standing(reading: Reading) -> dict[str, Standing]:
    return {
        address: Standing(source.place.table, source.place.row, source.place.cell)
        for address, source in reading.cells.items()
        if source.place is not None
    }


# --- whole reports --------------------------------------------------------------------------


@tries_as_drawn(40)
@given(report=all_reports, seed=seeds)
def test_a_report_is_read_back_exactly_and_every_cell_says_where_it_stood(
    report: Report, seed: int
) -> None:
    setting = DocxTypesetter(report, random.Random(seed))
    reading = read(setting.document())
    require_exact(report, reading)
    assert standing(reading) == setting.places
    assert (reading.report.year, reading.report.organ.name) == (2023, "某某市示例局")


@tries_as_drawn(4)
@given(report=all_reports, seed=seeds)
def test_files_of_another_writer_are_read_back_exactly(report: Report, seed: int) -> None:
    pytest.importorskip("docx", reason="python-docx is not installed")
    setting = DocxTypesetter(report, random.Random(seed))
    reading = read(setting.written_by_library())
    require_exact(report, reading)
    assert standing(reading) == setting.places
    assert reading.report.narrative.overview == OVERVIEW


def test_the_setting_draws_every_oddity() -> None:
    drawn: Counter[str] = Counter()
    for seed in range(60):
        setting = DocxTypesetter(
            form("2021").report({}, year=2023, organ=Organ()), random.Random(seed)
        )
        setting.document()
        drawn.update(setting.drawn)
    assert len(drawn) >= 40
    assert min(drawn.values()) >= 3, drawn


@pytest.mark.parametrize("fault", FAULTS)
@tries_as_drawn(6)
@given(report=all_reports, seed=seeds)
def test_a_fault_of_a_table_is_a_doubt_never_a_wrong_cell(
    fault: str, report: Report, seed: int
) -> None:
    setting = DocxTypesetter(report, random.Random(seed), fault)
    reading = read(setting.document())
    assert reading.form is report.form
    doubted = {doubt.cell for doubt in reading.doubts}
    for cell, value in report.cells():
        read_as = reading.report[cell.address]
        absent = reading.cells[cell.address].certainty is Certainty.ABSENT
        assert read_as == value or cell.address in doubted or (absent and read_as is None)
    if fault in {"two numbers in a cell", "struck through", "raised mark"}:
        assert setting.hit in doubted


def test_the_official_form_is_a_blank_report_whose_every_cell_is_printed() -> None:
    if not FORM_2021.is_file():
        pytest.skip("the official form is not beside the project")
    reading = read(FORM_2021.read_bytes())
    assert reading.form is form("2021")
    assert reading.doubts == ()
    assert len(reading.cells) == 200
    for address, source in reading.cells.items():
        assert source.certainty is Certainty.CERTAIN
        assert source.printed == ""
        assert reading.report[address] is None


# --- what Word shows ------------------------------------------------------------------------


def grids(body: str, **given: object) -> tuple[Grid, ...]:
    return read_docx(package(body, **given), Limits().begun()).grids


def lines(body: str, **given: object) -> list[str]:
    """The lines of a file that holds nothing but lines."""
    found = grids(body, **given)
    assert all(grid.shape is not Shape.TABLE for grid in found)
    return ["\t".join(cell.text for cell in row) for grid in found for row in grid.rows]


SHOWN = {
    "runs": (run("1") + run("2"), "12"),
    "a space between runs": (run("1 ") + run("2"), "1 2"),
    "a tab": (run("甲") + "<w:r><w:tab/></w:r>" + run("乙"), "甲\t乙"),
    "a tab that indents": ("<w:r><w:tab/></w:r>" + run("甲"), "甲"),
    "inserted": (f'<w:ins w:id="1">{run("12")}</w:ins>', "12"),
    "deleted": (f'<w:del w:id="1">{run("12")}</w:del>{run("3")}', "3"),
    "moved away": (f'<w:moveFrom w:id="1">{run("12")}</w:moveFrom>{run("3")}', "3"),
    "deleted text outside a deletion": ("<w:r><w:delText>1</w:delText></w:r>" + run("3"), "3"),
    "an insertion that was deleted": (
        f'<w:ins w:id="1"><w:del w:id="2">{run("12")}</w:del></w:ins>{run("3")}',
        "3",
    ),
    "hidden": (run("12", "<w:vanish/>") + run("3"), "3"),
    "not hidden": (run("12", '<w:vanish w:val="0"/>') + run("3"), "123"),
    "hidden before a change of format": (
        run("12", '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
        "12",
    ),
    "hyphens": (
        "<w:r><w:noBreakHyphen/></w:r>" + run("3") + "<w:r><w:softHyphen/></w:r>" + run("4"),
        "-34",
    ),
    "a symbol that is a digit": (
        '<w:r><w:sym w:font="Symbol" w:char="F033"/></w:r>' + run("4"),
        "34",
    ),
    "a symbol that is none": (
        run("3") + '<w:r><w:sym w:font="Wingdings" w:char="F034"/></w:r>' + run("4"),
        "3\uf0344",
    ),
    "a symbol that is nothing": ('<w:r><w:sym w:char="D800"/><w:sym/></w:r>', "\ufffd\ufffd"),
    "a simple field": (f'<w:fldSimple w:instr=" MERGEFIELD a ">{run("3")}</w:fldSimple>', "3"),
    "a field": (field("MERGEFIELD a", run("3")) + run("4"), "34"),
    "a field in the code of a field": (field(f"</w:instrText></w:r>{field('X', run('9'))}"
        "<w:r><w:instrText>", run("3")), "3"),
    "a field in the result of a field": (field("X", run("1") + field("Y", run("2"))), "12"),
    "a field without a result": (field(" XE a ", None) + run("3"), "3"),
    "a formula": (field(" =SUM(ABOVE) ", run("7")), "7"),
    "a formula without a result": (field(" =SUM(ABOVE) ", run("")), "=SUM(ABOVE)"),
    "a formula never computed": (field(" =SUM(ABOVE) ", None), "=SUM(ABOVE)"),
    "a field that never ends": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("3"),
        "3",
    ),
    "a field that never began": ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("3"), "3"),
    "a control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('3')}</w:sdtContent></w:sdt>", "3"),
    "a link": (f'<w:hyperlink r:id="rId3">{run("3")}</w:hyperlink>', "3"),
    "a smart tag": (f'<w:smartTag w:element="x">{run("3")}</w:smartTag>', "3"),
    "ruby": (
        f"<w:r><w:ruby><w:rt>{run('guī')}</w:rt><w:rubyBase>{run('规')}</w:rubyBase></w:ruby></w:r>"
        + run("章"),
        "规章",
    ),
    "a footnote": (run("3") + '<w:r><w:footnoteReference w:id="1"/></w:r>', "3"),
    "a raised mark": (run("22") + run("1", '<w:vertAlign w:val="superscript"/>'), "22^1"),
    "a raised mark before": (run("1", '<w:vertAlign w:val="superscript"/>') + run("22"), "^1^22"),
    "a raised mark on a word": (run("规章") + run("1", '<w:vertAlign w:val="superscript"/>'), "规章¹"),
    "struck through": (run("22", "<w:strike/>") + run("1"), "~~22~~1"),
    "an equation": (
        ('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        "<m:r><m:t>1</m:t></m:r><m:r><m:t>2</m:t></m:r></m:oMath>"),
        "12",
    ),
    "a fraction": (
        ('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
        "</m:oMath>"),
        UNSURE + "1 2",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SHOWN)
def test_a_line_is_what_word_shows_of_it(name: str) -> None:
    markup, shown = SHOWN[name]
    expected = [shown]
    assert lines(paragraph(markup)) == expected
    assert lines(paragraph(markup), namespace=STRICT) == expected
    ((cell,),) = grids(table(tc(paragraph(markup))))[0].rows
    assert cell.text == " ".join(shown.split())


def test_a_line_break_ends_a_line_but_not_the_paragraph() -> None:
    (grid,) = grids(paragraph(run("甲") + "<w:r><w:br/></w:r>" + run("乙")) + paragraph(run("丙")))
    assert [(c.text, c.place.line) for c in grid] == [("甲", 1), ("乙", 1), ("丙", 2)]


def test_paragraphs_whose_end_is_deleted_or_hidden_run_on() -> None:
    for mark in ("<w:del w:id='1'/>", "<w:moveFrom w:id='1'/>", "<w:vanish/>"):
        properties = f"<w:rPr>{mark}</w:rPr>"
        body = paragraph(run("1"), properties) + paragraph(run("2")) + paragraph(run("3"))
        assert lines(body) == ["12", "3"]
        gone = paragraph(f'<w:del w:id="2">{run("1")}</w:del>', properties)
        assert lines(paragraph(run("0")) + gone + gone) == ["0"]


@pytest.mark.parametrize("kind", ["choice", "fallback", "old", "not understood"])
def test_a_text_box_is_read_once_after_its_paragraph(kind: str) -> None:
    box = text_box(
        paragraph(run("框")), choice=kind != "old", fallback=kind in {"fallback", "not understood"}
    )
    if kind == "not understood":
        box = box.replace('Requires="wps"', 'Requires="v"').replace("框", "新", 1)
    assert lines(paragraph(run("前") + box + run("后")) + paragraph(run("末"))) == [
        "前后",
        "框",
        "末",
    ]


def test_tracked_rows_and_cells_are_taken_as_accepted() -> None:
    deleted = "<w:trPr><w:del w:id='1'/></w:trPr>"
    inserted = "<w:trPr><w:ins w:id='1'/></w:trPr>"
    gone = tc(paragraph(run("9")), "<w:cellDel w:id='1'/>")
    new = tc(paragraph(run("3")), "<w:cellIns w:id='1'/>")
    (grid,) = grids(
        table(cells("1", "2"), deleted + cells("7", "8"), inserted + gone + new + cells("4"))
    )
    assert [[c.text for c in row] for row in grid.rows] == [["1", "2"], ["3", "4"]]
    assert [c.place.row for c in grid] == [1, 1, 2, 2]
    assert [c.place.cell for c in grid] == [1, 2, 1, 2]


def shape(*rows: str) -> list[list[tuple[str, int, int, int, int]]]:
    (grid,) = grids(table(*rows))
    return [[(c.text, c.row, c.column, c.row_span, c.column_span) for c in r] for r in grid.rows]


START, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_merged_cells_cover_their_rows_and_columns() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    assert shape(
        tc(paragraph(run("甲")), START + wide) + cells("1"),
        tc("<w:p/>", ON + wide) + cells("2"),
        tc(paragraph(run("乙")), START + wide) + cells("3"),
        tc("<w:p/>", '<w:vMerge w:val="continue"/>' + wide) + cells("4"),
    ) == [
        [("甲", 0, 0, 2, 2), ("1", 0, 2, 1, 1)],
        [("2", 1, 2, 1, 1)],
        [("乙", 2, 0, 2, 2), ("3", 2, 2, 1, 1)],
        [("4", 3, 2, 1, 1)],
    ]


def test_a_cell_that_continues_nothing_is_a_cell() -> None:
    expected = [[("甲", 0, 0, 2, 1), ("1", 0, 1, 1, 1)], [("2", 1, 1, 1, 1)]]
    on = tc(paragraph(run("甲")), ON)
    assert shape(on + cells("1"), tc("<w:p/>", ON) + cells("2")) == expected
    assert shape(cells("1", "2"), tc("<w:p/>", ON) + cells("3")) == [
        [("1", 0, 0, 1, 1), ("2", 0, 1, 1, 1)],
        [("", 1, 0, 1, 1), ("3", 1, 1, 1, 1)],
    ]


def test_cells_merged_in_the_old_way_and_columns_left_out() -> None:
    start, on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    left_out = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>'
    assert shape(
        tc(paragraph(run("甲")), start) + tc("<w:p/>", on) + tc("<w:p/>", on) + cells("1"),
        left_out + cells("2", "3"),
    ) == [[("甲", 0, 0, 1, 3), ("1", 0, 3, 1, 1)], [("2", 1, 2, 1, 1), ("3", 1, 3, 1, 1)]]


def test_a_table_that_only_holds_another_is_layout_and_a_small_one_is_text() -> None:
    inner = table(cells("1", "2"), cells("3", "4"))
    outer = table(tc(paragraph(run("前")) + inner + "<w:p/>") + cells("旁"))
    before, found, after = grids(outer)
    assert [c.text for c in before] == ["前"]
    assert [[c.text for c in row] for row in found.rows] == [["1", "2"], ["3", "4"]]
    assert [c.text for c in after] == ["", "旁"]
    assert {cell.place.table for cell in found} == {1}
    small = table(cells("甲", "乙"), tc(table(cells("5")) + "<w:p/>") + cells("6"))
    (grid,) = grids(small)
    assert [[c.text for c in row] for row in grid.rows] == [["甲", "乙"], ["5", "6"]]


def test_a_small_table_in_a_large_one_is_the_text_of_its_cell() -> None:
    inner = table(cells("5", "件"))
    (grid,) = grids(table(cells("甲", "乙"), tc(inner + "<w:p/>") + cells("6"), cells("7", "8")))
    texts = [[c.text for c in row] for row in grid.rows]
    assert texts == [["甲", "乙"], ["5\n件", "6"], ["7", "8"]]


def test_blank_cells_and_blank_lines_are_kept() -> None:
    first, found, last = grids("<w:p/>" + table(tc("<w:p/>") + tc("<w:p/><w:p/>")) + "<w:p/>")
    assert [c.text for grid in (first, found, last) for c in grid] == ["", "", "", ""]


# --- styles, numbers, title -----------------------------------------------------------------


def test_text_of_a_hidden_style_is_not_read() -> None:
    styles = part(
        "styles",
        '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="I"><w:basedOn w:val="H"/></w:style>'
        '<w:style w:type="character" w:styleId="J"><w:basedOn w:val="I"/>'
        '<w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    )
    runs = "".join(run(t, f'<w:rStyle w:val="{s}"/>') for t, s in (("1", "I"), ("2", "J")))
    assert lines(paragraph(runs), **styles) == ["2"]
    hidden = paragraph(run("窗体顶端"), '<w:pStyle w:val="P"/>')
    shown = paragraph(run("甲"), '<w:pStyle w:val="A"/>')
    assert lines(hidden + shown, **styles) == ["甲"]


def test_numbers_that_word_draws_are_read() -> None:
    def level(i: int, kind: str, text: str, more: str = "") -> str:
        return (
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
        )

    nothing = '<w:suff w:val="nothing"/>'
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "chineseCountingThousand", "（%1）", nothing)
        + level(1, "decimal", "%1-%2.")
        + level(2, "bullet", "\uf0b7")
        + level(3, "upperRoman", "%4.")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="20"/></w:lvlOverride></w:num>',
    )

    def item(number: int, level: int) -> str:
        place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
        return paragraph(run("甲"), f"<w:numPr>{place}</w:numPr>")

    drawn = [
        (1, 0),
        (1, 1),
        (1, 1),
        (1, 0),
        (1, 1),
        (1, 2),
        (1, 3),
        (2, 0),
        (2, 0),
        (0, 0),
        (9, 0),
    ]
    assert lines("".join(item(*one) for one in drawn), **numbering) == [
        "（一）甲",
        "一-1. 甲",
        "一-2. 甲",
        "（二）甲",
        "二-1. 甲",
        "甲",
        "甲",
        "（二十）甲",
        "（二十一）甲",
        "甲",
        "甲",
    ]


def test_the_title_is_the_one_the_file_declares() -> None:
    title = "某某局2022年政府信息公开工作年度报告"
    assert read_docx(package("<w:p/>", title=f" {title}\n"), Limits()).title == title
    assert read_docx(package("<w:p/>", title=" "), Limits()).title is None
    assert read_docx(package("<w:p/>"), Limits()).title is None


# --- files in the file ----------------------------------------------------------------------

HEAD = "<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
PAGE = f"<html><p>前</p><table>{HEAD}<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr></table>"


def archived(encoded: bytes, transfer: str) -> bytes:
    return (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html";\r\n'
        b'    boundary="----=part"\r\n\r\n------=part\r\nContent-Type: text/html; charset="utf-8"\r\n'
        + f"Content-Transfer-Encoding: {transfer}\r\n\r\n".encode()
        + encoded
        + b"\r\n------=part--\r\n"
    )


def chunks() -> dict[str, bytes]:
    import base64
    import quopri

    return {
        "page": PAGE.encode(),
        "page of old": PAGE.encode("gb18030"),
        "archived": archived(quopri.encodestring(PAGE.encode()), "quoted-printable"),
        "archived as letters": archived(base64.encodebytes(PAGE.encode()), "base64"),
        "archived as it is": archived(PAGE.encode(), "8bit"),
        "another Word file": package(
            paragraph(run("前"))
            + table(
                cells("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
                cells("规章", "1", "2", "3"),
            )
        ),
        "text": "前\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t2\t3\n".encode(),
    }


@pytest.mark.parametrize("kind", chunks())
def test_a_page_set_into_the_file_is_read_where_it_stands(kind: str) -> None:
    body = (
        paragraph(run("首"))
        + table(cells("甲"))
        + '<w:altChunk r:id="rId5"/>'
        + table(cells("乙"))
    )
    data = package(
        body,
        related=[("rId5", "aFChunk", "/word/chunk.dat")],
        parts=[("word/chunk.dat", chunks()[kind])],
    )
    document = read_docx(data, Limits().begun())
    first = [next(iter(grid)).text for grid in document.grids]
    assert first == ["首", "甲", "前", "信息内容", "乙"]
    if kind != "text":
        assert [next(iter(grid)).place.table for grid in document.grids] == [None, 1, None, 2, 3]
    rules = read(data).report.disclosure.rules
    assert (rules.issued, rules.repealed, rules.in_force) == (1, 2, 3)


def test_a_file_of_another_kind_set_into_the_file_is_something_that_is_not_read() -> None:
    for data in (b"{\\rtf1 7}", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.7"):
        body = table(cells("甲")) + '<w:altChunk r:id="rId5"/>' + table(cells("乙"))
        document = read_docx(
            package(
                body,
                related=[("rId5", "aFChunk", "/word/chunk.dat")],
                parts=[("word/chunk.dat", data)],
            ),
            Limits().begun(),
        )
        assert [next(iter(grid)).text for grid in document.grids] == ["甲", "乙"]
        assert document.beside.pictures == ((1, 0),)


def test_files_set_into_one_another_are_read_up_to_a_depth() -> None:
    data = package(paragraph(run("里")))
    for _ in range(9):
        data = package(
            paragraph(run("外")) + '<w:altChunk r:id="rId5"/>',
            related=[("rId5", "aFChunk", "/word/chunk.dat")],
            parts=[("word/chunk.dat", data)],
        )
    document = read_docx(data, Limits().begun())
    assert [cell.text for grid in document.grids for cell in grid] == ["外"] * 4


# --- hostile files --------------------------------------------------------------------------

ROWS = (
    table(cells("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"), cells("规章", "1", "2", "3"))
)  # fmt: skip
ENTITY = '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


def with_part(name: str, content: str | bytes) -> bytes:
    """A file one of whose parts is replaced; the rest is whole."""
    source = zipfile.ZipFile(io.BytesIO(package(ROWS, title="题")))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in source.namelist():
            if member != name:
                archive.writestr(member, source.read(member))
        if content != b"":
            archive.writestr(name, content)
    return stream.getvalue()


def document(inner: str, before: str = "") -> str:
    return f'{before}<w:document xmlns:w="{TRANSITIONAL}"><w:body>{inner}</w:body></w:document>'


stored = partial(package, compression=zipfile.ZIP_STORED)
MAIN = "word/document.xml"
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "an entity that is a file": (
        lambda: with_part(MAIN, document("<w:p>&e;</w:p>", ENTITY)),
        "read.damaged",
    ),
    "an entity in UTF-16": (
        lambda: with_part(MAIN, document("<w:p>&e;</w:p>", ENTITY).encode("utf-16")),
        "read.damaged",
    ),
    "a billion laughs": (
        lambda: with_part(MAIN, document("<w:p>&i;</w:p>", LAUGHS)),
        "read.damaged",
    ),
    "an entity in another part": (
        lambda: with_part("docProps/core.xml", ENTITY + "<a>&e;</a>"),
        "read.damaged",
    ),
    "no main part": (
        lambda: with_part(MAIN, b""),
        "read.damaged",
    ),
    "a main part that lies outside": (
        lambda: stored(ROWS, main="main.xml").replace(b"main.xml", b"mxin.xml", 1),
        "read.damaged",
    ),
    "not Word's markup": (lambda: with_part(MAIN, "<a><b/></a>"), "read.damaged"),
    "markup that breaks off": (
        lambda: with_part(MAIN, document(ROWS)[:-40]),
        "read.damaged",
    ),
    "a truncated file": (lambda: stored(ROWS)[:-60], "read.damaged"),
    "a part cut short": (
        lambda: (lambda data: data[:400] + data[500:])(package(ROWS * 50)),
        "read.damaged",
    ),
    "a bomb": (lambda: with_part(MAIN, document(" " * 39_000_000)), "read.limit.ratio"),
    "alternatives by a prefix of several meanings": (
        lambda: stored(
            "<w:p " + " ".join(f'xmlns:q{n}="u{n}"' for n in range(2_000)) + '><w:r xmlns:q1="v"/>'
            + "<mc:AlternateContent><mc:Choice Requires='q1'/></mc:AlternateContent>" * 50_000
            + "</w:p>"
        ),
        "read.limit.nodes",
    ),
    "text": (
        lambda: stored(
            "".join(paragraph(run("字" * 9_000)) for _ in range(300))
        ),
        "read.limit.characters",
    ),
    "elements": (
        lambda: stored("<w:p><w:r/></w:p>" * 300_000),
        "read.limit.nodes",
    ),
    "lines": (lambda: stored("<w:p/>" * 150_000), "read.limit.area"),
    "200 nested tables": (
        lambda: stored("<w:tbl><w:tr><w:tc>" * 200 + "</w:tc></w:tr></w:tbl>" * 200),
        "read.limit.depth",
    ),
    "spans in many rows": (
        lambda: stored(table(*[tc("<w:p/>", '<w:gridSpan w:val="100000000"/>')] * 2_000)),
        "read.limit.area",
    ),
    "columns left out in many rows": (
        lambda: stored(
            table(*['<w:trPr><w:gridBefore w:val="99999999"/></w:trPr>' + cells("1")] * 2_000)
        ),
        "read.limit.area",
    ),
    "cells": (lambda: stored(table("<w:tc/>" * 150_000)), "read.limit.area"),
}  # fmt: skip


@pytest.mark.parametrize("name", some(REFUSED, 20))
def test_hostile_files_are_refused_by_name_in_bounded_work(name: str) -> None:
    make, code = REFUSED[name]
    data = make()
    with Work() as work, pytest.raises(Unreadable) as caught:
        read(data, limits=PATIENT)
    assert work.units < UNITS
    assert caught.value.code == code
    assert "root:" not in str(caught.value)


START_OF_NUMBER = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999"/>'
)
HARMLESS: dict[str, Callable[[], bytes]] = {
    "a span": lambda: stored(table(tc("<w:p/>", '<w:gridSpan w:val="100000000"/>')) + ROWS),
    "spans that are no numbers": lambda: stored(
        table(
            tc("<w:p/>", '<w:gridSpan w:val="-3"/>') + tc("<w:p/>", '<w:gridSpan w:val="x"/>'),
            tc("<w:p/>", '<w:vMerge w:val="?"/><w:hMerge w:val=""/>'),
        )
        + ROWS
    ),
    "merged with everything": lambda: stored(
        table(*[tc("<w:p/>", ON + "<w:hMerge/>") * 10] * 2_000) + ROWS
    ),
    "merged with its neighbours": lambda: stored(
        table(
            *[tc("<w:p/>", ON) + tc("<w:p/>", START + '<w:gridSpan w:val="3"/>') * 3] * 500,
            *[tc("<w:p/>", ON + '<w:gridSpan w:val="2"/>') * 5] * 500,
        )
        + ROWS
    ),
    "70 nested tables": lambda: stored(
        "<w:tbl><w:tr><w:tc>" * 70 + "<w:p/></w:tc></w:tr></w:tbl>" * 70 + ROWS
    ),
    "a table in 70 tables": lambda: stored(
        "<w:tbl><w:tr><w:tc>" * 70 + ROWS + "<w:p/></w:tc></w:tr></w:tbl>" * 70
    ),
    "wrapped 200 times": lambda: stored(
        "<w:sdt><w:sdtContent>" * 100 + ROWS + "</w:sdtContent></w:sdt>" * 100
    ),
    "boxes in boxes": lambda: stored(
        ("<w:p><w:r><w:pict><w:txbxContent>" * 55)
        + ROWS
        + ("</w:txbxContent></w:pict></w:r></w:p>" * 55)
    ),
    "alternatives": lambda: stored(
        "<w:p>" + "<mc:AlternateContent><mc:Choice Requires='q'/></mc:AlternateContent>" * 100_000
        + "</w:p>" + ROWS
    ),
    "alternatives under many namespaces": lambda: stored(
        "<w:p " + " ".join(f'xmlns:q{n}="u{n}"' for n in range(2_000)) + ">"
        + "<mc:AlternateContent><mc:Choice Requires='q1 q2'/></mc:AlternateContent>" * 50_000
        + "</w:p>" + ROWS
    ),
    "paragraphs that are hidden": lambda: stored(
        paragraph(run("1", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>") * 30_000 + "<w:p/>" + ROWS
    ),
    "runs that are raised and lowered": lambda: stored(
        "<w:p>"
        + "".join(run("1", f'<w:vertAlign w:val="{way}script"/>') for way in ("super", "sub"))
        * 30_000
        + "</w:p>"
        + ROWS
    ),
    "runs of which each looks otherwise": lambda: stored(
        "<w:p>" + "".join(run("字", f'<w:sz w:val="{n}"/>') for n in range(30_000)) + "</w:p>" + ROWS
    ),
    "drawings in drawings": lambda: stored(
        "<w:p><w:r>" + "<w:drawing>" * 80 + "<w:r/>" * 50_000 + "</w:drawing>" * 80
        + "</w:r></w:p>" + ROWS
    ),
    "styles based on each other for tables": lambda: stored(
        table(cells("1")).replace("<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="A"/></w:tblPr>')
        + ROWS,
        **part(
            "styles",
            '<w:style w:type="table" w:styleId="A"><w:basedOn w:val="A"/>'
            '<w:tblStylePr w:type="band1Vert"/></w:style>',
        ),
    ),
    "fields": lambda: stored(
        "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 100_000 + "</w:p>" + ROWS
    ),
    "fields around text": lambda: stored(
        "<w:p>"
        + '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>'
        * 50_000
        + run("x") * 20_000
        + "</w:p>"
        + ROWS
    ),
    "paragraphs that run on": lambda: stored(
        paragraph(run("字" * 100_000), "<w:rPr><w:vanish/></w:rPr>") * 5
        + paragraph(run("1"), "<w:rPr><w:vanish/></w:rPr>") * 30_000
        + "<w:p/>"
        + ROWS
    ),
    "styles based on each other": lambda: stored(
        paragraph(run("甲"), '<w:pStyle w:val="A"/>') * 1_000 + ROWS,
        **part(
            "styles",
            '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>',
        ),
    ),
    "numbers without end": lambda: stored(
        paragraph("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') * 1_000 + ROWS,
        **part(
            "numbering",
            START_OF_NUMBER + f'<w:lvlText w:val="{"%1" * 5}"/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        ),
    ),
    "a chunk that is itself": lambda: stored(
        '<w:altChunk r:id="rId1"/>' + ROWS, related=[("rId1", "aFChunk", "document.xml")]
    ),
    "a chunk outside": lambda: stored(
        '<w:altChunk r:id="rId1"/>' * 1_000 + ROWS,
        related=[("rId1", "aFChunk", '../../../../etc/passwd" TargetMode="Internal')],
    ),
    "relationships that lead outside": lambda: stored(
        ROWS, related=[("rId1", "styles", 'http://127.0.0.1:9/s.xml" TargetMode="External')]
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", some(HARMLESS, 20))
def test_hostile_files_around_a_table_are_read_in_bounded_work(name: str) -> None:
    data = HARMLESS[name]()
    with Work() as work:
        reading = read(data, limits=PATIENT)
    assert work.units < UNITS
    rules = reading.report.disclosure.rules
    assert (rules.issued, rules.repealed, rules.in_force) == (1, 2, 3)
    assert "root:" not in repr(reading.to_dict())


def test_the_main_part_is_found_by_the_kinds_of_parts_too() -> None:
    without = with_part("_rels/.rels", b"")
    assert MAIN_TYPE.encode() in zipfile.ZipFile(io.BytesIO(without)).read("[Content_Types].xml")
    for data in (without, with_part("[Content_Types].xml", b"")):
        assert read(data).report.disclosure.rules.in_force == 3


def test_the_main_part_is_the_one_that_the_file_points_to() -> None:
    decoy = document(ROWS.replace('<w:t xml:space="preserve">3<', "<w:t>9<"))
    assert ">9<" in decoy
    data = package(ROWS, main="main.xml", content_type="text/xml", parts=[(MAIN, decoy)])
    assert read(data).report.disclosure.rules.in_force == 3


def test_a_part_that_lies_outside_is_not_the_one_of_that_name_inside() -> None:
    hidden = '<w:style w:type="paragraph" w:default="1"><w:rPr><w:vanish/></w:rPr></w:style>'
    inside = part("styles", hidden)
    assert lines(paragraph(run("甲")), **inside) == []
    outside = {**inside, "related": [("rId1", "styles", 'styles.xml" TargetMode="External')]}
    assert lines(paragraph(run("甲")), **outside) == ["甲"]


@pytest.mark.parametrize("name", ["theme", "settings"])
def test_a_part_that_a_document_can_do_without_may_be_damaged(name: str) -> None:
    for content in ("<w:x", ENTITY + "<a>&e;</a>", ""):
        damaged = package(
            ROWS,
            related=[("rId1", name, f"{name}.xml")],
            parts=[(f"word/{name}.xml", content)],
        )
        assert read(damaged).report.disclosure.rules.in_force == 3


def test_the_clock_is_looked_at() -> None:
    data = stored("<w:p/>" * 1_000)
    limits = Limits().begun()
    object.__setattr__(limits, "_until", 0.0)
    with pytest.raises(Unreadable, match=r"read\.limit\.seconds"):
        read_docx(data, limits)
