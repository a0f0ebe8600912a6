"""What the template of the form tells who fills it in, and no report should still print."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["INSTRUCTION"]

INSTRUCTION: Final = re.compile(
    r"该部分以(?:表格|文字)(?:描述)?形式报告(?:[。，,；;]?\s{0,4}(?:表格|具体)如下)?[。：:]?"
    r"|[（(]\s{0,4}文字描述[^（）()\n]{0,40}[）)]"
    r"|收取信息处理费情况在此处报告|政府信息公开工作年度报告格式模板"
)
"""An instruction of the template, as the notices print it."""
