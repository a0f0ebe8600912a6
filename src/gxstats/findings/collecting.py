"""All findings on one report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from ..forms.report import Report, each_report, require_report
from ..relations.year_checking import require_following
from .coincidence import copied
from .finding import Finding
from .jumps import jumps
from .own_report import (
    decimal_counts,
    fee_confused,
    other_form,
    rules_without_power,
    template_instructions,
)
from .text_against_table import text_against_table

__all__ = ["findings"]

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


def findings(
    report: Report,
    *,
    last_year: Report | None = None,
    history: Iterable[Report] = (),
    peers: Iterable[Report] = (),
    printed: Mapping[str, str] = _NOTHING,
) -> tuple[Finding, ...]:
    """What the figures of a report betray beyond its sums, by kind and place.

    ``last_year`` is the organ's report of the year before; ``history`` holds its earlier reports,
    in any order, and serves for ``last_year`` too where that is not given; years after a gap are
    not looked at. ``peers`` are reports of organs of the same sort, of this year and of the year
    before. ``printed`` is what is printed in cells, by address, beyond the remarks of the report,
    such as what a reading doubted.

    A finding is no verdict: each kind says when it is wrong. Raises :class:`ValueError` if
    ``last_year`` is of a known year that is not the one before.

    >>> from gxstats import Narrative, examples, read
    >>> report = read(examples.path("yindu-2019")).report
    >>> said = report.replace(narrative=Narrative(overview="全年收到政府信息公开申请14件。"))
    >>> [finding] = findings(said)
    >>> print(finding.senses[0].value, finding.passage.text)
    50 全年收到政府信息公开申请14件
    """
    require_report(report)
    earlier = _earlier(report, last_year, each_report(history, "history"))
    others = tuple(each_report(peers, "peers"))
    return (
        *other_form(report),
        *text_against_table(report),
        *decimal_counts(report, printed),
        *fee_confused(report),
        *template_instructions(report),
        *rules_without_power(report),
        *copied(report, earlier),
        *jumps(report, earlier, others),
    )


def _earlier(
    report: Report, last_year: Report | None, history: Iterable[Report]
) -> Sequence[Report]:
    """The organ's reports of the years before without a gap, the latest first."""
    by_year: dict[int, Report] = {}
    for one in history:
        if one.year is not None:
            by_year.setdefault(one.year, one)
    year = report.year
    found: list[Report] = []
    if last_year is not None:
        require_following(last_year, report)
        found.append(last_year)
        year = last_year.year if year is None else year - 1
    while year is not None and (before := by_year.get(year - 1)) is not None:
        found.append(before)
        year -= 1
    return found
