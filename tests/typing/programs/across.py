"""Editions, years, organs and regions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_type

from gxstats import Bilingual, Cell, CellValue, Organ, Outcome, Remark, Report
from gxstats.across import (
    Aggregate,
    CellRollUp,
    Comparable,
    Conversion,
    RollUp,
    Series,
    YearLink,
    aggregate,
    comparable_cells,
    compared,
    convert,
    loss,
    roll_up,
    series_of,
)
from gxstats.relations import YearCheck

TOTAL = "/requests/received/total"


def across(report: Report, reports: list[Report]) -> None:
    assert_type(convert(report, "2021"), Conversion)
    assert_type(convert(report, report.form).lost_remarks, tuple[Remark, ...])
    assert_type(loss("2019", "2021"), tuple[str, ...])
    assert_type(comparable_cells("2019", report.form), tuple[Comparable, ...])
    assert_type(compared(report, "2019"), Mapping[str, CellValue])
    assert_type(series_of(reports), tuple[Series, ...])
    assert_type(Series.of(reports).gaps, tuple[int, ...])
    summed = aggregate(reports, form="2021", organ="某市", year=2023)
    assert_type(summed, Aggregate)
    rolled = roll_up(report, reports, expected=["某局"])
    assert_type(rolled, RollUp)
    assert_type(rolled.explain("zh"), str)

    convert(report)  # E: call
    loss(2019, "2021")  # E: argument
    comparable_cells(2019)  # E: argument
    compared([report])  # E: argument
    series_of(report)  # E: argument
    Series.of(report)  # E: argument
    aggregate(reports, form="2021", year=2023)  # E: call
    roll_up(reports, report)  # E: argument


def made(report: Report, organ: Organ, cell: Cell, years: YearCheck) -> None:
    assert_type(Aggregate(report=report, blank={TOTAL: ("某局",)}).report, Report)
    rolled = CellRollUp(cell=TOTAL, region=5, known=5, blank=())
    assert_type(rolled.ties, bool | None)
    assert_type(Comparable(cell, report.form, {"2019": (TOTAL,)}).rule, Bilingual)
    conversion = Conversion(report=report, original=report, lost={TOTAL: 5}, lost_remarks=())
    assert_type(conversion.lost, Mapping[str, CellValue])
    region = RollUp(region=report, organs=(report,), missing=(), cells=(rolled,))
    assert_type(region.reasons, tuple[Bilingual, ...])
    assert_type(Series((report,), {2023: (report, report)}).years, tuple[int, ...])
    assert_type(YearLink(2023, years).outcome, Outcome | None)

    Aggregate(report=report)  # E: call
    CellRollUp(cell=TOTAL)  # E: call
    Comparable(cell, {})  # E: call
    Conversion(report=report)  # E: call
    RollUp(region=organ, organs=(), missing=(), cells=())  # E: argument
    Series(report, {})  # E: argument
    YearLink("2023", years)  # E: argument
