"""A baseline accepts the violations that it names, and nothing else."""

from __future__ import annotations

import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.support.simple_reports import zeros

from gxstats import InvalidDocument, Organ, Outcome, Report, check
from gxstats.testing import corrupted_reports, reports
from gxstats.verdicts import (
    Baseline,
    Judged,
    Observed,
    PointKind,
    as_github,
    as_html,
    as_junit,
    as_sarif,
)
from gxstats.wire.schema import published

RIGHT = zeros("2021", "某局")
WRONG = RIGHT.replace({"/requests/received/natural_person": 1})


def judged(report: Report, name: str = "a.json") -> Judged:
    return Judged(name, report, None, check(report))


KNOWN = Baseline().updated(Observed.of([judged(WRONG)]))


def named(reports: st.SearchStrategy[Report]) -> st.SearchStrategy[Report]:
    return st.builds(
        lambda report, name, year: report.replace(organ=name, year=year),
        reports,
        st.sampled_from(["甲局", "乙局"]),
        st.integers(2019, 2023),
    )


@given(report=named(corrupted_reports(slips=(1, 3)).map(lambda made: made.corrupted)))
def test_what_is_accepted_does_not_decide_and_what_is_new_does(report: Report) -> None:
    verdict = judged(report)
    known = Baseline().updated(Observed.of([verdict]))
    violated = {result.relation.id for result in verdict.check.violated}
    assert {one.relation for one in known.accepted} == violated
    accepted = known.judged(verdict)
    assert accepted.exit_code != 1
    assert (accepted.exit_code == 3) == bool(verdict.check.undecided)
    kinds = {point.rule: point.kind for point in accepted.points}
    assert all(kinds[id] is PointKind.ACCEPTED for id in violated)
    assert not known.gone(Observed.of([verdict]))
    for left_out in known.accepted:
        fewer = Baseline(tuple(one for one in known.accepted if one is not left_out))
        assert fewer.judged(verdict).exit_code == 1
        moved = attrs.evolve(left_out, residual=(left_out.residual or 0) + 1)
        other = Baseline(tuple(moved if one is left_out else one for one in known.accepted))
        assert other.judged(verdict).exit_code == 1
        assert other.gone(Observed.of([verdict])) == (moved,)


@given(report=named(reports("any")))
def test_a_report_that_adds_up_is_not_touched(report: Report) -> None:
    verdict = judged(report)
    assert KNOWN.judged(verdict) is verdict
    assert Baseline().updated(Observed.of([verdict])) == Baseline()


def test_another_organ_year_or_scope_is_another_report() -> None:
    assert KNOWN.judged(judged(WRONG)).exit_code == 0
    for other in (
        WRONG.replace(organ="别局"),
        WRONG.replace(year=2022),
        WRONG.replace(organ=Organ(name="某局", scope="region")),
        WRONG.replace(organ=Organ(name="某局", code="914403001922038216")),
    ):
        assert KNOWN.judged(judged(other)).exit_code == 1
    coded = WRONG.replace(organ=Organ(name="某局", code="914403001922038216"))
    renamed = WRONG.replace(organ=Organ(name="某局（新名）", code="914403001922038216"))
    assert Baseline().updated(Observed.of([judged(coded)])).judged(judged(renamed)).exit_code == 0


@pytest.mark.parametrize("change", [{"organ": Organ()}, {"year": None}])
def test_what_cannot_be_told_from_others_is_never_accepted(change: dict[str, object]) -> None:
    nobody = judged(WRONG.replace(**change))
    known = Baseline().updated(Observed.of([nobody]))
    assert known == Baseline()
    assert known.judged(nobody).exit_code == 1


def test_an_update_keeps_reasons_and_what_it_did_not_see() -> None:
    other = judged(WRONG.replace(organ="别局"))
    both = KNOWN.updated(Observed.of([other]))
    assert len(both.accepted) == 2 * len(KNOWN.accepted)
    explained = Baseline(tuple(attrs.evolve(one, reason="已更正公告") for one in both.accepted))
    again = explained.updated(Observed.of([judged(RIGHT)]))
    assert {one.organ for one in again.accepted} == {"别局"}
    assert {one.reason for one in again.accepted} == {"已更正公告"}
    assert {one.reason for one in explained.updated(Observed.of([other])).accepted} == {
        "已更正公告"
    }
    gone = explained.gone(Observed.of([judged(RIGHT)]))
    assert {one.organ for one in gone} == {"某局"}


def test_a_document_comes_back_and_is_what_its_schema_says() -> None:
    known = Baseline(tuple(attrs.evolve(one, reason="理由\n二") for one in KNOWN.accepted))
    data = known.to_json()
    assert {attrs.astuple(one) for one in Baseline.from_json(data).accepted} == {
        attrs.astuple(one) for one in known.accepted
    }
    assert Baseline.from_json(data).to_json() == data
    schema = published("baseline")
    Draft202012Validator.check_schema(schema)
    assert Draft202012Validator(schema).is_valid(json.loads(data))


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"", ""),
        (b"[]", ""),
        (b"\xff", ""),
        (b"[" * 100_000, ""),
        (b"{}", ""),
        (KNOWN.to_json().replace(b'"year": 2023', b'"year": "2023"', 1), "/accepted/0/year"),
        (KNOWN.to_json().replace(b'"reason": ""', b'"why": ""', 1), "/accepted/0"),
        (KNOWN.to_json().replace(b"baseline:1", b"baseline:2", 1), "/$schema"),
    ],
    ids=["empty", "list", "bytes", "deep", "object", "year", "reason", "version"],
)
def test_what_is_no_baseline_is_refused_with_the_place(data: bytes, where: str) -> None:
    with pytest.raises(InvalidDocument) as refused:
        Baseline.from_json(data)
    assert where in {problem.address for problem in refused.value.problems}


def test_every_format_tells_what_is_accepted_as_that() -> None:
    known = Baseline(tuple(attrs.evolve(one, reason="已公告") for one in KNOWN.accepted))
    verdict = known.judged(judged(WRONG))
    assert verdict.check.verdict is Outcome.VIOLATED
    [run] = json.loads("".join(as_sarif([verdict])))["runs"]
    told = [one for one in run["results"] if one["properties"]["kind"] == "accepted"]
    assert len(told) == len(KNOWN.accepted)
    for one in told:
        [suppression] = one["suppressions"]
        assert suppression == {"kind": "external", "status": "accepted", "justification": "已公告"}
    assert run["invocations"][0]["exitCode"] == 0
    junit = "".join(as_junit([verdict]))
    assert 'failures="0"' in junit
    assert junit.count("已公告") >= len(KNOWN.accepted)
    assert "::error" not in "".join(as_github([verdict]))
    assert "已接受" in "".join(as_html([verdict], "zh"))
    accepted = verdict.to_dict()["accepted"]
    assert {one["relation"] for one in accepted} == {one.relation for one in KNOWN.accepted}
