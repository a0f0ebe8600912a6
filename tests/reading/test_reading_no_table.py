"""Where no table is found, the cause that the file proves is told, and never one of a report."""

from __future__ import annotations

import io
import json
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.drawing.image import Image as SheetImage
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from tests.support.simple_reports import zeros_document
from tests.support.typeset_docx import package
from tests.support.word_markup import cells, paragraph, run, table

from gxstats import Unreadable, examples, form, read
from gxstats.reading.no_table import OTHER_FORMS
from gxstats.reading.unreadable import NO_REPORT_CODES, READ_CODES

TITLE = "某局2023年政府信息公开工作年度报告"
HEADINGS = (
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
)
END = "五、存在的主要问题及改进情况"
PROSE = "本年度，我单位认真贯彻落实条例，扎实推进各项工作。" * 20
LABELS = list(dict.fromkeys(cell.row.zh for cell in form("2021") if cell.table.name == "requests"))
HAN = re.compile("[\u4e00-\u9fff]")


def refusal(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(data)
    return caught.value


def page(*body: str, title: str = "", head: str = "") -> bytes:
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{''.join(body)}</body></html>"
    ).encode()


def lines(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


# --- pictures -----------------------------------------------------------------------------------


def _png() -> io.BytesIO:
    made = io.BytesIO()
    Image.frombytes("RGB", (300, 200), random.Random(3).randbytes(180_000)).save(made, "PNG")
    made.seek(0)
    return made


def pictured_page(pictures: int) -> bytes:
    shown = ["<p><img src='W.png'></p>" if n < pictures else "" for n in range(3)]
    parts = (f"<p>{one}</p>{two}" for one, two in zip(HEADINGS, shown, strict=True))
    return page(f"<h1>{TITLE}</h1>", lines("一、总体情况", PROSE), *parts, lines(END))


def pictured_page_in_tables(pictures: int) -> bytes:
    return pictured_page(pictures).replace(
        b"<p><img src='W.png'></p>", b"<table><tr><td><img src='W.png'></td></tr></table>"
    )


def pictured_word(pictures: int) -> bytes:
    picture = paragraph("<w:r><w:drawing><wp:inline/></w:drawing></w:r>")
    shown = [picture if n < pictures else "" for n in range(3)]
    parts = (paragraph(run(one)) + two for one, two in zip(HEADINGS, shown, strict=True))
    return package("".join([paragraph(run(TITLE)), *parts, paragraph(run(END))]))


def pictured_sheet(pictures: int) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet["A1"] = TITLE
    for number, heading in enumerate((*HEADINGS, END)):
        sheet[f"A{3 + 20 * number}"] = heading
        if number < pictures:
            sheet.add_image(SheetImage(_png()), f"A{5 + 20 * number}")
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def pictured_pdf(pictures: int) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842))
    canvas.setFont("STSong-Light", 12)
    canvas.drawString(100, 800, TITLE)
    for number, heading in enumerate((*HEADINGS, END)):
        canvas.drawString(80, 750 - 200 * number, heading)
        if number < pictures:
            canvas.drawImage(ImageReader(_png()), 80, 580 - 200 * number, 400, 150)
    canvas.save()
    return made.getvalue()


PICTURED = (pictured_page, pictured_page_in_tables, pictured_word, pictured_sheet, pictured_pdf)


@pytest.mark.parametrize("made", PICTURED)
@pytest.mark.parametrize("pictures", [3, 1])
def test_tables_that_are_pictures_are_counted(made, pictures):
    error = refusal(made(pictures))
    assert error.code == "read.no_table.pictures"
    if made is not pictured_pdf:  # where headings may be read as one paragraph
        assert error.found == str(pictures)


@pytest.mark.parametrize("made", PICTURED)
def test_headings_without_pictures_below_prove_nothing(made):
    assert refusal(made(0)).code == "read.no_table"


@pytest.mark.parametrize("picture", ["<p><img src=logo.png></p>", "<p hidden><img src=a.png></p>"])
def test_a_picture_that_stands_above_the_tables_or_is_hidden_is_no_table(picture):
    above = picture if "hidden" not in picture else ""
    below = picture if "hidden" in picture else ""
    body = (above, lines(TITLE, HEADINGS[0]), below, lines(END, PROSE))
    assert refusal(page(*body)).code == "read.no_table"


# --- the other causes ---------------------------------------------------------------------------

