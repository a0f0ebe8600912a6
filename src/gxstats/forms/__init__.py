"""The national form, edition by edition, top to bottom as printed."""

from __future__ import annotations

from .applicants import ApplicantCounts
from .catalogue import FORMS, Cell, Form, Position, Table, form, form_of
from .disclosure import (
    DecisionCount,
    Disclosure2019,
    Disclosure2021,
    DocumentsInForce,
    DocumentsPublished,
    FeeAmount,
    FeeItems,
    ItemsAndDecisions,
    Procurement,
)
from .disputes import DisputeResults, Disputes
from .edition2019 import FORM_2019, Report2019
from .edition2021 import FORM_2021, FORM_2021_UNDIVIDED, Report2021
from .requests import (
    NotProcessed,
    OtherHandling,
    Outcomes2019,
    Outcomes2021,
    Refused,
    Requests2019,
    Requests2021,
    Unavailable,
)
from .rules import Rule, Strength

__all__ = [
    "FORMS",
    "FORM_2019",
    "FORM_2021",
    "FORM_2021_UNDIVIDED",
    "ApplicantCounts",
    "Cell",
    "DecisionCount",
    "Disclosure2019",
    "Disclosure2021",
    "DisputeResults",
    "Disputes",
    "DocumentsInForce",
    "DocumentsPublished",
    "FeeAmount",
    "FeeItems",
    "Form",
    "ItemsAndDecisions",
    "NotProcessed",
    "OtherHandling",
    "Outcomes2019",
    "Outcomes2021",
    "Position",
    "Procurement",
    "Refused",
    "Report2019",
    "Report2021",
    "Requests2019",
    "Requests2021",
    "Rule",
    "Strength",
    "Table",
    "Unavailable",
    "form",
    "form_of",
]
