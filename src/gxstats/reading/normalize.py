"""Labels as they compare: what differs between prints of one label, taken away."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["ENUMERATOR", "bare", "normalized", "notes_of"]

SIMPLIFIED: Final[dict[str, str]] = {
    # simplified: its traditional forms. Only characters of the form's own labels and of the
    # words around them stand here; a test holds the table to that.
    "动": "動", "开": "開", "况": "況", "规": "規", "范": "範", "内": "內", "对": "對",
    "总": "總", "数": "數", "务": "務", "项": "項", "处": "處", "罚": "罰", "强": "強",
    "许": "許", "决": "決", "业": "業", "费": "費", "购": "購", "额": "額", "单": "單",
    "万": "萬", "请": "請", "办": "辦", "结": "結", "转": "轉", "续": "續", "继": "繼",
    "机": "機", "构": "構", "组": "組", "织": "織", "会": "會", "国": "國", "属": "屬",
    "于": "於", "稳": "穩", "护": "護", "权": "權", "类": "類", "过": "過", "执": "執",
    "询": "詢", "关": "關", "现": "現", "补": "補", "确": "確", "访": "訪", "举": "舉",
    "报": "報", "诉": "訴", "讼": "訟", "复": "復複覆", "议": "議", "维": "維", "纠": "糾",
    "审": "審", "经": "經", "后": "後", "无": "無", "当": "當", "缴": "繳", "纳": "納",
    "认": "認", "获": "獲", "计": "計", "废": "廢", "发": "發", "制": "製", "减": "減",
    "采": "採", "团": "團", "区": "區", "这": "這", "种": "種", "号": "號", "问": "問",
    "题": "題", "进": "進", "体": "體", "为": "為", "与": "與", "电": "電", "门": "門",
    "广": "廣", "东": "東", "级": "級", "员": "員", "县": "縣", "镇": "鎮", "乡": "鄉",
    "厅": "廳", "统": "統", "学": "學", "医": "醫", "农": "農", "财": "財", "监": "監",
    "应": "應", "环": "環", "态": "態", "汉": "漢", "仅": "僅", "释": "釋", "营": "營",
    "状": "狀", "独": "獨", "两": "兩", "个": "個", "条": "條", "该": "該", "据": "據",
    "户": "戶", "众": "眾", "络": "絡", "产": "產", "时": "時", "间": "間",
    "没": "沒", "别": "別", "达": "達", "实": "實", "册": "冊", "档": "檔",
    "讯": "訊", "资": "資",
}  # fmt: skip
"""Traditional characters by their simplified form."""

WORDS: Final[dict[str, str]] = {
    "档案": "文件",  # 規範性檔案: the encyclopedia copy of a Wuhan report, FY2020
    "资讯": "信息",  # the word used in Taiwan and Hong Kong for 信息
}
"""Words that conversion to traditional characters replaces, not only respells. 卷 and 文件 do
not both stand in one label, so that nothing of the form's own is touched."""

_CHARACTERS: Final = str.maketrans(
    {old: new for new, olds in SIMPLIFIED.items() for old in olds}
    | dict.fromkeys("“”\"'‘’「」『』＂＇〝〞《》", None)
    | {"【": "(", "】": ")", "〔": "(", "〕": ")", "﹙": "(", "﹚": ")", "[": "(", "]": ")"}
    | {"︰": ":", "∕": "/", "⁄": "/", "。": "."}
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", None)
)
_SPACE: Final = re.compile(r"\s+")
_NOTE: Final = re.compile(r"\((?!(?:[一二三四五六七八九十]{1,3}|\d{1,2})\))[^()]{0,80}(?:\)|$)")
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
    return list(_NOTE.finditer(text))


def bare(label: str) -> str:
    """A label without its number and its filling notes, normalized.

    >>> bare("（二）部分公开（区分处理的，只计这一情形，不计其他情形）")
    '部分公开'
    """
    text = _NOTE.sub("", normalized(label))
    found = ENUMERATOR.match(text)
    return text[found.end() :] if found else text
