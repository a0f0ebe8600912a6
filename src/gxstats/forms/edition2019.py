"""The form of 2019 (试行): fiscal years 2019 and 2020, 198 cells.

Notice: 国办公开办函〔2019〕60号.
"""

from __future__ import annotations

from typing import ClassVar

import attrs

from ..cells import table
from ..report import Report
from ..text import Bilingual
from .catalogue import Form, register
from .disclosure import RULES_2019, Disclosure2019
from .disputes import DISPUTE_RULES, Disputes
from .requests import REQUEST_RULES, REQUEST_YEAR_RULES, Requests2019
from .titles import DISCLOSURE, DISPUTES, REQUESTS

__all__ = ["FORM_2019", "Report2019"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Report2019(Report):
    """A report on the form of 2019 (国办公开办函〔2019〕60号).

    >>> from gxstats import Organ, Report2019
    >>> Report2019.blank(year=2019, organ=Organ(name="殷都区人民政府"))
    <Report2019 殷都区人民政府 2019: 198 cells, 198 blank>
    """

    edition: ClassVar[str] = "2019"

    disclosure: Disclosure2019 = attrs.field(metadata=table("二", DISCLOSURE))
    requests: Requests2019 = attrs.field(metadata=table("三", REQUESTS))
    disputes: Disputes = attrs.field(metadata=table("四", DISPUTES))


FORM_2019 = register(
    Form(
        id="2019",
        edition="2019",
        title=Bilingual("2019 年版（试行）", "Edition 2019 (trial)"),
        notice="国办公开办函〔2019〕60号",
        fiscal_years=(2019, 2020),
        report_class=Report2019,
        parts={
            "disclosure": Disclosure2019,
            "requests": Requests2019,
            "disputes": Disputes,
        },
        rules=(*REQUEST_RULES, *DISPUTE_RULES, *RULES_2019),
        year_rules=REQUEST_YEAR_RULES,
    )
)
