"""Why no table of the report is found in a document: the cause that the document itself proves."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise
from typing import Final

import attrs

from ..forms.report import FORMS
from ..text import Bilingual
from .anchors import Role, anchors
from .grid import OBJECT, Document, GridCell, Shape
from .rows import Rows
from .unreadable import Unreadable

__all__ = ["OTHER_FORMS", "OtherForm", "why_no_table"]


@attrs.frozen
class OtherForm:
    """A form of another kind, recognized by what it prints and the report of no organ does."""

    name: Bilingual
    labels: tuple[str, ...]
    """What it alone prints, without spaces: two of them prove it."""
    title: re.Pattern[str]
    """Of its title, which proves it."""
    mentioned: tuple[str, ...] = ()
    """What other pages print too: together as good as one label."""

    def is_proved(self, title: str, text: str) -> bool:
        """Whether a document is of this form, by its title or by what it prints."""
        if self.title.search(title):
            return True
        labels = _count(self.labels, text)
        return labels > 1 or (labels == 1 and _count(self.mentioned, text) > 0)


OTHER_FORMS: Final = (
    OtherForm(
        Bilingual(
            "高等学校信息公开年度报告", "the yearly disclosure report of a university"
        ),
        (
            "学年信息公开", "学年度信息公开", "依申请公开和不予公开情况", "信息公开评议情况",
            "信息公开的评议情况", "财务、资产及收费信息", "人事师资信息", "学生管理服务信息",
            "学风建设信息", "学位、学科信息", "对外交流与合作信息",
        ),
        re.compile(r"学年度?.{0,30}信息公开.{0,6}(?:报告|年报)"),
        ("高等学校信息公开办法", "高等学校信息公开事项清单", "招生考试信息", "教学质量信息"),
    ),
    OtherForm(
        Bilingual(
            "2018 年度及以前的政府信息公开情况统计表",
            "the disclosure statistics of 2018 and before",
        ),
        (
            "主动公开政府信息数", "主动公开信息数", "制发规范性文件总数", "政府公报公开政府信息数",
            "政府网站公开政府信息数", "政务微博公开政府信息数", "政务微信公开政府信息数",
            "回应公众关注热点或重大舆情数", "参加或举办新闻发布会总次数", "收到申请数",
            "当面申请数", "传真申请数", "网络申请数", "信函申请数", "申请办结数", "按时办结数",
            "延期办结数", "申请答复数", "属于已主动公开范围数", "同意公开答复数",
            "同意部分公开答复数", "维持具体行政行为数", "被依法纠错数",
            "依申请公开信息收取的费用", "政府信息公开工作专门机构数",
        ),
        re.compile(
            r"(?<!\d)(?:200[89]|201[0-8])年(?!.*20\d\d年).{0,40}政府信息公开.{0,8}(?:年度报告|年报|统计表)"
            r"|政府信息公开.{0,8}(?:年度报告|年报|统计表)\W{0,3}(?:200[89]|201[0-8])(?:年度?)?\W{0,3}$"
        ),
    ),
    OtherForm(
        Bilingual("政府网站年度报表", "the yearly report of a government website"),
        (
            "独立用户访问总量", "网站总访问量", "概况类信息更新量", "政务动态信息更新量",
            "信息公开目录信息更新量", "收到留言数量", "办结留言数量", "安全检测评估次数",
            "可全程在线办理政务服务事项数量",
        ),
        re.compile(r"政府网站(?:工作|监管)?年度(?:工作)?报表"),
        (
            "政府网站工作年度报表", "政府网站监管年度报表", "网站标识码", "ICP备案号",
            "公安机关备案号", "解读信息发布",
        ),
    ),
    OtherForm(
        Bilingual("公共企事业单位信息公开年度报告", "the disclosure report of a public utility"),
        (
            "公共企事业单位信息公开工作年度报告", "公共企事业单位信息公开年度报告",
            "公共企业事业单位信息公开年度报告", "公共企业事业单位信息公开规定制定办法",
            "公共企事业单位信息公开实施办法", "公共企事业单位信息公开规定",
        ),
        re.compile(r"公共企[事业]{2,3}单位.{0,20}信息公开.{0,6}(?:报告|年报)"),
    ),
)  # fmt: skip
"""Forms of another kind: a further one is a further row."""

_LABELS_OF_A_TABLE: Final = 5
"""Labels of rows that do not come together in any other text."""
_SHORTEST_LABEL: Final = 6
"""Characters of a label that no other text prints by chance."""
_SHORTEST_IN_ENGLISH: Final = 20
_LOOKED_AT: Final = 200_000
"""Characters of a document that are looked at."""
_ERROR_PAGE: Final = 1_500
_SCRIPT_PAGE: Final = 200
"""Characters of a page that is nothing else, without its spaces."""
_LONGEST_MESSAGE: Final = 60
_ERROR: Final = re.compile(
    r"(?:HTTP|Error|错误|状态码|出错)?\W{0,3}(?:40[0-9]|50[0-5])\W{0,3}"
    r"(?:Not ?Found|Forbidden|Unauthorized|Bad ?(?:Request|Gateway)|Internal ?Server ?Error"
    r"|Service ?(?:Temporarily )?Unavailable|Gateway ?Time-?out|错误|页面.{0,20}|error)?\W{0,3}"
    r"|.{0,20}(?:Not Found|Forbidden|Access Denied|Internal Server Error|Bad Gateway).{0,30}"
    r"|.{0,20}(?:无权访问|无权查看|没有权限|没有访问权限|禁止访问|拒绝访问|访问被拒绝|请求被拦截"
    r"|已被拦截|访问受限|页面不存在|网页不存在|文章不存在|内容不存在|已被删除|已删除"
    r"|(?:页面|网页|内容|文件)(?:未|没有|找不到|无法)(?:找到|访问|打开|显示)?"
    r"|找不到(?:该|您|页面|网页|文件).{0,20}|服务器(?:内部)?错误|系统(?:错误|异常|维护中?)).{0,30}",
    re.IGNORECASE,
)
_LOGIN: Final = re.compile(
    r".{0,20}(?:请(?:先|您)登[录陆]|请您先登[录陆]|登[录陆]后(?:方可|才能|再|可)?(?:查看|访问|浏览)"
    r"|验证码|人机验证|安全验证|滑动(?:滑块|验证)|拖动滑块|确认(?:您|你)是真人|CAPTCHA"
    r"|Just a moment).{0,30}"
    r"|(?:用户名|账号|帐号|密码|User ?name|Password)\W{0,3}",
    re.IGNORECASE,
)
_LOGIN_TITLE: Final = re.compile(r"登[录陆]|统一身份认证|Log ?in|Sign ?in", re.IGNORECASE)
"""In the text of a page, these may only be a link."""
_REPORT: Final = re.compile(r"信息公开.{0,12}(?:年度报告|工作报告|年报)")
_OF_THE_REPORT: Final = re.compile(r"年度报告|年报|工作报告|附件|政府信息公开.{0,10}报告")
_UNFILLED: Final = re.compile(r"\{\{[^{}]{1,80}\}\}")
"""What a script would fill in."""
_LONGEST_TITLE: Final = 200
_LINES_OF_A_TITLE: Final = 3
_NAMED: Final = 5
"""Attachments that are named."""


def why_no_table(document: Document, rows: Rows) -> Unreadable:
    """The reason for not reading a document in which no table of the report was found.

    Of several causes the first that the document proves; the plain sentence where it proves none.
    """
    lines = tuple(_lines(document))
    text = "".join("".join(lines)[:_LOOKED_AT].split())
    title = _title(document, lines)
    other = next((form for form in OTHER_FORMS if form.is_proved(title, text)), None)
    if other is not None:
        return Unreadable("read.no_table.other_form", found=other.name)
    if _count(_english_labels(), text) >= _LABELS_OF_A_TABLE:
        return Unreadable("read.no_table.english")
    is_report = any(_REPORT.search(line) for line in (document.title or "", *lines))
    if files := _attachments(document, is_report=is_report):
        return Unreadable("read.no_table.attachment", found=files)
    if pictures := _tables_as_pictures(document, rows):
        return Unreadable("read.no_table.pictures", found=str(pictures))
    hidden = "".join("".join(one.text.split()) for one in document.hidden)
    if _count(_row_labels(), hidden) >= _LABELS_OF_A_TABLE:
        return Unreadable("read.no_table.hidden")
    if any(_count(_row_labels(), "".join(line.split())) >= _LABELS_OF_A_TABLE for line in lines):
        return Unreadable("read.no_table.run_together")
    return _of_a_page(document, lines, text) or Unreadable("read.no_table")


def _lines(document: Document) -> Iterator[str]:
    """The text of a document, line by line or cell by cell, as far as it is looked at."""
    length = 0
    for grid in document.grids:
        for cell in grid:
            yield cell.text
            length += len(cell.text)
            if length > _LOOKED_AT:
                return


def _title(document: Document, lines: tuple[str, ...]) -> str:
    """What a page declares; of other files the first lines, as what they declare may be another's."""
    if document.container == "html":
        return "".join((document.title or "").split())[:_LONGEST_TITLE]
    first = islice(filter(None, ("".join(line.split()) for line in lines)), _LINES_OF_A_TITLE)
    return "".join(line for line in first if len(line) <= _LONGEST_MESSAGE)