SCRIPT = "<script src=app.js></script>"
TABLE_2014 = "".join(
    f"<tr><td>{name}</td><td>条</td><td>{number}</td></tr>"
    for number, name in enumerate(["主动公开政府信息数", "制发规范性文件总数", "收到申请数", "申请办结数"])
)  # fmt: skip
HIDDEN_TABLE = "".join(f"<tr><td>{label}</td>{'<td>1</td>' * 7}</tr>" for label in LABELS)
CAUSES = {
    "attachment": [
        page(lines(TITLE), '<a href="/a/W0.docx">某局年度报告.docx</a>', title=TITLE),
        page(lines(PROSE), '<a href="/d.jsp?f=1.PDF&id=3">2023年年报</a><a href="/b.doc">申请表</a>'),
        page(lines(TITLE), '<iframe src="/pdfjs/web/viewer.html?file=/x/P1.pdf"></iframe>'),
        page(lines(TITLE), '<embed src="P1.pdf">'),
    ],
    "script": [
        page('<div id="app"></div>', SCRIPT, title="某局"),
        page("<noscript>请启用 JavaScript</noscript>", SCRIPT, title=TITLE),
        page(lines("{{ article.title }}", "{{article.content}}", PROSE)),
    ],
    "error": [
        page("<h1>404 Not Found</h1><hr>nginx/1.20", title="404 Not Found"),
        page(lines("对不起，您访问的页面不存在或已删除", "返回首页"), title="某局"),
        page(lines("无权访问"), SCRIPT),
        page(lines("HTTP Error 403.14 - Forbidden"), title="403"),
        page(lines("500"), title="系统错误"),
    ],
    "login": [
        page("<p>用户名<input></p><p>密码<input type=password></p>", title="用户登录"),
        page(lines("请先登录后查看")),
        page(lines("请输入验证码"), "<img src=code.jpg>", title="某局"),
        page(lines("统一身份认证"), SCRIPT, title="统一身份认证平台"),
    ],
    "run_together": [
        "".join(LABELS).encode(),
        page(lines(TITLE, f"{'、'.join(LABELS)} 1 0 0 0")),
        page(f"<table><tr><td>{''.join(f'{label}1000001' for label in LABELS)}</td></tr></table>"),
    ],
    "hidden": [
        page(lines(TITLE), f"<div style='display:none'><table>{HIDDEN_TABLE}</table></div>"),
        page(lines(TITLE), f"<table style='visibility:hidden'>{HIDDEN_TABLE}</table>"),
        page(lines(TITLE), f"<table>{HIDDEN_TABLE.replace('<tr>', '<tr hidden>')}</table>"),
    ],
    "other_form": [
        page(lines("某局2017年政府信息公开工作年度报告"), f"<table>{TABLE_2014}</table>"),
        package(table(*(cells(name, "1") for name in OTHER_FORMS[2].labels))),
        "2022—2023学年信息公开工作年度报告\n根据《高等学校信息公开办法》和《高等学校信息公开事项清单》"
        "三、依申请公开和不予公开情况".encode(),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("cause", "data"), [(cause, data) for cause, made in CAUSES.items() for data in made]
)
def test_each_cause_is_told_with_the_next_step_in_both_languages(cause, data):
    error = refusal(data)
    assert error.code == f"read.no_table.{cause}"
    zh, en = error.explain("zh"), error.explain("en")
    assert HAN.search(zh)
    assert re.search("请|只能", zh)
    shown = error.found if isinstance(error.found, str) else error.found.en
    assert not HAN.search(en.replace(shown, ""))


def test_the_attachments_are_named_and_other_files_are_not():
    body = (
        '<a href="/1.docx">某局2023年度报告</a>',
        '<a href="/2.xlsx"></a><a href="/3.doc">政府信息公开申请表</a><a href="/4.html">年报</a>',
        '<a href="/%E5%B9%B4%E6%8A%A5.pdf"> </a>',
    )
    error = refusal(page(lines(TITLE, PROSE), *body))
    assert error.found.zh == "某局2023年度报告、年报.pdf"


@pytest.mark.parametrize(
    "body",
    [
        lines(PROSE),
        lines("登录", "注册", PROSE),
        lines("本年度处理网站报错404次，用户登录问题已解决，页面不存在的情况已整改。" * 30),
        lines(PROSE * 4) + SCRIPT,
        lines(PROSE) + '<a href="/3.doc">政府信息公开申请表</a>',
        lines("全市公共企事业单位信息公开规定已制定。", PROSE),
    ],
)
def test_without_proof_the_plain_sentence_stays(body):
    assert refusal(page(body)).code == "read.no_table"


@pytest.mark.parametrize("other", OTHER_FORMS, ids=lambda one: one.name.en)
def test_a_form_of_another_kind_is_recognized_by_its_labels_and_named(other):
    rows = "".join(f"<tr><td>{label}</td><td>3</td></tr>" for label in other.labels)
    error = refusal(page(f"<table>{rows}</table>"))
    assert error.code == "read.no_table.other_form"
    assert other.name.zh in error.explain("zh")
    assert other.name.en in error.explain("en")


@pytest.mark.parametrize("other", OTHER_FORMS, ids=lambda one: one.name.en)
@given(st.data())
def test_two_labels_of_another_form_prove_it_and_one_does_not(other, data):
    two = data.draw(st.lists(st.sampled_from(other.labels), min_size=2, max_size=2, unique=True))
    proof = page(lines(TITLE, PROSE), *(f"<table><tr><td>{one}</td></tr></table>" for one in two))
    assert refusal(proof).code == "read.no_table.other_form"
    assert refusal(page(lines(TITLE, two[0], PROSE))).code == "read.no_table"


@pytest.mark.parametrize("other", OTHER_FORMS, ids=lambda one: one.name.en)
def test_what_other_pages_print_too_proves_no_form_alone(other):
    assert refusal(page(lines(TITLE, PROSE, *other.mentioned))).code == "read.no_table"
    if other.mentioned:
        data = page(lines(PROSE, other.mentioned[0], other.labels[0]))
        assert refusal(data).code == "read.no_table.other_form"


TITLES = {
    "2021—2022学年某大学信息公开工作年度报告": 0,
    "某学院2022-2023学年度信息公开年度报告": 0,
    "某市人民政府2017年政府信息公开工作年度报告": 1,
    "2018年度政府信息公开情况统计表": 1,
    "政府信息公开年度报告（2016年度）": 1,
    "某市某局网2022年政府网站工作年度报表": 2,
    "某自来水公司2023年公共企事业单位信息公开工作年度报告": 3,
}
OTHER_TITLES = (
    TITLE,
    "某大学2023年政府信息公开工作年度报告",
    "2018年至2023年政府信息公开年度报告",
    "某局2019年政府信息公开工作年度报告",
    "政府信息公开年报-2018年机构改革前单位-某局",
)


@pytest.mark.parametrize("title", TITLES)
def test_a_title_proves_another_form_where_it_is_one(title):
    name = OTHER_FORMS[TITLES[title]].name
    assert refusal(page(lines(PROSE), title=title)).found == name
    assert refusal(f"{title}\n{PROSE}".encode()).found == name
    # a page links to what it is not
    assert refusal(page(lines(PROSE, title), title=TITLE)).code == "read.no_table"


@pytest.mark.parametrize("title", OTHER_TITLES)
def test_a_title_of_a_report_of_today_proves_no_other_form(title):
    assert refusal(page(lines(PROSE), title=title)).code == "read.no_table"
    assert refusal(f"{title}\n{PROSE}".encode()).code == "read.no_table"


def test_no_label_of_another_form_is_one_of_the_reports():
    own = "".join(f"{cell.row.zh}{cell.column.zh}" for id in ("2019", "2021") for cell in form(id))
    assert not [label for other in OTHER_FORMS for label in other.labels if label in own]


@given(st.text(max_size=200), st.sampled_from(["", SCRIPT, "<a href=x.pdf>年报</a>"]))
def test_any_page_without_the_tables_is_refused_with_a_code_of_its_own(text, beside):
    escaped = text.replace("&", "").replace("<", "")
    try:
        read(page(lines(escaped), beside))
    except Unreadable as error:
        assert error.code in READ_CODES  # noqa: PT017
        assert error.explain("zh")  # noqa: PT017


# --- the template -------------------------------------------------------------------------------


def test_an_instruction_of_the_template_above_a_table_is_a_notice_and_one_in_a_section_is_text():
    left = "该部分以表格形式报告。表格如下："
    text = examples.path("yindu-2019").read_text("utf-8")
    heading = text.index("\n", text.index("三、收到和处理政府信息公开申请情况")) + 1
    reading = read(f"{text[:heading]}{left}\n{text[heading:]}".encode())
    assert reading.report == read(text.encode()).report
    assert [(n.code, n.printed.zh) for n in reading.notices] == [("template.left", left)]
    reading = read(f"{text}\n五、存在的主要问题及改进情况\n{left}".encode())
    assert left in reading.report.narrative.problems
    assert reading.notices == ()


# --- JSON ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("document", "found"),
    [
        ({"单位": "某局", "收到": 3}, "单位, 收到"),
        ([{"a": {"edition": 1}, "b": "}{"}, {"c": 1}], "a, b, c"),
        (dict.fromkeys("abcdefgh", 1), "a, b, c, d, e, f, …"),
        ({"a": '\\"edition":{'}, "a"),
    ],
)
def test_json_of_another_tool_is_told_by_its_keys(document, found):
    error = refusal(json.dumps(document, ensure_ascii=False, indent=1).encode())
    assert (error.code, error.found) == ("read.json", found)


def test_a_report_document_is_told_as_such():
    document = zeros_document()
    assert refusal(document).code == "read.document"
    assert refusal(b"[" + document + b"]").code == "read.document"
    assert refusal(b"\xef\xbb\xbf" + document).code == "read.document"


def test_codes_of_no_report_are_codes():
    assert set(READ_CODES) >= NO_REPORT_CODES
