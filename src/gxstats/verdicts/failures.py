"""What can go wrong with a file beside what its reader says of it, as data."""

from __future__ import annotations

from typing import Final

import attrs

from ..errors import GxstatsError, InvalidDocument, MissingExtra
from ..reading.unreadable import is_url
from ..text import Bilingual, Language

__all__ = ["FILE_CODES", "FileFailure", "code_of", "failure_of", "said_of"]

_MOST_PROBLEMS: Final = 8
"""Problems of one document that are told."""

FILE_CODES: Final[dict[str, Bilingual]] = {
    "file.missing": Bilingual("没有这个文件", "no such file"),
    "file.url": Bilingual(
        "这是网址，不是文件；请先下载再使用",
        "this is an address on the web, not a file; download it first",
    ),
    "file.permission": Bilingual("没有读取权限", "no permission to read it"),
    "file.folder": Bilingual("这是文件夹，不是文件", "this is a folder, not a file"),
    "file.system": Bilingual("无法读取：{found}", "cannot be read: {found}"),
    "file.seconds": Bilingual(
        "{found} 秒内没有读完，已停止", "reading was stopped after {found} seconds"
    ),
    "file.packed": Bilingual(
        "压缩包或邮件（{found}），未打开；要读取其中的报告，请用 --archives",
        "a packed file ({found}) that was not looked into; --archives reads what is in it",
    ),
    "file.worker": Bilingual(
        "读取这个文件的进程两次中途终止（{found}）",
        "the process that read it ended twice ({found})",
    ),
    "file.fault": Bilingual(
        "程序在这个文件上出错（{found}），请向 gxstats 报告",
        "gxstats itself failed on this file ({found}); please report it",
    ),
    "file.corpus": Bilingual(
        "Parquet 文件无法读取：{found}", "the Parquet file cannot be read: {found}"
    ),
}
"""What happens to a file beside what a reader says of it. Codes are part of the public contract."""


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class FileFailure(GxstatsError):
    """A file that gave no report, and not for what stands in it."""

    code: str = attrs.field(validator=attrs.validators.in_(FILE_CODES))
    found: str = ""

    def explain(self, language: Language = "zh") -> str:
        """What happened."""
        return FILE_CODES[self.code][language].format(found=self.found)


def failure_of(error: OSError) -> FileFailure:
    """What the system says of a file."""
    if isinstance(error, FileNotFoundError):
        is_address = is_url(str(error.filename or ""))
        return FileFailure("file.url" if is_address else "file.missing")
    if isinstance(error, IsADirectoryError):
        return FileFailure("file.folder")
    if isinstance(error, PermissionError):
        return FileFailure("file.permission")
    return FileFailure("file.system", error.strerror or type(error).__name__)


def code_of(error: GxstatsError) -> str:
    """The code of an error; of a document with several problems, that of the first."""
    if isinstance(error, MissingExtra):
        return "extra.missing"
    if isinstance(error, InvalidDocument) and error.problems:
        return error.problems[0].code
    code = getattr(error, "code", None)
    return code if isinstance(code, str) else "document.syntax"


def said_of(error: GxstatsError) -> Bilingual:
    """What an error says, in both languages; of many problems the first few."""
    zh, en = (
        "\n".join(error.explain(language).split("\n")[:_MOST_PROBLEMS])
        for language in ("zh", "en")
    )
    return Bilingual(zh, en)
