"""JUnit XML, read by other people's parser: the cases are the relations."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from lxml import etree
from tests.support.judged_sources import (
    BASE,
    CONTENTS,
    EXAMPLE,
    GRANTED,
    REPORT,
    corpus,
    expected,
    slip,
    verdict_on,
)

from gxstats import check, from_json, to_json
from gxstats.relations import Outcome
from gxstats.testing import corrupted_reports, corrupted_reports_with_blanks
from gxstats.verdicts import as_junit, judge_bytes

junitparser = pytest.importorskip("junitparser", reason="junitparser is not installed")


def suites(verdicts, language="zh"):
    text = "".join(as_junit(verdicts, language, base=BASE)).encode()
    etree.fromstring(text, etree.XMLParser(recover=False))
    return list(junitparser.JUnitXml.fromstring(text))


def outcome(case):
    [result] = case.result or [None]
    return "passed" if result is None else type(result).__name__.lower()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_suite_a_file_whatever_it_is_called(language):
    verdicts = corpus()
    found = suites(verdicts, language)
    assert len(found) == len(verdicts)
    for suite, verdict in zip(found, verdicts, strict=True):
        assert suite.name
        cases = Counter(map(outcome, suite))
        assert suite.tests == cases.total()
        assert (suite.failures, suite.errors, suite.skipped) == (
            cases["failure"], cases["error"], cases["skipped"]
        )  # fmt: skip
        assert bool(cases["failure"]) == (verdict.exit_code == 1)
        assert bool(cases["error"]) == (verdict.exit_code == 2)


@pytest.mark.parametrize("data", CONTENTS, ids=range(len(CONTENTS)))
def test_failures_errors_and_the_rest_are_as_many_as_there_are(data):
    [suite] = suites([verdict_on(data)])
    counts = expected(data)
    cases = Counter(map(outcome, suite))
    assert cases["failure"] == counts["violated"]
    assert cases["error"] == counts["problem"] + counts["unreadable"]
    beside = counts["diagnosis"] + counts["finding"] + counts["notice"]
    said = "".join(suite._elem.itertext("system-out")).strip()
    assert len(re.findall(r"(?m)^(?:诊断|另见|说明)：", said)) == beside


@given(corrupted_reports() | corrupted_reports_with_blanks())
def test_a_case_for_each_relation_which_passes_only_where_it_holds(case):
    data = to_json(case.corrupted)
    [suite] = suites([judge_bytes(data, "a.json")])
    found = {one.name: outcome(one) for one in suite}
    relations = {result.relation.id: result for result in check(case.corrupted)}
    assert found.keys() == relations.keys()
    for name, result in relations.items():
        passes = result.outcome is Outcome.HELD
        assert (found[name] == "passed") == passes
        fails = result.outcome is Outcome.VIOLATED and result.relation.strength.value != "soft"
        assert (found[name] == "failure") == fails


def test_a_failure_has_the_arithmetic_and_the_line():
    data = slip()
    [suite] = suites([judge_bytes(data, "a.json")], "en")
    wrong = check(from_json(data)).violated
    failed = {one.name: one for one in suite if outcome(one) == "failure"}
    assert failed.keys() == {result.relation.id for result in wrong}
    for result in wrong:
        [failure] = failed[result.relation.id].result
        assert failure.message == result.explain("en")
        assert any(str(value) in failure.message for value in (result.left, result.right))
    assert any(GRANTED in result.cells for result in wrong)


def test_a_consistent_report_passes_whole():
    [suite] = suites([judge_bytes(EXAMPLE, "a.txt")])
    assert len(suite) > 40
    assert {outcome(case) for case in suite} == {"passed", "skipped"}
    skipped = {case.name for case in suite if outcome(case) == "skipped"}
    assert skipped == {
        result.relation.id
        for result in check(REPORT)
        if result.outcome is Outcome.UNDECIDED and result.relation.strength.value == "soft"
    }
