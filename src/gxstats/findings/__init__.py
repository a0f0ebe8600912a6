"""What figures betray beyond sums: findings, each with a name, a strength and a fair warning.

>>> from gxstats import Narrative, examples, read
>>> from gxstats.findings import findings
>>> report = read(examples.path("yindu-2019")).report
>>> [finding.kind.value for finding in findings(report.replace(year=2023))]
['form_of_another_year']
"""

from __future__ import annotations

from .collecting import findings
from .finding import Finding, Passage, Section, Sense
from .kinds import FindingKind, FindingStrength
from .statements import statements
from .subjects import Statement, Subject

__all__ = [
    "Finding",
    "FindingKind",
    "FindingStrength",
    "Passage",
    "Section",
    "Sense",
    "Statement",
    "Subject",
    "findings",
    "statements",
]
