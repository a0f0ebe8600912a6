"""A region's report against those of its organs: sums that warn and never fail.

Nothing in the form says whether a report covers one organ or a whole region, which organs belong to
it, or what was handed from one to another and so is counted twice. A difference is worth a look.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

import attrs

from ..cells import BOUNDS, CellValue, Kind
from ..forms.organ import Organ
from ..forms.report import Form, Report, each_report, form_of, require_report
from ..forms.report import form as form_by_id
from ..mappings import FrozenMapping
from ..text import Bilingual, Language
from .converting import counterparts

__all__ = ["Aggregate", "CellRollUp", "RollUp", "aggregate", "roll_up"]


@attrs.frozen(kw_only=True)
class CellRollUp:
    """One cell of a region's report, and the sum of its organs'."""

    cell: str
    """Its address."""
    region: CellValue
    """What the region's report says."""
    known: int | Decimal
    """The sum over the organs in whose reports the cell is not blank."""
    blank: tuple[str, ...]
    """The organs in whose reports it is blank, or has no counterpart, by name."""
    kind: Kind = Kind.COUNT
    """The kind of number in it."""

    @property
    def difference(self) -> int | Decimal | None:
        """Region less organs; None if the region's own cell is blank."""
        return None if self.region is None else self.region - self.known

    @property
    def ties(self) -> bool | None:
        """Whether the two are equal; None if a blank leaves it open."""
        if self.region is None:
            return None
        if not self.blank:
            return bool(self.region == self.known)
        if self.kind is not Kind.CHANGE:  # what is blank can only add to the sum
            return False if self.known > self.region else None
        _, largest = BOUNDS[self.kind]  # it adds or takes away, each as much as a cell holds
        most = len(self.blank) * largest
        return None if -most <= self.region - self.known <= most else False


@attrs.frozen(kw_only=True, slots=False, repr=False)
class RollUp:
    """A region's report beside the sum of its organs'."""

    region: Report
    organs: tuple[Report, ...]
    missing: tuple[str, ...]
    """The organs that were expected and of which there is no report, by name."""
    cells: tuple[CellRollUp, ...]
    """Every cell of the region's form, in its order."""

    @cached_property
    def differing(self) -> tuple[CellRollUp, ...]:
        """The cells in which the sum is another number."""
        return tuple(one for one in self.cells if one.ties is False)

    @property
    def reasons(self) -> tuple[Bilingual, ...]:
        """What may explain differences, as far as it can be seen; always a warning, never a fault."""
        found: list[Bilingual] = []
        if self.missing:
            zh, en = "、".join(self.missing), ", ".join(self.missing)
            found.append(
                Bilingual(
                    f"缺 {len(self.missing)} 个机关的报告：{zh}",
                    f"no report of {_counted(len(self.missing), 'organ')}: {en}",
                )
            )
        if self.region.organ.scope is None:
            found.append(
                Bilingual(
                    "汇总报告没有说明是本机关还是全地区的数字",
                    "the region's report does not say whether it covers the organ or the region",
                )
            )
        elif self.region.organ.scope == "organ":
            found.append(Bilingual("这份报告只统计本机关", "this report covers one organ alone"))
        years = {report.year for report in self.organs} - {self.region.year}
        if years:
            found.append(Bilingual("年度不一致", "the years are not the same"))
        if any(form_of(report).edition != self.region.edition for report in self.organs):
            found.append(Bilingual("表样版本不一致", "the editions of the form are not the same"))
        found.append(
            Bilingual(
                "转办、移送的申请可能重复计数；下属单位可能另行统计",
                "requests handed on may be counted twice; bodies below may report apart",
            )
        )
        return tuple(found)

    def explain(self, language: Language = "zh") -> str:
        """How many cells differ, which ones, and what may explain it."""
        form = form_of(self.region)
        zh = language == "zh"
        head = (
            f"与 {len(self.organs)} 个机关之和相比，{len(self.differing)} 格不同（仅供提示）"
            if zh
            else f"Against the sum of {_counted(len(self.organs), 'organ')}: "
            f"{_counted(len(self.differing), 'cell')} different (a hint only)"
        )
        lines = [head]
        for one in self.differing:
            name = form[one.cell].name(language)
            lines.append(
                f"{name}：报告为 {one.region}，各机关之和为 {one.known}"
                if zh
                else f"{name}: the report says {one.region}, the organs add up to {one.known}"
            )
        return "\n".join([*lines, *(reason[language] for reason in self.reasons)])

    def __repr__(self) -> str:
        return (
            f"<RollUp of {len(self.organs)} organs: {len(self.differing)} cells differ, "
            f"{len(self.missing)} organs missing>"
        )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def roll_up(region: Report, organs: Iterable[Report], *, expected: Iterable[str] = ()) -> RollUp:
    """A region's report against the sum of its organs', cell by cell.

    ``expected`` are the names or 统一社会信用代码 of the organs that should be there. Of reports on
    another form those cells are taken that make up the region's; a cell without counterpart counts
    as blank. A sum may be larger than any cell can hold.
    """
    children = tuple(each_report(organs, "organs"))
    require_report(region, "region")
    known = {report.organ.name for report in children} | {report.organ.code for report in children}
    form = form_of(region)
    return RollUp(
        region=region,
        organs=children,
        missing=tuple(name for name in expected if name not in known),
        cells=tuple(
            CellRollUp(
                cell=address,
                region=region[address],
                known=total,
                blank=blank,
                kind=form[address].kind,
            )
            for address, (total, blank) in _sums(form, children).items()
        ),
    )


