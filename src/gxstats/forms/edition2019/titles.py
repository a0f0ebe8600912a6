"""The titles of the form's tables, which the editions share."""

from __future__ import annotations

from ...text import Bilingual

__all__ = ["DISCLOSURE", "DISPUTES", "REQUESTS"]

DISCLOSURE = Bilingual(
    "二、主动公开政府信息情况", "2. Proactive disclosure of government information"
)
REQUESTS = Bilingual(
    "三、收到和处理政府信息公开申请情况",
    "3. Requests for government information received and handled",
)
DISPUTES = Bilingual(
    "四、政府信息公开行政复议、行政诉讼情况",
    "4. Administrative reconsideration and litigation on government information disclosure",
)
