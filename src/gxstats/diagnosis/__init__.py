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

from .diagnosing import Budget, Change, Diagnosis, Explanation, diagnose, repair
from .evidence import Evidence

__all__ = ["Budget", "Change", "Diagnosis", "Evidence", "Explanation", "diagnose", "repair"]