def _count(labels: tuple[str, ...], text: str) -> int:
    return sum(label in text for label in labels)


@cache
def _row_labels() -> tuple[str, ...]:
    """Labels of rows of the report that are long enough to be told in any text."""
    return tuple(
        text
        for text, anchor in anchors().items()
        if len(text) >= _SHORTEST_LABEL and anchor.having(Role.ROW)
    )


@cache
def _english_labels() -> tuple[str, ...]:
    """The same as a drawing, a print or a workbook of ours in English prints them."""
    labels = {"".join(cell.row.en.split()) for form in FORMS.values() for cell in form}
    return tuple(sorted(label for label in labels if len(label) >= _SHORTEST_IN_ENGLISH))


def _attachments(document: Document, *, is_report: bool) -> Bilingual | None:
    """The names of the files that are the report, as far as their names or the page say so."""
    files = dict.fromkeys(document.beside.files)
    found = [name for name in files if _OF_THE_REPORT.search(name)]
    if not found and is_report:
        found = list(files)
    if not found:
        return None
    shown = [*found[:_NAMED], "…"] if len(found) > _NAMED else found
    return Bilingual("、".join(shown), ", ".join(shown))


def _tables_as_pictures(document: Document, rows: Rows) -> int:
    """The headings of tables below which there is a picture, or a page that is one."""
    orders = sorted(rows.headings, key=lambda heading: heading.order)
    end = (len(document.grids), 0)
    found = set(document.beside.pictures)
    for number, grid in enumerate(document.grids):
        if grid.shape is Shape.TABLE:
            found.update((number, i) for i, row in enumerate(grid.rows) if _has_object(row))
    pictures = sorted(found)
    after = pairwise([*((one.order, one.role) for one in orders), (end, None)])
    count = sum(
        role is Role.TABLE and bisect_right(pictures, first) < bisect_right(pictures, last)
        for (first, role), (last, _) in after
    )
    if count or document.container != "pdf":
        return count
    # lines that only a picture parts may be read as one paragraph
    tables = [one.order for one in orders if one.role is Role.TABLE]
    below = len(pictures) - bisect_left(pictures, tables[0]) if tables else 0
    return min(len(tables), below + document.pictures)


def _has_object(row: tuple[GridCell, ...]) -> bool:
    return any(OBJECT in cell.text for cell in row)


def _of_a_page(document: Document, lines: tuple[str, ...], text: str) -> Unreadable | None:
    """What a page of a website is instead of a report."""
    if document.container != "html":
        return None
    if len(text) < _ERROR_PAGE:
        title, *shown = (" ".join(line.split()) for line in (document.title or "", *lines))
        if _LOGIN_TITLE.search(title):
            return Unreadable("read.no_table.login", found=title[:_LONGEST_MESSAGE])
        for line in (title, *shown):
            if len(line) > _LONGEST_MESSAGE:
                continue
            if _LOGIN.fullmatch(line):
                return Unreadable("read.no_table.login", found=line)
            if _ERROR.fullmatch(line):
                return Unreadable("read.no_table.error", found=line)
    has_scripts = document.beside.has_scripts
    if _UNFILLED.search(text) or (has_scripts and len(text) < _SCRIPT_PAGE):
        return Unreadable("read.no_table.script")
    return None
