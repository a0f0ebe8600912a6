"""SARIF: valid against the official schema, each result at its place, the names as they are."""

from __future__ import annotations

import json
import os
from collections import Counter
from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from urllib.parse import unquote_to_bytes

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import some
from tests.support.judged_sources import (
    BASE,
    CONTENTS,
    EXAMPLE,
    GRANTED,
    corpus,
    expected,
    slip,
    verdict_on,
)

from gxstats import to_json
from gxstats.testing import corrupted_reports
from gxstats.verdicts import Level, as_sarif, judge_bytes
from gxstats.verdicts.names import uri_of
from gxstats.verdicts.sarif import FINGERPRINT

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text())
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def run_of(verdicts, language="zh", base=BASE):
    log = json.loads("".join(as_sarif(verdicts, language, base=base)))
    [run] = log["runs"]
    return run


@cache
def run_of_everything(language="zh"):
    return run_of(corpus(), language)


@pytest.mark.parametrize("language", some(["zh", "en"], 50))
def test_a_log_of_everything_is_valid(language):
    log = json.loads("".join(as_sarif(corpus(), language, base=BASE)))
    assert log["runs"][0]["results"]
    VALIDATOR.validate(log)


def test_a_log_of_nothing_is_valid():
    log = json.loads("".join(as_sarif([])))
    VALIDATOR.validate(log)
    assert log["runs"][0]["results"] == []


def test_the_schema_refuses_what_is_no_log():
    log = json.loads("".join(as_sarif([judge_bytes(slip(), "a.json")])))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert not VALIDATOR.is_valid(log)


@pytest.mark.parametrize("data", CONTENTS, ids=range(len(CONTENTS)))
def test_a_result_for_each_thing_that_there_is_to_say(data):
    run = run_of([verdict_on(data)])
    kinds = Counter(result["properties"]["kind"] for result in run["results"])
    assert kinds == expected(data)
    levels = {"violated": "error", "problem": "error", "unreadable": "error", "doubt": "warning"}
    for result in run["results"]:
        kind = result["properties"]["kind"]
        assert result["level"] == levels.get(kind, "none" if kind == "undecided" else "note")
        assert (result.get("kind", "fail") == "fail") == (result["level"] != "none")


@given(corrupted_reports())
def test_the_error_results_are_the_violated_relations(case):
    data = to_json(case.corrupted)
    run = run_of([judge_bytes(data, "a.json")])
    assert Counter(result["properties"]["kind"] for result in run["results"]) == expected(data)


def test_each_result_names_its_rule_and_the_rule_says_what_it_is():
    for language, other in (("zh", "en"), ("en", "zh")):
        run = run_of_everything(language)
        rules = run["tool"]["driver"]["rules"]
        assert len({rule["id"] for rule in rules}) == len(rules)
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["message"]["text"] == result["properties"][language]
            assert result["properties"][other]
        for rule in rules:
            assert rule["shortDescription"]["text"] == rule["properties"]["summary"][language]
            assert rule["properties"]["summary"][other] in rule["help"]["text"]
        assert {rule["id"] for rule in rules} == {result["ruleId"] for result in run["results"]}


def test_every_name_is_found_again_from_its_uri():
    run = run_of_everything()
    found = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]: None
        for result in run["results"]
    }
    for verdict in corpus():
        if not verdict.points:
            continue
        raw = _raw(verdict.name)
        path = PurePosixPath(os.fsdecode(raw))
        uris = [uri for uri in found if _names(uri, path)]
        assert uris, verdict.name
        assert all(uri.isascii() and not set(uri) & set(' "<>\\^`{|}\n\t') for uri in uris)


def _raw(name):
    try:
        return os.fsencode(name)
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogatepass")


def _names(uri, path):
    """Whether a reader of the log comes to the file, from the folder that it is relative to."""
    if uri.startswith("file://"):
        whole = os.fsdecode(unquote_to_bytes(uri.removeprefix("file://")))
    else:
        whole = BASE / os.fsdecode(unquote_to_bytes(uri))
    return os.path.normpath(whole) == os.path.normpath(BASE / path)


@given(st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=20))
def test_a_uri_is_the_path_and_nothing_else(name):
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return  # no system has such a name
    if name == "-":
        return  # standard input
    assert _names(uri_of(PurePosixPath(name), BASE), PurePosixPath(name))


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("年报\\某局 2023.html", "%E5%B9%B4%E6%8A%A5/%E6%9F%90%E5%B1%80%202023.html"),
        ("C:\\work\\a.html", "a.html"),
        ("C:\\work\\b\\..\\a.html", "a.html"),
        ("D:\\x y.html", "file:///D:/x%20y.html"),
        ("\\\\server\\share\\a.html", "file://server/share/a.html"),
        ("..\\a.html", "file:///C:/a.html"),
    ],
)
def test_paths_of_windows(name, uri):
    assert uri_of(PureWindowsPath(name), PureWindowsPath("C:\\work")) == uri


def test_standard_input_is_named_so():
    run = run_of([judge_bytes(slip(), "-")], "en")
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "stdin", "description": {"text": "(standard input)"}}


def test_a_cell_of_a_report_document_has_line_and_column_and_its_name():
    data = slip()
    run = run_of([judge_bytes(data, "a.json")], "en")
    lines = data.decode().split("\n")
    seen = set()
    for result in run["results"]:
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            [logical] = location.get("logicalLocations", [{}])
            if logical.get("kind") != "cell":
                continue
            address = logical["fullyQualifiedName"]
            seen.add(address)
            region = location["physicalLocation"]["region"]
            key = json.dumps(address.rpartition("/")[2])
            assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(key)
            assert logical["name"]
    assert GRANTED in seen


@pytest.mark.parametrize("data", CONTENTS, ids=range(len(CONTENTS)))
def test_the_other_cells_are_related_locations_where_anything_is_wrong(data):
    verdict = verdict_on(data)
    for point, result in zip(verdict.points, run_of([verdict])["results"], strict=True):
        assert result["ruleId"] == point.rule
        first, *others = point.cells or (None,)
        related = others and point.level is not Level.NONE
        assert ("relatedLocations" in result) == bool(related)
        assert [cell_of(one) for one in result.get("relatedLocations", ())] == (
            others if related else []
        )
        if first:
            assert cell_of(result["locations"][0]) == first


def cell_of(location):
    [logical] = location["logicalLocations"]
    return logical["fullyQualifiedName"]


def test_a_cell_of_a_page_has_its_place_in_words():
    data = next(data for data in CONTENTS if b"<html" in data or b"<table" in data)
    run = run_of([judge_bytes(data, "a.html")])
    said = [
        location["message"]["text"]
        for result in run["results"]
        for location in result["locations"]
        if "message" in location
    ]
    assert said
    assert all("第" in one for one in said)


def test_fingerprints_stay_where_the_lines_move_and_tell_results_apart():
    data = slip()
    before = run_of([judge_bytes(data, "a.json")])["results"]
    after = run_of([judge_bytes(b"\n\n" + data, "a.json")])["results"]

    def prints(results):
        return [result["partialFingerprints"][FINGERPRINT] for result in results]

    assert prints(before) == prints(after)
    assert len(set(prints(before))) == len(before)
    first, later = (
        one[0]["locations"][0]["physicalLocation"]["region"] for one in (before, after)
    )
    assert later["startLine"] == first["startLine"] + 2


def test_the_exit_code_is_that_of_the_gravest():
    run = run_of([judge_bytes(EXAMPLE, "a"), judge_bytes(slip(), "b.json")])
    assert run["invocations"][0]["exitCode"] == 1
