"""Which cells of a report are wrong: all smallest explanations of the sums that fail, with proof.

>>> from gxstats import examples, read
>>> from gxstats.diagnosis import diagnose
>>> report = read(examples.path("yindu-2019")).report
>>> wrong = report.replace({"/requests/outcomes/granted/natural_person": 34})
>>> diagnosis = diagnose(wrong)
>>> diagnosis.unique
True
>>> [(change.cell, change.old, change.new) for change in diagnosis.explanations[0].changes]
[('/requests/outcomes/granted/natural_person', 34, 43)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import lazily
from .deducing import Bounds, Contradiction, Deduced, Deduction, deduce
from .diagnosing import Budget, Diagnosis, diagnose
from .evidence import Evidence
from .explanations import Change, Explanation, Repair, repair

if TYPE_CHECKING:
    from .certifying import (
        CellCertificate,
        Certificate,
        TableCertificate,
        Witness,
        certificate,
        certificate_with_last_year,
    )

__all__ = [
    "Bounds",
    "Budget",
    "CellCertificate",
    "Certificate",
    "Change",
    "Contradiction",
    "Deduced",
    "Deduction",
    "Diagnosis",
    "Evidence",
    "Explanation",
    "Repair",
    "TableCertificate",
    "Witness",
    "certificate",
    "certificate_with_last_year",
    "deduce",
    "diagnose",
    "repair",
]

_LAZY = {
    "CellCertificate": ".certifying",
    "Certificate": ".certifying",
    "TableCertificate": ".certifying",
    "Witness": ".certifying",
    "certificate": ".certifying",
    "certificate_with_last_year": ".certifying",
}

if not TYPE_CHECKING:  # to a checker, every name would then exist
    __getattr__, __dir__ = lazily(__name__, _LAZY)
