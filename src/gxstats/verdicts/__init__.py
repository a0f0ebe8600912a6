"""The verdict on a file, and what it is written as: for people, for programs, for their tools.

:func:`judge` reads, checks and diagnoses a file, whatever it is; what there is to say of it are
its points, and every format tells the same ones.

>>> from gxstats import examples
>>> from gxstats.verdicts import judge
>>> verdict = judge(examples.path("yindu-2019"))
>>> verdict.exit_code, verdict.points
(0, ())
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import lazily

if TYPE_CHECKING:
    from .baseline import Accepted, Baseline, Observed
    from .csv import as_csv
    from .failures import FILE_CODES, FileFailure
    from .formats import FORMATS, TEXT_FORMATS, pieces, write
    from .github import as_github
    from .html import as_html
    from .judging import (
        Failure,
        Judged,
        Skipped,
        Spot,
        Verdict,
        judge,
        judge_all,
        judge_all_bytes,
        judge_bytes,
        worst,
    )
    from .junit import as_junit
    from .linking import linked
    from .points import Level, Point, PointKind
    from .rows import COLUMNS
    from .sarif import as_sarif
    from .xlsx import write_xlsx

__all__ = [
    "COLUMNS",
    "FILE_CODES",
    "FORMATS",
    "TEXT_FORMATS",
    "Accepted",
    "Baseline",
    "Failure",
    "FileFailure",
    "Judged",
    "Level",
    "Observed",
    "Point",
    "PointKind",
    "Skipped",
    "Spot",
    "Verdict",
    "as_csv",
    "as_github",
    "as_html",
    "as_junit",
    "as_sarif",
    "judge",
    "judge_all",
    "judge_all_bytes",
    "judge_bytes",
    "linked",
    "pieces",
    "worst",
    "write",
    "write_xlsx",
]

_LAZY = {
    "Accepted": ".baseline",
    "Baseline": ".baseline",
    "COLUMNS": ".rows",
    "FILE_CODES": ".failures",
    "FORMATS": ".formats",
    "Failure": ".judging",
    "FileFailure": ".failures",
    "Judged": ".judging",
    "Level": ".points",
    "Observed": ".baseline",
    "Point": ".points",
    "PointKind": ".points",
    "Skipped": ".judging",
    "Spot": ".judging",
    "TEXT_FORMATS": ".formats",
    "Verdict": ".judging",
    "as_csv": ".csv",
    "as_github": ".github",
    "as_html": ".html",
    "as_junit": ".junit",
    "as_sarif": ".sarif",
    "judge": ".judging",
    "judge_all": ".judging",
    "judge_all_bytes": ".judging",
    "judge_bytes": ".judging",
    "linked": ".linking",
    "pieces": ".formats",
    "worst": ".judging",
    "write": ".formats",
    "write_xlsx": ".xlsx",
}

if not TYPE_CHECKING:  # to a checker, every name would then exist
    __getattr__, __dir__ = lazily(__name__, _LAZY)
