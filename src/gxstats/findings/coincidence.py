"""Tables copied from the year before, and how likely it is that their numbers agree by chance.

For a cell that holds n in the one year, the chance that it holds n in the other as well is taken
to be that of a Poisson variable with mean n to hit n, nⁿ·e⁻ⁿ/n!, about 1/√(2πn). Of all means this
is the one that makes it likeliest, and counts of organs spread more than Poisson ones: the chance
is stated too high rather than too low. An amount counts in units of its last decimal.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

import attrs

from ..cells import CellValue, Kind
from ..forms.catalogue import Cell, Table
from ..forms.report import Form, Report
from ..forms.topics import Topic
from ..text import Bilingual
from .finding import Finding
from .kinds import FindingKind, FindingStrength

__all__ = ["chance_of_agreement", "copied", "hit_chance"]

HINT_CHANCE: Final = 1e-3
"""Chance from which on a copy is worth a hint."""
STRONG_CHANCE: Final = 1e-6
"""Chance from which on it is unlikely to be anything else."""
LEAST_NUMBERS: Final = 3
"""Non-zero numbers that must agree."""
LEAST_SHARE: Final = (4, 5)
"""The share of the non-zero numbers that must agree, as a fraction."""

_SETTLED: Final = frozenset({Topic.RECEIVED, Topic.ALL_OUTCOMES})
"""Rows of table three that the other rows settle."""


def hit_chance(value: CellValue) -> float:
    """The chance that a cell holds a non-zero value in another year too; at most.

    >>> round(hit_chance(1), 3), round(hit_chance(50), 3), hit_chance(10**9) < 1e-4
    (0.368, 0.056, True)
    """
    size = abs(_whole(value))
    return (
        math.exp(size * math.log(size) - size - math.lgamma(size + 1))
        if size < 10**6
        else (1 / math.sqrt(2 * math.pi * size))
    )


def _whole(value: CellValue) -> int:
    """The value in units of its last decimal."""
    if isinstance(value, Decimal):
        decimals = -int(value.normalize().as_tuple().exponent)
        return int(value.scaleb(max(decimals, 0)))
    return value or 0


def chance_of_agreement(chances: Sequence[float], agreeing: int) -> float:
    """The chance that at least so many of independent events happen, each with its own chance.

    >>> chance_of_agreement([0.5, 0.5], 2), chance_of_agreement([0.5, 0.5], 1)
    (0.25, 0.75)
    """
    exactly = [1.0]
    for chance in chances:
        exactly = [
            (exactly[k] * (1 - chance) if k < len(exactly) else 0.0)
            + (exactly[k - 1] * chance if k else 0.0)
            for k in range(len(exactly) + 1)
        ]
    return min(1.0, math.fsum(exactly[agreeing:]))


@attrs.frozen
class _Comparison:
    """One table of a report beside that of the year before."""

    cells: tuple[str, ...]
    """The independent cells that are not 0 in one of the years, or both."""
    agreeing: tuple[str, ...]
    chance: float

    @property
    def copied(self) -> bool:
        enough = len(self.agreeing) * LEAST_SHARE[1] >= len(self.cells) * LEAST_SHARE[0]
        return len(self.agreeing) >= LEAST_NUMBERS and enough and self.chance <= HINT_CHANCE


def copied(report: Report, earlier: Sequence[Report]) -> Iterator[Finding]:
    """A finding for every table that agrees with that of the year before.

    ``earlier`` are the reports of the years before without a gap, the latest first. Where the
    table agrees in those years too, the finding says for how long.
    """
    years = [report, *earlier]
    for table in report.form.tables:
        run: list[_Comparison] = []
        for later, before in pairwise(years):
            compared = _compared(table, later, before)
            if not compared.copied:
                break
            run.append(compared)
        if run:
            yield _finding(table, run, years[: len(run) + 1])


def _compared(table: Table, later: Report, before: Report) -> _Comparison:
    cells: list[str] = []
    agreeing: list[str] = []
    chances: list[float] = []
    for cell in independent_cells(later.form, table, later):
        if cell.address not in before.form.index:
            continue
        now, then = later[cell.address], before[cell.address]
        if now is None or then is None or not (now or then):
            continue
        cells.append(cell.address)
        chances.append(hit_chance(max(now, then, key=abs)))
        if now == then:
            agreeing.append(cell.address)
    return _Comparison(tuple(cells), tuple(agreeing), chance_of_agreement(chances, len(agreeing)))


def independent_cells(form: Form, table: Table, report: Report) -> Iterator[Cell]:
    """The cells of a table that no other one settles, and that hold what was done in the year.

    Totals follow from their parts, and new requests from all else. Of a row of table three whose
    columns are blank, the total stands for them.
    """
    rows: dict[str, list[Cell]] = {}
    for cell in form:
        if cell.table == table and cell.kind is not Kind.CHANGE:
            rows.setdefault(cell.address.rpartition("/")[0], []).append(cell)
    for cells in rows.values():
        if cells[0].topics & _SETTLED:
            continue
        parts = [cell for cell in cells if Topic.TOTAL not in cell.topics]
        stands = table.has_row_labels and len(parts) < len(cells)
        if stands and all(report[cell.address] is None for cell in parts):
            yield cells[-1]
        for cell in parts:
            if Topic.STOCK not in cell.topics:
                yield cell


def _finding(table: Table, run: Sequence[_Comparison], years: Sequence[Report]) -> Finding:
    latest = run[0]
    chance = math.prod(compared.chance for compared in run)
    named = tuple(sorted(report.year for report in years if report.year is not None))
    numbers = f"{len(latest.agreeing)}/{len(latest.cells)}"
    more = len(run) > 1
    strong = more or chance <= STRONG_CHANCE
    last_zh = f"，连续 {len(years)} 年" if more else ""
    last_en = f", {len(years)} years running" if more else ""
    return Finding(
        kind=FindingKind.COPIED,
        strength=FindingStrength.UNLIKELY if strong else FindingStrength.HINT,
        cells=latest.agreeing,
        found=Bilingual(
            f"{table.short('zh')}当年发生的非零数有 {numbers} 与上年报告相同{last_zh}",
            f"{numbers} of the non-zero numbers of {table.short('en')} are those of the year "
            f"before{last_en}",
        ),
        expected=Bilingual(
            f"碰巧如此的概率不超过约 {_percent(chance)}",
            f"by chance this happens in about {_percent(chance)} of cases at most",
        ),
        years=named,
        chance=chance,
    )


def _percent(chance: float) -> str:
    """The chance with one digit, as percent or as a power of ten.

    >>> _percent(0.0004), _percent(2.3e-9)
    ('0.04%', '2e-9')
    """
    if chance >= 1e-5:
        return f"{100 * chance:.1g}%"
    mantissa, _, exponent = f"{chance:.0e}".partition("e")
    return f"{mantissa}e{int(exponent)}"
