"""The statistics of China's government information disclosure reports, typed and checked.

政府信息公开工作年度报告的统计表：有类型、可校验。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._version import __version__
from .cells import Amount, CellValue, Change, Count, Kind
from .errors import (
    CellTypeError,
    CellValueError,
    GxstatsError,
    InvalidDocument,
    InvalidValue,
    MissingExtra,
    Problem,
    UnknownAddress,
    UnknownName,
    WrongArgument,
)
from .forms import (
    FORMS,
    ApplicantCounts,
    Cell,
    DecisionCount,
    Disclosure2019,
    Disclosure2021,
    DisputeResults,
    Disputes,
    DocumentsInForce,
    DocumentsPublished,
    FeeAmount,
    FeeItems,
    Form,
    ItemsAndDecisions,
    NotProcessed,
    OtherHandling,
    Outcomes2019,
    Outcomes2021,
    Procurement,
    Refused,
    Report2019,
    Report2021,
    Requests2019,
    Requests2021,
    Strength,
    Unavailable,
    form,
)
from .forms.narrative import Narrative, Remark
from .forms.organ import Organ
from .forms.report import Report
from .lazy import lazily
from .text import Bilingual

if TYPE_CHECKING:
    from .reading import Doubt, Reading, Unreadable, read, read_all
    from .relations import (
        Check,
        InconsistentReport,
        Outcome,
        Relation,
        Result,
        Rulebook,
        check,
        relation,
        rulebook,
    )
    from .wire import from_dict, from_json, to_dict, to_json
    from .wire.validation import validate

__all__ = [
    "FORMS",
    "Amount",
    "ApplicantCounts",
    "Bilingual",
    "Cell",
    "CellTypeError",
    "CellValue",
    "CellValueError",
    "Change",
    "Check",
    "Count",
    "DecisionCount",
    "Disclosure2019",
    "Disclosure2021",
    "DisputeResults",
    "Disputes",
    "DocumentsInForce",
    "DocumentsPublished",
    "Doubt",
    "FeeAmount",
    "FeeItems",
    "Form",
    "GxstatsError",
    "InconsistentReport",
    "InvalidDocument",
    "InvalidValue",
    "ItemsAndDecisions",
    "Kind",
    "MissingExtra",
    "Narrative",
    "NotProcessed",
    "Organ",
    "OtherHandling",
    "Outcome",
    "Outcomes2019",
    "Outcomes2021",
    "Problem",
    "Procurement",
    "Reading",
    "Refused",
    "Relation",
    "Remark",
    "Report",
    "Report2019",
    "Report2021",
    "Requests2019",
    "Requests2021",
    "Result",
    "Rulebook",
    "Strength",
    "Unavailable",
    "UnknownAddress",
    "UnknownName",
    "Unreadable",
    "WrongArgument",
    "__version__",
    "check",
    "form",
    "from_dict",
    "from_json",
    "read",
    "read_all",
    "relation",
    "rulebook",
    "to_dict",
    "to_json",
    "validate",
]

_LAZY = {
    "Check": ".relations",
    "InconsistentReport": ".relations",
    "Outcome": ".relations",
    "Relation": ".relations",
    "Result": ".relations",
    "Rulebook": ".relations",
    "check": ".relations",
    "relation": ".relations",
    "rulebook": ".relations",
    "Doubt": ".reading",
    "Reading": ".reading",
    "Unreadable": ".reading",
    "read": ".reading",
    "read_all": ".reading",
    "from_dict": ".wire",
    "from_json": ".wire",
    "to_dict": ".wire",
    "to_json": ".wire",
    "validate": ".wire.validation",
}
"""Names that are imported when first asked for, with the module that has them."""

if not TYPE_CHECKING:  # to a checker, every name would then exist
    __getattr__, __dir__ = lazily(__name__, _LAZY)
