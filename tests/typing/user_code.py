"""What a user writes, and the types that a checker must see. Checked by test_typing.py.

Never run: ``assert_type`` and the expected errors are for the checkers alone. Every line with
an ``error:`` comment must be refused, by each checker, and no other line may be.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hypothesis import given
from typing_extensions import assert_type

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
    report.requests.recieved  # error: a misspelt cell
    report.requests.outcomes.other.fee_unpaid  # error: not on this form
    newer.disclosure.centralized_procurement  # error: not on this form
    report.requests.received.total + 1  # error: the cell may be blank
    report.year = 2020  # error: a report does not change
    report.requests.received.total = 5  # error: nor does a cell


def building() -> None:
    row = DisputeResults(upheld=1, corrected=0, other=0, pending=None, total=1)
    assert_type(row.upheld, int | None)
    assert_type(ApplicantCounts.blank(total=1), ApplicantCounts)
    assert_type(Report2021.blank(year=2023, organ=Organ(name="某局")), Report2021)
    DisputeResults(upheld=1, corrected=0, other=0, pending=0)  # error: total is missing
    DisputeResults(upheld="1", corrected=0, other=0, pending=0, total=1)  # error: a text
    DisputeResults(upheld=1.0, corrected=0, other=0, pending=0, total=1)  # error: a float
    DisputeResults(1, 0, 0, 0, 1)  # error: by name only
    DisputeResults(upheld=1, corrected=0, others=0, pending=0, total=1)  # error: misspelt
    Organ(scope="city")  # error: not one of the choices


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
    found.explain("fr")  # error: not a language of gxstats


def reading_and_writing(data: bytes) -> None:
    report = from_json(data)
    assert_type(report, Report)
    assert_type(to_json(report), bytes)
    if isinstance(report, Report2021):
        assert_type(report.disclosure.rules.in_force, int | None)
    from_json(5)  # error: not a document


@given(reports("2019"))
def drawn(report: Report2019) -> None:
    assert_type(assert_consistent(report), Report2019)


reports("2014")  # error: there is no such form here
