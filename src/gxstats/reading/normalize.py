"""Labels as they compare: what differs between prints of one label, taken away."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from ..traditional import TRADITIONAL

__all__ = ["ENUMERATOR", "INVISIBLE", "NOTE", "bare", "normalized", "notes_of"]

WORDS: Final[dict[str, str]] = {
    "档案": "文件",  # 規範性檔案: the encyclopedia copy of a Wuhan report, FY2020
    "资讯": "信息",  # the word used in Taiwan and Hong Kong for 信息
}
"""Words that conversion to traditional characters replaces, not only respells. 卷 and 文件 do
not both stand in one label, so that nothing of the form's own is touched."""

INVISIBLE: Final[dict[int, int | None]] = dict.fromkeys(
    map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad")
)
"""Characters that show nothing."""
_CHARACTERS: Final = (
    TRADITIONAL
    | str.maketrans(
        dict.fromkeys("“”\"'‘’「」『』＂＇〝〞《》", None)
        | {"【": "(", "】": ")", "〔": "(", "〕": ")", "﹙": "(", "﹚": ")", "[": "(", "]": ")"}
        | {"︰": ":", "∕": "/", "⁄": "/", "。": "."}
    )
    | INVISIBLE
)
_SPACE: Final = re.compile(r"\s+")
NOTE: Final = re.compile(r"\((?!(?:[一二三四五六七八九十]{1,3}|\d{1,2})\))[^()]{0,80}(?:\)|$)")
ENUMERATOR: Final = re.compile(
    r"\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)[、.]?|[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[、.](?!\d)"
)
"""A number before a label: （一）, (1), 一、, 1. and 1、, in normalized text."""


@lru_cache(maxsize=8192)
def normalized(text: str) -> str:
    """The text without what differs between prints.

    That is: widths, spaces, line breaks, quotation marks, kinds of brackets, traditional
    characters.

    >>> normalized("規範性　檔案（含 決定）")
    '规范性文件(含决定)'
    """
    plain = unicodedata.normalize("NFKC", text).translate(_CHARACTERS)
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", plain))
    for printed, meant in WORDS.items():
        plain = plain.replace(printed, meant)
    return plain


def notes_of(text: str) -> list[re.Match[str]]:
    """Filling notes in a normalized text: what stands in brackets and is not a number.

    A bracket that is never closed (a label broken by its own numbers) reaches to the end.
    """
    return list(NOTE.finditer(text))


def bare(label: str) -> str:
    """A label without its number and its filling notes, normalized.

    >>> bare("（二）部分公开（区分处理的，只计这一情形，不计其他情形）")
    '部分公开'
    """
    text = NOTE.sub("", normalized(label))
    found = ENUMERATOR.match(text)
    return text[found.end() :] if found else text
