"""What most users write: reports read and looked at; and names that do not exist."""

from __future__ import annotations

from typing import assert_type

from gxstats import Report2019, Report2021, Requests2019, Requests2021, chekc  # E: name
from gxstats.columnar import to_arow  # E: name
from gxstats.diagnosis import certifcate  # E: name
from gxstats.relations import chek  # E: name


def cells(report: Report2019, newer: Report2021) -> None:
    assert_type(report.requests.received.total, int | None)
    assert_type(report.requests.outcomes.other.total, int | None)
    assert_type(report.disclosure.administrative_fees.change, int | None)
    assert_type(report.organ.name, str | None)
    assert_type(report.narrative.problems, str | None)
    assert_type(newer.requests, Requests2021 | Requests2019)
    if isinstance(newer.requests, Requests2021):
        assert_type(newer.requests.outcomes.other.fee_unpaid.total, int | None)

    print(report.requests.recieved)  # E: attribute
    print(report.requests.outcomes.other.fee_unpaid)  # E: attribute
    print(newer.disclosure.centralized_procurement)  # E: attribute
    print(newer.requests.outcomes.other.fee_unpaid)  # E: attribute of one
    print(report.requests.received.total + 1)  # E: optional
