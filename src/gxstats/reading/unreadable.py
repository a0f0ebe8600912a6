"""Why a source cannot be read, as data."""

from __future__ import annotations

import re
from typing import Final

import attrs

from ..errors import GxstatsError
from ..forms.report import FORMS
from ..text import Bilingual, Language

__all__ = ["NO_REPORT_CODES", "READ_CODES", "Unreadable"]

_FIRST_YEAR: Final = min(form.first_year for form in FORMS.own.values())

READ_CODES: Final[dict[str, Bilingual]] = {
    "read.empty": Bilingual("文件是空的", "the file is empty"),
    "read.container": Bilingual(
        "不能读取这种文件：{found}（可读：{expected}）",
        "this kind of file cannot be read: {found} (readable: {expected})",
    ),
    "read.packed": Bilingual(
        "这是压缩包或邮件（{found}），不能打开：请取出其中的报告后再读",
        "a packed file ({found}) that is not opened: take the report out of it first",
    ),
    "read.several": Bilingual(
        "文件里有 {expected} 份报告：{found}；请用 gxstats.read_all 或 gxstats check 逐份读取",
        "the file holds {expected} reports: {found}; gxstats.read_all and gxstats check read each",
    ),
    "read.converter": Bilingual(
        "读取这种文件（{found}）要先转换，本机没有 {expected}；请另存为 docx、xlsx 或 PDF",
        "this kind of file ({found}) must be converted first, and {expected} is not on this "
        "machine; save it as docx, xlsx or PDF",
    ),
    "read.conversion": Bilingual(
        "{expected} 无法转换这个文件：{found}",
        "{expected} could not convert the file: {found}",
    ),
    "read.encrypted": Bilingual(
        "文件有密码保护：{found}", "the file is protected by a password: {found}"
    ),
    "read.damaged": Bilingual("文件已损坏：{found}", "the file is damaged: {found}"),
    "read.scanned": Bilingual(
        "PDF 的页面是图像，没有文字（{found}）：请用带文字的版本，或先做文字识别",
        "the pages of the PDF are pictures without text ({found}): use a version with text, or "
        "run text recognition first",
    ),
    "read.blank": Bilingual(
        "PDF 的页面是空白的（{found}）：请确认文件是否完整",
        "nothing is printed on the pages of the PDF ({found}): make sure that the file is whole",
    ),
    "read.verdicts": Bilingual(
        "这是 gxstats check 写出的校验结果，不是报告",
        "these are results that gxstats check wrote, and no report",
    ),
    "read.url": Bilingual(
        "这是网址，不是文件；请先下载再读取",
        "this is an address on the web, not a file; download it first",
    ),
    "read.document": Bilingual(
        "这是 JSON 报告文档，不是公布的报告；命令 check、show、diagnose 可以直接使用",
        "this is a JSON report document, not a published report; the commands check, show and diagnose "
        "take it",
    ),
    "read.json": Bilingual(
        "这是 JSON 文件（{found}），既不是公布的报告，也不是报告文档；请改用公布的报告原文",
        "this is JSON ({found}), neither a published report nor a report document; use the "
        "report as it was published",
    ),
    "read.encoding": Bilingual(
        "无法判定文字编码：{found}（可读：{expected}）",
        "the text encoding cannot be told: {found} (readable: {expected})",
    ),
    "read.no_table": Bilingual(
        "没有找到政府信息公开工作年度报告的任何一张统计表；请确认这是报告本身，且含表二至表四",
        "none of the tables of the disclosure report was found; make sure that this is the report "
        "itself, with its tables two to four",
    ),
    "read.no_table.pictures": Bilingual(
        "有 {found} 张统计表是图片，没有文字：请用带文字的版本，或先做文字识别",
        "tables that are pictures without text: {found}; use a version with text, or run text "
        "recognition first",
    ),
    "read.no_table.attachment": Bilingual(
        "页面上没有统计表，报告在附件中：请下载附件后读取（{found}）",
        "the page holds no table, the report is attached to it: download the attachment and read "
        "that ({found})",
    ),
    "read.no_table.script": Bilingual(
        "页面内容由脚本生成，保存的文件中没有：请在浏览器中打开页面，待内容显示后另存为完整网页或打印为 PDF",
        "the page is built by a script, and the saved file does not hold its content: open it in "
        "a browser and, once the content is shown, save the complete page or print it as PDF",
    ),
    "read.no_table.error": Bilingual(
        "这是网站的出错页面（“{found}”），不是报告：请核对网址后重新下载",
        'this is an error page of the website ("{found}"), not the report: check the address and '
        "download it again",
    ),
    "read.no_table.login": Bilingual(
        "这是登录或验证页面（“{found}”），不是报告：请在浏览器中登录或通过验证后，另存报告页面",
        'this is a page for logging in or for verification ("{found}"), not the report: pass it in '
        "a browser, then save the page of the report",
    ),
    "read.no_table.run_together": Bilingual(
        "统计表的文字连成一片，各格之间没有分隔，无法分清：请用网页、Word 或 PDF 原件，不要用复制出的文字",
        "the text of the tables runs together, and the cells cannot be parted: use the original "
        "page, Word file or PDF instead of text copied from it",
    ),
    "read.no_table.hidden": Bilingual(
        "统计表在文件中，但处于隐藏状态，未读入：请取消隐藏后重新保存",
        "the tables are in the file but hidden, and were not read: make them visible and save it "
        "again",
    ),
    "read.no_table.english": Bilingual(
        "这是英文表样，缺少标题下注明表样和依据的一行，不能读取：请用完整的网页、中文的表格或报告文档（JSON）",
        "these are tables in English without the line below the title that names their form: use "
        "the whole page, tables in Chinese, or the report document (JSON)",
    ),
    "read.no_table.other_form": Bilingual(
        f"这是另一种报表：{{found}}；只能读取 {_FIRST_YEAR} 年度起各版表样的政府信息公开工作年度报告",
        f"this is a form of another kind: {{found}}; only the disclosure report on the forms of "
        f"{_FIRST_YEAR} and later can be read",
    ),
    "read.limit.bytes": Bilingual(
        "文件过大：{found} 字节以上，至多 {expected}",
        "the file is too large: {found} bytes or more, at most {expected}",
    ),
    "read.limit.seconds": Bilingual(
        "读取用时超过 {expected} 秒，已停止", "reading was stopped after {expected} seconds"
    ),
    "read.limit.memory": Bilingual(
        "读取占用的内存超过 {expected} 字节，已停止",
        "reading was stopped because it took more than {expected} bytes of memory",
    ),
    "read.crashed": Bilingual(
        "读取这个文件的进程意外结束（{found}）：文件已损坏，或占用的内存超过 {expected} 字节",
        "the process that read the file ended unexpectedly ({found}): the file is damaged, or "
        "takes more than {expected} bytes of memory",
    ),
    "read.isolation": Bilingual(
        "无法启动读取文件的进程（{found}）；确信文件可靠的，可以使用 Limits(isolated=False)，"
        "在本进程内读取",
        "the process that reads files cannot be started ({found}); for files that can be "
        "trusted, Limits(isolated=False) reads them within this process",
    ),
    "read.limit.members": Bilingual(
        "压缩包内文件过多：{found} 个，至多 {expected}",
        "too many files in the archive: {found}, at most {expected}",
    ),
    "read.limit.inflated": Bilingual(
        "解压后过大：{found} 字节以上，至多 {expected}",
        "too large when inflated: {found} bytes or more, at most {expected}",
    ),
    "read.limit.ratio": Bilingual(
        "压缩比过高：{found} 倍以上，至多 {expected}",
        "compressed too far: {found} times or more, at most {expected}",
    ),
    "read.limit.pages": Bilingual(
        "页数或工作表过多：{found}，至多 {expected}",
        "too many pages or sheets: {found}, at most {expected}",
    ),
    "read.limit.characters": Bilingual(
        "文字过多：{found} 字，至多 {expected}",
        "too much text: {found} characters, at most {expected}",
    ),
    "read.limit.depth": Bilingual(
        "标记嵌套过深：{found} 层，至多 {expected}",
        "the markup is nested too deeply: {found} levels, at most {expected}",
    ),
    "read.limit.nodes": Bilingual(
        "标记过多：{found} 个元素，至多 {expected}",
        "too much markup: {found} elements, at most {expected}",
    ),
    "read.limit.labels": Bilingual(
        "表格标签过多：{found} 个，至多 {expected}",
        "too many labels of the form: {found}, at most {expected}",
    ),
    "read.limit.attributes": Bilingual(
        "一个元素的属性过多：{found} 个，至多 {expected}",
        "an element has too many attributes: {found}, at most {expected}",
    ),
    "read.limit.glyphs": Bilingual(
        "各页文字过多：{found} 字，至多 {expected}",
        "too much text on the pages: {found} characters, at most {expected}",
    ),
    "read.limit.text": Bilingual(
        "各格各行的文字过多：{found} 字，至多 {expected}",
        "too much text in cells and lines: {found} characters, at most {expected}",
    ),
    "read.limit.comparisons": Bilingual(
        "与表格标签相近的文字过多：{found} 处，至多 {expected}",
        "too much text that is like a label of the form: {found}, at most {expected}",
    ),
    "read.limit.area": Bilingual(
        "表格过大：{found} 格，至多 {expected}",
        "a table is too large: {found} places, at most {expected}",
    ),
}
"""Every reason for not reading a source. Codes are part of the public contract."""


