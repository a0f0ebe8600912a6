"""Reports of one organ, each beside the one of the year before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import attrs

from ..across import series_of
from ..forms.report import Report
from ..relations import check_linked
from .judging import Judged, Verdict

__all__ = ["linked"]

_Verdict = TypeVar("_Verdict", bound=Verdict)


def linked(verdicts: Sequence[_Verdict]) -> list[_Verdict]:
    """The verdicts, each report checked against that of the same organ for the year before too.

    Organs are told apart as :func:`gxstats.across.series_of` does it, and what covers an organ
    from what covers a region. Where there are several reports of the year before that differ, or
    the organ or the year is not known, nothing is compared.
    """
    reports = [one.report for one in verdicts if isinstance(one, Judged) and _is_known(one.report)]
    before: dict[int, Report] = {}
    for scope in {report.organ.scope for report in reports}:
        for series in series_of(one for one in reports if one.organ.scope == scope):
            several = {year for year, found in series.duplicates.items() if len({*found}) > 1}
            for year, report in series.by_year.items():
                same = series.duplicates.get(year, (report,))
                if year - 1 in series.by_year and year - 1 not in several:
                    before |= {id(one): series.by_year[year - 1] for one in same}
    return [
        attrs.evolve(one, check=check_linked(before[id(one.report)], one.report))
        if isinstance(one, Judged) and id(one.report) in before
        else one
        for one in verdicts
    ]


def _is_known(report: Report) -> bool:
    return report.year is not None and bool(report.organ.code or report.organ.name)
