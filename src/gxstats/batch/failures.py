"""What can go wrong with a file, as data; and with a run as a whole."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

import attrs

from ..errors import GxstatsError, InvalidDocument
from ..reading import Unreadable
from ..reading.unreadable import NO_REPORT_CODES
from ..text import Bilingual, Language
from ..verdicts.failures import FILE_CODES, FileFailure, code_of, failure_of, said_of

__all__ = [
    "FILE_CODES",
    "REFUSALS",
    "FileFailure",
    "Refused",
    "code_of",
    "failure_of",
    "is_circumstance",
    "is_no_report",
    "said_of",
]

_REPORTS: Final = frozenset(
    {".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml", ".txt", ".md", ".markdown", ".csv"}
    | {".json", ".pdf", ".xml", ".zip", ".eml"}
    | {".doc", ".docx", ".docm", ".wps", ".rtf", ".odt", ".ofd"}
    | {".xls", ".xlsx", ".xlsm", ".et", ".ods"}
)
"""Endings under which reports are kept. They do not decide what is read, only whether a file in
which there is no report is a disappointment."""

REFUSALS: Final[dict[str, Bilingual]] = {
    "batch.source": Bilingual("没有 {found}", "there is no {found}"),
    "batch.nothing": Bilingual("{found} 里没有可读的文件", "there is no file to read in {found}"),
    "batch.mixed": Bilingual(
        "Parquet 文件和别的文件请分开处理：{found}",
        "Parquet files and other files are taken in runs of their own: {found}",
    ),
    "batch.apart": Bilingual(
        "各来源不在同一磁盘上，请分开处理：{found}",
        "the sources stand on different drives; take them in runs of their own: {found}",
    ),
    "batch.inside": Bilingual(
        "输出文件夹 {found} 里面就是要读取的文件，请另选输出文件夹",
        "the folder to write to, {found}, holds the files that are read; choose another one",
    ),
    "batch.foreign": Bilingual(
        "{found} 不是空文件夹，也不是 gxstats batch 写成的；请另选输出文件夹",
        "{found} is neither empty nor written by gxstats batch; choose another folder",
    ),
    "batch.other": Bilingual(
        "{found} 不能接着写：{expected}；请另选输出文件夹，或用 --again 从头开始",
        "{found} cannot be gone on with: {expected}; choose another folder, or start over with "
        "--again",
    ),
    "batch.busy": Bilingual(
        "{found} 正由另一次运行写入（进程 {expected}）",
        "{found} is being written to by another run (process {expected})",
    ),
    "batch.damaged": Bilingual(
        "{found} 已损坏（{expected}）；请用 --again 从头开始，或删除这个文件，其中的报告会重新读取",
        "{found} is damaged ({expected}); start over with --again, or delete it, and what it held "
        "is read anew",
    ),
    "batch.write": Bilingual("无法写入 {found}：{expected}", "cannot write {found}: {expected}"),
    "batch.workers": Bilingual(
        '读取进程无法启动（{found}）；在脚本中调用时，请放在 if __name__ == "__main__": 之下',
        "the reading processes do not start ({found}); where it is called in a script, it must "
        'stand under if __name__ == "__main__":',
    ),
}
"""Why a run is refused or ended. Codes are part of the public contract."""

_CIRCUMSTANCES: Final = frozenset(
    {"extra.missing", "read.converter", "read.limit.seconds"}
    | (FILE_CODES.keys() - {"file.fault", "file.packed"})
)


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class Refused(GxstatsError, ValueError):
    """A run that cannot begin or go on, with the reason.

    ``code`` is one of :data:`REFUSALS`; ``found`` is the source or folder concerned.
    """

    code: str = attrs.field(validator=attrs.validators.in_(REFUSALS))
    found: str = ""
    expected: str | Bilingual = ""

    def explain(self, language: Language = "zh") -> str:
        """Why, and what to do."""
        text = REFUSALS[self.code].format(found=self.found, expected=self.expected)
        return text[language]


def is_circumstance(code: str) -> bool:
    """Whether a failure may be gone the next time although the file is the same."""
    return code in _CIRCUMSTANCES


def is_no_report(name: str, error: GxstatsError) -> bool:
    """Whether a file in a folder is none that anybody would take for a report.

    Then it is no failure that it gives none.
    """
    if isinstance(error, InvalidDocument):
        found = {(problem.code, problem.address) for problem in error.problems}
        return ("key.missing", "/edition") in found or ("value.type", "") in found
    if not isinstance(error, Unreadable):
        return False
    if error.code == "read.json":
        return True
    if PurePath(error.member or name).suffix.lower() in _REPORTS:
        return False
    return error.code == "read.container" or error.code in NO_REPORT_CODES
