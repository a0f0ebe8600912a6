"""The national form, edition by edition, top to bottom as printed."""

from __future__ import annotations

from .catalogue import Cell, Position, Table
from .edition2019 import Report2019
from .edition2019.applicants import ApplicantCounts
from .edition2019.disclosure import (
    Disclosure2019,
    DocumentsPublished,
    FeeItems,
    ItemsAndDecisions,
    Procurement,
)
from .edition2019.disputes import DisputeResults, Disputes
from .edition2019.requests import NotProcessed, Outcomes2019, Refused, Requests2019, Unavailable
from .edition2021 import Report2021
from .edition2021.disclosure import DecisionCount, Disclosure2021, DocumentsInForce, FeeAmount
from .edition2021.requests import OtherHandling, Outcomes2021, Requests2021
from .narrative import Narrative, Remark
from .organ import Organ
from .report import FORMS, Example, Form, Report, form, form_of
from .rules import Rule, Strength
from .topics import Topic

__all__ = [
    "FORMS",
    "ApplicantCounts",
    "Cell",
    "DecisionCount",
    "Disclosure2019",
    "Disclosure2021",
    "DisputeResults",
    "Disputes",
    "DocumentsInForce",
    "DocumentsPublished",
    "Example",
    "FeeAmount",
    "FeeItems",
    "Form",
    "ItemsAndDecisions",
    "Narrative",
    "NotProcessed",
    "Organ",
    "OtherHandling",
    "Outcomes2019",
    "Outcomes2021",
    "Position",
    "Procurement",
    "Refused",
    "Remark",
    "Report",
    "Report2019",
    "Report2021",
    "Requests2019",
    "Requests2021",
    "Rule",
    "Strength",
    "Table",
    "Topic",
    "Unavailable",
    "form",
    "form_of",
]
