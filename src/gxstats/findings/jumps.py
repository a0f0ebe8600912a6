"""Jumps: a change from the year before beyond what history and peers allow.

A change is r = ln(1 + x) - ln(1 + y), of this year's number x and last year's y. The changes that
it is held against, the organ's own of earlier years or those of its peers in the same year, have
a median m and a median absolute deviation d. Their spread is s = max(1.4826·d, n, 0.1), where
n = √((1 + e⁻ᵐ)/(1 + y)) is what chance alone makes of counts as large as last year's and as the
one then to be expected. It is a jump if |r - m| > 5·s and |r - m| > ln 3, for every comparison that
has enough data; and of the few changes of its own history it must leave m three times as far as any.
From a small number no jump can be told: 0 to 900 is passed over.

Of simulated organs without jumps, whose numbers vary by a standard deviation of 30 % from year to
year, 0.3 % of the numbers are called jumps by their history alone; at 60 %, 1.1 %.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import Final

from ..cells import CellValue
from ..forms.report import Form, Report
from ..forms.topics import Topic
from ..text import Bilingual
from .finding import Finding
from .kinds import HISTORY_NEEDED, PEERS_NEEDED, FindingKind, FindingStrength

__all__ = ["jumps"]

SPREADS: Final = 5
"""Spreads beyond which a change is a jump."""
RANGES: Final = 3
"""Times the largest deviation of the organ's own history that a change must exceed."""
LEAST_FACTOR: Final = 3
"""A change by less than this factor is never a jump."""
_FLOOR: Final = 0.1
_NORMAL: Final = 1.4826
"""The standard deviation of a normal variable, in median absolute deviations."""

WATCHED: Final = (
    (Topic.LICENSING, Topic.DECISIONS),
    (Topic.PENALTY, Topic.DECISIONS),
    (Topic.COMPULSION, Topic.DECISIONS),
    (Topic.FEES, Topic.CHARGED),
    (Topic.RECEIVED, Topic.TOTAL),
    (Topic.GRANTED, Topic.TOTAL),
    (Topic.RECONSIDERATION, Topic.TOTAL),
    (Topic.DIRECT_LITIGATION, Topic.TOTAL),
    (Topic.LITIGATION_AFTER_RECONSIDERATION, Topic.TOTAL),
)
"""What is looked at: the large numbers of each table. Not every form has all of them."""


def jumps(report: Report, earlier: Sequence[Report], peers: Sequence[Report]) -> Iterator[Finding]:
    """A finding for every watched cell that jumps.

    ``earlier`` are the organ's reports of the years before without a gap, the latest first;
    ``peers`` reports of other organs, of any years.
    """
    if not earlier:
        return
    pairs = _pairs_of_peers(report, peers)
    for address in watched(report.form):
        this, last = _number(report, address), _number(earlier[0], address)
        if this is None or last is None:
            continue
        change = _change(this, last)
        history = _changes(pairwise(earlier), address)
        others = _changes(pairs, address)
        references = [
            changes
            for changes, needed in ((history, HISTORY_NEEDED), (others, PEERS_NEEDED))
            if len(changes) >= needed
        ]
        beyond = references and all(_beyond(change, changes, last) for changes in references)
        if beyond and not _seen(change, history):
            yield _finding(report, earlier[0], address, (history, others))


def watched(form: Form) -> tuple[str, ...]:
    """The cells of a form that are looked at."""
    return tuple(address for topics in WATCHED for address in form.about(*topics))


def _pairs_of_peers(report: Report, peers: Sequence[Report]) -> list[tuple[Report, Report]]:
    by_organ: dict[str, dict[int, Report]] = {}
    own = _identity(report)
    for peer in peers:
        identity = _identity(peer)
        if identity is not None and identity != own and peer.year is not None:
            by_organ.setdefault(identity, {}).setdefault(peer.year, peer)
    year = report.year
    if year is None:
        return []
    return [
        (years[year], years[year - 1])
        for years in by_organ.values()
        if year in years and year - 1 in years
    ]


def _identity(report: Report) -> str | None:
    return report.organ.code or report.organ.name


def _number(report: Report, address: str) -> float | None:
    if address not in report.form.index:
        return None
    value: CellValue = report[address]
    return None if value is None else float(value)


def _change(this: float, last: float) -> float:
    return math.log1p(this) - math.log1p(last)


def _changes(pairs: Iterable[tuple[Report, Report]], address: str) -> list[float]:
    found = []
    for later, before in pairs:
        this, last = _number(later, address), _number(before, address)
        if this is not None and last is not None:
            found.append(_change(this, last))
    return found


def _beyond(change: float, changes: Sequence[float], last: float) -> bool:
    middle = median(changes)
    noise = math.sqrt((1 + math.exp(-middle)) / (1 + last))
    deviation = median(abs(one - middle) for one in changes)
    away = abs(change - middle)
    return away > SPREADS * max(_NORMAL * deviation, noise, _FLOOR) and away > math.log(
        LEAST_FACTOR
    )


def _seen(change: float, history: Sequence[float]) -> bool:
    """Whether so much was seen before: of few changes the median deviation says too little."""
    if len(history) < HISTORY_NEEDED:
        return False
    middle = median(history)
    return abs(change - middle) <= RANGES * max(abs(one - middle) for one in history)


def _finding(
    report: Report, last: Report, address: str, references: tuple[list[float], list[float]]
) -> Finding:
    cell = report.form[address]
    history, others = references
    this, before = report[address], last[address]
    allowed_zh, allowed_en = [], []
    if len(history) >= HISTORY_NEEDED:
        allowed_zh.append(f"本机关此前 {len(history)} 次变化的中位数为 {_times(history)} 倍")
        allowed_en.append(
            f"the median of the organ's {len(history)} earlier changes is a factor of "
            f"{_times(history)}"
        )
    if len(others) >= PEERS_NEEDED:
        allowed_zh.append(f"{len(others)} 家同类机关同年变化的中位数为 {_times(others)} 倍")
        allowed_en.append(
            f"that of {len(others)} peers in the same year a factor of {_times(others)}"
        )
    years = (last.year, report.year)
    return Finding(
        kind=FindingKind.JUMP,
        strength=FindingStrength.HINT,
        cells=(address,),
        found=Bilingual(
            f"{cell.name('zh')}由上年的 {_shown(before)} 变为 {_shown(this)}",
            f"{cell.name('en')} went from {_shown(before)} to {_shown(this)}",
        ),
        expected=Bilingual("，".join(allowed_zh), ", ".join(allowed_en)),
        years=tuple(year for year in years if year is not None),
    )


def _times(changes: Sequence[float]) -> str:
    return f"{math.exp(median(changes)):.2g}"


def _shown(value: CellValue) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
