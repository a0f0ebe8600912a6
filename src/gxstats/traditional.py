"""Traditional characters: the simplified ones that stand for them."""

from __future__ import annotations

from typing import Final

__all__ = ["SIMPLIFIED", "TRADITIONAL", "simplified"]

SIMPLIFIED: Final[dict[str, str]] = {
    # simplified: its traditional forms. Only characters of the form's own labels, of the words
    # around them, and of titles, dates and names of organs stand here; a test holds the table to that.
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
    "讯": "訊", "资": "資", "网": "網", "布": "佈", "综": "綜", "编": "編", "汇": "匯彙",
    "盖": "蓋", "严": "嚴", "坚": "堅", "紧": "緊", "积": "積", "围": "圍", "华": "華",
    "税": "稅", "庆": "慶", "宁": "寧", "苏": "蘇", "队": "隊", "馆": "館", "台": "臺",
    "园": "園", "风": "風", "党": "黨",
}  # fmt: skip
"""Traditional characters by their simplified form."""

TRADITIONAL: Final = str.maketrans({old: new for new, olds in SIMPLIFIED.items() for old in olds})
"""What :meth:`str.translate` takes to replace them."""


def simplified(text: str) -> str:
    """The text with simplified characters, each in the place of its own.

    >>> simplified("某縣人民政府2023年政府信息公開工作年度報告")
    '某县人民政府2023年政府信息公开工作年度报告'
    """
    return text.translate(TRADITIONAL)
