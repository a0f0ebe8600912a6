"""What a user writes, and the types that a checker must see. Checked by test_typing.py."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_type

from hypothesis import given

from gxstats import (
    ApplicantCounts,
    Cell,
    Check,
    DisputeResults,
    Form,
    Organ,
    Outcome,
    Relation,
    Report,
    Report2019,
    Report2021,
    Requests2019,
    Requests2021,
    Result,
    check,
    form,
    from_json,
    relation,
    to_json,
)
from gxstats.testing import assert_consistent, reports


def cells(report: Report2019, newer: Report2021) -> None:
    assert_type(report.requests.received.total, int | None)
    assert_type(report.requests.outcomes.other.total, int | None)
    assert_type(report.disclosure.administrative_fees.change, int | None)
    assert_type(report.disclosure.centralized_procurement.amount, Decimal | None)
    assert_type(report.year, int | None)
    assert_type(report.organ.name, str | None)
    assert_type(report.narrative.problems, str | None)
    assert_type(newer.disclosure.administrative_fees.amount, Decimal | None)
    assert_type(newer.requests, Requests2021 | Requests2019)
    if isinstance(newer.requests, Requests2021):
        assert_type(newer.requests.outcomes.other.fee_unpaid.total, int | None)


def building() -> None:
    row = DisputeResults(upheld=1, corrected=0, other=0, pending=None, total=1)
    assert_type(row.upheld, int | None)
    assert_type(ApplicantCounts.blank(total=1), ApplicantCounts)
    assert_type(Report2021.blank(year=2023, organ=Organ(name="某局")), Report2021)


def changing(report: Report2019) -> None:
    assert_type(report.replace({"/requests/received/total": 5}), Report2019)
    assert_type(report.replace(year=2020), Report2019)


def looking_up() -> None:
    assert_type(form("2021"), Form)
    assert_type(form("2021")["/requests/received/total"], Cell)
    assert_type(relation("requests.balance.total"), Relation)


def checking(report: Report) -> None:
    found = check(report)
    assert_type(found, Check)
    assert_type(found.verdict, Outcome)
    assert_type(found.violated, tuple[Result, ...])
    assert_type(iter(found), Iterator[Result])
    assert_type(found.require(), Report)
    assert_type(found["requests.balance.total"].residual, int | None)
    assert_type(found.explain("zh"), str)


def reading_and_writing(data: bytes) -> None:
    report = from_json(data)
    assert_type(report, Report)
    assert_type(to_json(report), bytes)
    if isinstance(report, Report2021):
        assert_type(report.disclosure.rules.in_force, int | None)


@given(reports("2019"))
def drawn(report: Report2019) -> None:
    assert_type(assert_consistent(report), Report2019)
