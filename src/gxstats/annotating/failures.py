"""Why a file cannot be annotated, as data."""

from __future__ import annotations

from typing import Final

import attrs

from ..errors import GxstatsError
from ..text import Bilingual, Language

__all__ = ["ANNOTATE_CODES", "Unannotatable"]

ANNOTATE_CODES: Final[dict[str, Bilingual]] = {
    "annotate.container": Bilingual(
        "这种文件（{found}）不能加批注；能加的有 {expected}，请先另存为其中一种",
        "this kind of file ({found}) takes no comments; those that do: {expected}; save it as "
        "one of them first",
    ),
    "annotate.encrypted": Bilingual(
        "{found} 已加密，不能在后面续写批注；请先另存为不加密的文件",
        "the {found} is encrypted, and comments cannot be added to it; save it unencrypted first",
    ),
    "annotate.signed": Bilingual(
        "文件带有数字签名（{found}），加批注会使签名失效；请用未签名的文件",
        "the file carries a digital signature ({found}), which comments would break; use one "
        "that is not signed",
    ),
    "annotate.damaged": Bilingual(
        "文件能读出，但结构有损，不能安全地加批注：{found}；请用原来的软件打开后另存",
        "the file can be read, but is too damaged to be added to safely: {found}; open it in "
        "the program that made it and save it anew",
    ),
    "annotate.place": Bilingual(
        "文件中没有一处可以加批注：{found}",
        "there is no place for a comment in the file: {found}",
    ),
    "annotate.changed": Bilingual(
        "加批注之后，文件读出的内容不同了（{found}），因此没有写出；请向 gxstats 报告",
        "with the comments the file would read differently ({found}), so it was not written; "
        "please report it to gxstats",
    ),
}
"""Every reason for not annotating a file that can be read. Codes are part of the public contract."""


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class Unannotatable(GxstatsError, ValueError):
    """A file that can be read, but not annotated.

    >>> print(Unannotatable("annotate.encrypted", found="PDF").explain("en"))
    the PDF is encrypted, and comments cannot be added to it; save it unencrypted first
    """

    code: str = attrs.field(validator=attrs.validators.in_(ANNOTATE_CODES))
    found: str = ""
    expected: str = ""

    def __attrs_post_init__(self) -> None:
        super().__init__(self.code, self.found, self.expected)

    @property
    def address(self) -> str:
        """The whole document: the empty JSON Pointer."""
        return ""

    def explain(self, language: Language = "zh") -> str:
        """Why it cannot be annotated."""
        return ANNOTATE_CODES[self.code][language].format(found=self.found, expected=self.expected)

    def __str__(self) -> str:
        return f"{self.code}: {self.explain('en')}"
