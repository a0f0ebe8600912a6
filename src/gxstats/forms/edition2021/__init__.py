"""The form of 2021: fiscal years 2021 and after, 200 cells.

Notice: 国办公开办函〔2021〕30号. Some organs print （六）其他处理 as one row, as in 2019; such a
report is on the same edition in another shape, with 186 cells.
"""

from __future__ import annotations

from typing import ClassVar

import attrs

from ...cells import table
from ...text import Bilingual
from ..edition2019 import FORM_2019
from ..edition2019.disclosure import CONTENT
from ..edition2019.disputes import DISPUTE_RULES, Disputes
from ..edition2019.requests import (
    CROSS_CHECK_NOTE,
    REQUEST_RULES,
    REQUEST_YEAR_RULES,
    Requests2019,
)
from ..edition2019.titles import DISCLOSURE, DISPUTES, REQUESTS
from ..report import Form, Report
from .disclosure import DISCLOSURE_YEAR_RULES_2021, RULES_2021, Disclosure2021
from .example import EXAMPLE
from .requests import Requests2021

__all__ = ["FORMS", "FORM_2021", "FORM_2021_UNDIVIDED", "Report2021"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Report2021(Report):
    """A report on the form of 2021 (国办公开办函〔2021〕30号).

    ``requests`` is a ``Requests2021``; or a ``Requests2019``, where the organ printed
    （六）其他处理 as one undivided row.

    >>> from gxstats import Organ, Report2021
    >>> Report2021.blank(year=2023, organ=Organ(name="某局"))
    <Report2021 某局 2023: 200 cells, 200 blank>
    """

    edition: ClassVar[str] = "2021"

    disclosure: Disclosure2021 = attrs.field(metadata=table("二", DISCLOSURE, corner=CONTENT))
    requests: Requests2021 | Requests2019 = attrs.field(
        metadata=table("三", REQUESTS, corner=CROSS_CHECK_NOTE)
    )
    disputes: Disputes = attrs.field(metadata=table("四", DISPUTES))


FORM_2021_UNDIVIDED = Form(
    id="2021-undivided",
    edition="2021",
    title=Bilingual(
        "2021 年版（“（六）其他处理”未分项）",
        "2021 form, undivided",
    ),
    notice="国办公开办函〔2021〕30号",
    first_year=2021,
    report_class=Report2021,
    parts={
        "disclosure": Disclosure2021,
        "requests": Requests2019,
        "disputes": Disputes,
    },
    rules=(*REQUEST_RULES, *DISPUTE_RULES, *RULES_2021),
    year_rules=(*REQUEST_YEAR_RULES, *DISCLOSURE_YEAR_RULES_2021),
    example=EXAMPLE,
    predecessor=FORM_2019,
)

FORM_2021 = FORM_2021_UNDIVIDED.reshaped(
    id="2021",
    title=Bilingual("2021 年版", "2021 form"),
    parts={
        "disclosure": Disclosure2021,
        "requests": Requests2021,
        "disputes": Disputes,
    },
    divided=("/requests/outcomes/other",),
)

FORMS = (FORM_2021, FORM_2021_UNDIVIDED)
