"""A form of 2027 that nobody issued: it proves that an edition is one folder.

Notice: 国办公开办函〔2027〕1号 (made up).
"""

from __future__ import annotations

from typing import ClassVar

import attrs

from gxstats.cells import table
from gxstats.forms.edition2019.disclosure import CONTENT
from gxstats.forms.edition2019.disputes import DISPUTE_RULES, Disputes
from gxstats.forms.edition2019.requests import (
    CROSS_CHECK_NOTE,
    REQUEST_RULES,
    REQUEST_YEAR_RULES,
)
from gxstats.forms.edition2019.titles import DISCLOSURE, DISPUTES, REQUESTS
from gxstats.forms.edition2021 import FORM_2021
from gxstats.forms.edition2021.disclosure import (
    DISCLOSURE_YEAR_RULES_2021,
    RULES_2021,
    Disclosure2021,
)
from gxstats.forms.organ import Organ
from gxstats.forms.report import Example, Form, Report
from gxstats.text import Bilingual

from .requests import Requests2027

__all__ = ["FORMS", "FORM_2027", "Report2027"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Report2027(Report):
    """A report on the form of 2027."""

    edition: ClassVar[str] = "2027"

    disclosure: Disclosure2021 = attrs.field(metadata=table("二", DISCLOSURE, corner=CONTENT))
    requests: Requests2027 = attrs.field(metadata=table("三", REQUESTS, corner=CROSS_CHECK_NOTE))
    disputes: Disputes = attrs.field(metadata=table("四", DISPUTES))


FORM_2027 = Form(
    id="2027",
    edition="2027",
    title=Bilingual("2027 年版", "2027 form"),
    notice="国办公开办函〔2027〕1号",
    first_year=2027,
    report_class=Report2027,
    parts={"disclosure": Disclosure2021, "requests": Requests2027, "disputes": Disputes},
    rules=(*REQUEST_RULES, *DISPUTE_RULES, *RULES_2021),
    year_rules=(*REQUEST_YEAR_RULES, *DISCLOSURE_YEAR_RULES_2021),
    example=Example(
        year=2027,
        organ=Organ(name="某市某局", scope="organ"),
        figures={
            "/requests/received/natural_person": 3,
            "/requests/received/total": 3,
            "/requests/outcomes/other/withdrawn/natural_person": 3,
            "/requests/outcomes/other/withdrawn/total": 3,
            "/requests/outcomes/total/natural_person": 3,
            "/requests/outcomes/total/total": 3,
        },
    ),
    predecessor=FORM_2021,
)

FORMS = (FORM_2027,)
