"""Reports of one organ are checked against the year before, and only those."""

from __future__ import annotations

import html
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.simple_reports import zeros

from gxstats import Organ, Report, check
from gxstats.relations import LinkedCheck, check_years
from gxstats.testing import reports_with_blanks
from gxstats.text import LANGUAGES
from gxstats.verdicts import (
    Baseline,
    Judged,
    Observed,
    as_csv,
    as_github,
    as_html,
    as_junit,
    as_sarif,
    judge_bytes,
    linked,
)

CODE = "914403001922038216"
CARRIED = "requests.carried_over.total"


def judged(report: Report, name: str = "a.json") -> Judged:
    return Judged(name, report, None, check(report))


ORGANS = [
    Organ(name="甲局"),
    Organ(name="甲局", scope="region"),
    Organ(name="乙局"),
    Organ(name="乙局（新名）", code=CODE),
    Organ(name="乙局（旧名）", code=CODE),
    Organ(),
]


@given(
    st.lists(
        st.builds(
            lambda report, organ, year: report.replace(organ=organ, year=year),
            reports_with_blanks("any"),
            st.sampled_from(ORGANS),
            st.sampled_from([2020, 2021, 2022, None]),
        ),
        max_size=8,
    )
)
def test_each_report_is_beside_the_one_report_of_its_organ_for_the_year_before(
    reports: list[Report],
) -> None:
    def of_same_organ(one: Report, other: Report) -> bool:
        same = (
            one.organ.code == other.organ.code
            if one.organ.code
            else not other.organ.code and one.organ.name == other.organ.name
        )
        known = one.organ.code or one.organ.name
        return bool(known) and same and one.organ.scope == other.organ.scope

    found = linked([judged(report) for report in reports])
    assert [one.report for one in found] == reports
    for one in found:
        report = one.report
        before = {
            other
            for other in reports
            if report.year is not None
            and other.year == report.year - 1
            and of_same_organ(report, other)
        }
        if len(before) != 1:
            assert one.check == check(report)
            continue
        [last_year] = before
        assert isinstance(one.check, LinkedCheck)
        own, years = check(report), check_years(last_year, report)
        assert one.check.results == (*own.results, *years.results)
        worst = {own.verdict.value, years.verdict.value}
        assert one.outcome == (
            "violated" if "violated" in worst else "open" if "undecided" in worst else "held"
        )
        for point in one.points:
            for language in LANGUAGES:
                assert point.sentence(language)


BEFORE = zeros("2021", "某局", 2022, requests__received__total=3, requests__carried_out__total=3,
               requests__received__natural_person=3, requests__carried_out__natural_person=3)  # fmt: skip
AFTER = zeros("2021", "某局", 2023)


def test_every_format_tells_what_does_not_tie() -> None:
    before, after = linked([judged(BEFORE, "2022.json"), judged(AFTER, "2023.json")])
    assert (before.exit_code, after.exit_code) == (0, 1)
    assert after.to_dict()["last_year"] == 2022
    assert before.to_dict()["last_year"] is None
    for write in (as_csv, as_github, as_html, as_junit, as_sarif):
        told = html.unescape("".join(write([before, after], "en")))
        assert "last year's report" in told, write
        assert CARRIED in told or write is as_html
    [run] = json.loads("".join(as_sarif([after])))["runs"]
    assert run["invocations"][0]["exitCode"] == 1


def test_what_does_not_tie_can_be_accepted() -> None:
    _, after = linked([judged(BEFORE), judged(AFTER)])
    known = Baseline().updated(Observed.of([after]))
    assert CARRIED in {one.relation for one in known.accepted}
    assert known.judged(after).exit_code == 0


@pytest.mark.parametrize("data", [b"", b"{}"])
def test_what_is_no_report_stays_where_it_is(data: bytes) -> None:
    failure = judge_bytes(data, "x")
    assert linked([failure, judged(AFTER), failure])[::2] == [failure, failure]
