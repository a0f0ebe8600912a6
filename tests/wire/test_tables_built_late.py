"""A report read from JSON builds its tables when they are looked at; nothing else tells."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxstats import Report, check, form, from_dict, from_json, to_dict, to_json
from gxstats.testing import arbitrary_reports

TABLES = ("disclosure", "requests", "disputes")


@given(arbitrary_reports("any"), st.permutations(TABLES))
def test_a_table_looked_at_is_the_table_that_was_written(report: Report, order: list[str]) -> None:
    built = form(report.form.id).report(
        {cell.address: value for cell, value in report.cells()},
        year=report.year,
        organ=report.organ,
        narrative=report.narrative,
        remarks=report.remarks,
    )
    for read in (from_json(to_json(built)), from_dict(to_dict(built))):
        for name in order:
            assert getattr(read, name) == getattr(built, name)
            assert getattr(read, name) is getattr(read, name)


@given(arbitrary_reports("any"))
def test_a_report_not_looked_at_is_checked_copied_pickled_and_changed_alike(
    report: Report,
) -> None:
    data = to_json(report)
    assert check(from_json(data)).results == check(report).results
    assert copy.copy(from_json(data)) == report
    assert copy.deepcopy(from_json(data)) == report
    assert pickle.loads(pickle.dumps(from_json(data))) == report
    assert hash(from_json(data)) == hash(report)
    assert attrs.evolve(from_json(data), year=2020) == attrs.evolve(report, year=2020)
    address = "/requests/received/total"
    assert from_json(data).replace({address: 7}) == report.replace({address: 7})
    assert repr(from_json(data)) == repr(report)


@given(arbitrary_reports("2021"))
def test_what_a_report_does_not_have_it_does_not_have_when_read(report: Report) -> None:
    read = from_json(to_json(report))
    assert not hasattr(read, "statistics")
    with pytest.raises(AttributeError, match="'Report2021' object has no attribute 'received'"):
        _ = read.received  # type: ignore[attr-defined]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        read.requests = report.requests  # type: ignore[attr-defined]
