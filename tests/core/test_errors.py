"""Laws of the errors: they carry data, compare by it, and cross the borders of processes."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest

from gxstats import (
    Bilingual,
    CellTypeError,
    CellValueError,
    GxstatsError,
    InconsistentReport,
    InvalidDocument,
    InvalidValue,
    MissingExtra,
    Organ,
    Problem,
    Remark,
    Report2021,
    UnknownAddress,
    Unreadable,
    check,
)

PROBLEM = Problem("value.negative", "/requests/received/total", "-1", Bilingual("整数", "a count"))
OTHER = Problem("key.missing", "/year", "", Bilingual("年份", "a year"))
REPORT = Report2021.blank(year=2023, organ=Organ(name="某局"))
SLIP = REPORT.replace(
    {f"/disputes/reconsideration/{name}": 0 for name in ("corrected", "other", "pending", "total")}
    | {"/disputes/reconsideration/upheld": 3}
)
ERRORS = [
    InvalidValue(PROBLEM),
    CellTypeError(PROBLEM),
    CellValueError(PROBLEM),
    UnknownAddress(PROBLEM),
    InvalidDocument([PROBLEM, OTHER]),
    InconsistentReport(check(SLIP).violated),
    MissingExtra(Bilingual("读取", "reading"), "lxml", "read"),
    Unreadable("read.empty"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_survives_pickling_and_copying_with_all_it_carries(error: GxstatsError) -> None:
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert again == error
        assert hash(again) == hash(error)
        assert str(again) == str(error)
        assert again.explain("zh") == error.explain("zh")


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_speaks_both_languages(error: GxstatsError) -> None:
    assert any("\u4e00" <= character <= "\u9fff" for character in error.explain("zh"))
    assert error.explain("en")
    assert error.explain("en") in str(error)


def test_a_wrong_table_is_named_before_remarks_are_looked_up_in_it() -> None:
    remark = Remark(cell="/requests/received/total", printed="—")
    with pytest.raises(CellTypeError, match=r"Report2021\.requests"):
        attrs.evolve(REPORT, requests=3, remarks=(remark,))


def test_errors_of_different_kinds_differ() -> None:
    assert InvalidValue(PROBLEM) != UnknownAddress(PROBLEM)
    assert InvalidValue(PROBLEM) != InvalidValue(OTHER)


def test_a_problem_with_nothing_found_does_not_say_what_was_found() -> None:
    assert OTHER.message("en") == "/year: this key is missing; expected a year"
    assert OTHER.message("zh") == "/year：缺少这一项；应为 年份"