@attrs.frozen(kw_only=True)
class Aggregate:
    """A draft of a region's report, put together from its organs'."""

    report: Report
    """A cell is blank in it if it is in one of the reports: what is not known is not 0."""
    blank: Mapping[str, tuple[str, ...]] = attrs.field(hash=False)
    """The cells that are blank for that reason, with the organs in whose reports they are."""


def aggregate(
    reports: Iterable[Report], *, form: Form | str, organ: Organ | str, year: int | None
) -> Aggregate:
    """The sum of some reports, as a draft of the report of a region.

    Of reports on another form those cells are taken that make up those of this one; of a cell without
    counterpart nothing is known. Raises :class:`~gxstats.CellValueError` for a sum that no cell can hold.

    >>> from gxstats import Organ, examples, form, read
    >>> report = read(examples.path("yindu-2019")).report
    >>> draft = aggregate([report, report], form=form("2019"), organ=Organ(name="某市"), year=2019)
    >>> draft.report["/requests/received/total"], list(draft.blank)
    (100, ['/disclosure/administrative_fees/change'])
    """
    form = form_by_id(form)
    sums = _sums(form, tuple(each_report(reports)))
    values = {address: total for address, (total, blank) in sums.items() if not blank}
    return Aggregate(
        report=form.report(values, year=year, organ=organ),
        blank=FrozenMapping({address: blank for address, (_, blank) in sums.items() if blank}),
    )


def _sums(form: Form, reports: Sequence[Report]) -> dict[str, tuple[Any, tuple[str, ...]]]:
    """For each cell the sum of what is known, and the organs of which it is not known."""
    sources = [
        (
            report.organ.name or report.organ.code or str(place),
            report,
            counterparts(form_of(report), form),
        )
        for place, report in enumerate(reports, 1)
    ]
    found: dict[str, tuple[Any, tuple[str, ...]]] = {}
    for cell in form:
        total: Any = 0
        blank: list[str] = []
        for name, report, parts in sources:
            values: list[Any] = [report[part] for part in parts.get(cell.address, ())]
            if not values or None in values:
                blank.append(name)
            else:
                total += sum(values)
        found[cell.address] = total, tuple(blank)
    return found
