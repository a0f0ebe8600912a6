"""The form of 2019 (试行): fiscal years 2019 and 2020, 198 cells.

Notice: 国办公开办函〔2019〕60号. For 2019 itself it encouraged the form only (item two).
"""

from __future__ import annotations

from typing import ClassVar

import attrs

from ...cells import table
from ...text import Bilingual
from ..report import Form, Report
from .disclosure import CONTENT, DISCLOSURE_YEAR_RULES_2019, RULES_2019, Disclosure2019
from .disputes import DISPUTE_RULES, Disputes
from .example import EXAMPLE
from .requests import CROSS_CHECK_NOTE, REQUEST_RULES, REQUEST_YEAR_RULES, Requests2019
from .titles import DISCLOSURE, DISPUTES, REQUESTS

__all__ = ["FORMS", "FORM_2019", "Report2019"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Report2019(Report):
    """A report on the form of 2019 (国办公开办函〔2019〕60号).

    >>> from gxstats import Organ, Report2019
    >>> Report2019.blank(year=2019, organ=Organ(name="殷都区人民政府"))
    <Report2019 殷都区人民政府 2019: 198 cells, 198 blank>
    """

    edition: ClassVar[str] = "2019"

    disclosure: Disclosure2019 = attrs.field(metadata=table("二", DISCLOSURE, corner=CONTENT))
    requests: Requests2019 = attrs.field(metadata=table("三", REQUESTS, corner=CROSS_CHECK_NOTE))
    disputes: Disputes = attrs.field(metadata=table("四", DISPUTES))


FORM_2019 = Form(
    id="2019",
    edition="2019",
    title=Bilingual("2019 年版（试行）", "2019 form (trial)"),
    notice="国办公开办函〔2019〕60号",
    first_year=2019,
    encouraged_years=frozenset({2019}),
    report_class=Report2019,
    parts={
        "disclosure": Disclosure2019,
        "requests": Requests2019,
        "disputes": Disputes,
    },
    rules=(*REQUEST_RULES, *DISPUTE_RULES, *RULES_2019),
    year_rules=(*REQUEST_YEAR_RULES, *DISCLOSURE_YEAR_RULES_2019),
    example=EXAMPLE,
)

FORMS = (FORM_2019,)