_ADDRESS: Final = re.compile(r"(?:https?|ftp|file):/", re.IGNORECASE)


def is_url(name: str) -> bool:
    """Whether a name is an address on the web, also where a path was made of it."""
    return _ADDRESS.match(name) is not None


NO_REPORT_CODES: Final = frozenset({
    "read.empty", "read.encoding", "read.json", "read.verdicts", "read.no_table", "read.no_table.attachment",
    "read.no_table.script", "read.no_table.error", "read.no_table.login",
    "read.no_table.other_form",
})  # fmt: skip
"""Reasons that say that a readable file is none of a report: of all others it may be one."""


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class Unreadable(GxstatsError, ValueError):
    """A source that cannot be read as a report.

    ``code`` is one of :data:`READ_CODES`; ``found`` and ``expected`` are what stood there and
    what could have been read.

    >>> print(Unreadable("read.empty").explain("en"))
    the file is empty
    """

    code: str = attrs.field(validator=attrs.validators.in_(READ_CODES))
    found: str | Bilingual = ""
    expected: str = ""
    member: str | None = None
    """Of a packed file, the file in it that is meant."""

    def __attrs_post_init__(self) -> None:
        super().__init__(self.code, self.found, self.expected, self.member)

    @property
    def address(self) -> str:
        """The whole document: the empty JSON Pointer."""
        return ""

    def explain(self, language: Language = "zh") -> str:
        """Why it cannot be read."""
        reason = READ_CODES[self.code].format(found=self.found, expected=self.expected)[language]
        if self.member is None:
            return reason
        return self.member + {"zh": "：", "en": ": "}[language] + reason

    def __str__(self) -> str:
        in_python = "; so does gxstats.from_json" if self.code == "read.document" else ""
        return f"{self.code}: {self.explain('en')}{in_python}"
